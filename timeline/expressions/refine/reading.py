"""A text under reading: its words, its sentences, its publication, the finds so far."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime

from timeline.expressions.meaning import Find
from timeline.expressions.resolve import Policy

_SENTENCE_END = "。！？!?\n;；"

REACH = 500
"""How many characters away words can still bear on a find: what keeps the work in proportion to the text."""


@dataclass(slots=True)
class Reading:
    """What every refiner gets.

    Attributes:
        text: the folded text; offsets are those of the original.
        published: the local moment of publication, without offset.
        prefer: which way to read what lacks its year or month and has no hint; None for what news means.
        title: the folded headline, where it is not part of the text.
        finds: the finds so far, by start, not overlapping; refiners replace the list.
        titles: whether there are titles between 《 and 》 in the text.
    """

    text: str
    published: datetime
    prefer: Policy | None = None
    title: str = ""
    finds: list[Find] = field(default_factory=list)
    titles: bool = False
    _ends: list[int] | None = None

    def __post_init__(self) -> None:
        self.titles = "《" in self.text or "〈" in self.text

    def sentence(self, position: int) -> tuple[int, int]:
        """The bounds of the sentence that holds a position, half open; no further than ``REACH`` from it."""
        if self._ends is None:
            self._ends = _ends(self.text)
        at = bisect_right(self._ends, position)
        start = self._ends[at - 1] if at else 0
        end = self._ends[at] if at < len(self._ends) else len(self.text)
        return max(start, position - REACH), min(end, position + REACH)

    def same_paragraph(self, first: int, second: int) -> bool:
        """Whether two positions stand in one line, no further apart than a long paragraph."""
        return second - first <= 4 * REACH and self.text.find("\n", first, second) < 0

    def before(self, position: int, size: int = 12) -> str:
        """The words before a position, within its line."""
        words = self.text[position - size if position > size else 0 : position]
        return words.rpartition("\n")[2] if "\n" in words else words

    def behind(self, position: int, size: int = 8) -> str:
        """The words from a position on, within its line."""
        words = self.text[position : position + size]
        return words.partition("\n")[0] if "\n" in words else words


def _ends(text: str) -> list[int]:
    """The offsets behind all ends of sentences; a search for one character at a time is the fastest there is."""
    ends: list[int] = []
    for mark in _SENTENCE_END:
        at = text.find(mark)
        while at >= 0:
            ends.append(at + 1)
            at = text.find(mark, at + 1)
    ends.sort()
    return ends
