"""Items of a dated line: 5月13日（周二）：美国公布CPI；某集团发布业绩。 tells what stands behind ； of the same day."""

from collections.abc import Iterator, Sequence

from schemas import Expression
from timeline.events.story import Story
from timeline.events.text.outcomes import Clause
from timeline.events.text.statements import statement_in

_DAYS = frozenset(["day", "part_of_day"])
_COLON = "：:"
_PARTED = "；;"


def dated_items(story: Story, expressions: Sequence[Expression]) -> Iterator[tuple[int, Clause, Expression]]:
    """The items behind the first one of lines that a day and a colon open.

    Args:
        story: the article.
        expressions: its date expressions, in order.

    Yields:
        The number of an item's sentence, what it tells, and the expression that opens its line.
    """
    if not any(mark in story.plain for mark in _PARTED):
        return
    for expression in expressions:
        index = story.index_at(expression.start_char)
        opens = index is not None and expression.start_char - story.sentences[index].start <= _MARK
        if index is None or not opens or expression.granularity not in _DAYS or expression.relation != "on":
            continue
        if story.plain[expression.end_char : expression.end_char + 1] not in tuple(_COLON):
            continue
        for item in _items_behind(index, story, expressions):
            sentence = story.sentences[item]
            told = statement_in(story.plain, sentence.start, sentence.end, expressions, story.words)
            if told:
                yield item, told, expression


_MARK = 3
"""The most characters of a list mark in front of the day."""


def _items_behind(index: int, story: Story, expressions: Sequence[Expression]) -> Iterator[int]:
    """The sentences behind one in its line that ； parts from it, as far as one with a day of its own."""
    line = story.sentences[index].line
    for item in range(index + 1, len(story.sentences)):
        before, sentence = story.sentences[item - 1], story.sentences[item]
        if sentence.line != line or story.plain[before.start : before.end].rstrip()[-1:] not in tuple(_PARTED):
            return
        if any(
            sentence.start <= e.start_char < sentence.end and (e.granularity in _DAYS or e.type == "TIME")
            for e in expressions
        ):
            return
        yield item
