"""Who foretells a figure: the body in front of 预计, or the one whose report the sentences before tell of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.fields.passages import back_from
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import PROPER, gate_words, tagged_title
from timeline.events.story import Story
from timeline.events.text.grammar import is_organisation
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_FORETELL = r"(?:预计|预测|预估|估算|测算|预期)"
_CLAUSE = r"(?:^|[，。；：、\n“”])\s*"
_LEADS = r"(?:但|而|另外|此外|同时|其中|根据|依据|按照|据|另据)?[，]?"
_WHO = r"(?P<who>[A-Za-z一-鿿][A-Za-z一-鿿&. ]{1,30}?)\s?"
_PAPER = r"(?:最新)?(?:研报|研究报告|报告|数据|分析|秘书处报告)?"
_FORETELLER = re.compile(rf"{_CLAUSE}{_LEADS}{_WHO}{_PAPER}(?:还|也|则|均|曾|将|最新|普遍)?{_FORETELL}")
_GIVER = re.compile(
    rf"{_CLAUSE}{_LEADS}{_WHO}在?(?:近日|最新|还)*"
    rf"(?:(?:公布|发布|发表|刊发|出版|上调|下调|预计|预测)了?的?[^，。；：]{{0,8}}?|的?(?:最新)?)"
    rf"(?:《[^《》\n]{{2,30}}》|报告|研报|预期|预测|预计)"
)
_ITSELF = ("报告", "机构", "该组织", "该行", "公司", "其", "研报", "并", "他", "她")
_POINTS = re.compile(
    rf"(?:^|[，。；：、“”《])(?:该|这一|这份)?(?:报告|机构|组织|研报)》?(?:还|也|则)?(?:{_FORETELL}|称|指出|显示|认为)|^其中"
)
_FRONT = re.compile(r"^预[计测估]")
_INSIDE = re.compile(
    r"^(?P<what>[^，。]{2,24}?(?:经济|国内生产总值|GDP|出货量|销量|贸易量?|市场规模|增速|产量|制造业|产业|行业))(?P<by>预计|预期|有望)(?P<rest>将?.*\d.*)"
)
_OF_ITS_OWN = re.compile(r"^预[计测估](?:全国|全社会|今[天日晚]|明[天日])")


_LONG = frozenset(["month", "quarter", "half", "season", "year", "decade"])


def is_long_forecast(kind: str, granularity: str) -> bool:
    """Whether an event tells a figure of a month or more, which is foretold by somebody; those of a day are planned."""
    return kind in ("statistic", "market") and granularity in _LONG


def with_forecaster(title: Title, story: Story, index: int) -> Title | None:
    """The title of a foretold figure of a long time with who foretells it; None where nothing tells that.

    Args:
        title: the title, which tells 预计 in front or behind what the figure is of.
        story: its article.
        index: the number of its sentence.
    """
    plain = simplified(title.text)
    inside = _INSIDE.match(plain)
    if not inside and not _FRONT.match(plain):
        return title
    who = _forecaster(story, index, plain)
    if who is None or (_is_observer(simplified(who)) and not is_organisation(simplified(who), story.words)):
        return title if inside else None
    told = title.text[2:] if not inside else _without(title.text, inside)
    text = f"{who}预计{told}"
    return replace(title, text=text) if visible(text) <= LONGEST else title


def _without(text: str, inside: re.Match[str]) -> str:
    """A title without the word that foretells inside it."""
    rest = text[inside.end("by") :]
    link = "为" if inside["by"] == "预期" and rest[:1].isdigit() else ""
    return f"{text[: inside.end('what')]}{link}{rest.removeprefix('将').removeprefix('会')}"


def _forecaster(story: Story, index: int, told: str) -> str | None:
    """The nearest body that foretells, or whose report a sentence goes on with; an observer without a name as well."""
    points = _POINTS.search(story.without_dates(index)) is not None
    for k, (plain, text) in enumerate(_passages(story, index)):
        for pattern in (_FORETELLER, _GIVER) if k == 0 or points else (_FORETELLER,):
            for match in reversed(list(pattern.finditer(plain))):
                who = match["who"].strip()
                if who.endswith(_ITSELF) or who[:4] in told:
                    continue
                if _is_observer(who) and not is_organisation(who, story.words):
                    return who
                if _is_body(who, story):
                    begin = match.start("who")
                    return text[begin : match.end("who")].strip() if len(text) == len(plain) else who
    return None


def _passages(story: Story, index: int) -> Iterator[tuple[str, str]]:
    """The sentence, those before it from the nearest, the headings and the headline, without dates; also as written."""
    for sentence in back_from(story, index):
        bounds = (sentence.start, sentence.end)
        yield story.undated(story.plain, *bounds), story.undated(story.text, *bounds)
    for heading in (*story.headings_above(index), story.title):
        yield simplified(heading), heading


def _is_observer(who: str) -> bool:
    return any(word in who for word in (*gate_words("observers"), "市场", "首席"))


def _is_body(who: str, story: Story) -> bool:
    """Whether a name is that of a body: nouns alone, with a name or an ending of organisations."""
    words = tagged_title(who)
    body = is_organisation(who, story.words) or who.endswith("组织")
    nouns = words[:-1] if body else words
    nominal = all(tag[:1] in "njbae" or tag in ("vn", "x", "s", "f", "m") for _, tag in nouns)
    named = body or any(tag in PROPER for _, tag in words)
    lone = len(words) == 1 and words[0][1] in ("ns", "nr")
    return nominal and named and not (lone and not who.endswith(("社", "署", "局")))
