"""Whose a measure is that a title tells without its owner: the country's, the market's, the trade's of an index."""

import re
from dataclasses import replace

from timeline.events.data import table_of
from timeline.events.fields.named import Title
from timeline.events.fields.passages import line_before
from timeline.events.fields.title_words import PROPER, gate_set, gate_words, tagged_title
from timeline.events.story import Story
from timeline.events.text.script import simplified

_PARTS = re.compile(r"^(?:我国)?(?P<part>(?:生产|新订单|新出口订单|从业人员|原材料库存|购进价格|出厂价格)指数)")
"""Parts of the index of purchasing managers, which belong to a trade."""
_TRADE = re.compile(r"(?P<trade>非?制造业|服务业|建筑业)(?:商务活动|采购经理|PMI)")
_TRADED = re.compile(r"^(?:日均|月均)?(?:股基|股票|证券)(?:交易额|成交额|成交量)|^(?:两融|融资)余额")
_MARKET = re.compile(r"A股|港股|美股|沪深(?:两市)?|新三板|北交所")


def measured(title: Title, story: Story, index: int) -> Title:
    """A title with the country, market or trade in front whose measure it tells, where the words before tell that.

    Args:
        title: the title of a figure.
        story: its article.
        index: the number of its sentence.
    """
    plain = simplified(title.text)
    part = _PARTS.match(plain) if "指数" in plain else None
    if part:
        trade = _TRADE.search(story.title) or _TRADE.search(story.plain, 0, _OPENING)
        text = f"{trade['trade']}{title.text[part.start('part') :]}" if trade else title.text
        return replace(title, text=text, doubts=("name taken from before",)) if trade else title
    if _TRADED.match(plain):
        found = _MARKET.findall(line_before(story, index))
        return replace(title, text=f"{found[-1]}{title.text}", doubts=(*title.doubts, _NEAR)) if found else title
    place = _planning_place(plain, story, index)
    if place:
        return replace(title, text=f"{place}{title.text}", doubts=(*title.doubts, _NEAR))
    nation = _nation(story, index) if plain.startswith(gate_words("macro")) and _is_nobodys(plain) else ""
    return replace(title, text=f"{nation}{title.text}", doubts=(*title.doubts, _NEAR)) if nation else title


_OPENING = 200
"""So many characters of an article tell what it is about."""
_NEAR = "name taken from before"


def _sentence(story: Story, index: int) -> str:
    sentence = story.sentences[index]
    return story.plain[sentence.start : sentence.end]


def _planning_place(plain: str, story: Story, index: int) -> str:
    """The place whose plan tells an aim that names nobody: 《某市海洋产业规划》提出，…规模达到1000亿元."""
    front = line_before(story, index) + _sentence(story, index) if "》" in story.line_of(index) else ""
    found = _PLAN.search(front)
    if found is None or any(tag in _OWNERS for _, tag in tagged_title(plain)):
        return ""
    place = found["place"]
    return "" if place in plain or place[:2] in plain else place.removesuffix("市") if len(place) > 2 else place


_OWNERS = frozenset(["nr", "nrt", "ns", "nt"])
_PLAN = re.compile(
    r"《(?P<place>[一-鿿]{2,7}?[省市区县州])(?!域)[^《》]{2,40}(?:规划|计划|方案|纲要|意见)(?:（[^（）]*）)?》(?:提出|明确|指出|要求)"
)


def _is_nobodys(plain: str) -> bool:
    """Whether a title names nobody and nothing but measures."""
    common = gate_set("macro") | gate_set("no_anchors")
    return not any(tag in PROPER and word not in common for word, tag in tagged_title(plain))


def _nation(story: Story, index: int) -> str:
    """The country abroad whose figures the line began to tell: 美国 of 美国官方数据显示…."""
    front = line_before(story, index)
    return next(
        (name for name in table_of("places.tsv")["country"].split() if name != "中国" and front.startswith(name)), ""
    )
