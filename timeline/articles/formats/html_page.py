"""A full web page, with head, menus and all that stands around its article."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from schemas import PublishedFrom
from timeline.articles.draft import Content, Draft
from timeline.articles.elements import text_of
from timeline.articles.furniture import bare, is_furniture_line
from timeline.articles.html_text import element_lines, mark_lines, parse_html
from timeline.articles.page_body import body_of
from timeline.articles.page_furniture import clear_unseen
from timeline.articles.page_head import read_top
from timeline.articles.page_links import clear_link_lists
from timeline.articles.page_metadata import marked_authors, read_metadata, script_moments, time_moments
from timeline.articles.page_particulars import read_particulars
from timeline.articles.page_sizes import measured
from timeline.articles.page_title import place_of, site_of, title_of_page
from timeline.articles.titles import clean_title
from timeline.articles.too_large import refuse_large_page

NAME = "html"
_PAGE = re.compile(r"<(?:!doctype html|html[\s>]|head[\s>]|body[\s>]|title>)|^<(?:meta|link)\b", re.I)
_VISIT = re.compile("今天|今日|现在|當前|当前|欢迎|歡迎")
"""What stands beside the date of the visit, above the heading."""

_MOST_HEADINGS = 20
_LONGEST_TITLE = 400
_ACCOUNT = ("js_name", "profile_nickname")


def accept(content: Content) -> bool:
    """Text that begins with an element and has a page's head or body."""
    return content.head.startswith("<") and bool(_PAGE.search(content.head))


def read(content: Content) -> Iterator[Draft]:
    """The one article of the page."""
    refuse_large_page(content.data)
    draft = Draft(url=content.url)
    root = parse_html(content.text)
    if root is not None:
        _read_page(root, content.text, draft)
    yield draft


def _read_page(root: Any, source: str, draft: Draft) -> None:
    site = read_metadata(root, draft)
    draft.publisher = _account(root) or draft.publisher
    late: list[tuple[object, PublishedFrom]] = [
        (moment, "page text") for moment in (*script_moments(root), *time_moments(root))
    ]
    authors = marked_authors(root)
    named = _text(root.find(".//title"))[:_LONGEST_TITLE]
    told = read_particulars(root, draft)
    clear_unseen(root, source)
    headings = [text for text in map(_text, islice(root.iter("h1"), _MOST_HEADINGS)) if bare(text)]
    sizes = measured(root)
    clear_link_lists(sizes)
    body = body_of(root, sizes)
    mark_lines(root, pieces=True)
    lines = element_lines(root, pieces=True)
    draft.title = title_of_page(draft.title, draft.publisher, named, headings, lines)
    whole = _told_by_lines(lines, place_of(draft.title, lines))
    above = whole.title if not is_furniture_line(whole.title) else ""
    draft.title = draft.title or above or clean_title(named, draft.publisher)
    draft.published += whole.published + late
    draft.publisher = draft.publisher or whole.publisher or site or site_of(named, draft.title)
    draft.authors = draft.authors or whole.authors or authors
    lines = element_lines(body)
    draft.lines = lines if told else read_top(lines, Draft())


def _told_by_lines(lines: list[str], place: int) -> Draft:
    """What the lines below the headline tell; those above it, where none does and it is not the day of the visit."""
    told = Draft()
    read_top(lines[place:], told, whole_page=True)
    if not told.published:
        read_top([line for line in lines[:place] if not _VISIT.search(line)], told, whole_page=True)
    return told


def _account(root: Any) -> str | None:
    """The account that a saved WeChat page came from."""
    for name in _ACCOUNT:
        text = _text(next(iter(root.xpath("//*[@id=$name]", name=name)), None))
        if text:
            return text[:40]
    return None


def _text(node: Any) -> str:
    return " ".join(text_of(node).split()) if node is not None else ""
