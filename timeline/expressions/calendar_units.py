"""From a point of the calendar to the unit that it tells: a year, a quarter, a month, a week, a day.

What the words do not say is sought from the anchor, in the direction of the policy.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from schemas import Granularity
from timeline.expressions.calendars import nearest_in_cycle
from timeline.expressions.meaning import Point, YearlyPeriod
from timeline.expressions.units import SEASON_MONTHS, first_of_month, ten_days_of

Policy = Literal["past", "current", "future", "nearest"]
"""Which way a missing year, month or day is sought: the latest that has begun, the anchor's own, the earliest that is
not over, the nearest."""


@dataclass(slots=True)
class Unit:
    """A unit of the calendar: its first day, the day after its last, and how it is told."""

    begin: date
    until: date
    granularity: Granularity
    value: str
    _moments: tuple[datetime, datetime] | None = field(default=None, init=False, repr=False, compare=False)

    def moments(self) -> tuple[datetime, datetime]:
        """Its bounds as moments, half open; made once, since units are kept."""
        if self._moments is None:
            self._moments = midnight(self.begin), midnight(self.until)
        return self._moments


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime(day.year, day.month, day.day)


def unit_of(point: Point, anchor: datetime, policy: Policy) -> Unit | None:
    """The unit that the point tells, its missing parts sought by the policy."""
    if point.day_shift is not None:
        return _shifted_day(point, point.day_shift, anchor)
    year = point.year if point.year is not None else None
    if point.year_shift is not None:
        year = anchor.year + point.year_shift - (point.year_shift == 0 and _in_winter(point, anchor))
    elif point.cycle is not None:
        year = nearest_in_cycle(point.cycle, anchor.year)
    if point.month_shift is not None:
        start = first_of_month(anchor.year, anchor.month + point.month_shift)
        return _in_month(point, start.year, start.month)
    if point.month is not None:
        month = point.month
        if year is not None:
            return _in_month(point, year, month)
        return _in_year(lambda y: _in_month(point, y, month), year, anchor, policy)
    of_week = point.week is None and (point.weekday is not None or point.weekend)
    if point.day is None and (point.week_shift is not None or of_week):
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
        return _return_in(point.period, year) if year is not None else _recurring(point.period, anchor, policy)
    if point.quarter is not None or point.quarter_shift is not None:
        return _in_year(lambda y: _quarter(point, y, anchor), year, anchor, policy, point.quarter is None)
    if point.half is not None or point.half_shift is not None:
        return _in_year(lambda y: _half(point, y, anchor), year, anchor, policy, point.half is None)
    if point.season is not None:
        season = point.season
        return _in_year(lambda y: _season(season, y), year, anchor, policy)
    if year is not None:
        return _whole_year(year)
    if point.decade is not None or point.century is not None or point.century_shift is not None:
        return _decade_or_century(point, anchor)
    if point.hour is not None or point.part is not None:
        return _day(anchor.date())
    return None


def _in_winter(point: Point, anchor: datetime) -> bool:
    """Whether 今冬 is said in January or February: it is the winter that began the year before."""
    return point.season == "WI" and anchor.month < SEASON_MONTHS["SP"]


def _shifted_day(point: Point, shift: int, anchor: datetime) -> Unit:
    """昨天; 去年的今天 is its day of that year, 上个月的今天 its day of that month."""
    day = anchor.date() + timedelta(days=shift)
    if point.month_shift is not None:
        first = first_of_month(day.year, day.month + point.month_shift)
        return _day(first.replace(day=min(day.day, monthrange(first.year, first.month)[1])))
    year = point.year if point.year is not None else anchor.year + (point.year_shift or 0)
    return _day(first_of_month(year, day.month) + timedelta(days=day.day - 1) if year != anchor.year else day)


def _in_year(
    make: Callable[[int], Unit | None], year: int | None, anchor: datetime, policy: Policy, once: bool = False
) -> Unit | None:
    if year is not None:
        return make(year)
    if once:
        return make(anchor.year)
    return _chosen(lambda n: make(anchor.year + n), anchor, policy)


_BOTH_WAYS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8)
_SHIFTS: dict[Policy, tuple[int, ...]] = {
    "past": tuple(range(0, -9, -1)),
    "current": _BOTH_WAYS,
    "future": tuple(range(9)),
    "nearest": _BOTH_WAYS,
}
"""How far from the anchor's own unit each policy looks, in its order."""


def _chosen(make: Callable[[int], Unit | None], anchor: datetime, policy: Policy) -> Unit | None:
    """The candidate that the policy wants; ``make`` gets the distance from the anchor's own unit."""
    today = anchor.date()
    best: Unit | None = None
    for n in _SHIFTS[policy]:
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


def _distance(unit: Unit, today: date) -> int:
    if unit.begin <= today < unit.until:
        return 0
    return min(abs((unit.begin - today).days), abs((unit.until - today).days - 1))


def _day(day: date) -> Unit:
    return Unit(day, day + timedelta(days=1), "day", day.isoformat())


@lru_cache(maxsize=1024)
def _whole_year(year: int) -> Unit:
    return Unit(date(year, 1, 1), date(year + 1, 1, 1), "year", f"{year:04d}")


@lru_cache(maxsize=4096)
def _whole_month(year: int, month: int) -> Unit:
    return Unit(first_of_month(year, month), first_of_month(year, month + 1), "month", f"{year:04d}-{month:02d}")


@lru_cache(maxsize=4096)
def _day_of_month(year: int, month: int, day: int) -> Unit | None:
    return _day(date(year, month, day)) if day <= monthrange(year, month)[1] else None


def _month_at(point: Point, anchor: datetime, n: int) -> Unit | None:
    start = first_of_month(anchor.year, anchor.month + n)
    return _in_month(point, start.year, start.month)


def _in_month(point: Point, year: int, month: int) -> Unit | None:
    if point.day is not None and point.day > 0:
        return _day_of_month(year, month, point.day)
    if point.day is None and point.ten_days is None and point.week is None:
        return _whole_month(year, month)
    start = first_of_month(year, month)
    end = first_of_month(year, month + 1)
    if point.day is not None:
        day = end + timedelta(days=point.day)
        return _day(day) if start <= day < end else None
    if point.ten_days is not None:
        first, last = ten_days_of(start, end, point.ten_days)
        value = f"{first.isoformat()}/{(last - timedelta(days=1)).isoformat()}"
        return Unit(first, last, "ten_days", value)
    return _week_of_month(point, start, end)


def _week_of_month(point: Point, start: date, end: date) -> Unit | None:
    """The n-th Wednesday of a month, or its n-th week, counted from its first Monday; -1 is the last."""
    week, weekday = point.week or 1, point.weekday or 1
    if week > 0:
        first = start + timedelta(days=(weekday - start.isoweekday()) % 7)
        day = first + timedelta(weeks=week - 1)
    else:
        last = end - timedelta(days=1)
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7) + timedelta(weeks=week + 1)
    if not start <= day < end:
        return None
    if point.weekday is not None:
        return _day(day)
    return week_of(day)


def week_of(monday: date) -> Unit:
    """The ISO week that begins on a Monday."""
    iso = monday.isocalendar()
    return Unit(monday, monday + timedelta(days=7), "week", f"{iso.year:04d}-W{iso.week:02d}")


def unit_holding(day: date, granularity: Granularity) -> Unit:
    """The year, month, week or day that holds a day."""
    if granularity == "year":
        return _whole_year(day.year)
    if granularity == "month":
        return _whole_month(day.year, day.month)
    return week_of(day - timedelta(days=day.isoweekday() - 1)) if granularity == "week" else _day(day)


def _iso_week(year: int, week: int) -> Unit:
    return week_of(date.fromisocalendar(year, week if week > 0 else date(year, 12, 28).isocalendar().week, 1))


def _in_week(point: Point, anchor: datetime, policy: Policy) -> Unit | None:
    today = anchor.date()
    monday = today - timedelta(days=today.isoweekday() - 1)
    if point.week_shift is not None:
        return _of_week(point, monday + timedelta(weeks=point.week_shift))
    return _chosen(lambda n: _of_week(point, monday + timedelta(weeks=n)), anchor, policy)


def _of_week(point: Point, monday: date) -> Unit:
    if point.weekday is not None:
        return _day(monday + timedelta(days=point.weekday - 1))
    if point.weekend:
        first = monday + timedelta(days=5)
        value = f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"
        return Unit(first, first + timedelta(days=2), "day", value)
    return week_of(monday)


def _recurring(period: YearlyPeriod, anchor: datetime, policy: Policy) -> Unit | None:
    """The return of a yearly period that the policy wants; that of lunar year 2022 may lie in 2023."""
    today = anchor.date()
    if policy == "current":
        return _return_in(period, anchor.year)
    near = _nearest_of(period, anchor.year, today, policy, 2)
    return near or _nearest_of(period, anchor.year, today, policy, 30)


def _nearest_of(period: YearlyPeriod, year: int, today: date, policy: Policy, reach: int) -> Unit | None:
    years = range(max(year - reach, MINYEAR + 1), min(year + reach + 1, MAXYEAR))
    units = [unit for unit in (_return_in(period, y) for y in years) if unit is not None]
    if policy == "past":
        units = [unit for unit in units if unit.begin <= today]
    elif policy == "future":
        units = [unit for unit in units if unit.until > today]
    return min(units, key=lambda unit: _distance(unit, today), default=None)


@lru_cache(maxsize=4096)
def _return_in(period: YearlyPeriod, year: int) -> Unit | None:
    """A named day or period in a year."""
    days = period(year)
    if days is None:
        return None
    first, until = days
    if (until - first).days == 1:
        return _day(first)
    return Unit(first, until, "day", f"{first.isoformat()}/{(until - timedelta(days=1)).isoformat()}")


def _quarter(point: Point, year: int, anchor: datetime) -> Unit:
    quarter = point.quarter
    if quarter is None:
        count = anchor.year * 4 + (anchor.month - 1) // 3 + (point.quarter_shift or 0)
        year, quarter = count // 4, count % 4 + 1
    first = first_of_month(year, quarter * 3 - 2)
    return Unit(first, first_of_month(year, quarter * 3 + 1), "quarter", f"{year:04d}-Q{quarter}")


def _half(point: Point, year: int, anchor: datetime) -> Unit:
    half = point.half
    if half is None:
        count = anchor.year * 2 + (anchor.month - 1) // 6 + (point.half_shift or 0)
        year, half = count // 2, count % 2 + 1
    first = first_of_month(year, half * 6 - 5)
    return Unit(first, first_of_month(year, half * 6 + 1), "half", f"{year:04d}-H{half}")


def _season(season: str, year: int) -> Unit:
    month = SEASON_MONTHS[season]
    return Unit(first_of_month(year, month), first_of_month(year, month + 3), "season", f"{year:04d}-{season}")


def _decade_or_century(point: Point, anchor: datetime) -> Unit | None:
    century = point.century
    if century is None:
        century = anchor.year // 100 + (point.century_shift or 0)
    if point.decade is None:
        return Unit(date(max(century * 100, 1), 1, 1), date(century * 100 + 100, 1, 1), "century", f"{century:02d}XX")
    if point.century is None and point.century_shift is None and century * 100 + point.decade * 10 > anchor.year:
        century -= 1
    first = century * 100 + point.decade * 10
    return Unit(date(max(first, 1), 1, 1), date(first + 10, 1, 1), "decade", f"{first // 10:03d}X")
