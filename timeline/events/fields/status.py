"""Where an event stands at the publication of its article."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from schemas import Status
from timeline.events.fields.foretold import foretold, is_done
from timeline.events.fields.times import Time, day_of
from timeline.events.text.atoms import Atom

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
_TARGET = re.compile(
    r"目标|力争|达到|达[\d一二三四五六七八九十百千万]|超过|以上|基本[建形实]|实现|建成|进入|提升[到至]|提高[到至]|控制在|左右|突破|不低于|迈上|水平|力求|争取|完成|覆盖|形成|建立"
)
_MEANT = re.compile(r"原(?:定|计划|拟|本)|本(?:应|该|要)")
_LATE = re.compile(r"推迟|延期|延迟|延后|改期|顺延|未能如期")
"""What becomes of something at the date that it was meant for: 原定5月6日试飞，因故推迟."""
_AIMED = re.compile(r"目标|力争|争取|力求|\d")
_YEARLY = ("year", "decade", "half", "quarter")


_CALLED_OFF = re.compile(r"取消了?(?:原[定计]|原本|本应)[于在]?[\d年月日号、至到—-]{0,16}$")


def calls_off(front: str) -> bool:
    """Whether the words in front of a date cancel what it dates: 取消原定5月24日举办的演出."""
    return bool(_CALLED_OFF.search(front[-24:]))


def was_meant(told: Sequence[Atom]) -> bool:
    """Whether a date is one that something was meant for: 原定于6日举行."""
    return any(_MEANT.match(a.text) for a in told)


def is_postponed(words: str) -> bool:
    """Whether the words move an event to another date."""
    return bool(_POSTPONED.search(words))


def status_of(
    time: Time,
    published: datetime,
    told: Sequence[Atom],
    *,
    lead: str = "",
    by: bool,
    title: str,
    after: int = -1,
    tonight: bool = False,
    pending: bool = False,
) -> tuple[Status, str]:
    """The status and the words or the comparison that gave it.

    Args:
        time: when the event is.
        published: the publication moment in the article's zone.
        told: the words of the clause, with what stands in front of the date and trails it, without the date.
        lead: the clause in front of it, which may tell that it is aimed at.
        by: whether the date is a term (到2025年, 4月5日前).
        title: the title, in simplified characters.
        after: the offset behind the date; -1 where there is none.
        tonight: whether the date is told as 今晚 and the like, which a report of the past does not say.
        pending: whether the date is a span within which something is still to be done.
    """
    words = "".join(a.text for a in told)
    if (match := _cancelled(title) or _cancelled(words)) and not _LATE.search(title):
        return "cancelled", match[0]
    if _MEANT.search(words) and (match := _LATE.search(words)):
        return "postponed", match[0]
    begin, until, day = day_of(time.begin), _last(time), published.date()
    if time.recurrence:
        return ("scheduled" if begin > day else "ongoing"), "it repeats"
    if begin > day or (by and until > day):
        return _ahead(time, words, title, by)
    coming = foretold(told, after) or (lead if _FORECAST.search(lead) else None)
    if until > day and _is_aimed_at(words, lead, title, coming):
        return "target", "a figure that is aimed at"
    if time.open_end and not (coming and begin == day):
        return "ongoing", "it began before the publication and has no end told"
    if until < day:
        return "happened", "it lies before the publication"
    if coming:
        return "scheduled", coming
    if _is_tonight(time, published, told, tonight=tonight):
        return "scheduled", "the evening of the publication"
    if pending and until > day:
        return "scheduled", "to be done within the time told"
    if begin <= day < until and time.granularity not in _PERIODS:
        return "ongoing", "the publication lies inside it"
    return "happened", "told as having happened by the publication"


def is_pending(text: str, told: Sequence[Atom], behind: Sequence[Atom], published: datetime) -> bool:
    """Whether something is still to be done within a period that is going on.

    年内举办 tells so where nothing tells it as done or counted, and 2026年建成, 将… in the first months of the year.

    Args:
        text: the words of the date.
        told: the words of the clause in order, without its date.
        behind: the clause behind it.
        published: the publication moment in the article's zone.
    """
    early = published.month <= _EARLY and bool(behind) and behind[0].text == "将" and _YEAR.fullmatch(text) is not None
    if not early and not text.endswith(("年内", "月内")):
        return False
    return not is_done(told) and not any(a.text in _SUMS for a in told)


_YEAR = re.compile(r"\d{4}\s*年")


_SUMS = frozenset(["共", "累计", "已", "总计", "合计", "正在"])
_EARLY = 3
"""The last month of a year in which what it brings is mostly still to come."""
_FORECAST = re.compile(r"(?:预计|预测|预估)$")
_AIMING = re.compile(r"提出|目标|力争|规划|计划")
_WORK = re.compile(r"《[^《》]*》")
_COUNTED_UP = re.compile(r"累计|已经?(?!成为)")


def _is_aimed_at(words: str, lead: str, title: str, coming: str | None) -> bool:
    """Whether a figure is what is aimed at and not what was counted."""
    words, title = _WORK.sub("", words), _WORK.sub("", title)
    aiming = _AIMING.search(_WORK.sub("", lead) + words) or coming in ("要", "需要", "拟")
    return bool(aiming and re.search(r"\d(?![\d.]*周年)", title)) and not _COUNTED_UP.search(words)


_EVENING = 18


def _is_tonight(time: Time, published: datetime, told: Sequence[Atom], *, tonight: bool) -> bool:
    """Whether something is told for later on the day of publication: 今晚开播."""
    begin = time.begin
    if not isinstance(begin, datetime) or begin.date() != published.date() or is_done(told):
        return False
    local = published.replace(tzinfo=None)
    if local.time() != local.min.time():
        return begin > local
    return tonight and begin.hour >= _EVENING


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


def _last(time: Time) -> date:
    """The last day inside."""
    if time.until is None:
        return date.max
    if isinstance(time.until, datetime):
        return (time.until - timedelta(microseconds=1)).date()
    return date.fromordinal(max(time.until.toordinal() - 1, day_of(time.begin).toordinal()))
