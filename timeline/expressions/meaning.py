"""What the words of a date expression say, before anything is resolved.

The scanner keeps what it has built and hands it out again: a find is given another meaning, and no meaning is changed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter
from typing import Literal

from schemas import Modifier, Relation

YearlyPeriod = Callable[[int], tuple[date, date] | None]
"""From a year to the first day and the day after the last of a period that comes every year; None where unknown."""

Part = Literal["EM", "MO", "MI", "AF", "EV", "NI"]
"""凌晨, 早晨 and 上午, 中午, 下午, 傍晚 and 晚上, 夜间 and 深夜."""

Side = Literal["ago", "later", "past", "future", "within", "countdown"]
"""三天前 ago, 三天后 later: a point. 过去三天 past, 未来三天 future, 三天内 within: a window.
倒计时三天 countdown: a length, and the day that it leads to."""

Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@dataclass(slots=True)
class Point:
    """A point or unit of the calendar, told coarse to fine; a field is None where the words do not say it.

    A ``_shift`` field counts units from the anchor: 去年 is ``year_shift=-1``, 下周三 ``week_shift=1, weekday=3``.
    """

    century: int | None = None  # 21世纪 is 20: the first two digits
    century_shift: int | None = None
    decade: int | None = None  # 90年代 is 9
    year: int | None = None
    year_shift: int | None = None
    cycle: tuple[int, int] | None = None  # 龙年: a place in a cycle of years, and the cycle's length; the nearest
    half: int | None = None
    half_shift: int | None = None
    quarter: int | None = None
    quarter_shift: int | None = None
    season: Literal["SP", "SU", "FA", "WI"] | None = None
    period: YearlyPeriod | None = None  # 国庆节, 清明, 农历八月十五
    month: int | None = None
    month_shift: int | None = None
    ten_days: int | None = None  # 上旬 1, 中旬 2, 下旬 3
    week: int | None = None  # the n-th week of the month or year
    week_shift: int | None = None
    weekday: int | None = None  # Monday 1
    weekend: bool | None = None
    day: int | None = None  # negative: counted from the month's end, -1 is its last day
    day_shift: int | None = None
    part: Part | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    mod: Modifier | None = None
    zone: str | None = None
    follows: bool = False  # 当天, 次日, 同年: counted from the last date told, not from the publication
    event: str | None = None  # 开幕式当天: counted from the day of that event
    ranks: tuple[int, int] | None = field(default=None, init=False, repr=False, compare=False)  # kept by ``ranks``


@dataclass(slots=True)
class Span:
    """From one point to another, both inside."""

    first: Point
    last: Point
    mod: Modifier | None = None  # “十四五”末


@dataclass(slots=True)
class Length:
    """A length of time, with the side of the anchor on which it lies where the words say it."""

    years: float = 0
    months: float = 0
    weeks: float = 0
    days: float = 0
    workdays: int = 0
    hours: float = 0
    minutes: float = 0
    seconds: float = 0
    vague: str | None = None  # the unit letter of 多年, 数月: Y, M, W, D, TH, TM, TS
    side: Side | None = None
    mod: Modifier | None = None
    follows: bool = False  # 此后三年: counted from the last date told
    event: str | None = None  # 赛前三天: counted from the day of that event


@dataclass(slots=True)
class Repetition:
    """Something that comes again: 每周三, 每月15日, 每天上午9点至11点."""

    frequency: Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
    interval: int = 1
    at: Point = field(default_factory=Point)
    last: Point | None = None  # the other end of a range: 每天上午9点至11点, 每周一至周五
    more: tuple[Point, ...] = ()  # the others of a list: 每周一、三、五


@dataclass(slots=True)
class Vague:
    """日前, 目前, 未来: a reference to past, present or future, without bounds."""

    reference: Reference


Meaning = Point | Span | Length | Repetition | Vague


@dataclass(slots=True)
class Find:
    """A date expression on its way from the words to its meaning; the refiners work on these.

    Attributes:
        start: offset of the first code point.
        end: offset after the last code point.
        meaning: what the words say.
        rule: the name of the row that found it; ``a+b`` where two were joined.
        relation: how what is said stands to the date.
        approximate: whether 约, 左右 or the like stands beside it.
        near: whether it is the return of its day nearest to what was told (次日1月27日) or to the publication
            (上周8月23日); None where nothing says so.
        ends: the two finds that were joined to a range; they stand alone where the one does not follow the other.
    """

    start: int
    end: int
    meaning: Meaning
    rule: str
    relation: Relation = "on"
    approximate: bool = False
    near: Literal["told", "published"] | None = None
    ends: "tuple[Find, Find] | None" = None


POINT_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Point) if f.init)
"""The names of the fields of ``Point``, coarse to fine."""


_FIELDS = attrgetter(*POINT_FIELDS)


def merged(coarse: Point, fine: Point) -> Point:
    """One point that says what both say; where both speak, the finer one is heard."""
    both = zip(_FIELDS(coarse), _FIELDS(fine), strict=True)
    return Point(*(one if other is None or other is False else other for one, other in both))
