"""Traditional text read as simplified, character for character, so that word lists stand in one script only."""

import re
from functools import cache

from timeline.events.data import lines_of


def simplified(text: str) -> str:
    """The text in simplified characters; every code point keeps its place, so offsets hold in both."""
    return text.translate(_table()) if _traditional().search(text) else text


@cache
def _table() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines_of("traditional.txt") for pair in line.split()}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")
