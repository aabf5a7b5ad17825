"""Dates that lie ahead though their clause tells what is over, and beginnings that are over with their deed."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from schemas import Expression
from timeline.events.data import word_set
from timeline.events.fields.foretold import foretold
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.outcomes import Clause, Refusal

_JOINS = re.compile(r"[，,]?[和、与及]|以及|又")
_ROW = 3
"""How many characters at most stand between two dates of a row."""


def as_past(expression: Expression, clause: Clause, story: Story, published: datetime) -> Expression | Refusal:
    """A date as the one before the publication where its words tell that it is over: 16日当天晚上 of last month.

    Args:
        expression: the date.
        clause: the clause that it dates.
        story: its article.
        published: the publication moment in the article's zone.

    Returns:
        The date; a refusal where it lies ahead and another date of its row is over: 今年2月和7月两次中断 in May.
    """
    begin, until, now = expression.begin, expression.until, published.replace(tzinfo=None)
    if begin is None or until is None:
        return expression
    if begin <= now:
        other = _in_front(expression, story) if "year" in expression.inherited else None
        turned = other is not None and other.begin > begin  # type: ignore[operator]
        return Refusal("background", "out of order in its row") if turned else expression
    if foretold((*clause.frame, *clause.atoms)) or any(a.text in _AHEAD for a in clause.frame):
        return expression
    if "same_day" in expression.rule and (expression.anchor or "").startswith("published"):
        return _a_month_before(expression, begin, until)
    other = _in_front(expression, story)
    over = other is not None and other.until is not None and other.until <= now
    return Refusal("background", "told as past, but its date lies ahead") if over else expression


def _in_front(expression: Expression, story: Story) -> Expression | None:
    """The date of the same unit that stands right in front of one in a row: 2月 of 2月和7月."""
    place = next((k for k, date in enumerate(story.dates) if date.start_char == expression.start_char), 0)
    other = story.dates[place - 1] if place else None
    if other is None or other.begin is None or other.granularity != expression.granularity:
        return None
    between = story.plain[other.end_char : expression.start_char].strip()
    return other if len(between) <= _ROW and _JOINS.fullmatch(between) else None


_AHEAD = frozenset(["将", "会", "拟", "要", "计划", "预计"])


def _a_month_before(expression: Expression, begin: datetime, until: datetime) -> Expression | Refusal:
    """The same day of the month before."""
    last = begin.replace(day=1) - timedelta(days=1)
    if begin.day > last.day:
        return Refusal("background", "told as past, but its date lies ahead")
    first = begin.replace(year=last.year, month=last.month)
    value = f"{first.date().isoformat()}{expression.value[10:]}"
    return expression.model_copy(update={"begin": first, "until": first + (until - begin), "value": value})


def is_over(expression: Expression, atoms: Sequence[Atom], published: datetime) -> bool:
    """Whether what began in a unit that is over was one deed: 2017年起，三个学院合并为一个.

    Args:
        expression: the date, told as a beginning.
        atoms: the clause that it dates.
        published: the publication moment in the article's zone.
    """
    begin = expression.begin
    if begin is None or begin.replace(tzinfo=None) + _RECENT > published.replace(tzinfo=None):
        return False
    return any(a.text.rstrip("了为成至到") in _ONCE for a in atoms)


_RECENT = timedelta(days=31)
_ONCE = word_set("done_once")
