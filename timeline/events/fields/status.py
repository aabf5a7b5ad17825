"""Where an event stands at the publication of its article."""

import re
from datetime import date, datetime, timedelta

from schemas import Status
from timeline.events.fields.times import Time

_HELD = (
    "演出|活动|比赛|赛事|音乐会|音乐节|演唱会|展览|会议|大会|论坛|峰会|访问|发布会|仪式|庆典|马拉松|见面会|巡演|会晤|会谈|"
    "场次|首映|考试|讲座|行程"
)
_SERVICES = "".join(
    f"(?<!{service}{passive})" for service in ("航班", "列车", "车次", "班次") for passive in ("", "被")
)
"""Flights and trains that are cancelled are news that happened, and no event of theirs that does not."""
_CANCELLED = re.compile(
    rf"{_SERVICES}(?:取消|停办|叫停)(?:举[行办])?$|取消[^，。]{{0,40}}(?:{_HELD})$|(?:{_HELD})[^，。]{{0,16}}取消$"
    r"|不再举[行办]|停止举办|告吹"
)
_MARKS = ("取消", "停办", "叫停", "不再", "停止", "告吹")


def _cancelled(words: str) -> re.Match[str] | None:
    return _CANCELLED.search(words) if any(mark in words for mark in _MARKS) else None


_POSTPONED = re.compile(r"(?:推迟|延期|延后|改期|顺延|延至|推延)(?:至|到|于|举[行办])?")
_COMING = re.compile(
    r"将(?!军|领|士|近|帅|[^，。]{0,12}(?:列为|改为|作为|视为|维持))|拟(?!态|真|人)|预计|预测|预估|计划(?:于|在|将)|即将|有望|定于|料将|预期|准备"
)
_TARGET = re.compile(
    r"目标|力争|达到|达[\d一二三四五六七八九十百千万]|超过|以上|基本[建形实]|实现|建成|进入|提升[到至]|提高[到至]|控制在|左右|突破|不低于|迈上|水平|力求|争取|完成|覆盖|形成|建立"
)
_AIMED = re.compile(r"目标|力争|争取|力求|\d")
_YEARLY = ("year", "decade", "half", "quarter")


_CALLED_OFF = re.compile(r"取消了?(?:原[定计]|原本|本应)[于在]?[\d年月日号、至到—-]{0,16}$")


def calls_off(front: str) -> bool:
    """Whether the words in front of a date cancel what it dates: 取消原定5月24日举办的演出."""
    return bool(_CALLED_OFF.search(front[-24:]))


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
    if match := _cancelled(title) or _cancelled(words):
        return "cancelled", match[0]
    begin, until, day = _day(time.begin), _last(time), published.date()
    if time.recurrence:
        return ("scheduled" if begin > day else "ongoing"), "it repeats"
    if begin > day or (by and until > day):
        return _ahead(time, words, title, by)
    aimed = re.search(r"提出|目标|力争|规划|计划", lead + words) and re.search(r"\d(?![\d.]*周年)", title)
    if until > day and aimed:
        return "target", "a figure that is aimed at"
    if time.open_end:
        return "ongoing", "it began before the publication and has no end told"
    if until < day:
        return "happened", "it lies before the publication"
    if match := _COMING.search(words) or re.search(r"(?:预计|预测|预估)$", lead):
        return "scheduled", match[0]
    if begin <= day < until and time.granularity not in _PERIODS:
        return "ongoing", "the publication lies inside it"
    return "happened", "told as having happened by the publication"


_PERIODS = ("year", "decade", "century", "era", "half", "quarter", "season", "month", "ten_days", "week")


def _ahead(time: Time, words: str, title: str, by: bool) -> tuple[Status, str]:
    """The status of what lies ahead: a term of years, or one with a figure, is a target."""
    if match := _POSTPONED.search(words):
        return "postponed", match[0]
    if by and time.granularity in _YEARLY:
        return "target", "a term that lies ahead"
    match = _TARGET.search(title)
    if match and by and _AIMED.search(title + words):
        return "target", match[0]
    if match and time.granularity in _YEARLY and re.search(r"\d", title):
        return "target", match[0]
    return "scheduled", "it lies after the publication"


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _last(time: Time) -> date:
    """The last day inside."""
    if time.until is None:
        return date.max
    if isinstance(time.until, datetime):
        return (time.until - timedelta(microseconds=1)).date()
    return date.fromordinal(max(time.until.toordinal() - 1, _day(time.begin).toordinal()))
