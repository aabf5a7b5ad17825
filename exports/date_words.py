"""Spans of EDTF in words, Chinese and English: no more exact than they are told."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from exports.edtf import Edge, Span, Unit
from exports.labels import Language
from schemas import Granularity

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_ABOUT = {"zh": "约", "en": "c. "}
_UNCERTAIN = {"zh": "（存疑）", "en": " (uncertain)"}
_VAGUE = {"zh": ("初", "中", "底"), "en": ("early ", "mid-", "late ")}


class Known(NamedTuple):
    """What the reader sees above a date, and which it therefore does not repeat."""

    year: int | None = None
    month: int | None = None


NOTHING_KNOWN = Known()


def span_text(
    span: Span,
    granularity: Granularity = "day",
    language: Language = "zh",
    known: Known = NOTHING_KNOWN,
    window: tuple[date, date] | None = None,
) -> str:
    """A span in words.

    Args:
        span: what EDTF tells.
        granularity: tells ten days (上旬) and a week from any other days.
        language: of the words.
        known: what is not repeated.
        window: the half-open days that are meant where they are fewer than an approximate span covers, as for 年底.
    """
    if span.begin is None or span.end is None:
        edge = span.begin or span.end
        assert edge is not None
        written = span_text(Span(edge, edge), granularity, language, known, window)
        if span.begin:
            return since(written, language)
        return f"至{written}" if language == "zh" else f"until {written}"
    written = _vague(span, window, granularity, language, known)
    if not written:
        written = _ten_days(span, granularity, language, known) or _WRITERS[language](span.begin, span.end, known)
        written = f"{_ABOUT[language]}{written}" if span.approximate else written
    return written + (_UNCERTAIN[language] if span.uncertain else "")


def about(text: str, language: Language) -> str:
    """The words for an approximate date or time."""
    return _ABOUT[language] + text


def since(text: str, language: Language) -> str:
    """The words for what holds from a date or time on."""
    return f"{text}起" if language == "zh" else f"from {text}"


def part_of_unit(span: Span, window: tuple[date, date] | None, granularity: Granularity) -> int | None:
    """Which part of an approximate unit the window is: 0 the beginning (年初), 1 the middle, 2 the end; else None.

    EDTF tells such a part by its window (``2024-11~/2024-12~``) or by the unit (``2024~``).
    """
    unit = _unit_at(window[0], granularity) if window else None
    bounds = _bounds(unit) if unit else None
    if bounds is None or window is None or window == bounds or window[1] > bounds[1]:
        return None
    if not all(edge.approximate for edge in (span.begin, span.end) if edge):
        return None
    return 0 if window[0] == bounds[0] else 2 if window[1] == bounds[1] else 1


def _unit_at(day: date, granularity: Granularity) -> Edge | None:
    """The year, half, quarter or month that holds a day."""
    if granularity == "year":
        return Edge("year", day.year)
    months = {"half": 6, "quarter": 3, "month": 1}.get(granularity)
    unit: dict[str, Unit] = {"half": "half", "quarter": "quarter", "month": "month"}
    return Edge(unit[granularity], day.year, (day.month - 1) // months + 1) if months else None


def _vague(
    span: Span, window: tuple[date, date] | None, granularity: Granularity, language: Language, known: Known
) -> str:
    """年初, 月中, 季度末: the beginning, middle or end of an approximate unit, where the window is that; else empty."""
    place = part_of_unit(span, window, granularity)
    edge = _unit_at(window[0], granularity) if window else None
    if place is None or edge is None:
        return ""
    unit = _WRITERS[language](edge, edge, known)
    if language == "en":
        return _VAGUE["en"][place] + unit
    lead = "年" if edge.unit == "year" and place == 1 else ""
    return unit + lead + ("末" if place == 2 and edge.unit in ("quarter", "half") else _VAGUE["zh"][place])


def _bounds(edge: Edge) -> tuple[date, date] | None:
    """The half-open days of a year, half, quarter or month."""
    months = {"year": 12, "half": 6, "quarter": 3, "month": 1}.get(edge.unit)
    if months is None or not 1 <= edge.year < 9999:
        return None
    month = 12 * edge.year + ((edge.part or 1) - 1) * (1 if edge.unit == "month" else months)
    return date(month // 12, month % 12 + 1, 1), date((month + months) // 12, (month + months) % 12 + 1, 1)


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
        return _VAGUE["en"][place] + _english(month, month, known)
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
