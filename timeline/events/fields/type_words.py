"""The words of a headline that tell what type of event it names: which there are, and which part each plays."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from timeline.events.data import rows_of, table_of, word_set
from timeline.events.text.segmenter import VERBAL, tagged
from timeline.events.words import Words, default_words


class Cue(NamedTuple):
    """A word of ``types.tsv`` in a headline.

    Attributes:
        place: the number of the word at which it begins.
        after: the number of the word behind it.
        type: the type that it tells.
        part: ``act``, ``mild``, ``say`` or ``noun``.
        word: the word.
    """

    place: int
    after: int
    type: str
    part: str
    word: str


class Reading(NamedTuple):
    """A clause of a headline.

    Attributes:
        text: its characters.
        words: its words.
        tags: their parts of speech.
        cues: the words that tell a type, in order.
        verbs: the places of its verbs, without auxiliary ones and those that stand aside.
        light: the places of those among them that tell no type by themselves (举行, 完成).
        aside: the places of words that only modify: before 的, between 对 and 进行, before 期间, behind 要求.
    """

    text: str
    words: list[str]
    tags: list[str]
    cues: list[Cue]
    verbs: list[int]
    light: list[int]
    aside: set[int]


@cache
def classed(name: str) -> frozenset[str]:
    """A class of words of ``type_verbs.tsv``."""
    return frozenset(table_of("type_verbs.tsv")[name].split())


def read(text: str, words: Words) -> Reading:
    """The words of a clause in simplified characters, and what each can tell."""
    table = _table(words)
    pieces = tagged(text)
    texts = [word for word, _ in pieces]
    tags = [tag for _, tag in pieces]
    single = classed("single")  # other verbs of one character are mostly pieces of names
    verbs = [
        k
        for k, (word, tag) in enumerate(pieces)
        if word in table.verbs or word in single or (tag in VERBAL and len(word) > 1)
    ]
    aside = _modifying(texts, tags, verbs, table) | _of_another(texts, verbs) | _done_to(texts, tags, verbs)
    aside |= _asked(texts, aside)
    auxiliary, supporting = classed("auxiliary"), classed("light")
    left = [k for k in verbs if k not in aside and texts[k] not in auxiliary]
    light = [k for k in left if texts[k] in supporting]
    return Reading(text, texts, tags, list(_cues_at(text, texts, tags, words)), left, light, aside)


def _modifying(texts: Sequence[str], tags: Sequence[str], verbs: Sequence[int], table: "_Table") -> set[int]:
    """The places of words that only modify: of each 的, the verb before it and what that takes, where another verb
    before it, or one that tells something behind it, is left to be the predicate."""
    found: set[int] = set()
    done = {k for k in verbs if texts[k] in table.verbs and not is_nominal(k + 1, tags)}
    for place in [k for k, word in enumerate(texts) if word == "的"]:
        verb = max((k for k in verbs if place - 12 <= k < place), default=None)
        if verb is None:
            continue
        left = [k for k in verbs if k not in found and texts[k] not in classed("auxiliary")]
        while verb - 2 in verbs and texts[verb - 1] in classed("joining"):
            verb -= 2
        if any((k < verb and texts[k] in table.verbs) or (k > place and k in done) for k in left):
            found |= set(range(verb, place))
    return found


def is_nominal(place: int, tags: Sequence[str]) -> bool:
    """Whether a noun stands at a place."""
    return place < len(tags) and (tags[place][0] in "nj" or tags[place] == "vn")


def _of_another(texts: Sequence[str], verbs: Sequence[int]) -> set[int]:
    """The places of verbs that tell the time of another (拘留期间死亡) or stand in a name (地震出版社)."""
    before = {k for k in verbs if k + 1 < len(texts) and texts[k + 1] in _BEHIND}
    return {k for k in before if verbs[-1] > k + 1}


_BEHIND = word_set("verb_of_time") | word_set("bodies")


def _done_to(texts: Sequence[str], tags: Sequence[str], verbs: Sequence[int]) -> set[int]:
    """The places of verbs that name what something is done to: 运行 in 对基站的运行工作进行管理."""
    fronts = classed("for")
    leads = [k for k, word in enumerate(texts) if word in fronts or (tags[k] == "p" and word[-1] in fronts)]
    if not leads:
        return set()
    done = max((k for k in verbs if k > leads[0] and texts[k] in classed("light")), default=leads[0])
    return {k for k in verbs if leads[0] < k < done}


def _asked(texts: Sequence[str], aside: set[int]) -> set[int]:
    """The places behind 要求 and the like: what is asked for does not happen."""
    words = classed("asking")
    asking = (k for k, word in enumerate(texts) if word in words and k and k not in aside)
    return set(range(next(asking, len(texts)) + 1, len(texts)))


class _Table(NamedTuple):
    """The cues by their words, the lengths of cues by their first characters, longest first, and which are verbs.

    The lengths stand under the first two characters, and those of cues of one character under this one too.
    """

    cues: dict[str, tuple[str, str]]
    sizes: dict[str, tuple[int, ...]]
    verbs: frozenset[str]


@lru_cache(maxsize=4)
def _table(words: Words) -> _Table:
    """The rows of ``types.tsv``, and the words that a user added as acts."""
    cues = {word: (row[0], row[1]) for row in rows_of("types.tsv") for word in row[2].split()}
    own = default_words().cues
    cues |= {word: (name, "act") for word, name in words.cues.items() if own.get(word) != name}
    sizes: dict[str, set[int]] = {}
    for word in sorted(cues, key=len):
        sizes.setdefault(word[:2], set(sizes.get(word[0], ()))).add(len(word))
    verbs = frozenset(word for word, (_, part) in cues.items() if part in ("act", "mild", "say")) | classed("light")
    return _Table(cues, {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}, verbs)


@lru_cache(maxsize=16_384)
def _is_whole(word: str) -> bool:
    """Whether a word has an ending in which no cue is seen: 质量 ends as 产量 does."""
    return word.endswith(tuple(classed("whole")))


_ENDINGS = word_set("verb_endings") | {"在"}


def _cues_at(text: str, texts: Sequence[str], tags: Sequence[str], words: Words) -> Iterator[Cue]:
    """The longest cue at each word's beginning that ends where a word does, or before 了, 于 and the like; else the
    longest at its end."""
    starts = list(accumulate(map(len, texts), initial=0))
    bounds = set(starts)
    table = _table(words)
    reached = 0
    for place, word in enumerate(texts):
        start = starts[place]
        if start < reached or _is_whole(word):
            continue
        for size in table.sizes.get(text[start : start + 2]) or table.sizes.get(word[0], ()):
            end = start + size
            found = table.cues.get(text[start:end]) if end <= len(text) else None
            if found and (end in bounds or text[end] in _ENDINGS):
                reached = end
                yield Cue(place, bisect_left(starts, end), *found, text[start:end])
                break
        else:
            ending = _ending(word, tags[place], words)
            if ending:
                yield Cue(place, place + 1, *table.cues[ending], ending.lstrip("-"))


@lru_cache(maxsize=16_384)
def _ending(word: str, tag: str, words: Words) -> str | None:
    """The cue with which a longer word ends: 仪式 in 升旗仪式, and of a noun a single character: 赛 in 邀请赛."""
    if len(word) < 2:
        return None
    table = _table(words)
    for size in range(len(word) - 1, 1, -1):
        if word[-size:] in table.cues:
            return word[-size:]
    last = "-" + word[-1]
    return last if tag[0] in "njl" and last in table.cues else None


def figure_of(reading: Reading, anywhere: bool) -> int | None:
    """The place of the word with the figure that a clause tells; None where it tells none.

    It is the one at the end (3万亿元, 8.7%, 近一倍), that of a sum (累计…28个), or one behind 超过 and the like that no
    predicate follows; ``anywhere`` takes any large figure.
    """
    if not _NUMBER.search(reading.text):
        return None
    closing, summed, about, large = _figures()
    match = closing.search(reading.text) or summed.search(reading.text)
    if match is None and (match := about.search(reading.text)):
        place = _word_at(match.end() - 1, reading)
        if any(cue.place > place and _tells_more(cue) for cue in reading.cues):
            match = None
    if match is None and anywhere:
        match = large.search(reading.text)
    return None if match is None else _word_at(match.start(), reading)


_NUMBER = re.compile(r"[\d百千万亿倍成番]")
"""What every figure has in it, or the word behind it: 一倍, 三成."""


def _tells_more(cue: Cue) -> bool:
    """Whether a word behind a figure makes it a figure of something that happens: 超2亿人…受灾."""
    return cue.type == "incident" or (cue.part in ("act", "mild") and cue.type != "other")


def _word_at(offset: int, reading: Reading) -> int:
    ends = list(accumulate(map(len, reading.words)))
    return bisect_left(ends, offset + 1)


@cache
def _figures() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    units, sums, abouts = (_any_of(name) for name in ("unit", "sum", "about"))
    number = r"(?<![第\d])(?:\d[\d.,]*|[一二三四五六七八九十百千近两]*[百千万亿])"
    counted = rf"{number}[多余几]?[万亿千百]{{0,2}}[多余]?(?:个?{units}|[%％])"
    share = "[一二两三四五六七八九](?:倍|成)|翻[一两]?番"
    return (
        re.compile(rf"(?:(?:{counted}|{share})(?:{_any_of('bound')})?|{number})$"),
        re.compile(rf"{sums}[^，。]{{0,16}}?\d"),
        re.compile(rf"{abouts}了?约?\d[\d.,]*"),
        re.compile(r"(?<![第\d])\d[\d.,]*[多余]?[%％万亿]"),
    )


def _any_of(name: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, classed(name)), key=lambda word: (-len(word), word))) + ")"
