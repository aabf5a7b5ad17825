"""Recurrence rules (RFC 5545, section 3.3.10) in words."""

import re
from datetime import date

from exports.characters import one_line
from exports.date_words import MONTHS, span_text
from exports.edtf import of_days
from exports.labels import Language
from schemas import Event

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ZH_DAYS = dict(zip(_DAYS, "一二三四五六日", strict=True))
_EN_DAYS = dict(zip(_DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
_ZH_UNITS = {
    "DAILY": ("每天", "天"),
    "WEEKLY": ("每周", "周"),
    "MONTHLY": ("每月", "个月"),
    "YEARLY": ("每年", "年"),
    "HOURLY": ("每小时", "小时"),
}
_EN_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year", "HOURLY": "hour"}
_HOUR = re.compile(r";BYHOUR=\d+(;BYMINUTE=\d+)?(?=;|$)")
"""The parts that tell one time of day."""
_UNDERSTOOD = {"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "COUNT", "UNTIL", "WKST"}


def recurrence_of(event: Event, language: Language = "zh") -> str:
    """How an event comes again, in words; without the hour where its date tells it; empty where it does not."""
    rule = event.recurrence or ""
    return recurrence_text(rule if event.all_day else _HOUR.sub("", rule), language) if rule else ""


def recurrence_text(rule: str, language: Language = "zh") -> str:
    """A rule in words, as in 每周三; the rule itself where it says more than the words would.

    >>> recurrence_text("FREQ=WEEKLY;BYDAY=WE")
    '每周三'
    """
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").upper().split(";") if "=" in part)
    days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    numbers = [parts.get(name, "0") for name in ("INTERVAL", "BYMONTH", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "COUNT")]
    plain = all(re.fullmatch(r"\d{1,4}(,\d{1,4}){0,31}", number) for number in numbers)
    if parts.get("FREQ") not in _ZH_UNITS or not set(parts) <= _UNDERSTOOD or not set(days) <= set(_DAYS) or not plain:
        return one_line(rule)
    months = [int(month) for month in parts.get("BYMONTH", "").split(",") if month]
    if any(not 1 <= month <= 12 for month in months):
        return one_line(rule)
    return _chinese(parts, days, months) if language == "zh" else _english(parts, days, months)


def _chinese(parts: dict[str, str], days: list[str], months: list[int]) -> str:
    every, unit = _ZH_UNITS[parts["FREQ"]]
    interval = int(parts.get("INTERVAL", "1"))
    words = f"每{interval}{unit}" if interval > 1 else every
    words += "、".join(f"{month}月" for month in months)
    if days:
        named = "、".join(_ZH_DAYS[day] for day in days)
        named = "一至周五" if days == list(_DAYS[:5]) else named
        words = f"{words}{named}" if words == "每周" else f"{words}的周{named}"
    if "BYMONTHDAY" in parts:
        words += "、".join(f"{day}日" for day in parts["BYMONTHDAY"].split(","))
    words += _clock(parts, "、")
    return words + (f"，共{parts['COUNT']}次" if "COUNT" in parts else "") + _end(parts, "，至", "zh")


def _english(parts: dict[str, str], days: list[str], months: list[int]) -> str:
    interval, unit = int(parts.get("INTERVAL", "1")), _EN_UNITS[parts["FREQ"]]
    words = f"every {interval} {unit}s" if interval > 1 else f"every {unit}"
    if days:
        named = "weekday" if days == list(_DAYS[:5]) else ", ".join(_EN_DAYS[day] for day in days)
        words = f"every {named}" if words == "every week" else f"{words} on {named}"
    if "BYMONTHDAY" in parts:
        words += f" on day {parts['BYMONTHDAY'].replace(',', ', ')}"
    if months:
        words += " in " + ", ".join(MONTHS[month - 1] for month in months)
    clock = _clock(parts, ", ")
    words += f" at {clock}" if clock else ""
    return words + (f", {parts['COUNT']} times" if "COUNT" in parts else "") + _end(parts, ", until ", "en")


def _clock(parts: dict[str, str], comma: str) -> str:
    minute = int(parts.get("BYMINUTE", "0").split(",")[0])
    return comma.join(f"{int(hour)}:{minute:02}" for hour in parts.get("BYHOUR", "").split(",") if hour)


def _end(parts: dict[str, str], lead: str, language: Language) -> str:
    try:
        last = date.fromisoformat(parts.get("UNTIL", "")[:8])
    except ValueError:
        return ""
    return lead + span_text(of_days(last, last), language=language)
