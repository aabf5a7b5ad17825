"""A digest in plain text: news items between rules, or under numbered lines, below a line with the day."""

import re

from timeline.articles.draft import Draft
from timeline.articles.formats.digest import Section, drafts_of
from timeline.articles.limits import MAX_ITEMS
from timeline.articles.moments import WRITTEN

_NAME = re.compile(
    r"要闻|要聞|早报|早報|晚报|晚報|日报|日報|早讯|速览|摘要|摘编|简报|簡報|快报|快讯|播报|联播|动态|周报|资讯|汇总|新闻|新聞|舆情|剪报"
)
"""What digests are called."""

_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]\s?|[（(]\d{1,2}[)）]|【\d{1,2}】)\s?([^。；]{4,60})$"
)
_BOXED = re.compile(r"^(?:\d{1,2}[.、]\s?)?【([^【】]{4,40})】(.{20,})")
"""【某市地铁开通】 with the words behind it."""

_RULE = re.compile(r"[=\-*_—－~～]{4,}")
_LONGEST_TITLE = 60
_TOP = 3
_FEWEST = 2


def split_text(lines: list[str]) -> list[Draft]:
    """The articles of a digest; none where the text is one article.

    Args:
        lines: cleaned, without empty ones.
    """
    starts = [number for number, line in enumerate(lines) if _begins_item(line)]
    top = " ".join(lines[: starts[0]]) if starts and starts[0] <= _TOP else ""
    if not _FEWEST <= len(starts) <= MAX_ITEMS or not (
        WRITTEN.search(top) and _NAME.search(top) and len(top) <= 2 * _LONGEST_TITLE
    ):
        return []
    sections = [_section(lines[start:end]) for start, end in zip(starts, [*starts[1:], None], strict=True)]
    items = [section for section in sections if section.title and section.body]
    return drafts_of(items, Draft(), top) if len(items) >= _FEWEST else []


def _begins_item(line: str) -> bool:
    return bool(_RULE.fullmatch(line) or _NUMBERED.match(line) or _BOXED.match(line))


def _section(lines: list[str]) -> Section:
    """The item that begins with such a line; without title or body where it is none."""
    numbered, boxed = _NUMBERED.match(lines[0]), _BOXED.match(lines[0])
    rest = lines[1:]
    if boxed:
        return Section(1, boxed[1], "\n\n".join([boxed[2], *rest]))
    title = numbered[1] if numbered else rest.pop(0) if rest else ""
    return Section(1, title if len(title) <= _LONGEST_TITLE else "", "\n\n".join(rest))
