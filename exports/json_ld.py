"""``timeline.jsonld``: the events as schema.org Events in JSON-LD."""

import json
from datetime import date, datetime
from typing import Any

from exports.characters import lines_of, one_line
from exports.citations import Citations, Source
from exports.dates import days_of, granularity_of
from exports.exporter import Exported, Exporter, ExportOptions
from exports.feed_items import item_id, rfc3339
from exports.ical_times import zone_of
from exports.labels import type_label
from exports.story import dated_summary, title
from schemas import Event, Granularity, OtherDate, Participant, PartOf, Timeline

FILE_NAME = "timeline.jsonld"
_TYPES = {"exhibition": "ExhibitionEvent", "publication": "PublicationEvent", "competition": "SportsEvent"}
"""schema.org's more special types, where one means the same; all others are Event."""
_ROLES = {
    "host": "organizer",
    "organiser": "organizer",
    "co-organiser": "organizer",
    "guide": "organizer",
    "supporter": "sponsor",
    "performer": "performer",
    "speaker": "performer",
}
"""The property for each role; all others are contributors."""
_ORGANISATIONS = ("host", "organiser", "co-organiser", "guide", "supporter", "publisher")
"""The roles that organisations have (主办单位); whether another participant is a person is not known."""
_LENGTHS = {"era": 4, "century": 4, "decade": 4, "year": 4, "half": 7, "quarter": 7, "season": 7, "month": 7}
"""The characters of an ISO date that a granularity tells; all others tell the day."""
_CLOCKS = ("hour", "minute", "second")
"""The granularities that tell a time of day; a part of the day has no hour of its own."""


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """All events as one graph; dates as exact as they are told: ``2022-06`` for a month."""
    citations = Citations(timeline)
    events = [_event(event, citations, options) for event in timeline.events]
    lines = ",\n".join([json.dumps(event, ensure_ascii=False, separators=(",", ":")) for event in events])
    written = f'{{"@context":"https://schema.org",\n"@graph":[\n{lines}\n]}}\n'
    return Exported({FILE_NAME: written.encode()})


def _event(event: Event, citations: Citations, options: ExportOptions) -> dict[str, Any]:
    begin, end = _dates(event)
    sources = citations.sources(event)
    moved = [other for other in event.other_dates if other.reason == "postponed"]
    node: dict[str, Any] = {
        "@type": _TYPES.get(event.type, "Event"),
        "@id": item_id(event.id, options),
        "name": title(event, options.language),
        "alternateName": lines_of(event.aliases),
        "description": dated_summary(event, options.language),
        "inLanguage": one_line(event.language),
        "keywords": type_label(event.type, options.language),
        "startDate": begin,
        "endDate": end,
        "eventStatus": f"https://schema.org/{_status(event, moved)}",
        "previousStartDate": [_told(other.begin, granularity_of(other), event) for other in moved if other.begin],
        "location": [{"@type": "Place", "name": name} for name in lines_of(place.name for place in event.places)],
        "workFeatured": [{"@type": "CreativeWork", "name": name} for name in lines_of(event.works)],
        "superEvent": _superior(event.part_of, options) if event.part_of else None,
        "image": next((source.image for source in sources if source.image), None),
        "subjectOf": [_article(source) for source in sources],
    }
    for participant in event.participants:
        if party := _party(participant):
            node.setdefault(_ROLES.get(participant.role, "contributor"), []).append(party)
    return _filled(node)


def _superior(event: PartOf, options: ExportOptions) -> dict[str, Any]:
    return _filled(
        {"@type": "Event", "@id": item_id(event.id, options) if event.id else None, "name": one_line(event.name)}
    )


def _party(participant: Participant) -> dict[str, str] | str:
    """An organisation where the role tells one, else the name alone, which schema.org takes for any thing."""
    name = one_line(participant.name)
    return {"@type": "Organization", "name": name} if name and participant.role in _ORGANISATIONS else name


def _status(event: Event, moved: list[OtherDate]) -> str:
    """An event that was moved has a new date where the old one is kept, and waits for one where it is not."""
    if event.status == "postponed":
        return "EventRescheduled" if moved else "EventPostponed"
    return "EventCancelled" if event.status == "cancelled" else "EventScheduled"


def _dates(event: Event) -> tuple[str, str | None]:
    """Begin and end in ISO 8601, no more exact than the source; the end of days is the last one, inside."""
    edges = (event.begin, event.until or event.begin) if event.granularity in _CLOCKS else days_of(event)
    begin, end = (_told(edge, event.granularity, event) for edge in edges)
    return begin, end if event.until is not None and event.until > event.begin else None


def _told(when: date, granularity: Granularity, event: Event) -> str:
    """A day as exact as it is told; a time of day with the offset of its zone, without one where that is not known."""
    if not isinstance(when, datetime):
        return when.isoformat()[: _LENGTHS.get(granularity)]
    if granularity not in _CLOCKS:
        return when.date().isoformat()
    zone = zone_of(event.timezone)
    return rfc3339(when.replace(tzinfo=zone)) if zone else when.replace(tzinfo=None).isoformat()


def _article(source: Source) -> dict[str, Any]:
    return _filled(
        {
            "@type": "NewsArticle",
            "url": source.url,
            "headline": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": rfc3339(source.published) if source.published else None,
        }
    )


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what says nothing."""
    return {name: value for name, value in node.items() if value}


EXPORTER = Exporter(
    name="json-ld",
    file_name=FILE_NAME,
    media_type="application/ld+json",
    description="schema.org Events in JSON-LD, for search engines.",
    export=export,
    omits=(
        *("EDTF", "figures", "statuses but moved and cancelled", "disagreeing dates", "revisions", "confidence"),
        *("explanations", "quotes"),
    ),
)
