"""The pattern language of the rows: how a pattern becomes a regular expression, and how its matches can begin.

A pattern is made of characters, ``{slot}``, ``[class]``, ``(?:a|b)``, ``?``, ``*``, ``+``, ``{2}`` (once or
more) and look-arounds.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

NUMBER = "#"
"""Stands for a number in the keys under which rows are filed."""

KEY_LENGTH = 3
"""How many characters of a match are told apart before a row is tried; a number counts as one."""

ANY = "*"
"""Stands for a character that is not told."""

_MOST_GROUPS = 4
"""More groups of first characters let less through, and cost more at each place."""

_MARKS = ("?<=", "?<!", "?=", "?!", "?:")
_ASIDE = ("?<=", "?<!", "?!")
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


def prefixes(pattern: str, slots: Mapping[str, SlotLike]) -> set[str]:
    """The keys under which a row is filed: how its matches can begin, in one to ``KEY_LENGTH`` characters.

    ``NUMBER`` stands for a number; a shorter key leaves the next character open.

    Raises:
        ValueError: where a match could begin with anything.
    """
    keys = {head.split(ANY)[0] for head in _Heads(pattern, slots).alternatives()}
    if "" in keys:
        raise ValueError(f"{pattern!r} does not say with what it begins")
    return keys


_NUMERALS = 12
"""How many numerals a number in words may have, after its first."""


def gate(keys: Iterable[str], digits: str, numerals: str) -> re.Pattern[str]:
    """What a match can begin with, by its first two characters; a number is matched whole.

    Every alternative begins with a class of characters: so the engine passes over all others at once. Figures are tried
    where they begin and numerals up to a length, so that a run of a million of them is passed over in one go.
    """
    number = f"{digits}{numerals}"
    alone = {key for key in keys if len(key) == 1 and key != NUMBER}
    behind: dict[str, set[str]] = {}
    for key in keys:
        if len(key) > 1 and key[0] not in alone:
            behind.setdefault(key[0], set()).add(key[1])
    unit = f"(?= ?[{_class(behind.pop(NUMBER, ()))}{number}])" if NUMBER not in keys else ""
    parts = [
        f"[{digits}](?<![{digits}][{digits}])[{digits}]*+{unit}",
        f"[{numerals}][{numerals}]{{0,{_NUMERALS}}}+{unit}",
    ]
    parts += [f"[{_class(alone)}]"] if alone else []
    for first, second in _clusters(behind):
        counted = f"{number} " if NUMBER in second else ""
        parts.append(f"[{_class(first)}](?=[{_class(second)}{counted}])")
    return re.compile("|".join(parts))


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

    def __init__(self, pattern: str, slots: Mapping[str, SlotLike]) -> None:
        self._pattern = pattern
        self._slots = slots
        self._at = 0

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
        heads, whole = {""}, set[str]()
        while self._peek() not in ("", "|", ")"):
            piece = self._quantified()
            heads = {_join(head, tail) for head in heads for tail in piece}
            whole |= {head for head in heads if _is_whole(head)}
            heads -= whole
        return heads | whole

    def _quantified(self) -> set[str]:
        piece = self._piece()
        quantifier = self._peek()
        if quantifier == "{" and self._pattern[self._at + 1].isdigit():
            self._at = self._pattern.index("}", self._at) + 1
            return piece
        if quantifier and quantifier in "*+":
            piece = piece | {_join(a, b) for a in piece for b in piece}
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
            return {head + ANY for head in heads}
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
        return {NUMBER} if slot.number else _Heads(slot.pattern, self._slots).alternatives()


def _is_whole(head: str) -> bool:
    return len(head) >= KEY_LENGTH or ANY in head


def _join(head: str, tail: str) -> str:
    return head if ANY in head else (head + tail)[:KEY_LENGTH]
