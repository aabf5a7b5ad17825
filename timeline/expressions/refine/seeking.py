"""Which way a date that lacks its year, month or week is sought from the publication."""

from datetime import datetime
from typing import Literal

from timeline.expressions.meaning import Meaning
from timeline.expressions.refine.tense import Tense
from timeline.expressions.resolve import Policy, resolve

Kind = Literal["long", "unit", "date", "named", "day", "weekday"]
"""A quarter, half or season; a month; a day with its month; a festival or the like; a day alone; a weekday."""

_PATIENCE = {"long": 10, "unit": 10, "date": 3, "named": 3, "day": 5}
"""How many times as far ahead as back a date may lie, where the clause looks ahead."""

_NEARER = {"unit": 5, "date": 4, "named": 4, "day": 6}
"""How many times nearer the coming date must be than the last one, where nothing tells the tense."""

_COMING_UNIT = 62
"""How many days ahead a month may begin that nothing but its nearness puts ahead."""

_SOON = 15
"""How many days ahead a named day may lie to be the coming one, whatever the clause tells."""


def sought(
    meaning: Meaning, kind: Kind, published: datetime, tense: Tense | None, prefer: Policy | None, ahead: bool
) -> Policy:
    """The policy for a date without context.

    Args:
        meaning: what is told.
        kind: how much of it is told.
        published: the local moment of publication.
        tense: what the clause tells.
        prefer: what the caller wants where the clause tells nothing.
        ahead: whether the very words beside the date look forward.
    """
    if kind == "weekday" and ahead:
        return "future"
    if prefer is not None and (tense in (None, prefer) or (prefer == "current" and kind != "weekday")):
        return prefer
    if kind == "weekday" or (kind == "long" and tense is None) or (tense == "past" and kind != "named"):
        return "past"
    past, future = resolve(meaning, published, "past"), resolve(meaning, published, "future")
    if past is None or past.until is None:
        return "future"
    if future is None or future.begin is None:
        return "past"
    back = max((published - past.until).days + 1, 0)
    distance = max((future.begin - published).days, 0)
    return "future" if _comes(kind, tense, ahead, back, distance) else "past"


def _comes(kind: Kind, tense: Tense | None, ahead: bool, back: int, distance: int) -> bool:
    """Whether the coming date, so many days ahead, is meant rather than the last one, so many days back."""
    if kind == "named" and distance <= min(back, _SOON):
        return True
    if tense == "past":
        return False
    if tense == "future":
        return (ahead and kind == "day") or distance < back * _PATIENCE[kind]
    return distance * _NEARER[kind] < back and (kind != "unit" or distance <= _COMING_UNIT)
