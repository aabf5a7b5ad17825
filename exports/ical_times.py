"""When an event stands in a calendar: DTSTART and DTEND, half open, as RFC 5545 wants them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from schemas import Event

DAY = timedelta(days=1)


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


def span_of(event: Event, minutes: int) -> Span:
    """The span of an event in its own zone; a moment without a length gets one.

    Calendars keep minutes, so that seconds are cut off; an open end is the first day. Raises OverflowError where
    the end would lie after the year 9999.
    """
    begin, until = event.begin, event.until
    if event.all_day or not isinstance(begin, datetime):
        first = _day(begin)
        return Span(first, max(_day(until), first + DAY) if until is not None else first + DAY)
    start = begin.replace(second=0, microsecond=0, tzinfo=None)
    end = _local(until).replace(second=0, microsecond=0) if until is not None else start
    moment = end <= start
    cut = begin.second + begin.microsecond > 0
    return Span(start, start + timedelta(minutes=minutes) if moment else end, moment, cut)


def placed(span: Span, zone: str | None, times: str) -> tuple[date, date, str | None]:
    """Begin and end as they are written, and the TZID of local times that have one.

    Dates and the times of an unknown zone float; other times stand in UTC, or with ``times="zone"`` in their own.
    """
    if span.all_day or zone is None or zone_of(zone) is None:
        return span.begin, span.until, None
    if times == "zone":
        return span.begin, span.until, zone
    begin, until = (_in_utc(when, zone) for when in (span.begin, span.until))
    return begin, max(until, begin + timedelta(minutes=1)), None


@lru_cache(maxsize=64)
def zone_of(name: str | None) -> ZoneInfo | None:
    """The IANA zone of that name; None where there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _in_utc(when: date, zone: str) -> datetime:
    """In UTC, to the minute: before 1901 offsets from UTC had seconds."""
    assert isinstance(when, datetime)
    return when.replace(tzinfo=zone_of(zone)).astimezone(UTC).replace(second=0)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _local(when: date | datetime) -> datetime:
    if isinstance(when, datetime):
        return when.replace(tzinfo=None)
    return datetime(when.year, when.month, when.day)
