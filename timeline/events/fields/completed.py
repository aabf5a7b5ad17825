"""Titles that tell only that something was said, sent, signed or moved, with what or how far from the next clause."""

import re
from dataclasses import replace

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.briefings import with_topic
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.wording import cleaned
from timeline.events.story import Story
from timeline.events.text.atoms import rendered
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified

_BY_ORDER = re.compile(r"令第?[\d〇零一二三四五六七八九十百]+号(?:发布|公布)$")
"""An order that gives out the document whose history tells of it."""
_MOVES = re.compile(r"^[^\d]*(?:[增减]少|增加|增长|下[降滑跌]|上[升涨]|回[升落]|提[升高]|[降走]低)$")
_RATE = re.compile(r"(?:[降增涨跌升]幅|幅度)(?:为|达到?|约|超过?|近|逾)*(?P<rate>\d[\d.]*(?:%|个百分点))$")
"""How far something moved, in the clause behind: 产量下降，降幅为4.3%."""
_POOR_ENDS = word_tuple("poor_ends")
_POOR_VERBS = word_tuple("poor_verbs")
_MORE = word_set("telling_more")
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
    plain = simplified(title.text)
    if story.document and "《" not in plain and _BY_ORDER.search(plain):
        return replace(title, text=f"{title.text}{story.document}")
    listed = _listed(clause, story)
    if listed and title.name is None and visible(title.text) + visible(listed) <= LONGEST:
        return replace(title, text=title.text + listed)
    if title.name is not None or "headline" in title.doubts or not clause.following:
        return title
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
    return replace(title, text=whole) if visible(whole) <= LONGEST and len(told) > 3 else title


def _listed(clause: Clause, story: Story) -> str:
    """、女子跳远、跨栏等9项冠军 behind 产生女子跳高: the rest of a list with commas, as far as its 等 and number."""
    told = ""
    known = story.words.verbs.values()
    whole = any(a.text.startswith("等") for a in clause.atoms)
    for part in clause.following[:6] if not whole else ():
        acts = any(a.tag in ("date", "p", "d", "r") or any(a.text in members for members in known) for a in part)
        if acts or part[0].verbal or len(part) > _LONGEST_MEMBER:
            return ""
        told += "、" + rendered(story.text, part)
        last = next((k for k, a in enumerate(part) if a.text.startswith("等")), None)
        if last is not None:
            return told if last + 1 < len(part) and part[last + 1].tag in ("m", "mq") else ""
    return ""


_LONGEST_MEMBER = 12


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
