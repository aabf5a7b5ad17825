"""Days that bear a name, 今天是第34个全国消防日, and days worked for a feast's days off: 2月2日（星期六）上班."""

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


def workday(story: Story, index: int, expression: Expression, published: datetime) -> Draft | None:
    """The day that a notice of days off has worked in their place; None where a sentence tells something else.

    Args:
        story: the article.
        index: the number of the sentence.
        expression: the day.
        published: the publication moment in the article's zone.
    """
    sentence = story.sentences[index]
    if expression.granularity != "day" or not _WORKED.match(story.plain, expression.end_char, sentence.end):
        return None
    start = story.plain.rfind("\n", 0, sentence.start) + 1
    told = _FEAST_OFF.search(story.plain, start, sentence.start + _NEAR)
    time = time_of(expression, published)
    if told is None or time is None or told.start() > expression.start_char:
        return None
    title = Title(f"{story.text[told.start('feast') : told.end('feast')]}调休上班", "the feast that the line tells of")
    atoms = tuple(atoms_of(story.plain, expression.start_char, sentence.end, [expression]))
    draft = drafted(title, time, Clause("noun", atoms), story, index, expression, published, "")
    draft.type = "other"
    return draft


_ONE_DAY = r"(?:\d{1,2}月)?\d{1,2}日(?:[（(](?:星期|周)[一二三四五六日天][）)])?"
_WORKED = re.compile(
    rf"(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:[、和及]{_ONE_DAY})*(?:正常|照常|均|都|为)*(?:调休)?上班(?=[。，；\n]|$)"
)
_FEAST_OFF = re.compile(r"(?P<feast>元旦|春节|清明节?|劳动节|“?五一”?|端午节?|中秋节?|国庆节?)[^。\n]{0,40}?放假")
_NEAR = 60
"""How many characters of a sentence may tell the feast and its days off in front of the day."""
