"""Days that bear a name and that an article says it is: 今天是第34个全国消防日."""

import re
from datetime import datetime

from schemas import Expression
from timeline.events.drafts import Draft, drafted
from timeline.events.fields.named import Title
from timeline.events.fields.times import time_of
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.outcomes import Clause

_SAID = re.compile(
    r"(?:今天|今日|[\d一二三四五六七八九十]日[）)]?)，?(?:就|正)?(?:是|为|系|迎来)(?:我国|中国)?(?P<nth>第[\d一二三四五六七八九十百]+个)?$"
)
_NAMED = re.compile(r"[一-鿿]{2,10}(?:日|节|周年)|除夕|元宵|端午|中秋|重阳|冬至|夏至|立[春夏秋冬]")


def named_day(story: Story, index: int, expression: Expression, published: datetime) -> Draft | None:
    """The day of that name, where a sentence says that a date is that day; None where it says something else.

    Args:
        story: the article.
        index: the number of the sentence.
        expression: the name, resolved to its day.
        published: the publication moment in the article's zone.
    """
    sentence = story.sentences[index]
    said = _SAID.search(story.plain, sentence.start, expression.start_char)
    words = story.plain[expression.start_char : expression.end_char]
    time = time_of(expression, published) if expression.granularity == "day" else None
    if said is None or time is None or not _NAMED.fullmatch(words):
        return None
    start = said.start("nth") if said["nth"] else expression.start_char
    title = Title(story.text[start : expression.end_char], "the name of the day")
    clause = Clause("noun", tuple(atoms_of(story.plain, sentence.start, sentence.end, [expression])))
    draft = drafted(title, time, clause, story, index, expression, published, "")
    draft.type = "anniversary" if words.endswith(("日", "周年")) else "holiday"
    return draft
