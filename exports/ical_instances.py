"""Recurrences: each instance of an RFC 5545 rule, or the rule made fit for its DTSTART."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from exports.ical_lines import compact
from exports.ical_times import DAY, Span
from schemas import Event

MOST = 1000
"""The instances of one event that are written at most."""

_PERIODS = {"DAILY": DAY, "WEEKLY": 7 * DAY, "MONTHLY": 28 * DAY, "YEARLY": 365 * DAY}
"""The shortest time between two instances; rules of hours and less are no calendar entries."""
_PARTS = {
    "FREQ": r"DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(T\d{6}Z?)?",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
    "BYDAY": r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)){0,20}",
    "BYMONTH": r"([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}",
    "BYMONTHDAY": r"-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01])){0,30}",
    "BYSETPOS": r"-?[1-9]\d{0,2}",
    "BYHOUR": r"(1?\d|2[0-3])(,(1?\d|2[0-3])){0,23}",
    "BYMINUTE": r"[1-5]?\d",
    "BYSECOND": r"[1-5]?\d",
}
"""The parts of a rule that are followed, and what may stand in them."""
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def instances(event: Event, span: Span, end: date) -> list[Span] | None:
    """The instances that begin before the day ``end``, at most 1,000; None for a rule that cannot be followed.

    Where the event's own span is longer than the rule's period, it bounds the instances, and each lasts a day or
    begins at the span's hour.
    """
    first, window = _single(event, span)
    starts = _starts(event, first, min(end, window) if window else end)
    if starts is None:
        return None
    length = first.until - first.begin
    return [replace(first, begin=begin, until=begin + length) for begin in starts]


def fitted_rule(event: Event, span: Span, zone: ZoneInfo | None) -> tuple[Span, str] | None:
    """The first instance and the RRULE for it; None for a rule that cannot be followed.

    DTSTART must be an instance itself, UNTIL be of DTSTART's type, and a date takes no BYHOUR (section 3.3.10).
    """
    parts = _parts(event)
    first, window = _single(event, span)
    starts = _starts(event, first, window or date.max, most=1)
    if not parts or not starts:
        return None
    length = first.until - first.begin
    if first.all_day:
        parts = {name: value for name, value in parts.items() if name not in ("BYHOUR", "BYMINUTE", "BYSECOND")}
    if window and "COUNT" not in parts:
        parts["UNTIL"] = compact(window - DAY)
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(parts["UNTIL"][:8], first, zone)
    rule = ";".join([f"{name}={value}" for name, value in parts.items()])
    return replace(first, begin=starts[0], until=starts[0] + length), rule


def _parts(event: Event) -> dict[str, str]:
    """The parts of the rule in their order; empty where one of them is not among those followed."""
    text = (event.recurrence or "").strip().upper().removeprefix("RRULE:")
    parts: dict[str, str] = {}
    for part in text.split(";")[:20]:
        name, _, value = part.partition("=")
        if name in parts or name not in _PARTS or not re.fullmatch(_PARTS[name], value):
            return {}
        parts[name] = value
    return parts if "FREQ" in parts and _can_happen(parts) and not {"COUNT", "UNTIL"} <= parts.keys() else {}


def _can_happen(parts: dict[str, str]) -> bool:
    """Whether one of the months has one of the days; dateutil would look for it until the year 9999."""
    if "BYMONTH" not in parts or "BYMONTHDAY" not in parts:
        return True
    longest = max(_LONGEST_MONTHS.get(int(month), 31) for month in parts["BYMONTH"].split(","))
    return any(abs(int(day)) <= longest for day in parts["BYMONTHDAY"].split(","))


def _single(event: Event, span: Span) -> tuple[Span, date | None]:
    """The span of one instance, and the day before which the last one begins where the event's span tells it."""
    period = _PERIODS.get(_parts(event).get("FREQ", ""))
    if period is None or span.until - span.begin <= period:
        return span, None
    if isinstance(span.begin, datetime) and isinstance(span.until, datetime):
        same_day = datetime.combine(span.begin.date(), span.until.time())
        until = same_day if same_day > span.begin else span.begin + timedelta(hours=1)
        return replace(span, until=until), span.until.date() + DAY
    return replace(span, until=span.begin + DAY), span.until


def _starts(event: Event, first: Span, end: date, most: int = MOST) -> list[date] | None:
    from dateutil.rrule import rrulestr

    parts = _parts(event)
    if not parts:
        return None
    begin = first.begin if isinstance(first.begin, datetime) else datetime.combine(first.begin, time())
    latest = datetime.combine(end, time())
    if "UNTIL" in parts:
        latest = min(latest, _day_after(parts.pop("UNTIL")))
    count = int(parts.pop("COUNT", most))
    if first.all_day:
        parts = {name: value for name, value in parts.items() if name not in ("BYHOUR", "BYMINUTE", "BYSECOND")}
    try:
        rule = rrulestr(";".join([f"{name}={value}" for name, value in parts.items()]), dtstart=begin)
        found = list(takewhile(lambda start: start < latest, islice(rule, min(count, most))))
    except (ValueError, OverflowError):
        return None
    return [start.date() for start in found] if first.all_day else found


def _day_after(until: str) -> datetime:
    """The end of the day that an UNTIL names."""
    try:
        return datetime.combine(date.fromisoformat(until[:8]), time()) + DAY
    except (ValueError, OverflowError):
        return datetime.max


def _until(day: str, first: Span, zone: ZoneInfo | None) -> str:
    """UNTIL for the last moment of a day: a date for a date, in UTC for the times of a zone, else local."""
    if first.all_day:
        return day
    last = _day_after(day) - timedelta(seconds=1)
    return compact(last.replace(tzinfo=zone).astimezone(UTC) if zone else last)
