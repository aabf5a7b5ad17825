"""``feed.json``: JSON Feed 1.1 (https://jsonfeed.org/version/1.1), an item an event.

``date_published`` is the article's. The event's own time stands in the extension ``_timeline`` of its item.
``feed_url`` identifies a feed and some readers refuse one without it, so that without a base URL it is a URN.
"""

import json
from typing import Any

from exports.characters import one_line
from exports.citations import Citations
from exports.exporter import Exported, Exporter, ExportOptions
from exports.feed_items import Page, authors, feed_id, item_id, pages, rfc3339
from exports.labels import type_label
from exports.story import as_html, as_text, dated_summary, marked_title, quotes, timeline_title
from schemas import Event, Timeline

FILE_NAME = "feed.json"
TIMELINE_FIELDS = {
    *("type", "status", "begin", "until", "timezone", "all_day", "edtf", "granularity", "approximate", "open_end"),
    *("recurrence", "places", "participants", "works", "metrics", "part_of", "aliases", "confidence", "doubts"),
    "sequence",
}
"""The fields of an event that the ``_timeline`` object of its item holds as they are in ``timeline.json``."""


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """All events, the latest told first; in pages of ``page_size`` items where there is a base URL."""
    citations = Citations(timeline)
    made = pages(timeline.events, citations, options, FILE_NAME)
    return Exported({page.name: _page(page, timeline, citations, options) for page in made})


def _page(page: Page, timeline: Timeline, citations: Citations, options: ExportOptions) -> bytes:
    """A page with an item a line, so that two builds can be compared by lines."""
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": timeline_title(timeline),
        "language": "zh-CN" if options.language == "zh" else options.language,
        "home_page_url": f"{options.base_url}/" if options.base_url else feed_id(timeline, options, FILE_NAME),
        "feed_url": page.address or feed_id(timeline, options, FILE_NAME),
    }
    if page.next_address:
        head["next_url"] = page.next_address
    lines = [f"{_json(name)}:{_json(value)}" for name, value in head.items()]
    items = ",\n".join([_json(_item(event, citations, options)) for event in page.events])
    return ("{" + ",\n".join([*lines, f'"items":[\n{items}\n]']) + "}\n").encode()


def _item(event: Event, citations: Citations, options: ExportOptions) -> dict[str, Any]:
    language = options.language
    sources = citations.sources(event)
    published, revised = citations.published(event), citations.revised(event)
    item: dict[str, Any] = {
        "id": item_id(event.id, options),
        "url": next((source.url for source in sources if source.url), None),
        "title": marked_title(event, language),
        "summary": dated_summary(event, language),
        "content_html": as_html(event, citations, language),
        "content_text": as_text(event, citations, language),
        "image": next((source.image for source in sources if source.image), None),
        "date_published": rfc3339(published),
        "date_modified": rfc3339(revised) if revised > published else None,
        "authors": [{"name": name} for name in authors(event, citations)] or None,
        "tags": _tags(event, citations, options),
        "language": one_line(event.language) or None,
        "_timeline": _extension(event, citations),
    }
    return {name: value for name, value in item.items() if value is not None}


def _extension(event: Event, citations: Citations) -> dict[str, Any]:
    """The event as a program wants it."""
    fields = event.model_dump(mode="json", include=TIMELINE_FIELDS, exclude_none=True)
    fields["evidence"] = [
        {"quote": evidence.quote, "article": evidence.article, "url": citations.source(evidence).url}
        for evidence in quotes(event)
    ]
    fields["other_dates"] = [
        other.model_dump(mode="json", include={"begin", "until", "edtf", "reason"}) for other in event.other_dates
    ]
    return {"id": event.id, **fields}


def _tags(event: Event, citations: Citations, options: ExportOptions) -> list[str]:
    keywords = [tag for source in citations.sources(event) for tag in source.tags]
    return list(dict.fromkeys([type_label(event.type, options.language), *keywords]))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


EXPORTER = Exporter(
    name="feed",
    file_name=FILE_NAME,
    media_type="application/feed+json",
    description="JSON Feed 1.1, for feed readers.",
    export=export,
    omits=("explanations", "offsets of quotes"),
)
