"""One event of a timeline as VEVENT components."""

from datetime import date, datetime

from exports.characters import one_line
from exports.citations import Citations, Source, in_utc
from exports.exporter import ExportOptions
from exports.ical_instances import fitted_rule, instances
from exports.ical_lines import Component, Property, ValueType, compact
from exports.ical_text import language_of, text, title
from exports.ical_times import Span, Times, placed, span_of, zone_of
from exports.labels import type_label
from exports.story import as_text, marked_title
from schemas import Event

_STATUSES = {"target": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
"""All others are CONFIRMED."""


def components(event: Event, citations: Citations, options: ExportOptions, end: date) -> list[Component]:
    """The event as one VEVENT, or as one for each instance that begins before ``end``.

    A rule that cannot be followed leaves the event once, at its own begin.
    """
    span = span_of(event, options.moment, _times(event, options))
    common = _common(event, span, citations, options)
    if event.recurrence and options.recurrence == "rule":
        fitted = fitted_rule(event, span, zone_of(event.timezone))
        if fitted:
            first, rule = fitted
            return [_vevent(event.id, event, first, common, "zone", [Property("RRULE", rule, "recur")])]
    elif event.recurrence and (found := instances(event, span, end)):
        return [_vevent(f"{event.id}-{compact(one.begin)}", event, one, common, options.times) for one in found]
    return [_vevent(event.id, event, span, common, options.times)]


def _times(event: Event, options: ExportOptions) -> Times:
    """A rule counts days and hours in the event's own zone, so that its times must stand there too."""
    return "zone" if event.recurrence and options.recurrence == "rule" else options.times


def _vevent(
    uid: str, event: Event, span: Span, common: list[Property], times: Times, more: list[Property] | None = None
) -> Component:
    properties = [Property("UID", f"{uid}@article-timeline"), *when(span, event.timezone, times), *(more or [])]
    if span.moment:
        common = [*common, Property("X-TIMELINE-MOMENT", "TRUE")]
    if span.minutes:
        common = [*common, Property("X-TIMELINE-BEGIN", event.begin.isoformat())]
    return Component("VEVENT", properties + common)


def when(span: Span, zone: str | None, times: Times) -> list[Property]:
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
        Property("SUMMARY", title(marked_title(event, language, clock=span.all_day)), "text", own),
        Property("DESCRIPTION", text(as_text(event, citations, language)), "text", own),
        Property("CATEGORIES", (type_label(event.type, language),), "text", labels),
        Property("STATUS", _STATUSES.get(event.status, "CONFIRMED")),
        Property("TRANSP", "TRANSPARENT"),
        Property("CLASS", "PUBLIC"),
    ]
    places = title("，".join(filter(None, [one_line(place.name) for place in event.places])))
    if places:
        properties.append(Property("LOCATION", places, "text", own))
    properties += _addresses(sources)
    granularity = (("X-GRANULARITY", event.granularity),)
    properties.append(Property("X-TIMELINE-EDTF", text(one_line(event.edtf)), "text", granularity))
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
        found.append(Property("IMAGE", image, "uri", (("DISPLAY", "BADGE"),)))
    return found
