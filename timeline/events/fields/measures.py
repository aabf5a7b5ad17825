"""Whose a measure is that a title tells without its owner: the country's, the market's, the trade's of an index."""

import re
from dataclasses import replace

from timeline.events.data import table_of
from timeline.events.fields.named import Title
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
    part = _PARTS.match(plain)
    if part:
        trade = _TRADE.search(story.title) or _TRADE.search(story.plain, 0, _OPENING)
        text = f"{trade['trade']}{title.text[part.start('part') :]}" if trade else title.text
        return replace(title, text=text, doubts=("name taken from before",)) if trade else title
    front = _before(story, index)
    if _TRADED.match(plain):
        found = _MARKET.findall(front)
        return replace(title, text=f"{found[-1]}{title.text}", doubts=(*title.doubts, _NEAR)) if found else title
    nation = _nation(plain, front)
    return replace(title, text=f"{nation}{title.text}", doubts=(*title.doubts, _NEAR)) if nation else title


_OPENING = 200
"""So many characters of an article tell what it is about."""
_NEAR = "name taken from before"


def _before(story: Story, index: int) -> str:
    """What stands in front of a sentence in its line."""
    line = story.sentences[index].line
    start = next(s.start for s in story.sentences if s.line == line)
    return story.plain[start : story.sentences[index].start]


def _nation(plain: str, front: str) -> str:
    """The country abroad whose figures the line began to tell: 美国 of 美国官方数据显示…; a title names none itself."""
    words = tagged_title(plain)
    macro = bool(words) and plain.startswith(gate_words("macro"))
    common = gate_set("macro") | gate_set("no_anchors")
    if not macro or any(tag in PROPER and word not in common for word, tag in words):
        return ""
    return next(
        (name for name in table_of("places.tsv")["country"].split() if name != "中国" and front.startswith(name)), ""
    )
