"""From a meaning, an anchor and a policy to bounds, granularity and value. Pure: no clock, no text, no state.

The anchor is a local date-time without offset. All bounds are local and half open.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import Literal

from schemas import ExpressionType, Granularity, Modifier
from timeline.expressions.calendars import nearest_in_cycle
from timeline.expressions.durations import after, before, duration_value, finest_unit
from timeline.expressions.meaning import Length, Meaning, Point, Repetition, Span, Vague, YearlyPeriod
from timeline.expressions.recurrence import rule_of
from timeline.expressions.units import (
    MOD_WINDOWS,
    PART_HOURS,
    SEASON_MONTHS,
    first_of_month,
    part_hour,
    ten_days_of,
    unit_after,
    unit_before,
)

Policy = Literal["past", "current", "future", "nearest"]
"""Which way a missing year, month or day is sought: the latest that has begun, the anchor's own, the earliest that is
not over, the nearest."""


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


@dataclass(slots=True)
class _Unit:
    """A unit of the calendar: its first day, the day after its last, and how it is told."""

    begin: date
    until: date
    granularity: Granularity
    value: str


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
    return Resolved("DATE", meaning.reference) if isinstance(meaning, Vague) else None


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
    unit = _unit(point, anchor, policy)
    if unit is None:
        return None
    if point.hour is not None or point.part is not None:
        return _time_of_day(point, unit)
    begin, until = _midnight(unit.begin), _midnight(unit.until)
    if point.mod in ("START", "MID", "END"):
        first, last = MOD_WINDOWS[point.mod](unit.begin, unit.until, unit.granularity)
        begin, until = _midnight(first), _midnight(last)
    return Resolved("DATE", unit.value, begin, until, unit.granularity, point.mod)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _outside_calendar(point: Point) -> Resolved | None:
    """A year before the year 1 or after 9998: a value without bounds."""
    if point.year is None:
        return None
    value = f"{point.year:05d}" if point.year < 0 else f"{point.year:04d}"
    if point.month is not None:
        value += f"-{point.month:02d}"
    return Resolved("DATE", value, None, None, "month" if point.month else "year", point.mod)


def _time_of_day(point: Point, unit: _Unit) -> Resolved | None:
    if unit.granularity != "day":
        return None
    day = _midnight(unit.begin)
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


def _unit(point: Point, anchor: datetime, policy: Policy) -> _Unit | None:
    """The unit that the point tells, its missing parts sought by the policy."""
    if point.day_shift is not None:
        return _shifted_day(point, point.day_shift, anchor)
    year = point.year if point.year is not None else None
    if point.year_shift is not None:
        year = anchor.year + point.year_shift
    elif point.cycle is not None:
        year = nearest_in_cycle(point.cycle, anchor.year)
    if point.month_shift is not None:
        start = first_of_month(anchor.year, anchor.month + point.month_shift)
        return _in_month(point, start.year, start.month)
    if point.month is not None:
        month = point.month
        return _in_year(lambda y: _in_month(point, y, month), year, anchor, policy)
    if point.week_shift is not None or (point.week is None and (point.weekday is not None or point.weekend)):
        if point.day is None:
            return _in_week(point, anchor, policy)
    if point.day is not None or point.ten_days is not None:
        if year is not None:
            return None
        return _chosen(lambda n: _month_at(point, anchor, n), anchor, policy)
    if point.week is not None:
        if year is not None:
            return _iso_week(year, point.week)
        return _chosen(lambda n: _month_at(point, anchor, n), anchor, policy)
    if point.period is not None:
        return _periodic(point.period(year)) if year is not None else _recurring(point.period, anchor, policy)
    if point.quarter is not None or point.quarter_shift is not None:
        return _in_year(lambda y: _quarter(point, y, anchor), year, anchor, policy, point.quarter is None)
    if point.half is not None or point.half_shift is not None:
        return _in_year(lambda y: _half(point, y, anchor), year, anchor, policy, point.half is None)
    if point.season is not None:
        season = point.season
        return _in_year(lambda y: _season(season, y), year, anchor, policy)
    if year is not None:
        return _Unit(date(year, 1, 1), date(year + 1, 1, 1), "year", f"{year:04d}")
    if point.decade is not None or point.century is not None or point.century_shift is not None:
        return _decade_or_century(point, anchor)
    if point.hour is not None or point.part is not None:
        return _day(anchor.date())
    return None


def _shifted_day(point: Point, shift: int, anchor: datetime) -> _Unit:
    """昨天; 去年的今天 is its day of that year."""
    day = anchor.date() + timedelta(days=shift)
    year = point.year if point.year is not None else anchor.year + (point.year_shift or 0)
    return _day(first_of_month(year, day.month) + timedelta(days=day.day - 1) if year != anchor.year else day)


def _in_year(
    make: Callable[[int], _Unit | None], year: int | None, anchor: datetime, policy: Policy, once: bool = False
) -> _Unit | None:
    if year is not None:
        return make(year)
    if once:
        return make(anchor.year)
    return _chosen(lambda n: make(anchor.year + n), anchor, policy)


def _shifts(policy: Policy) -> Iterator[int]:
    yield 0
    far = range(1, 9)
    for n in far:
        if policy != "future":
            yield -n
        if policy != "past":
            yield n


def _chosen(make: Callable[[int], _Unit | None], anchor: datetime, policy: Policy) -> _Unit | None:
    """The candidate that the policy wants; ``make`` gets the distance from the anchor's own unit."""
    today = anchor.date()
    best: _Unit | None = None
    for n in _shifts(policy):
        if n and not MINYEAR < anchor.year + n < MAXYEAR:
            continue
        unit = make(n)
        if unit is None:
            continue
        if policy == "current":
            return unit
        if (policy == "past" and unit.begin <= today) or (policy == "future" and unit.until > today):
            return unit
        if policy == "nearest":
            if best is not None and _distance(unit, today) >= _distance(best, today):
                if abs(n) > 1:
                    break
                continue
            best = unit
    return best


def _distance(unit: _Unit, today: date) -> int:
    if unit.begin <= today < unit.until:
        return 0
    return min(abs((unit.begin - today).days), abs((unit.until - today).days - 1))


def _day(day: date) -> _Unit:
    return _Unit(day, day + timedelta(days=1), "day", day.isoformat())


def _month_at(point: Point, anchor: datetime, n: int) -> _Unit | None:
    start = first_of_month(anchor.year, anchor.month + n)
    return _in_month(point, start.year, start.month)


def _in_month(point: Point, year: int, month: int) -> _Unit | None:
    start = first_of_month(year, month)
    end = first_of_month(year, month + 1)
    if point.day is not None:
        day = start + timedelta(days=point.day - 1) if point.day > 0 else end + timedelta(days=point.day)
        return _day(day) if start <= day < end else None
    if point.ten_days is not None:
        first, last = ten_days_of(start, end, point.ten_days)
        value = f"{first.isoformat()}/{(last - timedelta(days=1)).isoformat()}"
        return _Unit(first, last, "ten_days", value)
    if point.week is not None:
        return _week_of_month(point, start, end)
    return _Unit(start, end, "month", f"{year:04d}-{month:02d}")


def _week_of_month(point: Point, start: date, end: date) -> _Unit | None:
    """The n-th Wednesday of a month, or its n-th week, counted from its first Monday; -1 is the last."""
    week, weekday = point.week or 1, point.weekday or 1
    first = start + timedelta(days=(weekday - start.isoweekday()) % 7)
    day = first + timedelta(weeks=week - 1)
    if week < 0:
        day = end - timedelta(days=1 + (end - timedelta(days=1)).isoweekday() - weekday) if False else end
        day -= timedelta(days=(end.isoweekday() - weekday - 1) % 7 + 1)
    if not start <= day < end:
        return None
    if point.weekday is not None:
        return _day(day)
    return _week(day)


def _week(monday: date) -> _Unit:
    iso = monday.isocalendar()
    return _Unit(monday, monday + timedelta(days=7), "week", f"{iso.year:04d}-W{iso.week:02d}")


def _iso_week(year: int, week: int) -> _Unit:
    return _week(date.fromisocalendar(year, week, 1))


def _in_week(point: Point, anchor: datetime, policy: Policy) -> _Unit | None:
    today = anchor.date()
    monday = today - timedelta(days=today.isoweekday() - 1)
    if point.week_shift is not None:
        return _of_week(point, monday + timedelta(weeks=point.week_shift))
    return _chosen(lambda n: _of_week(point, monday + timedelta(weeks=n)), anchor, policy)


def _of_week(point: Point, monday: date) -> _Unit:
    if point.weekday is not None:
        return _day(monday + timedelta(days=point.weekday - 1))
    if point.weekend:
        first = monday + timedelta(days=5)
        value = f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"
        return _Unit(first, first + timedelta(days=2), "day", value)
    return _week(monday)


def _recurring(period: YearlyPeriod, anchor: datetime, policy: Policy) -> _Unit | None:
    """The return of a yearly period that the policy wants; that of lunar year 2022 may lie in 2023."""
    today = anchor.date()
    if policy == "current":
        return _periodic(period(anchor.year))
    near = _nearest_of(period, anchor.year, today, policy, 2)
    return near or _nearest_of(period, anchor.year, today, policy, 30)


def _nearest_of(period: YearlyPeriod, year: int, today: date, policy: Policy, reach: int) -> _Unit | None:
    years = range(max(year - reach, MINYEAR + 1), min(year + reach + 1, MAXYEAR))
    units = [unit for unit in (_periodic(period(y)) for y in years) if unit is not None]
    if policy == "past":
        units = [unit for unit in units if unit.begin <= today]
    elif policy == "future":
        units = [unit for unit in units if unit.until > today]
    return min(units, key=lambda unit: _distance(unit, today), default=None)


def _periodic(days: tuple[date, date] | None) -> _Unit | None:
    """A named day or period."""
    if days is None:
        return None
    first, until = days
    if (until - first).days == 1:
        return _day(first)
    return _Unit(first, until, "day", f"{first.isoformat()}/{(until - timedelta(days=1)).isoformat()}")


def _quarter(point: Point, year: int, anchor: datetime) -> _Unit:
    quarter = point.quarter
    if quarter is None:
        count = anchor.year * 4 + (anchor.month - 1) // 3 + (point.quarter_shift or 0)
        year, quarter = count // 4, count % 4 + 1
    first = first_of_month(year, quarter * 3 - 2)
    return _Unit(first, first_of_month(year, quarter * 3 + 1), "quarter", f"{year:04d}-Q{quarter}")


def _half(point: Point, year: int, anchor: datetime) -> _Unit:
    half = point.half
    if half is None:
        count = anchor.year * 2 + (anchor.month - 1) // 6 + (point.half_shift or 0)
        year, half = count // 2, count % 2 + 1
    first = first_of_month(year, half * 6 - 5)
    return _Unit(first, first_of_month(year, half * 6 + 1), "half", f"{year:04d}-H{half}")


def _season(season: str, year: int) -> _Unit:
    month = SEASON_MONTHS[season]
    return _Unit(first_of_month(year, month), first_of_month(year, month + 3), "season", f"{year:04d}-{season}")


def _decade_or_century(point: Point, anchor: datetime) -> _Unit | None:
    century = point.century
    if century is None:
        century = anchor.year // 100 + (point.century_shift or 0)
    if point.decade is None:
        return _Unit(date(max(century * 100, 1), 1, 1), date(century * 100 + 100, 1, 1), "century", f"{century:02d}XX")
    if point.century is None and point.century_shift is None and century * 100 + point.decade * 10 > anchor.year:
        century -= 1
    first = century * 100 + point.decade * 10
    return _Unit(date(max(first, 1), 1, 1), date(first + 10, 1, 1), "decade", f"{first // 10:03d}X")


def resolve_length(length: Length, anchor: datetime) -> Resolved | None:
    """A length: a point where it says 前 or 后, a duration otherwise, with its window where it has one."""
    if length.side in ("ago", "later"):
        return _distance_from(length, anchor)
    resolved = Resolved("DURATION", duration_value(length), mod=length.mod)
    if length.side is not None and length.vague is None:
        exact = bool(length.hours or length.minutes or length.seconds)
        origin = anchor if exact else _midnight(anchor.date())
        if length.side == "countdown":
            resolved.begin = after(origin, length)
            resolved.until = resolved.begin + timedelta(days=1)
        elif length.side == "past":
            resolved.begin, resolved.until = before(origin, length), origin
        else:
            start = origin if exact or length.side == "within" else origin + timedelta(days=1)
            resolved.begin, resolved.until = start, after(start, length)
        resolved.granularity = finest_unit(length)
    return resolved


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
    first = unit_before(there.date(), grain)
    until = unit_after(first, grain)
    value = {
        "year": f"{first.year:04d}",
        "month": f"{first.year:04d}-{first.month:02d}",
        "week": _week(first).value,
        "day": first.isoformat(),
    }[grain]
    return Resolved("DATE", value, _midnight(first), _midnight(until), grain, length.mod)
