"""Feasts that are told as a time and not as a day: 春节期间 is the days off, 元旦春节期间 runs over both breaks."""

import re
from datetime import date, datetime, timedelta

from schemas import Expression
from timeline.events.fields.times import Time
from timeline.expressions.calendars import festival, is_announced, statutory_break

_WITH_DAYS_OFF = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
_ONE = timedelta(days=1)

_DURING = re.compile(r"[”’」]?(?:佳节|双节|长假)?期间")
_ONE_DAY = re.compile(
    r"[”’」]?(?:的|这|那|当)?(?:[当这那同每一]?[天日]|晚|夜|早|凌晨|清晨|上午|下午|中午|傍晚|前|后|之前|之后|以前|以后|之夜|之际)"
)
_THIS = re.compile(r"这个[“‘「]?\w{2,6}$")
_A_TIME = ("春节", "农历新年", "中国新年", "新春佳节", "新春")
"""What 春节 is called where the days off are meant; 大年初一 and 正月初一 name the day."""


def is_feast(expression: Expression) -> bool:
    """Whether a date is told by the name of a feast: 春节, 今年国庆节, “五一”."""
    return expression.rule.startswith("festival") and expression.granularity == "day" and expression.begin is not None


def days_off(expression: Expression, front: str, following: str) -> Time | None:
    """The days off that the name of a feast means here; None where it means the day.

    期间 behind any feast with days off makes them of it, as 这个 in front does, and 春节 means them wherever nothing
    names a day of it. The days are those of the year's announced arrangement; before it is known they are the law's
    own, told as about.

    Args:
        expression: the name of a feast, or the span of two (元旦春节).
        front: the words in front of it.
        following: the simplified words behind it.
    """
    if not is_feast(expression) or expression.begin is None or expression.until is None:
        return None
    as_time = expression.text.endswith(_A_TIME) or _THIS.search(front + expression.text) is not None
    no_day = expression.relation == "on" and not _ONE_DAY.match(following)
    period = _DURING.match(following) or (as_time and no_day)
    if not period:
        return None
    first, last = _break_at(expression.begin.date()), _break_at(expression.until.date() - _ONE)
    if first is None or last is None:
        return None
    mark = "" if is_announced(first[0].year) and is_announced(last[0].year) else "~"
    end = last[1] - _ONE
    edtf = f"{first[0]}{mark}/{end}{mark}" if end > first[0] else f"{end}{mark}"
    return Time(first[0], last[1], edtf, "day", all_day=True, approximate=bool(mark))


def _break_at(day: date) -> tuple[date, date] | None:
    """First day off and the day after the last, for the feast of a day."""
    for name in _WITH_DAYS_OFF:
        bounds = festival(name).bounds(day.year)
        if bounds and bounds[0] == day:
            return statutory_break(name, day.year)
    return None


def before_feast(expression: Expression, published: datetime) -> bool:
    """Whether something happened before a feast that is over or near (今年春节前), and is no term."""
    return is_feast(expression) and expression.relation == "before" and _is_past(expression, published)


def _is_past(expression: Expression, published: datetime) -> bool:
    return expression.begin is not None and expression.begin.date() <= published.date()
