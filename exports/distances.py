"""How far a day is from today, in words; today always comes as an argument."""

from datetime import date
from functools import lru_cache

from exports.dates import days_of, is_imprecise
from exports.labels import Language
from schemas import Event

NEAR = 45
"""The days within which an event tells its own distance; farther off its month does."""

_NEXT_TO_TODAY = {-1: ("昨天", "yesterday"), 0: ("今天", "today"), 1: ("明天", "tomorrow"), 2: ("后天", "in 2 days")}
_MONTHS = {-1: ("上个月", "last month"), 0: ("本月", "this month"), 1: ("下个月", "next month")}
_YEARS = {-1: ("去年", "last year"), 0: ("今年", "this year"), 1: ("明年", "next year")}


def event_distance(event: Event, today: date, language: Language = "zh") -> str:
    """The days between today and an event, as in 3天后; empty where it is far off or its day not known."""
    if is_imprecise(event):
        return ""
    first, last = days_of(event)
    if first < today <= last:
        number, length = (today - first).days + 1, (last - first).days + 1
        return f"今天是第{number}天" if language == "zh" else f"day {number} of {length}"
    days = ((first if first >= today else last) - today).days
    if abs(days) > NEAR or (event.open_end and days < 0):
        return ""
    return _days(days, language)


def period_distance(year: int, month: int | None, today: date, language: Language = "zh") -> str:
    """How far a month or year is, as in 下个月 or 3年前."""
    if month is None:
        return _chosen(_YEARS, year - today.year, language) or _humanized(
            date(year, 1, 1), date(today.year, 1, 1), language
        )
    months = (year - today.year) * 12 + month - today.month
    return _chosen(_MONTHS, months, language) or _humanized(date(year, month, 1), today.replace(day=1), language)


def _chosen(table: dict[int, tuple[str, str]], number: int, language: Language) -> str:
    return table[number][language == "en"] if number in table else ""


@lru_cache(maxsize=1024)
def _days(days: int, language: Language) -> str:
    import arrow

    near = _chosen(_NEXT_TO_TODAY, days, language)
    unit = "day" if abs(days) < 14 else "week"
    start = arrow.get(2000, 3, 1)
    return near or start.shift(days=days).humanize(start, locale=language, granularity=unit)  # type: ignore[arg-type]


@lru_cache(maxsize=1024)
def _humanized(day: date, today: date, language: Language) -> str:
    import arrow

    return arrow.get(day).humanize(arrow.get(today), locale=language)
