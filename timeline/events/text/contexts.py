"""Dates that other dates of the same sentence make superfluous: a year in front of its day, the same day told twice."""

import itertools
import re
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
    - 2024年某考试2023年12月23日开考: the year belongs to the name, whichever year the day is of.
    - 自2017年7月某制度实施以来，截至11月，…: the first begins the span that the second ends.
    - 截至11月，今年以来…: the second begins the span that the first ends.
    """
    found: dict[int, Refusal] = {}
    alone: Expression | None = None
    for s, segment in enumerate(segments):
        for start in _begun_in(segments, s):
            found.setdefault(start, Refusal("background", "the beginning of a span told with its end"))
        dates = [(k, a) for k, a in enumerate(segment) if a.expression is not None and a.expression.type != "SET"]
        for (place, atom), (_, other) in _pairs(dates):
            first, second = atom.expression, other.expression
            if first is None or second is None:
                continue
            if _contains(first, second):
                named = segment[place + 1].nominal
                reason = "part of a name that a finer date stands beside" if named else "told more exactly beside it"
                found.setdefault(first.start_char, Refusal("name" if named else "background", reason))
            elif _is_edition(segment, place, second):
                found.setdefault(first.start_char, Refusal("name", "part of a name that a finer date stands beside"))
            elif _contains(second, first):
                found.setdefault(second.start_char, Refusal("background", "a finer date stands beside it"))
        if alone is not None:
            for where, atom in dates:
                named = where > 0 and segment[where - 1].text in _LEADING_NAMES and _is_edition(segment, where, alone)
                since = atom.expression is not None and atom.expression.relation == "since"
                if since and alone.relation == "as_of" and _reaches_on(segment, where):
                    found.setdefault(alone.start_char, Refusal("background", "the end of a span told behind it"))
                if atom.expression and not since and (named or _contains(atom.expression, alone)):
                    found.setdefault(atom.expression.start_char, Refusal("background", "a finer date stands before it"))
        if dates and all(a.tag in _ALONE or a.text in _CLOSES for a in segment) and len(segment) <= 5:
            alone = dates[-1][1].expression
        elif not dates and is_source(segment):
            alone = None
        elif dates or segment:
            alone = alone if not dates else None
    return found


_ALONE = frozenset(["date", "p", "x", "zone", "v", "paren"])
_CLOSES = frozenset(["收盘", "收市", "发稿"])
"""Moments of a day that markets and papers count up to: 截至1月27日收盘."""
_LEADING_NAMES = frozenset(["的", "在", "于"])


def _reaches_on(segment: Sequence[Atom], place: int) -> bool:
    """Whether 以来 or 至今 stands right behind a date."""
    return place + 1 < len(segment) and segment[place + 1].text in ("以来", "至今", "来")


def _is_edition(segment: Sequence[Atom], place: int, fine: Expression) -> bool:
    """Whether a year stands right before a name, in a clause that a day dates."""
    date = segment[place].expression
    day = _RANK[fine.granularity or "day"] >= _RANK["day"]
    return (
        day
        and fine.begin is not None
        and date is not None
        and date.granularity == "year"
        and re.fullmatch(r"\d{4}\s*年?", date.text) is not None
        and place + 1 < len(segment)
        and segment[place + 1].nominal
        and segment[place + 1].tag not in ("m", "mq")
    )


def _begun_in(segments: Sequence[Sequence[Atom]], s: int) -> Iterator[int]:
    """The dates in front of a clause that a time with 截至 ends: 自…以来，截至….

    What begins there is a span, which the clause of the second date tells.
    """
    began = begun_in(segments[s - 1]) if s else None
    if began is not None and any(_is_end(segments[s], k) for k in range(len(segments[s]))):
        yield began.start


def _is_end(segment: Sequence[Atom], place: int) -> bool:
    date = segment[place].expression
    led = place > 0 and segment[place - 1].text.startswith(("截至", "截止"))
    return date is not None and date.begin is not None and (date.relation == "as_of" or led)


def begun_in(segment: Sequence[Atom]) -> Atom | None:
    """The date since which what follows a clause is told: 自某制度实施以来, 今年以来; None where it tells none."""
    if not segment or segment[-1].text not in ("以来", "至今"):
        return None
    return next((a for a in segment if a.expression is not None and a.expression.relation == "since"), None)


def _pairs(dates: Sequence[tuple[int, Atom]]) -> Iterator[tuple[tuple[int, Atom], tuple[int, Atom]]]:
    return ((a, b) for a, b in itertools.pairwise(dates))


def _contains(coarse: Expression, fine: Expression) -> bool:
    """Whether one date lies inside another that is told in a larger unit."""
    if coarse.begin is None or coarse.until is None or fine.begin is None or fine.until is None:
        return False
    larger = _RANK[coarse.granularity or "day"] < _RANK[fine.granularity or "day"]
    return larger and coarse.begin <= fine.begin and fine.until <= coarse.until
