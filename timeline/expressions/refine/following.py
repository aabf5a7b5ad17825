"""What 当天, 次日, 当月, 同年 and 年底 follow: the last day, month or year told."""

from dataclasses import replace
from datetime import timedelta

from timeline.expressions.meaning import Find, Point
from timeline.expressions.refine.anchors import Anchor, SoFar, anchor_at
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import resolve

_LOOSE = ("same_year", "year_all")
_YEAR_REACH = 600
"""How many characters a year reaches for 次年 and 当年底."""


class Following:
    """Finds the anchor of what follows the last date told."""

    def __init__(self, so_far: SoFar) -> None:
        self._so_far = so_far

    def anchor(self, point: Point, find: Find) -> Anchor | None:
        """当天 follows the last day told, 当月 the last month, 同年 and 当年 the last year."""
        if point.year_shift is not None and point.day_shift is None:
            return self._followed_year(find)
        source = self._so_far.memory.month() if point.month_shift is not None else self._so_far.day_before(find)
        if find.rule == "month_edge_this" and (source is None or not self._so_far.close.same_sentence(source, find)):
            return self._so_far.published
        if source is None:
            back_then = self._so_far.reading.text[find.start] == "那"
            return self._so_far.published if not (point.day_shift or back_then) or not find.start else None
        return anchor_at(source)

    def _followed_year(self, find: Find) -> Anchor | None:
        source = self._so_far.memory.year(ranges=True)
        if find.rule == "year_edge_this":
            return self._edge_of_year(find, source)
        if source is None or not self._reaches(source, find):
            if find.rule != "year_all":
                return self._so_far.published if not find.start else None
            early = self._so_far.reading.published.month <= 3 and self._so_far.tense(find) != "future"
            year = self._so_far.reading.published.year - early
            return replace(self._so_far.published, moment=self._so_far.reading.published.replace(year=year, day=1))
        last = source.resolved.until or self._so_far.reading.published
        return replace(anchor_at(source), moment=last - timedelta(days=1))

    def _reaches(self, source: Told, find: Find) -> bool:
        """Whether a year told is near enough to be followed: 当年 alone may mean back then, the others never do."""
        if self._so_far.close.near(source, find, whole_years=True):
            return True
        return find.rule not in _LOOSE and find.start - source.find.end < _YEAR_REACH

    def _edge_of_year(self, find: Find, source: Told | None) -> Anchor:
        """年底 is that of the year told in the same statement; 截至年底 is over, and so is what is told in the past."""
        published, tense = self._so_far.reading.published, self._so_far.tense(find)
        if source is not None and self._so_far.close.same_statement(source, find):
            return anchor_at(source)
        then = resolve(find.meaning, published, "current")
        ahead = then is not None and then.begin is not None and then.begin > published
        if ahead and (tense == "past" or (find.relation == "as_of" and tense != "future")):
            return replace(self._so_far.published, moment=published.replace(year=published.year - 1, day=1))
        return self._so_far.published
