"""Seasons that a year is told with: 2023年春运期间 is forty days, and 今年汛期 some months, and neither is the year."""

import re
from datetime import date, datetime, timedelta

from schemas import Expression
from timeline.events.data import rows_of
from timeline.events.fields.times import Time
from timeline.expressions.calendars import festival

_MONTHS = {name: (int(first), int(last)) for name, first, last in rows_of("seasons.tsv")}
_TRAVEL = "春运"
_TRAVEL_BEFORE, _TRAVEL_DAYS = timedelta(days=15), timedelta(days=40)
"""The rush of travel of the Spring Festival: forty days, of which fifteen lie before the feast."""
_SEASON = re.compile(
    rf"[“‘「]?(?P<name>{'|'.join((_TRAVEL, *_MONTHS))})[”’」]?(?P<since>以来)?"
    r"(?!之?前|以前|之?后|以后|结束|过后|同期|将至|临近|到来)"
)
_ONE = timedelta(days=1)


def season_of(expression: Expression, following: str, published: datetime) -> Time | None:
    """The season that a year is told with; None where it is told with none.

    The rush of travel has its days, every other season is told by its months, as about. With 以来 it reaches to the
    publication.

    Args:
        expression: the expression.
        following: the simplified words behind it.
        published: the publication moment in the article's zone.
    """
    if expression.granularity != "year" or expression.relation != "on" or "/" in expression.value:
        return None
    match = _SEASON.match(following)
    if match is None or expression.begin is None:
        return None
    bounds = _bounds(match["name"], expression.begin.year)
    if bounds is None:
        return None
    first, end = bounds
    exact = match["name"] == _TRAVEL
    begins, ends = (
        (first.isoformat(), (end - _ONE).isoformat()) if exact else (f"{first:%Y-%m}~", f"{end - _ONE:%Y-%m}~")
    )
    told = published.date()
    if match["since"] and first <= told < end:
        end, ends = told + _ONE, told.isoformat()
    return Time(first, end, f"{begins}/{ends}", "day" if exact else "month", all_day=True, approximate=not exact)


def _bounds(name: str, year: int) -> tuple[date, date] | None:
    """First day of a season and the day after its last; None where the calendar does not reach."""
    if name == _TRAVEL:
        feast = festival("春节").bounds(year)
        return (feast[0] - _TRAVEL_BEFORE, feast[0] - _TRAVEL_BEFORE + _TRAVEL_DAYS) if feast else None
    begins, ends = _MONTHS[name]
    return date(year, begins, 1), date(year, ends + 1, 1)
