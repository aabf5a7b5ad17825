"""English and Japanese date expressions in an article, found by shape and read with dateparser's help.

A Chinese text pays for one scan that looks for Latin words and kana; everything else happens only where they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from schemas.expression import Expression, Granularity

Prefer = Literal["past", "current", "future"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_HALF = r"\s?[apAP]\.?[mM]\b"
_CLOCK = rf"(?:,?\s(?:at\s)?\d{{1,2}}(?::\d\d)?{_HALF}\.?)"
_JA_COUNT = r"[0-9０-９一二三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A form of words: `pattern`, the unit that it tells, and its language."""

    name: str
    language: Literal["en", "ja"]
    pattern: str
    granularity: Granularity
    example: str
    """Words that it finds."""
    in_prose: bool = False
    """Whether it counts only inside a sentence of its language."""


SHAPES: tuple[Shape, ...] = (
    Shape("en_month_days", "en",
          rf"{_MONTH}\s(?P<first>\d{{1,2}})\s?[-–—]\s?(?P<last>\d{{1,2}})(?!\d)(?:,?\s(?P<year>{_YEAR}))?",
          "day", "September 1-3, 2022"),
    Shape("en_month_day", "en",
          rf"(?:{_ANY_WEEKDAY},?\s)?{_MONTH}\s{_DAY}(?:,?\s{_YEAR})?{_CLOCK}?",
          "day", "Sept. 3, 2022"),
    Shape("en_day_month", "en",
          rf"(?:{_ANY_WEEKDAY},?\s)?{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?{_CLOCK}?",
          "day", "3 September 2022"),
    Shape("en_month_year", "en", rf"{_MONTH},?\s{_YEAR}", "month", "March 2021"),
    Shape("en_day_word", "en",
          r"(?:the\sday\sbefore\s)?yesterday|(?:the\sday\safter\s)?tomorrow|today",
          "day", "yesterday", True),
    Shape("en_weekday", "en", rf"(?:(?:last|this|next)\s)?{_WEEKDAY}", "day", "last Friday", True),
    Shape("en_near_week", "en", r"(?:last|this|next)\sweek", "week", "last week", True),
    Shape("en_near_month", "en", r"(?:last|this|next)\smonth", "month", "next month", True),
    Shape("en_near_year", "en", r"(?:last|this|next)\syear", "year", "last year", True),
    Shape("en_days_ago", "en",
          rf"{_COUNT}\s(?:day|week)s?\sago|in\s{_COUNT}\s(?:day|week)s?",
          "day", "3 days ago", True),
    Shape("en_months_ago", "en", rf"{_COUNT}\smonths?\sago|in\s{_COUNT}\smonths?", "month", "two months ago", True),
    Shape("en_years_ago", "en", rf"{_COUNT}\syears?\sago|in\s{_COUNT}\syears?", "year", "five years ago", True),
    Shape("en_year", "en",
          rf"(?<=\b[Ii]n\s){_YEAR}|(?<=\b[Ss]ince\s){_YEAR}|(?<=\b[Bb]y\s){_YEAR}",
          "year", "in 2021", True),
    Shape("ja_week_weekday", "ja",
          r"(?P<week>先週|今週|来週)の?(?P<weekday>[月火水木金土日])曜日?",
          "day", "来週の月曜日", True),
    Shape("ja_weekday", "ja", r"[月火水木金土日]曜日", "day", "金曜日", True),
    Shape("ja_clock", "ja",
          r"(?:(?:今日|明日|昨日|\d{1,2}月\d{1,2}日)の?)?午[前後]\d{1,2}時(?:\d{1,2}分)?",
          "minute", "明日の午後3時", True),
    Shape("ja_day_word", "ja", r"おととい|きのう|きょう|あした|あさって|一昨日|明後日", "day", "おととい", True),
    Shape("ja_near_week", "ja", r"先週|今週|来週", "week", "先週", True),
    Shape("ja_near_month", "ja", r"先月|来月", "month", "来月", True),
    Shape("ja_days_ago", "ja", rf"{_JA_COUNT}(?:日|週間)[前後]", "day", "3日前", True),
    Shape("ja_months_ago", "ja", rf"{_JA_COUNT}[かヶカケ]月[前後]", "month", "3か月前", True),
    Shape("ja_years_ago", "ja", rf"{_JA_COUNT}年[前後]", "year", "5年前", True),
)  # fmt: skip
"""All shapes; where two match at one place the earlier row wins."""

_LEAD = re.compile(
    r"[ABDFIJMNOSTWYbdimstwy](?:(?<=[JFMASOND])(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[a-z]{0,6}\b"
    r"|(?<=[yYtT])(?:esterday|oday|omorrow)|(?<=[MTWFS])(?:on|ues|ednes|hurs|ri|atur|un)day"
    rf"|(?<=[dwmy])(?:ay|eek|onth|ear)s?\b|(?<=[IiSsBb])(?:n|ince|y)\s{_YEAR})"
)
"""The words without which no English shape can be; it begins with a class, for which all other characters are passed
over at once."""
_LEAD_IN_BYTES = re.compile(_LEAD.pattern.encode())
_SMALL_LETTER = re.compile(rb"[A-Za-z][a-z]")
"""What each of these words holds."""
_KANA = re.compile(r"[ぁ-ん]")
_COMMON_KANA = "のにたを"
"""Some of these stand in nearly every Japanese sentence."""
_SENTENCES = re.compile(r"[^。！？!?\n]{1,400}")
_END = re.compile(r"[。！？!?\n]|\. ")
_LONGEST = 200
_NEARER = 4
"""How many times nearer the coming day must be than the last one, where nothing tells the tense."""
_AHEAD = re.compile(r"\b(?:will|shall|to be|is due|scheduled|plans? to)\b|予定|見込み|でしょう")
_BACK = re.compile(r"\b(?:was|were|had|did|said|has|have|[a-z]{3,}ed)\b|ました|でした")
_JA_CLOCK = re.compile(r"(?P<day>.*?)の?午(?P<half>[前後])(?P<hour>\d{1,2})時(?:(?P<minute>\d{1,2})分)?")
_WEEKDAYS = "月火水木金土日"
_JA_KANJI = {"おととい": "一昨日", "きのう": "昨日", "きょう": "今日", "あした": "明日", "あさって": "明後日"}
_MARGIN = 40
_REACH = 30
"""How far before and behind its leading word an English shape may go."""


@lru_cache(maxsize=2)
def _scanner(language: str) -> re.Pattern[str]:
    """The shapes of one language as one pattern; each is a group of its own name."""
    names = (
        f"(?P<{one.name}>{re.sub('P<(?!=)[a-z]+>', ':', one.pattern)})" for one in SHAPES if one.language == language
    )
    edges = (r"(?<![A-Za-z\d])(?=[A-Za-z\d])(?:", r")(?![A-Za-z])") if language == "en" else ("(?:", ")")
    return re.compile("|".join(names).join(edges))


_SHAPE = {one.name: one for one in SHAPES}


def find_foreign(text: str, published: datetime, prefer: Prefer | None = None) -> list[Expression]:
    """The English and Japanese date expressions of `text`, in order, not overlapping.

    They are resolved against the day and clock of `published`. One that lacks its year takes the nearest on the side
    that `prefer` names; else the future where its sentence speaks of what is to come, and otherwise the past, unless
    the coming one is much nearer.
    """
    english, kana = _has_english(text), _has_kana(text)
    if not english and not kana:
        return []
    now = published.replace(tzinfo=None)
    found: list[Expression] = []
    for match in (*(_english(text) if english else ()), *(_japanese(text) if kana else ())):
        side = prefer or _side(_sentence(text, match))
        expression = _resolve(_SHAPE[str(match.lastgroup)], match, now, side)
        if expression is not None:
            found.append(expression)
    return sorted(found, key=lambda one: one.start_char) if found else found


def _side(sentence: str) -> Prefer | None:
    """Which way a sentence looks; None where nothing in it tells."""
    if _AHEAD.search(sentence):
        return "future"
    return "past" if _BACK.search(sentence) else None


def _has_english(text: str) -> bool:
    """Whether a word stands there without which no English shape can be."""
    latin = text.encode("ascii", "ignore")  # in which a search is ten times as fast as in the text
    return _SMALL_LETTER.search(latin) is not None and _LEAD_IN_BYTES.search(latin) is not None


def _has_kana(text: str) -> bool:
    """Whether kana stand there that are common in Japanese."""
    return any(map(text.__contains__, _COMMON_KANA))


def _english(text: str) -> Iterator[re.Match[str]]:
    """The English shapes, in order, not overlapping."""
    position, scanner = 0, _scanner("en")
    for lead in _LEAD.finditer(text):
        near = scanner.search(text, max(position, lead.start() - _REACH), lead.end() + _REACH)
        match = scanner.match(text, near.start()) if near is not None else None
        if match is None:
            continue
        if not _SHAPE[str(match.lastgroup)].in_prose or _is_english(text, match.start(), match.end()):
            yield match
        position = match.end()


def _japanese(text: str) -> Iterator[re.Match[str]]:
    """The Japanese shapes in sentences with enough kana, in order, not overlapping."""
    for sentence in _SENTENCES.finditer(text):
        if len(_KANA.findall(sentence[0])) * 8 >= len(sentence[0]):
            yield from _scanner("ja").finditer(text, *sentence.span())


def _sentence(text: str, match: re.Match[str]) -> str:
    """The words around a match, up to the ends of its sentence."""
    before = _END.split(text[max(0, match.start() - _LONGEST) : match.start()])[-1]
    return before + _END.split(text[match.start() : match.end() + _LONGEST])[0]


def _is_english(text: str, start: int, end: int) -> bool:
    """Whether the words around are mostly Latin letters, several of them lower-case words."""
    around = text[max(0, start - _MARGIN) : start] + text[end : end + _MARGIN]
    latin = sum(char.isascii() for char in around)
    return latin >= 0.8 * len(around) and len(re.findall(r"\b[a-z]{2,}\b", around)) >= 2


def _resolve(shape: Shape, match: re.Match[str], now: datetime, prefer: Prefer | None) -> Expression | None:
    words, granularity = match[0], shape.granularity
    if re.search(rf"\d{_HALF}", words):
        granularity = "minute"
    begin, until = _bounds(shape, words, granularity, now, prefer or "past")
    dated = re.search(_YEAR, words) is not None
    if prefer is None and not dated and not (shape.in_prose and shape.name != "ja_clock"):
        coming = _bounds(shape, words, granularity, now, "future")
        if begin is None or (coming[0] is not None and (coming[0] - now) * _NEARER < now - begin):
            begin, until = coming
    if begin is None or until is None or begin >= until:
        return None
    return Expression(
        text=words,
        start_char=match.start(),
        end_char=match.end(),
        type="TIME" if granularity == "minute" else "DATE",
        value=_value(begin, until, granularity),
        begin=begin,
        until=until,
        granularity=granularity,
        anchor=None if dated else f"published {now.date()}",
        inherited=() if dated or shape.in_prose else ("year",),
        rule=shape.name,
    )


def _bounds(
    shape: Shape, words: str, granularity: Granularity, now: datetime, prefer: Prefer
) -> tuple[datetime | None, datetime | None]:
    """The half-open bounds of the words; None where they are no date."""
    parts = re.fullmatch(shape.pattern, words)
    said = parts.groupdict() if parts else {}
    if said.get("last"):
        return _days_of_month(words, said, now, prefer)
    if shape.name == "ja_clock":
        begin = _japanese_clock(words, now, prefer)
    elif said.get("week"):
        monday = _floor(_read(said["week"], "ja", now, prefer), "week")
        begin = monday and monday + timedelta(days=_WEEKDAYS.index(said["weekday"]))
    else:
        begin = _floor(_read(_JA_KANJI.get(words, words), shape.language, now, prefer), granularity)
    return begin, begin and _after(begin, granularity)


def _japanese_clock(words: str, now: datetime, prefer: Prefer) -> datetime | None:
    """The moment of 明日の午後3時 or 午前9時30分."""
    said = _JA_CLOCK.fullmatch(words)
    if said is None:
        return None
    day = _floor(_read(said["day"], "ja", now, prefer) if said["day"] else now, "day")
    hour, minute = int(said["hour"]) + 12 * (said["half"] == "後"), int(said["minute"] or 0)
    return day + timedelta(hours=hour, minutes=minute) if day and hour <= 24 and minute < 60 else None


def _days_of_month(
    words: str, said: dict[str, str | None], now: datetime, prefer: Prefer
) -> tuple[datetime | None, datetime | None]:
    """The bounds of September 1-3, 2022."""
    month, year = words.split()[0], said["year"] or ""
    first = _floor(_read(f"{month} {said['first']} {year}".strip(), "en", now, prefer), "day")
    last = _floor(_read(f"{month} {said['last']} {first.year if first else ''}".strip(), "en", now, prefer), "day")
    return first, last and last + timedelta(days=1)


@lru_cache(maxsize=4096)
def _read(words: str, language: str, now: datetime, prefer: Prefer) -> datetime | None:
    """What dateparser makes of the words; None where it makes nothing of them."""
    import dateparser

    return dateparser.parse(
        words,
        languages=[language],
        settings={
            "RELATIVE_BASE": now,
            "PREFER_DATES_FROM": {"past": "past", "current": "current_period", "future": "future"}[prefer],
            "PREFER_DAY_OF_MONTH": "first",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def _floor(moment: datetime | None, granularity: Granularity) -> datetime | None:
    """The beginning of the unit in which a moment lies."""
    if moment is None or not 1 < moment.year < 9000:
        return None
    if granularity == "minute":
        return moment.replace(second=0, microsecond=0)
    day = datetime.combine(moment.date(), datetime.min.time())
    if granularity == "week":
        return day - timedelta(days=day.weekday())
    return day if granularity == "day" else day.replace(day=1, month=1 if granularity == "year" else day.month)


def _after(begin: datetime, granularity: Granularity) -> datetime:
    """The end of the unit that starts at `begin`."""
    if granularity in ("minute", "day", "week"):
        return (
            begin + {"minute": timedelta(minutes=1), "day": timedelta(days=1), "week": timedelta(days=7)}[granularity]
        )
    if granularity == "year":
        return begin.replace(year=begin.year + 1)
    return begin.replace(year=begin.year + begin.month // 12, month=begin.month % 12 + 1)


def _value(begin: datetime, until: datetime, granularity: Granularity) -> str:
    if granularity == "minute":
        return begin.isoformat(timespec="minutes")
    if granularity == "week":
        return f"{begin:%G-W%V}"
    last: date = (until - timedelta(days=1)).date()
    if granularity == "day" and last != begin.date():
        return f"{begin.date()}/{last}"
    return begin.date().isoformat()[: {"year": 4, "month": 7}.get(granularity, 10)]
