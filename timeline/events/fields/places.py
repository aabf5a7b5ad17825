"""Where an event happens: the place behind 在 or 于, behind 地点：, or at the front of what happens there."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from schemas import Place
from timeline.events.data import rows_of
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import event_name_type, in_class
from timeline.events.words import Words

_MOST = 3
"""The most places of one event."""
_LONGEST = 40
_REACH = 16
"""The most atoms that a place is looked for in."""


class _Gazetteer(NamedTuple):
    """``places.tsv``: names that stand alone, what names end with, and the words around them."""

    names: frozenset[str]
    short: dict[str, str]
    admin: frozenset[str]
    venue: frozenset[str]
    site: frozenset[str]
    behind: frozenset[str]
    happens: frozenset[str]
    strikes: frozenset[str]
    abstract: frozenset[str]
    acts: frozenset[str]
    whole: frozenset[str]
    inside: frozenset[str]
    endings: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    rows = {row[0]: row[1].split() for row in rows_of("places.tsv")}
    names = frozenset(word for kind in ("country", "province", "city", "abroad") for word in rows[kind])
    short = dict(pair.split("=") for pair in rows["short"])
    rows["endings"] = rows["venue"] + rows["site"]
    return _Gazetteer(names, short, *(frozenset(rows[kind]) for kind in _Gazetteer._fields[2:]))


def places_of(text: str, parts: Sequence[Sequence[Atom]], words: Words) -> tuple[Place, ...]:
    """The places that clauses name, the closest first; at most three.

    Args:
        text: the article's text.
        parts: the clauses of the event, each apart, since no place runs from one into the next.
        words: the word lists.
    """
    found: list[str] = []
    for atoms in parts:
        found += _behind(text, atoms, words)
        found += _labelled(text, atoms)
    for atoms in parts[:2]:
        found += _at_front(text, atoms, words)
    kept: list[str] = []
    for name in (_once(name.strip("“”、·-— ")) for name in found):
        told = any(name in other for other in kept)
        if 2 <= len(name) <= _LONGEST and not told and not any(word in name for word in _gazetteer().inside):
            kept.append(name)
    return tuple(Place(name=name) for name in kept[:_MOST])


def _once(name: str) -> str:
    """A name whose beginning a source tells twice in a row, told once: 江苏省江苏省南京市."""
    for size in range(len(name) // 2, 1, -1):
        if name[:size] == name[size : 2 * size]:
            return name[size:]
    return name


def _behind(text: str, atoms: Sequence[Atom], words: Words) -> Iterator[str]:
    """The places behind 在, 于, 赴, 抵达, 位于 and the like, as far as the next verb."""
    known = _gazetteer()
    for index, atom in enumerate(atoms):
        if atom.text in known.behind or (len(atom.text) == 2 and atom.text[-1] in "在于" and atom.tag == "v"):
            if index and atoms[index - 1].text in ("旨", "在于"):
                continue
            run = _run(atoms, index + 1, words)
            following = atoms[index + 1 + len(run)] if index + 1 + len(run) < len(atoms) else None
            for span in _lists(run):
                place = _as_place(span, known)
                if place:
                    if not _is_occasion(place, following if span[-1] is run[-1] else None, words):
                        yield rendered(text, place)
                elif span is run and _held_there(atom, span, following, words):
                    yield rendered(text, span)
    if any(atom.text[0] == "在" for atom in atoms):
        yield from (known.short[match[1]] for match in _shortened().finditer("".join(atom.text for atom in atoms)))


@cache
def _shortened() -> re.Pattern[str]:
    """在京, 在沪 and the like, before a verb or a preposition."""
    return re.compile(
        rf"(?<!存)在([{''.join(_gazetteer().short)}])(?=[举召开成签揭发会出启闭落正通同与和考调接视参主看亲颁公上首进参共隆])"
    )


def _run(atoms: Sequence[Atom], start: int, words: Words) -> list[Atom]:
    """The atoms that a place may have: up to a verb, an adverb, a date, a bracket or a stop."""
    known = _gazetteer()
    run: list[Atom] = []
    for place, atom in enumerate(atoms[start : start + _REACH], start):
        if atom.text in "和与及" and place + 1 < len(atoms) and atoms[place + 1].text in known.names:
            run.append(atom)
            continue
        if atom.tag in _ENDING_TAGS or (atom.tag in ("d", "ad", "vd") and not _noun(atom, known)):
            break
        acting = (atom.verbal or atom.text in words.cues) and (len(atom.text) > 1 or atom.text in "开举办召")
        if atom.text in known.acts or (acting and not _ends_as(atom.text, known.venue)):
            break
        if atom.text in _LOCATORS and (atom.tag == "f" or place == start):
            inside = atom.text == "里" and place + 1 < len(atoms) and atoms[place + 1].nominal
            if not inside:
                break
        run.append(atom)
    return run


_ENDING_TAGS = frozenset(["stop", "date", "paren", "p", "c", "y", "zone", "work", "uj", "ul", "uv"])
_NO_ADVERBS = frozenset(["首都", "高速"])
_LOCATORS = frozenset(["上", "中", "下", "后", "前", "时", "里", "内", "以来", "期间", "之间", "间"])


def _lists(run: list[Atom]) -> Iterator[list[Atom]]:
    """The members of a list of places: 北京、上海、成都."""
    if not any(atom.text in "、和与及" for atom in run):
        yield run
        return
    part: list[Atom] = []
    for atom in run:
        if atom.text in "、和与及":
            if part:
                yield part
            part = []
        else:
            part.append(atom)
    if part:
        yield part


def _as_place(span: Sequence[Atom], known: _Gazetteer) -> Sequence[Atom]:
    """The span up to the last atom with which a place can end; empty where there is none."""
    for end in range(len(span), 0, -1):
        last = span[end - 1]
        if last.text in known.abstract:
            return ()
        if last.tag in ("q", "r", "t", "m", "x"):
            continue
        if _is_name(last, known) or last.text in known.admin or _ends_as(last.text, known.endings):
            name = "".join(atom.text for atom in span[:end])
            general = name in known.venue or name in known.site or name in known.admin
            return () if general or (len(name) < 2 and name not in known.whole) else span[:end]
    return ()


def _is_name(atom: Atom, known: _Gazetteer) -> bool:
    """Whether an atom is the name of a country, a region or a town."""
    text = atom.text
    if text in known.names or text in known.whole:
        return True
    if atom.tag == "ns" and len(text) > 1:
        return True
    return len(text) > 1 and atom.tag in ("ns", "nr", "nz", "nrt", "n", "j", "s") and _ends_as(text, known.admin)


@lru_cache(maxsize=32_768)
def _ends_as(text: str, endings: frozenset[str]) -> bool:
    return any(text[-size:] in endings for size in range(min(4, len(text)), 0, -1))


def _is_occasion(place: Sequence[Atom], following: Atom | None, words: Words) -> bool:
    """Whether what looks like a place names an event, or what is said of it: 在博览会上, 在经济领域."""
    name = "".join(atom.text for atom in place)
    if event_name_type(name, words) or any(atom.tag in ("date", "work") for atom in place):
        return True
    return following is not None and (
        following.text in ("上", "中", "下", "后", "时", "期间", "方面") or following.text in _gazetteer().abstract
    )


def _held_there(lead: Atom, span: Sequence[Atom], following: Atom | None, words: Words) -> bool:
    """Whether something is held where no ending tells a place: 在海心沙举行."""
    name = "".join(atom.text for atom in span)
    return (
        lead.text in ("在", "于")
        and following is not None
        and in_class(following, "holding", words)
        and 2 <= len(name) <= 16
        and not event_name_type(name, words)
        and not any(atom.text in _gazetteer().abstract or atom.tag in ("m", "q", "r", "t", "f") for atom in span)
    )


_LABEL = re.compile(r"(?:地点|会址|举办地|地址|场地)(?:仍|将)?(?:为|设?在|[：:])\s*(?P<place>[^，。；：:\s]{2,30})")


def _labelled(text: str, atoms: Sequence[Atom]) -> Iterator[str]:
    if any(atom.text in ("地点", "会址", "举办地", "地址", "场地") for atom in atoms):
        match = _LABEL.search(text[atoms[0].start : atoms[-1].end])
        if match:
            yield match["place"]


def _at_front(text: str, atoms: Sequence[Atom], words: Words) -> Iterator[str]:
    """云南漾濞 in 云南漾濞发生地震, 叶县 in 叶县一所学校, 北部湾港 in 广西北部湾港吞吐量; who acts is no place."""
    known = _gazetteer()
    start = next((k for k, atom in enumerate(atoms) if atom.tag not in _PASSED), len(atoms))
    end = start
    while end < len(atoms) and end - start < 8 and (_continues(atoms, end, known) or atoms[end].text == "、"):
        end += 1
    while end > start and atoms[end - 1].text == "、":
        end -= 1
    if end == start or not (atoms[start].text in known.names or atoms[start].tag == "ns"):
        return
    verb = next((k for k in range(end, len(atoms)) if _tells(atoms[k], known, words)), len(atoms))
    between = atoms[end:verb]
    if verb < len(atoms) and atoms[verb].text in known.happens:
        place = _as_place(atoms[start:verb], known) if all(map(_nominal, between)) else ()
        if place and len(place) == verb - start:
            yield rendered(text, place)
        elif not between or atoms[verb].text in known.strikes:
            yield rendered(text, place or atoms[start:end])
    elif _is_built(atoms[start : verb + 1], words) or _some(between):
        yield rendered(text, atoms[start:end])
    else:
        for k in range(len(between), -1, -1):
            site = end + k - start > 1 and _ends_as(atoms[end + k - 1].text, known.site)
            if site and all(map(_nominal, between[:k])):
                yield rendered(text, atoms[start : end + k])
                return


def _tells(atom: Atom, known: _Gazetteer, words: Words) -> bool:
    """Whether an atom is a predicate that tells what happens, or ends the clause."""
    return atom.tag == "stop" or atom.text in known.happens or (atom.verbal and atom.text in words.cues)


_WORKS = ("工程", "项目", "大桥", "隧道", "高速", "铁路", "水库", "电站", "线", "路", "机组", "灌区", "新馆")
_STRUCK = ("居民", "民众", "群众", "学生")


def _is_built(clause: Sequence[Atom], words: Words) -> bool:
    """Whether what is built or struck stands before its verb, and nobody who acts: 湖北某水利枢纽工程开建."""
    if len(clause) < 2:
        return False
    kind = words.cues.get(clause[-1].text)
    thing = clause[-2].text
    return (kind == "construction" and thing.endswith(_WORKS)) or (kind == "incident" and thing.endswith(_STRUCK))


def _some(between: Sequence[Atom]) -> bool:
    """Whether something indefinite stands behind the name: 河南叶县一所学校."""
    return bool(between) and between[0].tag in ("m", "mq") and between[0].text[0] in "一某两多"


def _continues(atoms: Sequence[Atom], place: int, known: _Gazetteer) -> bool:
    """Whether an atom is a name, the 县 behind one, or the name before such a word."""
    atom = atoms[place]
    following = atoms[place + 1].text if place + 1 < len(atoms) else ""
    return _is_name(atom, known) or atom.text in known.admin or (atom.nominal and following in known.admin)


def _noun(atom: Atom, known: _Gazetteer) -> bool:
    """Whether an atom that is tagged as an adverb is a noun."""
    return atom.text in _NO_ADVERBS or atom.text in known.names


def _nominal(atom: Atom) -> bool:
    return atom.nominal or atom.tag in ("t", "f") or atom.text in _NO_ADVERBS


_PASSED = frozenset(["date", "x", "stop", "d", "t", "paren", "zone", "c", "p"])
