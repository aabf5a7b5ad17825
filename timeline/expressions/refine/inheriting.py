"""Where a month gets its year, and a day its month: from the story, a notice, a headline, or the publication."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.expressions.meaning import Find, Point, Span
from timeline.expressions.refine.anchors import Anchor, SoFar, anchor_at
from timeline.expressions.refine.memory import NOT_HAPPENING, begin_of
from timeline.expressions.refine.seeking import Kind
from timeline.expressions.refine.tense import Tense, looks_back
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import Policy, resolve

_BOTH_WAYS: tuple[Policy, ...] = ("current", "past", "future")

_NEWS_DAYS = 10
"""A date that lies so shortly before the publication is the publication year's, whatever year was told before."""

_MONTH_DAYS = 31
"""So near the publication lie the days of a report."""

_MONTHS_DAYS = 4 * _MONTH_DAYS
"""So near the publication begins a month that a report only looks back on."""

_AGAINST = 2
"""A story goes forward: a day behind the last one told counts as so many times as far away."""

_AGAINST_MONTH = 4
"""And so many times, where it lies in the month before, which would rather be named."""

_REPORTS = re.compile(" ?(?:从[^，。]{1,16})?(?:获悉|称|表示|宣布|通报|发布|报道|电)")
"""What stands behind the day on which it is told: that of the report, and not of the month told before."""

_BY_PARTS = re.compile("(?:分|按|从|逐)(?:各?个?季度?|季度?和月度|月|月份|月度|上下半年|阶段|时段)(?:来)?看|逐季|其中")
"""What leads in the quarters or months of a year that is told as a whole before."""

_PARTS_REACH = 300
"""How many characters that year may stand before them."""

_FIGURES = re.compile("同比|环比|增长|下降|增加|减少|上升|回落|达到?[0-9]|为[0-9]")
_COUNTED_WITHIN = timedelta(days=25)
"""So shortly before the end of a quarter its figures may be told."""

_FROM_ON = re.compile("起，?一?直?[至到]")


_WEEKDAY = re.compile("(?:周|星期|礼拜)(?P<day>[一二三四五六日天])[)]?$")
_WEEKDAYS = {day: number for number, day in enumerate("一二三四五六日", 1)} | {"天": 7}


class Inheriting:
    """Finds the anchor of what lacks its year or its month."""

    def __init__(self, so_far: SoFar) -> None:
        self._so_far = so_far

    def year_of(self, find: Find, point: Point, kind: Kind) -> Anchor:
        """The anchor of what says its month, its half or its feast, and no year."""
        dated = self._by_weekday(find, point)
        if dated is not None:
            return dated
        tense = self._so_far.tense(find)
        last = self._so_far.memory.last_day()
        if last is not None and _FROM_ON.fullmatch(self._so_far.reading.text, last.find.end, find.start):
            return Anchor(begin_of(last), "future", anchor_at(last).reason, ("year",))
        if find.relation == "since" and self._so_far.reading.behind(find.end, 2) == "以来":
            tense = "past"
        elif find.relation == "by" or (find.relation == "until" and tense is None and isinstance(find.meaning, Point)):
            tense = "future"
        told = self._so_far.memory.year()
        if self._is_day_of_report(find, point) and not (told and self._so_far.close.same_sentence(told, find)):
            return replace(self._so_far.published, policy="current", inherited=("year",))
        if told is not None and self._is_part_told(told, find):
            return anchor_at(told, "year")
        if told is not None and self._so_far.close.near(told, find) and self._allows(told, find, point, tense):
            return self._onward(anchor_at(told, "year"), told, point)
        again = self._so_far.memory.same_date(point.month, point.day) if isinstance(find.meaning, Point) else None
        if again is not None and tense != "future":
            return anchor_at(again, "year")
        if self._so_far.memory.frame is not None and tense != "past":
            return anchor_at(self._so_far.memory.frame, "year")
        if self._so_far.year_of_title is not None and tense != "past":
            return Anchor(self._so_far.year_of_title, "current", f"title {self._so_far.year_of_title.year}", ("year",))
        anchor = self._so_far.sought(find, kind, ("year",), tense)
        return self._when_counted(anchor, find, point) if tense == "past" else anchor

    def _is_day_of_report(self, find: Find, point: Point) -> bool:
        """Whether a day is that of the publication, though the report looks back on the same day of another year.

        2005年12月28日开通, and in the next sentence 12月28日 in a report of that day twenty years later.
        """
        published = self._so_far.reading.published
        if point.month is None or point.day is None or isinstance(find.meaning, Span):
            return False
        return (point.month, point.day) == (published.month, published.day)

    def _by_weekday(self, find: Find, point: Point) -> Anchor | None:
        """The year in which a day falls on the weekday told with it, the nearest to publication: 5月13日（周二）."""
        told = _WEEKDAY.search(self._so_far.reading.text, find.start, find.end)
        published = self._so_far.published
        if told is None or point.month is None or point.day is None:
            return None
        for year in (published.moment.year, published.moment.year + 1, published.moment.year - 1):
            then = resolve(point, datetime(year, 1, 1), "current")
            if then is not None and then.begin is not None and then.begin.isoweekday() == _WEEKDAYS[told["day"]]:
                return replace(published, moment=datetime(year, 1, 1), policy="current", inherited=("year",))
        return None

    def _is_part_told(self, told: Told, find: Find) -> bool:
        """Whether a year that is over is told by its parts: 分季度看，一季度…"""
        until = told.resolved.until
        over = until is not None and until <= self._so_far.reading.published
        if told.resolved.granularity != "year" or not over or find.start - told.find.end > _PARTS_REACH:
            return False
        start, _ = self._so_far.reading.sentence(find.start)
        return _BY_PARTS.search(self._so_far.reading.text, max(start, told.find.end), find.start) is not None

    def _when_counted(self, anchor: Anchor, find: Find, point: Point) -> Anchor:
        """The anchor, or one of the year before, where figures tell a quarter or half long before its end."""
        if (point.quarter is None and point.half is None) or isinstance(find.meaning, Span):
            return anchor
        then = resolve(point, anchor.moment, anchor.policy)
        running = then is not None and then.until is not None and then.until - anchor.moment > _COUNTED_WITHIN
        if not running or not _FIGURES.search(self._so_far.reading.behind(find.end, 24).partition("。")[0]):
            return anchor
        return replace(anchor, moment=datetime(anchor.moment.year - 1, 12, 31))

    def _onward(self, anchor: Anchor, told: Told, point: Point) -> Anchor:
        """The anchor, or a year later where the story goes on over New Year: 去年12月签约，1月开工."""
        if told.resolved.granularity in ("year", "half", "quarter", "season"):
            return anchor
        begin, published = anchor.moment, self._so_far.reading.published
        later = begin.replace(year=begin.year + 1, day=1)
        same, following = resolve(point, begin, "current"), resolve(point, later, "current")
        if same is None or following is None or same.begin is None or following.begin is None:
            return anchor
        back, ahead = (begin - same.begin).days, (following.begin - begin).days
        known = following.begin <= published or same.begin <= published < begin
        over = known and ahead < _AGAINST * back and self._so_far.memory.frame is None
        return replace(anchor, moment=later) if over else anchor

    def _allows(self, told: Told, find: Find, point: Point, tense: Tense | None) -> bool:
        """Whether the tense lets a find have the year that was told."""
        then = resolve(point, begin_of(told), "current")
        if then is None or then.begin is None or then.until is None:
            return False
        published = self._so_far.reading.published
        if tense == "future" and then.until <= published:
            return self._so_far.close.same_sentence(told, find) and then.until.year < published.year - 1
        if then.begin == told.resolved.until and self._so_far.close.same_sentence(told, find):
            return True
        if tense is None and self._is_this_year(told) and self._so_far.close.same_sentence(told, find):
            return True
        if tense != "future" and then.begin > published and not self._looks_ahead(told):
            return False
        return self._so_far.close.same_sentence(told, find) or not self._is_news(find, told)

    def _is_this_year(self, told: Told) -> bool:
        """Whether 今年 was told, the year of the publication."""
        begin, until = told.resolved.begin, told.resolved.until
        published = self._so_far.reading.published
        return (
            told.resolved.granularity == "year"
            and begin is not None
            and until is not None
            and begin <= published < until
        )

    def _looks_ahead(self, told: Told) -> bool:
        """Whether what was told lies ahead, or its clause looks ahead."""
        begin = told.resolved.begin
        return (begin is not None and begin > self._so_far.reading.published) or self._so_far.tense(
            told.find
        ) == "future"

    def _is_news(self, find: Find, told: Told) -> bool:
        """Whether a day or month lies so shortly before the publication that it is rather that year's."""
        if told.find.relation == "since":
            return True
        published = self._so_far.reading.published
        past, future = resolve(find.meaning, published, "past"), resolve(find.meaning, published, "future")
        if past is not None and past.begin is not None and (published - past.begin).days <= _NEWS_DAYS:
            return True
        begin = future.begin if future is not None else None
        return begin is not None and find.relation in NOT_HAPPENING and (begin - published).days <= 2 * _NEWS_DAYS

    def month_of(self, find: Find, point: Point) -> Anchor:
        """The anchor of what says its day, or its ten days, and no month."""
        tense = self._so_far.tense(find)
        told = self._month_before(find)
        if told is None or not self._so_far.reading.same_paragraph(told.find.end, find.start):
            return self._so_far.sought(find, "day", ("year", "month"), tense)
        moment = begin_of(told)
        if point.day is not None and self._so_far.close.listed(told, find):
            return Anchor(moment, "future", anchor_at(told).reason, ("year", "month"))
        if point.day is None or told.resolved.granularity == "month":
            return anchor_at(told, "year", "month")
        near = self._told_already(point.day) or self._nearest_day(find, point.day, moment, tense)
        if near is None:
            return self._so_far.sought(find, "day", ("year", "month"), tense)
        return replace(anchor_at(told, "year", "month"), moment=near)

    def _month_before(self, find: Find) -> Told | None:
        """The last month or day told; a mere month of an earlier statement does not take the report's days with it."""
        told = self._so_far.memory.month()
        if told is None or told.resolved.granularity != "month" or self._so_far.close.same_statement(told, find):
            return told
        day = self._so_far.memory.last_day()
        published = self._so_far.reading.published
        if day is not None and abs((published - begin_of(day)).days) <= _MONTH_DAYS:
            return day
        reports = told.find.relation == "as_of" or _REPORTS.match(self._so_far.reading.behind(find.end, 24))
        return None if reports and abs((published - begin_of(told)).days) <= _MONTHS_DAYS else told

    def _nearest_day(self, find: Find, day: int, moment: datetime, tense: Tense | None) -> datetime | None:
        """The day of that number nearest to what was told; after the publication only where the clause looks ahead, or
        where it would else lie far back in another month, and nothing says so."""
        days = [then.begin for policy in _BOTH_WAYS if (then := resolve(Point(day=day), moment, policy)) and then.begin]
        published = self._so_far.reading.published
        if tense == "future" and moment <= published:
            days = [one for one in days if one.date() >= published.date()] or days
        best = min(days, key=lambda one: _apart(moment, one), default=None)
        if tense == "future" or moment > published or best is None or best <= published:
            return best
        past = min((one for one in days if one <= published), key=lambda one: _apart(moment, one), default=None)
        far = past is not None and past.month != published.month and (moment - past).days > _NEWS_DAYS
        return best if far and best.month == published.month and not looks_back(find, self._so_far.reading) else past

    def _told_already(self, day: int) -> datetime | None:
        """The day of that number that the article has told shortly before the publication."""
        for told in self._so_far.memory.days():
            begin = begin_of(told)
            recent = 0 <= (self._so_far.reading.published - begin).days <= 31
            if recent and begin.day == day and not isinstance(told.find.meaning, Span):
                return begin.replace(hour=0, minute=0, second=0)
        return None


def _apart(told: datetime, other: datetime) -> int:
    """How far a day lies from what was told; a step back counts for more than one forward."""
    against = _AGAINST if (told.year, told.month) == (other.year, other.month) else _AGAINST_MONTH
    return against * (told - other).days if other < told else (other - told).days
