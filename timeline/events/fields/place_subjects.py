"""The place that stands at the front of a clause, as its subject or as that of its subject; who acts is no place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events.fields.metrics import FIGURE_TYPES
from timeline.events.fields.place_names import (
    NO_ADVERBS,
    REACH,
    Gazetteer,
    as_place,
    continues,
    ends_as,
    gazetteer,
    is_body,
    is_country,
    is_name,
    run_of,
)
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import in_class, is_organisation
from timeline.events.words import Words

SHOWN = ("conference", "exhibition", "competition", "ceremony", "performance", "anniversary", "launch")
"""Types of what is held somewhere, and named after the place more often than not."""
_OF_PEOPLE = ("incident", "other")
"""Types whose events happen where those are to whom they happen: 某市中小学停课, 某国某地区的农民堵路."""


@dataclass(frozen=True, slots=True)
class _Front:
    """A clause that begins with the name of a region.

    Attributes:
        atoms: its words.
        start: the place of the name's first word.
        end: behind its last one.
        verb: the place of what is said of it, or the number of words.
        kind: the event's type.
        words: the word lists.
    """

    atoms: Sequence[Atom]
    start: int
    end: int
    verb: int
    kind: str | None
    words: Words

    @property
    def region(self) -> Sequence[Atom]:
        """The name."""
        return self.atoms[self.start : self.end]

    @property
    def between(self) -> Sequence[Atom]:
        """The words between the name and what is said."""
        return self.atoms[self.end : self.verb]


def at_front(text: str, atoms: Sequence[Atom], kind: str | None, words: Words) -> Iterator[str]:
    """云南漾濞 in 云南漾濞发生地震, 叶县 in 叶县一所学校, 北部湾港 in 广西北部湾港吞吐量, 江西 in 江西将实施….

    Args:
        text: the text that the atoms' offsets belong to.
        atoms: the clause.
        kind: the event's type; None for any.
        words: the word lists.
    """
    front = _front(atoms, kind, words)
    if front is None:
        return
    for place_of in (_happens_there, _site, _somebodys, _about):
        place = place_of(front)
        if place:
            yield rendered(text, place)
            return


def _front(atoms: Sequence[Atom], kind: str | None, words: Words) -> _Front | None:
    known = gazetteer()
    start = next((k for k, atom in enumerate(atoms) if atom.tag not in _PASSED), len(atoms))
    end = start
    while end < len(atoms) and end - start < REACH and (continues(atoms, end, known) or atoms[end].text == "、"):
        end += 1
    while end > start and atoms[end - 1].text == "、":
        end -= 1
    if end == start or not is_name(atoms[start], known):
        return None
    verb = next((k for k in range(end, len(atoms)) if _tells(atoms[k], words)), len(atoms))
    return _Front(atoms, start, end, verb, kind, words)


_PASSED = frozenset(["date", "x", "stop", "d", "t", "paren", "zone", "c", "p"])


def _tells(atom: Atom, words: Words) -> bool:
    """Whether an atom is a predicate that tells what happens, or ends the clause."""
    return atom.tag == "stop" or atom.text in gazetteer().happens or (atom.verbal and atom.text in words.cues)


def _happens_there(front: _Front) -> Sequence[Atom]:
    """Where something happens (发生, 举行) to what is named, or to what is in it."""
    known, atoms, between = gazetteer(), front.atoms, front.between
    verb = atoms[front.verb].text if front.verb < len(atoms) else ""
    if verb not in known.happens:
        return ()
    if all(map(_nominal, between)):
        place = as_place(atoms[front.start : front.verb], known, front.words)
        if place and len(place) == front.verb - front.start:
            return place
        if len(between) == 1 and _ends_with_town(atoms[front.end - 1].text, known) and between[0].tag in _NAMES:
            return atoms[front.start : front.verb]
        if verb in known.strikes or not between:
            return place or front.region
    if between and all(a.text in known.everywhere for a in between):
        return front.region
    return _part(front) if verb in known.strikes else ()


def _ends_with_town(name: str, known: Gazetteer) -> bool:
    """Whether a word is a town, with its country in front or not: 纽约, 美国纽约."""
    return name in known.towns or (name[:2] in known.countries and name[2:] in known.towns)


_NAMES = frozenset(["nr", "nrt", "nz"])


def _part(front: _Front) -> Sequence[Atom]:
    """Where something happens to what is in a region: 某州的某市, 某省等地, 某国北部的某地区; () for people."""
    known, atoms, start, end, words = gazetteer(), front.atoms, front.start, front.end, front.words
    of = next((k for k in range(end, front.verb) if atoms[k].text == "的"), None)
    if is_country(front.region, known) and any(is_body(a, words) for a in front.between):
        return ()
    if of is None or atoms[end].text == "等":
        last = next((k for k in range(end, front.verb) if not _nominal(atoms[k])), front.verb)
        return as_place(atoms[start:last], known, words) or front.region
    if not all(map(_nominal, atoms[end:of])):
        return ()
    inner = run_of(atoms, of + 1, words)
    place = as_place(inner, known, words) if inner else ()
    if place:
        return (*atoms[start : of + 1], *place)
    return atoms[start:of] if of == end or ends_as(atoms[of - 1].text, known.site) else ()


def _somebodys(front: _Front) -> Sequence[Atom]:
    """河南叶县 in 河南叶县一所学校, 湖北 in 湖北某水利枢纽工程开建: of what is indefinite, built or struck."""
    between = front.between
    counted = bool(between) and between[0].tag in ("m", "mq") and between[0].text[0] in "一某两多"
    if counted and not any(a.text in "项份部篇种款批" for a in between[1:2]):
        return front.region
    clause = front.atoms[front.start : front.verb + 1]
    if len(clause) < 2:
        return ()
    kind = front.words.cues.get(clause[-1].text)
    thing = clause[-2].text
    built = kind == "construction" and thing.endswith(_WORKS)
    return front.region if built or (kind == "incident" and thing.endswith(_STRUCK)) else ()


_WORKS = ("工程", "项目", "大桥", "隧道", "高速", "铁路", "水库", "电站", "线", "路", "机组", "灌区", "新馆")
_STRUCK = ("居民", "民众", "群众", "学生")


def _site(front: _Front) -> Sequence[Atom]:
    """鄱阳湖 in 鄱阳湖水体面积增至, 广西北部湾港 in 广西北部湾港吞吐量."""
    known, atoms, between = gazetteer(), front.atoms, front.between
    for k in range(len(between), -1, -1):
        end = front.end + k
        last = atoms[end - 1]
        whole = end - front.start > 1 or last.text in known.whole or len(last.text) > 2
        centre = front.kind in FIGURE_TYPES and k > 1 and last.text == "中心"
        chosen = bool(k) and between[-1].text.endswith(_WORKS) and any(a.text == "重点" for a in between[:k])
        inside = not chosen and all(_nominal(a) or a.text == "和" for a in between[:k])
        part = len(last.text) > 1 or k < 2
        if whole and inside and part and (centre or ends_as(last.text, known.site)):
            return atoms[front.start : end]
    return ()


def _about(front: _Front) -> Sequence[Atom]:
    """A region that is the subject itself (某市举办), or whose own is counted (某省年度投资) or concerned."""
    known, kind, region = gazetteer(), front.kind, front.region
    if front.start and front.atoms[front.start - 1].tag in ("p", "c"):
        return ()
    rest = list(front.atoms[front.end :])
    throughout = bool(rest) and rest[0].text in known.everywhere
    while rest and (rest[0].tag in ("date", "t", "paren", "x") or rest[0].text in known.everywhere | _AND_MORE):
        rest = rest[1:]
    shown = bool(rest) and rest[0].tag == "quote" and kind in SHOWN
    country = is_country(region, known)
    if not rest or (_is_named(rest, front.words, country=country) and not shown):
        return ()
    local = region[0].text in known.regions or ends_as(region[-1].text, known.admin)
    if local and not country and (throughout or shown or _acts(rest[0], kind, front.words)):
        return region
    of = rest[0].nominal or rest[0].text == "的"
    if kind in _OF_PEOPLE:
        return region if of and (local or len(region) > 1) else ()
    counted = kind in FIGURE_TYPES and of and not any(a.text in known.accounts for a in rest)
    return region if counted and (local or region[0].text in known.names) else ()


_AND_MORE = frozenset(["等", "地", "等地", "多地"])
_WITH = frozenset(["同", "与", "和", "跟", "对", "及", "至", "到", "、"])


def _acts(following: Atom, kind: str | None, words: Words) -> bool:
    """Whether a region does or undergoes something itself; what is said there, or won by its team, tells no place."""
    if following.tag in ("d", "p", "ad", "vd", "c"):
        return following.text not in _WITH and kind != "competition"
    if not following.verbal or in_class(following, "speech", words) or in_class(following, "saying", words):
        return False
    return kind != "competition" or in_class(following, "holding", words)


def _is_named(rest: Sequence[Atom], words: Words, *, country: bool) -> bool:
    """Whether the words behind a region make it the name of a body, a firm or a person; 英国食品 names no firm."""
    if rest[0].tag in ("nr", "nrt", "nrfg", "nz", "nt", "eng", "quote", "work"):
        return True
    for atom in rest[:5]:
        goods = country and atom is rest[0] and atom.text in words.lists["organisations"]
        if is_body(atom, words) and not (goods and atom.text not in gazetteer().bodies):
            return True
        if atom.text in words.cues or atom.tag in ("d", "p", "date", "m", "uj"):
            return False
    return False


def host_city(atoms: Sequence[Atom], words: Words) -> str:
    """The city in the name of an event that is named after it: 天津 in 上合组织天津峰会; "" where there is none."""
    known = gazetteer()
    for k, atom in enumerate(atoms[:-1]):
        body = atoms[k + 1].text in known.bodies or is_organisation("".join(a.text for a in atoms[k : k + 2]), words)
        joint = atoms[k + 1].text in ("合作", "组织", "进程", "协定", "公约")
        if atom.text in known.towns and not body and not joint:
            return atom.text
    return ""


def _nominal(atom: Atom) -> bool:
    return atom.nominal or atom.tag in ("t", "f") or atom.text in NO_ADVERBS
