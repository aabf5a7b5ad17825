"""What is different between two timelines, event by event."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from schemas import Event, Timeline, order_of
from timeline.events.merging.previous import GONE, follow

Kind = Literal["new", "moved", "postponed", "cancelled", "status", "relocated", "retitled", "vanished"]

KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of change in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: what is different.
        event: the event as it is now; as it was, where it vanished.
        known: the event as it was; None where it is new.
    """

    kind: Kind
    event: Event
    known: Event | None = None


def compare(old: Timeline, new: Timeline) -> list[Change]:
    """The changes from one timeline to another, in order of time, then of kind.

    Events are the same as `revise` sees it: by id, by the words they cite, by likeness. An event may change in several
    ways, each told once; a new date of a postponed event is told as its postponement.
    """
    followed = follow(new.events, old.events)
    changes = [
        Change(kind, event, followed.get(event.id))
        for event in new.events
        for kind in _kinds(followed.get(event.id), event)
    ]
    lived_on = {known.id for known in followed.values()}
    changes += [Change("vanished", event, event) for event in old.events if event.id not in lived_on]
    return sorted(changes, key=lambda change: (order_of(change.event), KINDS.index(change.kind)))


def _kinds(known: Event | None, event: Event) -> Iterator[Kind]:
    if known is None:
        yield "new"
        return
    if GONE in event.explanations and GONE not in known.explanations:
        yield "vanished"
        return
    has_new_date = (event.begin, event.until, event.edtf) != (known.begin, known.until, known.edtf)
    if event.status == "postponed" and (has_new_date or known.status != "postponed"):
        yield "postponed"
    elif has_new_date:
        yield "moved"
    if event.status == "cancelled" != known.status:
        yield "cancelled"
    elif event.status not in (known.status, "postponed"):
        yield "status"
    if event.places[:1] != known.places[:1]:
        yield "relocated"
    if event.title != known.title:
        yield "retitled"
