"""Lines that hold nothing but a date: the page's own stamp, a signature, or the heading of what follows."""

import itertools
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from schemas import Expression
from timeline.events.story import Story

_MARKS = r"[\s　（）()\[\]【】·•\-—:：,，.。*#|｜None至到~～]*"
_BARE = re.compile(rf"{_MARKS}(?:(?:星期|周|礼拜)[一二三四五六日天])?{_MARKS}")
_NUMBER = re.compile(r"^第[\d一二三四五六七八九十百〇零]+号$")

LineUse = Literal["stamp", "heading", "signature"]


@dataclass(frozen=True, slots=True)
class DatedLine:
    """What a bare date line is, and the sentence (its number) that it dates, where it is a heading."""

    use: LineUse
    target: int | None = None


def dated_line(story: Story, index: int, expressions: list[Expression], published: datetime) -> DatedLine | None:
    """What a sentence is that holds nothing but dates; None where it holds more.

    A date of the day of publication near the top is the page's stamp; one behind a text whose first lines name a
    document is its signature; any other heads the line that follows it.
    """
    sentence = story.sentences[index]
    rest = story.plain[sentence.start : sentence.end]
    for expression in reversed(expressions):
        start, end = expression.start_char - sentence.start, expression.end_char - sentence.start
        rest = rest[:start] + rest[end:]
    if not _BARE.fullmatch(rest):
        return None
    begin = expressions[0].begin
    exact = len(expressions) == 1 and expressions[0].granularity == "day"
    signed = story.document is not None and exact and _is_signature(story, index)
    if signed and any(above.kind == "text" for above in story.sentences[: index - 1]):
        return DatedLine("signature")
    if begin is None or (index <= 3 and abs(begin.date() - published.date()) <= timedelta(days=1)):
        return DatedLine("stamp")
    if signed:
        return DatedLine("signature")
    if index + 1 < len(story.sentences):
        return DatedLine("heading", index + 1)
    return DatedLine("stamp")


def _is_signature(story: Story, index: int) -> bool:
    """Whether a short line of who signs stands in front of a date line."""
    before = story.sentences[index - 1] if index else None
    return before is not None and before.kind == "heading" and before.end - before.start <= 30


def order_of_publication(story: Story) -> str | None:
    """国务院令第707号 out of the first lines of a decree."""
    lines = [story.plain[s.start : s.end].strip() for s in story.sentences[:4]]
    for first, second in itertools.pairwise(lines):
        if first.endswith(("令", "公告")) and len(first) <= 24 and _NUMBER.match(second):
            return f"{first}{second}"
    return None
