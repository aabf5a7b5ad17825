"""How near a find stands to what was told before it: in its sentence, its statement, its paragraph."""

import re

from timeline.expressions.meaning import Find
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.told import Told

_NEAR = 300
"""How many characters a year told in the same paragraph reaches."""

_CLAUSE = 60
"""How many characters away a day stands that was told one clause before."""

_FULL_STOP = re.compile("[。！？!?\n]")


class Nearness:
    """Answers by looking at the words between the two."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def just_told(self, told: Told, find: Find) -> bool:
        """Whether it was told a clause before, as the day of something."""
        near = find.start - told.find.end <= _CLAUSE and self._reading.same_paragraph(told.find.end, find.start)
        return near and told.find.relation == "on"

    def same_sentence(self, told: Told, find: Find) -> bool:
        """Whether both stand in one sentence."""
        return told.find.start >= self._reading.sentence(find.start)[0]

    def same_statement(self, told: Told, find: Find) -> bool:
        """Whether no full stop stands between what was told and a find; a semicolon may."""
        between = self._reading.text[told.find.end : find.start]
        return len(between) < _NEAR and not _FULL_STOP.search(between)

    def near(self, told: Told, find: Find, *, whole_years: bool = False) -> bool:
        """Whether what was told still holds: in its sentence, or, more exact than a year, in its paragraph."""
        if self.same_sentence(told, find):
            return True
        if not whole_years and told.resolved.granularity in ("year", "half"):
            return False
        return self._reading.same_paragraph(told.find.end, find.start) and find.start - told.find.end < _NEAR

    def listed(self, told: Told, find: Find) -> bool:
        """Whether a find goes on a list that what was told is in: 9月1日、2日和5日."""
        return self._reading.text[told.find.end : find.start] in ("、", "和", "及", "与", "或", "以及", "，")

    def hangs_on(self, told: Told, find: Find) -> bool:
        """Whether a distance is told from the very day before it: 9月1日的三天后."""
        return self._reading.text[told.find.end : find.start] == "的" and told.find.start < find.start
