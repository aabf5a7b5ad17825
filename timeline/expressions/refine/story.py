"""What each find is counted from: the publication, the last date told, or an event; and what it inherits."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from timeline.expressions.durations import finest_unit
from timeline.expressions.meaning import Find, Length, Point, Span, Vague
from timeline.expressions.refine.joining import NO_SHIFTS, SHIFTS, ranks
from timeline.expressions.refine.memory import NOT_HAPPENING, Memory, begin_of
from timeline.expressions.refine.nearness import Nearness
from timeline.expressions.refine.occasions import Occasions
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.seeking import Kind, sought
from timeline.expressions.refine.tense import Tense, looks_ahead, looks_back, tense_of
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import Policy, resolve

_MONTH, _DAY, _PART = 4, 6, 7
_BOTH_WAYS: tuple[Policy, ...] = ("current", "past", "future")

_NEWS_DAYS = 10
"""A date that lies so shortly before the publication is the publication year's, whatever year was told before."""

_MONTH_DAYS = 31
"""So near the publication lie the days of a report."""

_FAR = 3000
"""How many characters the last day told reaches for a bare clock or part of a day."""

_AGAINST = 2
"""A story goes forward: a day behind the last one told counts as so many times as far away."""


_FIRST_WORDS = 200
"""So near the beginning a programme says what day it is."""

_FROM_ON = re.compile("起，?一?直?[至到]")
_TITLED = re.compile(r"((?:19|20)[0-9]{2})年[^，。；]{0,12}(?:安排|日程|赛程|时间表|日历|课程表)")
_OPENING = re.compile(r"(?:大家好|各位好|今天是|晚上好)[，,！!。]? ?$")


@dataclass(slots=True)
class _Anchor:
    moment: datetime
    policy: Policy
    reason: str | None
    inherited: tuple[str, ...] = ()


class Story:
    """Goes through the finds in the order of the text and remembers what was told."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._published = _Anchor(reading.published, "current", f"published {reading.published.date().isoformat()}")
        self._itself = _Anchor(reading.published, "current", None)
        self._memory = Memory(reading)
        self._close = Nearness(reading)
        self._year_of_title = _titled_year(reading.title)
        self._tenses: dict[int, Tense | None] = {}

    def tell(self) -> list[Told]:
        """Every find that comes to something, in the order of the text."""
        told: list[Told] = []
        waiting: list[Find] = []
        for find in self._reading.finds:
            if getattr(find.meaning, "event", None):
                waiting.append(find)
            elif (one := self._told(find)) is not None:
                told.append(one)
        if waiting:
            occasions = Occasions(self._reading, told)
            told += [one for find in waiting if (one := occasions.told(find)) is not None]
            told.sort(key=lambda one: one.find.start)
        return told

    def _told(self, find: Find) -> Told | None:
        anchor = self._anchor(find)
        if anchor is None:
            return self._lost(find)
        resolved = resolve(find.meaning, anchor.moment, anchor.policy)
        if resolved is None:
            return None
        one = Told(find, resolved, anchor.reason, anchor.inherited)
        self._memory.remember(one)
        if find.start <= _FIRST_WORDS and self._opens_the_day(one):
            self._take_for_publication(one)
        return one

    def _lost(self, find: Find) -> Told | None:
        """当年 where no year was told: once, in the past; 第二天 where no day was told: nothing."""
        if getattr(find.meaning, "day_shift", None) is not None or isinstance(find.meaning, Span):
            return None
        resolved = resolve(Vague("PAST_REF"), self._reading.published, "current")
        return Told(find, resolved, None, ()) if resolved is not None else None

    def _opens_the_day(self, told: Told) -> bool:
        """Whether a programme says at its beginning what day it is, long before the publication: 大家好，今天是…"""
        begin = told.resolved.begin
        if begin is None or told.resolved.granularity != "day" or told.anchor is not None:
            return False
        long_ago = (self._reading.published - begin).days > 31
        return long_ago and bool(_OPENING.search(self._reading.before(told.find.start)))

    def _take_for_publication(self, told: Told) -> None:
        moment = told.resolved.begin or self._reading.published
        self._reading.published = moment.replace(hour=12)
        self._published = replace(self._at(told), moment=self._reading.published)
        self._itself = replace(self._published, reason=None)

    def _tense(self, find: Find) -> Tense | None:
        if find.start not in self._tenses:
            self._tenses[find.start] = tense_of(find, self._reading)
        return self._tenses[find.start]

    def _day_before(self, find: Find) -> Told | None:
        """The day that 当天 follows: one in its own sentence, or the last one told as happening."""
        last = self._memory.last_day()
        if last is not None and (self._close.same_sentence(last, find) or self._close.just_told(last, find)):
            return last
        told = self._memory.happened()
        if told is None or not self._memory.lies_ahead(told) or self._tense(find) == "future":
            return told
        return told if self._reading.same_paragraph(told.find.end, find.start) and told.find.relation == "on" else None

    def _anchor(self, find: Find) -> _Anchor | None:
        meaning = find.meaning
        if isinstance(meaning, Length):
            return self._for_length(find, meaning)
        if isinstance(meaning, Span):
            point = meaning.first
            coarsest = ranks(point)[0]
            if coarsest > ranks(meaning.last)[0] and not point.follows and coarsest < _PART:
                point = meaning.last
        elif isinstance(meaning, Point):
            point = meaning
        else:
            return self._itself
        return self._followed(point, find) if point.follows else self._for_point(point, find)

    def _followed(self, point: Point, find: Find) -> _Anchor | None:
        """当天 follows the last day told, 当月 the last month, 同年 and 当年 the last year."""
        if point.year_shift is not None and point.day_shift is None:
            return self._followed_year(find)
        source = self._memory.month() if point.month_shift is not None else self._day_before(find)
        if find.rule == "month_edge_this" and (source is None or not self._close.same_sentence(source, find)):
            return self._published
        if source is None:
            return self._published if not point.day_shift or not find.start else None
        return self._at(source)

    def _followed_year(self, find: Find) -> _Anchor | None:
        source = self._memory.year(ranges=True)
        if find.rule == "year_edge_this":
            return self._edge_of_year(find, source)
        if source is None or not self._close.near(source, find, whole_years=True):
            if find.rule != "year_all":
                return self._published if not find.start else None
            early = self._reading.published.month <= 3 and self._tense(find) != "future"
            year = self._reading.published.year - early
            return replace(self._published, moment=self._reading.published.replace(year=year, day=1))
        last = source.resolved.until or self._reading.published
        return replace(self._at(source), moment=last - timedelta(days=1))

    def _edge_of_year(self, find: Find, source: Told | None) -> _Anchor:
        """年底 is that of the year told in the same statement; 截至年底 is over."""
        if source is not None and self._close.same_statement(source, find):
            return self._at(source)
        published = self._reading.published
        then = resolve(find.meaning, published, "current")
        ahead = then is not None and then.begin is not None and then.begin > published
        if ahead and find.relation == "as_of" and self._tense(find) != "future":
            return replace(self._published, moment=published.replace(year=published.year - 1, day=1))
        return self._published

    def _at(self, told: Told, *inherited: str) -> _Anchor:
        """What was told, as the anchor of what follows."""
        reason = f"text {told.find.start}-{told.find.end} {told.resolved.value}"
        return _Anchor(begin_of(told), "current", reason, inherited)

    def _for_length(self, find: Find, length: Length) -> _Anchor:
        if length.side is None:
            return self._itself
        told = self._memory.happened()
        if told is not None and self._close.hangs_on(told, find):
            return self._at(told)
        source = self._memory.origin(finest_unit(length)) if length.side == "later" else None
        if source is None or self._tense(find) == "future" or not self._counts_from(source, find):
            return self._published
        return self._at(source)

    def _counts_from(self, told: Told, find: Find) -> bool:
        """Whether 三天后 is told of what was told: in its sentence, or in its paragraph where it is over by now."""
        published = self._reading.published
        if begin_of(told).date() >= published.date():
            return False
        if self._close.same_sentence(told, find):
            return True
        then = resolve(find.meaning, begin_of(told), "current")
        over = then is not None and then.begin is not None and then.begin <= published
        return over and self._close.near(told, find, whole_years=True)

    def _for_point(self, point: Point, find: Find) -> _Anchor:
        if point.year is not None or point.century is not None:
            return self._itself
        if point.decade is not None or SHIFTS(point) != NO_SHIFTS:
            return self._for_year_before(find) if point.year_shift == -1 else self._published
        coarsest, _ = ranks(point)
        if coarsest >= _PART:
            return self._for_clock(find)
        if (point.weekday is not None and point.day is None and point.week is None) or point.weekend:
            last = self._memory.last_day()
            if last is not None and self._close.same_sentence(last, find) and self._memory.lies_ahead(last):
                return replace(self._published, policy="future", inherited=("week",))
            return self._sought(find, "weekday", ("week",))
        if find.near:
            told = self._day_before(find) if find.near == "told" else None
            return replace(self._published if told is None else self._at(told), policy="nearest", inherited=("year",))
        if coarsest <= _MONTH:
            return self._inheriting_year(find, point, _kind(point))
        return self._inheriting_month(find, point)

    def _for_year_before(self, find: Find) -> _Anchor:
        """去年 is the year before the publication; 上年 that before a past year of its own sentence."""
        told = self._memory.year() if self._reading.text[find.start] == "上" else None
        if told is None or told.find.relation == "since" or not self._close.same_sentence(told, find):
            return self._published
        return self._at(told) if begin_of(told).year < self._reading.published.year else self._published

    def _for_clock(self, find: Find) -> _Anchor:
        told = self._memory.lead() if self._opens_paragraph(find) else self._day_before(find)
        if told is None or find.start - told.find.end > _FAR or self._is_deadline_past(told, find):
            return self._clock_alone(find)
        return self._at(told, "day")

    def _is_deadline_past(self, told: Told, find: Find) -> bool:
        """Whether 24点前 would end before the publication, by a day told in another sentence."""
        over = begin_of(told).date() < self._reading.published.date()
        return over and find.relation == "before" and not self._close.same_sentence(told, find)

    def _opens_paragraph(self, find: Find) -> bool:
        return self._reading.text[find.start - 1 : find.start] in ("\n", "")

    def _clock_alone(self, find: Find) -> _Anchor:
        """The day of publication; the next one, where the caller prefers the future and the clock is past."""
        anchor = replace(self._published, inherited=("day",))
        then = resolve(find.meaning, anchor.moment, "current") if self._reading.prefer == "future" else None
        if then is None or then.begin is None or then.granularity == "part_of_day" or then.begin >= anchor.moment:
            return anchor
        return replace(anchor, moment=anchor.moment + timedelta(days=1))

    def _inheriting_year(self, find: Find, point: Point, kind: Kind) -> _Anchor:
        tense = self._tense(find)
        last = self._memory.last_day()
        if last is not None and _FROM_ON.fullmatch(self._reading.text[last.find.end : find.start]):
            return _Anchor(begin_of(last), "future", self._at(last).reason, ("year",))
        if find.relation == "since" and self._reading.behind(find.end, 2) == "以来":
            tense = "past"
        elif find.relation == "by" or (find.relation == "until" and tense is None and isinstance(find.meaning, Point)):
            tense = "future"
        told = self._memory.year()
        if told is not None and self._close.near(told, find) and self._allows(told, find, point, tense):
            return self._onward(self._at(told, "year"), told, point)
        again = self._memory.same_date(point.month, point.day) if isinstance(find.meaning, Point) else None
        if again is not None and tense != "future":
            return self._at(again, "year")
        if self._memory.frame is not None and tense != "past":
            return self._at(self._memory.frame, "year")
        if self._year_of_title is not None and tense != "past":
            return _Anchor(self._year_of_title, "current", f"title {self._year_of_title.year}", ("year",))
        return self._sought(find, kind, ("year",), tense)

    def _onward(self, anchor: _Anchor, told: Told, point: Point) -> _Anchor:
        """The anchor, or a year later where the story goes on over New Year: 去年12月签约，1月开工."""
        if told.resolved.granularity in ("year", "half", "quarter", "season"):
            return anchor
        begin, published = anchor.moment, self._reading.published
        later = begin.replace(year=begin.year + 1, day=1)
        same, following = resolve(point, begin, "current"), resolve(point, later, "current")
        if same is None or following is None or same.begin is None or following.begin is None:
            return anchor
        back, ahead = (begin - same.begin).days, (following.begin - begin).days
        known = following.begin <= published or same.begin <= published < begin
        over = known and ahead < _AGAINST * back and self._memory.frame is None
        return replace(anchor, moment=later) if over else anchor

    def _allows(self, told: Told, find: Find, point: Point, tense: Tense | None) -> bool:
        """Whether the tense lets a find have the year that was told."""
        then = resolve(point, begin_of(told), "current")
        if then is None or then.begin is None or then.until is None:
            return False
        published = self._reading.published
        if tense == "future" and then.until <= published:
            return self._close.same_sentence(told, find) and then.until.year < published.year - 1
        if then.begin == told.resolved.until and self._close.same_sentence(told, find):
            return True
        if tense != "future" and then.begin > published and not self._looks_ahead(told):
            return False
        return self._close.same_sentence(told, find) or not self._is_news(find, told)

    def _looks_ahead(self, told: Told) -> bool:
        """Whether what was told lies ahead, or its clause looks ahead."""
        begin = told.resolved.begin
        return (begin is not None and begin > self._reading.published) or self._tense(told.find) == "future"

    def _is_news(self, find: Find, told: Told) -> bool:
        """Whether a day or month lies so shortly before the publication that it is rather that year's."""
        if told.find.relation == "since":
            return True
        published = self._reading.published
        past, future = resolve(find.meaning, published, "past"), resolve(find.meaning, published, "future")
        if past is not None and past.begin is not None and (published - past.begin).days <= _NEWS_DAYS:
            return True
        begin = future.begin if future is not None else None
        return begin is not None and find.relation in NOT_HAPPENING and (begin - published).days <= 2 * _NEWS_DAYS

    def _inheriting_month(self, find: Find, point: Point) -> _Anchor:
        tense = self._tense(find)
        told = self._month_before(find)
        if told is None or not self._reading.same_paragraph(told.find.end, find.start):
            return self._sought(find, "day", ("year", "month"), tense)
        moment = begin_of(told)
        if point.day is not None and self._close.listed(told, find):
            return _Anchor(moment, "future", self._at(told).reason, ("year", "month"))
        if point.day is None or told.resolved.granularity == "month":
            return self._at(told, "year", "month")
        near = self._told_already(point.day) or self._nearest_day(find, point.day, moment, tense)
        if near is None:
            return self._sought(find, "day", ("year", "month"), tense)
        return replace(self._at(told, "year", "month"), moment=near)

    def _month_before(self, find: Find) -> Told | None:
        """The last month or day told; a mere month of an earlier statement does not take the report's days with it."""
        told = self._memory.month()
        if told is None or told.resolved.granularity != "month" or self._close.same_statement(told, find):
            return told
        day = self._memory.last_day()
        recent = day is not None and abs((self._reading.published - begin_of(day)).days) <= _MONTH_DAYS
        return day if recent else told

    def _nearest_day(self, find: Find, day: int, moment: datetime, tense: Tense | None) -> datetime | None:
        """The day of that number nearest to what was told; after the publication only where the clause looks ahead, or
        where it would else lie far back in another month, and nothing says so."""
        days = [then.begin for policy in _BOTH_WAYS if (then := resolve(Point(day=day), moment, policy)) and then.begin]
        published = self._reading.published
        if tense == "future" and moment <= published:
            days = [one for one in days if one.date() >= published.date()] or days
        best = min(days, key=lambda one: _apart(moment, one), default=None)
        if tense == "future" or moment > published or best is None or best <= published:
            return best
        past = min((one for one in days if one <= published), key=lambda one: _apart(moment, one), default=None)
        far = past is not None and past.month != published.month and (moment - past).days > _NEWS_DAYS
        return best if far and best.month == published.month and not looks_back(find, self._reading) else past

    def _told_already(self, day: int) -> datetime | None:
        """The day of that number that the article has told shortly before the publication."""
        for told in self._memory.days():
            begin = begin_of(told)
            recent = 0 <= (self._reading.published - begin).days <= 31
            if recent and begin.day == day and not isinstance(told.find.meaning, Span):
                return begin.replace(hour=0, minute=0, second=0)
        return None

    def _sought(self, find: Find, kind: Kind, inherited: tuple[str, ...], tense: Tense | None = None) -> _Anchor:
        """The publication, and the way in which tense and distance send what is missing."""
        ahead = kind in ("weekday", "day") and looks_ahead(find, self._reading)
        tense = tense or self._tense(find)
        published = self._reading.published
        policy = sought(find.meaning, kind, published, tense, self._reading.prefer, ahead)
        moment = published
        if tense == "past" and kind in ("unit", "long") and isinstance(find.meaning, Span):
            moment = _when_over(find.meaning, published)
        return replace(self._published, moment=moment, policy=policy, inherited=inherited)


def _apart(told: datetime, other: datetime) -> int:
    """How far a day lies from what was told; a step back counts for more than one forward."""
    return _AGAINST * (told - other).days if other < told else (other - told).days


def _titled_year(title: str) -> datetime | None:
    """The year whose list of dates a headline announces."""
    match = _TITLED.search(title)
    return datetime(int(match[1]), 1, 1) if match else None


def _kind(point: Point) -> Kind:
    if point.period is not None:
        return "named"
    finest = ranks(point)[1]
    return "date" if finest >= _DAY else "unit" if finest >= _MONTH else "long"


def _when_over(span: Span, published: datetime) -> datetime:
    """The publication, or the end of the year before it where the span's last unit has not yet begun: 前三季度."""
    then = resolve(span.last, published, "current")
    if then is None or then.begin is None or then.begin <= published:
        return published
    return datetime(published.year - 1, 12, 31)
