"""Dates of what a clause is about, and not of what it tells: what is alleged, foreseen, heard, made, or done daily."""

import re
from collections.abc import Sequence
from datetime import timedelta

from schemas import Expression
from timeline.events.data import word_set, word_tuple
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import event_name_type, in_class, noun_phrase
from timeline.events.text.outcomes import Refusal
from timeline.events.words import Words

_ACCUSING = word_set("accusing")
_OUTLOOKS = word_tuple("outlooks")
_REVISING = word_set("revising")
_HEARD = word_set("heard")
_DAILY = word_set("daily")
_LATELY = word_set("lately")
_MODELS = ("款", "版")
_CLOCKS = frozenset(["hour", "minute"])
_DATED = re.compile(r"[日号天今昨明前后周期]|当[晚日天]")
_NOW = frozenset(["目前", "眼下", "当前", "现正"])
_NEGATIVE = word_set("negative")


def content_of(segment: Sequence[Atom], i: int, after: Sequence[Atom], words: Words) -> Refusal | None:
    """Why the date at ``segment[i]`` belongs to the content of its clause; None where it may be the deed's.

    Args:
        segment: the clause of the date.
        i: the place of the date.
        after: the words behind it, without what trails it.
        words: the word lists.
    """
    expression, front, behind = segment[i].expression, segment[:i], segment[i + 1 :]
    if expression is None:
        return None
    checks = (
        (_is_alleged(front, behind), "when what is alleged took place"),
        (_is_period_heard(front, behind), "the period of a report that is heard"),
        (_is_foreseen(front, behind), "the period of a forecast that is changed"),
        (_are_hours_of_each_day(expression, after), "hours of each day"),
        (_is_model(expression, behind), "the year of a model"),
        (_is_not_before(expression, behind), "by when something is not to happen"),
        (_goes_on_lately(expression, after), "what has gone on lately"),
        (_is_edition_going_on(expression, front, behind, words), "the year of what goes on"),
    )
    return next((Refusal("background", detail) for holds, detail in checks if holds), None)


def _is_alleged(front: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """检方指控某人2011年至2021年造假: the date is that of the deed, and the accusation has its own."""
    verb = next((k for k, a in enumerate(front) if a.text.rstrip("了") in _ACCUSING), None)
    return verb is not None and verb + 1 < len(front) and bool(behind)


def _is_period_heard(front: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """听取关于2024年上半年工作情况的报告: the date stands inside the name of what is heard or decided on."""
    about = next((k for k, a in enumerate(front) if a.text == "关于"), None)
    if about is None or not any(a.text.rstrip("了") in _HEARD for a in front[:about]):
        return False
    return bool(behind) and not any(a.verbal and a.tag != "vn" for a in behind[:2])


def _is_foreseen(front: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """将2026年增长预期上调至5%: the year is that of the forecast, which is changed on some other day."""
    if not any(a.text in ("将", "把", "对") or a.text in _REVISING for a in front):
        return False
    outlook = next((k for k, a in enumerate(behind[:10]) if a.text.endswith(_OUTLOOKS)), None)
    if outlook is None:
        return False
    return any(a.text in _REVISING for a in (*behind[outlook + 1 : outlook + 7], *front))


def _are_hours_of_each_day(expression: Expression, after: Sequence[Atom]) -> bool:
    """从晚7时至次日5时执行宵禁: hours without a day, of what is done every day."""
    if expression.granularity not in _CLOCKS or "/" not in expression.value:
        return False
    own = expression.text.replace("次日", "").replace("翌日", "").replace("第二天", "")
    return _DATED.search(own) is None and any(a.text in _DAILY for a in after)


def _is_model(expression: Expression, behind: Sequence[Atom]) -> bool:
    """2026年款收获机: the year is the name of a model."""
    return expression.granularity == "year" and bool(behind) and behind[0].text.startswith(_MODELS)


def _is_not_before(expression: Expression, behind: Sequence[Atom]) -> bool:
    """6月以前都不会降息: nothing happens by then."""
    term = expression.relation == "before" or (bool(behind) and behind[0].text in ("前", "以前", "之前"))
    return term and any(a.text in _NEGATIVE for a in behind[:6])


def holds_until(expression: Expression, atoms: Sequence[Atom]) -> bool:
    """2025年底前可免缴: a right that holds until then, and nothing that is to be done by then.

    Args:
        expression: the date, told as a term.
        atoms: the clause that it dates.
    """
    return expression.relation == "before" and any(a.text.startswith(_EXEMPT) for a in atoms)


_EXEMPT = word_tuple("exempt")


def _goes_on_lately(expression: Expression, after: Sequence[Atom]) -> bool:
    """29日称，火山近来活动加剧: the day is not that of what has gone on for some time."""
    begin, until = expression.begin, expression.until
    if begin is None or until is None or until - begin > timedelta(days=1):
        return False
    place = next((k for k, a in enumerate(after) if a.text in _LATELY), None)
    return place is not None and place + 1 < len(after) and not any(a.verbal for a in after[:place])


def _is_edition_going_on(expression: Expression, front: Sequence[Atom], behind: Sequence[Atom], words: Words) -> bool:
    """2023年服贸会正在云州举行: the year is that of the edition, which is going on as its report is written."""
    if expression.granularity != "year" or front or not behind or not behind[0].nominal:
        return False
    now = next((k for k, a in enumerate(behind[:12]) if a.text in _NOW), len(behind))
    if now + 1 < len(behind) and behind[now + 1].tag in ("d", "p", "v") and behind[now + 1].text != "最":
        return True
    end = noun_phrase(behind, 0, words)
    named = end > 0 and event_name_type(behind[end - 1].text, words) is not None
    held = any(in_class(a, "holding", words) for a in behind[end:])
    return named and held and any(a.text in ("正在", "正") for a in behind[end : end + 3])
