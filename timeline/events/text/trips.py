"""What the days of a trip date: the trip, and not the last of the meetings that somebody attends on it."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.data import word_set
from timeline.events.text.atoms import Atom
from timeline.events.text.outcomes import Clause

_ATTENDING = frozenset(["出席", "参加"])
_ARRIVING = frozenset(["抵达", "抵", "飞抵", "到达"])
_PLACE = 6
"""The most words of an arrival and its place: 抵达某市某机场."""
_VISITS = word_set("visits")
_LONGEST = 34
"""With more characters the visit alone is told."""


def visit_of(atoms: Sequence[Atom]) -> tuple[int, int] | None:
    """Where somebody attends something and, behind 并, where the visit begins: 出席某峰会并对某国进行访问."""
    attends = next((k for k, a in enumerate(atoms) if a.text in _ATTENDING and k), None)
    if attends is None:
        return None
    for place in range(attends + 1, len(atoms) - 1):
        if atoms[place].text == "并" and _visits(atoms[place + 1 :]):
            return attends, place + 1
    return None


def as_trip(clause: Clause) -> Clause:
    """A trip with too many meetings for a title, and an arrival for a visit of some days, with the visit alone."""
    behind = clause.following[0] if clause.following else ()
    visit = behind[1:] if len(behind) > 1 and behind[0].text == "开始" else behind
    if clause.form == "clause" and visit and _visits(visit) and any(a.text == "为期" for a in visit):
        arrives = next((k for k, a in enumerate(clause.atoms) if a.text in _ARRIVING and k), None)
        if arrives is not None and len(clause.atoms) - arrives <= _PLACE:
            atoms = (*clause.atoms[:arrives], *visit)
            return replace(clause, atoms=atoms, following=clause.following[1:])
    found = visit_of(clause.atoms) if clause.form == "clause" else None
    if found is None or sum(len(a.text) for a in clause.atoms) <= _LONGEST:
        return clause
    attends, place = found
    front = [a for a in clause.atoms[:attends] if a.text not in ("赴", "前往")]
    start = next((k for k, a in enumerate(clause.atoms[:attends]) if a.text in ("赴", "前往")), None)
    front = list(clause.atoms[:start]) if start else front
    return replace(clause, atoms=(*front, *clause.atoms[place:]))


def _visits(atoms: Sequence[Atom]) -> bool:
    """Whether words tell a visit: 访问某国, 对某国进行正式访问."""
    first = atoms[0].text
    return first in _VISITS or (first == "对" and any(a.text.endswith("访问") for a in atoms[1:8]))
