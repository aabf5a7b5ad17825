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
    for pattern, put, words in _turns():
        for word in words:
            if word in text:
                text = pattern.sub(put, text)
                break
    return text


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]:
    """The rows: a pattern, what stands for it, and words of which one is in all that it matches; "" where none are."""
    rows = ((row[0], row[1], "".join(row[4:]).split()) for row in rows_of("title_turns.tsv"))
    return tuple((re.compile(pattern), put, tuple(words or [""])) for pattern, put, words in rows)
