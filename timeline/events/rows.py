"""Rows of a table or a list: a date, a name and a place without a verb between them."""

import re
from collections.abc import Sequence
from datetime import datetime

from schemas import Expression
from timeline.events.drafts import Draft, drafted
from timeline.events.fields.headlines import is_whole
from timeline.events.fields.named import Title
from timeline.events.fields.times import time_of
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.grammar import event_name_type
from timeline.events.text.names import event_name, is_generic
from timeline.events.text.outcomes import Clause
from timeline.events.text.sentences import Sentence

_PARTED = re.compile(r"[\t|｜]|\S[ 　]+\S")
_MARK = re.compile(r"[，。；！？,]")
_TABLE = re.compile(r"[\t|｜]")
_CELL = re.compile(r"[^\s|｜　]{2,40}")


def row_event(story: Story, index: int, expressions: Sequence[Expression], published: datetime) -> Draft | None:
    """The event of a row: of a table by its cell with a name, of a list by the name that introduces the list."""
    sentence = story.sentences[index]
    line = story.text[sentence.start : sentence.end]
    first, last = expressions[0], expressions[-1]
    cells = _cells(line, sentence.start, expressions)
    if not cells:
        return None
    if _TABLE.search(line):
        exact = first.granularity in ("day", "part_of_day", "hour", "minute")
        name = _name_cell(cells, story, exact)
    elif first.start_char - sentence.start <= 2 and all(len(cell) <= 12 for cell in cells):
        name = _stop_of(cells[0], index, story)
    else:
        return None
    expression = last if last.granularity in ("hour", "minute") and "/" not in first.value else first
    time = time_of(_on_own_day(expression, first), published)
    if name is None or time is None or not is_whole(name):
        return None
    clause = Clause("noun", tuple(atoms_of(story.plain, sentence.start, sentence.end, expressions)))
    title = Title(name, "the name in the row of the date", ("told in a row",), name=name)
    return drafted(title, time, clause, story, index, expression, published, "")


def _on_own_day(expression: Expression, first: Expression) -> Expression:
    """A clock time on the day that its own row tells."""
    if expression is first or expression.begin is None or expression.until is None or first.begin is None:
        return expression
    days = first.begin.date() - expression.begin.date()
    value = f"{first.begin.date().isoformat()}T{expression.begin:%H:%M}"
    moved = {"begin": expression.begin + days, "until": expression.until + days, "value": value}
    return expression.model_copy(update=moved) if days and "/" not in expression.value else expression


def _cells(line: str, start: int, expressions: Sequence[Expression]) -> list[str]:
    """The cells of a row without its dates."""
    rest = line
    for expression in reversed(expressions):
        begin, end = expression.start_char - start, expression.end_char - start
        rest = f"{rest[:begin]} {rest[end:]}"
    return [cell.strip("：:，,、") for cell in _CELL.findall(rest)]


def _name_cell(cells: Sequence[str], story: Story, exact: bool) -> str | None:
    """The cell that names something: a work, an event, else the first of four characters or more."""
    named = [cell for cell in cells if "《" in cell or event_name_type(cell, story.words)]
    long = [cell for cell in cells if exact and re.fullmatch(r"[一-鿿A-Za-z“”·]{4,30}", cell)]
    found = named or long
    return found[0] if found else None


def _stop_of(cell: str, index: int, story: Story) -> str | None:
    """某巡回演唱会长沙站: the event that the line with ： in front of the list names, and the row's first cell."""
    for earlier in range(index - 1, max(-1, index - 12), -1):
        sentence = story.sentences[earlier]
        if story.plain[sentence.start : sentence.end].rstrip().endswith(("：", ":")):
            atoms = atoms_of(story.plain, sentence.start, sentence.end, ())
            span = event_name(atoms, story.words)
            if span is None or is_generic(atoms[span[0] : span[1]]):
                return None
            name = story.text[atoms[span[0]].start : atoms[span[1] - 1].end]
            return f"{name}{cell}站" if len(cell) <= 4 else f"{name}（{cell}）"
    return None


def is_row(story: Story, sentence: Sentence) -> bool:
    """Whether a line has blanks or bars between its parts, and no stops."""
    line = story.plain[sentence.start : sentence.end].strip()
    return not _MARK.search(line) and bool(_PARTED.search(line))
