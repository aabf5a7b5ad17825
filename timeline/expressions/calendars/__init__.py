"""Calendars behind one interface: lunar dates, solar terms, festivals, days off, plans, eras, school years.

Everything here is pure and answers in plain dates and years, half open where there are two ends; what a library must
compute is loaded when first asked for, and kept.
"""

from datetime import date

from timeline.expressions.calendars.breaks import is_announced, is_workday, statutory_break, statutory_days
from timeline.expressions.calendars.eras import (
    ANIMALS,
    BRANCHES,
    STEMS,
    Cycle,
    Era,
    era_year,
    eras,
    nearest_in_cycle,
    sexagenary_cycle,
    zodiac_cycle,
)
from timeline.expressions.calendars.festivals import WEEKDAYS, Festival, festival, festivals
from timeline.expressions.calendars.lunar import SOLAR_TERMS, leap_month, lunar_day, lunar_month, solar_term
from timeline.expressions.calendars.plans import plan_years

__all__ = [
    "ANIMALS",
    "BRANCHES",
    "SOLAR_TERMS",
    "STEMS",
    "WEEKDAYS",
    "Cycle",
    "Era",
    "Festival",
    "era_year",
    "eras",
    "festival",
    "festivals",
    "is_announced",
    "is_workday",
    "leap_month",
    "lunar_day",
    "lunar_month",
    "nearest_in_cycle",
    "plan_years",
    "school_year",
    "sexagenary_cycle",
    "solar_term",
    "statutory_break",
    "statutory_days",
    "zodiac_cycle",
]


def school_year(year: int) -> tuple[date, date]:
    """First day and the day after the last of the school year that begins in `year`: September to August."""
    return date(year, 9, 1), date(year + 1, 9, 1)
