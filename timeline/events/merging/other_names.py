"""The short names that articles give to events, spelt out wherever a title uses them."""

from collections.abc import Iterable

from schemas import Event
from timeline.events.merging.profile import core_of, kinds_named

SHORTEST = 3
"""The fewest characters of a short name: shorter ones stand in other words."""

MOST_LENGTHS = 12
"""The most different lengths of short names that are looked for."""


class OtherNames:
    """Short names and the full names that they stand for, by what the events of all articles tell.

    WAIC2022闭幕式 in one article is 世界人工智能大会闭幕式 in another, once any article has said that WAIC2022 is
    another name of 2022世界人工智能大会. A short name with two meanings stands for neither, and only names of things
    (``data/heads.tsv``) have short ones.
    """

    __slots__ = ("_full", "_lengths")

    def __init__(self, events: Iterable[Event]) -> None:
        meanings: dict[str, set[str]] = {}
        for event in events:
            full = core_of(event.title)
            for alias in event.aliases:
                short = core_of(alias)
                if SHORTEST <= len(short) < len(full) and short not in full and kinds_named(event.title):
                    meanings.setdefault(short, set()).add(full)
        self._full = {short: min(full) for short, full in meanings.items() if len(full) == 1}
        self._lengths = sorted({len(short) for short in self._full}, reverse=True)[:MOST_LENGTHS]

    def spell_out(self, core: str) -> str:
        """The core of a title with the first of the longest short names in it replaced by the full one."""
        for length in self._lengths:
            for at in range(len(core) - length + 1):
                short = core[at : at + length]
                if short in self._full and _is_whole(core, at, at + length):
                    return core[:at] + self._full[short] + core[at + length :]
        return core


def _is_whole(core: str, start: int, end: int) -> bool:
    """Whether a Latin name is not the middle of a longer word."""
    before, behind = core[start - 1 : start] if start else "", core[end : end + 1]
    return not (
        (core[start].isascii() and before.isascii() and before.isalnum())
        or (core[end - 1].isascii() and behind.isascii() and behind.isalpha())
    )
