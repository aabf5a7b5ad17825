"""From a date expression to an event's time: bounds, granularity and EDTF (ISO 8601-2)."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from schemas import Expression, Granularity
from schemas.event import When
from timeline.events.fields.reach import Reach, has_both_ends

_COARSER_THAN_HOUR = frozenset(
    ["era", "century", "decade", "year", "half", "quarter", "season", "month", "ten_days", "week", "day"]
)
_FINER_THAN_DAY = frozenset(["part_of_day", "hour", "minute", "second"])
_CODES = {
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
}
_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?$")


@dataclass(frozen=True, slots=True)
class Time:
    """An event's time, with the meanings of the fields of `schemas.Event` of the same names."""

    begin: When
    until: When | None
    edtf: str
    granularity: Granularity
    all_day: bool
    approximate: bool = False
    open_end: bool = False
    timezone: str | None = "Asia/Shanghai"
    recurrence: str | None = None


def day_of(when: When) -> date:
    """The day of a date or of a moment in its own zone."""
    return when.date() if isinstance(when, datetime) else when


def time_of(
    expression: Expression, published: datetime, zone: str = "Asia/Shanghai", *, reach: Reach = "open"
) -> Time | None:
    """The time that an expression gives an event; None where it has no beginning.

    Parts of a day stay parts of a day: 下午 runs from 12:00 to 18:00 with the granularity ``part_of_day``. What begins
    then and has no end told (自9月1日起) keeps the unit in which its beginning is told as its bounds and is marked
    ``open_end``, unless it reaches to the publication (自2020年以来) or is a deed of that date.

    Args:
        expression: the expression.
        published: the publication moment in the article's zone.
        zone: the zone where the words name none.
        reach: how far what is told with ``since`` reaches (`fields.reach`).
    """
    begin, until = expression.begin, expression.until
    since = expression.relation == "since" and reach != "deed" and not has_both_ends(expression)
    if begin is not None and (until is None or (expression.relation == "since" and _open(expression))):
        until = _unit_end(expression, begin)
        since = reach != "deed"
    if begin is None or until is None or until < begin:
        return None
    granularity = expression.granularity or "day"
    all_day = granularity in _COARSER_THAN_HOUR and begin.time() == until.time() == datetime.min.time()
    approximate = expression.mod in _ABOUT or _is_reckoned(expression)
    time = Time(
        begin=begin.date() if all_day else begin,
        until=until.date() if all_day else _moment_end(expression, begin, until),
        edtf=edtf_of(expression, since),
        granularity=granularity,
        all_day=all_day,
        approximate=approximate,
        open_end=since,
        timezone={None: zone, "local": None}.get(expression.timezone, expression.timezone),
    )
    told = published.date()
    lasts = begin.date() <= told and (expression.relation == "since" or until.date() > told)
    return _to_publication(time, told) if reach == "through" and lasts else time


_ABOUT = frozenset(["APPROX", "START", "MID", "END", "MORE_THAN", "LESS_THAN"])
"""Modifiers that make a date one that is told as about."""


def _is_reckoned(expression: Expression) -> bool:
    """Whether a date is reckoned from another and less exact than its form.

    A clock that hours after another give (飞行6.5小时后), and 当天 where a report tells no day before it.
    """
    if expression.rule.startswith("length"):
        return expression.granularity in ("hour", "minute", "second")
    return expression.rule == "same_day" and (expression.anchor or "").startswith("published")


_LATELY_DAYS = 7
"""How many days, the last one included, 近日, 日前 and 前夕 mean in what a report is about."""


def lately(published: datetime) -> Time:
    """The week that ends with the day of publication, told as about."""
    return _week_to(published.date())


def soon(published: datetime) -> Time:
    """The week that begins with the day of publication, told as about: 计划近日发射."""
    return _week_to(published.date() + timedelta(days=_LATELY_DAYS - 1))


def on_publication(published: datetime) -> Time:
    """The day of publication, told as about: what holds until the report was written."""
    day = published.date()
    return Time(day, day + timedelta(days=1), f"{day.isoformat()}~", "day", all_day=True, approximate=True)


def eve_of(expression: Expression, published: datetime) -> Time | None:
    """The week before a day, told as about (国庆节前夕), as far as it has come where a report tells of it."""
    if expression.begin is None:
        return None
    last = expression.begin.date() - timedelta(days=1)
    told = published.date()
    return _week_to(told if last - timedelta(days=_LATELY_DAYS) < told < last else last)


def _week_to(last: date) -> Time:
    first = last - timedelta(days=_LATELY_DAYS - 1)
    edtf = f"{first.isoformat()}~/{last.isoformat()}~"
    return Time(first, last + timedelta(days=1), edtf, "week", all_day=True, approximate=True)


_BEFORE = re.compile(r"[”’」]?(?:[汛雨旱冬夏春秋][期季天]?)?(?:之前|以前|前(?!后|夕|往|来))")


def as_term(expression: Expression, following: str) -> Expression:
    """The expression as a term where 前 stands apart from it: 2025年“五一”前, 2025年汛期前.

    A term (10月底前, 到2025年) is dated by the unit in which its limit is told: the last month, day or year in which
    what is asked may be done. Neither its bounds nor its EDTF are open to the past, since nothing is known to
    begin there; the doubt ``a deadline`` tells a term from a date.
    """
    if expression.relation == "on" and expression.begin is not None and _BEFORE.match(following):
        return expression.model_copy(update={"relation": "before"})
    return expression


def _open(expression: Expression) -> bool:
    """Whether the bounds reach on without an end."""
    return expression.until is None or expression.until.year > 9000


def _unit_end(expression: Expression, begin: datetime) -> datetime:
    """The end of the unit in which a beginning is told."""
    unit = expression.granularity or "day"
    months = {"year": 12, "half": 6, "quarter": 3, "season": 3, "month": 1, "decade": 120, "century": 1200}.get(unit)
    if months:
        month = begin.month - 1 + months
        year = begin.year + month // 12
        return datetime(min(year, 9999), month % 12 + 1, 1)
    days = {"week": 7, "ten_days": 10, "day": 1}.get(unit)
    return begin + timedelta(days=days) if days else begin


def _moment_end(expression: Expression, begin: datetime, until: datetime) -> datetime:
    """A clock time is a moment; a range of clock times ends where the last one begins."""
    if expression.granularity not in ("hour", "minute", "second"):
        return until
    if "/" not in expression.value:
        return begin if _CLOCK.search(expression.value) else until
    clock = _CLOCK.search(expression.value)
    if clock is None:
        return until
    exact = until.replace(hour=int(clock[1]) % 24, minute=int(clock[2]), second=0)
    return exact if begin < exact <= until else until


def edtf_of(expression: Expression, open_end: bool = False) -> str:
    """The EDTF string of an expression, no more precise than its words.

    Levels 0 to 2 of ISO 8601-2: ``2022-06``, ``2022-09-01/2022-09-03``, ``2022-33`` (quarter), ``199X``, ``2022-06~``
    where the words say about, ``2023/..`` where it is open. The beginning, middle or end of a unit is told by what it
    means, as about: ``2022-11~/2022-12~`` for 2022年底, which sorts and ends as its bounds do.
    """
    told = expression.value.split("/")
    ends = [_edtf_point(end) for end in told]
    vague = expression.mod in _PARTS or (len(ends) == 2 and not _begins_with(expression, told[0]))
    if vague or any(end is None for end in ends):
        ends = _from_bounds(expression, vague=vague)
    elif expression.mod in _ABOUT or _is_reckoned(expression):
        ends = [f"{end}~" for end in ends]
    if not open_end:
        return "/".join(map(str, ends))
    inside = len(ends) == 2 and expression.granularity in _WITHIN
    return f"{ends[0]}~/.." if inside and not vague else f"{ends[0]}/.."


_PARTS = frozenset(["START", "MID", "END"])
_WITHIN = frozenset(["week", "ten_days"])
"""Units of which EDTF tells the first day; what begins in one of them (11月上旬起) begins about then."""
_DAYS_SHOWN = timedelta(days=62)
"""A vague window that is longer is told by its months, so that its days promise nothing."""


def _begins_with(expression: Expression, value: str) -> bool:
    """Whether the bounds begin where the first end of a range does, and not with a part of it (从1月底)."""
    whole = _YEAR_OR_MONTH.fullmatch(value)
    first = expression.begin
    return whole is None or first is None or (first.month, first.day) == (int(whole[2] or 1), 1)


_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")
_AS_IN_EDTF = re.compile(r"-?\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH]\d|SP|SU|FA|WI)")
_WITH_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(?:[A-Z]{2}|\d\d(?::\d\d){0,2})")
"""The forms of TIMEX3 values: as EDTF has them, a quarter or season of a year, and a part of a day or a clock time."""


def _edtf_point(value: str) -> str | None:
    """One end of a TIMEX3 value; None where only its bounds tell it."""
    if _AS_IN_EDTF.fullmatch(value):
        return value
    if match := _PART_OF_YEAR.fullmatch(value):
        return f"{match[1]}-{_CODES[match[2]]}" if match[2] in _CODES else None
    if match := _WITH_CLOCK.fullmatch(value):
        clock = _CLOCK.search(value)
        return f"{match[1]}T{clock[1]}:{clock[2]}:{clock[3] or '00'}" if clock else match[1]
    return None


def _from_bounds(expression: Expression, *, vague: bool) -> list[str | None]:
    """The ends that the bounds tell: days, or where they are vague the largest units that they keep to."""
    if expression.begin is None or expression.until is None:
        return [expression.begin.date().isoformat() if expression.begin else ".."]
    first, last = expression.begin.date(), (expression.until - timedelta(seconds=1)).date()
    size = 10
    if vague and expression.granularity in ("decade", "century"):
        size = 4
    elif vague and (_keeps_to_months(first, last) or last - first > _DAYS_SHOWN):
        size = 7
    mark = "~" if vague or expression.mod in _ABOUT else ""
    return list(dict.fromkeys(f"{day.isoformat()[:size]}{mark}" for day in (first, last)))


def _keeps_to_months(first: date, last: date) -> bool:
    return first.day == 1 and (last + timedelta(days=1)).day == 1


def _to_publication(time: Time, published: date) -> Time:
    """A period that reaches to the day of publication."""
    begin = day_of(time.begin)
    until = max(published, begin) + timedelta(days=1)
    first, last = time.edtf.split("/")[0].split("T")[0], published.isoformat()
    return replace(
        time,
        begin=begin,
        until=until,
        edtf=last if first == last else f"{first}/{last}",
        granularity="day" if time.granularity in _FINER_THAN_DAY else time.granularity,
        all_day=True,
        open_end=False,
    )


def ended(time: Time, end: Expression) -> Time:
    """A time that began and had no end told, up to the end of the unit in which its end is told: 持续到5月底."""
    if end.until is None:
        return time
    until: When = end.until
    if not isinstance(time.begin, datetime):
        until = (end.until - timedelta(microseconds=1)).date() + timedelta(days=1)
    first, last = time.edtf.removesuffix("/..").split("/")[0], edtf_of(end).split("/")[-1]
    return replace(time, until=until, edtf=first if first == last else f"{first}/{last}", open_end=False)


def lengthened(time: Time, days: int) -> Time:
    """A time that begins on a day, and lasts a number of days."""
    begin = day_of(time.begin)
    return until_day(time, begin + timedelta(days=days))


def until_day(time: Time, until: date) -> Time:
    """A time that begins on a day and ends with the day before ``until``."""
    begin = day_of(time.begin)
    if until <= begin:
        return time
    last = until - timedelta(days=1)
    edtf = begin.isoformat() if last == begin else f"{begin.isoformat()}/{last.isoformat()}"
    return replace(time, begin=begin, until=until, edtf=edtf, granularity="day", all_day=True, open_end=False)
