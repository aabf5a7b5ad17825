"""The rows compiled into one scanner: it knows numbers and first characters, and no language.

A text is searched for characters with which some row can begin. What stands there is looked up by its first three
characters, or, where it is a number, by how many figures it has and the two characters behind it; only the few rows
filed under those are tried, and the longest match wins. So the time depends on the text and hardly on the number of
rows.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any

from timeline.expressions.meaning import Find, Meaning
from timeline.expressions.patterns import KEY_LENGTH, MOST_FIGURES, NUMBER, expand, gate, prefixes, singles

_FIGURES, _NUMERALS = 1, 2
"""The groups of the gate."""

_LONGEST_NUMERAL = 8
"""A run of numerals that no row takes is passed over whole when it is longer; else a row may begin inside it."""

_REACH = 8
"""How many characters are looked at where a number stands behind the first."""
_MOST_REMEMBERED = 20_000
"""How many beginnings are kept with their rows; then all are forgotten."""
_MOST_MEANINGS = 1_000
"""How many meanings a row keeps; then all are forgotten."""
_BY_LENGTH = itemgetter(0, 1)
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


@dataclass(slots=True)
class _Row:
    match: Callable[[str, int], "re.Match[str] | None"]
    rule: Rule
    readers: tuple[tuple[str, Callable[[str], Any]] | None, ...]
    order: int
    figures: set[int] = field(default_factory=set)
    meanings: dict[tuple[str | Any, ...], Meaning | None] = field(default_factory=dict)

    def meaning(self, groups: tuple[str | Any, ...]) -> Meaning | None:
        """What the words of the slots mean; kept, since the same words come again and again."""
        try:
            return self.meanings[groups]
        except KeyError:
            pairs = zip(self.readers, groups, strict=True)
            meaning = self.rule.build({to[0]: to[1](words) for to, words in pairs if to and words})
        if len(self.meanings) >= _MOST_MEANINGS:
            self.meanings.clear()
        self.meanings[groups] = meaning
        return meaning


class Tagger:
    """The scanner of a set of rows.

    Args:
        rules: the rows; of two matches of equal length the earlier row wins.
        slots: the slots that their patterns name.
        digits: a class body of the characters of numbers written in figures.
        numerals: a class body of the characters of numbers written in words.
    """

    def __init__(self, rules: Iterable[Rule], slots: Mapping[str, Slot], digits: str, numerals: str) -> None:
        self._filed: dict[str, list[_Row]] = {}
        for order, rule in enumerate(rules):
            row = _compile(rule, slots, order)
            keys, row.figures = prefixes(rule.pattern, slots, digits)
            for key in sorted(keys):
                self._filed.setdefault(key, []).append(row)
        self._gate = gate(self._filed, digits, numerals)
        self._singles = singles(self._filed, digits)
        self._run = re.compile(f"[{digits}]+|[{numerals}]+")
        characters = "".join(map(chr, range(0x10000)))
        self._numerals = frozenset(re.findall(f"[{digits}{numerals}]", characters))
        self._counting = frozenset(key[0] for key in self._filed if key[1:2] == NUMBER)
        self._by_words: dict[str, tuple[_Row, ...]] = {}
        self._by_far_words: dict[str, tuple[_Row, ...]] = {}
        self._by_unit: list[dict[str, tuple[_Row, ...]]] = [{} for _ in range(MOST_FIGURES + 1)]
        self._by_far_unit: list[dict[str, tuple[_Row, ...]]] = [{} for _ in range(MOST_FIGURES + 1)]

    def tag(self, text: str) -> list[Find]:
        """All matches in the text, left to right, not overlapping."""
        finds: list[Find] = []
        position, by_words, by_unit = 0, self._by_words, self._by_unit
        hits: Iterable[re.Match[str]] = self._gate.finditer(text)
        if single := [place.finditer(text) for character, place in self._singles.items() if character in text]:
            hits = sorted(chain(hits, *single), key=re.Match.start)
        for hit in hits:
            start = hit.start()
            if start < position:
                continue
            rows = by_words.get(text[start : start + KEY_LENGTH])
            if rows is None:
                rows = self._rows_of_words(text, start)
            if kind := hit.lastindex:
                end = hit.end(kind)
                figures = 0 if kind == _NUMERALS else end - start if end - start < MOST_FIGURES else MOST_FIGURES
                counted = by_unit[figures].get(text[end : end + KEY_LENGTH - 1])
                if counted is None:
                    counted = self._rows_of_number(text, end, figures)
                if counted and (kind == _NUMERALS or not _inside_number(text, start, end)):
                    rows = counted + rows
                if kind == _FIGURES or end - start > _LONGEST_NUMERAL:
                    position = end
            if rows and (best := _longest(rows, text, start)) is not None:
                finds.append(best)
                position = best.end
        return finds

    def _rows_of_words(self, text: str, start: int) -> tuple[_Row, ...]:
        """The rows that may begin with the words at start; more of them are looked at where they count something."""
        words, memory = text[start : start + KEY_LENGTH], self._by_words
        if words[0] in self._counting and (words[1:2] == " " or words[1:2] in self._numerals):
            words, memory = text[start : start + _REACH], self._by_far_words
        known = memory.get(words)
        return self._remembered(memory, words, self._keys_of_words(words)) if known is None else known

    def _rows_of_number(self, text: str, end: int, figures: int) -> tuple[_Row, ...]:
        """The rows that may begin with a number of so many figures that ends there.

        Its unit may stand behind a space or a numeral.
        """
        unit, memory = text[end : end + KEY_LENGTH - 1], self._by_unit[figures]
        if unit[:1] == " " or unit[:1] in self._numerals:
            unit, memory = text[end : end + KEY_LENGTH], self._by_far_unit[figures]
        known = memory.get(unit)
        return self._remembered(memory, unit, self._keys_of_number(unit), figures) if known is None else known

    def _remembered(
        self, memory: dict[str, tuple[_Row, ...]], words: str, keys: Iterable[str], figures: int | None = None
    ) -> tuple[_Row, ...]:
        """The rows under any of the keys, in order; kept for the next time the same words come."""
        rows_of_keys = (row for key in keys for row in self._filed.get(key, ()))
        found = {row.order: row for row in rows_of_keys if figures is None or figures in row.figures}
        if len(memory) >= _MOST_REMEMBERED:
            memory.clear()
        rows = memory[words] = tuple(found[order] for order in sorted(found))
        return rows

    def _keys_of_words(self, words: str) -> list[str]:
        """The keys that words can be filed under; a number in them stands for itself or for any."""
        first, rest = words[:1], words[1:].removeprefix(" ")
        keys = [first, words[:2], words[:3]]
        if rest[:1] in self._numerals and rest:
            number = self._run.match(rest)
            after = rest[number.end() :].removeprefix(" ") if number else ""
            keys += [first + NUMBER, first + NUMBER + after[:1], first + NUMBER + NUMBER]
        if words[2:3] == " " or words[2:3] in self._numerals:
            keys.append(words[:2] + NUMBER)
        return keys

    def _keys_of_number(self, unit: str) -> list[str]:
        """The keys that a number can be filed under, by the characters that follow it."""
        unit = unit.removeprefix(" ")
        keys = [NUMBER, NUMBER + unit[:1], NUMBER + unit[:2]]
        if unit[1:2] == " " or unit[1:2] in self._numerals:
            keys.append(NUMBER + unit[:1] + NUMBER)
        if unit[:1] in self._numerals and unit:  # 3万小时
            keys += [NUMBER + unit[1:2], NUMBER + unit[1:3]]
        return keys


def _longest(rows: Iterable[_Row], text: str, start: int) -> Find | None:
    """The longest match of the rows that means something; of equal ones that of the earliest row."""
    matches = []
    for row in rows:
        match = row.match(text, start)
        if match is not None:
            matches.append((-match.end(), row.order, match, row))
    if len(matches) > 1:
        matches.sort(key=_BY_LENGTH)
    for end, _, match, row in matches:
        meaning = row.meaning(match.groups())
        if meaning is not None and -end > start:
            return Find(start, -end, meaning, row.rule.name)
    return None


def _inside_number(text: str, start: int, end: int) -> bool:
    """Whether the figures from start to end go on from a decimal, a fraction, a name or a sign before them.

    A name in letters ends where a unit that is none follows the figures: WAIC2022年.
    """
    before = text[start - 1 : start]
    if not before or not before.isascii():
        return False
    if before in ".,/:+_" and start > 1 and text[start - 2].isascii() and text[start - 2].isalnum():
        return True
    return before in "_+$#@=&%" or (before.isalpha() and text[end : end + KEY_LENGTH].lstrip(" ")[:1].isascii())


def _compile(rule: Rule, slots: Mapping[str, Slot], order: int) -> _Row:
    """A row whose regular expression is compiled when it is first tried."""
    pattern, names = expand(rule.pattern, slots)
    said = ((slots[name].says or name, slots[name].read) for name in names)
    readers = tuple((says, read) if read is not None else None for says, read in said)

    def match(text: str, start: int) -> "re.Match[str] | None":
        row.match = re.compile(pattern).match
        return row.match(text, start)

    row = _Row(match, rule, readers, order)
    return row
