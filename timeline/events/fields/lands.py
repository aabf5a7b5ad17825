"""The country of a region abroad at the front of a title, and the province of a town: 日本石川县, 甘肃定西市."""

import re
from dataclasses import replace
from functools import cache

from timeline.events.data import rows_of
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_HOME = frozenset(["中国", "我国"])
_AREA = re.compile(
    r"(?P<name>[一-鿿·]{2,9}?)(?:州|省|县|市|郡|岛|半岛|火山|镇)(?=[一-鿿·、]{0,24}?(?:发生|出现|遭|进入|发布|宣布|喷发|登陆|爆发|境内|附近|近海|居民|受))"
)
"""A region, a town, an island or a volcano at the front, and what befalls it."""
_BETWEEN = r"(?:[东南西北中]{1,2}部|首都|旅游胜地|沿海)?(?:[一-鿿·-]{2,8}[州省县邦市])?"
"""What may stand between a country and one of its places."""


def with_land(title: Title, story: Story) -> Title:
    """A title with the country or the province in front of the place that it begins with.

    Args:
        title: the title.
        story: its article, which tells the country of a place that ``data/lands.tsv`` does not hold.
    """
    plain = simplified(title.text)
    if title.name is not None or any(land in plain for land in _HOME):
        return title
    land = _of_region(plain) or _told_of(plain, story)
    if not land or land in plain or visible(title.text) + visible(land) > LONGEST:
        return title
    return replace(title, text=land + title.text)


def _of_region(plain: str) -> str:
    """The country of a region that a title begins with."""
    return next((land for region, land in _regions() if plain.startswith(region)), "")


@cache
def _regions() -> tuple[tuple[str, str], ...]:
    return tuple((region, row[0]) for row in rows_of("lands.tsv") for region in row[1].split())


def _told_of(plain: str, story: Story) -> str:
    """The country or province in front of whose place the article tells somewhere: 印尼(鲁昂火山)."""
    area = _AREA.match(plain)
    if area is None or re.match(_lands(), plain):
        return ""
    name = area["name"]
    found = re.search(rf"(?P<land>{_lands()}){_BETWEEN}{re.escape(name)}", f"{story.title}\n{story.plain}")
    return found["land"] if found else ""


@cache
def _lands() -> str:
    rows = {row[0]: row[1].split() for row in rows_of("places.tsv")}
    names = [name for name in (*rows["country"], *rows["province"]) if name not in _HOME]
    return "|".join(sorted(names, key=len, reverse=True))
