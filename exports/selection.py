"""Which events of a timeline are asked for, and the parts into which ``--by`` splits one."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Literal

from exports.labels import Language, type_label
from schemas import Event, Timeline

SplitBy = Literal["type", "place", "article"]
"""What ``--by`` can split a calendar by."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter; an empty field asks for nothing, and an event must meet all that are set.

    Attributes:
        types: event types, any of them.
        places: parts of a place's name, any of them, in any case.
        statuses: statuses, any of them.
        begin: the first day asked for; an event that reaches into it is in.
        until: the day before which an event must begin (half open).
        min_confidence: the least confidence, 0 to 1; None takes every event.
        search: words that must all stand in the title, summary, names or quotes, in any case.
    """

    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    begin: date | None = None
    until: date | None = None
    min_confidence: float | None = None
    search: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return any(getattr(self, row.name) for row in fields(self))

    def matches(self, event: Event) -> bool:
        """Whether an event is asked for."""
        return (
            (not self.types or event.type in self.types)
            and (not self.statuses or event.status in self.statuses)
            and event.confidence >= (self.min_confidence or 0)
            and self._in_time(event)
            and self._in_place(event)
            and self._found(event)
        )

    def _in_time(self, event: Event) -> bool:
        if self.until is not None and _day(event.begin) >= self.until:
            return False
        if self.begin is None or event.until is None or _day(event.begin) >= self.begin:
            return True
        return _last_moment_day(event.until) > self.begin

    def _in_place(self, event: Event) -> bool:
        names = [place.name.casefold() for place in event.places]
        return not self.places or any(part.casefold() in name for part in self.places for name in names)

    def _found(self, event: Event) -> bool:
        words = self.search.casefold().split()
        if not words:
            return True
        held = "\n".join(_searchable(event)).casefold()
        return all(word in held for word in words)


def select(timeline: Timeline, selection: Selection) -> Timeline:
    """The same timeline with the events that are asked for; its articles stay."""
    if not selection:
        return timeline
    return timeline.model_copy(update={"events": tuple(event for event in timeline.events if selection.matches(event))})


def split(timeline: Timeline, by: SplitBy, language: Language = "zh") -> dict[str, Timeline]:
    """A timeline for each type, place or article, by a key that makes a stable file name.

    An event of two places or articles stands in both. The order of the keys is that of the names.
    """
    colon = "：" if language == "zh" else ": "
    titles: dict[str, str] = {}
    parts: dict[str, list[Event]] = {}
    headlines = {article.id: article.title for article in timeline.articles}
    for event in timeline.events:
        for key, title in _parts_of(event, by, headlines, language):
            titles[key] = title
            parts.setdefault(key, []).append(event)
    return {
        key: timeline.model_copy(
            update={
                "title": colon.join(filter(None, (timeline.title, titles[key]))),
                "events": tuple(parts[key]),
            }
        )
        for key in sorted(parts)
    }


def _parts_of(event: Event, by: SplitBy, headlines: dict[str, str], language: Language) -> Iterator[tuple[str, str]]:
    """The key and the title of each part that an event stands in."""
    if by == "type":
        yield event.type, type_label(event.type, language)
    elif by == "place":
        names = dict.fromkeys(place.name for place in event.places)
        yield from ((_file_part(name), name) for name in names)
        if not names:
            yield "nowhere", ""
    else:
        for article in dict.fromkeys(evidence.article for evidence in event.evidence):
            yield _file_part(article) if article not in headlines else article, headlines.get(article, article)


def _file_part(name: str) -> str:
    """A name that any file system takes: letters and digits, and a hash, since two names may look alike then."""
    letters = re.sub(r"[^\w]+", "-", name)[:24].strip("-_").lower()
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{letters}-{digest}" if letters else digest


def _searchable(event: Event) -> Iterator[str]:
    yield event.title
    yield event.summary
    yield from event.aliases
    yield from event.works
    yield from (place.name for place in event.places)
    yield from (participant.name for participant in event.participants)
    yield from (evidence.quote for evidence in event.evidence)


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _last_moment_day(until: date | datetime) -> date:
    """The day after the last that is touched: a time after midnight touches its own day."""
    if isinstance(until, datetime) and until.time() != datetime.min.time():
        return date.fromordinal(min(until.toordinal() + 1, date.max.toordinal()))
    return _day(until)
