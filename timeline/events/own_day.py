"""The day that a programme tells as its own (大家好，今天是2020年4月12日), where it was put out again much later."""

import re
from datetime import timedelta

from schemas import Article

_TOLD = re.compile(
    r"(?:大家好|你好|观众朋友|听众朋友|欢迎收[看听])[^。\n\d]{0,12}?(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_OPENING = 600
"""In how many characters at the beginning a programme greets its audience."""
_LONG = timedelta(days=60)
"""What lies further back is no slip of a day or two, and not a programme put out in parts."""


def as_told(article: Article) -> Article:
    """An article as of its own day, where it tells one that lies long before its publication.

    去年 in a programme of 2020 that was put out again in 2023 is 2019.
    """
    match = _TOLD.search(article.text, 0, _OPENING)
    if match is None:
        return article
    try:
        own = article.published.replace(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    except ValueError:
        return article
    return article.model_copy(update={"published": own}) if article.published - own > _LONG else article
