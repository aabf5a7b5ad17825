"""A timeline made to follow an earlier one: ids kept, changes numbered, what is gone kept as cancelled for a while."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from schemas import ArticleMetadata, Event, Explanation, Timeline, order_of
from timeline.events.merging.candidates import candidates
from timeline.events.merging.likeness import match
from timeline.events.merging.profile import Profile, profile_of

KEPT = timedelta(days=30)
"""How long, in publication time, an event that is gone stands in the timeline as cancelled."""

TICK = timedelta(seconds=1)
"""What ``modified`` rises by at least, where no later article changed the event."""

STRETCH = 4
"""How many times further an event may move from one timeline to the next than articles of one time may disagree."""

GONE = Explanation(field="status", reason="no article of this timeline tells of it any more")
"""Why an event that is gone is cancelled."""


def revise(timeline: Timeline, previous: Timeline) -> Timeline:
    """Make a newly built timeline follow the one that subscribers know.

    Events are the same by id, by the words they cite, and then by likeness, each once. An event that is the same keeps
    its id; its ``sequence`` rises by one where date, place (the closest) or status moved, and ``modified`` is then, or
    when its title changed, the latest publication among its evidence. What did not change keeps both. An event that is
    gone stays as cancelled until articles have come out for 30 days after it went; its articles are kept with it.

    Args:
        timeline: as built from the articles of now; its publications are the only clock.
        previous: as it was given out before.

    Returns:
        The timeline with every ``modified`` set, in order of time. Revising it by itself changes nothing.
    """
    published = _Published(timeline, previous)
    followed = follow(timeline.events, previous.events)
    names = {event.id: followed[event.id].id for event in timeline.events if event.id in followed}
    taken = set(names.values())
    events = []
    for event in timeline.events:
        known = followed.get(event.id)
        if known is None:
            identity = event.id if event.id not in taken else _free(event.id, taken)
            events.append(_renamed(event, identity, names, {"modified": published.latest_of(event)}))
        else:
            events.append(_renamed(event, known.id, names, _counted(event, known, published)))
    matched = {known.id for known in followed.values()}
    gone = [event for event in previous.events if event.id not in matched]
    kept = [tombstone for event in gone if (tombstone := _tombstone(event, published)) is not None]
    return timeline.model_copy(
        update={
            "events": tuple(sorted((*events, *kept), key=order_of)),
            "articles": _with_articles_of(kept, timeline.articles, previous.articles),
        }
    )


def follow(events: Sequence[Event], previous: Sequence[Event]) -> dict[str, Event]:
    """For each id among ``events`` that a previous event lives on in, that previous event, one to one.

    The pairs of one id come first, then those that cite the same words, the most first, then the most alike.
    """
    found: dict[str, Event] = {}
    used: set[str] = set()
    for steps in (_by_id, _by_evidence, _by_likeness):
        mine = [event for event in events if event.id not in found]
        theirs = [event for event in previous if event.id not in used]
        for identity, known in steps(mine, theirs):
            if identity not in found and known.id not in used:
                found[identity] = known
                used.add(known.id)
    return found


Pairs = Iterable[tuple[str, Event]]


def _by_id(events: Sequence[Event], previous: Sequence[Event]) -> Pairs:
    known = {event.id: event for event in previous}
    return [(event.id, known[event.id]) for event in events if event.id in known]


def _by_evidence(events: Sequence[Event], previous: Sequence[Event]) -> Pairs:
    citing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, known in enumerate(previous):
        for words in _words(known):
            citing[words].append(place)
    pairs = []
    for event in events:
        shared: dict[int, int] = defaultdict(int)
        for words in _words(event):
            for place in citing.get(words, ()):
                shared[place] += 1
        pairs += [
            (-count, previous[place].type != event.type, previous[place].title != event.title, place, event.id)
            for place, count in shared.items()
        ]
    return [(identity, previous[place]) for *_rank, place, identity in sorted(pairs)]


def _words(event: Event) -> set[tuple[str, str]]:
    """The words that an event cites; the article may have grown before them."""
    return {(evidence.article, evidence.quote) for evidence in event.evidence}


def _by_likeness(events: Sequence[Event], previous: Sequence[Event]) -> Pairs:
    profiles = [profile_of(event) for event in (*previous, *events)]
    pairs = []
    for one, other in _across(profiles, len(previous)):
        found = match(profiles[one], profiles[other], stretch=STRETCH)
        if found:
            pairs.append((-found.strength, profiles[one].event.id, profiles[other].event.id, one, other))
    return [(profiles[other].event.id, previous[one]) for *_rank, one, other in sorted(pairs)]


def _across(profiles: Sequence[Profile], border: int) -> Iterator[tuple[int, int]]:
    for one, other in candidates(profiles):
        if one < border <= other:
            yield one, other


class _Published(dict[str, datetime]):
    """Article id to publication, of two timelines."""

    def __init__(self, timeline: Timeline, previous: Timeline) -> None:
        super().__init__((article.id, article.published) for article in (*previous.articles, *timeline.articles))
        moments = [article.published for article in timeline.articles or previous.articles]
        self.latest = max(moments, default=None)
        """The latest publication of the new timeline: its now."""

    def latest_of(self, event: Event) -> datetime | None:
        """The latest publication among an event's evidence; None where no article of it is known."""
        return max((self[one.article] for one in event.evidence if one.article in self), default=None)

    def modified_of(self, event: Event) -> datetime | None:
        """When an event of the previous timeline was last changed."""
        return event.modified or self.latest_of(event)


def _counted(event: Event, known: Event, published: _Published) -> dict[str, Any]:
    """``sequence`` and ``modified`` of an event that was known before."""
    before = published.modified_of(known)
    has_moved = moved(event, known)
    sequence = known.sequence + has_moved
    if not has_moved and event.title == known.title:
        return {"sequence": sequence, "modified": before}
    return {"sequence": sequence, "modified": _after(before, published.latest_of(event))}


def moved(event: Event, known: Event) -> bool:
    """Whether date, closest place or status are others than before."""
    return (event.begin, event.until, event.status, event.places[:1]) != (
        known.begin,
        known.until,
        known.status,
        known.places[:1],
    ) or isinstance(event.begin, datetime) != isinstance(known.begin, datetime)


def _after(before: datetime | None, moment: datetime | None) -> datetime | None:
    """The moment, or the next tick after ``before`` where it is not later."""
    if before is None or moment is None:
        return moment or before
    return moment if moment > before else before + TICK


def _tombstone(event: Event, published: _Published) -> Event | None:
    """A vanished event as cancelled; None once it has been gone for long."""
    before = published.modified_of(event)
    if GONE in event.explanations:
        is_old = before is not None and published.latest is not None and published.latest - before > KEPT
        return None if is_old else event
    return event.model_copy(
        update={
            "status": "cancelled",
            "sequence": event.sequence + (event.status != "cancelled"),
            "modified": _after(before, published.latest),
            "explanations": (*event.explanations, GONE),
        }
    )


def _renamed(event: Event, identity: str, names: Mapping[str, str], fields: dict[str, Any]) -> Event:
    part = event.part_of
    if part and part.id and part.id in names:
        fields = {**fields, "part_of": part.model_copy(update={"id": names[part.id]})}
    return event.model_copy(update={"id": identity, **fields})


def _free(identity: str, taken: set[str]) -> str:
    """An id that no kept event has."""
    from timeline.events.identity import event_id

    turn = 0
    while identity in taken:
        turn += 1
        identity = event_id(identity, turn, turn)
    return identity


def _with_articles_of(
    kept: Iterable[Event], articles: Sequence[ArticleMetadata], previous: Sequence[ArticleMetadata]
) -> tuple[ArticleMetadata, ...]:
    """The articles, and those that only the kept events cite."""
    cited = {evidence.article for event in kept for evidence in event.evidence}
    have = {article.id for article in articles}
    added = [article for article in previous if article.id in cited - have]
    return tuple(sorted((*articles, *added), key=lambda article: (article.published, article.id)))
