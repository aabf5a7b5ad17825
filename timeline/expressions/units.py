"""Units of the calendar: months, ten days, seasons, parts of a day, and what 初, 中 and 底 take of each.

The bounds of what is vague are those of the guidelines of this project: 上旬 is the 1st to the 10th, 年初 January and
February, 下午 12 to 18 hours.
"""

from collections.abc import Callable
from datetime import date, timedelta

from schemas import Granularity

PART_HOURS = {"EM": (0, 6), "MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 24), "NI": (20, 24)}
"""The first hour of each part of the day and the hour after it."""

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month with which each season begins."""


def first_of_month(year: int, month: int) -> date:
    """The first day of a month; months below 1 and above 12 lie in other years."""
    count = year * 12 + month - 1
    return date(count // 12, count % 12 + 1, 1)


def ten_days_of(start: date, end: date, which: int) -> tuple[date, date]:
    """上旬 1, 中旬 2 or 下旬 3 of the month from start to the day before end; half open."""
    first = start + timedelta(days=10 * (which - 1))
    return first, end if which == 3 else first + timedelta(days=10)


def part_hour(part: str | None, hour: int) -> int:
    """The hour of the day, from 0 to 28, of an hour in a part of it: 下午3点 is 15, 晚上12点 24, 晚上2点 26."""
    if part in ("AF", "EV", "NI") and hour < 12:
        if hour < 5 and part == "EV":
            return hour + 24
        return hour if part == "NI" and hour < 6 else hour + 12
    if part == "EM" and hour == 12:
        return 0
    if part in ("EV", "NI") and hour == 12:
        return 24
    if part == "MI" and hour < 5:
        return hour + 12
    return hour


def _months(first: int, count: int) -> Callable[[date], tuple[date, date]]:
    return lambda begin: (
        first_of_month(begin.year, begin.month + first),
        first_of_month(begin.year, begin.month + first + count),
    )


def _window(begin: date, until: date, granularity: Granularity, which: int) -> tuple[date, date]:
    """The first (0), middle (1) or last (2) part of a unit, as the guidelines bound it; half open.

    Of an era, as a five-year plan is one, these are its first year, its last, and those between.
    """
    if granularity == "month":
        return ten_days_of(begin, until, which + 1)
    if granularity == "year":
        return _months((0, 5, 10)[which], 2)(begin)
    if granularity == "era":
        second, last = begin.replace(year=begin.year + 1), until.replace(year=until.year - 1)
        return ((begin, second), (second, last), (last, until))[which]
    if granularity in ("quarter", "half", "season"):
        size = 3 if granularity != "half" else 6
        return _months((0, (size - 1) // 2, size - 1)[which], 1)(begin)
    if granularity in ("decade", "century"):
        tenth = 1 if granularity == "decade" else 10
        low, high = ((0, 3), (3, 7), (7, 10))[which]
        start = until.year - 10 * tenth
        return date(max(start + low * tenth, 1), 1, 1), date(start + high * tenth, 1, 1)
    days = (until - begin).days
    low, high = ((0, 3), (3, 7), (7, 10))[which]
    first, last = begin + timedelta(days=days * low // 10), begin + timedelta(days=-(-days * high // 10))
    return first, max(last, first + timedelta(days=1))


MOD_WINDOWS: dict[str, Callable[[date, date, Granularity], tuple[date, date]]] = {
    "START": lambda begin, until, granularity: _window(begin, until, granularity, 0),
    "MID": lambda begin, until, granularity: _window(begin, until, granularity, 1),
    "END": lambda begin, until, granularity: _window(begin, until, granularity, 2),
}
"""What 初, 中 and 底 take of a unit from begin to the day before until."""
