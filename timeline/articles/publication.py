"""When an article was published: the first that tells it of what a format found, the first lines, paths, signature."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from itertools import chain

from schemas import PublishedFrom
from timeline.articles.draft import Draft
from timeline.articles.moments import WRITTEN, parse_moment
from timeline.articles.page_head import read_top
from timeline.articles.publishers import is_outlet

Known = tuple[datetime, PublishedFrom]
"""A moment, and how it is known."""

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})/"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.年 ]?(0?[1-9]|1[0-2])[-_.月 ]?(0?[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS = re.compile(r"https?://[^/?#]{1,253}(/[^?#]{1,2000})", re.I)
_DAY_TITLE = re.compile(r"(?:19|20)\d{2}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?")
_DATELINE = re.compile(r"[^。，]{0,30}?(?<!\d)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:电|電|讯|訊|消息)")
"""新华社北京2024年5月8日电, 【某某社某地2024年5月8日讯】."""

_LONGEST_SIGNATURE = 24


def publication(draft: Draft, title: str, source: str, timezone: str) -> Known | None:
    """The moment of publication and how it is known; None where nothing tells it.

    Args:
        draft: what the format found.
        title: the clean title, which may be a day.
        source: the article's ``source``, whose names may tell a day.
        timezone: the IANA zone of moments without offset.
    """
    candidates = list(draft.published)
    if _DAY_TITLE.fullmatch(title):
        candidates.insert(0, (title, "front matter" if candidates else "page text"))
    told = _known(chain(candidates, _of_first_lines(draft)), timezone)
    first = next(told, None)
    if first is not None and first[0].time() == time():
        return _clock_of_the_day(first[0], told) or first[0], first[1]
    return first or next(_known(chain(_of_paths(draft, source), _of_last_line(draft.lines)), timezone), None)


def _known(candidates: Iterator[tuple[object, PublishedFrom]], timezone: str) -> Iterator[Known]:
    """Those that tell a moment."""
    for value, known in candidates:
        moment = parse_moment(value, timezone)
        if moment is not None:
            yield moment, known


def _clock_of_the_day(day: datetime, told: Iterator[Known]) -> datetime | None:
    """The moment of the same day that a later candidate tells."""
    return next((moment for moment, _ in told if moment.date() == day.date() and moment.time() != time()), None)


def _of_first_lines(draft: Draft) -> Iterator[tuple[object, PublishedFrom]]:
    """What the body's first lines tell, or the dateline of an agency; looked for only when it is asked for."""
    probe = Draft()
    read_top(draft.lines, probe)
    yield from probe.published
    for line in draft.lines[:2]:
        found = _DATELINE.match(line[:60])
        if found:
            yield found[1], "page text"


def _of_paths(draft: Draft, source: str) -> Iterator[tuple[object, PublishedFrom]]:
    """The days in the path of the address, in the file's name, in the names of its folders."""
    folders, _, name = source.partition("#")[0].rpartition("/")
    address = _ADDRESS.match(draft.url or "")
    yield from ((day, "url") for day in _days(_URL_DAY, address[1] if address else ""))
    yield from ((day, "file name") for day in _days(_NAME_DAY, name))
    yield from ((day, "file name") for day in _days(_URL_DAY, f"/{folders}/"))


def _days(pattern: re.Pattern[str], path: str) -> Iterator[str]:
    return ("-".join(filter(None, found.groups())) for found in pattern.finditer(path))


def _of_last_line(lines: list[str]) -> Iterator[tuple[object, PublishedFrom]]:
    """The date with which an article is signed, alone or beside a paper."""
    last = lines[-1].strip("（）() ") if lines else ""
    found = WRITTEN.search(last) if len(last) <= _LONGEST_SIGNATURE else None
    beside = WRITTEN.sub("", last).strip(" |·") if found else ""
    if found and (not beside or is_outlet(beside)):
        yield found[0], "page text"
