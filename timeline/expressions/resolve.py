"""From a meaning, an anchor and a policy to bounds, granularity and value. Pure: no clock, no text, no state.

The anchor is a local date-time without offset. All bounds are local and half open.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, datetime, timedelta

from schemas import ExpressionType, Granularity, Modifier
from timeline.expressions.calendar_units import Policy, Unit, midnight, unit_holding, unit_of
from timeline.expressions.durations import after, before, duration_value, finest_unit
from timeline.expressions.meaning import Length, Meaning, Point, Repetition, Side, Span, Vague
from timeline.expressions.recurrence import rule_of
from timeline.expressions.units import MOD_WINDOWS, PART_HOURS, part_hour

__all__ = ["Policy", "Resolved", "resolve"]

_MOMENTS = ("hour", "minute", "second")


@dataclass(slots=True)
class Resolved:
    """What a meaning comes to; ``begin`` and ``until`` as in ``schemas.Expression``."""

    type: ExpressionType
    value: str
    begin: datetime | None = None
    until: datetime | None = None
    granularity: Granularity | None = None
    mod: Modifier | None = None


def resolve(meaning: Meaning, anchor: datetime, policy: Policy) -> Resolved | None:
    """What the words mean, said at the anchor.

    Args:
        meaning: what the words say.
        anchor: the local moment from which it is counted.
        policy: which way a part that is not said is to be sought.

    Returns:
        None where there is no such date (31 June), or none that can be told.
    """
    try:
        if isinstance(meaning, Point):
            return resolve_point(meaning, anchor, policy)
        if isinstance(meaning, Span):
            return resolve_span(meaning, anchor, policy)
        if isinstance(meaning, Length):
            return resolve_length(meaning, anchor)
        if isinstance(meaning, Repetition):
            return Resolved("SET", rule_of(meaning))
    except (ValueError, OverflowError):
        return None
    return resolve_vague(meaning) if isinstance(meaning, Vague) else None


def resolve_vague(vague: Vague) -> Resolved:
    """近日 and the like, which are counted from nothing."""
    return Resolved("DATE", vague.reference)


def resolve_span(span: Span, anchor: datetime, policy: Policy) -> Resolved | None:
    """Both ends: each takes what it does not say from the other, and the last does not come before the first."""
    if _says_more(span.last, span.first):
        last = resolve_point(span.last, anchor, policy)
        if last is None or last.begin is None:
            return None
        first = resolve_point(span.first, last.begin, "past")
    else:
        first = resolve_point(span.first, anchor, policy)
        if first is None or first.begin is None:
            return _ancient_span(span, anchor, policy, first)
        base = first.begin
        if _names_the_day(span.last) and not span.last.follows:
            base = anchor
        last = resolve_point(_with_part(span), base, "current")
        if last is not None and last.begin is not None and last.begin < first.begin:
            last = resolve_point(_with_part(span), base, "future")
        if last is not None and last.begin is not None and last.begin < first.begin and span.last.hour is not None:
            last = resolve_point(span.last, base + timedelta(days=1), "current")
    if first is None or last is None or first.begin is None or last.until is None or last.until <= first.begin:
        return None
    until = (
        last.until
        if last.granularity not in _MOMENTS or last.begin is None
        else max(last.begin, first.until or last.until)
    )
    kind: ExpressionType = "TIME" if "TIME" in (first.type, last.type) else "DATE"
    begin, mod = first.begin, first.mod if first.mod == last.mod else None
    value = f"{first.value.partition('/')[0]}/{last.value.rpartition('/')[2]}"
    if span.mod in MOD_WINDOWS:
        edges = MOD_WINDOWS[span.mod](begin.date(), until.date(), "era")
        begin, until, mod = midnight(edges[0]), midnight(edges[1]), span.mod
    return Resolved(kind, value, begin, until, last.granularity, mod)


def _ancient_span(span: Span, anchor: datetime, policy: Policy, first: Resolved | None) -> Resolved | None:
    last = resolve_point(span.last, anchor, policy)
    if first is None or last is None:
        return None
    return Resolved("DATE", f"{first.value}/{last.value}", None, last.until, last.granularity)


def _says_more(last: Point, first: Point) -> bool:
    """Whether the last end names a coarser unit than the first does: 12月至2023年2月."""
    if _names_the_day(first) or first.follows or first.hour is not None or first.part is not None:
        return False
    if first.year is not None or first.year_shift is not None:
        return False
    if last.year is not None or last.year_shift is not None:
        return True
    return first.month is None and first.month_shift is None and last.month is not None and first.day is not None


def _names_the_day(point: Point) -> bool:
    return point.day_shift is not None or point.week_shift is not None or point.month_shift is not None or (
        point.year_shift is not None
    )  # fmt: skip


def _with_part(span: Span) -> Point:
    """The last end with the first one's part of the day, where it tells only an hour: 下午5点到6点."""
    first, last = span.first, span.last
    if (
        _names_the_day(last)
        or last.hour is None
        or last.part is not None
        or first.part is None
        or first.hour is None
        or last.hour > 12
    ):
        return last
    if part_hour(first.part, last.hour) > part_hour(first.part, first.hour):
        return replace(last, part=first.part)
    if last.hour < 12 < part_hour(first.part, first.hour) < last.hour + 12:
        return replace(last, part="AF")
    return last


def resolve_point(point: Point, anchor: datetime, policy: Policy) -> Resolved | None:
    """A unit of the calendar, or a part or a moment of a day."""
    if point.year is not None and not MINYEAR <= point.year < MAXYEAR:
        return _outside_calendar(point)
    unit = unit_of(point, anchor, policy)
    if unit is None:
        return None
    if point.hour is not None or point.part is not None:
        return _time_of_day(point, unit)
    begin, until = unit.moments()
    if point.mod in ("START", "MID", "END"):
        first, last = MOD_WINDOWS[point.mod](unit.begin, unit.until, unit.granularity)
        begin, until = midnight(first), midnight(last)
    return Resolved("DATE", unit.value, begin, until, unit.granularity, point.mod)


def _outside_calendar(point: Point) -> Resolved | None:
    """A year before the year 1 or after 9998: a value without bounds."""
    if point.year is None:
        return None
    value = f"{point.year:05d}" if point.year < 0 else f"{point.year:04d}"
    if point.month is not None:
        value += f"-{point.month:02d}"
    return Resolved("DATE", value, None, None, "month" if point.month else "year", point.mod)


def _time_of_day(point: Point, unit: Unit) -> Resolved | None:
    if unit.granularity != "day":
        return None
    day, _ = unit.moments()
    if point.hour is None:
        first, last = PART_HOURS[point.part or "MO"]
        begin, until = day + timedelta(hours=first), day + timedelta(hours=last)
        return Resolved("TIME", f"{unit.value}T{point.part}", begin, until, "part_of_day", point.mod)
    begin = day + timedelta(
        hours=part_hour(point.part, point.hour), minutes=point.minute or 0, seconds=point.second or 0
    )
    if point.second is not None:
        return Resolved("TIME", begin.isoformat(), begin, begin + timedelta(seconds=1), "second", point.mod)
    if point.minute is not None:
        return Resolved("TIME", begin.isoformat()[:16], begin, begin + timedelta(minutes=1), "minute", point.mod)
    return Resolved("TIME", begin.isoformat()[:16], begin, begin + timedelta(hours=1), "hour", point.mod)


def resolve_length(length: Length, anchor: datetime) -> Resolved | None:
    """A length: a point where it says 前 or 后, a duration otherwise, with its window where it has one."""
    if length.side in ("ago", "later"):
        return _distance_from(length, anchor)
    resolved = Resolved("DURATION", duration_value(length), mod=length.mod)
    if length.side is not None and length.vague is None:
        resolved.granularity = finest_unit(length)
        with suppress(OverflowError):  # 过去1.2万年 reaches beyond the calendar
            resolved.begin, resolved.until = _window(length, length.side, anchor)
    return resolved


def _window(length: Length, side: Side, anchor: datetime) -> tuple[datetime, datetime]:
    """Where a length lies on its side of the anchor: from its very moment where it counts hours, else by whole days.

    Raises:
        OverflowError: where the calendar does not reach.
    """
    exact = bool(length.hours or length.minutes or length.seconds)
    origin = anchor if exact else midnight(anchor.date())
    if side == "countdown":
        day = after(origin, length)
        return day, day + timedelta(days=1)
    if side == "past":
        return before(origin, length), origin
    start = origin if exact or side == "within" else origin + timedelta(days=1)
    return start, after(start, length)


def _distance_from(length: Length, anchor: datetime) -> Resolved | None:
    """三天前: the day; 五年前: the year; 两小时后: the moment."""
    if length.vague is not None:
        return Resolved("DATE", "PAST_REF" if length.side == "ago" else "FUTURE_REF", mod=length.mod)
    if length.side == "ago" and length.years >= anchor.year:
        return Resolved("DATE", f"{anchor.year - round(length.years):05d}", None, None, "year", length.mod)
    there = before(anchor, length) if length.side == "ago" else after(anchor, length)
    grain = finest_unit(length)
    if grain in ("hour", "minute", "second"):
        there = there.replace(microsecond=0)
        step = timedelta(seconds=1) if grain == "second" else timedelta(minutes=1)
        there = there if grain == "second" else there.replace(second=0)
        value = there.isoformat() if grain == "second" else there.isoformat()[:16]
        return Resolved("TIME", value, there, there + step, "second" if grain == "second" else "minute", length.mod)
    unit = unit_holding(there.date(), grain)
    begin, until = unit.moments()
    return Resolved("DATE", unit.value, begin, until, grain, length.mod)
