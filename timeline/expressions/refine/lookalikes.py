"""What only looks like a date goes: numbers in names, links and counts, words in titles."""

import re

from timeline.expressions.meaning import Find, Length, Point, Span, Vague
from timeline.expressions.refine.reading import Reading

_MASK = re.compile(
    r"(?:https?|ftp)://[^\s一-鿿，。；、）)》”\"<>]{1,2000}|www\.[^\s一-鿿，。；、）)》”\"<>]{1,2000}"
    r"|!?\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)"
    r"|[A-Za-z0-9_\-./\\%]{2,200}\.(?:jpe?g|png|gif|webp|svg|html?|pdf|docx?|xlsx?|zip|mp4|mp3|py|js|json|xml|shtml|php)\b"
    r"|[A-Za-z]:\\[^\s，。；]{1,300}|`[^`\n]{1,200}`|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,64}"
)
_MASKABLE = re.compile(
    r"://|www\.|\]\(|\.(?:jpe?g|png|gif|webp|svg|html?|pdf|docx?|xlsx?|zip|mp4|mp3|py|js|json|xml|shtml|php)|:\\|`|@"
)
_ORDINAL = re.compile(r"(?:第|№|No\.?) ?$")
_OPENING, _CLOSING = "《〈", "》〉"


def drop_lookalikes(reading: Reading) -> None:
    """Keeps what is no look-alike."""
    masks = [m.span() for m in _MASK.finditer(reading.text)] if _MASKABLE.search(reading.text) else []
    reading.finds = [find for find in reading.finds if not _looks_alike(find, reading, masks)]


def _looks_alike(find: Find, reading: Reading, masks: list[tuple[int, int]]) -> bool:
    if any(start < find.end and find.start < end for start, end in masks):
        return True
    if _ORDINAL.search(reading.before(find.start, 4)) and find.rule not in _ORDINAL_RULES:
        return True
    return _is_bare_clock(find, reading) or _in_title(find, reading)


_ORDINAL_RULES = frozenset({"quarter"})
_BARE_CLOCKS = frozenset({"clock", "clock_hour"})
_AFTER_CLOCK = re.compile(
    r" ?(?:左右|许|整|前|后|以|之|起|开|结|到|至|[,，。;；、!！?？)~\-]|$|的|在|举|正|我|上|出|发|集|左|档|场|播|入|进|打|抵|关)"
)


def _is_bare_clock(find: Find, reading: Reading) -> bool:
    """三点 in 三点要求: an hour in words that no date, no part of the day and nothing behind it makes a clock."""
    if find.rule not in _BARE_CLOCKS or not isinstance(find.meaning, Point) or find.meaning.minute is not None:
        return False
    words = reading.text[find.start : find.end]
    if words[0] in "一两二四" and len(words) == 2:
        return words != "两点" or not _AFTER_CLOCK.match(reading.behind(find.end))
    return not _AFTER_CLOCK.match(reading.behind(find.end)) and not words[0].isdigit()


def _in_title(find: Find, reading: Reading) -> bool:
    """今天 and 三天 in 《…》 are words of a title; a year or a date there is kept."""
    if isinstance(find.meaning, Point) and (find.meaning.year is not None):
        return False
    if isinstance(find.meaning, Span) and find.meaning.first.year is not None:
        return False
    if isinstance(find.meaning, Vague):
        return False
    words = reading.text[max(0, find.start - 60) : find.start]
    opened = max(words.rfind(mark) for mark in _OPENING)
    if opened < 0 or any(mark in words[opened:] for mark in _CLOSING) or "\n" in words[opened:]:
        return False
    return isinstance(find.meaning, Length | Point | Span) and not getattr(find.meaning, "period", None)
