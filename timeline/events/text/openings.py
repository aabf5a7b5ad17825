"""Which of many patterns can match in a text at all, told by the characters with which their matches begin."""

import re
from collections.abc import Sequence
from operator import add

from timeline.expressions.patterns import NUMBER, openings

_FIGURE = re.compile(r"\d")


class Patterns:
    """Patterns filed under the two characters, or the one, with which their matches can begin."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._anywhere: list[int] = []
        self._behind: dict[str, set[int]] = {}
        for number, pattern in enumerate(patterns):
            heads = openings(pattern.pattern)
            if "" in heads:
                self._anywhere.append(number)
                continue
            for head in heads:
                self._behind.setdefault(head, set()).add(number)
        self._alone = {head for head in self._behind if len(head) == 1}

    def possible(self, text: str) -> list[int]:
        """The numbers, in order, of the patterns that may match somewhere in a text."""
        behind = self._behind
        found = set(self._anywhere)
        for head in [pair for pair in map(add, text, text[1:]) if pair in behind]:
            found |= behind[head]
        for head in self._alone.intersection(text):
            found |= behind[head]
        if NUMBER in behind and _FIGURE.search(text):
            found |= behind[NUMBER]
        return sorted(found)
