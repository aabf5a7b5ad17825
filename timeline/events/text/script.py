"""Traditional text read as simplified, character for character, so that word lists stand in one script only."""

import re
from functools import cache, lru_cache

from timeline.events.data import lines_of


def simplified(text: str) -> str:
    """The text in simplified characters; every code point keeps its place, so offsets hold in both."""
    return _simplified_title(text) if len(text) <= _TITLE else _translated(text)


_TITLE = 60
"""Titles and names have no more characters; the same one is asked for again and again."""


@lru_cache(maxsize=4_096)
def _simplified_title(text: str) -> str:
    return _translated(text)


def _translated(text: str) -> str:
    return text.translate(_table()) if _traditional().search(text) else text


@cache
def _table() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines_of("traditional.txt") for pair in line.split()}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")
