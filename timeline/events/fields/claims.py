"""Deeds of war that only one side tells, with who says so in front: 俄国防部称俄军击退….

A side is an army, its ministry, an armed group or 某方; what neutral media tell, and what a headline tells as a fact,
stays as it is.
"""

import re
from dataclasses import replace

from timeline.events.data import word_tuple
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_SIDE = rf"(?P<who>[一-鿿]{{0,12}}?(?:{'|'.join(word_tuple('sides_of_war'))}))(?:发言人)?"
_WHEN = r"(?:（）|还|又|也|则|随后|同时|当天|同一天|当晚|晚|凌晨|此前|方面)*"
_SAYS = r"(?:(?:发表|发布)?(?:书面)?(?:声明|公报|通报)[中里]?)?(?:称|说|表示|宣布|证实|通报)"
_CLAIM = re.compile(rf"(?:^|[，。；：\n])(?:此外|另外|另据|据|同一天|当天)?[，,]?{_SIDE}{_WHEN}{_SAYS}[，,]?")
_DEED = re.compile(
    rf"{'|'.join(word_tuple('deeds_of_war'))}"
    r"|发射[^，]{0,14}(?:导弹|火箭弹|无人机)|造成[^，]{0,12}损失|控制[^，]{0,20}(?:点|镇|村|市|区|地)$"
)
_TOLD = re.compile(r"[称说]|证实|宣布")
_ADDS = re.compile(r"^[^，]{2,12}(?:还|又|也)|^(?:此外|同时)")
_ARMY = re.compile(r"(?P<land>[一-鿿])[^，]{0,6}?军")


def as_claim(title: Title, kind: str, story: Story, index: int, end: int) -> Title:
    """A title with the side in front that alone tells it.

    Args:
        title: the title.
        kind: the type of the event.
        story: its article.
        index: the number of its sentence.
        end: where its clause ends.
    """
    plain = simplified(title.text)
    if kind != "incident" or title.name is not None or "headline" in title.doubts or _TOLD.search(plain[:16]):
        return title
    if not _DEED.search(plain):
        return title
    told, earlier = _told_so_far(story, index, end)
    side = _claimant(told) or (_of_same_side(plain, earlier) if _ADDS.match(told) else "")
    if not side:
        return title
    for who in (side, _briefly(side)):
        told = title.text.removeprefix(who) if who.endswith("军") else title.text
        text = f"{who}称{told.removeprefix(side)}"
        if visible(text) <= LONGEST:
            return replace(title, text=text)
    return title


def _briefly(side: str) -> str:
    """俄国防部 for 俄罗斯国防部, 以军 for 以色列国防军."""
    return _BRIEFLY.sub(lambda match: match[0][0], side).replace("国防军", "军")


_BRIEFLY = re.compile(r"^(?:俄罗斯|乌克兰|以色列|伊朗|叙利亚|黎巴嫩|美国|英国)(?=国防[部军]|军方|空军|海军|方面)")
"""Countries whose first character stands for them where a title would be too long."""


def _claimant(told: str) -> str:
    """The side that says what a sentence tells last."""
    found = list(_CLAIM.finditer(told))
    return found[-1]["who"] if found else ""


def _of_same_side(plain: str, earlier: str) -> str:
    """The side that tells the sentence in front, where the deed is one of its own army."""
    side, army = _claimant(earlier), _ARMY.match(plain)
    return side if army and side.startswith(army["land"]) else ""


def _told_so_far(story: Story, index: int, end: int) -> tuple[str, str]:
    """A sentence without dates as far as a place in it, and the one in front in its line, with which 还 goes on."""
    sentence = story.sentences[index]
    before = story.sentences[index - 1] if index else None
    earlier = story.without_dates(index - 1) if before and before.line == sentence.line else ""
    return story.undated(story.plain, sentence.start, end).strip(), earlier
