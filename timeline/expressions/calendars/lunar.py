"""The Chinese lunar calendar and its solar terms, as Gregorian dates.

Astronomy is lunar_python's (the calendar of GB/T 33661-2017); here is only what a date expression asks of it.
Lunar year Y begins with its first month, in January or February of Gregorian year Y.
"""

from datetime import date, timedelta
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""The lunar years that are answered; others give None."""

SOLAR_TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)
"""The twenty-four terms in the order of the Gregorian year, in simplified script."""


@lru_cache(maxsize=512)
def _months(year: int) -> tuple[tuple[int, date, int], ...]:
    """The months of one lunar year: (number, negative where leap; first day; days)."""
    from lunar_python import LunarYear, Solar

    found = []
    for month in LunarYear.fromYear(year).getMonthsInYear():
        first = Solar.fromJulianDay(month.getFirstJulianDay())
        found.append((month.getMonth(), date(first.getYear(), first.getMonth(), first.getDay()), month.getDayCount()))
    return tuple(found)


def leap_month(year: int) -> int | None:
    """The number of the month that lunar `year` has twice; None where it has none."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return next((-number for number, _, _ in _months(year) if number < 0), None)


def lunar_month(year: int, month: int, leap: bool = False) -> tuple[date, date] | None:
    """First day and the day after the last of a lunar month; None where that year has no such month.

    `month` counts from 1 (正月) to 12 (腊月) and belongs to lunar `year`, so that month 12 mostly lies in year + 1.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    wanted = -month if leap else month
    return next(
        ((first, first + timedelta(days=days)) for number, first, days in _months(year) if number == wanted), None
    )


def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The Gregorian date of a lunar day; None where there is no such day (三十 of a month of 29 days)."""
    bounds = lunar_month(year, month, leap)
    if bounds is None or not 1 <= day <= (bounds[1] - bounds[0]).days:
        return None
    return bounds[0] + timedelta(days=day - 1)


@lru_cache(maxsize=512)
def _terms(year: int) -> dict[str, date]:
    from lunar_python import Lunar

    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    names = {name: name for name in SOLAR_TERMS} | {"DA_XUE": "大雪", "DONG_ZHI": "冬至", "XIAO_HAN": "小寒"}
    found = {}
    for key, moment in table.items():
        if key in names and moment.getYear() == year:
            found[names[key]] = date(year, moment.getMonth(), moment.getDay())
    return found


def solar_term(name: str, year: int) -> date | None:
    """The day of Gregorian `year` on which the solar term `name` (simplified script) begins; None out of range."""
    return _terms(year).get(name) if FIRST_YEAR <= year <= LAST_YEAR else None
