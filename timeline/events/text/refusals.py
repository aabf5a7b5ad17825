"""Dates that date no event: bases of comparison, reporting, names, circumstances, what day it is."""

import re
from collections.abc import Sequence

from schemas import Expression
from timeline.events.data import word_set, word_tuple
from timeline.events.text.atoms import Atom
from timeline.events.text.comparisons import compares
from timeline.events.text.contents import content_of
from timeline.events.text.grammar import event_name_type, has_predicate, in_class, strip_front
from timeline.events.text.outcomes import Refusal
from timeline.events.words import Words

TELLS_THE_DAY = "tells what day it is"
"""The refusal of a named day that a sentence is about."""


_TO_A_FEAST = frozenset(["将", "把", "给", "让", "使", "中国", "中华"])
"""In front of a feast these make it a thing that is spoken of: 给春节带来, 中国春节不但…."""


def refusal_of(
    segment: Sequence[Atom], i: int, before: Sequence[Atom], after: Sequence[Atom], words: Words
) -> Refusal | None:
    """Why the date at ``segment[i]`` dates nothing, as its own clause shows; None where it may date something.

    Args:
        segment: the clause of the date.
        i: the place of the date.
        before: the words in front of it, without what leads it in.
        after: the words behind it, without what trails it.
        words: the word lists.
    """
    if i and segment[i - 1].text == "的" and segment[i].text in ("今天", "今日", "当下"):
        return Refusal("vague", "these days")
    if i and segment[i - 1].text in _TO_A_FEAST and _is_feast(segment[i].expression):
        return Refusal("name", "a feast that something is done to")
    if i and segment[i - 1].text in ("将", "把") and _REVISED.search("".join(a.text for a in segment[i + 1 :])):
        return Refusal("name", "the period that a forecast is of")
    if compares(segment[:i], before, segment[i + 1 :]):
        return Refusal("background", "base of a comparison")
    expression = segment[i].expression
    if expression is not None and expression.relation == "after":
        return Refusal("vague", "some time after the date")
    if (after and after[0].text in _NEAR_A_DAY) or _near_a_feast(segment, i):
        return Refusal("vague", "some day near the date")
    if _is_of_life(before, after):
        return Refusal("background", "when somebody was born or began to work")
    if _counted_from_deed(segment, i):
        return Refusal("vague", "counted from what its clause tells")
    if i > 1 and segment[i - 1].text in ("至", "到", "—", "-") and _repeats(segment[i - 2]):
        return Refusal("recurring", "the end of what repeats")
    front = [a.text for a in segment[:i]]
    if not _SUPPOSING.isdisjoint(front):
        return Refusal("background", "a supposition")
    led = "".join(front[-2:]).strip()
    if led.endswith(_ORIGINS) and (not after or after[0].tag == "stop"):
        return Refusal("background", "since when something has been going on")
    if led.endswith(("到", "及")) and _SPOKEN_OF.search(led):
        return Refusal("background", "what somebody speaks of")
    if not _TOPICAL.isdisjoint(front) or _ends_growth(segment, i):
        return Refusal("background", "inside a phrase of another clause")
    if _put_off(segment, i):
        return Refusal("background", "the old date of what was put off")
    if _in_relative(segment, i):
        return Refusal("background", "dates a relative clause")
    if _inside_name(segment, i, words):
        return Refusal("name", "a period inside a name")
    if _among_others(segment, i):
        return Refusal("no clause", "several dates share several figures")
    if _inside_phrase(segment, i):
        return Refusal("background", "inside a phrase of another clause")
    if _tells_the_day(segment, i, words):
        return Refusal("background", TELLS_THE_DAY)
    if not _FIRST_PERSON.isdisjoint(front) or (after and after[0].text in _FIRST_PERSON):
        return Refusal("speech", "told in the first or second person")
    if led.endswith(("至", "到")) and _LASTS.search("".join(front[-4:])):
        return Refusal("duration", "the end of what lasts")
    if _names_edition(segment, i, words):
        return Refusal("name", "the year of what is published")
    if _in_object(segment, i, words):
        return Refusal("background", "modifies the object of the verb before it")
    return content_of(segment, i, after, words)


_REVISED = re.compile(
    r"(?:预期|预测|预估|指引|目标)(?:值|价)?[^，]{0,24}(?:[上下]调|调[整高低]|[上下]修|提高|降低|维持)"
)
"""What is said to be raised or lowered of a period to come: 将今年增长预期上调至5.2%."""
_ORIGINS = ("始于", "源于", "追溯到", "追溯至")
_TOPICAL = frozenset(["围绕", "涉及"])
"""What leads in what something is about: 收到传票，涉及某人2025年的证词."""


def _is_feast(expression: Expression | None) -> bool:
    return expression is not None and expression.rule in ("festival", "break")


def _near_a_feast(segment: Sequence[Atom], i: int) -> bool:
    """春节即将到来, 中秋、国庆假期刚过: the feast is told to be near, and nothing to happen on it."""
    expression = segment[i].expression
    named = expression is not None and expression.rule.startswith(_NAMED_DAYS)
    while named and i + 2 < len(segment) and segment[i + 1].text in ("、", "和") and segment[i + 2].tag == "date":
        i += 2
    return named and _NEAR.match("".join(a.text for a in segment[i + 1 : i + 5])) is not None


_NAMED_DAYS = ("festival", "break", "solar_term", "new_year", "joint_break")
_NEAR = re.compile(
    r"[”’」]?(?:佳节|假期|长假)?(?:即将|马上|就要|快要|日益|日渐)?"
    r"(?:来临|到来|临近|将至|在即|刚过|刚刚过|过后|结束|渐近|接近尾声|进入尾声|落下帷幕|过半)"
)


def _is_of_life(before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """某人1973年9月出生, 生于1953年: the date is a person's, and no news."""
    behind = "".join(a.text for a in after[:3]) if after and after[0].text[0] in "出生参入加" else ""
    return bool(_LIFE.match(behind)) or (bool(before) and before[-1].text in _BORN)


_LIFE = re.compile(r"(?:出生(?![地率人时])|生于|生人(?:$|，)|参加工作|入党(?:$|，)|加入中国共产党)")
_BORN = frozenset(["生于", "出生于", "出生在", "出生"])


def _put_off(segment: Sequence[Atom], i: int) -> bool:
    """从6月1日延至7月9日: the first date is the old one."""
    led = i > 0 and segment[i - 1].text in ("从", "由", "自")
    return led and any(a.text.rstrip("至到") in _PUTTING_OFF for a in segment[i + 1 : i + 3])


def _ends_growth(segment: Sequence[Atom], i: int) -> bool:
    """从诞生到今天: the end of a span that begins with no date."""
    if not i or segment[i - 1].text not in ("到", "至"):
        return False
    opened = next((k for k in range(i - 2, max(-1, i - 8), -1) if segment[k].text in ("从", "自")), None)
    return opened is not None and not any(a.tag in ("date", "m") for a in segment[opened:i])


def _in_relative(segment: Sequence[Atom], i: int) -> bool:
    """周四涨破120美元的白银周五跌破100美元: the first date stays in its modifier."""
    closed = next((k for k in range(i + 2, len(segment)) if segment[k].text == "的"), None)
    if closed is None or any(a.text.startswith(("原", "定于", "订于")) for a in segment[:i]):
        return False
    if segment[i + 1].text in _MATURING:
        return True
    own = segment[i].expression
    return any(
        a.expression is not None and own is not None and a.expression.granularity == own.granularity
        for a in segment[closed + 1 :]
    )


def _repeats(atom: Atom) -> bool:
    return atom.expression is not None and atom.expression.type == "SET"


def circumstance_of(before: Sequence[Atom]) -> Refusal | None:
    """A date inside 为了…, 随着… or 由于…, which tells no event of its own."""
    return Refusal("background", "tells a circumstance") if before and before[0].text in _CIRCUMSTANCE else None


_CIRCUMSTANCE = word_set("circumstance")


def reported(before: Sequence[Atom], after: Sequence[Atom], words: Words) -> bool:
    """记者今天从某局了解到, 来看今天的报道: the date is that of the report."""
    front = strip_front(before, words.lists["connectives"]) or list(after)
    if front and front[0].text in ("记者", "笔者", "来看", "一起来看"):
        return True
    if (
        before
        and before[0].text in ("据", "根据", "按照", "综合")
        and after
        and any(
            in_class(a, "speech", words) or a.text in ("报道", "消息", "数据", "公告", "发布", "公布", "通报", "披露")
            for a in after
        )
    ):
        return True
    whole = [*before, *after]
    if any(a.tag == "work" for a in whole):
        return False
    return (
        bool(whole)
        and whole[-1].text in ("显示", "表明", "获悉")
        and any(a.text in ("发布", "公布", "披露", "数据") for a in whole)
        and bool(before)
    )


_PLANS = word_tuple("plans")


def _inside_name(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """“十四五”规划, 大型春节庆祝活动: a named period between words of one name."""
    rest = [a for a in segment[i + 1 :] if a.tag != "x"]
    date = segment[i].expression
    if rest and date is not None and date.rule == "zodiac_year" and rest[0].tag in _NAMING:
        return True
    if not rest or any(c.isdigit() or c in "今昨明前后上下去本当年月日周" for c in segment[i].text):
        return False
    if "五" in segment[i].text[-3:] and _leads_to_plan(rest):
        return True
    if event_name_type(rest[0].text, words) or rest[0].text in _FESTIVE:
        return True
    front = next((a for a in reversed(segment[:i]) if a.text not in "“‘「"), None)
    tags = ("n", "b", "a", "m", "q", "nz", "vn", "quote", "work")
    return front is not None and front.tag in tags and rest[0].nominal


def _leads_to_plan(rest: Sequence[Atom]) -> bool:
    """Whether a plan's name goes on behind a five-year period: “十五五”新兴产业和未来产业发展规划."""
    for atom in rest:
        if atom.text.startswith(_PLANS):
            return True
        if not (atom.nominal or atom.text in ("和", "与", "、", "未来")):
            return False
    return False


def _among_others(segment: Sequence[Atom], i: int) -> bool:
    """2023年、2024年…分别为: dates in a row that share a row of figures."""
    row = any(
        segment[k].text in ("、", "和", "及")
        and 0 < k < len(segment) - 1
        and segment[k - 1].tag == segment[k + 1].tag == "date"
        for k in (i - 1, i + 1)
        if 0 <= k < len(segment)
    )
    if not row:
        return False
    near, behind = segment[max(0, i - 6) : i], segment[i + 1 :]
    each = any(a.text in _EACH or a.text.startswith("分别") for a in (*near, *behind))
    figures = _FIGURES.search("".join(a.text for a in behind)) is not None
    return each or figures or sum(a.text in ("、", "和", "及") for a in behind) >= 2


_EACH = word_set("each")
_FIGURES = re.compile(r"\d[^、和，]{0,4}[、和]\d")
_NEAR_A_DAY = word_set("near_a_day")


def _counted_from_deed(segment: Sequence[Atom], i: int) -> bool:
    """易主逾一年后: the length is counted from the deed in front of it, whose day nobody tells."""
    words = segment[i].text
    if words in _THAT_DAY and i > 1 and segment[i - 1].verbal and segment[i - 2].tag in ("nr", "nrt", "n"):
        return True
    if not words.endswith("后") or not any(unit in words for unit in "年月周天") or segment[i].expression is None:
        return False
    place = i - 1
    while place >= 0 and segment[place].text in _ABOUT:
        place -= 1
    return place >= 0 and segment[place].verbal and segment[place].text not in _LEADING


_THAT_DAY = frozenset(["当天", "当日", "当晚"])
_ABOUT = word_set("about")
_LEADING = word_set("leading_verbs")


_PHRASAL = word_set("phrasal")


def _inside_phrase(segment: Sequence[Atom], i: int) -> bool:
    """因24日的行动: the date stands behind a preposition that takes a noun."""
    place = i - 1
    while place >= 0 and segment[place].tag == "x":
        place -= 1
    return place >= 0 and segment[place].text in _PHRASAL


_PUTTING_OFF = word_set("putting_off")
_FESTIVE = word_set("festive")
_NAMING = frozenset(["n", "nz", "vn"])
_SUPPOSING = word_set("supposing")
_TAKING_NOUNS = word_set("taking_nouns")
_ALLOTTING = word_tuple("allotting")
_FIRST_PERSON = word_set("first_person")
_BEING = word_set("being")


def _tells_the_day(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """今天是建军节, 庆祝春节: the day is what is spoken of, and not when something happens."""
    place = i - 1
    while place >= 0 and segment[place].tag == "x":
        place -= 1
    if place < 0:
        return False
    last = segment[place]
    if last.text in _BEING:
        return True
    led = last.text in ("将", "把")
    named = (led or last.verbal) and not any(c.isdigit() or c in "今昨明前后上下去本当年月日" for c in segment[i].text)
    if named and led and i + 1 < len(segment) and segment[i + 1].text[:2] not in ("期间", "假期"):
        return True
    return named and last.verbal and last.text not in words.lists["leads"] and last.text not in ("到", "至")


_MATURING = frozenset(["到期", "届满", "期满"])
_SPOKEN_OF = re.compile(r"(?:谈|提|说|聊)[到及]$")
_LASTS = re.compile(
    r"(?:持续|延续|展出|一直|延长|延展|保留|沿用|有效期?|续约|签约|续签|租借|缺阵|停赛|禁赛|任期|合同)(?:至|到)$"
)


_NUMBERED = re.compile(r"第[\d一二三四五六七八九十百]+[号届]|\d+号(?:文件|令|公告|通知|台风)")


def _names_edition(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """2025年试点县名单公布, 三季度财报公布: the period belongs to what is published, and tells not when."""
    date, rest = segment[i].expression, segment[i + 1 :]
    if date is None or len(rest) < 2 or not rest[0].nominal or any(a.tag == "work" for a in rest):
        return False
    if date.granularity == "year" and not i and in_class(rest[-1], "document", words):
        return True
    led = i > 0 and segment[i - 1].verbal and rest[0].text[:1] == "第"
    if date.granularity == "year" and (led or _NUMBERED.match("".join(a.text for a in rest[:3]))):
        return True
    counted = any(a.text.endswith(_COUNTS) for a in rest[:-1]) and not any(c.isdigit() for a in rest for c in a.text)
    return counted and date.granularity in _PERIODS and rest[-1].text in _RELEASED


_PERIODS = frozenset(["year", "half", "quarter", "month", "season"])
_COUNTS = word_tuple("counts")
_RELEASED = word_set("released")


def _in_object(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """公布了2025年试点县名单: the date belongs to a noun that is the object of a verb before it."""
    place = i - 1
    date = segment[i].expression
    while place > 1 and segment[place].text in ("、", "和") and segment[place - 1].tag == "date":
        place -= 2
    rest = segment[i + 1 :]
    if i and segment[i - 1].text in ("截至", "截止"):
        place -= 1
        rest = [a for a in rest if a.tag != "date"]
    while place >= 0 and segment[place].text in ("了", "过"):
        place -= 1
    if date is not None and date.granularity == "year":
        if place >= 0 and segment[place].text.endswith(_ALLOTTING):
            return True
        while place >= 0 and segment[place].nominal and not segment[place].verbal and place > i - 6:
            place -= 1
    if place < 0 or not segment[place].verbal or segment[place].text in words.lists["leads"]:
        return False
    if in_class(segment[place], "complement", words) and segment[place].text not in _TAKING_NOUNS:
        return False
    opening = bool(rest) and (rest[0].nominal or rest[0].tag == "r" or rest[0].text in ("的", "以来"))
    plain = bool(rest) and rest[-1].tag in ("n", "nz", "vn") and not any(c.isdigit() for a in rest for c in a.text)
    return opening and (plain or not has_predicate(rest))
