"""Where an event stands at the publication of its article."""

import re
from datetime import date, datetime

from schemas import Status
from timeline.events.fields.times import Time

_CANCELLED = re.compile(r"取消(?!限|资格|关税|对|了?.{0,6}限制)|停办|不再举[行办]|叫停|告吹|宣告流产")
_POSTPONED = re.compile(r"(?:推迟|延期|延后|改期|顺延|延至|推延)(?:至|到|于|举[行办])?")
_COMING = re.compile(
    r"将(?!军|领|士|近|帅|[^，。]{0,12}(?:列为|改为|作为|视为|维持))|拟(?!态|真|人)|预计|计划(?:于|在|将)|即将|有望|定于|料将|预期|准备"
)
_TARGET = re.compile(
    r"目标|力争|达到|达[\d一二三四五六七八九十百千万]|超过|以上|基本[建形实]|实现|建成|进入|提升[到至]|提高[到至]|控制在|左右|突破|不低于|迈上|水平|力求|争取"
)


def is_postponed(words: str) -> bool:
    """Whether the words move an event to another date."""
    return bool(_POSTPONED.search(words))


def status_of(
    time: Time, published: datetime, words: str, *, lead: str = "", by: bool, title: str
) -> tuple[Status, str]:
    """The status and the words or the comparison that gave it.

    Args:
        time: when the event is.
        published: the publication moment in the article's zone.
        words: the clause, in simplified characters, with what stands in front of the date.
        lead: the clause in front of it, which may tell that it is aimed at.
        by: whether the date is a term (到2025年, 4月5日前).
        title: the title, in simplified characters.
    """
    if match := _CANCELLED.search(words):
        return "cancelled", match[0]
    begin, until, day = _day(time.begin), _last(time), published.date()
    if time.recurrence:
        return ("scheduled" if begin > day else "ongoing"), "it repeats"
    if begin > day or (by and until > day):
        if match := _POSTPONED.search(words):
            return "postponed", match[0]
        if by and (time.granularity in ("year", "month", "decade", "quarter", "half") or _TARGET.search(title)):
            return "target", "a term that lies ahead"
        if match := _TARGET.search(title):
            if time.granularity in ("year", "decade", "half", "quarter") and re.search(r"\d", title):
                return "target", match[0]
        return "scheduled", "it lies after the publication"
    if until > day and re.search(r"提出|目标|力争|规划", lead + words) and re.search(r"\d", title):
        return "target", "a figure that is aimed at"
    if time.open_end:
        return "ongoing", "it began before the publication and has no end told"
    if until < day:
        return "happened", "it lies before the publication"
    if match := _COMING.search(words):
        return "scheduled", match[0]
    if begin < day and until > day and time.granularity == "day":
        return "ongoing", "the publication lies inside it"
    return "happened", "told as having happened by the publication"


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _last(time: Time) -> date:
    """The last day inside."""
    if time.until is None:
        return date.max
    if isinstance(time.until, datetime):
        return time.until.date()
    return date.fromordinal(max(time.until.toordinal() - 1, _day(time.begin).toordinal()))
