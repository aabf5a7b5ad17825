"""What a find is counted from, and what is known of the story when it is its turn."""

import re
from dataclasses import dataclass
from datetime import datetime

from timeline.expressions.meaning import Find, Span
from timeline.expressions.refine.memory import Memory, begin_of
from timeline.expressions.refine.nearness import Nearness
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.seeking import Kind, sought
from timeline.expressions.refine.tense import Tense, looks_ahead, tense_of, was_planned
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import Policy, resolve

_TITLED = re.compile(r"((?:19|20)[0-9]{2})年[^，。；]{0,12}(?:安排|日程|赛程|时间表|日历|课程表)")


@dataclass(slots=True)
class Anchor:
    """A moment, the way in which missing parts are sought from it, and why.

    Attributes:
        moment: what the find is counted from; local, without offset.
        policy: which way what is not said is sought.
        reason: ``published 2022-09-03``, ``text 0-4 2022-09-01``, ``title 2019``; None where the find says it all.
        inherited: the fields that it gives.
    """

    moment: datetime
    policy: Policy
    reason: str | None
    inherited: tuple[str, ...] = ()


def anchor_at(told: Told, *inherited: str) -> Anchor:
    """What was told, as the anchor of what follows."""
    reason = f"text {told.find.start}-{told.find.end} {told.resolved.value}"
    return Anchor(begin_of(told), "current", reason, inherited)


class SoFar:
    """The publication, what was told up to a find, and how near the find stands to it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.published = Anchor(reading.published, "current", f"published {reading.published.date().isoformat()}")
        self.itself = Anchor(reading.published, "current", None)
        self.memory = Memory(reading)
        self.close = Nearness(reading)
        self.year_of_title = _titled_year(reading.title)
        self._tenses: dict[int, Tense | None] = {}

    def tense(self, find: Find) -> Tense | None:
        """What the clause of a find tells, asked once."""
        if find.start not in self._tenses:
            self._tenses[find.start] = tense_of(find, self.reading)
        return self._tenses[find.start]

    def day_before(self, find: Find) -> Told | None:
        """The day that 当天 follows: one in its own sentence, or the last one told as happening."""
        last = self.memory.last_day()
        if last is not None and (self.close.same_sentence(last, find) or self.close.just_told(last, find)):
            return last
        told = self.memory.happened()
        if told is None or not self.memory.lies_ahead(told) or self.tense(find) == "future":
            return told
        return told if self.reading.same_paragraph(told.find.end, find.start) and told.find.relation == "on" else None

    def sought(self, find: Find, kind: Kind, inherited: tuple[str, ...], tense: Tense | None = None) -> Anchor:
        """The publication, and the way in which tense and distance send what is missing."""
        ahead = kind in ("weekday", "day") and looks_ahead(find, self.reading)
        tense = tense or self.tense(find)
        published = self.reading.published
        if was_planned(find, self.reading):
            return Anchor(published, "nearest", self.published.reason, inherited)
        policy = sought(find.meaning, kind, published, tense, self.reading.prefer, ahead)
        moment = published
        if tense == "past" and kind in ("unit", "long") and isinstance(find.meaning, Span):
            moment = _when_over(find.meaning, published)
        return Anchor(moment, policy, self.published.reason, inherited)


def _titled_year(title: str) -> datetime | None:
    """The year whose list of dates a headline announces."""
    match = _TITLED.search(title)
    return datetime(int(match[1]), 1, 1) if match else None


def _when_over(span: Span, published: datetime) -> datetime:
    """The publication, or the end of the year before it where the span's last unit has not yet begun: 前三季度."""
    then = resolve(span.last, published, "current")
    if then is None or then.begin is None or then.begin <= published:
        return published
    return datetime(published.year - 1, 12, 31)
