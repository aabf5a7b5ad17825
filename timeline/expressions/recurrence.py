"""Repetitions as RFC 5545 recurrence rules."""

from timeline.expressions.meaning import Point, Repetition
from timeline.expressions.units import part_hour

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rule_of(repetition: Repetition) -> str:
    """The rule, its parts in RFC 5545's order: ``FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYHOUR=9;BYMINUTE=0``."""
    parts = [f"FREQ={repetition.frequency}"]
    if repetition.interval > 1:
        parts.append(f"INTERVAL={repetition.interval}")
    at, last = repetition.at, repetition.last
    points = (at, *repetition.more)
    if at.month is not None:
        parts.append(f"BYMONTH={_listed(at.month, last.month if last else None, points, 'month')}")
    if at.day is not None:
        parts.append(f"BYMONTHDAY={_listed(at.day, last.day if last else None, points, 'day')}")
    if days := _weekdays(at, last, points):
        parts.append(f"BYDAY={days}")
    if at.hour is not None:
        parts.append(f"BYHOUR={part_hour(at.part, at.hour) % 24}")
        parts.append(f"BYMINUTE={at.minute or 0}")
    return ";".join(parts)


def _listed(first: int, last: int | None, points: tuple[Point, ...], field: str) -> str:
    if last is not None and last > first:
        return ",".join(map(str, range(first, last + 1)))
    return ",".join(str(value) for point in points if (value := getattr(point, field)) is not None)


def _weekdays(at: Point, last: Point | None, points: tuple[Point, ...]) -> str:
    if at.weekend:
        return "SA,SU"
    if at.weekday is None:
        return ""
    nth = str(at.week) if at.week is not None else ""
    if last is not None and last.weekday is not None and last.weekday > at.weekday:
        return ",".join(_DAYS[at.weekday - 1 : last.weekday])
    return ",".join(nth + _DAYS[point.weekday - 1] for point in points if point.weekday is not None)
