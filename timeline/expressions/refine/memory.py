"""What an article has told so far, and which of it a later date may be counted from."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from schemas import Granularity
from timeline.expressions.meaning import Find, Length, Span
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.told import Told

NOT_HAPPENING = ("by", "before", "until", "within")
"""Relations of deadlines and targets: at such a date nothing is told to happen."""

_DAYS = frozenset({"day", "part_of_day", "hour", "minute", "second"})
_MONTHS = frozenset({"month", "ten_days"})
_BACK = 40
"""How many of the dates told before are looked through."""

_LEAD_DAYS = 3
"""How many days from the publication the day lies that a report is about."""

_REMARK = re.compile("[^-~至到()][^()]*[)]")
_COMPARED = ("比", "较", "同比", "超", "相比", "与")
_SAYS_MORE = re.compile("[、，。一-鿿-]")
_DOCUMENT = re.compile("的?[^，。；、]{0,10}(?:预案|议案|报告|年报|决算|预算|方案|计划|分配|审计)")
_BESIDE = ("和", "同", "跟")
_COMPARED_TO = re.compile(" ?(?:年?同期)?的?(?:相比|持平|相当|相同|一样|类似|接近|水平)")
_FRAME = re.compile(
    r"^[^，。；]{0,60}(?:(?:安排|日程|赛程|通知|公告|时间表|计划)(?:通知|公布)?如下|日程表|赛程表|时间表)"
)


class Memory:
    """The dates told so far; every question is answered by looking back, and no further than it must be."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: list[Told] = []
        self._lists_dates = "如下" in reading.text or "表" in reading.text
        self.frame: Told | None = None
        """The year that a notice or a programme is for: 现将2019年放假安排通知如下."""

    def remember(self, told: Told) -> None:
        """Keeps what has bounds."""
        resolved = told.resolved
        if resolved.until is None or resolved.begin is None or resolved.type in ("DURATION", "SET"):
            return
        self._told.append(told)
        year = self._lists_dates and getattr(told.find.meaning, "year", None) is not None
        if year and _FRAME.search(self._reading.behind(told.find.end, 80)):
            self.frame = told

    def days(self) -> Iterator[Told]:
        """The days told, the last first; those that lie ahead included, deadlines and stamps not."""
        for told in self._told[: -_BACK - 1 : -1]:
            if told.resolved.granularity in _DAYS and told.find.relation != "as_of" and self._happens(told.find):
                yield told

    def last_day(self) -> Told | None:
        """The last day told."""
        return next(self.days(), None)

    def last_clock(self) -> Told | None:
        """The last hour or minute told."""
        for told in self._told[: -_BACK - 1 : -1]:
            if told.resolved.granularity in ("hour", "minute", "second"):
                return told
        return None

    def clock_of_origin(self) -> Told | None:
        """The last hour or minute told as such, from which 十分钟后 can be counted."""
        for told in self._told[: -_BACK - 1 : -1]:
            clock = told.resolved.granularity in ("hour", "minute", "second")
            if clock and not isinstance(told.find.meaning, Length) and not self._is_stamp(told.find):
                return told
        return None

    def happened(self) -> Told | None:
        """The last day told as happening: one that does not lie ahead, or a range; else the first of all."""
        first = None
        for told in self.days():
            if isinstance(told.find.meaning, Span) or not self.lies_ahead(told):
                return told
            first = told
        return first

    def same_date(self, month: int | None, day: int | None) -> Told | None:
        """The date told before that falls, or ends, on that day of that month."""
        if month is None or day is None:
            return None
        for told in self._told[: -_BACK - 1 : -1]:
            if told.resolved.granularity in _DAYS:
                first, last = _edges(told)
                if (first.day == day and first.month == month) or (last.day == day and last.month == month):
                    return told
        return None

    def origin(self, unit: Granularity) -> Told | None:
        """What a distance in such units is counted from: the last date told as exactly that is no distance itself."""
        fine = _DAYS if unit not in ("year", "month") else _DAYS | _MONTHS | ({"year"} if unit == "year" else set())
        for told in self._told[: -_BACK - 1 : -1]:
            if isinstance(told.find.meaning, Length) or told.resolved.granularity not in fine:
                continue
            if self._happens(told.find) and told.find.relation != "as_of" and not self._is_compared(told.find):
                return told
        return None

    def lead(self) -> Told | None:
        """The day that a report is about: the first one told near the publication, else the last one told.

        A festival is none: 春节临近.
        """
        for told in self._told[:_BACK]:
            away = abs((self._reading.published - begin_of(told)).days)
            if getattr(told.find.meaning, "period", None) is not None:
                continue
            if away <= _LEAD_DAYS and told.resolved.granularity in _DAYS and self._happens(told.find):
                return told
        return self.happened()

    def month(self) -> Told | None:
        """The last month or day told; a festival's day tells no month."""
        for told in self._told[: -_BACK - 1 : -1]:
            granularity = told.resolved.granularity
            named = granularity in _DAYS and getattr(told.find.meaning, "period", None) is not None
            if granularity in _MONTHS and self._reading.behind(told.find.end, 2) == "以来":
                continue
            if (granularity in _MONTHS or granularity in _DAYS) and not named and self._happens(told.find):
                return told
        return None

    def year(self, *, ranges: bool = False) -> Told | None:
        """The last date told that lies in one year, or, if ranges are asked for, is over; no mere comparison."""
        for told in self._told[: -_BACK - 1 : -1]:
            if told.resolved.granularity in ("decade", "century") or not (
                _in_one_year(told) or (ranges and self._is_over(told))
            ):
                continue
            if not (self._is_compared(told.find) or self._is_aside(told) or self._is_of_document(told)):
                return told
        return None

    def _is_of_document(self, told: Told) -> bool:
        """Whether a year only tells which document is meant: 审议2024年度利润分配预案."""
        yearly = self._reading.text[told.find.start : told.find.end].endswith("年度")
        return yearly and _DOCUMENT.match(self._reading.behind(told.find.end, 16)) is not None

    def _is_aside(self, told: Told) -> bool:
        """Whether a month or more opens a remark in brackets: 恢复到以前的水平（2019年一季度324万户）."""
        if told.resolved.granularity in _DAYS or self._reading.before(told.find.start, 1) != "(":
            return False
        return _REMARK.match(self._reading.behind(told.find.end, 40)) is not None

    def _is_compared(self, find: Find) -> bool:
        """Whether the date is only what another is measured by: 较2023年, 和2023年持平."""
        before = self._reading.before(find.start, 2).rstrip()
        return before.endswith(_COMPARED) or (
            before.endswith(_BESIDE) and _COMPARED_TO.match(self._reading.behind(find.end, 6)) is not None
        )

    def _is_over(self, told: Told) -> bool:
        until = told.resolved.until
        return until is not None and until <= self._reading.published

    def lies_ahead(self, told: Told) -> bool:
        """Whether what was told begins after the publication."""
        return begin_of(told) > self._reading.published

    def _happens(self, find: Find) -> bool:
        return find.relation not in NOT_HAPPENING and not self._is_stamp(find)

    def _is_stamp(self, find: Find) -> bool:
        """Whether the find is a line of its own, as a date of publication is."""
        if find.start >= 4 and self._reading.text.find("\n", find.start - 4, find.start) < 0:
            return False
        before, behind = self._reading.before(find.start, 4), self._reading.behind(find.end, 4)
        return len(before) < 4 and len(behind) < 4 and not _SAYS_MORE.search(before + behind)


def _edges(told: Told) -> tuple[datetime, datetime]:
    """The first and the last day of what was told."""
    begin = begin_of(told)
    return begin, (told.resolved.until or begin) - timedelta(microseconds=1)


def begin_of(told: Told) -> datetime:
    """The first moment of what was told and remembered."""
    begin = told.resolved.begin
    if begin is None:
        raise ValueError("only what has bounds is remembered")
    return begin


def _in_one_year(told: Told) -> bool:
    begin, until = told.resolved.begin, told.resolved.until
    return begin is not None and until is not None and (until - begin).days <= 366
