"""A full web page, with head, menus and all that stands around its article."""

import re
from collections.abc import Iterator
from typing import Any

from timeline.articles.draft import Content, Draft
from timeline.articles.furniture import bare
from timeline.articles.html_text import element_lines, parse_html
from timeline.articles.page_body import body_lines_of_page, remove_link_lists
from timeline.articles.page_head import read_particulars, read_top
from timeline.articles.page_metadata import read_metadata, script_moments
from timeline.articles.titles import clean_title
from timeline.articles.too_large import refuse_large_page

NAME = "html"
_PAGE = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|^<meta\b|<title>|^<link\b", re.I)
_PARTING = re.compile(r"\s?[-–—_|｜>·]{1,2}\s?")
_FURTHEST = 120
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
        _read_page(root, draft)
    yield draft


def _read_page(root: Any, draft: Draft) -> None:
    read_metadata(root, draft)
    moments = script_moments(root)
    named = _text(root.find(".//title"))
    headings = [text for text in map(_text, root.iter("h1")) if bare(text)]
    told = read_particulars(root, draft)
    remove_link_lists(root)
    whole = Draft()
    lines = element_lines(root)
    draft.title = _title(draft, headings, _without_site(named, lines))
    below = read_top(lines[_place(lines, draft.title) :], whole, whole_page=True)
    draft.title = draft.title or whole.title
    draft.published += whole.published + [(moment, "page text") for moment in moments]
    draft.publisher = _account(root) or draft.publisher or whole.publisher or _site(named)
    draft.authors = draft.authors or whole.authors
    lines = body_lines_of_page(root, lines)
    if whole.published and sum(map(len, lines)) * 2 < sum(map(len, below)) < 2000:
        lines = below
    draft.lines = lines if told else read_top(lines, Draft())


def _without_site(named: str, lines: list[str]) -> str:
    """The <title> up to where a line of the page ends as well; all of it where no line says the same."""
    shown = {bare(line) for line in lines[:_FURTHEST]}
    for parting in reversed(list(_PARTING.finditer(named))):
        if bare(named[: parting.start()]) in shown:
            return named[: parting.start()].strip()
    return named


def _place(lines: list[str], heading: str) -> int:
    """Where the heading stands: a date above it is that of the visit."""
    wanted = bare(heading)
    return next((number for number, line in enumerate(lines) if wanted and bare(line) == wanted), 0)


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


def _site(named: str) -> str | None:
    """The site's name that a <title> ends with."""
    rest = named.removeprefix(clean_title(named)).strip(" -–—_|｜")
    return re.split(r"[-–—_|｜]", rest)[-1].strip()[:40] or None


def _account(root: Any) -> str | None:
    """The account that a saved WeChat page came from."""
    for name in _ACCOUNT:
        text = _text(next(iter(root.xpath("//*[@id=$name]", name=name)), None))
        if text:
            return text[:40]
    return None


def _text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""
