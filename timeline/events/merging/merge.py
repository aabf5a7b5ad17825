"""The events of many articles, each event once with all its evidence."""

from collections.abc import Iterable, Sequence

from schemas import ArticleMetadata, Event, order_of
from timeline.events.identity import event_id
from timeline.events.merging.belonging import link_parts
from timeline.events.merging.clusters import cluster
from timeline.events.merging.compose import compose, in_order
from timeline.events.merging.other_names import OtherNames
from timeline.events.merging.profile import profile_of
from timeline.events.merging.sources import Sources


def merge(events: Iterable[Event], articles: Iterable[ArticleMetadata]) -> list[Event]:
    """Make one event of all mentions of it.

    Mentions are one event when nothing keeps them apart (`conflicts.py`), their titles, works or other names are alike
    (`likeness.py`), and their dates allow it. The result does not depend on the order of the events or the articles.
    Merging is done once, over all mentions.

    Args:
        events: the mentions, as extraction gives them.
        articles: the articles that they cite, with their publication and, for near-duplicates, their voice.

    Returns:
        The events in order of time (`schemas.order_of`), their ids unique. Each has the id of its earliest published
        mention, the best title, the best supported and most exact date, the other dates in ``other_dates``, and
        explanations of the field ``merge``.
    """
    sources = Sources(articles)
    mentions = sorted((in_order(event, sources) for event in events), key=lambda event: _arrival(event, sources))
    spell_out = OtherNames(mentions).spell_out
    profiles = [profile_of(event, spell_out) for event in mentions]
    merged = [
        compose([mentions[place] for place in group.members], group.bonds, mentions.__getitem__, sources)
        for group in cluster(profiles)
    ]
    return sorted(link_parts(_with_unique_ids(sorted(merged, key=order_of))), key=order_of)


def _arrival(event: Event, sources: Sources) -> tuple[object, ...]:
    """The earliest published first, ties by article and offset, then by all that may differ."""
    first = event.evidence[0]
    place = (sources.published(first.article), first.article, first.start_char, first.end_char)
    return (*place, event.id, event.title, event.type, str(event.begin), str(event.until), event.status, event.summary)


def _with_unique_ids(events: Sequence[Event]) -> list[Event]:
    """Two events that extraction gave one id: the later in order takes one of its own."""
    taken: set[str] = set()
    unique = []
    for event in events:
        identity, turn = event.id, 0
        while identity in taken:
            turn += 1
            identity = event_id(f"{event.id} {event.title} {event.edtf}", turn, turn)
        taken.add(identity)
        unique.append(event if identity == event.id else event.model_copy(update={"id": identity}))
    return unique
