"""Finds that are parts of one expression become one: 去年 + 6月, 9月3日 + 下午 + 3点, 9月1日 + 至 + 10月7日."""

import re
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from timeline.expressions.durations import added
from timeline.expressions.meaning import Find, Length, Meaning, Part, Point, Repetition, Span, merged
from timeline.expressions.refine.reading import Reading

_RANK = {
    name: rank
    for rank, names in enumerate(
        (
            ("century", "century_shift"),
            ("decade",),
            ("year", "year_shift", "cycle"),
            ("half", "half_shift", "quarter", "quarter_shift", "season", "period"),
            ("month", "month_shift"),
            ("ten_days", "week", "week_shift"),
            ("day", "day_shift", "weekday", "weekend"),
            ("part",),
            ("hour",),
            ("minute",),
            ("second",),
        )
    )
    for name in names
}
_RANKS = tuple(_RANK.values())
_SAID = attrgetter(*_RANK)
_YEAR, _PERIOD, _MONTH, _WEEK, _DAY, _PART, _HOUR = 2, 3, 4, 5, 6, 7, 8
SHIFTS = attrgetter(
    "century_shift", "year_shift", "half_shift", "quarter_shift", "month_shift", "week_shift", "day_shift"
)
NO_SHIFTS = (None,) * 7
"""What ``SHIFTS`` gives of a point that is not counted from the anchor's own unit."""

_WIDEST_GAP, _WIDEST_RANGE = 3, 5
"""How many characters may stand between two parts of one expression, and between the ends of a range."""

_RANGE = re.compile(r" ?(?:[-~]{1,3}|一?直?(?:持续|延续)?[至到]) ?(?:了)?")
_FROM_ON = re.compile(r" ?起，?一?直?[至到] ?")
_BETWEEN = re.compile(r"[和与及跟]")
_FIGURES = ("clock_figures", "clock_half_day")
_EVENING = 5
"""The first hour by which a clock of an eve is meant: 除夕夜五点."""

_CLOCKS_APART = 60
"""How many characters an hour reaches whose half of the day the next one shares."""

_GAP = re.compile(r" ?的? ?")
_STAMP_GAPS = (" - ", " | ", "| ", ", ", "/", " / ")
_BRACKETS = re.compile(r"\([^()]{0,20}\)")
_CLAUSE_GOES_ON = re.compile("[，,]?[^，,。；;！!？?：:\n、]*")
_LATE_PARTS: dict[str, range] = {"AF": range(1, 7), "EV": range(5, 12), "NI": range(8, 12)}
"""The bare hours that are meant in the half of the day that their clause has told: 今晚在剧院8点开演."""


def ranks(point: Point) -> tuple[int, int]:
    """The coarsest and the finest field that a point says; (99, -1) where it says none."""
    if point.ranks is None:
        said = [rank for rank, value in zip(_RANKS, _SAID(point), strict=True) if value is not None]
        point.ranks = (min(said), max(said)) if said else (99, -1)
    return point.ranks


def join_parts(reading: Reading) -> None:
    """去年 and 6月 are 去年6月; 9月3日, （周六） and 下午3点 are one moment."""
    joined: list[Find] = []
    for find in reading.finds:
        near = joined and find.start - joined[-1].end <= _WIDEST_GAP
        if near and (whole := _join(joined[-1], find, reading.text)) is not None:
            joined[-1] = whole
        else:
            joined.append(find)
    reading.finds = joined


def _join(left: Find, right: Find, text: str) -> Find | None:
    gap = text[left.end : right.start]
    if _is_weekday_of(left.meaning, right.meaning) and gap.strip() in ("", "(", ",", "，", "["):
        closed = text[right.end : right.end + 1]
        end = right.end + 1 if gap.strip() in ("(", "[") and closed in (")", "]") else right.end
        return Find(left.start, end, left.meaning, left.rule)
    if (
        isinstance(left.meaning, Length)
        and isinstance(right.meaning, Length)
        and gap.strip() in ("", "零", "又", "加", "加上")
    ):
        length = added(left.meaning, right.meaning, strict=gap != "又")
        return Find(left.start, right.end, length, left.rule) if length is not None else None
    if not gap and (same := _that_day(left.meaning, right.meaning)) is not None:
        return Find(left.start, right.end, same, f"{left.rule}+{right.rule}")
    if not gap and (near := _is_named_again(left.meaning, right.meaning)):
        return Find(left.start, right.end, right.meaning, f"{left.rule}+{right.rule}", near=near)
    if gap == "的" and (day := _day_from_day(left.meaning, right.meaning)) is not None:
        return Find(left.start, right.end, day, f"{left.rule}+{right.rule}")
    if not _GAP.fullmatch(gap) and not (right.rule == "clock_figures" and _is_stamp(left.meaning, gap)):
        return None
    clock = _in_the_night(right.meaning) if text[left.end - 1] == "夜" else right.meaning
    meaning = _whole(left.meaning, clock, bool(gap.strip()))
    if meaning is None:
        return None
    return Find(left.start, right.end, meaning, f"{left.rule}+{right.rule}", near=left.near)


def _is_stamp(day: Meaning, gap: str) -> bool:
    """2022-09-03T22:15, and 2022-09-03 - 22:15 where the day says its year: a moment, and no range."""
    full = isinstance(day, Point) and day.year is not None and ranks(day)[1] == _DAY
    return gap == "T" or (full and gap in _STAMP_GAPS)


def _in_the_night(meaning: Meaning) -> Meaning:
    """除夕夜八点: the hour is one of the evening."""
    bare = isinstance(meaning, Point) and ranks(meaning)[0] == _HOUR and (meaning.hour or 0) >= _EVENING
    return replace(meaning, part="EV") if bare and isinstance(meaning, Point) else meaning


def _is_weekday_of(left: Meaning, right: Meaning) -> bool:
    if isinstance(left, Span):
        left = left.last
    return (
        isinstance(left, Point)
        and isinstance(right, Point)
        and right.weekday is not None
        and right.week_shift is None
        and right.part is None
        and right.hour is None
        and ranks(left)[1] == _DAY
        and left.weekday is None
    )


def _day_from_day(left: Meaning, right: Meaning) -> Point | None:
    """明天的后天: a day counted from another that is counted from today."""
    if not isinstance(left, Point) or not isinstance(right, Point) or left.day_shift is None or right.day_shift is None:
        return None
    both = Point(day_shift=left.day_shift + right.day_shift)
    alone = replace(left, day_shift=None), replace(right, day_shift=None)
    return both if alone == (Point(), Point()) else None


def _that_day(left: Meaning, right: Meaning) -> Point | None:
    """16日当天晚上: a day, and 当天 for it."""
    if not isinstance(left, Point) or not isinstance(right, Point) or left.follows:
        return None
    if not right.follows or right.day_shift != 0 or ranks(left)[1] != _DAY:
        return None
    return merged(left, replace(right, day_shift=None, follows=False))


def _is_named_again(left: Meaning, right: Meaning) -> Literal["told", "published"] | None:
    """次日1月27日, 昨天11月14日, 上周8月23日: a day or its week, and the same day again by its date."""
    if not isinstance(left, Point) or not isinstance(right, Point) or right.month is None or right.day is None:
        return None
    if (left.day_shift is None and left.week_shift is None) or ranks(left)[1] not in (_WEEK, _DAY):
        return None
    return "told" if left.follows else "published"


def _whole(left: Meaning, right: Meaning, spaced: bool) -> Meaning | None:
    if isinstance(left, Point) and isinstance(right, Point):
        return merged(left, right) if _fits(left, right) else None
    if isinstance(left, Point) and isinstance(right, Span) and _fits(left, right.first):
        last = right.last if ranks(right.last)[0] <= ranks(left)[1] or right.last.follows else merged(left, right.last)
        return Span(merged(left, right.first), last)
    if isinstance(left, Span) and isinstance(right, Point | Span) and not spaced:
        begins, ends = (right, right) if isinstance(right, Point) else (right.first, right.last)
        fits = ranks(begins)[0] < _PART and _fits(left.last, begins)
        return Span(left.first, merged(left.last, ends)) if fits else None
    if isinstance(left, Repetition) and isinstance(right, Point | Span) and not spaced and left.last is None:
        first = right if isinstance(right, Point) else right.first
        if _says_shift(first) or first.follows or first.year is not None:
            return None
        until = right.last if isinstance(right, Span) else None
        return Repetition(left.frequency, left.interval, merged(left.at, first), until, left.more)
    return None


def _says_shift(point: Point) -> bool:
    return SHIFTS(point) != NO_SHIFTS


def _fits(coarse: Point, fine: Point) -> bool:
    """Whether the second continues the first: each begins where the other ends."""
    if fine.follows or fine.event or _says_shift(fine) or coarse.mod is not None:
        return False
    above, below = ranks(coarse)[1], ranks(fine)[0]
    if above == _YEAR:
        return below in (_PERIOD, _MONTH) or (below == _WEEK and fine.week is not None)
    if above == _MONTH:
        return (below == _WEEK and fine.week_shift is None) or (below == _DAY and fine.day is not None)
    if above == _PERIOD:
        return coarse.period is not None and below in (_PART, _HOUR)
    if above == _WEEK:
        return (
            coarse.week_shift is not None and below == _DAY and (fine.weekday is not None or fine.weekend is not None)
        )
    if above == _DAY:
        return below in (_PART, _HOUR)
    return above == _PART and below == _HOUR and fine.part is None


def carry_parts(reading: Reading) -> None:
    """今晚（5月1日）8点: the hour behind the date in brackets is still in the evening."""
    finds = reading.finds
    for outer, inner, hour in zip(finds, finds[1:], finds[2:], strict=False):
        if inner.start - outer.end != 1 or hour.start - inner.end != 1:
            continue
        if not (
            isinstance(outer.meaning, Point) and isinstance(inner.meaning, Point) and isinstance(hour.meaning, Point)
        ):
            continue
        enclosed = reading.text[outer.end : inner.start] == "(" and reading.text[inner.end : hour.start] == ")"
        bare = hour.meaning.part is None and hour.meaning.hour is not None and hour.meaning.hour <= 12
        if enclosed and bare and outer.meaning.part and inner.meaning.part is None:
            hour.meaning = replace(hour.meaning, part=outer.meaning.part)


def carry_late_parts(reading: Reading) -> None:
    """今晚在云州剧院8点: a bare hour is one of the evening or afternoon that its clause tells before it."""
    part, end = None, 0
    for find in reading.finds:
        bare = find.meaning.first if isinstance(find.meaning, Span) else find.meaning
        if not isinstance(bare, Point):
            part = None
        elif bare.hour is None:
            if bare.part is not None or not _in_brackets(find, reading):
                part, end = bare.part if isinstance(find.meaning, Point) else None, find.end
        elif part and _may_be_late(bare, part) and _goes_on(reading.text[end : find.start]):
            later = replace(bare, part=part)
            find.meaning = Span(later, find.meaning.last) if isinstance(find.meaning, Span) else later


def _may_be_late(bare: Point, part: Part) -> bool:
    return ranks(bare)[0] == _HOUR and bare.hour in _LATE_PARTS.get(part, ())


def _goes_on(between: str) -> bool:
    """Whether an hour stands in the clause of the part of the day in front of it, remarks in brackets not counted."""
    return len(between) <= _CLOCKS_APART and _CLAUSE_GOES_ON.fullmatch(_BRACKETS.sub("", between)) is not None


def _in_brackets(find: Find, reading: Reading) -> bool:
    return reading.text[find.start - 1 : find.start] == "(" and reading.text[find.end : find.end + 1] == ")"


def carry_halves(reading: Reading) -> None:
    """昨晚7点半开赛，8点进球: a bare hour goes on in the half of the day in which the hour before it was told."""
    for before, hour in pairwise(reading.finds):
        bare = hour.meaning
        if not isinstance(bare, Point) or bare.hour is None or hour.start - before.end > _CLOCKS_APART:
            continue
        part = _half_before(before.meaning, bare)
        if part is not None and reading.same_paragraph(before.end, hour.start):
            hour.meaning = replace(bare, part=part)


def _half_before(told: Meaning, bare: Point) -> Part | None:
    """The afternoon or the evening of the hour before one without its half of the day, both counted to 12."""
    last = told.last if isinstance(told, Span) else told
    if not isinstance(last, Point) or last.hour is None or bare.hour is None or ranks(bare)[0] != _HOUR:
        return None
    part = last.part or (told.first.part if isinstance(told, Span) else None)
    return part if part in ("AF", "EV", "NI") and last.hour <= bare.hour < 12 else None


def join_ranges(reading: Reading) -> None:
    """9月1日, 至 and 10月7日 are one range; so are two ends with 和 before 之间."""
    joined: list[Find] = []
    for find in reading.finds:
        near = joined and find.start - joined[-1].end <= _WIDEST_RANGE
        if near and (whole := _range(joined[-1], find, reading)) is not None:
            joined[-1] = whole
        else:
            joined.append(find)
    reading.finds = joined


def _range(left: Find, right: Find, reading: Reading) -> Find | None:
    if not isinstance(left.meaning, Point) or not isinstance(right.meaning, Point):
        return None
    gap = reading.text[left.end : right.start]
    between = _BETWEEN.fullmatch(gap.strip()) and reading.behind(right.end, 3).startswith(("之间", "间", "期间"))
    bounded = reading.before(left.start, 2).endswith(("自", "从")) or reading.behind(right.end, 1) == "止"
    if not _RANGE.fullmatch(gap) and not between and not (bounded and _FROM_ON.fullmatch(gap)):
        return None
    if not _comparable(left.meaning, right.meaning):
        return None
    first = left.meaning
    if right.meaning.part is not None and right.rule in _FIGURES and first.hour is not None and first.part is None:
        first = replace(first, part=right.meaning.part)
    return Find(left.start, right.end, Span(first, right.meaning), f"{left.rule}-{right.rule}", ends=(left, right))


def _comparable(first: Point, last: Point) -> bool:
    if first.event or last.event:
        return False
    a, b = ranks(first), ranks(last)
    if (a[1] >= _PART) != (b[1] >= _PART):
        return a[1] >= _DAY and b[1] >= _DAY
    return a[1] >= _MONTH or a[1] == b[1] or b[1] < _MONTH or b[1] <= _MONTH
