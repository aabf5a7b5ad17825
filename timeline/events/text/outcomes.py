"""What a date expression dates, or why it dates nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas import UnusedReason
from timeline.events.text.atoms import Atom

Form = Literal["clause", "noun", "scene", "label"]
Segments = Sequence[Sequence[Atom]]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a date expression dates.

    Attributes:
        form: ``clause`` (subject and predicate), ``noun`` (with the verb of its modifier: 6月发布的《方案》)
            or ``scene`` (the occasion on which something else happens: 9月3日举行的闭幕式上).
            ``label`` is what a date is given for (报名时间：3月5日).
        atoms: the words, without the date and what leads it in.
        following: the clauses after it in its sentence.
        verb: the verb of the modifier, for ``noun`` and ``scene``.
        agent: who is said to say or plan it, or does what the modifier says.
        head: everything in front of the date in its own clause, for the words that tell status.
        since: the date that a span begins with, of which this date is the end (从去年大会到今年大会).
        frame: what stands in front of the date in its own clause and what trails it (将, 已), for the status.
    """

    form: Form
    atoms: tuple[Atom, ...]
    following: tuple[tuple[Atom, ...], ...] = ()
    verb: Atom | None = None
    agent: tuple[Atom, ...] = ()
    head: tuple[Atom, ...] = ()
    since: Atom | None = None
    frame: tuple[Atom, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a date expression dates nothing that is an event."""

    reason: UnusedReason
    detail: str


def segments_of(atoms: Sequence[Atom], *, blanks: bool = False) -> list[list[Atom]]:
    """A sentence's clauses, parted at commas, colons and stops, and at blanks where asked for."""
    segments: list[list[Atom]] = [[]]
    named = -1
    atoms = list(atoms)
    for place, atom in enumerate(atoms):
        if atom.text in _DASHES:
            if place <= named:
                continue
            opened = _before_name(segments[-1], atoms, place) if segments[-1] else None
            if opened is not None:
                segments[-1], named = opened, place + 1
                _close_name(atoms, place)
                continue
        if atom.tag == "stop" or (blanks and atom.text.isspace()):
            if atom.text in ("——", "—") and _is_apposed(segments[-1]):
                segments[-1] = _dates_of(segments[-1])  # 创新平台——研究中心: the name behind the dash stands for both
            elif atom.text in "：:" and segments[-1]:
                segments[-1].append(atom)
            segments.append([])
        else:
            segments[-1].append(atom)
    return [segment for segment in segments if any(not a.text.isspace() for a in segment)]


_DASHES = ("—", "——")


def _before_name(segment: Sequence[Atom], atoms: Sequence[Atom], place: int) -> list[Atom] | None:
    """A clause as far as its verb, where a dash and the name of its object follow: 迎来活动的重头戏——某巡游."""
    start, end = _behind_dash(atoms, place)
    name = atoms[start:end]
    verb = next((k for k, a in enumerate(segment) if a.verbal and k and segment[k - 1].nominal), None)
    if verb is None or not 1 < len(name) <= _NAME or name[0].tag in ("m", "quote", "work"):
        return None
    plain = all(a.nominal or a.tag in ("t", "date") for a in name) and name[-1].nominal
    behind = segment[verb + 1 :]
    marked = bool(behind) and behind[0].text == "了"
    object_ = behind[1:] if marked else behind
    noun = bool(object_) and object_[-1].nominal and any(a.text == "的" for a in object_)
    whole = noun and not any(a.tag in ("p", "d", "date") for a in object_)
    return list(segment[: verb + 1 + marked]) if plain and whole else None


def _behind_dash(atoms: Sequence[Atom], place: int) -> tuple[int, int]:
    """Where the words behind a dash begin and where they end at the next mark."""
    start = next((k for k in range(place, len(atoms)) if atoms[k].text not in _DASHES), len(atoms))
    return start, next((k for k in range(start, len(atoms)) if atoms[k].tag == "stop"), len(atoms))


def _close_name(atoms: list[Atom], place: int) -> None:
    """Make a feast in the name behind a dash a word of it that dates nothing: 唐人街春节大巡游."""
    for k in range(*_behind_dash(atoms, place)):
        if atoms[k].tag == "date":
            atoms[k] = atoms[k]._replace(tag="t", expression=None, nominal=True)


_NAME = 8
"""The most words of a name behind a dash."""


def _dates_of(segment: Sequence[Atom]) -> list[Atom]:
    """A clause as far as its last date."""
    last = max((k for k, a in enumerate(segment) if a.tag == "date"), default=-1)
    return list(segment[: last + 1])


def _is_apposed(segment: Sequence[Atom]) -> bool:
    """Whether nothing but a noun phrase stands behind the date of a clause: 今天，全国规模最大的互补项目——某电站."""
    noun = segment[len(_dates_of(segment)) :]
    if not noun or not all(a.nominal or a.tag in _IN_PHRASES for a in noun):
        return False
    if len(noun) == len(segment) and all(a.nominal or a.tag in ("v", "vn") for a in noun):
        return True
    return noun[-1].nominal and all(
        noun[k + 1].text == "的" or k + 2 == len(noun) for k, a in enumerate(noun[:-1]) if a.tag == "v"
    )


_IN_PHRASES = frozenset(["v", "vn", "uj", "x", "d", "f", "t", "c"])
"""Parts of speech that a noun phrase may hold beside nouns."""
