"""When an event stands in a calendar: DTSTART and DTEND, half open, as RFC 5545 wants them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from exports.dates import days_of
from exports.exporter import Times
from schemas import Event

DAY = timedelta(days=1)
_NIGHT = timedelta(hours=18)
"""What is shorter belongs to the day on which it begins."""

_UTC = ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "UCT")
"""Zones that are written as UTC, since RFC 5545, section 3.2.19, forbids a TZID for it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A begin and an end, half open, both dates or both local date-times without offset.

    Attributes:
        begin: the first day or moment.
        until: the day or moment after the last.
        moment: whether the length is not known and was made up.
        minutes: whether seconds were cut off.
    """

    begin: date
    until: date
    moment: bool = False
    minutes: bool = False

    @property
    def all_day(self) -> bool:
        """Whether it is made of dates."""
        return not isinstance(self.begin, datetime)


def span_of(event: Event, minutes: int, times: Times) -> Span:
    """The span of an event in its own zone; a moment without a length gets one, but never reaches another day.

    Calendars keep minutes, so that seconds are cut off; an open end is the first day. Raises OverflowError where the
    end would lie after the year 9999.
    """
    begin, until = event.begin, event.until
    if not isinstance(begin, datetime) or not is_timed(event, times):
        first, last = days_of(event)
        overnight = isinstance(until, datetime) and until - begin < _NIGHT if isinstance(begin, datetime) else False
        return Span(first, (first if overnight else last) + DAY)
    start = begin.replace(second=0, microsecond=0, tzinfo=None)
    end = _local(until).replace(second=0, microsecond=0) if until is not None else start
    cut = begin.second + begin.microsecond > 0
    if end > start:
        return Span(start, end, minutes=cut)
    zone = zone_of(event.timezone)
    left = min(_minutes_left(start), _minutes_left(_in_utc(start, zone) if zone else start))
    return Span(start, start + timedelta(minutes=min(minutes, left)), moment=True, minutes=cut)


def is_timed(event: Event, times: Times) -> bool:
    """Whether an event is written with its hours rather than as days.

    A part of the day has no hours of its own; what lasts a day or more is shown by days everywhere; the hour of a
    zone unknown is no moment that could stand in UTC.
    """
    if event.all_day or not isinstance(event.begin, datetime) or event.granularity not in ("hour", "minute", "second"):
        return False
    if zone_of(event.timezone) is None and times == "utc":
        return False
    return not isinstance(event.until, datetime) or event.until - event.begin < DAY


def placed(span: Span, zone: str | None, times: Times) -> tuple[date, date, str | None]:
    """Begin and end as they are written, and the TZID of local times that have one.

    Dates and the times of an unknown zone float; other times stand in UTC, or with ``times="zone"`` in their own.
    """
    known = zone_of(zone)
    if not isinstance(span.begin, datetime) or not isinstance(span.until, datetime) or known is None:
        return span.begin, span.until, None
    if times == "zone" and zone not in _UTC:
        return span.begin, span.until, zone
    begin, until = _in_utc(span.begin, known), _in_utc(span.until, known)
    return begin, max(until, begin + timedelta(minutes=1)), None


@lru_cache(maxsize=64)
def zone_of(name: str | None) -> ZoneInfo | None:
    """The IANA zone of that name; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _in_utc(when: datetime, zone: ZoneInfo) -> datetime:
    """In UTC, to the minute: before 1901 offsets from UTC had seconds."""
    return when.replace(tzinfo=zone).astimezone(UTC).replace(second=0)


def _minutes_left(when: datetime) -> int:
    """The minutes until midnight, at least one."""
    return 24 * 60 - when.hour * 60 - when.minute


def _local(when: date | datetime) -> datetime:
    if isinstance(when, datetime):
        return when.replace(tzinfo=None)
    return datetime(when.year, when.month, when.day)
