"""What type of event a title names, by its predicate, by what that takes, or by a name of an event."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from schemas import EventTypeName
from timeline.events.data import rows_of, word_set
from timeline.events.text.atoms import VERBAL, tagged
from timeline.events.text.grammar import event_name_type
from timeline.events.words import Words, default_words


class _Parts(NamedTuple):
    """A text's words: their places, which can be predicates, and which of those only modify a noun."""

    texts: list[str]
    starts: list[int]
    verbal: list[int]
    modifying: set[int]


class _Cue(NamedTuple):
    """A row's word: the type that it tells, how strongly, and where it counts (``verb``, ``noun``, ``figure``)."""

    type: str
    strength: int
    place: str
    word: str


class _Found(NamedTuple):
    """A type with its weight, where it stands and the words that tell it; the greatest one wins."""

    weight: int
    start: int
    type: str
    words: str


def type_of(title: str, sentence: str, words: Words, name: str | None = None) -> tuple[EventTypeName, str]:
    """The type and the words that tell it.

    A name of an event tells by its ending. Otherwise the predicate of the title tells, before the nouns beside it; what
    stands inside a modifier (发布会上公布的…) or inside 《》 and “” tells nothing. Where the title has no word that
    tells, its clause is asked.

    Args:
        title: the title in simplified characters.
        sentence: the clause that it comes from.
        words: the word lists.
        name: the name of the event where the title is one.
    """
    if words.names.get(title):
        return words.names[title], f"{title} is in the user's words"  # type: ignore[return-value]
    kind = event_name_type(name, words) if name else None
    if kind:
        return kind, f"the name ends as names of {kind} do"  # type: ignore[return-value]
    found = _strongest(title, words, 0) or _strongest(sentence[:_REACH], words, _TELLING)
    if found:
        return found.type, f"{found.words} tells {found.type}"  # type: ignore[return-value]
    return "other", "no word tells a type"


_VERB, _MAIN, _EMPTY, _NOUN, _SUBJECT, _MODIFIER = 4, 12, -26, 8, -20, -50
"""What is added to ten times a row's strength: for a predicate, the first one, one of no own meaning, a noun that no
other predicate takes, a noun before the predicate, and a word inside a modifier."""


def _strongest(text: str, words: Words, least: int) -> _Found | None:
    bare = _HIDDEN.sub(lambda m: m[0][0] + "·" * (len(m[0]) - 4) + m[0][-3:], text)
    best = max(_by_words(bare, words), default=None)
    best = _by_patterns(bare, best)
    named = _named(bare, words)
    if named and (best is None or best.type not in _ACTS or best.weight < _NAMED):
        return named
    return best if best and best.weight > least else None


_HIDDEN = re.compile(r"《[^《》]{3,}》|“[^“”]{3,}”|「[^「」]{3,}」")


@cache
def _held() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The ``held`` verbs of ``type_verbs.tsv``, and what goes with them behind a name: 将在某地正式开幕."""
    verbs = tuple(sorted(_verbs("held")))
    front = (
        r"(?:即将|将|已|拟|定)?(?:正式|顺利|圆满|隆重|继续)?(?:(?:在|于)[^，。]{1,20}?)?(?:正式|顺利|圆满|隆重|如期)?"
    )
    return verbs, re.compile(rf"{front}(?:{'|'.join(verbs)})$")


_ACTS = frozenset(
    ["meeting", "award", "signing", "appointment", "publication", "incident", "legal", "statistic", "market"]
)
"""What people do at an event or tell of it, which is another event than the one that is named."""
_TELLING = 70
"""What a word of the clause must weigh to tell the type of a title that does not hold it."""
_REACH = 60
"""The most characters of the clause that are asked."""
_NAMED = 80
"""The least weight with which such an act tells before the name beside it."""


def _named(text: str, words: Words) -> _Found | None:
    """The type of a name of an event at the end of a text, before 开幕, 在某地举行 and the like."""
    verbs, ending = _held()
    held = ending.sub("", text) if text.endswith(verbs) else text
    kind = event_name_type(held, words)
    return _Found(_NAMED, 0, kind, held[-6:]) if kind else None


def _by_words(text: str, words: Words) -> Iterator[_Found]:
    """The cues at the words of a text, with what their place in it is worth."""
    table, light, auxiliary = _table(words), _verbs("light"), _verbs("auxiliary")
    parts = _parts(text, table)
    heads = [k for k in parts.verbal if k not in parts.modifying and parts.texts[k] not in auxiliary]
    main = parts.starts[heads[0]] if heads else -1
    own = all(parts.texts[k] in light for k in heads)
    for cue, place in _cues_at(text, parts, table):
        start = parts.starts[place]
        if cue.place == "noun":
            weight = _SUBJECT if start < main else _NOUN if own else 0
        elif cue.place == "figure" and not _FIGURE.search(text):
            continue
        elif cue.word in light and cue.place == "verb":
            weight = _EMPTY
        else:
            weight = _MAIN if start <= main else _VERB
        weight += cue.strength * 10 + (_MODIFIER if place in parts.modifying else 0)
        yield _Found(weight, start, cue.type, cue.word)


_FIGURE = re.compile(r"(?<![第\d])\d[\d.,]*(?![\d.,]|[届年月日号时次]|级)|[一二三四五六七八九十百]成|翻[一两]?番|分之")


@cache
def _verbs(name: str) -> frozenset[str]:
    """A class of ``type_verbs.tsv``: ``light`` and ``auxiliary`` ones tell nothing, ``held`` ones stand by names."""
    return frozenset({row[0]: row[1] for row in rows_of("type_verbs.tsv")}[name].split())


def _parts(text: str, table: "_Table") -> _Parts:
    """The words of a text; of each 的, the verb before it modifies where another verb is left to be the predicate."""
    parts = _Parts([], [], [], set())
    start = 0
    for place, (word, tag) in enumerate(tagged(text)):
        parts.texts.append(word)
        parts.starts.append(start)
        if tag in VERBAL or word in table.verbs:
            parts.verbal.append(place)
        start += len(word)
    if "的" in parts.texts:
        _find_modifiers(parts)
    for place in parts.verbal:
        behind = parts.texts[place + 1 : place + 2]
        if behind and behind[0] in _OF_ANOTHER and any(k > place + 1 for k in parts.verbal):
            parts.modifying.add(place)
    return parts


_OF_ANOTHER = word_set("verb_of_time") | word_set("bodies")
"""Words behind a verb that make it the time of another (拘留期间死亡), or part of a name (地震出版社)."""


def _find_modifiers(parts: _Parts) -> None:
    auxiliary = _verbs("auxiliary")
    for place in [k for k, word in enumerate(parts.texts) if word == "的"]:
        verb = max((k for k in parts.verbal if place - 12 <= k < place), default=None)
        if verb is None:
            continue
        left = [k for k in parts.verbal if k not in parts.modifying and parts.texts[k] not in auxiliary]
        if any(k < verb or k > place for k in left):
            parts.modifying.add(verb)


_ENDINGS = frozenset("了过于到至为成出起完在")


def _cues_at(text: str, parts: _Parts, table: "_Table") -> Iterator[tuple[_Cue, int]]:
    """The longest cue at each word's beginning that ends where a word does, or before 了, 于 and the like; else the
    longest at its end."""
    reached = 0
    for place, word in enumerate(parts.texts):
        start = parts.starts[place]
        if start < reached:
            continue
        cues = None
        for size in table.sizes.get(word[0], ()):
            end = start + size
            cues = table.cues.get(text[start:end])
            if cues and (size == len(word) or end in parts.starts or end >= len(text) or text[end] in _ENDINGS):
                reached = end
                break
            cues = None
        if cues is None and len(word) > 2:
            cues = _ending(word, table)
        for cue in cues or ():
            yield cue, place


def _ending(word: str, table: "_Table") -> "list[_Cue] | None":
    """The cues with which a longer word ends: 仪式 in 升旗仪式."""
    for size in range(len(word) - 1, 1, -1):
        cues = table.cues.get(word[-size:])
        if cues:
            return cues
    return None


class _Table(NamedTuple):
    """The cues by their words, the lengths of cues by their first character, longest first, and which are verbs."""

    cues: dict[str, list[_Cue]]
    sizes: dict[str, tuple[int, ...]]
    verbs: frozenset[str]


@lru_cache(maxsize=4)
def _table(words: Words) -> _Table:
    """The rows of ``types.tsv`` and the words that a user added, which are stronger than all rows."""
    cues: dict[str, list[_Cue]] = {}
    for name, strength, place, row, _examples in rows_of("types.tsv"):
        for word in row.split():
            cues.setdefault(word, []).append(_Cue(name, int(strength), place, word))
    own = default_words().cues
    for word, (name, _strength) in words.cues.items():
        if own.get(word) != words.cues[word]:
            cues[word] = [_Cue(name, 20, "verb", word)]
    sizes: dict[str, set[int]] = {}
    for word in cues:
        sizes.setdefault(word[0], set()).add(len(word))
    verbs = frozenset(word for word, row in cues.items() if any(cue.place == "verb" for cue in row))
    return _Table(cues, {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}, verbs)


def _by_patterns(text: str, best: _Found | None) -> _Found | None:
    """The strongest of what was found and of the phrases with a gap that a text holds."""
    bare = _FRONT_MODIFIER.sub("", text)
    for name, strength, pattern in _patterns():
        if best and strength * 10 < best.weight:
            break
        match = pattern.search(bare if name in _FIGURES else text)
        if match:
            found = _Found(strength * 10, match.start(), name, match[0])
            best = max(best, found) if best else found
    return best


_FIGURES = ("statistic", "market")
_FRONT_MODIFIER = re.compile(r"^[^，。的]{0,24}\d[^，。的]{0,10}的(?=[^，。]{4})")
"""总投资超过200亿元的 in 总投资超过200亿元的项目启动: a figure that tells no more than which thing is meant."""


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """The rows of ``type_patterns.tsv``, type, strength and pattern, the strongest first."""
    rows = [(row[0], int(row[1]), re.compile(row[2])) for row in rows_of("type_patterns.tsv")]
    return tuple(sorted(rows, key=lambda row: -row[1]))
