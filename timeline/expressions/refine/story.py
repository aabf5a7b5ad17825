"""Goes through the finds and gives each its anchor: the publication, the last date told, or an event."""

import re
from dataclasses import replace
from datetime import timedelta

from timeline.expressions.meaning import Find, Length, Meaning, Point, Span, Vague
from timeline.expressions.refine.anchors import Anchor, SoFar, anchor_at
from timeline.expressions.refine.counting import Counting
from timeline.expressions.refine.following import Following
from timeline.expressions.refine.inheriting import Inheriting
from timeline.expressions.refine.joining import NO_SHIFTS, SHIFTS, ranks
from timeline.expressions.refine.occasions import Occasions
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.seeking import Kind
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import resolve, resolve_vague

_MONTH, _DAY, _PART = 4, 6, 7
_FIRST_WORDS = 200
"""So near the beginning a programme says what day it is."""

_OPENING = re.compile(r"(?:大家好|各位好|今天是|晚上好)[，,！!。]? ?$")


class Story:
    """Goes through the finds in the order of the text and remembers what was told."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._so_far = SoFar(reading)
        self._following = Following(self._so_far)
        self._counting = Counting(self._so_far)
        self._inheriting = Inheriting(self._so_far)

    def tell(self) -> list[Told]:
        """Every find that comes to something, in the order of the text."""
        told: list[Told] = []
        waiting: list[Find] = []
        for find in self._reading.finds:
            if getattr(find.meaning, "event", None):
                waiting.append(find)
            elif (one := self._told(find)) is not None:
                told.append(one)
            elif find.ends is not None:
                ends = [one for end in find.ends if (one := self._told(end)) is not None]
                told += ends if len(ends) == len(find.ends) else []
        if waiting:
            occasions = Occasions(self._reading, told)
            told += [one for find in waiting if (one := occasions.told(find)) is not None]
            told.sort(key=lambda one: one.find.start)
        return told

    def _told(self, find: Find) -> Told | None:
        if isinstance(find.meaning, Vague):
            return Told(find, resolve_vague(find.meaning), None, ())
        if isinstance(find.meaning, Length) and self._counting.has_no_origin(find, find.meaning):
            find.relation = "after" if find.meaning.side == "later" else "before"
            find.meaning = replace(find.meaning, side=None)
        anchor = self._anchor(find)
        if anchor is None:
            return self._lost(find)
        resolved = resolve(self._until_today(find.meaning), anchor.moment, anchor.policy)
        if resolved is None:
            return None
        one = Told(find, resolved, anchor.reason, anchor.inherited)
        self._so_far.memory.remember(one)
        if find.start <= _FIRST_WORDS and self._opens_the_day(one):
            self._take_for_publication(one)
        return one

    def _until_today(self, meaning: Meaning) -> Meaning:
        """28日到今天: the end that is counted from the publication is, wherever the other begins."""
        if not isinstance(meaning, Span) or meaning.last.follows or meaning.last.day_shift is None:
            return meaning
        if SHIFTS(meaning.first) != NO_SHIFTS or meaning.last.year is not None or meaning.last.year_shift is not None:
            return meaning
        day = self._reading.published + timedelta(days=meaning.last.day_shift)
        fixed = replace(meaning.last, day_shift=None, year=day.year, month=day.month, day=day.day)
        return replace(meaning, last=fixed)

    def _lost(self, find: Find) -> Told | None:
        """当年 where no year was told: once, in the past; 第二天 where no day was told: nothing."""
        if getattr(find.meaning, "day_shift", None) is not None or isinstance(find.meaning, Span):
            return None
        return Told(find, resolve_vague(Vague("PAST_REF")), None, ())

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
        self._so_far.published = replace(anchor_at(told), moment=self._reading.published)
        self._so_far.itself = replace(self._so_far.published, reason=None)

    def _anchor(self, find: Find) -> Anchor | None:
        meaning = find.meaning
        if isinstance(meaning, Length):
            return self._counting.for_length(find, meaning)
        if isinstance(meaning, Span):
            point = meaning.first
            coarsest = ranks(point)[0]
            if coarsest > ranks(meaning.last)[0] and not point.follows and coarsest < _PART:
                point = meaning.last
        elif isinstance(meaning, Point):
            point = meaning
        else:
            return self._so_far.itself
        return self._following.anchor(point, find) if point.follows else self._for_point(point, find)

    def _for_point(self, point: Point, find: Find) -> Anchor:
        if point.year is not None or point.century is not None:
            return self._so_far.itself
        if point.decade is not None or SHIFTS(point) != NO_SHIFTS:
            return self._counting.for_year_before(find) if point.year_shift == -1 else self._so_far.published
        coarsest, _ = ranks(point)
        if coarsest >= _PART:
            return self._counting.for_clock(find)
        if (point.weekday is not None and point.day is None and point.week is None) or point.weekend:
            last = self._so_far.memory.last_day()
            if (
                last is not None
                and self._so_far.close.same_sentence(last, find)
                and self._so_far.memory.lies_ahead(last)
            ):
                return replace(self._so_far.published, policy="future", inherited=("week",))
            return self._so_far.sought(find, "weekday", ("week",))
        if find.near:
            told = self._so_far.day_before(find) if find.near == "told" else None
            return replace(
                self._so_far.published if told is None else anchor_at(told), policy="nearest", inherited=("year",)
            )
        if coarsest <= _MONTH:
            return self._inheriting.year_of(find, point, _kind(point))
        return self._inheriting.month_of(find, point)


def _kind(point: Point) -> Kind:
    if point.period is not None:
        return "named"
    finest = ranks(point)[1]
    return "date" if finest >= _DAY else "unit" if finest >= _MONTH else "long"
