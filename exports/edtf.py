"""EDTF (ISO 8601-2:2019; loc.gov/standards/datetime) as values: the levels and forms that events are told in."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from schemas import Granularity

Unit = Literal["century", "decade", "year", "half", "quarter", "season", "month", "day"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One date of EDTF, as exact as it is told; the time of day is told by an event's own bounds.

    Attributes:
        unit: the size of what it names.
        year: the astronomical year, or the first year of a decade or century.
        part: the number of the half (1–2), quarter (1–4), season (1–4: spring, summer, autumn, winter) or month (1–12).
        day: the day of the month.
        approximate: marked ``~`` or ``%``.
        uncertain: marked ``?`` or ``%``.
    """

    unit: Unit
    year: int
    part: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """What an EDTF string tells: both edges are inside, an edge of None is open.

    A single date has the same edge twice.
    """

    begin: Edge | None
    end: Edge | None

    @property
    def approximate(self) -> bool:
        """Whether either edge is."""
        return any(edge.approximate for edge in (self.begin, self.end) if edge)

    @property
    def uncertain(self) -> bool:
        """Whether either edge is."""
        return any(edge.uncertain for edge in (self.begin, self.end) if edge)


_QUALIFIER = r"[?~%]?"
_EDGE = re.compile(
    rf"""(?P<q1>{_QUALIFIER})(?P<year>-?\d{{2}}XX|-?\d{{3}}X|-?\d{{4}})(?P<q2>{_QUALIFIER})
    (?:-(?P<q3>{_QUALIFIER})(?P<part>\d\d|XX)(?P<q4>{_QUALIFIER})
    (?:-(?P<q5>{_QUALIFIER})(?P<day>\d\d|XX)(?P<q6>{_QUALIFIER})
    (?:T\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?(?P<q7>{_QUALIFIER}))?)?)?""",
    re.VERBOSE,
)
_PARTS: dict[int, tuple[Unit, int]] = {
    **{number: ("month", number) for number in range(1, 13)},
    **{number: ("season", number - 20) for number in range(21, 25)},
    **{number: ("quarter", number - 32) for number in range(33, 37)},
    **{number: ("half", number - 39) for number in (40, 41)},
}
"""What the two digits after the year name (ISO 8601-2:2019, 4.8)."""


def parse(text: str) -> Span | None:
    """Read EDTF; None where the form is not among those that events use, or a number is out of range.

    >>> parse("2022-09-01/2022-09-03").end.day
    3
    """
    begin, slash, end = text.strip().partition("/")
    if not slash:
        edge = _edge(begin)
        return Span(edge, edge) if edge else None
    edges = [None if side in ("", "..") else _edge(side) for side in (begin, end)]
    if any(edge is None and side not in ("", "..") for edge, side in zip(edges, (begin, end), strict=True)):
        return None
    return Span(*edges) if any(edges) else None


def from_bounds(begin: date | datetime, until: date | datetime | None, granularity: Granularity) -> Span:
    """The span of half-open bounds, for events whose EDTF cannot be read.

    ``until`` of None is open; ``until`` not after ``begin`` is the moment of ``begin``.
    """
    unit: Unit = granularity if granularity in ("year", "month") else "day"
    first = _edge_of(begin, unit)
    if until is None:
        return Span(first, None)
    last = date.fromordinal(max(_day_of(until).toordinal() - _is_midnight(until), _day_of(begin).toordinal()))
    return Span(first, _edge_of(last, unit))


def of_days(first: date, last: date) -> Span:
    """The span of two days, both inside."""
    return Span(_edge_of(first, "day"), _edge_of(last, "day"))


def _edge(text: str) -> Edge | None:
    found = _EDGE.fullmatch(text)
    if not found:
        return None
    marks = "".join(found[f"q{number}"] or "" for number in range(1, 8))
    approximate, uncertain = any(mark in marks for mark in "~%"), any(mark in marks for mark in "?%")
    year, unit = _year(found["year"])
    if not found["part"] or found["part"] == "XX" or unit != "year":
        return Edge(unit, year, approximate=approximate, uncertain=uncertain)
    if int(found["part"]) not in _PARTS:
        return None
    unit, part = _PARTS[int(found["part"])]
    if not found["day"] or found["day"] == "XX":
        return Edge(unit, year, part, approximate=approximate, uncertain=uncertain)
    if unit != "month" or not 1 <= int(found["day"]) <= 31:
        return None
    return Edge("day", year, part, int(found["day"]), approximate, uncertain)


def _year(text: str) -> tuple[int, Unit]:
    if text.endswith("XX"):
        return int(text[:-2]) * 100, "century"
    if text.endswith("X"):
        return int(text[:-1]) * 10, "decade"
    return int(text), "year"


def _edge_of(when: date | datetime, unit: Unit) -> Edge:
    if unit == "year":
        return Edge("year", when.year)
    return Edge(unit, when.year, when.month, when.day if unit == "day" else None)


def _day_of(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _is_midnight(when: date | datetime) -> bool:
    return not isinstance(when, datetime) or when.time() == datetime.min.time()
