"""What a headline leaves out of a clause: brackets, dates, particles, adverbs, bases of comparison."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.text.atoms import Atom, has_figure
from timeline.events.text.grammar import mere_connectives, strip_back, strip_front
from timeline.events.text.segmenter import tagged
from timeline.events.words import Words


def cleaned(atoms: Sequence[Atom], words: Words) -> list[Atom]:
    """A clause without brackets, connectives, and the particles and adverbs that a headline leaves out."""
    atoms = _without_base(list(atoms))
    atoms = _without_dated_modifier(_without_old_date(atoms))
    atoms = _without_emphasis(atoms)
    if len(atoms) > 1 and atoms[0].text in _SETTLED and atoms[1].verbal and atoms[0].end < atoms[1].start:
        atoms = atoms[1:]
    named: list[Atom] = []
    dated = False
    for k, atom in enumerate(atoms):
        if atom.tag == "date" and not _belongs_to_name(atoms, k):
            led = bool(named) and named[-1].text in _DATE_LEADS
            while named and named[-1].text in _DATE_LEADS:
                named.pop()
            if led and len(named) > 1 and named[-1].text in _THEN:
                named.pop()
            dated = True
        elif (dated and atom.text in _AFTER_DATES) or (atom.tag == "paren" and not _is_branch(atom)):
            continue
        else:
            named.append(atom)
            dated = False
    named = _without_maker(_apposed(_without_gloss(named)))
    if len(named) > 1 and named[0].text == "后":
        named = named[1:]
    if len(named) > 2 and named[1].text == "地" and named[1].tag == "uv":
        named = named[2:]
    if len(named) > 3 and named[0].text == "已有" and named[1].tag in ("m", "mq") and any(a.verbal for a in named[2:]):
        named = named[1:]
    bare = strip_front(named, mere_connectives(words))
    kept: list[Atom] = []
    for place, atom in enumerate(bare):
        following = bare[place + 1] if place + 1 < len(bare) else None
        if atom.text in _PARTICLES and atom.tag in ("ul", "ug", "y", "uz", "e", "u", "v", "x"):
            continue
        if atom.text in _IN_ORDER and following is not None and _tells_order(bare, place):
            continue
        if atom.text == "其" and place > 1 and bare[place - 1].text.rstrip("了") in _GIVING_OUT:
            continue
        if atom.text in _AT_THAT_TIME and following is not None and following.text != "的":
            continue
        if (
            atom.text == "在"
            and place
            and bare[place - 1].text in _STILL
            and following is not None
            and following.verbal
        ):
            continue
        if (
            atom.text == "会"
            and place
            and bare[place - 1].text.endswith(_BODIES)
            and not (following and following.verbal)
        ):
            kept.append(atom)  # 会 of 考古学会, which the segmenter cuts off
            continue
        denied = following is not None and following.text in _DENIALS
        won = atom.text == "胜利" and following is not None and not following.verbal
        if atom.text in _LEFT_OUT and following is not None and not (denied or won) and not _shares(bare, place):
            strict = atom.text in ("就", "将")
            plans = following.text in _PLANNED
            if (
                plans
                or following.verbal
                or following.tag in (("d", "ad") if strict else ("d", "ad", "p", "m", "c", "a"))
            ):
                continue
            if strict and following.text in ("在", "于"):
                continue
        kept.append(atom)
    several = len(kept) > 1 and kept[-1].text == "地" and kept[-2].text in _SEVERAL
    return kept if several else strip_back(kept, _DANGLING)


def _without_emphasis(atoms: list[Atom]) -> list[Atom]:
    """是9日离开医院的 without 是 and 的."""
    place = next((k for k, a in enumerate(atoms[:-2]) if a.text in ("是", "就是", "则是")), None)
    if place is None or atoms[-1].text != "的":
        return atoms
    stressed = atoms[place + 1].verbal or atoms[place + 1].tag in ("p", "d", "date") or atoms[-2].text[0] == "最"
    return [*atoms[:place], *atoms[place + 1 : -1]] if stressed else atoms


_BRANCH = re.compile(r"[（(][一-鿿]{1,4}[）)]")


def _is_branch(atom: Atom) -> bool:
    """Whether a bracket belongs to the name in front of it: 中欧班列（某市）, 某国（某地）."""
    if atom.text.strip("（）()") in _KINDS_OF_LAND:
        return True
    return _BRANCH.fullmatch(atom.text) is not None and tagged(atom.text[1:-1])[0][1] in ("ns", "nr", "nrt", "j")


_KINDS_OF_LAND = frozenset(["区、市", "自治区、直辖市", "市、区", "县、区", "区", "市", "州、盟", "市、州"])
"""Brackets that a count of lands needs: 24个省（区、市）."""
_MAKING = word_set("making")


def _without_old_date(atoms: list[Atom]) -> list[Atom]:
    """原定于5月1日举行的公开赛延期 without 原定于5月1日举行的."""
    dated = next((k for k, a in enumerate(atoms[:6]) if a.tag == "date"), None)
    if dated is None or not any(a.text.startswith(("原", "定于", "此前", "订于")) for a in atoms[:dated]):
        return atoms
    end = next((k for k in range(dated, min(len(atoms), dated + 8)) if atoms[k].text == "的"), None)
    return atoms[end + 1 :] if end is not None else atoms


def _without_maker(atoms: list[Atom]) -> list[Atom]:
    """由某局主办的书展 without 由某局主办的."""
    if not atoms or atoms[0].text != "由":
        return atoms
    place = next((k for k, a in enumerate(atoms) if a.text == "的" and k > 1), None)
    made = place is not None and any(any(m in a.text for m in _MAKING) for a in atoms[:place])
    return atoms[place + 1 :] if place is not None and made else atoms


def _apposed(atoms: list[Atom]) -> list[Atom]:
    """创新平台——研究中心建成: the name behind the dash, where a plain noun stands in front of it."""
    for place in range(1, len(atoms) - 1):
        if atoms[place].text == atoms[place + 1].text == "—" and not any(a.verbal for a in atoms[:place]):
            return atoms[place + 2 :]
    return atoms


def _without_gloss(atoms: list[Atom]) -> list[Atom]:
    """物流总额即实物商品价值总和为91万亿元 without 即实物商品价值总和; 包括某区在内的13个 without it."""
    gloss = next((k for k, a in enumerate(atoms) if k and a.text == "即" and atoms[k - 1].nominal), None)
    if gloss is not None and any(a.nominal or a.tag == "r" for a in atoms[gloss + 1 : gloss + 2]):
        told = next((k for k in range(gloss, len(atoms)) if atoms[k].text in ("为", "达", "达到", "约为")), None)
        return atoms[:gloss] + atoms[told:] if told is not None else atoms
    first = next((k for k, a in enumerate(atoms) if a.text == "包括"), None)
    if first is None:
        return atoms
    last = next((k for k, a in enumerate(atoms) if a.text == "的" and atoms[k - 1].text in ("在内", "内")), None)
    counted = last is not None and atoms[last + 1 : last + 2] and atoms[last + 1].text[:1].isdigit()
    return atoms[:first] + atoms[last + 1 :] if counted and first < last else atoms  # type: ignore[operator]


def _without_dated_modifier(atoms: list[Atom]) -> list[Atom]:
    """周四涨破120美元的白银周五跌破100美元 without 周四涨破120美元的, which another day dates."""
    other = next((k for k, a in enumerate(atoms) if k and a.tag == "date"), None)
    if other is None or not atoms or atoms[0].tag != "date":
        return atoms
    end = next((k for k in range(1, other) if atoms[k].text == "的"), None)
    verb = next((k for k in range(1, other) if atoms[k].verbal), None)
    return atoms[end + 1 :] if end is not None and verb is not None and verb < end else atoms


def _belongs_to_name(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a further date in a clause is part of a noun phrase: 12月份和全年物价指数, 2025年试点县名单."""
    expression = atoms[place].expression
    coarse = expression is not None and expression.granularity in ("year", "month", "quarter", "half", "season")
    if place and atoms[place - 1].text in ("将", "把", "给", "让", "使"):
        return True
    rate = expression is not None and expression.type == "SET" and 0 < place < len(atoms) - 1
    if rate and atoms[place].text[0] == "每" and has_figure(atoms[place + 1 : place + 6]):
        return True
    if rate and atoms[place - 1].verbal and atoms[place + 1].tag in ("m", "mq"):
        return True
    named = place > 0 and atoms[place - 1].nominal and not any(c.isdigit() or c in _DEICTIC for c in atoms[place].text)
    following = atoms[place + 1 : place + 2]
    if place and atoms[place - 1].verbal and atoms[place - 1].text not in _DATE_LEADS and not following:
        return True
    if any(a.text == "的" for a in atoms[place + 1 : place + 4]):
        return True
    return bool((coarse or named) and following and (following[0].nominal or following[0].tag == "c"))


_DEICTIC = "今昨明前后上下去本当次年月日号周时点"
"""Characters of dates that are no names of periods, as 暑期 in 铁路暑期运输 is."""


_AFTER_DATES = word_set("after_dates")
_DATE_LEADS = word_set("date_leads")
_PLANNED = word_set("planned")
_SEVERAL = ("多", "各", "等", "两", "三", "四", "五")
"""Behind these 地 means places: 汗尤尼斯等多地."""
_PARTICLES = frozenset(["了", "过", "啊", "吧", "呢", "吗", "啦"])
_LEFT_OUT = word_set("left_out")
_IN_ORDER = word_set("told_in_order")
_NUMBERED = frozenset(["m", "mq"])


def _tells_order(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a word such as 首先 or 随后 stands in front of a predicate or the subject, and in no name."""
    following = atoms[place + 1]
    fits = following.verbal or following.tag in ("d", "ad", "p", "vn", "c") or atoms[place].text == "当时"
    return fits or (place == 0 and following.nominal) or (following.tag in _NUMBERED and not atoms[place - 1].verbal)


def _shares(atoms: Sequence[Atom], place: int) -> bool:
    """Whether 分别 gives each of several things a figure of its own: 产量分别增长38.9%、61.8%."""
    return atoms[place].text == "分别" and _ROW_OF_FIGURES.search("".join(a.text for a in atoms[place:])) is not None


_ROW_OF_FIGURES = re.compile(r"(?<![第\d])\d[\d.,]*[^\d，。]{0,6}?[、和与及]\D{0,6}\d")


_SETTLED = frozenset(["选", "定", "放", "安排"])
"""What chooses a date in front of 在: 选在2025年开工."""
_THEN = frozenset(["后", "又", "再", "并", "随即", "随后"])
"""What orders a deed among others in front of its date: 后于12月25日提价."""
_GIVING_OUT = frozenset(["宣布", "发布", "推出", "公布", "披露", "展示", "更新", "升级"])
"""Behind them 其 is the subject's own, which needs no word: 宣布其新政策."""
_AT_THAT_TIME = frozenset(["当时", "彼时", "届时"])
_BEHIND_STRICT = frozenset(["d", "ad"])
_BEHIND = _BEHIND_STRICT | {"p", "m", "c", "a"}
"""Parts of speech in front of which an adverb such as 又 is left out; 就 and 将 only in front of adverbs and verbs."""
_BODIES = ("学", "协", "促进", "基金", "委员", "研究", "商", "工", "理事")
_STILL = frozenset(["仍", "还", "正", "也", "都"])
"""In front of 在 they tell that something goes on: 仍在持续."""
_DENIALS = frozenset(["不", "没", "没有", "未", "未能", "无法"])
_BASES = frozenset(["从", "由", "比", "较", "与", "同", "相比", "相较", "同比"])
_YEAR = re.compile(r"(?:19|20)\d\d")
_DANGLING = word_set("dangling")


def _without_base(atoms: list[Atom]) -> list[Atom]:
    """产业规模从2018年1340亿元增长到3056亿元 without 从2018年1340亿元, 比上年增长5% without 比上年."""
    for place, atom in enumerate(atoms):
        if atom.text not in _BASES:
            continue
        reach = 4 if atom.text in ("从", "由") else 2 if atom.text == "同比" else 3
        if atom.text == "比" and place and atoms[place - 1].text == "占":
            continue
        behind = atoms[place + 1 : place + reach]
        if any(a.tag == "date" for a in behind) or any(_YEAR.fullmatch(a.text) for a in behind[:1]):
            end = next((k for k in range(place + 1, len(atoms)) if atoms[k].verbal), None)
            if end is not None:
                return atoms[:place] + [a for a in atoms[place + 1 : end] if a.text == "分别"] + atoms[end:]
    return atoms


def joined(front: str, back: str) -> str:
    """Two parts with a blank where two Latin words meet."""
    gap = (
        " "
        if front and back and front[-1].isascii() and back[0].isascii() and front[-1].isalnum() and back[0].isalpha()
        else ""
    )
    return f"{front}{gap}{back}"
