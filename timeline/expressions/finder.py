"""From a text to its date expressions: fold, tag, refine, and hand out."""

from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta, timezone
from functools import cache

from schemas import Expression, trusted
from timeline.expressions import lexicon
from timeline.expressions.foreign import find_foreign
from timeline.expressions.meaning import Find, Point, Span
from timeline.expressions.names import NAME_SLOTS
from timeline.expressions.refine import refine
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import Policy
from timeline.expressions.rules import all_rules
from timeline.expressions.slots import SLOTS
from timeline.expressions.tagger import Tagger

_SHANGHAI = timezone(timedelta(hours=8))


@cache
def tagger() -> Tagger:
    """The scanner of all rows, compiled once."""
    return Tagger(all_rules(), SLOTS | NAME_SLOTS, lexicon.DIGITS, lexicon.NUMERALS)


def local(published: datetime) -> datetime:
    """The local moment of publication, without offset: an offset of zero, or none, means Asia/Shanghai."""
    if published.tzinfo is None:
        return published
    if not published.utcoffset():
        published = published.astimezone(_SHANGHAI)
    return published.replace(tzinfo=None)


def find_expressions(
    text: str, published: datetime, *, prefer: Policy | None = None, title: str = ""
) -> list[Expression]:
    """The date expressions of a text, resolved.

    Args:
        text: the text; offsets in the result are code points in it.
        published: when it came out; its own local day counts, and an offset of zero means Asia/Shanghai.
        prefer: which way a date that lacks its year or month is read where the text gives no hint: ``past``,
            ``current`` (the year, month or week of publication) or ``future``; None for what news means, the
            nearest that tense and context allow.
        title: the headline, where it is not part of the text; 2019年放假安排 there is the year of the dates below.

    Returns:
        The expressions in the order of their first character, not overlapping. ``begin`` and ``until`` are local
        date-times without offset, half open.
    """
    reading = Reading(lexicon.fold(text), local(published), prefer, lexicon.fold(title))
    reading.finds = tagger().tag(reading.text)
    side = None if prefer == "current" or prefer == "nearest" else prefer
    foreign = find_foreign(text, reading.published, side)
    if foreign:
        foreign = _hand_over(foreign, reading)
    found = [_expression(told, text) for told in refine(reading)] if reading.finds else []
    return _with_foreign(found, foreign) if foreign else found


def _hand_over(foreign: list[Expression], reading: Reading) -> list[Expression]:
    """Gives the days that say their year to the reading, where clocks and ranges go on from them; returns the rest."""
    days = {one.start_char: one for one in foreign if _is_whole_day(one)}
    if days:
        finds = [Find(one.start_char, one.end_char, _day_of(one), one.rule) for one in days.values()]
        ends = [find.end for find in finds]
        starts = [find.start for find in finds]
        outside = [f for f in reading.finds if bisect_right(ends, f.start) == bisect_left(starts, f.end)]
        reading.finds = sorted(outside + finds, key=lambda find: find.start)
    return [one for one in foreign if one.start_char not in days]


def _is_whole_day(one: Expression) -> bool:
    return one.anchor is None and one.begin is not None and one.value == one.begin.date().isoformat()


def _day_of(one: Expression) -> Point:
    day = one.begin or datetime.min
    return Point(year=day.year, month=day.month, day=day.day)


def _with_foreign(found: list[Expression], foreign: list[Expression]) -> list[Expression]:
    """Both, in order: a Japanese expression is whole where a row found a part of it, an English one fills gaps."""
    starts, ends = [one.start_char for one in found], [one.end_char for one in found]
    added: list[Expression] = []
    dropped: set[int] = set()
    for one in foreign:
        over = range(bisect_right(ends, one.start_char), bisect_left(starts, one.end_char))
        if all(len(found[at].text) < len(one.text) for at in over):
            added.append(one)
            dropped.update(over)
    kept = [one for at, one in enumerate(found) if at not in dropped]
    return sorted(kept + added, key=lambda one: one.start_char)


def _expression(told: Told, text: str) -> Expression:
    find, resolved = told.find, told.resolved
    return trusted(
        Expression,
        {
            "text": text[find.start : find.end],
            "start_char": find.start,
            "end_char": find.end,
            "type": resolved.type,
            "value": resolved.value,
            "mod": resolved.mod or ("APPROX" if find.approximate else None),
            "begin": resolved.begin,
            "until": resolved.until,
            "granularity": resolved.granularity,
            "relation": find.relation,
            "timezone": _zone(find.meaning),
            "anchor": told.anchor,
            "inherited": told.inherited,
            "rule": find.rule,
        },
    )


def _zone(meaning: object) -> str | None:
    if isinstance(meaning, Point):
        return meaning.zone
    if isinstance(meaning, Span):
        return meaning.first.zone
    return None
