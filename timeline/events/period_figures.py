"""Figures of the period that the sentence before opens with: 11月份，工业生产加快回升。…增加值同比增长6.6%."""

import re
from collections.abc import Iterator, Sequence

from schemas import Expression
from timeline.events.story import Story
from timeline.events.text.outcomes import Clause
from timeline.events.text.statements import statement_in

_PERIODS = frozenset(["month", "quarter", "half", "year"])
_GROWTH = re.compile(
    r"同比(?:实际|名义|大幅|小幅|分别)?(?:增长|增加|上升|上涨|提高|扩大|下降|减少|下滑|回落|收窄|少|多)"
)
"""What a figure of a period is measured by: the same period of the year before."""
_GOES_ON = ("其中", "这", "该", "此", "其", "同期", "另")
"""A sentence that begins so tells a part of what was told, and does not stand alone."""
_IN_COMPARISON = re.compile(r"(?:比|较|从|与|由)$")


def period_figures(story: Story, expressions: Sequence[Expression]) -> Iterator[tuple[int, Clause, Expression]]:
    """What the sentence behind one that a period opens tells to have grown or fallen against the year before.

    Args:
        story: the article.
        expressions: its date expressions, in order.

    Yields:
        The number of the sentence with the figure, what it tells, and the expression of the period.
    """
    if "同比" not in story.plain:
        return
    for expression in expressions:
        index = story.index_at(expression.start_char)
        if index is None or index + 1 >= len(story.sentences) or not _opens(expression, story, index):
            continue
        sentence, following = story.sentences[index], story.sentences[index + 1]
        if following.line != sentence.line or following.kind != "text":
            continue
        words = story.plain[following.start : following.end]
        if not _GROWTH.search(words) or words.startswith(_GOES_ON):
            continue
        inside = [e for e in expressions if following.start <= e.start_char and e.end_char <= following.end]
        if not all(_IN_COMPARISON.search(story.plain, following.start, e.start_char) for e in inside):
            continue
        told = statement_in(story.plain, following.start, following.end, inside, story.words)
        if told and _tells_growth(told):
            yield index + 1, told, expression


def _opens(expression: Expression, story: Story, index: int) -> bool:
    """Whether a period stands at the beginning of a sentence, and a comma behind it."""
    start = story.sentences[index].start
    told = expression.granularity in _PERIODS and expression.relation == "on" and expression.begin is not None
    return (
        told and expression.start_char == start and story.plain[expression.end_char : expression.end_char + 1] == "，"
    )


def _tells_growth(told: Clause) -> bool:
    """Whether a clause begins with a noun, and itself or the one behind it tells the growth."""
    words = "".join(a.text for part in (told.atoms, *told.following[:1]) for a in part)
    return told.atoms[0].nominal and _GROWTH.search(words) is not None
