"""A timeline laid out for a reader, before any format: periods with their rows, in the order in which they are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from exports.characters import lines_of, one_line
from exports.date_words import MONTHS, Known
from exports.dates import (
    clock_text,
    day_of,
    day_text,
    days_of,
    is_imprecise,
    other_date,
    precision_text,
    weekday_text,
)
from exports.labels import Language, status_label, type_label
from exports.layout import NO_BREAK
from exports.recurrences import recurrence_of
from exports.references import Reference, References
from schemas import GRANULARITIES, Event, Timeline

_LEADS: dict[str, dict[Language, str]] = {
    "postponed": {"zh": "原定", "en": "moved from "},
    "disagreement": {"zh": "日期不一，另说", "en": "dates differ, also "},
}
"""What stands before dates that are not the event's own, by why they are there."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is told of one event.

    Attributes:
        event: the event itself.
        day: its day or period, without what the heading above it says.
        clock: the part of the day or the clock, or empty.
        weekday: the weekday or weekdays, or empty.
        precision: how exact the date is where the day is not known, or empty.
        label: the label of its type.
        title: its title, in one line.
        status: the word for a status that tells what the date and type do not, or empty.
        places: where, in one line, or empty.
        part_of: the name of the event it belongs to, or empty.
        recurrence: its recurrence in words, or empty.
        doubts: the dates that it was moved away from, and those that other sources give, with their articles.
        sources: the articles, in order of their evidence; those that the timeline lacks are not among them.
    """

    event: Event
    day: str
    clock: str
    weekday: str
    precision: str
    label: str
    title: str
    status: str
    places: str
    part_of: str
    recurrence: str
    doubts: tuple[str, ...]
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month, and what stands in it.

    Attributes:
        heading: as in 2022年 or 2022年9月.
        year: the year.
        month: the month; None for what is known to the year, or less.
        rows: what is known less exactly stands first.
    """

    heading: str
    year: int
    month: int | None
    rows: tuple[Row, ...]


def periods(timeline: Timeline, language: Language = "zh", today: date | None = None) -> Iterator[Period]:
    """The timeline by years and months: what is known only to the year before its months, and so in each month.

    ``today`` tells which plans and which things under way are of the past; where it is None, the last publication does.
    """
    references = References(timeline)
    last_published = max((article.published.date() for article in timeline.articles), default=date.min)
    reached = today or last_published
    ordered = sorted(timeline.events, key=_reading_order)
    for (year, _, month), events in groupby(ordered, key=_place):
        known = Known(year)
        rows = tuple(_row(event, timeline, references, language, known, reached) for event in events)
        yield Period(_heading(year, month, language), year, month or None, rows)


def facts(timeline: Timeline, language: Language = "zh") -> str:
    """How many events, of what span, from how many articles of what span."""
    events, articles = len(timeline.events), timeline.articles
    if language == "zh":
        count = f"{events}个事件" if events else "没有事件"
        sources = f"取自{len(articles)}篇报道" if articles else ""
        return " · ".join(part for part in (count, sources + _published(timeline, language)) if part)
    count = f"{events} event{'' if events == 1 else 's'}" if events else "No events"
    sources = f"from {len(articles)} article{'' if len(articles) == 1 else 's'}" if articles else ""
    return " · ".join(part for part in (count, sources + _published(timeline, language)) if part)


def _published(timeline: Timeline, language: Language) -> str:
    days = sorted(article.published.date() for article in timeline.articles)
    if not days:
        return ""
    first, last = day_of(days[0], language), day_of(days[-1], language)
    if first == last:
        return f"（{first}）" if language == "zh" else f" ({first})"
    last = day_of(days[-1], language, Known(days[0].year)) if language == "zh" else last
    return f"（{first}至{last}）" if language == "zh" else f" ({first} to {last})"


def _place(event: Event) -> tuple[int, int, int]:
    """Year, whether it is known to the month, and the month or 0."""
    by_year = GRANULARITIES.index(event.granularity) < GRANULARITIES.index("month")
    return event.begin.year, int(not by_year), 0 if by_year else event.begin.month


def _reading_order(event: Event) -> tuple[int | bool, ...]:
    """The period; in it what is less exact first; then by days: spans before the day that they begin on, hours last."""
    if is_imprecise(event):
        return (*_place(event), False)
    first, last = days_of(event)
    return (*_place(event), True, first.toordinal(), first == last, not event.all_day)


def _heading(year: int, month: int, language: Language) -> str:
    if language == "en":
        return f"{MONTHS[month - 1]} {year}" if month else str(year)
    return f"{year}年{month}月" if month else f"{year}年"


def _row(
    event: Event, timeline: Timeline, references: References, language: Language, known: Known, reached: date
) -> Row:
    return Row(
        event=event,
        day=day_text(event, language, known),
        clock=clock_text(event, language, timeline.timezone),
        weekday=weekday_text(event, language),
        precision=precision_text(event, language),
        label=type_label(event.type, language),
        title=one_line(event.title) or "—",
        status=status_label(event.status, language) if _tells(event, reached) else "",
        places=_places(event, language),
        part_of=one_line(event.part_of.name) if event.part_of else "",
        recurrence=recurrence_of(event, language),
        doubts=tuple(_doubts(event, references, language, known)),
        sources=references.of(event.evidence),
    )


def _tells(event: Event, reached: date) -> bool:
    """Whether the status says what date and type do not: a plan whose day has come, what goes on, what was moved."""
    first, last = days_of(event)
    if event.status == "scheduled":
        return first <= reached
    if event.status == "ongoing":
        return event.open_end or last >= reached
    return event.status in ("postponed", "cancelled") or (event.status == "target" and event.type != "target")


def _places(event: Event, language: Language) -> str:
    """The places in one line, without those that a longer one names already."""
    names = list(dict.fromkeys(lines_of(place.name for place in event.places)))
    kept = [name for name in names if not any(name != other and name in other for other in names)]
    return ("、" if language == "zh" else ", ").join(kept)


def _doubts(event: Event, references: References, language: Language, known: Known) -> Iterator[str]:
    """The dates that stand against the event's own, each with the numbers of the articles that give it."""
    for reason, leads in _LEADS.items():
        told = []
        for other in event.other_dates:
            if other.reason == reason:
                numbers = "".join([f"[{reference.number}]" for reference in references.of(other.evidence)])
                told.append(NO_BREAK.join(filter(None, (other_date(other, language, known), numbers))))
        if told:
            yield leads[language] + ("、" if language == "zh" else ", ").join(told)
