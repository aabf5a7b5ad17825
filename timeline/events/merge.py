"""Events of many articles in, each event once out."""

from collections.abc import Iterable

from schemas import ArticleMetadata, Event, order_of


def merge(events: Iterable[Event], articles: Iterable[ArticleMetadata]) -> list[Event]:
    """The events in order of time."""
    return sorted(events, key=order_of)
