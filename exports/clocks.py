"""The clock and the parts of the day in words."""

from datetime import date, datetime, time, timedelta

from exports.labels import Language
from schemas import Granularity

DASH = {"zh": "—", "en": "–"}
_PARTS_OF_DAY = {
    (0, 6): ("凌晨", "before dawn"),
    (6, 12): ("上午", "morning"),
    (11, 13): ("中午", "noon"),
    (12, 18): ("下午", "afternoon"),
    (18, 24): ("晚上", "evening"),
    (20, 24): ("夜间", "night"),
    (18, 30): ("晚上至次日凌晨", "overnight"),
    (20, 30): ("夜间至次日凌晨", "overnight"),
}
"""The hours of each part of the day, half open; those after 24 are the next day's."""
_MOMENTS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}
"""What lasts no longer than its own unit is a moment and no range."""


def clock_words(
    begin: date | datetime, until: date | datetime | None, granularity: Granularity, language: Language = "zh"
) -> str:
    """A moment, a part of the day or a range of times, half open: 9:30, 下午, 20:00—次日2:00; empty for days.

    Days that midnight ends are told as ``24:00``.
    """
    if not isinstance(begin, datetime):
        return ""
    start = _hours(begin)
    if not isinstance(until, datetime) or until <= begin or until - begin <= _MOMENTS.get(granularity, timedelta(0)):
        return start
    days, midnight = (until.date() - begin.date()).days, until.time() == time()
    days, hour = (days - 1, 24) if midnight else (days, until.hour)
    if granularity == "part_of_day" and (begin.hour, hour + 24 * days) in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[begin.hour, hour + 24 * days][language == "en"]
    dash, end = DASH[language], "24:00" if midnight else _hours(until)
    if days == 0:
        return f"{start}{dash}{end}"
    if is_overnight(begin, until):
        return f"{start}{dash}次日{end}" if language == "zh" else f"{start}{dash}{end} the next day"
    if language == "zh":
        return f"首日{start}{dash}末日{end}"
    return f"{start} on the first day{dash}{end} on the last"


def is_overnight(begin: date | datetime, until: date | datetime) -> bool:
    """Whether it ends on the next day, by noon and within 18 hours: then it belongs to the day that it begins on."""
    return (
        isinstance(begin, datetime)
        and isinstance(until, datetime)
        and (until.date() - begin.date()).days == 1
        and until.time() <= time(12)
        and until - begin < timedelta(hours=18)
    )


def _hours(when: datetime) -> str:
    return f"{when.hour}:{when.minute:02}" + (f":{when.second:02}" if when.second else "")
