"""Turns of phrase of a narrative that a title leaves out or puts as a headline does: 首先来到, 总统某某当选总统."""

import re
from dataclasses import replace
from functools import cache

from timeline.events.data import rows_of
from timeline.events.fields.named import Title
from timeline.events.text.script import simplified


def turned_plain(title: Title) -> Title:
    """A title with the turns of ``data/title_turns.tsv`` put plainly, in its name too; others stay as they are."""
    text = plainly(title.text)
    if text == title.text or len(text) < _SHORTEST:
        return title
    return replace(title, text=text, name=plainly(title.name) if title.name else None)


_SHORTEST = 4


def plainly(text: str) -> str:
    """A text with every turn put plainly; one whose simplified form has other turns than itself stays."""
    if simplified(text) != text:
        return text
    for pattern, put in _turns():
        text = pattern.sub(put, text)
    return text


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in rows_of("title_turns.tsv"))
