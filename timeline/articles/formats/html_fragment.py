"""A piece of HTML without a page around it: an article's body, or a table of particulars with the body below."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from timeline.articles.draft import Content, Draft
from timeline.articles.formats.digest import split_digest
from timeline.articles.html_text import HEADINGS, element_lines, mark_lines, parse_html
from timeline.articles.page_furniture import clear_unseen
from timeline.articles.page_head import read_top
from timeline.articles.page_metadata import read_metadata
from timeline.articles.page_particulars import read_particulars
from timeline.articles.too_large import refuse_large_page

NAME = "html-fragment"
_FEWEST_HEADINGS = 2
_TAG = re.compile(
    r"</?(?:p|div|span|section|article|table|tr|td|br|h[1-6]|ul|ol|li|img|a|b|strong|blockquote|center)\b", re.I
)

_MARKS = ("<time", "<meta", "itemprop", "ld+json")


def accept(content: Content) -> bool:
    """Text that begins with an element, or has many."""
    return content.head.startswith("<") and bool(_TAG.search(content.head))


def read(content: Content) -> Iterator[Draft]:
    """The one article of the file, or the items of a digest."""
    refuse_large_page(content.data)
    draft = Draft(url=content.url)
    root = parse_html(content.text)
    if root is not None:
        if any(mark in content.text for mark in _MARKS):
            read_metadata(root, draft)
        told = read_particulars(root, draft)
        clear_unseen(root, content.text)
        mark_lines(root)
        items = _digest(root, draft)
        if items:
            yield from items
            return
        lines = element_lines(root)
        draft.lines = lines if told else read_top(lines, draft)
    yield draft


def _digest(root: Any, draft: Draft) -> list[Draft]:
    """The items of a fragment with several headings; none where it is one article."""
    if sum(1 for _ in islice(root.iter(*HEADINGS), _FEWEST_HEADINGS)) < _FEWEST_HEADINGS:
        return []
    return split_digest(draft, "\n\n".join(element_lines(root, mark_headings=True)))
