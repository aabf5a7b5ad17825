"""VTIMEZONE components, made from the IANA data of ``tzdata``."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from exports.ical_lines import Component, Property


def vtimezone(name: str, first: date, last: date) -> Component:
    """The rules of a zone for the years from ``first`` to ``last``, with a year more on either side.

    ``icalendar`` finds the changes of offset. It tells each by the clock after it, where RFC 5545, section 3.6.5,
    wants the clock before it; the two differ where clocks go forward.
    """
    from icalendar import Timezone

    zone = Timezone.from_tzid(name, first_date=date(first.year - 1, 1, 1), last_date=date(last.year + 2, 1, 1))
    changes = [change for part in zone.subcomponents for change in _changes(part)]
    return Component("VTIMEZONE", [Property("TZID", name)], sorted(changes, key=_onset))


def _changes(part: Any) -> Iterator[Component]:
    """An observance for each change of offset: some programs read no RDATE in it."""
    forward = max(part.TZOFFSETTO - part.TZOFFSETFROM, timedelta(0))
    rdates = part.get("RDATE", [])
    later = [value.dt for dates in (rdates if isinstance(rdates, list) else [rdates]) for value in dates.dts]
    for onset in (part.DTSTART, *later):
        yield Component(
            part.name,
            [
                Property("DTSTART", _local(onset) - forward, "date-time"),
                Property("TZOFFSETFROM", _offset(part.TZOFFSETFROM), "utc-offset"),
                Property("TZOFFSETTO", _offset(part.TZOFFSETTO), "utc-offset"),
                Property("TZNAME", str(part["TZNAME"])),
            ],
        )


def _onset(observance: Component) -> str:
    return str(observance.properties[0].value)


def _local(when: datetime) -> datetime:
    return when.replace(tzinfo=None)


def _offset(offset: timedelta) -> str:
    """``+0800``, or with seconds where a zone had them, as before 1901."""
    seconds = int(offset.total_seconds())
    sign, rest = ("-" if seconds < 0 else "+"), abs(seconds)
    tail = f"{rest % 60:02}" if rest % 60 else ""
    return f"{sign}{rest // 3600:02}{rest // 60 % 60:02}{tail}"
