"""Eras (年号), 干支 years and zodiac years as Gregorian years."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
"""The animals of the twelve branches, in their order."""

_FIRST_OF_CYCLES = 4
"""A year with which both cycles begin: 甲子, and a year of the rat."""


@dataclass(frozen=True, slots=True)
class Era:
    """A reign or republic whose years are counted from its first (元年)."""

    names: tuple[str, ...]
    """Its names, in simplified script."""
    dynasties: tuple[str, ...]
    """The words for its dynasty that may stand before it."""
    first: int
    """The Gregorian year of its 元年."""
    last: int
    """The Gregorian year of its last."""

    def year(self, number: int) -> int | None:
        """The Gregorian year of its `number`-th year; None beyond its last (by more than the year of change)."""
        year = self.first + number - 1
        return year if number >= 1 and year <= self.last + 1 else None


@lru_cache(maxsize=1)
def eras() -> tuple[Era, ...]:
    """All eras, in the order of the table."""
    table = files(__package__).joinpath("eras.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(
        Era(tuple(names.split()), tuple(dynasties.split()), int(first), int(last))
        for names, dynasties, first, last in rows
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Era]:
    return {name: era for era in eras() for name in era.names}


def era_year(name: str, number: int) -> int | None:
    """The Gregorian year of the `number`-th year of an era (元年 is 1), or None where the era had no such year.

    Raises KeyError where no era has the name.
    """
    return _by_name()[name].year(number)


Cycle = tuple[int, int]
"""A place in a cycle of years, counted from 0, and the cycle's length."""


def sexagenary_cycle(stem: str, branch: str) -> Cycle | None:
    """The place of a 干支 year among the sixty: ("甲", "午") → (30, 60); None for a pair that does not exist (甲丑)."""
    number, other = STEMS.index(stem), BRANCHES.index(branch)
    return next(((place, 60) for place in range(number, 60, 10) if place % 12 == other), None)


def zodiac_cycle(animal: str) -> Cycle:
    """The place of an animal among the twelve: "龙" → (4, 12).

    Raises ValueError where it is none of them.
    """
    return ANIMALS.index(animal), 12


def nearest_in_cycle(cycle: Cycle, year: int) -> int:
    """The year nearest to `year` at a place of a cycle, the earlier of two: ((30, 60), 2013) → 2014."""
    place, length = cycle
    behind = (year - _FIRST_OF_CYCLES - place) % length
    return year - behind if behind * 2 <= length else year - behind + length
