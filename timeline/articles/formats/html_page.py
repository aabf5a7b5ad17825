"""A full web page, with head, menus and all that stands around its article."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from schemas import PublishedFrom
from timeline.articles.draft import Content, Draft
from timeline.articles.elements import text_of
from timeline.articles.furniture import bare
from timeline.articles.html_text import element_lines, mark_lines, parse_html
from timeline.articles.page_body import body_of
from timeline.articles.page_furniture import clear_unseen
from timeline.articles.page_head import read_top
from timeline.articles.page_links import clear_link_lists
from timeline.articles.page_metadata import marked_authors, read_metadata, script_moments, time_moments
from timeline.articles.page_particulars import read_particulars
from timeline.articles.page_sizes import measured
from timeline.articles.titles import clean_title
from timeline.articles.too_large import refuse_large_page

NAME = "html"
_PAGE = re.compile(r"<(?:!doctype html|html[\s>]|head[\s>]|body[\s>]|title>)|^<(?:meta|link)\b", re.I)
_PARTING = re.compile(r"\s?[-–—_|｜>·]{1,2}\s?")
_HAN = re.compile("[一-鿿]")
_FURTHEST = 120
_VISIT = re.compile("今天|今日|现在|當前|当前|欢迎|歡迎")
"""What stands beside the date of the visit."""

_MOST_HEADINGS = 20
_ENOUGH, _LONGEST_TITLE = 6, 400
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
    whole = Draft()
    draft.title = _title(draft, headings, _without_site(named, headings, lines))
    place = _place(lines, draft.title)
    read_top(lines[place:], whole, whole_page=True)
    if not whole.published:
        read_top([line for line in lines[:place] if not _VISIT.search(line)], whole, whole_page=True)
    draft.title = draft.title or whole.title
    draft.published += whole.published + late
    draft.publisher = draft.publisher or whole.publisher or site or _site(named, draft.title)
    draft.authors = draft.authors or whole.authors or authors
    lines = element_lines(body)
    draft.lines = lines if told else read_top(lines, Draft())


def _without_site(named: str, headings: list[str], lines: list[str]) -> str:
    """The part of the <title> that a line of the page, or the end of a heading, says as well; else all of it."""
    shown = {bare(line) for line in lines[:_FURTHEST]}
    for parting in reversed(list(_PARTING.finditer(named))):
        words = bare(named[: parting.start()])
        if words in shown or (len(words) >= _ENOUGH and any(bare(heading).endswith(words) for heading in headings)):
            return named[: parting.start()].strip()
        if len(bare(named[parting.end() :])) >= _ENOUGH and bare(named[parting.end() :]) in shown:
            return named[parting.end() :].strip()
    return named


def _place(lines: list[str], heading: str) -> int:
    """Where the heading stands: a date above it may be that of the visit."""
    wanted = bare(heading)
    places = (number for number, line in enumerate(lines) if bare(line) == wanted and not line.endswith("。"))
    return next(places, 0) if wanted else 0


def _title(draft: Draft, headings: list[str], named: str) -> str:
    """The heading with which the <title> begins; else what the head of the page tells; else the first heading.

    A heading that the <title> ends with is the site's name, not the article's.
    """
    whole = bare(named)
    for heading in headings:
        if whole.startswith(bare(heading)):
            return heading
    others = [heading for heading in headings if not whole.endswith(bare(heading))]
    for title in (draft.title, clean_title(named, draft.publisher), *others):
        if bare(title):
            return title
    return ""


def _site(named: str, title: str) -> str | None:
    """The site's name that a <title> ends with; the last of several names that is in Chinese."""
    rest = named.removeprefix(title if named.startswith(title) else clean_title(named))
    parts = [part.strip() for part in re.split(r"[-–—_|｜·]+", rest) if part.strip()]
    chinese = [part for part in parts if _HAN.search(part)]
    return (chinese or parts or [""])[-1][:40] or None


def _account(root: Any) -> str | None:
    """The account that a saved WeChat page came from."""
    for name in _ACCOUNT:
        text = _text(next(iter(root.xpath("//*[@id=$name]", name=name)), None))
        if text:
            return text[:40]
    return None


def _text(node: Any) -> str:
    return " ".join(text_of(node).split()) if node is not None else ""
