"""The country of a region abroad at the front of a title, and the province of a town: 日本石川县, 甘肃定西市."""

import re
from dataclasses import replace
from functools import cache

from timeline.events.data import rows_of, table_of
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
_WITH_BETWEEN = 24
"""The most characters of a country and of that."""


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
    found = _region().match(plain)
    return _lands_of_regions()[found[0]] if found else ""


@cache
def _region() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _lands_of_regions())))


@cache
def _lands_of_regions() -> dict[str, str]:
    """The regions in the order of their rows, each with its country; one that stands twice is that of its first row."""
    rows = [(region, row[0]) for row in rows_of("lands.tsv") for region in row[1].split()]
    lands: dict[str, str] = {}
    for region, land in rows:
        lands.setdefault(region, land)
    return lands


def _told_of(plain: str, story: Story) -> str:
    """The country or province in front of whose place the article tells somewhere: 印尼(鲁昂火山)."""
    area = _AREA.match(plain)
    if area is None or _land().match(plain):
        return ""
    name, text = area["name"], f"{story.title}\n{story.plain}"
    place = text.find(name)
    while place >= 0:
        found = _in_front().search(text[max(0, place - _WITH_BETWEEN) : place])
        if found:
            return found["land"]
        place = text.find(name, place + 1)
    return ""


@cache
def _land() -> re.Pattern[str]:
    return re.compile(_lands())


@cache
def _in_front() -> re.Pattern[str]:
    return re.compile(rf"(?P<land>{_lands()}){_BETWEEN}$")


@cache
def _lands() -> str:
    places = table_of("places.tsv")
    names = [name for kind in ("country", "province") for name in places[kind].split() if name not in _HOME]
    return "|".join(sorted(names, key=len, reverse=True))
