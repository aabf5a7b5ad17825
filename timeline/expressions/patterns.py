"""The pattern language of the rows: how a pattern becomes a regular expression, and how its matches can begin.

A pattern is made of characters, ``{slot}``, ``[class]``, ``(?:a|b)``, ``?``, ``*``, ``+``, ``{2}`` (once or
more) and look-arounds.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, Protocol

NUMBER = "#"
"""Stands for a number in the keys under which rows are filed."""

MOST_FIGURES = 9
"""Numbers of so many figures and more are told apart no further."""

KEY_LENGTH = 3
"""How many characters of a match are told apart before a row is tried; a number counts as one."""

ANY = "*"
"""Stands for a character that is not told."""

_NEVER = "(?!)"
_MOST_GROUPS = 3
"""More groups of first characters let less through, and cost more at each place."""

_MARKS = ("?<=", "?<!", "?=", "?!", "?:")
_ASIDE = ("?<=", "?<!", "?!")
_QUANTIFIER = re.compile(r"([?*+])|\{(\d+)(,?)(\d*)\}")
_GROUP_NAME = re.compile(r"\?P<\w+>")
_SLOT = re.compile(r"\{([a-z_]+)\}")


class SlotLike(Protocol):
    """What a pattern needs to know of a slot."""

    @property
    def pattern(self) -> str:
        """A regular expression without groups."""

    @property
    def number(self) -> bool:
        """Whether it is a number."""


def expand(pattern: str, slots: Mapping[str, SlotLike]) -> tuple[str, list[str]]:
    """The regular expression of a pattern, and the names of its slots; spaces may stand around numbers.

    Raises:
        KeyError: where the pattern names a slot that does not exist.
    """
    names: list[str] = []

    def group(match: re.Match[str]) -> str:
        name = match[1]
        slot = slots[name]
        names.append(name)
        inside = f"(?P<{name}>{slot.pattern})"
        if not slot.number:
            return inside
        return f" ?{inside} ?" if match.start() else f"{inside} ?"

    return _SLOT.sub(group, pattern), names


class Prefixes(NamedTuple):
    """How the matches of a pattern can begin.

    Attributes:
        keys: one to ``KEY_LENGTH`` characters; ``NUMBER`` stands for a number, a shorter key leaves the next one open.
        figures: how many figures a number may have with which a match begins, ``MOST_FIGURES`` for those and more; 0
            where it is written in numerals.
    """

    keys: set[str]
    figures: set[int]


def prefixes(pattern: str, slots: Mapping[str, SlotLike], digits: str) -> Prefixes:
    """How the matches of a pattern can begin, where ``digits`` is a class body of the figures.

    A look ahead may tell more than what follows it, or less: the keys are those of which the shortest is the longer.

    Raises:
        ValueError: where a match could begin with anything.
    """
    told = []
    for heeds in (True, False) if "(?=" in pattern else (True,):
        reader = _Heads(pattern, slots, digits, heeds)
        told.append(Prefixes({head.split(ANY)[0] for head in reader.alternatives()}, reader.figures))
    best = max(told, key=lambda one: min(map(len, one.keys)))
    if "" in best.keys:
        raise ValueError(f"{pattern!r} does not say with what it begins")
    return best


_NUMERALS = 12
"""How many numerals a number in words may have, after its first."""


def gate(keys: Iterable[str], digits: str, numerals: str) -> re.Pattern[str]:
    """Where a match can begin, told by the characters of the keys; those of one character are left to ``singles``.

    Figures are matched whole, and never begun inside; what stands behind the first of them is group 1. The rest of a
    run of numerals before its unit is group 2, and no longer than ``_NUMERALS``. One class begins the pattern, so that
    the engine passes over all other characters at once, and one for all that may follow turns most places away.
    """
    number = f"{digits}{numerals}"
    units = {key[1:] for key in keys if key[0] == NUMBER}
    unit = f" ?[{numerals}]?(?:{'|'.join(_ahead(units, number))})" if "" not in units else ""
    words = [key for key in keys if key[0] != NUMBER and len(key) > 1]
    firsts = "".join({key[0] for key in words})
    in_figures, in_numerals, others = (
        [key for key in words if key[0] in some]
        for some in (set(re.findall(kind, firsts)) for kind in (f"[{digits}]", f"[{numerals}]", f"[^{number}]"))
    )
    second = _one_of({NUMBER, *(key[1] for key in words), *(key[:1] for key in units)}, number)
    figures = "|".join([f"[{digits}]*+{unit}", *_behind_first(in_figures, number)])
    run = "|".join([f"([{numerals}]{{0,{_NUMERALS}}}+){unit}", *_behind_first(in_numerals, number)])
    of_figures = f"(?<=[{digits}])(?<![{digits}][{digits}])(?={figures})([{digits}]*+)"
    of_numerals = f"(?<=[{numerals}])(?={run})"
    of_words = f"(?<![{number}])(?={'|'.join(_behind_first(others, number) or [_NEVER])})"
    followed = f"(?={second})" if unit else ""
    places = f"(?<=[{number}])(?:{of_figures}|{of_numerals})|{of_words}"
    return re.compile(f"[{_class(firsts)}{number}]{followed}(?:{places})", re.DOTALL)


def singles(keys: Iterable[str], digits: str) -> dict[str, re.Pattern[str]]:
    """The characters that are a key by themselves, and where they stand: never inside figures."""
    return {
        key: re.compile(f"{re.escape(key)}(?<![{digits}][{digits}])")
        for key in sorted(keys)
        if len(key) == 1 and key != NUMBER
    }


def led_by_class(pattern: str, digits: str) -> str:
    """The pattern behind a class of all characters with which it can begin, so that a search passes over the others.

    What it matches is the first character alone; its groups are what they were.

    Raises:
        ValueError: where a match could begin with anything.
    """
    firsts = {key[0] for key in prefixes(_GROUP_NAME.sub("?:", pattern), {}, digits).keys}
    return f"[{_class(firsts)}](?<=(?={pattern}).)"


def openings(pattern: str) -> frozenset[str]:
    """The two characters with which a match of a regular expression can begin, or one where the second can be any.

    Without back references in it; ``NUMBER`` stands for a figure, and "" is among them where a match could begin with
    anything.
    """
    heads = _Openings(_GROUP_NAME.sub("?:", pattern), {}, "", heeds_looks_ahead=False).alternatives()
    return frozenset(head if head == NUMBER else head.split(NUMBER)[0] for head in (h.split(ANY)[0] for h in heads))


def _ahead(keys: Iterable[str], number: str) -> list[str]:
    """Alternatives that let the keys through from where they begin."""
    return ["".join(_one_of(characters, number) for characters in box) for box in _boxes(keys)]


def _behind_first(keys: Iterable[str], number: str) -> list[str]:
    """Alternatives that let the keys through from behind their first character.

    What follows is asked before what stands first, since an alternative that begins with a class fails fastest.
    """
    alternatives = []
    for first, *rest in _boxes(keys):
        second, *third = (_one_of(characters, number) for characters in rest)
        alternatives.append(f"{second}(?<=[{_class(first)}].){''.join(third)}")
    return alternatives


def _one_of(characters: set[str], number: str) -> str:
    return f"[{_class(characters)}{f'{number} ' if NUMBER in characters else ''}]"


def _boxes(keys: Iterable[str]) -> list[list[set[str]]]:
    """Few sequences of sets of characters that hold all keys and little else; a number ends a key."""
    ended = {key[: key.find(NUMBER) + 1 or KEY_LENGTH] for key in keys}
    alone = {key for key in ended if len(key) == 1}
    boxes = [[alone]] if alone else []
    behind: dict[int, dict[str, dict[str, set[str]]]] = {}
    for key in ended:
        if key[0] not in alone and (len(key) == 2 or key[:2] not in ended):
            behind.setdefault(len(key), {}).setdefault(key[0], {}).setdefault(key[1:2], set()).add(key[2:])
    for length, seconds in sorted(behind.items()):
        for first, second in _clusters({one: set(seconds[one]) for one in seconds}):
            third = set[str]().union(*(seconds[one].get(two, ()) for one in first for two in second))
            boxes.append([first, second, third][:length])
    return boxes


def _clusters(behind: Mapping[str, set[str]]) -> list[tuple[set[str], set[str]]]:
    """First characters in few groups, each with all that may follow one of them, so that little else is let through."""
    groups: list[tuple[set[str], set[str]]] = []
    for first, second in sorted(behind.items(), key=lambda item: (len(item[1]), item[0])):
        if len(groups) < _MOST_GROUPS:
            groups.append(({first}, set(second)))
            continue
        firsts, seconds = min(
            groups, key=lambda group: (len(group[0]) + 1) * len(group[1] | second) - len(group[0]) * len(group[1])
        )
        firsts.add(first)
        seconds.update(second)
    return groups


def _class(characters: Iterable[str]) -> str:
    return re.escape("".join(sorted(set(characters) - {NUMBER})))


class _Heads:
    """A reader of patterns that keeps the first characters of what they match."""

    _length = KEY_LENGTH

    def __init__(
        self, pattern: str, slots: Mapping[str, SlotLike], digits: str, heeds_looks_ahead: bool = True
    ) -> None:
        self._pattern = pattern
        self._slots = slots
        self._digits = digits
        self._heeds = heeds_looks_ahead
        self._at = 0
        self._leads = True
        self.figures: set[int] = set()
        """How many figures the numbers may have that were read where a match can begin."""

    def alternatives(self) -> set[str]:
        """The heads of ``a|b|c``, up to the end or a closing bracket."""
        heads = self._sequence()
        while self._peek() == "|":
            self._at += 1
            heads |= self._sequence()
        return heads

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self) -> set[str]:
        heads, whole, leads = {""}, set[str](), self._leads
        while self._peek() not in ("", "|", ")"):
            self._leads = leads and "" in heads
            piece = self._quantified()
            heads = {self._join(head, tail) for head in heads for tail in piece}
            whole |= {head for head in heads if self._is_whole(head)}
            heads -= whole
        self._leads = leads
        return heads | whole

    def _quantified(self) -> set[str]:
        piece = self._piece()
        quantifier = self._peek()
        if quantifier == "{" and self._pattern[self._at + 1].isdigit():
            self._at = self._pattern.index("}", self._at) + 1
            return piece
        if quantifier and quantifier in "*+":
            piece = piece | {self._join(a, b) for a in piece for b in piece}
        if quantifier and quantifier in "*+?":
            self._at += 1
        return piece | {""} if quantifier and quantifier in "*?" else piece

    def _piece(self) -> set[str]:
        character = self._peek()
        self._at += 1
        if character == "(":
            return self._group()
        if character == "[":
            return self._class()
        if character == "{":
            return self._slot()
        if character == "\\":
            self._at += 1
            return set("0123456789") if self._pattern[self._at - 1] == "d" else {self._pattern[self._at - 1]}
        return {ANY} if character == "." else {character}

    def _group(self) -> set[str]:
        kind = next((mark for mark in _MARKS if self._pattern.startswith(mark, self._at)), "")
        self._at += len(kind)
        heads = self.alternatives()
        self._at += 1
        if kind == "?=":
            return {head + ANY for head in heads} if self._heeds else {""}
        return {""} if kind in _ASIDE else heads

    def _class(self) -> set[str]:
        end = self._at + 1
        while self._pattern[end] != "]" or self._pattern[end - 1] == "\\":
            end += 1
        body, self._at = self._pattern[self._at : end], end + 1
        if body.startswith("^"):
            return {ANY}
        body = re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), body)
        return set(body.replace("\\", ""))

    def _slot(self) -> set[str]:
        end = self._pattern.index("}", self._at)
        slot, self._at = self._slots[self._pattern[self._at : end]], end + 1
        if not slot.number:
            return set(_words(slot.pattern, self._digits))
        if self._leads:
            self.figures |= _figures(slot.pattern, self._digits)
        return {NUMBER}

    def _is_whole(self, head: str) -> bool:
        return len(head) >= self._length or ANY in head

    def _join(self, head: str, tail: str) -> str:
        return head if ANY in head else (head + tail)[: self._length]


class _Openings(_Heads):
    """A reader of all of Python's regular expressions; a class of characters such as ``\\w`` can be anything."""

    _length = 2

    def _piece(self) -> set[str]:
        if self._peek() in ("^", "$"):
            self._at += 1
            return {""}
        if self._peek() == "\\" and self._pattern[self._at + 1].isalnum():
            self._at += 2
            return {NUMBER + ANY if self._pattern[self._at - 1] == "d" else ANY}
        return super()._piece()

    def _class(self) -> set[str]:
        start = self._at
        characters = super()._class()
        return {ANY} if re.search(r"\\\w", self._pattern[start : self._at]) else characters

    def _quantified(self) -> set[str]:
        piece = self._piece()
        quantifier = _QUANTIFIER.match(self._pattern, self._at)
        if quantifier is None:
            return piece
        self._at = quantifier.end() + (self._pattern[quantifier.end() : quantifier.end() + 1] in ("?", "+"))
        sign, least, _, _ = quantifier.groups()
        again = set() if sign == "?" else {self._join(a, b) for a in piece for b in piece}
        return piece | again | ({""} if sign in ("?", "*") or least == "0" else set())


class _Figures(_Heads):
    """A reader of the pattern of a number that keeps the figures with which it begins: a ``NUMBER`` for each."""

    _length = MOST_FIGURES

    def _piece(self) -> set[str]:
        heads = super()._piece()
        told = {head for head in heads if len(head) != 1 or head == NUMBER}  # what a group has come to
        figures = re.findall(f"[{self._digits}]", "".join(heads - told))
        return told | ({NUMBER} if figures else set()) | ({ANY} if len(heads - told) > len(figures) else set())

    def _quantified(self) -> set[str]:
        piece = self._piece()
        quantifier = _QUANTIFIER.match(self._pattern, self._at)
        if quantifier is None:
            return piece
        self._at = quantifier.end()
        sign, least, comma, most = quantifier.groups()
        low = int(least or sign == "+")
        high = int(most or (self._length if comma or sign in ("*", "+") else least or 1))
        heads, times = set[str](), {""}
        for count in range(min(high, self._length) + 1):
            heads |= times if count >= low else set()
            times = {self._join(head, tail) for head in times for tail in piece}
        return heads


@cache
def _words(pattern: str, digits: str) -> frozenset[str]:
    """How the words of a slot begin; kept, since many rows name the same lists of words."""
    return frozenset(_Heads(pattern, {}, digits).alternatives())


@cache
def _figures(pattern: str, digits: str) -> frozenset[int]:
    """How many figures the number of a slot may have."""
    return frozenset(head.count(NUMBER) for head in _Figures(pattern, {}, digits).alternatives())
