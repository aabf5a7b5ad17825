"""What distances, clocks and 上年 are counted from: 三天后, a bare hour, 比上年."""

import re
from dataclasses import replace
from datetime import time, timedelta

from timeline.expressions.durations import finest_unit
from timeline.expressions.meaning import Find, Length
from timeline.expressions.refine.anchors import Anchor, SoFar, anchor_at
from timeline.expressions.refine.memory import begin_of
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import resolve

_FAR = 3000
"""How many characters the last day told reaches for a bare clock or part of a day."""

_CLOCK_FAR = 120
"""How many characters the last clock told reaches for 十分钟后."""

_CLOCK_UNITS = ("hour", "minute", "second")
_OF_AN_EVENT = re.compile("[始赛飞发演车幕播航式会班业行售]$")
"""What stands before 两小时前 that is counted from an event: 开赛两小时前."""


class Counting:
    """Finds the anchor of what is counted from a moment of the story."""

    def __init__(self, so_far: SoFar) -> None:
        self._so_far = so_far

    def for_length(self, find: Find, length: Length) -> Anchor:
        """The anchor of a length or a distance."""
        if length.side is None:
            return self._so_far.itself
        told = self._so_far.memory.happened()
        if told is not None and self._so_far.close.hangs_on(told, find):
            return anchor_at(told)
        if finest_unit(length) in _CLOCK_UNITS and length.side == "later":
            clock = self._clock_before(find)
            return self._so_far.published if clock is None else anchor_at(clock)
        source = self._so_far.memory.origin(finest_unit(length)) if length.side == "later" else None
        if source is None or self._so_far.tense(find) == "future" or not self._counts_from(source, find):
            return self._so_far.published
        return anchor_at(source)

    def has_no_origin(self, find: Find, length: Length) -> bool:
        """Whether nothing tells from when 十分钟后 is counted: no clock told before it, and not the publication."""
        if length.side not in ("ago", "later") or length.vague or finest_unit(length) not in _CLOCK_UNITS:
            return False
        reading = self._so_far.reading
        if reading.prefer is not None or reading.text[find.start : find.end] == reading.text.strip():
            return False
        if length.side == "later":
            if self._clock_before(find) is not None:
                return False
            told = self._so_far.tense(find) != "future"
        else:
            told = _OF_AN_EVENT.search(reading.before(find.start, 2)) is not None
        return told or reading.published.time() == time.min

    def _clock_before(self, find: Find) -> Told | None:
        """The clock told shortly before, from which what is told goes on."""
        clock = self._so_far.memory.clock_of_origin()
        if clock is None or self._so_far.close.same_sentence(clock, find):
            return clock
        near = (
            find.start - clock.find.end <= _CLOCK_FAR
            and begin_of(clock).date() <= self._so_far.reading.published.date()
        )
        return clock if near and self._so_far.tense(find) != "future" else None

    def _counts_from(self, told: Told, find: Find) -> bool:
        """Whether 三天后 is told of what was told: in its sentence, or in its paragraph where it is over by now."""
        published = self._so_far.reading.published
        if begin_of(told).date() >= published.date():
            return False
        if self._so_far.close.same_sentence(told, find):
            return True
        then = resolve(find.meaning, begin_of(told), "current")
        over = then is not None and then.begin is not None and then.begin <= published
        return over and self._so_far.close.near(told, find, whole_years=True)

    def for_year_before(self, find: Find) -> Anchor:
        """去年 is the year before the publication; 上年 that before a past year of its own sentence."""
        told = self._so_far.memory.year() if self._so_far.reading.text[find.start] == "上" else None
        if told is None or told.find.relation == "since" or not self._so_far.close.same_sentence(told, find):
            return self._so_far.published
        return anchor_at(told) if begin_of(told).year < self._so_far.reading.published.year else self._so_far.published

    def for_clock(self, find: Find) -> Anchor:
        """The day of a bare clock or part of a day."""
        told = self._day_of_clock(find)
        if told is None or find.start - told.find.end > _FAR or self._is_deadline_past(told, find):
            return self._clock_alone(find)
        anchor = anchor_at(told, "day")
        return replace(anchor, moment=anchor.moment + timedelta(days=1)) if self._ends_next_day(told, find) else anchor

    def _ends_next_day(self, told: Told, find: Find) -> bool:
        """Whether 持续到凌晨 ends what began later in the day than that."""
        if find.relation != "until" or not self._so_far.close.same_sentence(told, find):
            return False
        then = resolve(find.meaning, begin_of(told), "current")
        clock = told.resolved.granularity not in ("day", "week")
        return clock and then is not None and then.until is not None and then.until <= begin_of(told)

    def _day_of_clock(self, find: Find) -> Told | None:
        """The day told before a bare clock, or that of the last clock, where the former is a step back in another
        sentence."""
        told = self._so_far.memory.lead() if self._opens_paragraph(find) else self._so_far.day_before(find)
        clock = self._so_far.memory.last_clock()
        if (
            told is None
            or clock is None
            or self._so_far.close.same_sentence(told, find)
            or self._so_far.close.just_told(told, find)
        ):
            return told
        return clock if begin_of(told).date() < begin_of(clock).date() else told

    def _is_deadline_past(self, told: Told, find: Find) -> bool:
        """Whether 24点前 would end before the publication, by a day told in another sentence."""
        over = begin_of(told).date() < self._so_far.reading.published.date()
        return over and find.relation == "before" and not self._so_far.close.same_sentence(told, find)

    def _opens_paragraph(self, find: Find) -> bool:
        return self._so_far.reading.text[find.start - 1 : find.start] in ("\n", "")

    def _clock_alone(self, find: Find) -> Anchor:
        """The day of publication; the next one, where the caller prefers the future and the clock is past."""
        anchor = replace(self._so_far.published, inherited=("day",))
        then = resolve(find.meaning, anchor.moment, "current") if self._so_far.reading.prefer == "future" else None
        if then is None or then.begin is None or then.granularity == "part_of_day" or then.begin >= anchor.moment:
            return anchor
        return replace(anchor, moment=anchor.moment + timedelta(days=1))
