"""JSON Feed 1.0 and 1.1 (jsonfeed.org), whole or one item of it."""

from collections.abc import Iterator, Mapping

from schemas import ReadError, SkippedError
from timeline.articles import keys
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.json_records import load_json
from timeline.articles.formats.record import draft_of_record, numbered_draft
from timeline.articles.too_large import refuse_many_records

NAME = "json-feed"
_VERSION = "jsonfeed.org/version/"


def accept(content: Content) -> bool:
    """A feed by its version, an item by the names of its date and its content."""
    if not content.head.startswith("{"):
        return False
    if _VERSION in content.head:
        return True
    text = content.text
    return '"date_published"' in text and ('"content_html"' in text or '"content_text"' in text)


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft an item.

    Raises:
        ReadError: the JSON does not parse.
        SkippedError: it has no items.
    """
    found = load_json(content.text)
    items = found.get("items") if isinstance(found, Mapping) else None
    if items is None:
        yield draft_of_record(found, "feed")
        return
    if not isinstance(items, list) or not items:
        raise SkippedError("a feed without items")
    refuse_many_records(len(items))
    title = keys.as_text(found.get("title"))[:40] or None
    for number, item in enumerate(items, 1):
        if not isinstance(item, Mapping):
            yield ReadError("an item that is no object", where=str(number), mend="mend the feed")
            continue
        draft = numbered_draft(item, "feed", number)
        if isinstance(draft, Draft):
            draft.publisher = draft.publisher or title
        yield draft
