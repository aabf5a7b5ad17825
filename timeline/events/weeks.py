"""A week that is told by its first day or by a day in it: 2月2日开始的这一周, 6月3日当周."""

import itertools
import re
from collections.abc import Sequence
from datetime import timedelta

from schemas import Expression
from timeline.events.story import Story

_BEGUN = re.compile(r"[日号]?(?:开始|起)的?")
_OF_DAY = re.compile(r"[日号]?(?:所在的?)?")
_WEEK = timedelta(days=7)


def with_weeks(expressions: Sequence[Expression], story: Story) -> tuple[list[Expression], list[Expression]]:
    """The expressions with each such week as one, and those that it takes in.

    Args:
        expressions: the expressions of a sentence, in order.
        story: their article.
    """
    kept, taken = list(expressions), []
    for day, week in itertools.pairwise(expressions):
        joined = _joined(day, week, story)
        if joined:
            kept[kept.index(day)] = joined
            kept.remove(week)
            taken.append(week)
    return kept, taken


def week_from(day: Expression, story: Story, index: int) -> Expression:
    """The week that a sentence tells by the day of the heading above it, or that day where it tells none.

    Args:
        day: the date of the heading.
        story: its article.
        index: the number of the sentence.
    """
    if not 0 <= index < len(story.sentences):
        return day
    sentence = story.sentences[index]
    inside = [date for date in story.dates if sentence.start <= date.start_char < sentence.end]
    for first, second in itertools.pairwise(inside):
        joined = _joined(first, second, story) if first.begin == day.begin else None
        if joined:
            told = {name: getattr(joined, name) for name in ("begin", "until", "value", "granularity", "relation")}
            return day.model_copy(update=told)
    return day


def _joined(day: Expression, week: Expression, story: Story) -> Expression | None:
    """A day and a week right behind it as one expression."""
    if day.granularity != "day" or week.granularity != "week" or day.begin is None or week.begin is None:
        return None
    between = story.plain[day.end_char : week.start_char]
    told = {
        "text": story.text[day.start_char : week.end_char],
        "end_char": week.end_char,
        "granularity": "week",
        "relation": "on",
    }
    if _BEGUN.fullmatch(between):
        last = day.begin + _WEEK - timedelta(days=1)
        told |= {"begin": day.begin, "until": day.begin + _WEEK}
        told |= {"value": f"{day.begin.date().isoformat()}/{last.date().isoformat()}"}
    elif _OF_DAY.fullmatch(between) and week.begin <= day.begin:
        told |= {"begin": week.begin, "until": week.until, "value": week.value}
    else:
        return None
    return day.model_copy(update=told)
