"""The parents of events: the event that one belongs to, found by its name in the same timeline."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schemas import Event, PartOf
from timeline.events.merging.profile import core_of, part_words, plain
from timeline.events.merging.spans import DAY, Span, gap, span_of
from timeline.events.text.script import simplified

AROUND = 31 * DAY
"""Minutes that a part may lie before or after the whole (a closing report, a preparation)."""

SHORTEST = 4
"""Characters of a title from which on what stands before 开幕 or 分会场 may be the name of the whole."""

Named = Mapping[str, Sequence[tuple[Span, Event]]]
"""The events of each name, with their spans."""


def link_parts(events: Sequence[Event]) -> list[Event]:
    """The events with ``part_of.id`` filled in where the event so named stands among them.

    某大会闭幕式 belongs to 某大会 where that is among them, also where the article does not say so.
    """
    named: dict[str, list[tuple[Span, Event]]] = defaultdict(list)
    for event in events:
        for name in dict.fromkeys((plain(event.title), core_of(event.title), *map(plain, event.aliases))):
            named[name].append((span_of(event), event))
    return [_linked(event, named) for event in events]


def _linked(event: Event, named: Named) -> Event:
    if event.part_of is not None:
        parent = _nearest(event, event.part_of.name, named)
        part_of = event.part_of.model_copy(update={"id": parent.id if parent else None})
        return event if part_of == event.part_of else event.model_copy(update={"part_of": part_of})
    whole = _whole_in(event.title)
    parent = _nearest(event, whole, named) if whole else None
    return event.model_copy(update={"part_of": PartOf(name=parent.title, id=parent.id)}) if parent else event


def _whole_in(title: str) -> str:
    """What stands before the word that makes a title that of a part; "" where it is no name."""
    found = part_words().search(simplified(title))
    whole = title[: found.start()] if found else ""
    return whole if len(whole) >= SHORTEST else ""


def _nearest(event: Event, name: str, named: Named) -> Event | None:
    """The event of that name whose time is the nearest, of several the longest."""
    span = span_of(event)
    for form in dict.fromkeys((plain(name), core_of(name))):
        near = [
            (gap(span, other), -other.length, place, parent)
            for place, (other, parent) in enumerate(named.get(form, ()))
            if parent.id != event.id and gap(span, other) <= AROUND
        ]
        if near:
            return min(near, key=lambda row: row[:3])[3]
    return None
