"""Titles that tell only that something was said, sent, signed or moved, with what or how far from the next clause."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.briefings import with_topic
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.wording import cleaned
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, has_figure, rendered
from timeline.events.text.grammar import known_verbs
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified

_BY_ORDER = re.compile(r"令第?[\d〇零一二三四五六七八九十百]+号(?:发布|公布)$")
"""An order that gives out the document whose history tells of it."""
_MOVES = re.compile(r"^[^\d]*(?:[增减]少|增加|增长|下[降滑跌]|上[升涨]|回[升落]|提[升高]|[降走]低)$")
_RATE = re.compile(r"(?:[降增涨跌升]幅|幅度)(?:为|达到?|约|超过?|近|逾)*(?P<rate>\d[\d.]*(?:%|个百分点))$")
"""How far something moved, in the clause behind: 产量下降，降幅为4.3%."""
_LEAVES = re.compile(r"乘(?:专机|包机|机|飞机)(?:离开|抵达|前往|离京)[^，]{0,16}$|抵达[^，]{2,12}$")
_VISIT = re.compile(
    r"(?:应[^，。]{2,40}邀请)?(?P<begins>开始)?(?P<visit>对(?!华)[^，。对]{2,16}进行(?!为期)[^，。]{0,8}访问)$"
)
"""A visit that somebody leaves or arrives for, told in the clauses behind."""
_POOR_ENDS = word_tuple("poor_ends")
_POOR_VERBS = word_tuple("poor_verbs")
_MORE = word_set("telling_more")
_DAY_OF_SHARES = re.compile(
    r"(?:高开高走|高开低走|低开高走|低开低走|冲高回落|探底回升|震荡走[高低]|[高低]开\d[\d.]*%)$"
)
"""How a price moved on a day, of which the clause behind tells where it came to."""
_ADDING = frozenset(["并", "还", "也", "同时"])
_PEOPLE = frozenset(["他", "她", "其", "他们", "她们", "它", "对方"])


def completed(title: Title, clause: Clause, story: Story) -> Title:
    """致电某某 with 祝贺当选总统 behind the comma; 产量下降 with 4.3% of 降幅为4.3%; 国务院令公布 with its 《某条例》.

    Args:
        title: the title of the clause.
        clause: the clause, with those behind it.
        story: its article.
    """
    title = with_topic(title, clause, story)
    aim = _AIM.match(title.text) if title.name is None and "的目标" in title.text else None
    title = replace(title, text=aim["aim"]) if aim else title
    plain = simplified(title.text)
    if story.document and "《" not in plain and _BY_ORDER.search(plain):
        return replace(title, text=f"{title.text}{story.document}")
    move = _DAY_OF_SHARES.search(plain) if clause.following else None
    if move and clause.following[0][0].text in ("收盘", "收涨", "收跌", "收报") and has_figure(clause.following[0]):
        told = title.text[: move.start()] + rendered(story.text, clause.following[0])
        title = replace(title, text=told) if visible(told) <= LONGEST else title
    listed = _listed(clause, story) if title.name is None else ""
    if listed and visible(title.text) + visible(listed) <= LONGEST:
        return replace(title, text=title.text + listed)
    if title.name is not None or "headline" in title.doubts or not clause.following:
        return title
    title = _with_last(_with_figure(_with_use(title, clause, story), clause, story), clause)
    leaves = _LEAVES.search(plain) if "乘" in plain or "抵达" in plain else None
    visit = _VISIT.match("".join(a.text for part in clause.following[:2] for a in part)) if leaves else None
    if visit and visible(title.text + visit["visit"]) <= LONGEST:
        return replace(title, text=f"{title.text}{visit['begins'] or ''}{visit['visit']}")
    rate = _RATE.match("".join(a.text for a in clause.following[0]))
    if rate and _MOVES.search(plain):
        return replace(title, text=f"{title.text}{rate['rate']}")
    if not _is_poor(plain):
        return title
    raw = clause.following[0]
    taken = 2 if raw and raw[0].text in ("将", "把") else 0
    following = [*raw[:taken], *cleaned(raw[taken:], story.words)]
    acts = len(following) > taken and following[taken].text.rstrip("了") in _MORE
    if not acts or raw[0].text in _ADDING or any(a.tag == "date" for a in following[taken:]):
        return title
    told = rendered(story.text, [a for k, a in enumerate(following) if not (k == 1 and a.text in _PEOPLE)])
    whole = f"{title.text}{told}"
    more = len(told) > 3 and told not in title.text
    return replace(title, text=whole) if visible(whole) <= LONGEST and more else title


def _listed(clause: Clause, story: Story) -> str:
    """、女子跳远、跨栏等9项冠军 behind 产生女子跳高: the rest of a list with commas, as far as its 等 and number."""
    told = ""
    known = known_verbs(story.words)
    if any(a.text.startswith("等") for a in clause.atoms):
        return ""
    for part in clause.following[:6]:
        if part[0].verbal or len(part) > _LONGEST_MEMBER:
            return ""
        if any(a.tag in ("date", "p", "d", "r") or a.text in known for a in part):
            return ""
        told += "、" + rendered(story.text, part)
        last = next((k for k, a in enumerate(part) if a.text.startswith("等")), None)
        if last is not None:
            return told if last + 1 < len(part) and part[last + 1].tag in ("m", "mq") else ""
    return ""


_LONGEST_MEMBER = 12


def _with_use(title: Title, clause: Clause, story: Story) -> Title:
    """A sum with what it is spent on: 我国投入132亿元支持清洁供暖改造."""
    raw = clause.following[0]
    plain = simplified(title.text)
    if (
        not plain.endswith("元")
        or not _SPENT.search(plain)
        or raw[0].text not in _USES
        or any(a.tag == "date" for a in raw)
    ):
        return title
    text = f"{title.text}{rendered(story.text, cleaned(raw, story.words))}"
    return replace(title, text=text) if visible(text) <= LONGEST else title


def _with_last(title: Title, clause: Clause) -> Title:
    """The last figure of a row of three: 从79%升至86%，进一步增至88% becomes 从79%升至88%."""
    rise = _RISE.search(title.text)
    last = _FURTHER.match("".join(a.text for a in clause.following[0])) if rise else None
    return replace(title, text=title.text[: rise.start("to")] + last["to"]) if rise and last else title


def _with_figure(title: Title, clause: Clause, story: Story) -> Title:
    """The figure of a market instead of how it moved: 沪指报4151点，涨0.27% behind 三大指数涨跌不一."""
    plain = simplified(title.text)
    moved = _MOVED.fullmatch(plain) if plain[-1:] in _MOVED_ENDS else None
    if moved is None:
        return title
    parts = [part for part in clause.following[:3] if part and part[0].text not in ("截至", "截止", "其中")]
    place = next((k for k, part in enumerate(parts[:2]) if _has_figure(part)), None)
    if place is None or not parts[place][0].nominal or any(a.tag == "date" for a in parts[place]):
        return title
    text = rendered(story.text, cleaned(parts[place], story.words))
    if parts[place][0].text in _MEMBERS or "".join(a.text for a in parts[place][:3]).startswith(_MEMBERS):
        text = f"{title.text[: moved.end('market')]}{text}"
    behind = parts[place + 1] if place + 1 < len(parts) else ()
    if behind and behind[0].text[0] in "涨跌升降报" and _has_figure(behind):
        text = f"{text}，{rendered(story.text, cleaned(behind, story.words))}"
    return replace(title, text=text) if visible(text) <= LONGEST else title


def _has_figure(part: Sequence[Atom]) -> bool:
    return any(c.isdigit() for a in part for c in a.text)


_AIM = re.compile(r"(?P<aim>(?!.*[“《])[^，]*\d[^，的]*)的目标(?!是|为|价)[^，]*$")
"""A figure that is called a target: 总额增长3%左右的目标."""
_SPENT = re.compile(
    r"(?:投入|安排|下达|拨付|筹集|筹措)(?:专项)?(?:补助)?(?:资金)?[约近超]*[\d.]+[余多]?(?:万亿|亿|万)?[余多]?元$"
)
_USES = frozenset(["支持", "用于", "推动", "推进", "帮助", "补助", "实施"])
_RISE = re.compile(
    r"从[\d.]+(?P<unit>[%万亿元千百人家个]+)[^，]{0,2}[升增降长加落]至(?P<to>[\d.]+[%万亿元千百人家个]+)$"
)
_FURTHER = re.compile(
    r"(?:再|又|并)?(?:进一步|继续|随后|再)?[一-鿿]?[升增降长加落]至(?P<to>[\d.]+[%万亿元千百人家个]+)$"
)
_MOVED = re.compile(
    r"(?P<market>(?:[A-Z一-鿿](?!全天|今天|三大))*?(?:[股市盘]|[^三]))(?:市场)?(?:三大(?:股指|指数)|主要股指)?(?:全天|早盘|午后)?"
    r"(?:集体|全线|双双|震荡)*(?:涨跌不一|涨跌互现|[上下]行|[上下]挫|上攻|上涨|下跌|收涨|收跌|高开|低开|走[高低强弱]|走势分化|分化)"
)
"""How a market moved, without a figure."""
_MOVED_ENDS = frozenset("一现行挫攻涨跌开高低强弱化")
"""The last characters of what such a title ends with."""
_MEMBERS = ("三大指数", "三大股指", "主要股指", "两市", "个股", "指数")


def as_forecast(title: Title, kind: str, lead: str, clause: Clause, *, foreseen: bool = False) -> Title:
    """A figure that somebody foretells with 预计 in front: 报告预计，今年经济增长5.2%.

    Args:
        title: the title.
        kind: the type of the event.
        lead: the clause in front.
        clause: the clause that tells it.
        foreseen: whether it goes on with what somebody foretells.
    """
    told = foreseen or _FORETELLS.search(lead) or any(a.text in _FORETELLING for a in (*clause.frame, *clause.head))
    if kind not in _FORETOLD or not told:
        return title
    text = title.text
    if not _FORESEEN.search(simplified(text)):
        will = _WILL.search(simplified(text))
        text = text[: will.start()] + text[will.end() :] if will else text
        text = text if "将" in simplified(text) or visible(text) > LONGEST - 2 else f"预计{text}"
    return replace(title, text=text)


_FORETOLD = frozenset(["statistic", "market", "target"])
_FORETELLS = re.compile(r"(?:预计|预测|预估)$")
_FORETELLING = frozenset(["预计", "预测", "预估"])
_FORESEEN = re.compile(r"预计|预测|预估|预期|目标|计划|有望|可能|或|至少|要")
_WILL = re.compile(r"将会?(?=[为达增减上下超突破有推带来提贡降升涨跌翻占至])")


def _is_poor(plain: str) -> bool:
    """Whether a title ends with a paper or a call, or tells a message and whom it went to."""
    return plain.endswith(_POOR_ENDS) or any(verb in plain[-14:] for verb in _POOR_VERBS)
