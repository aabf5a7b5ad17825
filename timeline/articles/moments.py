"""From any notation of a moment to an aware date-time. No clock: a relative wording is no moment here."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import timezone as datetime_timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T\s_]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s?(Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?(?![\d:])",
    re.I,
)
_DATE = r"(?P<year>\d{4}|[〇零○一二三四五六七八九]{4})\s?[-年./]\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})"
_DATE += r"\s?[-月./]\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:[日号號]|(?!\d))"
_CLOCK = r"(?:(?P<half>凌晨|早上|上午|中午|下午|晚上|晚间|晚間|am|pm)\s?)?(?P<hour>\d{1,2})\s?[:：时時点點]"
_CLOCK += r"(?:\s?(?P<minute>\d{1,2})(?:\s?[:：分]\s?(?P<second>\d{1,2}))?)?\s?[分秒]?(?:\s?(?P<after>am|pm)\b)?"
_BETWEEN = r"[\sT,，]{0,4}(?:[(（]?(?:星期|周|週|禮拜)[一二三四五六日天][)）]?[\s,，]{0,3})?(?:(?:HKT|CST|北京时间)\s)?"
WRITTEN = re.compile(rf"(?<!\d){_DATE}(?:{_BETWEEN}{_CLOCK})?", re.I)
"""A full date as articles write it, with or without a time of day."""

_LATER_CLOCK = re.compile(r".{0,12}\d{1,2}\s?[:：时時点點]\s?\d")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:(\d{2})(\d{2})(\d{2})?)?(?!\d)")
_ROC = re.compile(
    r"(?:民國|民国)\s?(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|(1[0-3]\d)[年\-./](\d{1,2})[月\-./](\d{1,2})日?(?!\d)"
)
"""Years of the Republic, by name; or by three figures with which the text begins."""

_NUMBER = re.compile(r"-?\d{9,19}(?:\.\d{1,9})?")
_CTIME = re.compile(
    r"[A-Z][a-z]{2}\s([A-Z][a-z]{2})\s{1,2}(\d{1,2})\s(\d\d:\d\d:\d\d)\s(?:([+-]\d{4}|[A-Z]{3,4})\s)?(\d{4})"
)
"""Sat May 18 10:23:45 +0800 2024, as C, Java and Weibo write it."""

_RFC = re.compile(r"(?:[A-Za-z]{3,9},\s)?\d{1,2}\s[A-Za-z]{3,9}\s\d{2,4}")
_OTHER = re.compile(r"\d[^\d]{0,12}.*\d|\d{1,2}.{0,3}[A-Za-z]{3}|[A-Za-z]{3}.{0,7}\d")
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_FIRST, _LAST = 1900, 2200
_LARGEST = 1e19
_ZONES = {"z": timedelta(0), "utc": timedelta(0), "gmt": timedelta(0), "cst": timedelta(hours=8)}
_CHINA = re.compile(r"\b(?:CST|BJT|HKT)\b")
"""CST is China Standard Time in what Chinese sites write."""


def parse_moment(value: object, timezone: str) -> datetime | None:
    """The moment that ``value`` tells, or None where it tells none.

    Args:
        value: text, a number of seconds, milliseconds, microseconds or nanoseconds since 1970, a date or a date-time.
        timezone: the IANA zone of moments without offset and of those in UTC: publishers write UTC because their
            program does, not because they are there. Any other offset is kept.
    """
    zone = ZoneInfo(timezone)
    if isinstance(value, datetime):
        return _placed(value, zone)
    if isinstance(value, date):
        return _placed(datetime(value.year, value.month, value.day), zone)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _epoch(float(value), zone) if abs(value) < _LARGEST else None
    return _parse_text(str(value).strip()[:120], timezone)


@lru_cache(maxsize=4096)
def _parse_text(text: str, timezone: str) -> datetime | None:
    zone = ZoneInfo(timezone)
    if len(text) < 6 or not any(sign.isdigit() or sign in _DIGITS for sign in text):
        return None
    for parse in _NOTATIONS:
        try:
            moment = parse(text, zone)
        except (ValueError, OverflowError):
            continue
        if moment is not None:
            return _placed(moment, zone)
    return None


def _placed(moment: datetime, zone: ZoneInfo) -> datetime | None:
    if not _FIRST <= moment.year <= _LAST:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    return moment if moment.utcoffset() else moment.astimezone(zone)


def _epoch(number: float, zone: ZoneInfo) -> datetime | None:
    if number == int(number) and 19000101 <= number <= 22001231:
        return _parse_text(str(int(number)), zone.key)
    for scale in (1, 1e3, 1e6, 1e9):
        if 3e8 <= number / scale < 6e9:
            return _placed(datetime.fromtimestamp(number / scale, UTC), zone)
    return None


def _digits(text: str, zone: ZoneInfo) -> datetime | None:
    return _epoch(float(text), zone) if _NUMBER.fullmatch(text) and len(text) not in (12, 14) else None


def _iso(text: str, zone: ZoneInfo) -> datetime | None:  # noqa: ARG001
    found = _ISO.match(text)
    if not found or (not found[4] and _LATER_CLOCK.match(text, found.end())):
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    moment = datetime(year, month, day) + timedelta(hours=min(hour, 24), minutes=minute, seconds=min(second, 59))
    return moment.replace(tzinfo=_offset(found[7])) if found[7] and found[4] else moment


def _offset(text: str) -> datetime_timezone:
    known = _ZONES.get(text.lower())
    if known is None:
        digits = text[1:].replace(":", "")
        known = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if text[0] == "-" else 1)
    return datetime_timezone(known)


def _written(text: str, zone: ZoneInfo) -> datetime | None:  # noqa: ARG001
    found = WRITTEN.search(text)
    if not found:
        return None
    day = datetime(_year(found["year"]), _numeral(found["month"]), _numeral(found["day"]))
    hour = int(found["hour"] or 0)
    half = (found["half"] or found["after"] or "").lower()
    if half in ("下午", "晚上", "晚间", "晚間", "pm") and hour < 12:
        hour += 12
    return day + timedelta(hours=min(hour, 24), minutes=int(found["minute"] or 0), seconds=int(found["second"] or 0))


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.get(sign, sign)) for sign in text))


def _numeral(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + (_DIGITS[ones] if ones else 0)


def _compact(text: str, zone: ZoneInfo) -> datetime | None:  # noqa: ARG001
    found = _COMPACT.search(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    return datetime(year, month, day, hour, minute, second)


def _minguo(text: str, zone: ZoneInfo) -> datetime | None:  # noqa: ARG001
    found = _ROC.match(text) or _ROC.search(text[text.find("民") :] if "民" in text else "")
    year, month, day = (int(part) for part in found.groups() if part) if found else (0, 0, 0)
    return datetime(year + 1911, month, day) if found else None


def _rfc(text: str, zone: ZoneInfo) -> datetime | None:  # noqa: ARG001
    text = _CTIME.sub(r"\2 \1 \5 \3 \4", text)
    return parsedate_to_datetime(_CHINA.sub("+0800", text)) if _RFC.match(text) else None


def _any_other(text: str, zone: ZoneInfo) -> datetime | None:
    """What dateparser makes of a full date in a notation not known here."""
    if len(text) > 60 or not _OTHER.search(text):
        return None
    import dateparser

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "TIMEZONE": zone.key,
    }
    return dateparser.parse(_CHINA.sub("+0800", text), languages=["zh", "en", "ja"], settings=settings)


_NOTATIONS: tuple[Callable[[str, ZoneInfo], datetime | None], ...] = (
    _digits,
    _iso,
    _rfc,
    _minguo,
    _written,
    _compact,
    _any_other,
)
