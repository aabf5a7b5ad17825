"""Titles of events that have a name: what is held, opens or ends, works performed, documents revised."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.data import word_set
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.sites import site_before
from timeline.events.fields.wording import joined
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import event_name_type, in_class, noun_phrase
from timeline.events.text.names import LONGEST_COMMON, event_name, is_generic, visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.segmenter import PERSONS, tagged
from timeline.events.text.trips import visit_of
from timeline.events.words import Words


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how it came about.

    Attributes:
        text: the title.
        reason: the words or the rule that gave it.
        doubts: what makes it less sure.
        name: the name of the event, where it is a named one.
    """

    text: str
    reason: str
    doubts: tuple[str, ...] = ()
    name: str | None = None


_COUNTED = re.compile(r"第[一二三四五六七八九十百\d]+[次届]")
_AMENDED = re.compile(r"《[^《》〈〉]{0,60}修改[〈<](?P<name>[^〈〉<>]{2,60})[〉>]的决定》$")


def revised(atoms: Sequence[Atom]) -> Title | None:
    """根据《关于修改〈某条例〉的决定》第一次修订 becomes 《某条例》第一次修订."""
    for place, atom in enumerate(atoms[:-1]):
        match = _AMENDED.match(atom.text) if atom.tag == "work" else None
        if match is None:
            continue
        tail = "".join(a.text for a in atoms[place + 1 :])
        if re.fullmatch(r"(?:第[一二三四五六七八九十]+次)?修[订正]", tail):
            return Title(f"《{match['name']}》{tail}", "a decision that revises it")
    return None


_PROPER = frozenset(["ns", "nt", "nz", "nr", "nrt", "j", "eng"])
_OF_ONE = re.compile(r"[《“第]|\d(?![\d]*周年)|届|(?<!周)年|国际|世界|全国|全球|中央|中国")


def _is_anybodys(name: str, atoms: Sequence[Atom]) -> bool:
    """Whether a name holds no name, number or mark, so that only who holds it tells which one it is: 军事会议."""
    return not _OF_ONE.search(name) and not any(a.tag in _PROPER for a in atoms)


def held(atoms: list[Atom], story: Story, clause: Clause) -> Title | None:
    """A named event that is held, opens or ends: its name, with 开幕 or the like."""
    words = story.words
    verb = next((k for k, a in enumerate(atoms) if a.verbal and _holds(atoms, k, words)), None)
    if verb is None:
        return _changed(atoms, words, story)
    if visit_of(atoms):
        return None
    stem = atoms[verb].text.rstrip("了于在")
    ending = as_written(story, atoms[verb], stem) if stem in words.verbs["naming"] else change_of(atoms, story)
    preposition = next((k for k in range(verb) if atoms[k].text in ("在", "于", "由", "将在", "将于") and k > 0), verb)
    work = next((k for k, a in enumerate(atoms[:verb]) if a.tag == "work"), None)
    if work is not None and ("演" in stem or "展" in stem or stem in ("开战", "播出")):
        return _performed(atoms, atoms[work], stem, story)
    span = event_name(atoms, words, 0, preposition)
    modifier = next((k for k in range(verb - 1, -1, -1) if atoms[k].text == "的"), None)
    if span is None and modifier is not None:
        span = event_name(atoms, words, modifier + 1, verb)
    behind = False
    front = atoms[: span[0]] if span else atoms[:verb]
    if stem == "进行" and any(a.text in _DONE_TO for a in atoms[:verb]) and any(a.text in _ATTENDING for a in front):
        return None
    if span is not None and _tells_own(atoms, span[1], verb, words):
        return None
    if stem in _SHOWN_AT:
        return None
    if span is None:
        span = event_name(atoms, words, verb + 1, _first_phrase(atoms, verb + 1, words))
        behind, ending = True, ""
        whole = rendered(story.text, atoms[1:])
        if verb == 0 and event_name_type(atoms[-1].text, words) and 10 <= visible(whole) <= LONGEST:
            return Title(whole, f"what {stem} holds", name=whole)
    if span is None:
        return None
    span = (span[0], _with_part(atoms, span[1]))
    if _belongs(atoms[: span[0]]) or _serves(atoms[: span[0]]) or (not behind and _modifies(atoms[: span[0]])):
        span = (0, span[1])
    name_atoms = atoms[span[0] : span[1]]
    if len(name_atoms) > 1 and name_atoms[0].text in _NEXT:
        span, name_atoms = (span[0] + 1, span[1]), name_atoms[1:]
    if len(name_atoms) == 1 and span[0] and atoms[span[0] - 1].text in _THIS_ONE:
        return None
    bracket = _bracket_behind(name_atoms, clause) if is_generic(name_atoms) else ""
    if bracket:
        name = rendered(story.text, name_atoms) + bracket
        return Title(joined(name, ending), f"{name} with {atoms[verb].text}", name=name)
    name = full_name(rendered(story.text, name_atoms), story, name_atoms[0].start)
    if behind and span[1] < len(atoms) and atoms[span[1]].text == "的":
        return None
    if behind and _COUNTED.match(name) and not any(a.tag in ("ns", "nt", "nz", "nr", "j", "eng") for a in name_atoms):
        return None
    generic = is_generic(name_atoms) and name == rendered(story.text, name_atoms)
    if generic and not behind:
        owner = story.owner()
        if owner and tagged(owner)[-1][1] not in PERSONS and owner not in name and visible(name) + visible(owner) <= 24:
            whole = of_owner(owner, name)
            return Title(joined(whole, ending), f"{name} of {owner}", ("name taken from the headline",), name=whole)
    if generic or visible(name) > LONGEST:
        return None
    if behind and _is_anybodys(name, name_atoms) and any(a.tag in _PROPER for a in atoms[:verb]):
        return None
    if behind and visible(name) < 8 and "《" not in name and "“" not in name:
        return None
    return Title(joined(name, ending), f"{name} with {atoms[verb].text}", name=name)


def of_owner(owner: str, name: str) -> str:
    """第二届某论坛 for 第二届论坛 where the headline is about 第三届某论坛; else the name with its owner in front."""
    mine, others = _EDITION.match(name), _EDITION.match(owner)
    return mine[0] + owner[others.end() :] if mine and others else owner + name


_EDITION = re.compile(r"(?:第[一二三四五六七八九十百\d]+|首)届")
_NEXT = frozenset(["一次", "一轮", "一届", "一场", "次", "轮"])
"""What is left of 下一次 in front of the name of a meeting."""
_THIS_ONE = frozenset(["本届", "此届", "这届", "此次", "本次", "这次"])
"""What stands in front of the short name of an event that is told in full before: 本届进博会."""
_DONE_TO = frozenset(["对", "向", "同", "与"])
_ATTENDING = frozenset(["出席", "参加", "赴", "主持"])
_SHOWN_AT = frozenset(["亮相", "登场"])
"""What something does at an event, whose name stands behind: 主题展亮相博览会."""
_HOLDING = frozenset(["举行", "举办", "召开", "进行", "展开", "上演", "开展"])


def _tells_own(atoms: Sequence[Atom], end: int, verb: int, words: Words) -> bool:
    """Whether an event that is named has something of its own that begins, or holds it: 博览会举行首场对接会."""
    between = [a for a in atoms[_with_part(atoms, end) : verb] if a.tag not in _ADVERBIAL and a.text != "继续"]
    compound = {k for k, a in enumerate(between[:-1]) if a.verbal and between[k + 1].tag == "n"}  # 报名通道
    placed = any(a.tag in ("p", "x", "c") or (a.verbal and k not in compound) for k, a in enumerate(between))
    if between and not placed and any(a.tag in _THINGS for a in between):
        return True
    rest = [a for a in atoms[verb + 1 :] if a.text not in ("了", "过")]
    if atoms[verb].text.rstrip("了") not in _HOLDING or not rest or not rest[-1].nominal:
        return False
    plain = not any((a.tag in ("p", "d", "x", "c", "uj", "f") and a.text != "、") or a.verbal for a in rest[:-1])
    counted = len(rest) > 1 and rest[0].tag in ("m", "mq")
    return plain and (event_name_type(rest[-1].text, words) is not None or counted)


_ADVERBIAL = frozenset(["paren", "date", "d", "ad", "t"])
_THINGS = frozenset(["n", "nz", "vn", "quote", "l"])
_PART = re.compile(r"第[一二三四五六七八九十\d]+(?:期|阶段|轮|季|单元|站)(?:线下展|展览|展)?")


def _with_part(atoms: Sequence[Atom], end: int) -> int:
    """Where the name of an event ends, with the part of it that is meant: 第三期 of 交易会第三期."""
    for size in (1, 2, 3, 4):
        if _PART.fullmatch("".join(a.text for a in atoms[end : end + size])):
            return end + size
    return end


def _holds(atoms: Sequence[Atom], place: int, words: Words) -> bool:
    """Whether an atom is a verb of holding that belongs to no modifier and no name (开幕晚会)."""
    if not in_class(atoms[place], "holding", words) or _is_modifier(atoms, place):
        return False
    if place + 1 < len(atoms) and atoms[place + 1].text in ("后", "以来", "前", "之后", "之前", "以后"):
        return False
    return place + 1 >= len(atoms) or place > 0 or event_name_type(atoms[1].text, words) is None or len(atoms) < 3


def _belongs(front: Sequence[Atom]) -> bool:
    """Whether a word or two at the very front belong to the name behind them, whatever their parts of speech."""
    plain = not any(a.verbal or a.tag in ("p", "x", "uj", "r", "f", "date") for a in front)
    plain = (
        plain and not any(a.tag == "d" and len(a.text) < 2 for a in front[:-1]) and front[0].tag != "d"
        if front
        else False
    )
    return 0 < len(front) <= 3 and plain and sum(len(a.text) for a in front) <= 4


def _serves(front: Sequence[Atom]) -> bool:
    """Whether a name goes on in front over 为 or 向: 整治形式主义为基层减负工作会议, 纪念日向英雄敬献花篮仪式."""
    if front and front[-1].text == "向" and all(a.nominal or a.tag in ("t", "date") for a in front[:-1]):
        return True
    if len(front) < 3 or front[-1].text != "为" or not front[0].nominal:
        return False
    return all(a.nominal or a.verbal for a in front[:-1]) and sum(len(a.text) for a in front) <= _LONGEST_FRONT


def _modifies(front: Sequence[Atom]) -> bool:
    """Whether nouns that end with 的 stand at the front: 治理方略的成功实践研讨会 is named by all of them."""
    if not front or front[-1].text != "的":
        return False
    plain = all(a.nominal or a.text in ("的", "、", "和", "与") or a.tag == "f" for a in front)
    return plain and front[0].tag not in ("m", "r", "paren") and sum(len(a.text) for a in front) <= _LONGEST_FRONT


_LONGEST_FRONT = 20
"""The most characters of a modifier that belongs to a name."""


def _changed(atoms: Sequence[Atom], words: Words, story: Story) -> Title | None:
    """A named event that is put off or called off: its name with 延期 or 取消."""
    change = next((k for k, a in enumerate(atoms) if a.text[-2:] in CHANGES), None)
    span = event_name(atoms, words, 0, change) if change else None
    if span is None or change is None or is_generic(atoms[span[0] : span[1]]):
        return None
    name = full_name(rendered(story.text, atoms[span[0] : span[1]]), story, atoms[span[0]].start)
    ending = change_of(atoms, story)
    return Title(f"{name}{ending}", f"{name} with {ending}", name=name)


def as_written(story: Story, atom: Atom, stem: str) -> str:
    """A verb's stem in the article's own script."""
    return story.text[atom.start : atom.start + len(stem)]


def change_of(atoms: Sequence[Atom], story: Story) -> str:
    """延期 or 取消, where that is what the clause tells of an event."""
    found = next((a for a in atoms if a.text[-2:] in CHANGES), None)
    return story.text[found.end - 2 : found.end] if found else ""


CHANGES = word_set("changes")
"""What happens to the holding of an event."""


def _begins_with_event(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a word for an event ends the first words, no more than a common name of one has."""
    size = 0
    for atom in atoms:
        size += len(atom.text)
        if size > LONGEST_COMMON:
            return False
        if event_name_type(atom.text, words):
            return True
    return False


def is_bare_event(atoms: Sequence[Atom], story: Story) -> bool:
    """全体会议在北京举行: the subject is an event that its words do not name."""
    if not _begins_with_event(atoms, story.words):
        return False
    span = event_name(atoms, story.words, 0, noun_phrase(atoms, 0, story.words))
    if span is None or span[0] != 0 or not is_generic(atoms[: span[1]]):
        return False
    return story.resolved(rendered(story.text, atoms[: span[1]]), atoms[0].start) is None


def _bracket_behind(name: Sequence[Atom], clause: Clause) -> str:
    """（产业发展） behind 全体会议: what makes a common name the name of one event."""
    for atom, following in zip(clause.atoms, clause.atoms[1:], strict=False):
        if atom == name[-1] and following.tag == "paren" and 3 < len(following.text) <= 14:
            return following.text if not following.text.strip("（）()").isascii() else ""
    return ""


def _is_modifier(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].text == "的"


def _first_phrase(atoms: Sequence[Atom], start: int, words: Words) -> int:
    """Where the object of a verb ends: at the next verb that takes one."""
    for place in range(start, len(atoms)):
        if in_class(atoms[place], "complement", words) or atoms[place].text in ("上", "期间", "时"):
            return place
    return len(atoms)


def _performed(atoms: list[Atom], work: Atom, verb: str, story: Story) -> Title:
    """A work that is performed, with the word in front of it: 音乐剧《…》."""
    place = atoms.index(work)
    start = place - 1 if place and atoms[place - 1].nominal and len(atoms[place - 1].text) > 1 else place
    name = rendered(story.text, atoms[start : place + 1])
    return Title(
        f"{name}{'展出' if verb == '展出' else '上演' if '演' in verb else verb}", f"{name} with {verb}", name=name
    )


def full_name(text: str, story: Story, place: int) -> str:
    """The full name of what a short one stands for."""
    short = text.strip("“”")
    return site_before(short, story, place) or story.resolved(short, place) or text
