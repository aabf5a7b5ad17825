"""Which date expressions can date something: no lengths, vague words, ages, years in names, words of a speaker."""

import re

from schemas import Expression
from timeline.events.fields.recurrences import recurs
from timeline.events.story import Story
from timeline.events.text.outcomes import Refusal

_AGE = re.compile(r"[已刚才]?\d{1,3}岁")
_YEAR = re.compile(r"\d{4}")
_YEAR_IN_NAME = re.compile(r"[一-鿿“A-Za-z]")


def unusable(expression: Expression, plain: str) -> Refusal | None:
    """Why an expression can date nothing: a length, a repetition, a vague word, a year in a name."""
    if expression.value.endswith("_REF"):
        return Refusal("vague", expression.value)
    if expression.type == "DURATION":
        return Refusal("duration", "a length of time")
    if expression.type == "SET" and not recurs(expression):
        return Refusal("recurring", "a repetition")
    if expression.begin is None and expression.type != "SET":
        return Refusal("unbounded", "no bounds") if expression.until is None else None
    if _LONG_AGO.search(expression.text):
        return Refusal("vague", "some year long ago")
    around = plain[expression.end_char : expression.end_char + 2] == "前后" or expression.text.endswith("前后")
    if around and expression.rule.startswith("festival"):
        return Refusal("vague", "some day near the date")
    if _is_counted_on(expression) and not _COMING.search(_around(expression, plain)):
        return Refusal("vague", "counted from what was told before")
    if _AGE.match(plain, expression.end_char):
        return Refusal("background", "somebody's age")
    if _YEAR.fullmatch(expression.text) and _YEAR_IN_NAME.match(plain, expression.end_char):
        return Refusal("name", "a year inside a name")
    front = plain[max(0, expression.start_char - 1) : expression.start_char]
    if _DAY.fullmatch(expression.text) and _NUMBERED.match(front):
        return Refusal("name", "the number of a programme")
    return None


_LONG_AGO = re.compile(r"[余多几]年[之以]?前$")
_DAY = re.compile(r"\d{8}\s*")
_NUMBERED = re.compile(r"(?![于在至到日期间时为])[一-鿿]")


def _is_counted_on(expression: Expression) -> bool:
    """Whether a length is counted on from the publication (三天后), as only what is still to come is told."""
    from_publication = (expression.anchor or "").startswith("published")
    return from_publication and expression.rule.startswith("length") and expression.text.endswith("后")


def _around(expression: Expression, plain: str) -> str:
    """The words around an expression, as far as its sentence reaches."""
    front = plain[max(0, expression.start_char - 12) : expression.start_char]
    return front.rpartition("。")[2] + plain[expression.end_char : expression.end_char + 40].partition("。")[0]


_COMING = re.compile(r"将(?!军|领|士)|会(?![议上见谈晤长员])|拟|有望|预计|预测|计划|可[以能望]|要|即可|才能|再")
_WORK = re.compile(r"《[^《》]*》")
_SPEAKING = re.compile(
    r"大家好|欢迎收看|感谢收看|一起(?:来|走进|去|看|认识|感受|分享)|我们(?!党|国家)|咱们?|你|您|俺"
    r"|我(?<![一-鿿自]我)(?![国省市县校军院区方党队局司部州镇们村厂])"
)
"""Every alternative begins with a plain character, so that the search passes over all others at once."""


def general_term(expression: Expression, story: Story) -> Refusal | None:
    """In a law or an ordinance 上一年度 and 年终 mean any year's; an answer speaks of its own."""
    answers = story.document is not None and "答复" in story.document
    if (
        story.document
        and not answers
        and not any(c.isdigit() or c in "〇零一二三四五六七八九十" for c in expression.text)
    ):
        return Refusal("background", "a general term of a document")
    return None


def is_personal(plain: str) -> bool:
    """Whether a sentence speaks in the first or second person, titles of works not counted."""
    return _SPEAKING.search(_WORK.sub("", plain) if "《" in plain else plain) is not None
