"""From HTML to the lines of text that a reader sees. One walk, no recursion, no knowledge of any site."""

import re
from collections.abc import Iterator
from typing import Any

from timeline.articles.keys import names
from timeline.articles.page_furniture import is_furniture

_HIDDEN = frozenset(
    names(
        "script style noscript template iframe object embed applet video audio canvas svg map button select "
        "option textarea input nav footer aside head title link meta figcaption rp rt dialog menu"
    )
)
"""Elements whose content is never part of an article's text."""

BREAKING = frozenset(
    names(
        "address article blockquote body br center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 "
        "header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
"""Elements that begin and end a line."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th")
_NO_DISPLAY = re.compile(r"display\s{0,3}:\s{0,3}none", re.I)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
WRAP = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])")
"""A line end between two wide signs, which stands for nothing."""

_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffc\ue000-\uf8ff]")
_JOINER = re.compile("(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_ODD = re.compile(
    "  |[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ud800-\uf8ff\ufeff\ufffc]"
)
"""Whether a line needs any cleaning: the signs of the patterns above, and two spaces."""

_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}>")
_TOO_DEEP = "Excessive depth"
_WRAPPERS = re.compile(r"</?(?:div|span|section|font|b|i|em|strong|center|blockquote|ul|li)\b[^<>]{0,1000}>", re.I)
"""Elements that can be left out of a page that is nested deeper than the parser goes."""

_LONGEST_CELL = 300
_MOST_CHECKED = 1_000_000
"""The length of text from which on furniture is not looked for by its class: no page of an article is so long."""


def parse_html(text: str) -> Any:
    """The root element of a page or fragment, however broken it is; None where there is no element."""
    from lxml import html

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    text = _CONTROL.sub("", _DECLARATION.sub("", text))
    try:
        root = html.document_fromstring(text, parser=parser, ensure_head_body=True)
        if any(_TOO_DEEP in entry.message for entry in parser.error_log):
            root = html.document_fromstring(_WRAPPERS.sub("<br>", text), ensure_head_body=True)
    except (ValueError, AssertionError, html.etree.LxmlError):
        return None
    return root


def html_lines(text: str) -> list[str]:
    """The lines of an HTML fragment."""
    root = parse_html(text)
    return [] if root is None else element_lines(root)


def element_lines(root: Any, total: int = 0, *, mark_headings: bool = False) -> list[str]:
    """The lines of text under an element: blocks and ``<br>`` part them, a data row is one with tabs between cells.

    Args:
        root: an lxml element.
        total: the length of the whole page's text; 0 takes that of the element.
        mark_headings: whether a heading's line begins as in Markdown, with a ``#`` for each level.
    """
    total = total or len("".join(root.itertext())) or 1
    lines: list[str] = []
    parts: list[str] = []
    for piece in _pieces(root, total, mark_headings):
        if piece is None:
            if parts:
                lines += _close(parts)
                parts = []
        else:
            parts.append(piece)
    return lines + _close(parts)


def clean_line(text: str) -> str:
    """One line without invisible signs, outer spaces and runs of spaces; tabs between cells stay."""
    if not _ODD.search(text):
        return text.strip()
    text = _JOINER.sub("", _INVISIBLE.sub("", _CONTROL.sub("", text)))
    if "\t" in text:
        return "\t".join(_SPACES.sub(" ", cell).strip() for cell in text.split("\t")).strip()
    return _SPACES.sub(" ", text).strip()


def text_lines(text: str) -> list[str]:
    """The lines of plain text, cleaned, without empty ones."""
    cleaned = (clean_line(line.replace("\t", " ")) for line in _BREAKS.sub("\n", text).split("\n"))
    return [line for line in cleaned if line]


def _close(parts: list[str]) -> list[str]:
    text = "".join(parts)
    if not text or text.isspace():
        return []
    if "\x00" in text:
        return [line for line in (clean_line(line) for line in text.replace("\x00", "").split("\n")) if line]
    if _ODD.search(text):
        text = WRAP.sub("", _BREAKS.sub("\n", text)).replace("\n", " ")
    line = clean_line(text)
    return [line] if line else []


def _pieces(root: Any, total: int, mark_headings: bool) -> Iterator[str | None]:
    """The texts under ``root`` in order; None parts lines; a text with NUL keeps its line ends."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag
        if leaving:
            if tag in BREAKING:
                yield None
        elif not isinstance(tag, str) or tag in _HIDDEN or _is_hidden(node, total):
            pass
        elif tag == "tr" and (row := _row(node, total)) is not None:
            yield None
            yield row
            yield None
        elif tag == "pre":
            yield None
            yield "\x00" + "".join(node.itertext())
            yield None
        else:
            if tag in BREAKING:
                yield None
            if mark_headings and tag in HEADINGS:
                yield "#" * int(tag[1]) + " "
            if node.text:
                yield node.text
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if node is not root and node.tail:
            yield node.tail


def _is_hidden(node: Any, total: int) -> bool:
    attributes = node.attrib
    if not attributes:
        return False
    style = attributes.get("style")
    if "hidden" in attributes or (style and _NO_DISPLAY.search(style)):
        return True
    return total < _MOST_CHECKED and is_furniture(node, total)


def _row(row: Any, total: int) -> str | None:
    """The cells of a data row with tabs between; None for a row that only lays out a page."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < 2:
        return None
    texts = []
    for cell in cells:
        if next(cell.iter("table", "tr"), None) is not None:
            return None
        lines = element_lines(cell, total)
        if sum(map(len, lines)) > _LONGEST_CELL and len(lines) > 2:
            return None
        texts.append(" ".join(lines))
    while texts and not texts[-1]:
        texts.pop()
    return "\x00" + "\t".join(texts) if any(texts) else ""
