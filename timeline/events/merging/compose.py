"""The mentions of one event made into one event: the best of each, and all evidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from schemas import Event, EventTypeName, Evidence, Explanation, Metric, Participant, Place, Status
from timeline.events.merging.clusters import Bond
from timeline.events.merging.dating import Vote, leading, others, votes_of
from timeline.events.merging.headline import best_title
from timeline.events.merging.profile import plain
from timeline.events.merging.sources import Sources

DATE_FIELDS = ("begin", "until", "timezone", "edtf", "granularity", "all_day", "approximate", "open_end", "recurrence")
"""The fields that tell an event's time and are taken from one mention together."""

MOST_REASONS = 20
"""The most explanations of merging that an event keeps."""

DISAGREE = "articles disagree on the date"
"""The doubt of an event on whose date its articles disagree, which takes so much of its confidence."""
LESS_FOR_DISAGREEMENT = 0.15

STRONG_STATUS = ("cancelled", "postponed")
"""What stands above every other status that the same article tells."""


_DAYS = frozenset(["day", "part_of_day", "hour", "minute"])


def compose(events: Sequence[Event], bonds: Sequence[Bond], mention: Callable[[int], Event], sources: Sources) -> Event:
    """One event from its mentions.

    Args:
        events: the mentions, the earliest published first, ties by article and offset.
        bonds: what joined them, by places that ``mention`` knows.
        mention: place to mention.
        sources: the articles that the mentions cite.
    """
    if len(events) == 1:
        return events[0]
    votes = votes_of(events, sources)
    lead = leading(votes)
    against = others(votes, lead)
    head = events[best_title(events, {place: vote.voices for place, vote in enumerate(votes)})]
    latest = _latest(votes, lead)
    kind = _type(votes, head)
    voices = frozenset().union(*(vote.voices for vote in votes))
    first = [lead.event, *(event for event in events if event is not lead.event)]
    fields: dict[str, Any] = {name: getattr(lead.event, name) for name in DATE_FIELDS}
    return events[0].model_copy(
        update=fields
        | {
            "type": kind,
            "title": head.title,
            "language": head.language,
            "summary": latest.summary or head.summary,
            "status": _status(latest, kind, lead.event),
            "places": _places(place for event in first for place in event.places),
            "participants": _participants(who for event in first for who in event.participants),
            "works": _once(work for event in (head, *first) for work in event.works),
            "metrics": _metrics(metric for event in first for metric in event.metrics),
            "part_of": next((event.part_of for event in (head, *first) if event.part_of), None),
            "aliases": _aliases(first, head.title),
            "confidence": _confidence(lead.event, head, len(voices), disagreed=bool(against)),
            "doubts": _doubts(lead.event, head, disagreed=any(other.reason == "disagreement" for other in against)),
            "explanations": (*_explanations(head, first, latest), *_reasons(bonds, mention, sources)),
            "evidence": _evidence(events, sources),
            "other_dates": against,
        }
    )


def in_order(event: Event, sources: Sources) -> Event:
    """The event with its evidence in order of publication, article and offset."""
    if len(event.evidence) == 1:
        return event
    return event.model_copy(update={"evidence": _evidence([event], sources)})


def _evidence(events: Iterable[Event], sources: Sources) -> tuple[Evidence, ...]:
    """All evidence once, the earliest published first, ties by article and offset."""
    found: dict[tuple[str, int, int, str], Evidence] = {}
    for event in events:
        for one in event.evidence:
            date = one.expression.text if one.expression else ""
            found.setdefault((one.article, one.start_char, one.end_char, date), one)
    return tuple(found[key] for key in sorted(found, key=lambda key: (sources.published(key[0]), key)))


def _latest(votes: Sequence[Vote], lead: Vote) -> Event:
    """The mention that tells how things stand: of the latest publication, and there the one with the leading date."""

    def rank(vote: Vote) -> tuple[object, ...]:
        return (vote.published, vote.event.status in STRONG_STATUS, vote.span == lead.span)

    best = max(map(rank, votes))
    return next(vote.event for vote in votes if rank(vote) == best)


def _status(latest: Event, kind: EventTypeName, lead: Event) -> Status:
    """The status that the latest mention tells; a target that it tells as a plan is still aimed at.

    What holds from a day on (今天起生效) has happened where the event is that of the day alone.
    """
    if latest.status == "ongoing" and latest.open_end and not lead.open_end and lead.granularity in _DAYS:
        return "happened"
    return "target" if kind == "target" and latest.status == "scheduled" else latest.status


def _type(votes: Sequence[Vote], head: Event) -> EventTypeName:
    """The type that the most voices tell; of equally many that of the title's mention, then the surest."""
    voices: dict[EventTypeName, set[str]] = {}
    sure: Counter[EventTypeName] = Counter()
    for vote in votes:
        voices.setdefault(vote.event.type, set()).update(vote.voices)
        sure[vote.event.type] += round(vote.event.confidence * 100)
    return min(voices, key=lambda name: (name == "other", -len(voices[name]), name != head.type, -sure[name], name))


def _places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once; one that another's name begins with or holds adds nothing."""
    found: dict[str, Place] = {}
    for place in places:
        name = plain(place.name) or place.name
        if any(name in known for known in found):
            continue
        found = {known: kept for known, kept in found.items() if known not in name} | {name: place}
    return tuple(found.values())


def _participants(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each name and role once; a name that has a role is no mere participant."""
    found: dict[tuple[str, str], Participant] = {}
    for who in participants:
        found.setdefault((plain(who.name), who.role), who)
    named = {name for name, role in found if role != "participant"}
    return tuple(who for (name, role), who in found.items() if role != "participant" or name not in named)


def _metrics(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """Each figure once, under the longest name that it is given."""
    found: dict[tuple[float, str, str], Metric] = {}
    for metric in metrics:
        known = next(
            (key for key in found if key[:2] == (metric.value, metric.unit) and _in(key[2], metric.name)), None
        )
        if known is None:
            found[metric.value, metric.unit, metric.name] = metric
        elif len(metric.name) > len(known[2]):
            found[known] = metric
    return tuple(found.values())


def _in(one: str, other: str) -> bool:
    return one in other or other in one


def _aliases(events: Iterable[Event], title: str) -> tuple[str, ...]:
    return tuple(name for name in _once(name for event in events for name in event.aliases) if name != title)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, whatever the width of its brackets and spaces."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(plain(name) or name, name)
    return tuple(found.values())


def _confidence(lead: Event, head: Event, voices: int, *, disagreed: bool) -> float:
    """That of date and title, more for each further voice, less where they disagree."""
    sure = min(max(lead.confidence, head.confidence) + 0.05 * (voices - 1), 0.99)
    return round(max(sure - (LESS_FOR_DISAGREEMENT if disagreed else 0), 0.05), 2)


def _doubts(lead: Event, head: Event, *, disagreed: bool) -> tuple[str, ...]:
    told = (DISAGREE,) if disagreed else ()
    return tuple(dict.fromkeys((*lead.doubts, *head.doubts, *told)))


def _explanations(head: Event, first: Sequence[Event], latest: Event) -> tuple[Explanation, ...]:
    """Why each field is what it is, from the mention that gave it."""
    sources = {"status": latest, "place": next((event for event in first if event.places), head)}
    rows = [row for row in head.explanations if row.field not in sources]
    for name, event in sources.items():
        rows += [row for row in event.explanations if row.field == name]
    return tuple(dict.fromkeys(rows))


def _reasons(bonds: Sequence[Bond], mention: Callable[[int], Event], sources: Sources) -> tuple[Explanation, ...]:
    """Why mentions were merged, the strongest reason first."""

    def told(place: int) -> str:
        event = mention(place)
        return f"{event.title} ({sources.name(event.evidence[0].article)})"

    strongest = sorted(bonds, key=lambda bond: (-bond.match.strength, bond.one, bond.other))[:MOST_REASONS]
    lines = (f"{told(bond.one)} = {told(bond.other)}: {bond.match.reason}" for bond in strongest)
    return tuple(Explanation(field="merge", reason=line) for line in dict.fromkeys(lines))
