"""Festivals and observances: the days that a name stands for in a year.

The names and rules are data, in festivals.tsv.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from timeline.expressions.calendars.lunar import lunar_day, lunar_month, solar_term

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""RFC 5545's weekdays, Monday first."""


@dataclass(frozen=True, slots=True)
class Festival:
    """A named day (or a named stretch of months) of every year."""

    name: str
    """Its usual name in simplified script, by which functions here know it."""
    names: tuple[str, ...]
    """All names that mean nothing else, in simplified script."""
    short: tuple[str, ...]
    """Names that are mere numbers (五一, 618) where nothing around them tells otherwise."""
    rule: str
    """How the day is found, in the words that festivals.tsv explains."""

    def bounds(self, year: int) -> tuple[date, date] | None:
        """First day and the day after the last in `year`; None where the calendar does not reach.

        A festival of the twelfth lunar month belongs to the year in which that month mostly lies: 2022年除夕 is
        31 January 2022.
        """
        kind, *arguments = self.rule.split()
        first = _RULES[kind](year, *arguments)
        if first is None:
            return None
        return (first, first + timedelta(days=1)) if kind != "months" else (first, _month_after(year, arguments[0][3:]))

    def frequency(self) -> str | None:
        """The RFC 5545 rule of its return; None where the Gregorian calendar has none (lunar days, solar terms)."""
        kind, *arguments = self.rule.split()
        if kind == "solar":
            month, day = arguments[0].split("-")
            return f"FREQ=YEARLY;BYMONTH={int(month)};BYMONTHDAY={int(day)}"
        if kind == "weekday" and len(arguments) == 3:
            month, weekday, nth = arguments
            return f"FREQ=YEARLY;BYMONTH={int(month)};BYDAY={nth}{weekday}"
        return None


def _month_after(year: int, month: str) -> date:
    return date(year + int(month) // 12, int(month) % 12 + 1, 1)


def _solar(year: int, day: str) -> date:
    return date.fromisoformat(f"{year:04}-{day}")


def _lunar(year: int, day: str) -> date | None:
    month, number = day.split("-")
    lunar_year = year - 1 if month == "12" else year
    if number == "end":
        bounds = lunar_month(lunar_year, int(month))
        return bounds[1] - timedelta(days=1) if bounds else None
    return lunar_day(lunar_year, int(month), int(number))


def _term(year: int, name: str, offset: str = "0") -> date | None:
    day = solar_term(name, year)
    return day and day + timedelta(days=int(offset))


def _weekday(year: int, month: str, weekday: str, nth: str, offset: str = "0") -> date:
    first = date(year, int(month), 1)
    ahead = (WEEKDAYS.index(weekday) - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (int(nth) - 1) + int(offset))


def _easter(year: int, offset: str = "0") -> date:
    from dateutil.easter import easter

    day: date = easter(year)
    return day + timedelta(days=int(offset))


def _months(year: int, months: str) -> date:
    return date(year, int(months[:2]), 1)


_RULES: Mapping[str, Callable[..., date | None]] = {
    "solar": _solar,
    "lunar": _lunar,
    "term": _term,
    "weekday": _weekday,
    "easter": _easter,
    "months": _months,
}


@lru_cache(maxsize=1)
def festivals() -> tuple[Festival, ...]:
    """All festivals, in the order of the table."""
    table = files(__package__).joinpath("festivals.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(
        Festival(name, tuple(n for n in (name, *others.split()) if n not in short), tuple(short.split()), rule)
        for name, others, short, rule, _origin in rows
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Festival]:
    return {name: festival for festival in festivals() for name in (*festival.names, *festival.short)}


def festival(name: str) -> Festival:
    """The festival of any of its names, in simplified script.

    Raises KeyError where there is none.
    """
    return _by_name()[name]
