"""One event of a timeline as VEVENT components."""

from dataclasses import dataclass
from datetime import date, datetime

from exports.characters import lines_of, one_line
from exports.citations import Citations, Source, in_utc
from exports.exporter import ExportOptions, Times
from exports.ical_instances import MOST, fitted_rule, instances
from exports.ical_lines import Component, Property, ValueType, compact
from exports.ical_text import fitted_line, fitted_text, language_of
from exports.ical_times import Span, placed, span_of, zone_of
from exports.labels import type_label
from exports.story import as_text, marked_title
from schemas import Event

_STATUSES = {"target": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
"""All others are CONFIRMED."""


@dataclass(frozen=True, slots=True)
class Written:
    """The VEVENTs that an event became, and what a user should know of how it was written."""

    components: list[Component]
    notes: tuple[str, ...] = ()


def written(event: Event, citations: Citations, options: ExportOptions, end: date) -> Written:
    """The event as one VEVENT, or as one for each instance that begins before ``end``.

    A rule that cannot be followed leaves the event once, at its own begin.
    """
    span = span_of(event, options.moment, options.times)
    notes = ("told to the second, written to the minute",) if span.minutes else ()
    if event.recurrence and options.recurrence == "rule" and (ruled := _ruled(event, citations, options)):
        return Written([ruled], notes)
    common = _common(event, span, citations, options)
    found = instances(event, span, end) if event.recurrence and options.recurrence == "instances" else None
    if not found:
        once = _vevent(event.id, event, span, common, options.times)
        return Written([once], (*notes, _written_once(found, end)) if event.recurrence else notes)
    vevents = [_vevent(f"{event.id}-{compact(one.begin)}", event, one, common, options.times) for one in found]
    extent = f"until {end.isoformat()}" if len(found) < MOST else f"{MOST} times"
    return Written(vevents, (*notes, f"recurring, written out {extent}"))


def _written_once(found: list[Span] | None, end: date) -> str:
    """Why a recurrence is not written out: it cannot be followed, or none of its instances begins in time."""
    if found is None:
        return "with a recurrence that cannot be followed, written once"
    return f"recurring from {end.isoformat()} on, written once"


def _ruled(event: Event, citations: Citations, options: ExportOptions) -> Component | None:
    """The event with an RRULE, which counts hours in the event's own zone; None where it cannot be followed."""
    span = span_of(event, options.moment, "zone")
    fitted = fitted_rule(event, span, zone_of(event.timezone))
    if fitted is None:
        return None
    first, rule = fitted
    common = [Property("RRULE", rule, "recur"), *_common(event, span, citations, options)]
    return _vevent(event.id, event, first, common, "zone")


def _vevent(uid: str, event: Event, span: Span, common: list[Property], times: Times) -> Component:
    properties = [Property("UID", f"{uid}@article-timeline"), *_when(span, event.timezone, times), *common]
    if span.moment:
        properties.append(Property("X-TIMELINE-MOMENT", "TRUE"))
    if span.minutes:
        properties.append(Property("X-TIMELINE-BEGIN", event.begin.isoformat()))
    return Component("VEVENT", properties)


def _when(span: Span, zone: str | None, times: Times) -> list[Property]:
    """DTSTART and DTEND."""
    begin, until, tzid = placed(span, zone, times)
    kind: ValueType = "date-time" if isinstance(begin, datetime) else "date"
    parameters = (("TZID", tzid),) if tzid else ()
    return [Property("DTSTART", begin, kind, parameters), Property("DTEND", until, kind, parameters)]


def _common(event: Event, span: Span, citations: Citations, options: ExportOptions) -> list[Property]:
    """All that does not depend on the instance."""
    language = options.language
    own, labels = language_of(event.language), language_of(language)
    revised = in_utc(citations.revised(event))
    sources = citations.sources(event)
    properties = [
        Property("DTSTAMP", revised, "date-time"),
        Property("LAST-MODIFIED", revised, "date-time"),
        Property("SEQUENCE", event.sequence, "integer"),
        Property("SUMMARY", fitted_line(marked_title(event, language, clock=span.all_day)), "text", own),
        Property("DESCRIPTION", fitted_text(as_text(event, citations, language)), "text", own),
        Property("CATEGORIES", (type_label(event.type, language),), "text", labels),
        Property("STATUS", _STATUSES.get(event.status, "CONFIRMED")),
        Property("TRANSP", "TRANSPARENT"),
        Property("CLASS", "PUBLIC"),
    ]
    places = fitted_line("，".join(lines_of(place.name for place in event.places)))
    if places:
        properties.append(Property("LOCATION", places, "text", own))
    properties += _addresses(sources)
    granularity = (("X-GRANULARITY", event.granularity),)
    properties.append(Property("X-TIMELINE-EDTF", fitted_text(one_line(event.edtf)), "text", granularity))
    if event.open_end:
        properties.append(Property("X-TIMELINE-OPEN-END", "TRUE"))
    return properties


def _addresses(sources: list[Source]) -> list[Property]:
    """The first article's address, and the first picture."""
    found = []
    url = next((source.url for source in sources if source.url), None)
    image = next((source.image for source in sources if source.image), None)
    if url:
        found.append(Property("URL", url, "uri"))
    if image:
        found.append(Property("IMAGE", image, "uri", (("DISPLAY", "FULLSIZE"),)))
    return found
