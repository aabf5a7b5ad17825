"""The firm of a figure of its books that a title tells without it (营收, 毛利率): the one whose report speaks."""

import re
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.fields.passages import back_from
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import PROPER, tagged_title
from timeline.events.story import Story
from timeline.events.text.grammar import is_organisation
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_BARE = re.compile(
    r"(?:单季|当季|报告期内?|期内)?(?:公司)?(?:共|合计)?(?:实现|录得)?(?:营业总?收入|营收|净利润|归母净利润|扣非净利润|毛利率?)[^，]{0,6}?\d"
)
_PART = re.compile(r"[^，\d]{2,10}?(?:收入占比|营收占比|毛利率|净利率|收入占[^，]{0,6}比[重例])[^，]*\d")
_STRIPPED = re.compile(r"^(?:单季|当季|报告期内?|期内)?(?:公司)?")
_REPORT = re.compile(
    r"(?:^|[，。；：\n“”])\s*(?:据|根据|而)?(?P<who>[A-Z][A-Za-z&]{1,16}|[一-鿿]{2,10}?)(?:（[^（）]{0,16}）)?"
    r"(?:于|近日|最新|晚间?|早间|盘后|日前)*(?:发布|披露|公布|公告|交出|递交|提交)?了?的?(?:未经审计)?"
    r"(?:[^，。；]{0,4}(?:财报|财务报表|[年季中]报|半年报|业绩预告|业绩快报|业绩|招股书|招股说明书))"
)


def of_firm(title: Title, story: Story, index: int) -> Title:
    """某股份营收73亿元 for 单季公司营收73亿元: the firm whose report the words before tell of, else the headline's.

    Args:
        title: the title of a figure.
        story: its article.
        index: the number of its sentence.
    """
    plain = simplified(title.text)
    bare = _BARE.match(plain)
    if not bare and not _PART.match(plain):
        return title
    if any(
        (tag in PROPER and tag != "j") or word in ("我国", "全国", "行业", "央企", "国企")
        for word, tag in tagged_title(plain)
    ):
        return title
    owner = _reporting(story, index)
    doubt = "name taken from before" if owner else "name taken from the headline"
    owner = owner or story.owner() or ""
    stripped = _STRIPPED.match(plain) if bare else None
    rest = title.text[stripped.end() :] if stripped else title.text
    if not owner or not _is_firm(simplified(owner), story) or visible(owner) + visible(rest) > LONGEST:
        return title
    return replace(title, text=f"{owner}{rest}", doubts=(*title.doubts, doubt))


def _reporting(story: Story, index: int) -> str:
    """The firm whose report is told last in front of a sentence in its line and the one above."""
    for sentence in back_from(story, index):
        for match in reversed(list(_REPORT.finditer(story.undated(story.plain, sentence.start, sentence.end)))):
            if _is_firm(match["who"], story):
                return match["who"]
    return ""


def _is_firm(who: str, story: Story) -> bool:
    words = tagged_title(who)
    nouns = all(tag[:1] in "njbaes" or tag in ("vn", "x") for _, tag in words)
    named = any(tag in PROPER for _, tag in words) or is_organisation(who, story.words)
    return nouns and named and not all(tag == "ns" for _, tag in words)
