"""What happens again and again (每周三上午10点): its first instance, and the RFC 5545 rule of the others."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache

from schemas import Expression, Granularity
from timeline.events.data import words_of
from timeline.events.fields.headlines import is_whole
from timeline.events.fields.named import Title
from timeline.events.fields.times import Time
from timeline.events.text.atoms import Atom, rendered

_TELLING = ("BYDAY=", "BYMONTHDAY=", "BYMONTH=", "BYHOUR=")
_PREFIX = re.compile(r"^(?:每逢?|逢)(?:个)?(?:天|日|工作日|(?:周|星期|礼拜)[一二三四五六日天末]|(?=[晚早上下中午凌]))")


def recurs(expression: Expression) -> bool:
    """Whether a repetition tells on which days or at what hours, as 每周一 does and 每年 does not."""
    return expression.type == "SET" and any(part in expression.value for part in _TELLING)


def is_activity(atoms: Sequence[Atom]) -> bool:
    """Whether a clause tells of something that is held, open or shut, and not of a rate or a rule."""
    return any(atom.text in _activities() for atom in atoms)


def activity_title(atoms: Sequence[Atom], text: str) -> Title | None:
    """What is held again and again, where nobody is told who holds it: 导览 in 设有导览."""
    verb = next((k for k, atom in enumerate(atoms) if atom.verbal or atom.text in _activities()), None)
    if verb is None or atoms[verb].text not in _activities() or verb + 1 == len(atoms):
        return None
    name = rendered(text, atoms[verb + 1 :])
    return Title(name, f"what {atoms[verb].text} takes") if is_whole(name) else None


@cache
def _activities() -> frozenset[str]:
    return frozenset(words_of("recurring.txt"))


def recurring_time(
    expression: Expression,
    before: Sequence[Expression],
    after: str,
    published: datetime,
    zone: str = "Asia/Shanghai",
) -> Time | None:
    """The time of the first instance, with the rule; None where the rule has no instance within a year.

    The first instance is the first in the period told before it in its sentence (暑假期间，每周三), else the first from
    the day of publication on. A period with an end gives the rule its UNTIL: a date where instances are whole days,
    else the local time of the period's last second, without a zone.

    Args:
        expression: a repetition (``recurs``).
        before: the date expressions in front of it in its sentence.
        after: the simplified words behind it, which may tell its end (至次日5时).
        published: the publication moment in the article's zone.
        zone: the zone where the words name none.
    """
    from dateutil.rrule import rrulestr

    first, last = _period(before, published)
    start, length, unit = _instance(expression, first, after, published)
    rule = expression.value
    found = rrulestr(rule, dtstart=start).after(start - timedelta(seconds=1), inc=True)
    if found is None or found - start > timedelta(days=366) or (last and found >= last):
        return None
    all_day = unit in ("day", "month")
    begin, until = found, found + length
    if unit == "month":
        begin = found.replace(day=1)
        until = (begin + timedelta(days=32)).replace(day=1)
    if last:
        end = last - timedelta(seconds=1)
        rule += f";UNTIL={end:%Y%m%d}" if all_day else f";UNTIL={end:%Y%m%dT%H%M%S}"
    return Time(
        begin=begin.date() if all_day else begin,
        until=until.date() if all_day else until,
        edtf=f"{begin:%Y-%m}" if unit == "month" else begin.date().isoformat() if all_day else begin.isoformat(),
        granularity=unit,
        all_day=all_day,
        timezone={None: zone, "local": None}.get(expression.timezone, expression.timezone),
        recurrence=rule,
    )


def _period(before: Sequence[Expression], published: datetime) -> tuple[date, datetime | None]:
    """The first day of the last period told and the moment after its last one; else the day of publication."""
    for other in reversed(before):
        if other.begin and other.until and other.until - other.begin > timedelta(days=1) and other.until.year < 9000:
            return other.begin.date(), other.until
        if other.begin and other.relation == "since":
            return other.begin.date(), None
    return published.date(), None


def _instance(
    expression: Expression, day: date, after: str, published: datetime
) -> tuple[datetime, timedelta, Granularity]:
    """The first day with the clock of an instance, its length, and its unit."""
    midnight = datetime(day.year, day.month, day.day)
    if "BYHOUR=" not in expression.value:
        whole = "BYMONTH=" in expression.value and not re.search("BYDAY=|BYMONTHDAY=", expression.value)
        return midnight, timedelta(days=1), "month" if whole else "day"
    hour, minute = (
        int(m[1]) if (m := re.search(rf"{key}=(\d+)", expression.value)) else 0 for key in ("BYHOUR", "BYMINUTE")
    )
    start = midnight + timedelta(hours=hour, minutes=minute)
    return start, _length(expression, start, after, published), "minute" if minute else "hour"


_NEXT_DAY = re.compile(r"^[至到](?:次日|翌日|第二天)(?:凌晨|清晨|早上|早|上午)?(\d{1,2})[时点:：](\d{2})?")
_CLOCK = re.compile(r"T(\d\d):?(\d\d)?")


def _length(expression: Expression, start: datetime, after: str, published: datetime) -> timedelta:
    """How long an instance lasts where its words tell an end: 七点至十点, 23时至次日5时."""
    match = _NEXT_DAY.match(after) or _told_end(expression, published)
    if match is None:
        return timedelta(0)
    end = start.replace(hour=int(match[1]) % 24, minute=int(match[2] or 0))
    return end - start if end > start else end - start + timedelta(days=1)


def _told_end(expression: Expression, published: datetime) -> re.Match[str] | None:
    if not re.search(r"[至到~～—–-]", expression.text):
        return None
    from timeline.expressions import find_expressions

    clock = _PREFIX.sub("", expression.text)
    told = next((e for e in find_expressions(clock, published) if "/" in e.value), None)
    return _CLOCK.search(told.value.split("/")[1]) if told else None
