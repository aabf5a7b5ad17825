"""How dates are written for people, in Chinese and English, no more exact than their EDTF."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from exports.edtf import Edge, Span, from_bounds, parse
from exports.labels import Language, granularity_label, zone_label
from schemas import GRANULARITIES, Event, Granularity, OtherDate

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_DASH = {"zh": "—", "en": "–"}
_PARTS_OF_DAY = {
    (0, 6): ("凌晨", "before dawn"),
    (6, 12): ("上午", "morning"),
    (11, 13): ("中午", "noon"),
    (12, 18): ("下午", "afternoon"),
    (18, 24): ("晚上", "evening"),
    (20, 24): ("夜间", "night"),
}
"""The hours of each part of the day, half open."""


class Known(NamedTuple):
    """What the reader sees above a date, and which it therefore does not repeat."""

    year: int | None = None
    month: int | None = None


NOTHING_KNOWN = Known()


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
    written = span_text(_span_of(event), event.granularity, language, known)
    about = _ABOUT[language]
    return about + written if event.approximate and not written.startswith(about) else written


def other_date(other: OtherDate, language: Language = "zh", known: Known = NOTHING_KNOWN) -> str:
    """A date that stands against an event's own."""
    span = parse(other.edtf)
    if span is None:
        span = from_bounds(other.begin, other.until, "day") if other.begin else None
    clock = _clock(other.begin, other.until, "minute", language) if isinstance(other.begin, datetime) else ""
    written = span_text(span, "day", language, known) if span else other.edtf
    return written + (f" {clock}" if clock else "")


def edtf_text(edtf: str, language: Language = "zh") -> str:
    """EDTF in words; what cannot be read comes back as it is."""
    span = parse(edtf)
    return span_text(span, "day", language) if span else edtf


def day_of(when: date | datetime, language: Language = "zh", known: Known = NOTHING_KNOWN) -> str:
    """A single day: ``2022年9月3日``."""
    edge = Edge("day", when.year, when.month, when.day)
    return span_text(Span(edge, edge), "day", language, known)


def clock_text(event: Event, language: Language = "zh", timezone: str = "Asia/Shanghai") -> str:
    """The part of the day or the clock of an event, with its zone where that is not the timeline's; else empty."""
    if event.all_day or not isinstance(event.begin, datetime):
        return ""
    clock = _clock(event.begin, event.until, event.granularity, language)
    if event.timezone == timezone or not clock:
        return clock
    zone = zone_label(event.timezone, language)
    return f"{clock}（{zone}）" if language == "zh" else f"{clock} ({zone})"


def weekday_text(event: Event, language: Language = "zh") -> str:
    """The weekday of a day, or those of a span of a week at most; empty for anything less exact or longer."""
    if is_imprecise(event) or event.approximate or event.open_end:
        return ""
    first, last = days_of(event)
    names = _WEEKDAYS[language]
    if first == last:
        return names[first.weekday()]
    return f"{names[first.weekday()]}{_DASH[language]}{names[last.weekday()]}" if (last - first).days < 7 else ""


def weekday_of(day: date, language: Language = "zh") -> str:
    """The weekday of a day."""
    return _WEEKDAYS[language][day.weekday()]


def precision_text(event: Event, language: Language = "zh") -> str:
    """How exact the sources are where they do not name the day, as in 精确到月; else empty."""
    if not is_imprecise(event):
        return ""
    unit = granularity_label(event.granularity, language)
    return f"精确到{unit}" if language == "zh" else f"to the {unit}"


def is_imprecise(event: Event) -> bool:
    """Whether the sources do not tell the day."""
    return GRANULARITIES.index(event.granularity) < GRANULARITIES.index("day")


def days_of(event: Event) -> tuple[date, date]:
    """The first and the last day that an event touches, both inside; an open end is its first day."""
    first = _day(event.begin)
    if event.until is None:
        return first, first
    last = (
        event.until - timedelta(microseconds=1)
        if isinstance(event.until, datetime)
        else event.until - timedelta(days=1)
    )
    return first, max(first, _day(last))


def span_text(
    span: Span, granularity: Granularity = "day", language: Language = "zh", known: Known = NOTHING_KNOWN
) -> str:
    """A span of EDTF in words; ``granularity`` tells ten days from any other ten."""
    write = _WRITERS[language]
    if span.begin is None or span.end is None:
        edge = span.begin or span.end
        assert edge is not None
        before, after = (_FROM if span.begin else _UNTIL)[language]
        written = f"{before}{write(edge, edge, known)}{after}"
    else:
        written = _ten_days(span, granularity, language, known) or write(span.begin, span.end, known)
    if span.approximate:
        written = _ABOUT[language] + written
    return written + (_UNCERTAIN[language] if span.uncertain else "")


_ABOUT = {"zh": "约", "en": "c. "}
_UNCERTAIN = {"zh": "（存疑）", "en": " (uncertain)"}
_FROM = {"zh": ("", "起"), "en": ("from ", "")}
_UNTIL = {"zh": ("至", ""), "en": ("until ", "")}


def _span_of(event: Event) -> Span:
    if not event.all_day:
        return from_bounds(*_days_shown(event), "day")
    span = parse(event.edtf) or from_bounds(event.begin, event.until, event.granularity)
    return Span(span.begin, None) if event.open_end and span.begin else span


def _days_shown(event: Event) -> tuple[date, date | None]:
    """The days of a timed event, until half open: what ends in the small hours belongs to the evening before."""
    if event.until is None:
        return _day(event.begin), None
    first, last = days_of(event)
    return first, (first if _is_overnight(event.begin, event.until) else last) + timedelta(days=1)


def _is_overnight(begin: date | datetime, until: date | datetime) -> bool:
    return (
        isinstance(begin, datetime)
        and isinstance(until, datetime)
        and begin.date() + timedelta(days=1) == until.date()
        and until.time() <= time(12)
        and until - begin < timedelta(hours=18)
    )


def _clock(begin: date | datetime, until: date | datetime | None, granularity: Granularity, language: Language) -> str:
    if not isinstance(begin, datetime):
        return ""
    start = _hours(begin)
    if not isinstance(until, datetime) or until <= begin or until - begin <= _MOMENTS.get(granularity, timedelta(0)):
        return start
    days, dash = (until.date() - begin.date()).days, _DASH[language]
    hours = (begin.hour, 24 if days == 1 and until.time() == time() else until.hour + 24 * days)
    if granularity == "part_of_day" and hours in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[hours][language == "en"]
    end = "24:00" if hours[1] == 24 and until.time() == time() else _hours(until)
    if days == 0 or end == "24:00":
        return f"{start}{dash}{end}"
    if _is_overnight(begin, until):
        return f"{start}{dash}次日{end}" if language == "zh" else f"{start}{dash}{end} the next day"
    if language == "zh":
        return f"首日{start}{dash}末日{end}"
    return f"{start} on the first day{dash}{end} on the last"


_MOMENTS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}
"""What lasts no longer than its own unit is a moment and no range."""


def _hours(when: datetime) -> str:
    return f"{when.hour}:{when.minute:02}" + (f":{when.second:02}" if when.second else "")


def _ten_days(span: Span, granularity: Granularity, language: Language, known: Known) -> str:
    """上旬, 中旬 or 下旬 where the span is one."""
    first, last = span.begin, span.end
    if granularity != "ten_days" or not first or not last or first.unit != "day" or last.unit != "day":
        return ""
    place = {1: 0, 11: 1, 21: 2}.get(first.day or 0)
    if place is None or (first.year, first.part) != (last.year, last.part) or (last.day or 0) - (first.day or 0) < 7:
        return ""
    month = Edge("month", first.year, first.part)
    if language == "en":
        return ("early ", "mid-", "late ")[place] + _english(month, month, known)
    return _chinese(month, month, Known(known.year)) + ("上旬", "中旬", "下旬")[place]


def _chinese(first: Edge, last: Edge, known: Known) -> str:
    begin = _chinese_edge(first, known)
    if first == last:
        return begin
    same_year = first.year == last.year and first.unit not in ("decade", "century")
    month = first.part if first.unit == last.unit == "day" else None
    end = _chinese_edge(last, Known(first.year if same_year else None, month))
    if first.unit == last.unit and first.unit in ("year", "month") and first.year > 0:
        shorter = begin[:-1] if first.unit == "year" or same_year else begin
        return f"{shorter}—{end}"
    return f"{begin}—{end}"


def _chinese_edge(edge: Edge, known: Known) -> str:
    if edge.unit == "century":
        return f"{edge.year // 100 + 1}世纪"
    if edge.unit == "decade":
        tens = edge.year % 100
        return f"{edge.year // 100 + 1}世纪" + (f"{tens}年代" if tens else "头十年")
    year = f"{edge.year}年" if edge.year > 0 else f"公元前{1 - edge.year}年"
    if edge.unit == "year" or edge.part is None:
        return year
    lead = "" if known.year == edge.year else year
    if edge.unit == "day":
        same_month = lead == "" and known.month == edge.part
        return f"{lead}{'' if same_month else f'{edge.part}月'}{edge.day}日"
    return lead + _CHINESE_PARTS[edge.unit](edge.part)


_CHINESE_PARTS: dict[str, Callable[[int], str]] = {
    "month": lambda part: f"{part}月",
    "quarter": lambda part: f"{'一二三四'[part - 1]}季度",
    "half": lambda part: "上半年" if part == 1 else "下半年",
    "season": lambda part: f"{'春夏秋冬'[part - 1]}季",
}


def _english(first: Edge, last: Edge, known: Known) -> str:
    begin, begin_year = _english_edge(first)
    year = f" {begin_year}" if begin_year and known.year != first.year else ""
    if first == last:
        return begin + year
    end, end_year = _english_edge(last)
    if first.year != last.year or not begin_year or not end_year:
        gap = " – " if begin_year or end_year else "–"
        return f"{begin}{year}{gap}{end}" + (f" {end_year}" if end_year else "")
    if first.unit == last.unit == "day" and first.part == last.part:
        return f"{first.day}–{end}{year}"
    return f"{begin} – {end}{year}" if "day" in (first.unit, last.unit) else f"{begin}–{end}{year}"


def _english_edge(edge: Edge) -> tuple[str, str]:
    """The words without the year, and the year; the year alone is all there is to say of a year."""
    if edge.unit == "century":
        number = edge.year // 100 + 1
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending} century", ""
    if edge.unit == "decade":
        return f"{edge.year}s", ""
    year = str(edge.year) if edge.year > 0 else f"{1 - edge.year} BC"
    if edge.unit == "year" or edge.part is None:
        return year, ""
    month = MONTHS[edge.part - 1] if edge.unit in ("month", "day") else ""
    words = {
        "day": f"{edge.day} {month}",
        "month": month,
        "quarter": f"Q{edge.part}",
        "half": f"H{edge.part}",
        "season": ("spring", "summer", "autumn", "winter")[(edge.part - 1) % 4],
    }
    return words[edge.unit], year


_WRITERS: dict[str, Callable[[Edge, Edge, Known], str]] = {"zh": _chinese, "en": _english}


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
