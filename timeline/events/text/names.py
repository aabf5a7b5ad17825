"""Names of events in a row of atoms: where such a name ends and where it begins."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set, word_tuple
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import event_name_type, in_class, noun_phrase
from timeline.events.words import Words

_GENERIC = 4
"""A name of an event with no more characters than this names no single event."""


def visible(title: str) -> int:
    """How many characters a title has, names of works 《…》 not counted."""
    if "《" not in title:
        return len(title) - title.count("》")
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
        if atom.tag == "paren" and place and _is_host(atom, atoms[place - 1]):
            continue
        if (
            (atom.text in _LEFT_STOPS and not (atom.text in "“”" and _quotes_plan(atoms, place)))
            or atom.tag == "paren"
            or (atom.text in words.lists["pronouns"] and not _inside_name(atoms, place))
        ):
            break
        if atom.text.endswith("周年"):
            return _anniversary_start(atoms, place)
        if atom.tag == "date" or (atom.text in "“”" and _quotes_plan(atoms, place)):
            if atom.tag == "date" and not re.fullmatch(r"\d{4}年?", atom.text) and not _PLAN.search(atom.text):
                break
        elif place == last - 1 and (atom.text in _CEREMONIAL or (len(atom.text) > 1 and atoms[last].text in _RITES)):
            start = place
            continue
        elif atom.tag in ("v", "vd"):
            stopping = in_class(atom, "holding", words) or in_class(atom, "complement", words)
            if stopping or in_class(atom, "attributive", words) or atom.text in _TAKING or len(atom.text) == 1:
                break
        elif (
            not (atom.nominal or atom.tag == "t" or atom.text in ("届", "次", "季", "轮", "期"))
            and atom.text not in "、·-—–－与和/暨"
        ):
            break
        start = place
    if start > 1 and atoms[start - 1].tag == "x" and "一" <= atoms[start - 1].text <= "鿿" and atoms[start - 2].nominal:
        start -= 2
    while start < last and (atoms[start].text in "、·-—–－与和/暨" or atoms[start].tag in ("f", "k", "x", "q")):
        start += 1
    return _with_front(atoms, start, last, words)


def _with_front(atoms: Sequence[Atom], start: int, last: int, words: Words) -> int:
    """Where a name begins with 学习贯彻 of what is studied, or 在 and the short name of a land: 在京企业座谈会."""
    named = "".join(a.text for a in atoms[start:last])
    front = start
    while front and atoms[front - 1].text in _STUDYING | {"党", "的"}:
        front -= 1
    if front < start and atoms[front].text in _STUDYING and any(word in named for word in _STUDIED):
        return front
    held = start > 1 and atoms[start - 1].text == "在" and in_class(atoms[start - 2], "holding", words)
    return start - 1 if held and atoms[start].text[0] in _LANDS and atoms[start].tag in ("j", "n") else start


_STUDYING = frozenset(["学习", "贯彻", "贯彻落实", "学习贯彻", "深入学习", "宣传", "落实"])
_STUDIED = ("精神", "思想", "主题教育", "决定", "讲话")
_LANDS = frozenset("京沪津渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台华")
"""Lands and cities by one character: 在闽央企, 在华外企."""


def _is_host(paren: Atom, before: Atom) -> bool:
    """Whether a short bracket behind a place tells the city inside a name: 第二十一届中国（深圳）…博览会."""
    return before.nominal and 4 <= len(paren.text) <= _LONGEST_HOST and not any(c.isdigit() for c in paren.text)


_LONGEST_HOST = 6
"""The most characters of such a bracket with its marks."""


def _inside_name(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a word that often stands for an event is a part of one's name: 大会 in 世界互联网大会亚太峰会."""
    followed = place + 1 < len(atoms) and atoms[place + 1].nominal
    return place > 0 and atoms[place - 1].nominal and followed and atoms[place].text in _KINDS


_KINDS = frozenset(["大会", "峰会", "论坛", "会议", "博览会"])


def _anniversary_start(atoms: Sequence[Atom], place: int) -> int:
    """Where what has its day begins: 庆祝某国成立103周年, 中法建交60周年."""
    place -= place > 0 and atoms[place - 1].tag == "m"
    start, acts = place, 0
    for k in range(place - 1, max(-1, place - 12), -1):
        atom = atoms[k]
        if atom.text in _CELEBRATING:
            return k
        if atom.verbal and atom.tag != "vn":
            acts += 1
        if acts > 1 or not (atom.nominal or atom.verbal or atom.text in "、·和与暨"):
            break
        start = k
    return start


_CELEBRATING = frozenset(["庆祝", "纪念", "热烈庆祝", "隆重庆祝", "隆重纪念"])


def _plain(atoms: Sequence[Atom]) -> bool:
    """Whether only nouns and 和 stand in front, so that 的 belongs to the name: 国家机关党的工作会议."""
    return len(atoms) <= 6 and all(a.tag in ("n", "nt", "ns", "c", "nz", "date") for a in atoms) and atoms[0].tag != "m"


_PLAN = re.compile(r"十[一二三四五六七]?五")


def _quotes_plan(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a mark belongs to a quoted plan: “十五五”规划."""
    return any(a.tag == "date" and _PLAN.search(a.text) for a in atoms[max(0, place - 1) : place + 2])


_LEFT_STOPS = word_set("left_stops")
_RITES = frozenset(["仪式", "典礼", "启动式"])
_CEREMONIAL = word_set("ceremonial")
_TAKING = word_set("taking")


def event_name(atoms: Sequence[Atom], words: Words, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The span of the last name of an event in ``atoms[start:end]``, with a bracket behind it left out."""
    stop = len(atoms) if end is None else end
    for place in range(stop - 1, start - 1, -1):
        atom = atoms[place]
        if atom.tag in ("paren", "date") or (atom.tag == "work"):
            continue
        if event_name_type(atom.text, words) and not (place + 1 < len(atoms) and atoms[place + 1].text in _OFFICES):
            begin = max(start, name_start(atoms, place, words))
            return begin, place + 1
    return None


def is_generic(atoms: Sequence[Atom]) -> bool:
    """Whether a name of an event is too short to name one: 会议, 新闻发布会, 启动仪式."""
    text = "".join(atom.text for atom in atoms)
    if len(atoms) == 1 and atoms[0].tag == "nz":
        return False
    proper = len(text) >= _GENERIC and any(atom.tag in ("ns", "nr", "nz", "nt", "eng", "quote") for atom in atoms[:-1])
    return (len(text) <= _GENERIC and not proper) or text in _COMMON


_COMMON = word_set("common")
LONGEST_COMMON = max(map(len, _COMMON))
"""The most characters of a name that names no single event."""
_OFFICES = word_set("offices")
"""Behind one of these a body's name is whose office somebody holds: 国民大会主席."""
_REPORTING_BODIES = word_tuple("reporting_bodies")
_MEASURED = frozenset(["m", "mq"])


def only_reports(name: str) -> bool:
    """Whether a name is a body's that tells of others: what the weather bureau reports befalls a country, not it."""
    return name.endswith(_REPORTING_BODIES)


def is_cut_name(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a noun phrase is no name but the front of a statement: 储量300吨, 某厂正在动员, 任务顺利完成."""
    last = atoms[-1]
    measured = any(a.tag in _MEASURED and any(c.isdigit() for c in a.text) for a in atoms[1:])
    measured = measured or bool(re.search(r"\d\.\d", last.text))
    acts = any(a.verbal and a.tag != "vn" and _acts(a, words) for a in atoms[1:-1]) and atoms[0].tag != "quote"
    return measured or acts or last.text.endswith(_ACCOMPLISHED) or any(a.text in _UNDER_WAY for a in atoms[1:])


def _acts(atom: Atom, words: Words) -> bool:
    return any(in_class(atom, name, words) for name in ("complement", "document")) or atom.text in _CARRYING_OUT


_CARRYING_OUT = word_set("carrying_out")
_ACCOMPLISHED = word_tuple("accomplished")
_UNDER_WAY = word_set("under_way")
_PREPOSITIONS = frozenset(
    ["在", "于", "从", "自", "到", "至", "当", "与", "按照", "按", "根据", "依据", "经", "针对", "围绕", "随着"]
)
"""What stands behind one of these in front of a clause is no subject of it."""


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
        if atoms[start].text in _PREPOSITIONS and start + 1 < len(atoms) and atoms[start + 1].tag != "date":
            return ()
        start += 1
    end = noun_phrase(atoms, start, words)
    found = tuple(a for a in atoms[start:end] if a.tag != "paren")
    if end < len(atoms) and atoms[end].text == "为" and len(found) > 1 and found[-1].tag in ("v", "vn"):
        found = found[:-1]
    if end < len(atoms) and not (atoms[end].verbal or atoms[end].tag in ("d", "p", "ad", "date", "zone", "vd", "c")):
        return ()
    if end < len(atoms) and atoms[end].text in ("的", "上", "中", "下", "后", "时", "前", "期间"):
        return ()
    while found and (found[-1].text in words.verbs["complement"] or found[-1].text in words.verbs["speech"]):
        found = found[:-1]
    if found and found[-1].text in words.verbs["document"]:
        return ()
    return found if found and found[0].text not in words.lists["pronouns"] else ()
