"""The province, city or district that 全省, 全市 or 全区 means: the one that the article told last."""

import re
from functools import cache

from timeline.events.data import rows_of
from timeline.events.story import Story
from timeline.events.text.segmenter import tagged

_OTHERS = ("全", "该", "本", "各", "我", "多", "外", "召开")
"""What begins no name of an area."""
_MUNICIPALITIES = ("北京", "上海", "天津", "重庆")


def area_before(kind: str, story: Story, place: int) -> str | None:
    """The last city, district or the like told before an offset; for 省 a province by its short name too.

    Args:
        kind: the last character of the name: 省, 市, 区, 县, 州, 镇 or 校.
        story: the article.
        place: the offset in its text.
    """
    front = story.plain[:place]
    named = [name for name in _told(kind).findall(front) if not name.startswith(_OTHERS)]
    named = [name for name in named if tagged(name)[0][1][:1] == "n"]
    if kind in ("省", "市"):
        areas = _MUNICIPALITIES if kind == "市" else _provinces()
        last = max(areas, key=lambda name: (front.rfind(name), len(name)))
        at = front.rfind(last)
        if at >= 0 and (not named or at > front.rfind(named[-1])):
            return last
    return named[-1] if named else None


@cache
def _told(kind: str) -> re.Pattern[str]:
    """A name that ends with a kind, at the front of a phrase or behind a larger area: 西湖区 of 杭州市西湖区."""
    plain = r"[^\W\d省市县区州在到赴至于]"
    front = r"(?:[省市州]|(?<![一-鿿])|[在到赴至，。])"
    return re.compile(rf"{front}((?:{plain}{{1,3}}州|{plain}{{2,4}}){kind})(?!长)")


@cache
def _provinces() -> tuple[str, ...]:
    """The provinces, by the names that stand alone."""
    return tuple(next(row[1] for row in rows_of("places.tsv") if row[0] == "province").split())
