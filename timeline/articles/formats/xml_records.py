"""XML that is no feed: records with the usual names of fields as elements, one or many, with a root or without."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import ReadError, SkippedError
from timeline.articles import keys
from timeline.articles.doctype import without_doctype
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.json_records import is_article
from timeline.articles.formats.record import numbered_draft
from timeline.articles.html_text import BREAKING
from timeline.articles.too_large import refuse_large_page

NAME = "xml"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_FIRST = re.compile(r"^\s*<([A-Za-z_][\w.\-]{0,60})[\s>]")
_HTML = (
    frozenset(keys.names("html head body meta title link a b i u em strong font span img center base style script"))
    | BREAKING
)
_FIELD = re.compile(r"<(?:\w{0,20}title|\w{0,12}标题)>", re.I)
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_PARAGRAPHS = ("p", "para", "paragraph", "line")


def accept(content: Content) -> bool:
    """Text whose first element is none of HTML's, with a title among the first ones."""
    head = _DECLARATION.sub("", without_doctype(content.head))
    first = _FIRST.match(head)
    return first is not None and (first[1] == "Body" or first[1].lower() not in _HTML) and bool(_FIELD.search(head))


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft a record.

    Raises:
        SkippedError: it holds no articles.
    """
    from lxml import etree

    refuse_large_page(content.data)
    text = _DECLARATION.sub("", without_doctype(content.text)).replace("\x00", "")
    text = _BARE_AMPERSAND.sub("&amp;", text)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(f"<records>{text}</records>".encode("utf-8", "replace"), parser)
    records = [] if root is None else [record for node in root.iter("*") if is_article(record := _record(node))]
    if not records:
        raise SkippedError("XML that holds no articles", mend="give elements with a title, a date and a content")
    for number, record in enumerate(records, 1):
        draft = numbered_draft(record, "record", number)
        if len(records) == 1 and isinstance(draft, Draft):
            draft.number = None
        yield draft


def _record(node: Any) -> Mapping[str, object]:
    """The children of an element by their names; empty where none of them can be a title."""
    names = [_name(child) for child in node]
    if not any(keys.bare_name(keys.fold_name(name)) in keys.TITLE for name in names):
        return {}
    record: dict[str, object] = {}
    for name, child in zip(names, node, strict=True):
        record.setdefault(name, _text(child))
    return record


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(node: Any) -> str:
    """The text of an element, a line a paragraph where it has paragraphs."""
    paragraphs = [below for below in node.iter("*") if _name(below).lower() in _PARAGRAPHS]
    return "\n".join("".join("".join(part.itertext()).split("\n")).strip() for part in paragraphs or [node])
