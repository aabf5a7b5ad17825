"""The segmenter: a text as words with ICTCLAS' parts of speech, and what each word can be in a sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from timeline.events.data import rows_of, table_of, word_set, word_tuple

NOMINAL = frozenset(
    [
        "n",
        "ns",
        "nr",
        "nrt",
        "nrfg",
        "nt",
        "nz",
        "ng",
        "vn",
        "an",
        "m",
        "mq",
        "q",
        "eng",
        "j",
        "b",
        "a",
        "l",
        "i",
        "s",
        "quote",
        "work",
        "paren",
        "k",
        "h",
        "nw",
        "ag",
        "z",
        "g",
        "tg",
        "o",
        "rr",
        "zg",
        "vi",
    ]
)
"""Parts of speech that may stand in a name or a noun phrase."""
PERSONS = frozenset(["nr", "nrt", "nrfg"])
"""Parts of speech of persons' names: Chinese ones and those from other languages."""
VERBAL = frozenset(["v", "vd", "vg", "vq", "vi"])
"""Parts of speech of predicates."""
NOT_WORDS = frozenset(["date", "zone", "work", "quote", "paren", "stop", "x"])
"""Tags of what is no word by itself."""


STOPS = frozenset([*"，,：:。！？!?；;…\n", "——"])
"""Marks that part clauses."""
AT_NAMES = frozenset(["会上", "周上", "展上", "节上", "赛上", "日上"])
"""The end of an event's name with 上 behind it, which a segmenter takes for one word: 交流周上."""


def segmented(passage: str) -> Iterable[tuple[str, str]]:
    """The words of a passage, each with the segmenter's part of speech."""
    glued = "点" in passage or _GLUED.search(passage) is not None
    words: Iterable[tuple[str, str]] = _parted(passage) if glued else _tagger()(passage)
    return words


@lru_cache(maxsize=4_096)
def tagged(plain: str) -> tuple[tuple[str, str], ...]:
    """The words of a title or name in simplified characters, each with ICTCLAS' part of speech."""
    own = own_tags()
    return tuple([(word, own.get(word, part)) for word, part in _tagger()(plain)])


def _parted(plain: str) -> Iterator[tuple[str, str]]:
    """The words, with what the segmenter joins across their edges parted: 86.6点降至, 某委将, 从某人处, 在京举行."""
    number = False
    for word, part in _tagger()(plain):
        if number and len(word) == 2 and word[0] == "点" and word != "点钟":
            yield "点", "q"
            yield from _tagger()(word[1:])
        elif _BODY_TO.fullmatch(word):
            yield word[0], "n"
            yield word[1], "d"
        elif word in _IN_CAPITAL:
            yield word[0], "p"
            yield word[1], "ns"
            yield word[2:], "v"
        elif word[0] == "曾" and word[1:] in _PREPOSITIONS:
            yield "曾", "d"
            yield word[1:], "p"
        elif word[-1] == "处" and part == "nr" and len(word) > _SHORTEST_PERSON:
            yield word[:-1], "nr"
            yield "处", "n"
        else:
            yield word, part
        number = part == "m"


_BODY_TO = re.compile(r"[委部局厅署][将已拟]")
_PREPOSITIONS = frozenset("以于对向在与为被就")
_IN_CAPITAL = frozenset(["在京举行", "在京开幕"])
_GLUED = re.compile(
    rf"{_BODY_TO.pattern}|{'|'.join(sorted(_IN_CAPITAL))}|曾[{''.join(sorted(_PREPOSITIONS))}]|处(?:获悉|了解|得知)"
)
"""Where a segmenter takes the end of a body's name, or an adverb, for the beginning of another word."""
_SHORTEST_PERSON = 2


SURNAMES = frozenset(word_tuple("surnames"))
"""Common surnames, which the segmenter may cut off their given names: 沈 怀远."""


@cache
def verbs() -> frozenset[str]:
    """Words that are predicates whatever their part of speech says."""
    rows = table_of("verbs.tsv")
    added = table_of("compounds.tsv")["v"]
    return frozenset(f"{rows['attributive']} {rows['holding']} {rows['saying']} {added}".split())


@cache
def own_tags() -> dict[str, str]:
    """Parts of speech that the segmenter's own list has otherwise."""
    return {word: tag for tag, words in table_of("compounds.tsv").items() for word in words.split()}


@cache
def _tagger() -> Any:
    """A segmenter of our own, so that its added words are nobody else's."""
    import rjieba

    segmenter = rjieba.Jieba()
    for tag, words in table_of("compounds.tsv").items():
        for word in words.split():
            segmenter.add_word(word, 2_000, tag)
    for kind in ("country", "abroad"):
        for word in table_of("places.tsv")[kind].split():
            if len(word) > 2:
                segmenter.add_word(word, 2_000, "ns")
    return segmenter.tag


@cache
def deeds() -> frozenset[str]:
    """Words that tell a deed by themselves."""
    told = {word for row in rows_of("types.tsv") if row[1] == "act" for word in row[2].split()}
    return frozenset(told) - word_set("writing")


@cache
def with_care() -> frozenset[str]:
    """Words whose kind depends on what stands beside them: deeds that may be nouns, surnames, and `AT_NAMES`."""
    return AT_NAMES | SURNAMES | {word for word in deeds() if word not in verbs()}
