"""Markdown of paragraphs, headings, lists and quotes alone, as most articles are, read line by line.

Ten times as fast as a full parser. What holds more (tables, code, HTML, link references, escapes) is left to that.
"""

import re
from html import unescape

from timeline.articles.html_text import WRAP, text_lines

_MORE = re.compile(
    r"<[A-Za-z/!?]|```|~~~|^[ \t]*\||\|[ \t]*$|\\[!-/:-@\[-`{-~]|\]\[|^[ \t]{0,3}\[[^\]\n]{1,100}\]:", re.M
)
"""What needs a full parser."""

_MARK = re.compile(r"[ \t]*(?:>[ \t]?){0,8}(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){0,3}(?:#{1,6}(?:[ \t]+|$))?")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){2,80}|(?:\*[ \t]*){3,80}|(?:_[ \t]*){3,80}|=+[ \t]*)")
_CLOSING = re.compile(r"[ \t]+#{1,6}[ \t]*$")
_INLINE = (
    ("`", re.compile(r"`{1,2}([^`\n]{1,400})`{1,2}"), r"\1"),
    ("*", re.compile(r"(?<!\*)\*(?=\S)([^*\n]{1,400})(?<=\S)\*(?!\*)"), r"\1"),
    ("_", re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,400})(?<=\S)_(?!\w)"), r"\1"),
)
"""(sign, code or emphasis with it, what stands in them)."""


def simple_lines(text: str) -> list[str] | None:
    """The lines of a simple Markdown text; None for one that needs a full parser.

    Args:
        text: with two spaces at the end of each line that parts (CommonMark's hard line break).
    """
    if _MORE.search(text):
        return None
    for sign, pattern, words in _INLINE:
        if sign in text:
            text = pattern.sub(words, text)
    lines: list[str] = []
    paragraph: list[str] = []
    for line in text.split("\n"):
        mark = _MARK.match(line)
        start = mark.end() if mark else 0
        if not line.strip() or _RULE.fullmatch(line):
            lines += _joined(paragraph)
            paragraph = []
            continue
        if line[:start].strip():
            lines += _joined(paragraph)
            paragraph = []
        paragraph.append(line[start:])
        if line.endswith("  ") or "#" in line[:start]:
            paragraph[-1] = _CLOSING.sub("", paragraph[-1]) if "#" in line[:start] else paragraph[-1]
            lines += _joined(paragraph)
            paragraph = []
    return text_lines(unescape("\n".join(lines + _joined(paragraph))))


def _joined(paragraph: list[str]) -> list[str]:
    """The lines of a paragraph as one: a line end between two wide signs stands for nothing, another for a space."""
    if len(paragraph) <= 1:
        return [line.strip() for line in paragraph]
    return [WRAP.sub("", "\n".join(line.strip() for line in paragraph)).replace("\n", " ")]
