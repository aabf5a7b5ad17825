"""When a clause happens: the time that its date expression and the words around it give."""

from collections.abc import Sequence
from datetime import datetime

from schemas import Expression
from timeline.events.fields.recurrences import is_activity, recurring_time
from timeline.events.fields.times import Time, as_term, eve_of, lately, on_publication, time_of
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.outcomes import Clause, Refusal

_LATELY = frozenset(["近日", "日前"])
"""Words by which the news of a report's first sentence is dated: some day of the week before it."""
_NEWS = frozenset(
    (
        *("publication", "founding", "signing", "launch", "construction", "award", "appointment", "legal"),
        *("exhibition", "conference", "ceremony", "performance", "competition"),
    )
)
"""What 近日 dates as news: something done once, and no figure or state."""
_COUNTED = frozenset(["statistic", "market", "award"])
"""What 截至目前 dates: a figure."""
_AS_OF = ("截至", "截止", "截止到", "截至到")


def is_dated(expression: Expression, story: Story, index: int) -> bool:
    """Whether a vague expression dates something nevertheless: 近日 in the lead of a report, 截至目前.

    Args:
        expression: an expression without bounds.
        story: its article.
        index: the number of its sentence.
    """
    lead = index == next(iter(story.opening), None) or bool(story.headings_above(index))
    return (lead and expression.text in _LATELY) or _as_of_now(expression, story.plain)


def _as_of_now(expression: Expression, plain: str) -> bool:
    """Whether a figure is told as of the day of publication: 截至目前."""
    front = plain[max(0, expression.start_char - 3) : expression.start_char]
    return expression.value == "PRESENT_REF" and (expression.text.startswith(_AS_OF) or front.endswith(_AS_OF))


def fits(expression: Expression, kind: str) -> bool:
    """Whether an event of a type can be dated by a vague expression; every other expression can date any."""
    if expression.text in _LATELY:
        return kind in _NEWS
    return expression.value != "PRESENT_REF" or kind in _COUNTED


def time_for(
    expression: Expression, clause: Clause, before: Sequence[Sequence[Atom]], story: Story, published: datetime
) -> Time | Refusal:
    """The time of what a clause tells.

    Args:
        expression: the expression that dates it.
        clause: the clause.
        before: the clauses of its sentence in front of it.
        story: its article.
        published: the publication moment in the article's zone.
    """
    following = story.plain[expression.end_char : expression.end_char + 12]
    expression = as_term(expression, following)
    time: Time | None
    if expression.type == "SET":
        if not is_activity(clause.atoms) or story.document:
            return Refusal("recurring", "a repetition of no activity")
        dates = [a.expression for part in (*before, clause.head) for a in part if a.expression]
        time = recurring_time(expression, dates, following, published)
    elif expression.text in _LATELY:
        time = lately(published)
    elif expression.value == "PRESENT_REF":
        time = on_publication(published)
    elif following.lstrip("”’").startswith("前夕"):
        time = eve_of(expression)
    else:
        time = time_of(expression, published, through=following.lstrip("”").startswith(("以来", "至今", "迄今")))
    return time or Refusal("no clause", "the date has no bounds")
