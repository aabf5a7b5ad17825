"""An event's time as a span of minutes, and how two spans stand to each other."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from schemas import GRANULARITIES, Event, Granularity, OtherDate

DAY = 24 * 60
"""Minutes in a day."""

LONGEST = {
    "century": 36525 * DAY,
    "decade": 3653 * DAY,
    "year": 366 * DAY,
    "half": 184 * DAY,
    "quarter": 92 * DAY,
    "season": 92 * DAY,
    "month": 31 * DAY,
    "ten_days": 11 * DAY,
    "week": 7 * DAY,
    "day": DAY,
    "part_of_day": 12 * 60,
    "hour": 60,
    "minute": 1,
    "second": 1,
}
"""The most minutes that one unit of a granularity has."""

Relation = Literal["equal", "within", "overlap", "apart"]

_FINENESS = {name: place for place, name in enumerate(GRANULARITIES)}


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of local time.

    Attributes:
        begin: minutes from the year 1.
        until: minutes from the year 1; a moment lasts one unit of its granularity.
        fineness: the place of the granularity among all, coarsest first.
        one_unit: whether the source names one unit (a month, a day) and not a range of several.
        moment: whether it is an instant whose length is not known, or has no end told.
    """

    begin: int
    until: int
    fineness: int
    one_unit: bool
    moment: bool

    @property
    def length(self) -> int:
        """Minutes."""
        return self.until - self.begin


def span_of(event: Event) -> Span:
    """The span of an event's own date."""
    return make_span(event.begin, event.until, event.granularity, approximate=event.approximate)


def span_of_other(other: OtherDate) -> Span | None:
    """The span of a date that stands against an event's own; None where it has no beginning."""
    if other.begin is None:
        return None
    size = (_minutes(other.until) if other.until else 0) - _minutes(other.begin)
    fitting: Granularity = next(
        (name for name in reversed(GRANULARITIES) if name in LONGEST and size <= LONGEST[name]), "century"
    )
    return make_span(other.begin, other.until, fitting if size > 0 else "minute")


def make_span(
    begin: date | datetime, until: date | datetime | None, granularity: Granularity, *, approximate: bool = False
) -> Span:
    """The span between two local dates or date-times."""
    start = _minutes(begin)
    unit = LONGEST.get(granularity, LONGEST["century"])
    if until is None or until == begin:
        return Span(start, start + unit, _FINENESS[granularity], one_unit=True, moment=True)
    end = max(_minutes(until), start + 1)
    return Span(start, end, _FINENESS[granularity], one_unit=approximate or end - start <= unit, moment=False)


def relation(one: Span, other: Span) -> Relation:
    """How two spans stand to each other."""
    if one.begin == other.begin and one.until == other.until:
        return "equal"
    if one.begin >= other.until or other.begin >= one.until:
        return "apart"
    if inside(one, other) or inside(other, one):
        return "within"
    return "overlap"


def inside(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another (or is equal to it)."""
    return outer.begin <= inner.begin and inner.until <= outer.until


def gap(one: Span, other: Span) -> int:
    """Minutes between two spans; 0 where they touch."""
    return max(one.begin - other.until, other.begin - one.until, 0)


def is_moment(span: Span) -> bool:
    """Whether a span is told to the minute."""
    return span.fineness >= _FINENESS["minute"]


COARSER = 40
"""How many times as long a date must be to count as far coarser than another."""


def far_coarser(one: Span, other: Span) -> bool:
    """Whether one of two spans is many times as long as the other: a year and a day."""
    short, long = sorted((one.length, other.length))
    return long > COARSER * max(short, DAY)


def refines(fine: Span, coarse: Span) -> bool:
    """Whether a span says more exactly what another says: a day in a month, a range of days that a day belongs to."""
    if fine == coarse or relation(fine, coarse) != "within":
        return False
    if inside(fine, coarse) and _is_of_years(coarse) and fine.length <= DAY:
        return True
    if inside(fine, coarse) and coarse.one_unit and (fine.fineness > coarse.fineness or fine.length < coarse.length):
        return True
    if not inside(coarse, fine) or fine.one_unit or not coarse.one_unit:
        return False
    return coarse.fineness == fine.fineness or (coarse.length <= DAY and not _is_of_years(fine))


def _is_of_years(span: Span) -> bool:
    """Whether a span is a range of years, which may be that of an edition: 2022—2023年度."""
    return not span.one_unit and span.fineness <= _FINENESS["year"]


def agrees(one: Span, other: Span) -> bool:
    """Whether two spans can both be true of one event: equal, or one more exact than the other."""
    return relation(one, other) == "equal" or refines(one, other) or refines(other, one)


def _minutes(when: date | datetime) -> int:
    minutes = when.toordinal() * DAY
    return minutes + when.hour * 60 + when.minute if isinstance(when, datetime) else minutes
