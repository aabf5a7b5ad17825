"""How much text, how many links and how much prose each element of a page holds, measured in one pass."""

import re
from dataclasses import dataclass
from typing import Any

_SENTENCE = re.compile(r"[，。！？；]|[a-z][,.;:!?](?:\s|$)")
_SHORTEST = 8
_DATE = re.compile(r"[\s\[(（]*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?[\s\])）]*")
"""What stands beside the headlines of a list, and counts for nothing."""

_GROUPS = ("div", "li", "dl", "dd", "td", "section", "article")
_LONGEST_TEASER, _TEASER = 400, 0.2
"""A short group with a larger share of links tells of another article."""


@dataclass(slots=True)
class Size:
    """What an element holds, with all that is in it; white space and dates that stand alone do not count.

    Attributes:
        length: signs of text.
        links: the number of links.
        linked: signs of text in links.
        prose: signs of text outside links that read like a sentence or a part of one.
    """

    length: int = 0
    links: int = 0
    linked: int = 0
    prose: int = 0


def measured(root: Any) -> dict[Any, Size]:
    """The sizes of all elements, the outer before the inner ones."""
    nodes = list(root.iter("*"))
    sizes = {node: Size() for node in nodes}
    for node in reversed(nodes):
        size = sizes[node]
        _add(size, node.text)
        if node.tag == "a" and node.get("href"):
            size.links, size.linked, size.prose = 1, size.length, 0
        elif size.length <= _LONGEST_TEASER and node.tag in _GROUPS and size.linked >= _TEASER * size.length:
            size.prose = 0
        parent = sizes.get(node.getparent())
        if parent is not None:
            parent.length += size.length
            parent.links += size.links
            parent.linked += size.linked
            parent.prose += size.prose
            _add(parent, node.tail)
    return sizes


def _add(size: Size, text: str | None) -> None:
    if text and not text.isspace() and not _DATE.fullmatch(text):
        length = len("".join(text.split()))
        size.length += length
        if length >= _SHORTEST and _SENTENCE.search(text):
            size.prose += length
