"""Small questions about rows of atoms: is this a verb, does that end a name, where does a noun phrase end."""

from collections.abc import Sequence
from functools import lru_cache

from timeline.events.data import word_set, word_tuple
from timeline.events.text.atoms import Atom
from timeline.events.text.phrases import stops_in_phrase
from timeline.events.words import Words

_VERB_ENDINGS = word_set("verb_endings")


def in_class(atom: Atom, name: str, words: Words) -> bool:
    """Whether a verb, with an ending such as 了 or 于 or without, is of a class of ``data/verbs.tsv``."""
    members = words.verbs[name]
    text = atom.text
    return text in members or (len(text) > 2 and text[-1] in _VERB_ENDINGS and text[:-1] in members)


@lru_cache(maxsize=8)
def known_verbs(words: Words) -> frozenset[str]:
    """The verbs of all classes."""
    return frozenset().union(*words.verbs.values())


@lru_cache(maxsize=32_768)
def event_name_type(text: str, words: Words) -> str | None:
    """The type that the ending of a name of an event tells; None where it is no such name."""
    bare = text.rstrip('”」’》"')
    for size in range(min(6, len(bare)), 1, -1):
        found = words.event_names.get(bare[-size:])
        if found:
            return found
    return None


@lru_cache(maxsize=32_768)
def is_organisation(text: str, words: Words) -> bool:
    """Whether a name ends as organisations' names do."""
    bare = text.rstrip('”」’"')
    return any(bare[-size:] in words.lists["organisations"] for size in range(min(4, len(bare)), 0, -1))


_JOINS = frozenset("、·与和及暨-－—–/ &")
_PHRASE_VERBS = frozenset(["v", "vd", "vg"])


def noun_phrase(atoms: Sequence[Atom], start: int, words: Words) -> int:
    """Where the noun phrase that begins at ``start`` ends (exclusive); a name of an event is taken to its last word."""
    end = start
    best = start
    holding = words.verbs["holding"]
    for place in range(start, min(len(atoms), start + 24)):
        atom = atoms[place]
        if atom.text in holding and event_name_type(atom.text, words) is None and best > start:
            break
        following = atoms[place + 1].tag if place + 1 < len(atoms) else "d"
        season = atom.tag == "t" and (place > start or following not in ("p", "d"))
        joins = atom.tag in ("x", "c") and atom.text in _JOINS
        if atom.nominal or season or joins or _names_case(atoms, place) or _is_stretch(atoms, place):
            if end == place:
                end = place + 1
        elif atom.tag not in _PHRASE_VERBS or _takes_object(atom, words):
            break
        if event_name_type(atom.text, words) and atom.tag not in ("paren", "work"):
            best = place + 1
    if best > start:
        return best + 1 if best < len(atoms) and atoms[best].tag == "paren" else best
    while end > start and atoms[end - 1].tag in ("x", "c"):
        end -= 1
    return end


def _is_stretch(atoms: Sequence[Atom], place: int) -> bool:
    """Whether 至 stands inside the name of a stretch of a line: 宝成铁路广元至江油段."""
    if atoms[place].text not in ("至", "到") or not place or not atoms[place - 1].nominal:
        return False
    return any(a.text.endswith(_STRETCHES) for a in atoms[place + 1 : place + 4])


_STRETCHES = ("段", "区间", "路段", "高铁", "铁路", "高速", "高速公路", "城际", "航线", "班列")
UNDER = word_set("under")
"""What stands before 下 in 在…支持下."""
_CASES = word_set("cases")


def _names_case(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a verb belongs to the name of what happened: 脱轨 in 列车脱轨事故."""
    return place + 1 < len(atoms) and atoms[place + 1].text in _CASES


def _takes_object(atom: Atom, words: Words) -> bool:
    """Whether a verb has an object of its own, so that no name goes on over it: 会见, 发布, 宣布."""
    return in_class(atom, "complement", words) or words.cues.get(atom.text) in ("meeting", "appointment", "incident")


def has_predicate(atoms: Sequence[Atom]) -> bool:
    """Whether a clause says something of its subject: a verb that is not inside a modifier, or a figure at its end."""
    if _circumstantial(atoms) or _tells_means(atoms) or stops_in_phrase(atoms):
        return False
    last = next((place for place in range(len(atoms) - 1, -1, -1) if atoms[place].text == "的"), -1)
    tail = [place for place in range(last + 1, len(atoms)) if atoms[place].verbal]
    if tail and not (
        last >= 0 and tail == [last + 1] and all(a.nominal or a.tag in _JOINED for a in atoms[last + 2 :])
    ):
        return True
    verbs = [place for place in range(last) if atoms[place].verbal]
    if verbs and not _only_modifier(atoms, verbs, last):
        return True
    if atoms and (atoms[-1].text in _GROWTHS or _has_noun_for_verb(atoms)):
        return True
    if len(atoms) > 1 and atoms[-1].text in _CURRENCIES:
        atoms = atoms[:-1]
    if not atoms or atoms[-1].tag not in ("m", "mq", "q") or any(a.text.startswith("第") for a in atoms[-3:]):
        return False
    return any(c.isdigit() for a in atoms[-3:] for c in a.text)


_CURRENCIES = frozenset(["人民币", "（人民币）", "美元", "欧元"])
"""What may stand behind the unit of a sum: 10.3万亿元人民币."""
_GROWTHS = frozenset(["零增长", "负增长", "正增长"])
"""Nouns that tell of a figure what a verb tells of others."""


def _has_noun_for_verb(atoms: Sequence[Atom]) -> bool:
    """Whether 已 and a count show that a noun between them is a verb: 已布局建设77个设施."""
    place = next((k for k, a in enumerate(atoms) if k and a.text in ("已", "已经")), None)
    if place is None:
        return False
    deed = next((k for k in range(place + 1, min(len(atoms), place + 4)) if atoms[k].tag == "vn"), None)
    return deed is not None and deed + 1 < len(atoms) and atoms[deed + 1].tag in ("m", "mq")


_JOINED = frozenset(["x", "u", "c"])
"""Parts of speech that join the nouns of a row: 打造的飞行营地、生态研学等项目."""


def is_condition(atoms: Sequence[Atom]) -> bool:
    """Whether a clause ends with 的 and only tells for whom the deed behind it holds: 逾期未办的，…."""
    return len(atoms) > 1 and atoms[-1].text == "的" and not any(a.text in _STRESSING for a in atoms)


_STRESSING = frozenset(["是", "就是", "都是", "也是", "会", "能", "要", "可", "有"])


def _tells_means(atoms: Sequence[Atom]) -> bool:
    """Whether a clause is a subject and what it uses, whose deed stands behind a comma: 某市通过科技创新，推动….

    A law or a test that is passed is a deed: 国务院通过条例草案.
    """
    place = next((k for k, a in enumerate(atoms) if a.text in _MEANS), None)
    if not place or any(a.verbal and a.text not in _MODAL for a in atoms[:place]):
        return False
    rest = atoms[place + 1 :]
    if not rest or any(a.text in _MEANS_END and k + 1 < len(rest) for k, a in enumerate(rest)):
        return False
    if atoms[place].text != "通过":
        return not any(a.verbal and rest[min(k + 1, len(rest) - 1)].text != "的" for k, a in enumerate(rest))
    passed = any(a.tag == "work" or a.text.endswith(_PASSED) or a.text == "了" for a in rest)
    return not passed and (rest[0].verbal or not any(a.verbal for a in rest[:-1]))


_MEANS = word_set("means")
_MEANS_END = word_set("means_end")
_MODAL = frozenset(["将", "要", "会", "可", "能", "正在", "继续", "主要"])
_PASSED = word_tuple("passed")


def _circumstantial(atoms: Sequence[Atom]) -> bool:
    """Whether all the verbs stand inside 在…上 or the like at the clause's end: 上海在落实政策基础上."""
    if not atoms or atoms[-1].text not in ("上", "下", "中", "内", "时", "后", "同时", "之际", "背景下", "基础上"):
        return False
    opened = next((place for place, atom in enumerate(atoms) if atom.text == "在"), None)
    if opened is None:
        return False
    under = atoms[-1].text in ("下", "背景下", "基础上") and atoms[-2].text in UNDER
    return under or not any(atom.verbal for atom in atoms[:opened])


def _only_modifier(atoms: Sequence[Atom], verbs: Sequence[int], last: int) -> bool:
    """Whether all verbs belong to the modifier that ends with the last 的: 由…主办的, 车刚开始普及的, 在…最小的."""
    if atoms[0].tag == "p":
        return True
    opened = next(
        (place for place in range(last) if atoms[place].tag == "p" and atoms[place].text in ("在", "于")), None
    )
    if opened is not None and opened < verbs[0]:
        placed = verbs[0] > opened + 1  # 在京会见某党主席率领的代表团
        met = placed and any(a.tag in _PROPER for a in atoms[verbs[0] + 1 : verbs[-1]])
        met = met or (placed and len(verbs) > 1 and atoms[verbs[0]].text in _MEETING)  # 在某地会见到访的某国总统
        return not met and not any(a.tag[:1] == "n" or a.tag in _OBJECTS for a in atoms[verbs[-1] + 1 : last])
    return verbs[-1] == last - 1 and all(atoms[k].verbal or atoms[k].tag in ("d", "ad") for k in range(verbs[0], last))


_OBJECTS = frozenset(["vn", "eng", "j", "l", "s", "work", "quote"])
_MEETING = frozenset(["会见", "会晤", "接见", "拜会", "看望", "慰问", "访问", "参观", "宴请", "欢迎", "迎接", "接待"])
_PROPER = frozenset(["nr", "nrt", "nt", "nz", "ns"])
_PLANNED = word_set("planned")


@lru_cache(maxsize=8)
def mere_connectives(words: Words) -> frozenset[str]:
    """The connectives that tell no circumstance and no plan."""
    return words.lists["connectives"] - words.lists["adverbial"] - _PLANNED


def strip_front(atoms: Sequence[Atom], names: frozenset[str]) -> list[Atom]:
    """The atoms without those at the front that are in a list or are mere marks."""
    start = 0
    while start < len(atoms) and (
        atoms[start].text in names or atoms[start].tag in ("x", "stop", "paren", "y", "e", "zone")
    ):
        if atoms[start].text in _OPENERS:
            break
        start += 1
    return list(atoms[start:])


def strip_back(atoms: Sequence[Atom], names: frozenset[str]) -> list[Atom]:
    """The atoms without those at the back that are in a list or are mere marks."""
    end = len(atoms)
    while end and (
        atoms[end - 1].text in names
        or (atoms[end - 1].tag in ("x", "stop", "zone") and atoms[end - 1].text not in _CLOSERS)
    ):
        place = (
            atoms[end - 1].tag == "zone" and end > 2 and atoms[end - 2].tag == "ns" and atoms[end - 3].text in "于在"
        )
        end -= 3 if place else 1  # 于某国当地时间: whose local time it is
    return list(atoms[:end])


_OPENERS = frozenset("“‘「《（(【")
_CLOSERS = frozenset("”’」》）)】%％℃+")
