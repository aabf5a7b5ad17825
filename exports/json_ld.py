"""``timeline.jsonld``: the events as schema.org Events in JSON-LD."""

import json
from datetime import datetime, timedelta
from typing import Any

from exports.characters import one_line
from exports.citations import Citations
from exports.exporter import Exported, Exporter, ExportOptions
from exports.feed_items import item_id, rfc3339
from exports.ical_times import zone_of
from exports.labels import type_label
from exports.story import summary, title
from schemas import Event, OtherDate, Timeline

FILE_NAME = "timeline.jsonld"
_TYPES = {"exhibition": "ExhibitionEvent", "publication": "PublicationEvent", "competition": "SportsEvent"}
"""schema.org's more special types, where one means the same; all others are Event."""
_STATUSES = {"cancelled": "EventCancelled"}
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


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """All events as one graph; dates as exact as they are told: ``2022-06`` for a month."""
    citations = Citations(timeline)
    events = [_event(event, citations, options) for event in timeline.events]
    lines = ",\n".join([json.dumps(event, ensure_ascii=False, separators=(",", ":")) for event in events])
    written = f'{{"@context":"https://schema.org",\n"@graph":[\n{lines}\n]}}\n'
    return Exported({options.named(FILE_NAME): written.encode()})


def _event(event: Event, citations: Citations, options: ExportOptions) -> dict[str, Any]:
    begin, end = _dates(event)
    moved = [other for other in event.other_dates if other.reason == "postponed"]
    node: dict[str, Any] = {
        "@type": _TYPES.get(event.type, "Event"),
        "@id": item_id(event, options),
        "name": title(event, options.language),
        "description": summary(event),
        "inLanguage": one_line(event.language),
        "keywords": type_label(event.type, options.language),
        "startDate": begin,
        "endDate": end,
        "eventStatus": f"https://schema.org/{_status(event, moved)}",
        "previousStartDate": [other.begin.isoformat() for other in moved if other.begin],
        "location": [{"@type": "Place", "name": one_line(place.name)} for place in event.places],
        "workFeatured": [{"@type": "CreativeWork", "name": one_line(work)} for work in event.works],
        "superEvent": {"@type": "Event", "name": one_line(event.part_of.name)} if event.part_of else None,
        "image": next((source.image for source in citations.sources(event) if source.image), None),
        "subjectOf": _articles(event, citations),
        "temporalCoverage": one_line(event.edtf),
    }
    for participant in event.participants:
        party = {"@type": "Thing", "name": one_line(participant.name)}
        node.setdefault(_ROLES.get(participant.role, "contributor"), []).append(party)
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _status(event: Event, moved: list[OtherDate]) -> str:
    """An event that was moved has a new date where the old one is kept, and waits for one where it is not."""
    if event.status == "postponed":
        return "EventRescheduled" if moved else "EventPostponed"
    return _STATUSES.get(event.status, "EventScheduled")


def _dates(event: Event) -> tuple[str, str | None]:
    """Begin and end in ISO 8601, no more exact than the source; the end of days is the last one, inside."""
    if isinstance(event.begin, datetime) and not event.all_day:
        end = event.until if isinstance(event.until, datetime) and event.until > event.begin else None
        return _moment(event.begin, event.timezone), _moment(end, event.timezone) if end else None
    length = {"year": 4, "month": 7}.get(event.granularity, 10)
    begin = event.begin.isoformat()[:length]
    if event.until is None or event.until <= event.begin:
        return begin, None
    return begin, (event.until - timedelta(days=1)).isoformat()[:length]


def _moment(when: datetime, zone: str | None) -> str:
    """With the offset of its zone, without one where the zone is not known."""
    known = zone_of(zone)
    return rfc3339(when.replace(tzinfo=known)) if known else when.replace(tzinfo=None).isoformat()


def _articles(event: Event, citations: Citations) -> list[dict[str, Any]]:
    nodes = []
    for source in citations.sources(event):
        publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
        node = {
            "@type": "NewsArticle",
            "url": source.url,
            "headline": source.title,
            "publisher": publisher,
            "datePublished": rfc3339(source.published) if source.published else None,
        }
        nodes.append({name: value for name, value in node.items() if value})
    return nodes


EXPORTER = Exporter(
    name="json-ld",
    file_name=FILE_NAME,
    media_type="application/ld+json",
    description="schema.org Events in JSON-LD, for search engines.",
    export=export,
    omits="figures, confidence, explanations, quotes and their offsets",
)
