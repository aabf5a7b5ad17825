"""Names of events in a row of atoms: where such a name ends and where it begins."""

import re
from collections.abc import Sequence

from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import event_name_type, in_class, is_nominal, is_verb, noun_phrase
from timeline.events.words import Words

_GENERIC = 4
"""A name of an event with no more characters than this names no single event."""


def visible(title: str) -> int:
    """How many characters a title has, names of works 《…》 not counted."""
    depth = count = 0
    for character in title:
        if character == "《":
            depth += 1
        elif character == "》":
            depth = max(0, depth - 1)
        elif not depth:
            count += 1
    return count


def name_start(atoms: Sequence[Atom], last: int, words: Words) -> int:
    """Where the name that ends with ``atoms[last]`` begins: to the left as far as words can belong to a name."""
    start = last
    for place in range(last - 1, max(-1, last - 16), -1):
        atom = atoms[place]
        if atom.text == "中" and place and atoms[place - 1].tag == "quote":
            start = place
            continue
        if atom.text == "的" and place and atoms[place - 1].tag in ("n", "nt", "ns") and _plain(atoms[:place]):
            start = place
            continue
        if atom.text in _LEFT_STOPS or atom.tag == "paren" or atom.text in words.lists["pronouns"]:
            break
        if atom.tag == "date":
            if not re.fullmatch(r"\d{4}年?", atom.text):
                break
        elif atom.text in _CEREMONIAL and place == last - 1:
            start = place
            continue
        elif atom.tag in ("v", "vd"):
            stopping = in_class(atom, "holding", words) or in_class(atom, "complement", words)
            if stopping or in_class(atom, "attributive", words) or atom.text in _TAKING or len(atom.text) == 1:
                break
        elif not (is_nominal(atom) or atom.tag == "t" or atom.text in ("届", "次", "季", "轮", "期")) and atom.text not in "、·-—与和/暨":
            break
        start = place
    while start < last and (atoms[start].text in "、·-—与和/暨" or atoms[start].tag in ("f", "k", "x", "q")):
        start += 1
    return start


def _plain(atoms: Sequence[Atom]) -> bool:
    """Whether only nouns and 和 stand in front, so that 的 belongs to the name: 国家机关党的工作会议."""
    return len(atoms) <= 6 and all(a.tag in ("n", "nt", "ns", "c", "nz", "date") for a in atoms) and atoms[0].tag != "m"


_LEFT_STOPS = frozenset(
    ["的", "了", "在", "于", "从", "由", "对", "向", "被", "把", "将", "是", "以", "为", "等", "及", "并", "至", "地", "得", "着", "过", "后", "前", "上", "中", "下", "时", "，", "。", "：", "；", "！", "？", "“", "”", "之"]
)
_CEREMONIAL = frozenset(
    ["开幕", "闭幕", "首映", "启动", "揭幕", "签约", "揭牌", "开工", "奠基", "竣工", "通车", "开馆", "颁奖", "授牌", "发布"]
    + ["成立", "开学", "毕业", "访问", "会谈", "首发", "上市", "欢迎", "告别", "入选", "考察"]
)
_TAKING = frozenset(
    ["出席", "参加", "参与", "主持", "参观", "亮相", "走进", "迎来", "筹备", "申办", "承办", "协办", "组织", "看", "观看", "获得", "备战", "观摩", "落户", "进入", "作为", "成为", "支持", "邀请", "期待", "围绕", "根据", "按照", "经过", "赢得", "通过", "介绍", "关注", "应邀", "代表", "受邀", "主办", "聚焦", "服务", "保障", "宣传", "贯彻", "学习", "落实", "打造", "见证", "呈现"]
)


def event_name(atoms: Sequence[Atom], words: Words, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The span of the last name of an event in ``atoms[start:end]``, with a bracket behind it left out."""
    stop = len(atoms) if end is None else end
    for place in range(stop - 1, start - 1, -1):
        atom = atoms[place]
        if atom.tag in ("paren", "date") or (atom.tag == "work"):
            continue
        if event_name_type(atom.text, words):
            begin = max(start, name_start(atoms, place, words))
            return begin, place + 1
    return None


def is_generic(atoms: Sequence[Atom]) -> bool:
    """Whether a name of an event is too short to name one: 会议, 新闻发布会, 启动仪式."""
    text = "".join(atom.text for atom in atoms)
    return len(text) <= _GENERIC or text in _COMMON


_COMMON = frozenset(
    ["新闻发布会", "例行发布会", "例行记者会", "新闻通气会", "签约仪式", "启动仪式", "开幕仪式", "闭幕仪式", "开工仪式", "揭牌仪式", "颁奖典礼", "全体会议", "常务会议", "专题会议", "工作会议", "座谈会议", "视频会议", "例行会议", "董事会会议", "临时会议", "股东大会", "电视电话会议", "专题新闻发布会", "特别会议", "紧急会议", "例行新闻发布会", "专题研讨会", "主题论坛", "分论坛", "专场推介会", "成果发布会", "主题展览", "系列活动", "政策吹风会", "第一次会议", "第二次会议", "第三次会议", "第四次会议", "第五次会议", "第一次全体会议", "第二次全体会议", "第三次全体会议", "欢迎仪式", "记者见面会", "国务院常务会议", "电话会议", "业绩说明会", "交流大会", "开工动员大会", "专家座谈会"]
)


def before_date(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """A short name right before the date of a clause, whatever its parts of speech: 某某1951年毕业于…."""
    date = next((k for k, a in enumerate(atoms[:5]) if a.tag == "date"), 0)
    front = tuple(atoms[:date])
    size = sum(len(a.text) for a in front)
    plain = front and all(a.tag not in ("p", "c", "d", "r", "x", "t", "stop", "f") and not a.verbal for a in front)
    return front if plain and 2 <= size <= 4 else ()


def subject_of(atoms: Sequence[Atom], words: Words) -> tuple[Atom, ...]:
    """The noun phrase at the front of a clause that its verb says something of; empty where it begins with a verb."""
    start = 0
    while start < len(atoms) and (
        atoms[start].tag in ("date", "x", "stop") or atoms[start].text in words.lists["connectives"]
    ):
        start += 1
    end = noun_phrase(atoms, start, words)
    found = tuple(a for a in atoms[start:end] if a.tag != "paren")
    if end < len(atoms) and not (is_verb(atoms[end], words) or atoms[end].tag in ("d", "p", "ad", "date", "vd", "c")):
        return ()
    if end < len(atoms) and atoms[end].text in ("的", "上", "中", "下", "后", "时", "前", "期间"):
        return ()
    if found and found[-1].text in words.verbs["document"]:
        return ()
    return found if found and found[0].text not in words.lists["pronouns"] else ()
