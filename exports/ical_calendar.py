"""A timeline as a VCALENDAR component (RFC 5545, RFC 7986)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from exports.calendar_scope import LAST_YEAR, admitted
from exports.citations import Citations, in_utc
from exports.exporter import ExportOptions, LeftOut
from exports.ical_event import written
from exports.ical_lines import Component, Property
from exports.ical_text import fitted_line, language_of
from exports.ical_times import zone_of
from exports.ical_zones import vtimezone
from exports.story import timeline_title
from schemas import Timeline

COLOR = "steelblue"
"""A name of CSS3, as RFC 7986 wants it."""
REFRESH = "PT6H"
"""How often a subscriber is asked to look for changes."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A VCALENDAR, the events of the timeline that are not in it, and what else is to be told of it."""

    component: Component
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def calendar_of(timeline: Timeline, options: ExportOptions, file_name: str) -> Calendar:
    """The timeline as a calendar; the same for the same timeline on any day and machine."""
    citations = Citations(timeline)
    events, left_out = admitted(timeline.events, options)
    end = min(options.until or _year_after(citations.latest.date()), date(LAST_YEAR + 1, 1, 1))
    vevents: list[Component] = []
    notes: Counter[str] = Counter()
    for event in events:
        made = written(event, citations, options, end)
        vevents += made.components
        notes.update(made.notes)
    whole = Component(
        "VCALENDAR",
        _properties(timeline, citations, options, file_name),
        [*_zones(vevents, timeline.timezone), *vevents],
    )
    return Calendar(whole, left_out, tuple(f"{count} {note}" for note, count in sorted(notes.items())))


def _year_after(day: date) -> date:
    """The same day of the next year, or 1 March after a 29 February."""
    year = min(day.year, LAST_YEAR) + 1
    return date(year, 3, 1) if (day.month, day.day) == (2, 29) else date(year, day.month, day.day)


def _properties(timeline: Timeline, citations: Citations, options: ExportOptions, file_name: str) -> list[Property]:
    name = fitted_line(timeline_title(timeline))
    language = language_of(options.language)
    properties = [
        Property("VERSION", "2.0"),
        Property("PRODID", "-//article-timeline//timeline//ZH"),
        Property("CALSCALE", "GREGORIAN"),
        Property("LAST-MODIFIED", in_utc(citations.latest), "date-time"),
        Property("NAME", name, "text", language),
        Property("X-WR-CALNAME", name),
        Property("REFRESH-INTERVAL", REFRESH, "duration"),
        Property("X-PUBLISHED-TTL", REFRESH),
        Property("COLOR", COLOR),
    ]
    if zone_of(timeline.timezone):
        properties.append(Property("X-WR-TIMEZONE", timeline.timezone))
    if source := options.address(file_name):
        properties.append(Property("SOURCE", source, "uri"))
    return properties


def _zones(vevents: list[Component], timezone: str) -> list[Component]:
    """A VTIMEZONE for every TZID, over the years in which it is used.

    A calendar without events has that of the timeline, since it must hold something (RFC 5545, section 3.6).
    """
    if not vevents:
        day = date(1970, 1, 1)
        return [vtimezone(timezone if zone_of(timezone) else "UTC", day, day)]
    used: dict[str, list[date]] = {}
    for vevent in vevents:
        for prop in vevent.properties:
            if isinstance(prop.value, datetime) and prop.parameters and prop.parameters[0][0] == "TZID":
                used.setdefault(prop.parameters[0][1], []).append(prop.value)
    return [vtimezone(name, min(used[name]), max(used[name])) for name in sorted(used)]
