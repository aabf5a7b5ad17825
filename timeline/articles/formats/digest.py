"""A Markdown file of many news items under headings: an article each. Also asked by front matter about its body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schemas import PublishedFrom
from timeline.articles.draft import Content, Draft
from timeline.articles.limits import MAX_ITEMS
from timeline.articles.markdown_text import markdown_lines
from timeline.articles.moments import WRITTEN
from timeline.articles.page_head import read_top
from timeline.articles.too_large import refuse_large_page

NAME = "digest"
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.{1,300}?)[ \t]*#{0,6}[ \t]*$", re.M)
_BOLD = re.compile(r"^\*\*([^*\n]{4,60})\*\*[ \t]*$", re.M)
"""A line in bold type, which may stand for a heading."""

_FENCE = re.compile(r"^```", re.M)
_COMPACT_DAY = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_ORIGINAL = re.compile(
    r"^\s{0,3}(?:[-*>]\s)?(?:\[(?:查看|阅读|閱讀|点击)?(?:原文|全文|详情|来源|链接|新闻链接|source|read more|via|link)"
    r"[^\]]{0,20}\]\((?P<link>[^)\s]{4,500})\)"
    r"|(?:来源|來源|出处|via|source)\s?[：:]\s?\[(?P<name>[^\]]{2,40})\]\((?P<source>[^)\s]{4,500})\)"
    r"|(?:来源|链接|原文|via|source)?\s?[：:]?\s?<?(?P<bare>https?://[^\s>]{4,500})>?)\s*$",
    re.I | re.M,
)
_LINKED_TITLE = re.compile(r"^\[(?P<title>[^\]]{2,200})\]\((?P<link>[^)\s]{4,500})\)$")
_NUMBER = re.compile(r"^(?:第?\s?\d{1,3}\s?[.、．:：)）]|[（(]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*")
_CONTENTS = re.compile(
    r"^(?:新闻摘要|内容提要|本期(?:内容|目录|导读|要闻)|目录|目錄|导读|导语|(?:今日|本日|要闻|新闻)?速览|摘要"
    r"|(?:table of )?contents)"
    r"\s*[：:]?$",
    re.I,
)
_LONGEST_NAME = 14
_FEWEST, _FEWEST_LINKED = 2, 3
_TOP = 3
"""In so many lines an item may tell its own date and publisher."""


@dataclass(slots=True)
class Section:
    """A heading and what stands below it.

    Attributes:
        level: of the heading, 1 to 6.
        title: its words, as Markdown.
        body: Markdown or text.
    """

    level: int
    title: str
    body: str


def accept(content: Content) -> bool:
    """Markdown with a dated title over several items, or with several items that each end with their source."""
    return content.head.startswith("#") and len(_items_of("", content.text)) >= _FEWEST


def read(content: Content) -> Iterator[Draft]:
    """One draft an item."""
    refuse_large_page(content.data)
    yield from split_digest(Draft(), content.text)


def split_digest(whole: Draft, body: str) -> list[Draft]:
    """The articles of a digest, with what is known of the whole; none where the body is one article.

    Args:
        whole: title, date and the like of the file, maybe empty.
        body: the Markdown below the front matter.
    """
    title = whole.title or top_title(body)
    return drafts_of(_items_of(whole.title, body), whole, title)


def drafts_of(sections: list[Section], whole: Draft, title: str) -> list[Draft]:
    """The articles that sections are.

    Args:
        sections: in order.
        whole: what is known of all of them.
        title: the digest's, which may tell the day and who makes it.
    """
    day = _day(title)
    return [_draft(section, number, whole, title, day) for number, section in enumerate(sections, 1)]


def _items_of(title: str, body: str) -> list[Section]:
    """The sections that are articles, under headings or else under lines in bold type."""
    return _items(title, body) or _items(title or top_title(body), _BOLD.sub(r"###### \1", body))


def _items(title: str, body: str) -> list[Section]:
    """The sections that are articles; none where the body is no digest."""
    if not _FEWEST <= len(_HEADING.findall(body)) <= MAX_ITEMS or _FENCE.search(body):
        return []
    sections = _sections(body)
    level = _item_level(sections)
    items = [part for part in sections if part.level == level and part.body.strip() and not _CONTENTS.match(part.title)]
    linked = sum(bool(_ORIGINAL.search(part.body)) or bool(_LINKED_TITLE.match(part.title)) for part in items)
    if len(items) >= _FEWEST_LINKED and linked >= 0.7 * len(items):
        return items
    return items if len(items) >= _FEWEST and _names_a_day(title or top_title(body)) else []


def _sections(body: str) -> list[Section]:
    found = list(_HEADING.finditer(body))
    ends = [heading.start() for heading in found[1:]] + [len(body)]
    return [
        Section(len(heading[1]), heading[2].strip(), body[heading.end() : end])
        for heading, end in zip(found, ends, strict=True)
    ]


def _item_level(sections: list[Section]) -> int:
    """The level with the most sections that have text of their own."""
    counts: dict[int, int] = {}
    for section in sections:
        if section.body.strip():
            counts[section.level] = counts.get(section.level, 0) + 1
    return max(counts, key=lambda level: (counts[level], -level), default=0)


def top_title(body: str) -> str:
    """The heading of the first level with which a Markdown text begins; "" where it begins otherwise."""
    found = _HEADING.match(body.lstrip())
    return found[2].strip() if found and len(found[1]) == 1 else ""


def _day(title: str) -> str | None:
    found = WRITTEN.search(title) or _COMPACT_DAY.search(title)
    return found[0] if found else None


def _name(title: str) -> str:
    """The digest's own name: its title without the day."""
    return re.sub(r"[\s《》()（）\[\]【】|·,，-]+", "", _COMPACT_DAY.sub("", WRITTEN.sub("", title)))


def _names_a_day(title: str) -> bool:
    return _day(title) is not None and len(_name(title)) <= _LONGEST_NAME


def _draft(section: Section, number: int, whole: Draft, title: str, day: str | None) -> Draft:
    linked = _LINKED_TITLE.match(section.title)
    original = _ORIGINAL.search(section.body)
    told = original.groupdict() if original else {}
    url = linked["link"] if linked else told.get("link") or told.get("source") or told.get("bare")
    heading = linked["title"] if linked else section.title
    known: PublishedFrom = "front matter" if whole.published else "page text"
    dated: list[tuple[object, PublishedFrom]] = [(day, known)] if day else []
    own = Draft(title=heading)
    lines = markdown_lines(_ORIGINAL.sub("", section.body))
    below = read_top(lines[:_TOP], own)
    return Draft(
        title=_NUMBER.sub("", " ".join(markdown_lines(heading))),
        lines=below + lines[_TOP:],
        published=[*own.published, *dated, *whole.published],
        url=url if url and "://" in url else None,
        publisher=own.publisher or told.get("name") or whole.publisher or _name(title) or None,
        authors=own.authors or list(whole.authors),
        tags=list(whole.tags),
        number=number,
        form=NAME,
    )
