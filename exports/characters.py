"""Text that every reader takes: without control characters, odd line ends and edge spaces.

What is done, in this order: line ends of any kind (CR, VT, FF, U+0085, U+2028,
U+2029) become a line feed or a space; other control characters, noncharacters, the byte order mark and the marks
that turn the direction of all that follows them (U+202A–U+202E, U+2066–U+2069) go; runs of white space become one
space. U+200E and U+200F stay, and so do the joiners that emoji are made of.
"""

import re

_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_GONE = re.compile(f"[{_CONTROLS}{_DIRECTIONS}\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile("\n{3,}")


def one_line(text: str) -> str:
    """The text in one line.

    >>> one_line(" 大会\\u2028开幕\\x00 ")
    '大会 开幕'
    """
    return " ".join(_cleaned(text).split())


def paragraphs(text: str) -> str:
    """The text with ``\\n`` for its line ends, each line trimmed, and at most one blank line between two."""
    lines = _LINE_ENDS.sub("\n", _cleaned(text)).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join([" ".join(line.split()) for line in lines])).strip()


def _cleaned(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _GONE.sub("", text)
