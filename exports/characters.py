"""Text that every reader takes: without control characters, odd line ends and edge spaces.

White space and line ends of any kind (CR, VT, FF, U+0085, U+2028, U+2029) become one space; other control characters,
noncharacters, the byte order mark and the marks that turn the direction of all that follows them (U+202A–U+202E,
U+2066–U+2069) go. U+200E and U+200F stay, and so do the joiners that emoji are made of.
"""

import re
from collections.abc import Iterable

_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_GONE = re.compile(f"[{_CONTROLS}{_DIRECTIONS}\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text in one line.

    >>> one_line(" 大会\\u2028开幕\\x00 ")
    '大会 开幕'
    """
    return " ".join(_GONE.sub("", text).split())


def lines_of(texts: Iterable[str]) -> list[str]:
    """Each of some texts in one line, without those of which nothing readable is left."""
    return [line for line in map(one_line, texts) if line]
