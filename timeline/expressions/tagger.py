"""The rows compiled into one scanner: it knows numbers and first characters, and no language.

A text is searched for characters with which some row can begin. What stands there is looked up by its first two
characters, or, where it is a number, by the character after the number; only the few rows under that key are tried,
and the longest match wins. So the time depends on the text and hardly on the number of rows.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.expressions.meaning import Find, Meaning
from timeline.expressions.patterns import NUMBER, expand, prefixes

_LONGEST_NUMERAL = 8
"""A run of numerals that no row takes is passed over whole when it is longer; else a row may begin inside it."""

Build = Callable[[Mapping[str, Any]], Meaning | None]
"""From what the slots say to the meaning; None where it is no date after all."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A named piece of a pattern.

    Attributes:
        pattern: a regular expression without groups, or, of a word list, its words in alternation.
        read: from the words to the value that the builder gets; None where it gets nothing.
        number: whether it is a number, before and after which a space may stand.
        says: the name under which the builder gets the value; the slot's own where empty.
    """

    pattern: str
    read: Callable[[str], Any] | None
    number: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row: a form of words, what it means, and examples that are its tests.

    Attributes:
        name: unique, in snake_case; it stands in every result.
        pattern: characters, ``{slot}``, ``[class]``, ``(?:a|b)``, ``?``, ``*``, ``+`` and look-arounds.
        build: from the values of the slots to the meaning.
        examples: (text, value), with the publication date as a third where it matters; a text that must give nothing
            has the value "". A modifier follows the value: ``2021-09;mod=END``.
    """

    name: str
    pattern: str
    build: Build
    examples: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    match: Callable[[str, int], "re.Match[str] | None"]
    rule: Rule
    readers: tuple[tuple[str, str, Callable[[str], Any]], ...]
    order: int


class Tagger:
    """The scanner of a set of rows.

    Args:
        rules: the rows; of two matches of equal length the earlier row wins.
        slots: the slots that their patterns name.
        digits: a class body of the characters of numbers written in figures.
        numerals: a class body of the characters of numbers written in words.
    """

    def __init__(self, rules: Iterable[Rule], slots: Mapping[str, Slot], digits: str, numerals: str) -> None:
        by_key: dict[str, list[_Row]] = {}
        for order, rule in enumerate(rules):
            row = _compile(rule, slots, order)
            for key in sorted(prefixes(rule.pattern, slots)):
                by_key.setdefault(key, []).append(row)
        self._rows = {
            key: tuple(rows if len(key) == 1 else _in_order(rows + by_key.get(key[0], [])))
            for key, rows in by_key.items()
        }
        starts = "".join(sorted({key[0] for key in by_key} - {NUMBER}))
        self._gate = re.compile(f"[{re.escape(starts)}{digits}{numerals}]")
        self._run = re.compile(f"[{digits}]+|[{numerals}]+")
        characters = map(chr, range(0x10000))
        self._numerals = frozenset(filter(re.compile(f"[{digits}{numerals}]").match, characters))
        self._figures = frozenset(filter(re.compile(f"[{digits}]").match, self._numerals))

    def tag(self, text: str) -> list[Find]:
        """All matches in the text, left to right, not overlapping."""
        finds: list[Find] = []
        position, rows_at, run, numerals = 0, self._rows.get, self._run.match, self._numerals
        for hit in self._gate.finditer(text):
            start = hit.start()
            if start < position:
                continue
            first = text[start]
            rows = rows_at(text[start : start + 2]) or rows_at(first, ())
            number = run(text, start) if first in numerals else None
            if number is not None:
                rows = (*self._rows_of_number(text, start, number.end()), *rows)
            best = _longest(rows, text, start) if rows else None
            if best is not None:
                finds.append(best)
                position = best.end
            elif number is not None and (first in self._figures or number.end() - start > _LONGEST_NUMERAL):
                position = number.end()
        return finds

    def _rows_of_number(self, text: str, start: int, end: int) -> tuple[_Row, ...]:
        """The rows that begin with a number, filed under the character that follows it."""
        if text[end : end + 1] == " ":
            end += 1
        unit = text[end : end + 1]
        rows = self._rows.get(NUMBER + unit) or self._rows.get(NUMBER, ())
        return () if rows and _inside_number(text, start, unit) else rows


def _longest(rows: Iterable[_Row], text: str, start: int) -> Find | None:
    """The longest match of the rows that means something; of equal ones the first."""
    found: Find | None = None
    for row in rows:
        match = row.match(text, start)
        if match is not None and (found is None or match.end() > found.end):
            said = {says: read(match[name]) for name, says, read in row.readers if match[name] is not None}
            meaning = row.rule.build(said)
            if meaning is not None and match.end() > start:
                found = Find(start, match.end(), meaning, row.rule.name)
    return found


def _in_order(rows: list[_Row]) -> list[_Row]:
    return list({id(row): row for row in sorted(rows, key=lambda row: row.order)}.values())


def _inside_number(text: str, start: int, unit: str) -> bool:
    """Whether the figures at start go on from a decimal, a fraction, a name or a sign before them.

    A name in letters ends where a unit that is none follows the figures: WAIC2022年.
    """
    before = text[start - 1 : start]
    if not text[start].isascii() or not before:
        return False
    if before in ".,/:+_" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        return True
    return before.isascii() and (before in "_+$#@=&%" or (before.isalpha() and unit.isascii()))


def _compile(rule: Rule, slots: Mapping[str, Slot], order: int) -> _Row:
    pattern, names = expand(rule.pattern, slots)
    named = ((name, slots[name].says or name, slots[name].read) for name in names)
    readers = tuple((name, says, read) for name, says, read in named if read is not None)
    return _Row(re.compile(pattern).match, rule, readers, order)
