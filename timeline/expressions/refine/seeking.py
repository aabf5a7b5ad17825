"""Which way a date that lacks its year, month or week is sought from the publication."""

from datetime import datetime
from typing import Literal

from timeline.expressions.meaning import Meaning
from timeline.expressions.refine.tense import Tense
from timeline.expressions.resolve import Policy, resolve

Kind = Literal["unit", "date", "named", "day", "weekday"]
"""What is told: a month, quarter or half; a day with its month; a festival or the like; a day alone; a weekday."""

_PATIENCE = {"unit": 10, "date": 3, "named": 3, "day": 10, "weekday": 3}
"""How many times as far ahead as back a date may lie, where the clause looks ahead."""

_SOON = 15
"""How many days ahead a named day may lie to be the coming one, whatever the clause tells."""

_FAR = 4
"""How many times nearer the coming date must be than the last one, where nothing tells the tense."""


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
        ahead: whether the words beside a weekday look forward.
    """
    if kind == "weekday" and ahead:
        return "future"
    if prefer is not None and (tense in (None, prefer) or (prefer == "current" and kind != "weekday")):
        return prefer
    if kind == "weekday" or kind != "named" and (tense == "past" or (tense is None and kind != "date")):
        return "past"
    past, future = resolve(meaning, published, "past"), resolve(meaning, published, "future")
    if past is None or past.until is None:
        return "future"
    if future is None or future.begin is None:
        return "past"
    back = max((published - past.until).days + 1, 0)
    distance = max((future.begin - published).days, 0)
    if kind == "named" and distance <= min(back, _SOON):
        return "future"
    if tense == "past":
        return "past"
    if tense == "future":
        return "future" if distance < back * _PATIENCE[kind] else "past"
    return "future" if distance * _FAR < back else "past"
