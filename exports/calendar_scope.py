"""Which events enter a calendar, and the count of those that do not, by reason."""

from collections import Counter
from datetime import date, datetime

from exports.exporter import ExportOptions, LeftOut, Precision
from schemas import GRANULARITIES, Event, Granularity

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years, both inside, that every calendar program can show."""

FIGURES = ("target", "statistic")
"""The types that tell a number that holds at a time rather than something that happens then."""

_COARSEST: dict[Precision, Granularity] = {"day": "day", "month": "month", "year": "era"}


def admitted(events: tuple[Event, ...], options: ExportOptions) -> tuple[list[Event], tuple[LeftOut, ...]]:
    """The events that a calendar takes, in their order, and why the others are left out."""
    missing: Counter[str] = Counter()
    taken = []
    for event in events:
        reason = reason_against(event, options)
        if reason:
            missing[reason] += 1
        else:
            taken.append(event)
    return taken, tuple(LeftOut(missing[reason], reason) for reason in sorted(missing, key=_order))


def reason_against(event: Event, options: ExportOptions) -> str:
    """Why an event does not enter a calendar; empty where it does.

    Targets and figures enter where ``figures`` or the types asked for say so, coarse dates where ``precision`` does.
    """
    if event.begin.year < FIRST_YEAR:
        return f"before {FIRST_YEAR}"
    if (_last_day(event.until) if event.until else event.begin).year > LAST_YEAR or event.begin.year > LAST_YEAR:
        return f"after {LAST_YEAR}"
    if event.type in FIGURES and not options.figures and event.type not in options.selection.types:
        return f"of type {event.type}"
    if GRANULARITIES.index(event.granularity) < GRANULARITIES.index(_COARSEST[options.precision]):
        return f"of {event.granularity.replace('_', ' ')} precision"
    return ""


def _last_day(until: date | datetime) -> date:
    if isinstance(until, datetime):
        return until.date()
    return date.fromordinal(max(until.toordinal() - 1, 1))


def _order(reason: str) -> tuple[int, int, str]:
    """Years first, then kinds, then precision from the coarsest on."""
    coarse = [f"of {name.replace('_', ' ')} precision" for name in GRANULARITIES]
    return (2, coarse.index(reason), "") if reason in coarse else (0 if reason[-1].isdigit() else 1, 0, reason)
