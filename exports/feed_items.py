"""What JSON Feed and Atom share: the order of items, their ids, and the pages of a large feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from exports.characters import one_line
from exports.citations import Citations, in_utc
from exports.exporter import ExportOptions
from exports.identifiers import uuid_of
from schemas import Event, Timeline


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a feed.

    Attributes:
        name: its file name; the first page has the feed's own.
        events: the events on it, the latest told first.
        address: where it will be published; None without a base URL.
        next_address: where the page after it will be; None on the last.
    """

    name: str
    events: tuple[Event, ...]
    address: str | None
    next_address: str | None


def pages(events: tuple[Event, ...], citations: Citations, options: ExportOptions, file_name: str) -> Iterator[Page]:
    """The events by the publication that first told of them, the latest first, in pages.

    Pages link by absolute addresses, so that without a base URL there is but one.
    """
    ordered = sorted(events, key=lambda event: (-in_utc(citations.published(event)).timestamp(), event.id))
    size = options.page_size if options.base_url else max(len(ordered), 1)
    count = max(-(-len(ordered) // size), 1)
    stem, dot, suffix = file_name.rpartition(".")
    names = [f"{stem}{f'-{number}' if number > 1 else ''}{dot}{suffix}" for number in range(1, count + 1)]
    for number, name in enumerate(names):
        following = options.address(names[number + 1]) if number + 1 < count else None
        yield Page(name, tuple(ordered[number * size : (number + 1) * size]), options.address(name), following)


def feed_id(timeline: Timeline, options: ExportOptions, file_name: str) -> str:
    """The address of the feed's first page, or a URN of its title where nothing is published."""
    return options.address(file_name) or uuid_of("feed", f"{file_name}/{one_line(timeline.title)}").urn


def item_id(event_id: str, options: ExportOptions) -> str:
    """The URL of an event in the published ``timeline.json``, or a URN where nothing is published."""
    address = options.address("timeline.json")
    return f"{address}#{event_id}" if address else uuid_of("event", event_id).urn


def rfc3339(moment: datetime) -> str:
    """A moment to the second, with its own offset, as RFC 3339 wants it: offsets have no seconds there."""
    offset = moment.utcoffset()
    plain = offset is not None and offset.total_seconds() % 60 == 0
    return (moment if plain else in_utc(moment)).isoformat(timespec="seconds")


def authors(event: Event, citations: Citations) -> list[str]:
    """Who published and wrote the articles, each name once."""
    names = [name for source in citations.sources(event) for name in (source.publisher, *source.authors) if name]
    return list(dict.fromkeys(names))
