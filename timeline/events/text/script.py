"""Traditional text read as simplified, character for character, so that word lists stand in one script only."""

import re
from functools import cache

from timeline.events.data import lines_of

_TRADITIONAL = re.compile("[國會這個來時說為們發學體將於與對後從還開業長關動實現產進過無東車書見馬門]")


def simplified(text: str) -> str:
    """The text in simplified characters; every code point keeps its place, so offsets hold in both."""
    return text.translate(_table()) if _TRADITIONAL.search(text) else text


@cache
def _table() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines_of("traditional.txt") for pair in line.split()}
