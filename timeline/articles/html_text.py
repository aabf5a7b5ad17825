"""From HTML to the lines of text that a reader sees. The tree is marked once, and its text taken in one piece."""

import re
from typing import Any

from timeline.articles.elements import text_of
from timeline.articles.keys import names
from timeline.articles.page_furniture import clear_unseen

BREAKING = frozenset(
    names(
        "address article blockquote body br center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 "
        "header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
"""Elements that begin and end a line."""

_INLINE = names("a abbr b big cite code em font i label mark small span strong time tt u var")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("td", "th")

_LINE, _CELL, PIECE = "\ue000", "\ue001", "\ue002"
"""Private signs that are set between lines, between cells and, on demand, around what stands in an inline element."""

_LEVEL = "\ue010"
"""The sign before the words of a heading, plus its level."""

_HEADING_SIGN = re.compile("[\ue011-\ue016]")
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
WRAP = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])")
"""A line end between two wide signs, which stands for nothing."""

_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufffc\ue000-\uf8ff]")
_JOINER = re.compile("(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])\u200d")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_UNPARSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\ue01f\ufffe\uffff]")
"""Control signs, lone surrogates, what is no character, and the private signs above."""

_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,9}));?")

_ODD = re.compile(
    "  |[\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ud800-\uf8ff\ufeff\ufffc]"
)
"""Whether a line needs any cleaning: the signs of the patterns above, and two spaces."""

_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}>")
_TOO_DEEP = "Excessive depth"
_WRAPPERS = re.compile(r"</?(?:div|span|section|font|b|i|em|strong|center|blockquote|ul|li)\b[^<>]{0,1000}>", re.I)
"""Elements that can be left out of a page that is nested deeper than the parser goes."""

_MARKUP = re.compile(r"</?[A-Za-z]|&(?:#|[A-Za-z]{2,8};)")
_LONGEST_CELL = 300
_LAST_CODE = 0x10FFFF


def parse_html(text: str) -> Any:
    """The root element of a page or fragment, however broken it is; None where there is no element."""
    from lxml import etree

    text = _DECLARATION.sub("", text)
    if "&#" in text:
        text = _REFERENCE.sub(_referred, text)
    text = _UNPARSED.sub("", text.replace("\x0b", "\n").replace("\x0c", "\n"))
    try:
        parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
        root = etree.fromstring(text, parser)
        if any(_TOO_DEEP in entry.message for entry in parser.error_log):
            root = etree.fromstring(_WRAPPERS.sub("<br>", text), parser)
    except (ValueError, etree.LxmlError):
        return None
    return root


def _referred(reference: re.Match[str]) -> str:
    """A character reference as it is, unless it stands for a control sign or one that no text has."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    if code > _LAST_CODE or _UNPARSED.match(chr(code)):
        return ""
    return "\n" if code in (0x0B, 0x0C) else reference[0]


def html_lines(text: str) -> list[str]:
    """The lines of an HTML fragment."""
    root = parse_html(text)
    if root is None:
        return []
    clear_unseen(root, text)
    mark_lines(root)
    return element_lines(root)


def html_words(text: str) -> str:
    """The text of a title that may be HTML, on one line."""
    return " ".join(html_lines(text)) if _MARKUP.search(text) else text.strip()


def mark_lines(root: Any, *, pieces: bool = False) -> None:
    """Set signs in a tree so that `element_lines` finds the lines of any element.

    Args:
        root: an lxml element; its text is changed.
        pieces: whether `PIECE` is set around inline elements.
    """
    for node in root.iter("pre"):
        for below in node.iter():
            below.text = (below.text or "").replace("\n", _LINE)
            if below is not node:
                below.tail = (below.tail or "").replace("\n", _LINE)
    for node in root.iter(*BREAKING):
        node.text = _LINE + (node.text or "")
        node.tail = _LINE + (node.tail or "")
    for node in root.iter(*HEADINGS):
        node.text = _LINE + chr(ord(_LEVEL) + int(node.tag[1])) + node.text[1:]
    for node in root.iter(*_INLINE) if pieces else ():
        node.text = PIECE + (node.text or "")
        node.tail = PIECE + (node.tail or "")
    for row in list(root.iter("tr")):
        _join_cells(row)


def _join_cells(row: Any) -> None:
    """Make one line of a data row; a row that only lays out a page stays as it is."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < 2 or next(row.iterdescendants("tr"), None) is not None:
        return
    texts = []
    for cell in cells:
        lines = text_of(cell).split(_LINE)
        if sum(map(len, lines)) > _LONGEST_CELL and sum(not line.isspace() for line in lines if line) > 2:
            return
        texts.append(" ".join(filter(None, map(_line, lines))))
    row.clear(keep_tail=True)
    row.text = _LINE + _CELL.join(texts).rstrip(_CELL)


def element_lines(node: Any, *, mark_headings: bool = False, pieces: bool = False) -> list[str]:
    """The lines of text under an element of a marked tree: a data row is one with tabs between its cells.

    Args:
        node: an lxml element.
        mark_headings: whether a heading's line begins as in Markdown, with a ``#`` for each level.
        pieces: whether `PIECE` stays in the lines.
    """
    text = text_of(node)
    if mark_headings:
        text = _HEADING_SIGN.sub(lambda sign: "#" * (ord(sign[0]) - ord(_LEVEL)) + " ", text)
    return [line for line in map(_line_of_pieces if pieces else _line, text.split(_LINE)) if line]


def _line(text: str) -> str:
    """What stands between two line signs, cleaned."""
    if not text or text.isspace():
        return ""
    if not _ODD.search(text):
        return text.strip()
    if _CELL in text:
        return clean_line(text.replace("\n", " ").replace("\t", " ").replace(_CELL, "\t"))
    return clean_line(WRAP.sub("", _BREAKS.sub("\n", text)).replace("\n", " ").replace("\t", " "))


def _line_of_pieces(text: str) -> str:
    """The same with `PIECE` between the pieces that have text."""
    return PIECE.join(filter(None, map(_line, text.split(PIECE))))


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
