"""What a figure with 截至 is of: the last day of a period, or all that was counted up to a day."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from schemas import Expression
from timeline.events.data import word_tuple
from timeline.events.fields.times import Time
from timeline.events.text.atoms import Atom, has_figure
from timeline.events.text.contexts import begun_in
from timeline.events.text.outcomes import Clause

_STOCKS = word_tuple("stocks")
_CLOSING = "末"
"""How a period ends of which a stock is told as on its last day: 10月末，贷款余额…."""
_DAY = timedelta(days=1)
_PERIODS = frozenset(["year", "half", "quarter", "month"])


def at_the_end(expression: Expression, clause: Clause, published: datetime) -> Expression:
    """截至2022年底 and, of a stock, 10月末 with a figure: the last day of the period, since figures are told of that.

    Args:
        expression: the date.
        clause: the clause that it dates.
        published: the publication moment in the article's zone.
    """
    until = expression.until
    if expression.mod != "END" or expression.granularity not in _PERIODS or until is None or "/" in expression.value:
        return expression
    over = until <= published.replace(tzinfo=None) and until.day == 1
    closing = expression.relation == "as_of" or expression.text.endswith(_CLOSING)
    stock = closing and (any(is_stock(a) for a in clause.atoms) or _is_of_loans(clause))
    told = has_figure(clause.atoms) or stock
    if not (over and told and (expression.relation == "as_of" or stock)):
        return expression
    first = until - _DAY
    day = {"begin": first, "value": first.date().isoformat(), "granularity": "day", "mod": None}
    return expression.model_copy(update=day)


def _is_of_loans(clause: Clause) -> bool:
    """Whether a clause tells how much is lent or deposited: 5月末，制造业中长期贷款同比增长37%."""
    return has_figure(clause.atoms) and any(a.text.endswith(_LENT) for a in clause.atoms)


_LENT = ("贷款", "存款", "储备", "货币", "融资")


def counted_from(expression: Expression, clause: Clause, before: Sequence[Sequence[Atom]]) -> Expression:
    """截至11月 with the beginning of what is counted up to then: 自2017年以来 in front, or 今年 in the clause itself.

    A figure of what there is at that moment (a balance, a level) has no beginning.
    """
    if expression.relation != "as_of" or expression.begin is None or _is_balance(clause.atoms):
        return expression
    atom = next((found for part in reversed(before) if (found := begun_in(part))), None)
    first = atom.expression if atom else None
    if first is None and has_figure(clause.atoms):
        first = next((d for d in _dates(clause) if _holds(d, expression)), None)
        expression = _to_its_day(expression) if first else expression
    if first is None or first.begin is None or first.begin >= expression.begin:  # type: ignore[operator]
        return expression
    value = f"{first.value.split('/')[0]}/{expression.value.split('/')[-1]}"
    return expression.model_copy(update={"begin": first.begin, "value": value})


def counts_up(expression: Expression | None, time: Time, clause: Clause, kind: str) -> bool:
    """Whether a clause with 截至 is a figure though its words tell a deed: 截至9日，今年已有2万人在事故中死亡.

    How many a mishap has struck up to a moment or since one is a figure too: 截至2日15时，灾害已造成8人死亡.

    Args:
        expression: the date; None where the date is that of an occasion.
        time: its time.
        clause: the clause that it dates.
        kind: the type that its words tell.
    """
    if expression is None:
        return False
    struck = kind == "incident" and any(_STRUCK.search(a.text) for a in clause.atoms) and has_figure(clause.atoms)
    until = any(a.text.startswith(("截至", "截止")) for a in clause.head)
    if struck and (expression.relation == "since" or until):
        return True
    if expression.relation != "as_of":
        return False
    if any(is_stock(a) for a in clause.atoms):
        return True
    if not has_figure(clause.atoms):
        return False
    return "/" in time.edtf or struck or (kind in _GATHERINGS and any(a.text in _COUNTING for a in clause.atoms))


_GATHERINGS = frozenset(["meeting", "conference", "exhibition", "ceremony", "performance", "competition", "launch"])
_STRUCK = re.compile("死|伤|遇难|丧生|失踪|受灾|灾民|人数")
_COUNTING = frozenset(["已", "已有", "已经", "共", "共有", "累计"])


def is_stock(atom: Atom) -> bool:
    """Whether a word is what there is at a moment (余额, 保有量), and not how big something is (大规模)."""
    return atom.tag not in ("b", "d") and atom.text.endswith(_STOCKS)


def _is_balance(atoms: Sequence[Atom]) -> bool:
    """Whether a clause tells what there is, and not how it has moved."""
    return any(is_stock(a) for a in atoms) and not any(a.text in _MOVED for a in atoms)


_MOVED = frozenset(["上涨", "下跌", "累计", "新增", "涨", "跌", "增加", "减少", "上升", "下降"])


def _dates(clause: Clause) -> Iterable[Expression]:
    for atom in (*clause.head, *clause.frame, *clause.atoms):
        if atom.expression is not None and atom.expression.type == "DATE":
            yield atom.expression


def _holds(period: Expression, day: Expression) -> bool:
    """Whether a year or a month told beside a day is the one in which the day lies."""
    if period.granularity not in ("year", "month") or period.relation != "on" or period.mod is not None:
        return False
    if None in (period.begin, period.until, day.begin, day.until) or day.granularity in _PERIODS:
        return False
    return period.begin < day.begin and day.until <= period.until  # type: ignore[operator]


def _to_its_day(expression: Expression) -> Expression:
    """A clock time as its day, so that a span that ends with it is one of days."""
    begin, until = expression.begin, expression.until
    if begin is None or until is None or expression.granularity == "day":
        return expression
    last = datetime(begin.year, begin.month, begin.day)
    told = {"until": last + _DAY, "value": last.date().isoformat(), "granularity": "day"}
    return expression.model_copy(update=told)
