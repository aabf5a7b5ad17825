"""The parents of events: the name of the event that one belongs to, found in the same timeline."""

from collections import defaultdict
from collections.abc import Sequence

from schemas import Event
from timeline.events.merging.profile import core_of, plain
from timeline.events.merging.spans import DAY, gap, span_of

AROUND = 31 * DAY
"""Minutes that a part may lie before or after the whole (a closing report, a preparation)."""


def link_parts(events: Sequence[Event]) -> list[Event]:
    """The events with ``part_of.id`` filled in where the event so named stands among them."""
    named: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in dict.fromkeys((plain(event.title), core_of(event.title), *map(plain, event.aliases))):
            named[name].append(event)
    return [_linked(event, named) for event in events]


def _linked(event: Event, named: dict[str, list[Event]]) -> Event:
    if event.part_of is None:
        return event
    span = span_of(event)
    for name in dict.fromkeys((plain(event.part_of.name), core_of(event.part_of.name))):
        near = [
            (gap(span, span_of(parent)), -span_of(parent).length, place, parent)
            for place, parent in enumerate(named.get(name, ()))
            if parent.id != event.id and gap(span, span_of(parent)) <= AROUND
        ]
        if near:
            parent = min(near, key=lambda row: row[:3])[3]
            return event.model_copy(update={"part_of": event.part_of.model_copy(update={"id": parent.id})})
    return (
        event
        if event.part_of.id is None
        else event.model_copy(update={"part_of": event.part_of.model_copy(update={"id": None})})
    )
