"""The day that a programme or a document tells as its own, where it was put out again much later."""

import re
from datetime import datetime, timedelta

from schemas import Article
from timeline.events.text.headlines import DOCUMENTS
from timeline.events.text.script import simplified
from timeline.expressions.lexicon import fold, number

_TOLD = re.compile(
    r"(?:大家好|你好|观众朋友|听众朋友|欢迎收[看听])[^。\n\d]{0,12}?(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_OPENING = 600
"""In how many characters at the beginning a programme greets its audience."""
_LONG = timedelta(days=60)
"""What lies further back is no slip of a day or two, and not a programme put out in parts."""


_DOCUMENT = re.compile(rf"(?:{DOCUMENTS})》?$")
_SIGNED = re.compile(
    r"\n[\s　]*(?P<year>\d{4}|[一二三四五六七八九〇○零Ｏ]{4})年(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月"
    r"(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日[\s　]*(?=\n|$)"
)
"""A line with nothing but a date: a document's signature."""


def as_told(article: Article) -> Article:
    """An article as of its own day, where it tells one that lies long before its publication.

    去年 in a programme of 2020 that was put out again in 2023 is 2019; so it is in a document signed in 2020.
    """
    opening = _TOLD.search(article.text, 0, _OPENING)
    own = _day(opening, article) if opening else _signed(article)
    if own is None or article.published - own <= _LONG:
        return article
    return article.model_copy(update={"published": own})


def _signed(article: Article) -> datetime | None:
    """The day that a document is signed on, the last one where it encloses an earlier paper."""
    if not _DOCUMENT.search(simplified(article.title.strip())):
        return None
    return max((day for match in _SIGNED.finditer(article.text) if (day := _day(match, article))), default=None)


def _day(match: re.Match[str], article: Article) -> datetime | None:
    """The day that a text tells as its own."""
    try:
        year, month, day = (number(fold(match[part])) for part in ("year", "month", "day"))
        return article.published.replace(year=year, month=month, day=day)
    except ValueError:
        return None
