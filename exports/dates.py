"""When an event is, as people write it in Chinese and English."""

from datetime import date, datetime, time, timedelta

from exports.clocks import DASH, clock_words, is_overnight
from exports.date_words import NOTHING_KNOWN, Known, about, part_of_unit, since, span_text
from exports.edtf import Span, from_bounds, of_days, parse
from exports.labels import Language, granularity_label, zone_label
from schemas import GRANULARITIES, Event, Granularity, OtherDate

_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def event_date(
    event: Event, language: Language = "zh", known: Known = NOTHING_KNOWN, timezone: str = "Asia/Shanghai"
) -> str:
    """The whole date of an event in a line: ``2022年9月1日—3日``, ``2022年9月3日 19:30—21:00``, ``2023年起``.

    ``timezone`` is that of the timeline; an event in another one says so.
    """
    clock = clock_text(event, language, timezone)
    return day_text(event, language, known) + (f" {clock}" if clock else "")


def day_text(event: Event, language: Language = "zh", known: Known = NOTHING_KNOWN) -> str:
    """The day, days or coarser period of an event, without the clock."""
    if not event.all_day:
        return span_text(of_days(*_days_shown(event)), "day", language, known)
    span = parse(event.edtf) or from_bounds(event.begin, event.until, event.granularity)
    ten_days = event.granularity == "ten_days"
    if event.open_end and span.begin and not ten_days:
        span = Span(span.begin, None)
    written = span_text(span, event.granularity, language, known, _window(event.begin, event.until))
    written = about(written, language) if event.approximate and not span.approximate else written
    return since(written, language) if event.open_end and ten_days and span.end else written


def other_date(other: OtherDate, language: Language = "zh", known: Known = NOTHING_KNOWN) -> str:
    """A date that stands against an event's own."""
    span = parse(other.edtf)
    if span is None:
        span = from_bounds(other.begin, other.until, "day") if other.begin else None
    if span is None:
        return other.edtf
    granularity = granularity_of(other)
    window = _window(other.begin, other.until) if other.begin else None
    clock = clock_words(other.begin, other.until, granularity, language) if other.begin else ""
    return span_text(span, granularity, language, known, window) + (f" {clock}" if clock else "")


def granularity_of(other: OtherDate) -> Granularity:
    """How exact a date is that stands against an event's own: as its first words tell, else to the day."""
    told = other.evidence[0].expression
    return (told.granularity if told else None) or "day"


def day_of(when: date | datetime, language: Language = "zh", known: Known = NOTHING_KNOWN) -> str:
    """A single day: ``2022年9月3日``."""
    day = _day(when)
    return span_text(of_days(day, day), "day", language, known)


def clock_text(event: Event, language: Language = "zh", timezone: str | None = "Asia/Shanghai") -> str:
    """The part of the day or the clock of an event, with its zone where that is not the timeline's; else empty."""
    clock = "" if event.all_day else clock_words(event.begin, event.until, event.granularity, language)
    if not clock:
        return ""
    if event.approximate:
        clock = about(clock, language)
    if event.open_end:
        clock = since(clock, language)
    if event.timezone == timezone:
        return clock
    zone = zone_label(event.timezone, language)
    return f"{clock}（{zone}）" if language == "zh" else f"{clock} ({zone})"


def weekday_text(event: Event, language: Language = "zh") -> str:
    """The weekday of a day, or those of a span of a week at most; empty for anything less exact or longer."""
    if is_imprecise(event) or (event.all_day and (event.approximate or event.open_end)):
        return ""
    first, last = days_of(event)
    names = _WEEKDAYS[language]
    if first == last or event.open_end or (event.until and is_overnight(event.begin, event.until)):
        return names[first.weekday()]
    return f"{names[first.weekday()]}{DASH[language]}{names[last.weekday()]}" if (last - first).days < 7 else ""


def weekday_of(day: date, language: Language = "zh") -> str:
    """The weekday of a day."""
    return _WEEKDAYS[language][day.weekday()]


def precision_text(event: Event, language: Language = "zh") -> str:
    """How exact the sources are where they do not name the day, as in 精确到月; else empty, as for 月底."""
    span = parse(event.edtf)
    if not is_imprecise(event) or (
        span and part_of_unit(span, _window(event.begin, event.until), event.granularity) is not None
    ):
        return ""
    unit = granularity_label(event.granularity, language)
    return f"精确到{unit}" if language == "zh" else f"to the {unit}"


def is_imprecise(event: Event) -> bool:
    """Whether the sources do not tell the day."""
    return GRANULARITIES.index(event.granularity) < GRANULARITIES.index("day")


def days_of(event: Event) -> tuple[date, date]:
    """The first and the last day that an event touches, both inside; an open end is its first day."""
    first = _day(event.begin)
    if event.until is None or _day(event.until) <= first:
        return first, first
    midnight = not isinstance(event.until, datetime) or event.until.time() == time()
    return first, _day(event.until) - timedelta(days=1) if midnight else _day(event.until)


def _days_shown(event: Event) -> tuple[date, date]:
    """The days of a timed event, both inside: an open end shows its first, a night the day that it begins on."""
    first, last = days_of(event)
    if event.until is None or event.open_end or is_overnight(event.begin, event.until):
        return first, first
    return first, last


def _window(begin: date | datetime, until: date | datetime | None) -> tuple[date, date] | None:
    return (_day(begin), _day(until)) if until else None


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
