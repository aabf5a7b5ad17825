"""The frames in which a clause names a place: behind 在 or 到, as what is visited or struck."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from timeline.events.fields.place_names import (
    LOCATORS,
    Gazetteer,
    as_place,
    continues,
    ends_as,
    gazetteer,
    lists_in,
    run_of,
)
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import event_name_type, in_class
from timeline.events.words import Words

_AFTER = frozenset(["后", "之后", "以后", "之际", "之前", "前夕"])
"""What closes a clause that tells another time, and so another place."""


def behind(text: str, atoms: Sequence[Atom], words: Words, *, leads: bool = False) -> Iterator[str]:
    """The places behind 在, 于, 赴, 抵达, 位于 and the like, as far as the next verb.

    Args:
        text: the article's text.
        atoms: the words.
        words: the word lists.
        leads: whether the words only lead the event in, so that what ends with 后 tells of another time.
    """
    known = gazetteer()
    leading = _leading()
    for index, atom in enumerate(atoms):
        if atom.text not in leading and atom.text[1:] not in ("在", "于"):
            continue
        if not _leads(atom, atoms, index, known) or _tells_another_time(text, atoms, index, leads):
            continue
        run = run_of(atoms, index + 1, words)
        end = index + 1 + len(run)
        following = atoms[end] if end < len(atoms) else None
        if longer := _owned(atoms, end, run, words, known):
            yield rendered(text, longer)
            continue
        if atom.text not in known.seated and _modifies(atoms, end, words):
            continue
        for span in lists_in(run):
            place = as_place(span, known, words) or (_one_of(span, atoms, end) and span)
            if place:
                if not is_occasion(place, following if span[-1] is run[-1] else None, words):
                    yield rendered(text, _abroad(span, place, known))
            elif span is run and _held_there(atom, span, following, words):
                yield rendered(text, span)
    if any(atom.text[0] == "在" for atom in atoms):
        yield from (known.short[match[1]] for match in _shortened().finditer("".join(atom.text for atom in atoms)))


def _abroad(span: Sequence[Atom], place: Sequence[Atom], known: Gazetteer) -> Sequence[Atom]:
    """A country or region with the foreign town behind it, where nothing else follows: 某国索尔某某."""
    whole = len(place) == 1 and place[0].text in known.countries and _to_the_last(span, place)
    return whole if whole and len(whole) == len(span) else place


@cache
def _leading() -> frozenset[str]:
    """The words that a place may follow, beside verbs with 在 or 于."""
    known = gazetteer()
    return frozenset(["到", "从", "至"]) | known.arriving | known.behind


def _leads(atom: Atom, atoms: Sequence[Atom], index: int, known: Gazetteer) -> bool:
    """Whether a place may follow a word."""
    if atom.text in ("到", "从"):
        told = known.touring if atom.text == "到" else known.departing
        act = next((a for a in atoms[index + 1 : index + 9] if a.verbal or a.text in told), atom)
        return act.text in told and act is not atoms[index + 1]
    if atom.text == "至":
        return index > 0 and atoms[index - 1].text in ("转移", "转运", "运送", "搬迁", "迁移", "护送", "转场")
    if len(atom.text) == 2 and atom.text[-1] in "在于" and atom.tag == "v":
        return atom.text not in known.no_seat
    if atom.text in known.arriving:
        return not (index and atoms[index - 1].text in _MEANT) and all(
            a.text not in ("途中", "路上", "途") for a in atoms[index + 2 : index + 6]
        )
    if atom.text == "在" and atoms[index + 1 : index + 2] and atoms[index + 1].text in _GOING_ON:
        return False
    return atom.text in known.behind and not (index and atoms[index - 1].text in ("旨", "在于"))


_GOING_ON = frozenset(["建", "产", "研", "售", "营", "管", "运", "播", "逃"])
"""What 在 tells as going on, and no place: 在产金矿, 在建电站."""
_MEANT = frozenset(["准备", "打算", "计划", "企图", "试图", "想"])


def _tells_another_time(text: str, atoms: Sequence[Atom], index: int, leads: bool) -> bool:
    """Whether the words as far as the next comma end with 后 or 之际: 在某地出席会议后，乘包机回国."""
    for k in range(index + 1, len(atoms)):
        last = k + 1 == len(atoms)
        if last or text[atoms[k].end : atoms[k].end + 1] in "，,":
            return atoms[k].text in _AFTER and (leads or not last)
    return False


def _owned(atoms: Sequence[Atom], end: int, run: Sequence[Atom], words: Words, known: Gazetteer) -> Sequence[Atom]:
    """某省的某镇: a place of a place, whole; () where no 的 and place follow the run, which ends before ``end``."""
    if end >= len(atoms) or atoms[end].text != "的" or not as_place(run, known, words):
        return ()
    inner = run_of(atoms, end + 1, words)
    place = as_place(inner, known, words) if inner else ()
    if not place or len(place) < len(inner) or is_occasion(place, None, words):
        return ()
    return (*run, atoms[end], *place)


def _modifies(atoms: Sequence[Atom], end: int, words: Words) -> bool:
    """Whether 在 and its place tell of a noun and not of the event: 在某地务工的某人, 在某国对某地的空袭中."""
    tail = atoms[end : end + 4]
    if not tail:
        return False
    if tail[0].tag == "work":
        return True
    if tail[0].tag == "date":
        tail = tail[1:]
    if tail and tail[0].text in ("对", "向") and any(a.text == "的" for a in atoms[end:]):
        return any(a.text in LOCATORS for a in atoms[end:])
    of = next((k for k, a in enumerate(tail) if a.text == "的"), None)
    if of is None:
        return False
    if of == 0:
        return not any(
            (a.text in LOCATORS and a.text != "下") or a.tag == "vn" or a.text.endswith(_DONE)
            for a in atoms[end + 1 : end + 8]
        )
    *front, verb = tail[:of]
    held = in_class(verb, "holding", words) or verb.text in _HELD
    return verb.verbal and all(a.tag in ("d", "ad") for a in front) and not held


_HELD = frozenset(["发生", "进行", "建设", "建成", "造成", "引发", "导致"])
_DONE = ("行动", "比赛", "演出", "活动", "空袭", "袭击")


def _one_of(span: Sequence[Atom], atoms: Sequence[Atom], end: int) -> bool:
    """Whether a name whose kind no ending tells stands in a list of 某、某等州."""
    listed = end + 1 < len(atoms) and atoms[end].text == "等" and ends_as(atoms[end + 1].text, gazetteer().admin)
    return listed and all(a.nominal for a in span)


@cache
def _shortened() -> re.Pattern[str]:
    """在京, 在沪 and the like, before a verb or a preposition."""
    return re.compile(
        rf"(?<!存)在([{''.join(gazetteer().short)}])(?=[举召开成签揭发会出启闭落正通同与和考调接视参主看亲颁公上首进参共隆])"
    )


def is_occasion(place: Sequence[Atom], following: Atom | None, words: Words) -> bool:
    """Whether what looks like a place names an event, or what is said of it: 在博览会上, 在经济领域."""
    name = "".join(atom.text for atom in place)
    if event_name_type(name, words) or any(atom.tag in ("date", "work") for atom in place):
        return True
    return following is not None and (
        following.text in ("上", "中", "下", "后", "时", "期间", "方面") or following.text in gazetteer().abstract
    )


def _held_there(lead: Atom, span: Sequence[Atom], following: Atom | None, words: Words) -> bool:
    """Whether something is held where no ending tells a place: 在海心沙举行."""
    name = "".join(atom.text for atom in span)
    known = gazetteer()
    return (
        lead.text in ("在", "于")
        and following is not None
        and in_class(following, "holding", words)
        and 2 <= len(name) <= 16
        and not event_name_type(name, words)
        and name not in known.loose
        and not any(atom.text in known.abstract or atom.tag in ("m", "q", "r", "t", "f") for atom in span)
    )


_LABEL = re.compile(r"(?:地点|会址|举办地|地址|场地)(?:仍|将)?(?:为|设?在|[：:])\s*(?P<place>[^，。；：:\s]{2,30})")
_LABELS = frozenset(["地点", "会址", "举办地", "地址", "场地"])


def labelled(text: str, atoms: Sequence[Atom]) -> Iterator[str]:
    """What stands behind 地点：."""
    if any(atom.text in _LABELS for atom in atoms):
        match = _LABEL.search(text[atoms[0].start : atoms[-1].end])
        if match:
            yield match["place"]


def met(text: str, atoms: Sequence[Atom], kind: str | None, words: Words) -> Iterator[str]:
    """What is visited (对某国进行访问) or, where something is destroyed, struck (袭击某市, 对某地发动空袭)."""
    known = gazetteer()
    for index, atom in enumerate(atoms):
        if atom.text == "对":
            run = run_of(atoms, index + 1, words)
            end = index + 1 + len(run)
            acts = {a.text for a in atoms[end : end + 8] if a.verbal or a.tag in ("vn", "l", "n")}
            if run and (any(act.endswith("访问") for act in acts) or (kind == "incident" and acts & known.striking)):
                yield from _named(text, atoms, run, end, known, words)
        elif kind == "incident" and atom.text in known.striking and (atom.verbal or atom.tag == "vn"):
            start = index + 1 + (index + 1 < len(atoms) and atoms[index + 1].text in ("了", "过"))
            run = run_of(atoms, start, words)
            if run and continues(run, 0, known):
                yield from _named(text, atoms, run, start + len(run), known, words)


def _named(
    text: str, atoms: Sequence[Atom], run: list[Atom], end: int, known: Gazetteer, words: Words
) -> Iterator[str]:
    """The places at the front of a run, and with the place that belongs to it: 某州的某市."""
    if longer := _owned(atoms, end, run, words, known):
        yield rendered(text, longer)
        return
    for span in lists_in(run):
        front = next((k for k, a in enumerate(span) if not continues(span, k, known)), len(span))
        place = as_place(span, known, words)
        if place or front:
            yield rendered(text, _to_the_last(span, place or span[:front]))


def _to_the_last(span: Sequence[Atom], place: Sequence[Atom]) -> Sequence[Atom]:
    """A place with the foreign name behind it, which a segmenter knows by no kind: 某地带北部杰巴利耶."""
    end = len(place)
    while end < len(span) and (span[end].tag in ("nrt", "ns") or (len(span[end].text) == 1 and end > len(place))):
        end += 1
    return span[:end]
