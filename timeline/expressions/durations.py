"""Lengths of time: their ISO 8601 value, their finest unit, and how far they reach from a moment."""

from calendar import monthrange
from datetime import datetime, timedelta

from schemas import Granularity
from timeline.expressions.calendars import is_workday
from timeline.expressions.meaning import Length

_UNITS: tuple[tuple[str, Granularity], ...] = (
    ("seconds", "second"),
    ("minutes", "minute"),
    ("hours", "hour"),
    ("days", "day"),
    ("workdays", "day"),
    ("weeks", "week"),
    ("months", "month"),
    ("years", "year"),
)
_IN_EVERY_MONTH = 28
"""The last day that every month has."""

_MOST_WORKDAYS = 1_000
"""More are counted as so many; no text means them, and each is looked up."""


def finest_unit(length: Length) -> Granularity:
    """The finest unit that the length counts."""
    for name, granularity in _UNITS:
        if getattr(length, name):
            return granularity
    return "day"


def duration_value(length: Length) -> str:
    """The ISO 8601 duration; ``PXY`` where the number is vague."""
    if length.vague is not None:
        return f"P{length.vague[0]}X{length.vague[1]}" if len(length.vague) == 2 else f"PX{length.vague}"
    days = length.days + length.workdays
    day = _counted((length.years, "Y"), (length.months, "M"), (length.weeks, "W"), (days, "D"))
    clock = length.hours or length.minutes or length.seconds
    time = _counted((length.hours, "H"), (length.minutes, "M"), (length.seconds, "S")) if clock else ""
    if not day and not time:
        return "P0D"
    return f"P{day}" + (f"T{time}" if time else "")


def _counted(*counts: tuple[float, str]) -> str:
    told = ""
    for count, letter in counts:
        if count:
            told += f"{count}{letter}" if isinstance(count, int) else f"{count:.12g}{letter}"
    return told


def _shifted(moment: datetime, length: Length, sign: int) -> datetime:
    months = round(length.years * 12 + int(length.months)) * sign
    if months:
        count = moment.year * 12 + moment.month - 1 + months
        year, month = count // 12, count % 12 + 1
        if not 1 <= year <= 9999:
            raise OverflowError(f"year {year}")
        day = moment.day if moment.day <= _IN_EVERY_MONTH else min(moment.day, monthrange(year, month)[1])
        moment = moment.replace(year=year, month=month, day=day)
    days = length.weeks * 7 + length.days + length.months % 1 * 30
    if days or length.hours or length.minutes or length.seconds:
        rest = timedelta(days=days, hours=length.hours, minutes=length.minutes, seconds=length.seconds)
        moment += rest * sign
    return _over_workdays(moment, min(length.workdays, _MOST_WORKDAYS) * sign) if length.workdays else moment


def _over_workdays(moment: datetime, count: int) -> datetime:
    """The moment so many days of work later, or earlier where it is below zero."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        moment += step
        if is_workday(moment.date()):
            count += -1 if count > 0 else 1
    return moment


def before(moment: datetime, length: Length) -> datetime:
    """The moment that lies the length before another; the last day of a month is kept where it is too short.

    Raises:
        OverflowError: before the year 1.
    """
    return _shifted(moment, length, -1)


def after(moment: datetime, length: Length) -> datetime:
    """The moment that lies the length after another.

    Raises:
        OverflowError: after the year 9999.
    """
    return _shifted(moment, length, 1)


def added(first: Length, second: Length, *, strict: bool) -> Length | None:
    """一年 and 三个月 as one length; None where either is vague, or, when strict, the second unit is not the finer."""
    if first.vague or second.vague or first.side or second.side:
        return None
    names = [name for name, _ in _UNITS]
    of_first = [n for n, name in enumerate(names) if getattr(first, name)]
    of_second = [n for n, name in enumerate(names) if getattr(second, name)]
    if not of_first or not of_second or set(of_first) & set(of_second) or (strict and min(of_first) < max(of_second)):
        return None
    return Length(**{name: getattr(first, name) + getattr(second, name) for name in names}, mod=first.mod or second.mod)
