"""How far what began at a date reaches: without an end, to the publication, or no further than its deed."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from schemas import Expression
from timeline.events.data import word_set
from timeline.events.fields.foretold import foretold
from timeline.events.text.atoms import Atom, has_figure
from timeline.events.text.outcomes import Clause

Reach = Literal["open", "through", "deed"]

_OWN = re.compile(r"[^，,。；;：:！？!?\n]*")
_BRACKET = re.compile(r"[”’」]?(?:\s*[（(][^（）()]{0,16}[）)])?\s*")
_UP_TO_NOW = ("以来", "至今", "迄今")
_THROUGH = re.compile("|".join(_UP_TO_NOW))
_BEGINS = re.compile(r"(?:之日)?(?:起|开始|以后|之后)")
_AFTER = re.compile(r".{2,}(?:之后|以后|后)$")
_INCEPTIVE = word_set("inceptive")
_PUNCTUAL = word_set("punctual")
_FINISHED = frozenset(["已", "已经", "累计", "共", "一度", "曾", "曾经", "均未", "未能"])
_TOTAL = frozenset(["累计", "共", "总共", "合计"])


def reach_of(expression: Expression, following: str, clause: Clause) -> Reach:
    """How far a time reaches that is told with 自, 从, 起 or 以来.

    - through: 自2020年以来, 自某制度实施以来, and what is told as finished or counted up (自25日起发射了9枚导弹).
    - deed: 自3日列车脱轨后, 从1984年设立首批法院: the date is the deed's own.
    - open: everything else (自9月1日起施行).

    Args:
        expression: an expression; without the relation ``since`` only 以来 behind it makes it reach further.
        following: the simplified words behind it, to the end of its sentence.
        clause: the clause that it dates.
    """
    if expression.relation != "since" and not any(word in following for word in _UP_TO_NOW):
        return "open"
    told = following[_BRACKET.match(following).end() :]  # type: ignore[union-attr]
    own = _OWN.match(told)[0]  # type: ignore[index]
    if _THROUGH.match(told) or (expression.relation == "since" and own.endswith("以来")):
        return "through"
    if expression.relation != "since":
        return "open"
    if _AFTER.fullmatch(own):
        return "deed"
    verb = next((a for k, a in enumerate(clause.atoms) if a.verbal and not _modifies(clause.atoms, k)), None)
    if not _BEGINS.match(told) and not own.endswith(("开始", "起")):
        return "deed" if verb is not None and _bare(verb) in _PUNCTUAL else "open"
    return "through" if _is_finished(clause, verb) else "open"


def is_counted_so_far(expression: Expression, front: str, clause: Clause, published: datetime) -> bool:
    """Whether a clause tells what was counted in a year that is not over: 今年已建成9个, 截至目前，今年完成100次.

    Args:
        expression: the date.
        front: the simplified words in front of it.
        clause: the clause that it dates.
        published: the publication moment in the article's zone.
    """
    until = expression.until
    if expression.relation != "on" or expression.granularity != "year" or until is None or expression.begin is None:
        return False
    told = published.date()
    going_on = expression.begin.date() <= told < until.date() - timedelta(days=1) and "/" not in expression.value
    if not going_on or expression.mod is not None or foretold((*clause.frame, *clause.atoms)):
        return False
    atoms = (*clause.frame, *clause.atoms)
    figure = has_figure(clause.atoms)
    return figure and (front.rstrip("，, ").endswith(_NOW) or any(a.text in _SO_FAR for a in atoms))


_NOW = ("截至目前", "截至发稿", "截至今天", "目前为止")
_SO_FAR = frozenset(["已", "已经", "累计", "共", "总共", "合计"])


def has_both_ends(expression: Expression) -> bool:
    """Whether a range tells its end: 从1月底持续至3月初."""
    return expression.until is not None and re.search(r"[至到~～—–-]", expression.text) is not None


def _is_finished(clause: Clause, verb: Atom | None) -> bool:
    """Whether a clause tells what was done, or how much by now, and not what goes on from then."""
    if verb is not None and _bare(verb) in _INCEPTIVE:
        return False
    atoms = clause.atoms
    done = any(a.text in _FINISHED or (a.text == "了" and k and atoms[k - 1].verbal) for k, a in enumerate(atoms))
    if done or any(a.verbal and a.text.endswith("了") and len(a.text) > 1 for a in atoms):
        return True
    later = [a.text for part in clause.following[:3] for a in part]
    figure = has_figure(atoms)
    return "均未" in later or "未能" in later or (figure and any(word in _TOTAL for word in later))


def _bare(verb: Atom) -> str:
    return verb.text.rstrip("了过于")


def _modifies(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].text == "的"
