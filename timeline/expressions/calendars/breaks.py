"""Days off in mainland China: statutory breaks as announced, and which days are worked.

The announcements (国务院办公厅关于部分节假日安排的通知, one a year) are the data of the `holidays` library, from 2001
on: the days off with their 调休, and the weekends that are worked in turn.
"""

from datetime import date, timedelta
from functools import lru_cache

_TITLES = {"除夕": "春节"}
"""Festivals whose break bears another's name."""

_ONE = timedelta(days=1)


@lru_cache(maxsize=256)
def _year(year: int) -> tuple[dict[date, str], frozenset[date]]:
    """The days off of a year with their names, and its worked weekends."""
    from holidays import country_holidays

    days = country_holidays("CN", years=year, language="zh_CN")
    return dict(days.items()), frozenset(day for day in days.weekend_workdays if day.year == year)


def is_announced(year: int) -> bool:
    """Whether the arrangement of the breaks of `year` is known, 调休 included."""
    return any("调休" in name for name in _year(year)[0].values())


def is_workday(day: date) -> bool:
    """Whether offices in mainland China work on `day`: by 调休 where announced, else by statutory days and weekends."""
    off, worked = _year(day.year)
    if day in worked:
        return True
    return day.weekday() < 5 and not (day in off and (is_announced(day.year) or "补假" not in off[day]))


def statutory_days(festival: str, year: int) -> tuple[date, ...]:
    """The days that the law itself gives for a festival in `year`, in order; empty where it gives none."""
    title = _TITLES.get(festival, festival)
    off, _ = _year(year)
    named = (day for day, name in off.items() if any(_is_of(part, title) for part in name.split("; ")))
    return tuple(sorted(named))


def _is_of(name: str, title: str) -> bool:
    return name == title or (title == "春节" and name == "农历除夕")


@lru_cache(maxsize=256)
def statutory_break(festival: str, year: int) -> tuple[date, date] | None:
    """First day off and the first day after the break of a festival (国庆节, 春节, …) in `year`.

    Where the year's arrangement was announced, the unbroken run of days off, weekends and exchanged days with it;
    otherwise the statutory days alone. None where the law gives no day.
    """
    days = statutory_days(festival, year)
    if not days:
        return None
    first, last = days[0], days[-1]
    if is_announced(year):
        while not is_workday(first - _ONE):
            first -= _ONE
        while not is_workday(last + _ONE):
            last += _ONE
    return first, last + _ONE
