"""N周年 counted from the day that it celebrates, where the article states that day: 香港回归祖国25周年."""

import re
from datetime import timedelta

from timeline.expressions.durations import after, finest_unit
from timeline.expressions.meaning import Length, Point
from timeline.expressions.refine.memory import begin_of
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.told import Told

_WORDS = "周年"
_REACH = 16
"""How many characters before 周年 tell what it celebrates."""

_AROUND = timedelta(days=400)
"""How far from the publication an anniversary lies that no year beside it dates."""

_BREAK = re.compile(
    "[^一-鿿]|庆祝|纪念|今年|明年|去年|本月|正是|就是|迎来|正值|适逢|恰逢|时值|即将|来到|步入|我们|[是在将的了年月日]"
)
_CLAUSE = re.compile("[，。；、！？,;!?“”（）《》]")
_PLAIN = frozenset({"成立", "建立", "创立", "创办", "设立", "诞生", "开业", "开馆", "建成", "上线"})
"""Pairs of characters that tell what happened, and not to whom."""


def date_anniversaries(told: list[Told], reading: Reading) -> None:
    """Gives each N周年 the stated day that it counts from as its beginning, and the same day N years on as its end.

    The value stays the length. Nothing changes where the article states no such day.
    """
    if _WORDS not in reading.text:
        return
    days = [one for one in told if _is_stated_day(one)]
    for one in told if days else ():
        length = one.find.meaning
        if not isinstance(length, Length) or not length.years or length.side is not None:
            continue
        if reading.text[one.find.end - len(_WORDS) : one.find.end] != _WORDS:
            continue
        if (day := _celebrated(one, length, days, reading)) is not None:
            first = begin_of(day).replace(hour=0, minute=0, second=0)
            one.resolved.begin, one.resolved.until = first, after(first, length)
            one.resolved.granularity = finest_unit(length)
            one.anchor = f"text {day.find.start}-{day.find.end} {first.date().isoformat()}"


def _is_stated_day(one: Told) -> bool:
    """Whether a day, or an hour of it, is told."""
    days = ("day", "part_of_day", "hour", "minute")
    return isinstance(one.find.meaning, Point) and one.resolved.granularity in days and one.resolved.begin is not None


def _celebrated(anniversary: Told, length: Length, days: list[Told], reading: Reading) -> Told | None:
    """The day of what is celebrated: of those so many years ago, the one whose sentence shares most words with it."""
    at = anniversary.find.start
    clause = _CLAUSE.split(reading.before(at, _REACH))[-1]
    words = _pairs(clause)
    possible = [day for day in days if _comes_then(day, length, anniversary, reading)]
    best, found = 0, None
    for day in possible:
        start, end = reading.sentence(day.find.start)
        first, last = (min(max(place, start), end) for place in (at - len(clause), anniversary.find.end))
        shared = words & _pairs(f"{reading.text[start:first]} {reading.text[last:end]}")
        score = 2 * len(shared - _PLAIN) + len(shared & _PLAIN)
        if score > best and (score > 1 or len(possible) == 1):
            best, found = score, day
    return found


def _pairs(words: str) -> set[str]:
    """The pairs of neighbouring characters of the words that tell something."""
    return {part[n : n + 2] for part in _BREAK.split(words) for n in range(len(part) - 1)}


def _comes_then(day: Told, length: Length, anniversary: Told, reading: Reading) -> bool:
    """Whether the anniversary of a day lies about the publication, or in a year told before it in its sentence."""
    try:
        then = after(begin_of(day), length)
    except OverflowError:
        return False
    if abs(then - reading.published) <= _AROUND:
        return True
    start, _ = reading.sentence(anniversary.find.start)
    return f"{then.year}年" in reading.text[start : anniversary.find.start]
