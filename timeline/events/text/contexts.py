"""Dates that other dates of the same sentence make superfluous: a year in front of its day, the same day told twice."""

import itertools
from collections.abc import Iterator, Sequence

from schemas import GRANULARITIES, Expression
from timeline.events.text.atoms import Atom
from timeline.events.text.outcomes import Refusal
from timeline.events.text.statements import is_source

_RANK = {name: place for place, name in enumerate(GRANULARITIES)}


def superfluous(segments: Sequence[Sequence[Atom]]) -> dict[int, Refusal]:
    """The dates (by start_char) of a sentence that date nothing beside a finer date, each with the reason.

    - 2024年春运从1月26日开始: the year belongs to the name, the day dates the clause.
    - 今天上午: the day is told again more exactly.
    - 截至今天，今年票房已超…: the second is coarser than the date that stands alone in front of it.
    """
    found: dict[int, Refusal] = {}
    alone: Expression | None = None
    for segment in segments:
        dates = [(k, a) for k, a in enumerate(segment) if a.expression is not None and a.expression.type != "SET"]
        for (place, atom), (_, other) in _pairs(dates):
            first, second = atom.expression, other.expression
            if first is None or second is None:
                continue
            if _contains(first, second):
                named = segment[place + 1].nominal
                reason = "part of a name that a finer date stands beside" if named else "told more exactly beside it"
                found.setdefault(first.start_char, Refusal("name" if named else "background", reason))
            elif _contains(second, first):
                found.setdefault(second.start_char, Refusal("background", "a finer date stands beside it"))
        if alone is not None:
            for _, atom in dates:
                if atom.expression and _contains(atom.expression, alone):
                    found.setdefault(atom.expression.start_char, Refusal("background", "a finer date stands before it"))
        if (
            len(dates) == 1
            and all(a.tag in ("date", "p", "x", "zone", "v", "paren") for a in segment)
            and len(segment) <= 4
        ):
            alone = dates[0][1].expression
        elif not dates and is_source(segment):
            alone = None
        elif dates or segment:
            alone = alone if not dates else None
    return found


def _pairs(dates: Sequence[tuple[int, Atom]]) -> Iterator[tuple[tuple[int, Atom], tuple[int, Atom]]]:
    return ((a, b) for a, b in itertools.pairwise(dates))


def _contains(coarse: Expression, fine: Expression) -> bool:
    """Whether one date lies inside another that is told in a larger unit."""
    if coarse.begin is None or coarse.until is None or fine.begin is None or fine.until is None:
        return False
    larger = _RANK[coarse.granularity or "day"] < _RANK[fine.granularity or "day"]
    return larger and coarse.begin <= fine.begin and fine.until <= coarse.until
