"""From a draft to an article: cleaned, dated, named; or the reason why it is none."""

import re
from collections.abc import Iterator
from datetime import datetime, time
from itertools import chain
from urllib.parse import urlsplit

from schemas import Article, PublishedFrom, ReadError
from timeline.articles.bylines import reporters_of
from timeline.articles.draft import Draft
from timeline.articles.furniture import bare, original_title, strip_furniture
from timeline.articles.html_text import clean_line
from timeline.articles.identity import article_id, tells_apart
from timeline.articles.language import language_of
from timeline.articles.moments import WRITTEN, parse_moment
from timeline.articles.page_head import read_top
from timeline.articles.publishers import is_outlet, publisher_name, publisher_of_url, publisher_of_words
from timeline.articles.titles import clean_title

_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)|/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})/"
)
_NAME_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.年 ]?(0?[1-9]|1[0-2])[-_.月 ]?(0?[1-9]|[12]\d|3[01])(?!\d)")
_DAY_TITLE = re.compile(r"(?:19|20)\d{2}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?")
_DATELINE = re.compile(r"[^。，]{0,30}?(?<!\d)((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:电|電|讯|訊|消息)")
"""新华社北京2024年5月8日电, 【某某社某地2024年5月8日讯】."""

_LONGEST_SIGNATURE = 24
_LONGEST_TITLE = 200
_SENTENCE = re.compile(r"[。！？!?\n]")


def finish(draft: Draft, source: str, form: str, timezone: str, published: datetime | None) -> Article:
    """The article that a draft makes.

    Args:
        draft: what the format found.
        source: the article's ``source``; a day in it is the last that is believed.
        form: the registered name of the format.
        timezone: the IANA zone of moments without offset.
        published: the moment for an article that tells none; None leaves such an article out.

    Raises:
        ReadError: neither title nor text, or no moment of publication.
    """
    title = clean_title(draft.title, draft.publisher)
    lines = [line for line in draft.lines if line]
    told = original_title(lines)
    if told and bare(clean_title(told)) == bare(title):
        title = clean_title(told)
    text = "\n".join(strip_furniture(lines, title))
    title = (title or _first_sentence(text))[:_LONGEST_TITLE]
    if not title:
        raise ReadError("neither title nor text", where=source, mend="remove it, or give its text")
    moment, known = _publication(draft, title, source, timezone, published)
    if moment is None:
        raise ReadError("no date of publication", where=source, mend="add a date to it, or give --published")
    url = clean_line(draft.url or "") or None
    own = url if draft.own_url and tells_apart(url) else None
    return Article(
        id=article_id(own, title, moment.isoformat(), text),
        source=source,
        url=url,
        title=title,
        publisher=clean_line(_publisher(draft, url, lines) or "") or None,
        authors=_names(draft.authors) or reporters_of(lines),
        published=moment,
        published_from=known,
        language=language_of(text),
        tags=_names(draft.tags),
        image=clean_line(draft.image or "") or None,
        format=draft.form or form,
        text=text,
    )


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(clean_line, names) if name and "://" not in name))


def _publication(
    draft: Draft, title: str, source: str, timezone: str, given: datetime | None
) -> tuple[datetime | None, PublishedFrom]:
    """The first candidate that tells a moment; then the body's first lines, the paths, and what the user gave."""
    candidates = list(draft.published)
    if _DAY_TITLE.fullmatch(title):
        candidates.insert(0, (title, "front matter" if candidates else "page text"))
    told = ((parse_moment(value, timezone), known) for value, known in chain(candidates, _of_first_lines(draft)))
    for moment, known in told:
        if moment is not None:
            return (moment if moment.time() != time() else _with_clock(moment, told)), known
    for path, pattern, known in _paths(draft, source):
        moment = _day_of_path(pattern, path, timezone)
        if moment is not None:
            return moment, known
    moment = parse_moment(_day_of_last_line(draft.lines), timezone)
    return (moment, "page text") if moment else (given, "given")


def _with_clock(day: datetime, told: Iterator[tuple[datetime | None, PublishedFrom]]) -> datetime:
    """The moment of the same day that a later candidate tells; the day itself where none does."""
    same = (moment for moment, _ in told if moment and moment.date() == day.date() and moment.time() != time())
    return next(same, day)


def _of_first_lines(draft: Draft) -> Iterator[tuple[object, PublishedFrom]]:
    """What the body's first lines tell, or the dateline of an agency; looked for only when it is asked for."""
    probe = Draft()
    read_top(draft.lines, probe)
    yield from probe.published
    for line in draft.lines[:2]:
        found = _DATELINE.match(line[:60])
        if found:
            yield found[1], "page text"


def _day_of_last_line(lines: list[str]) -> str | None:
    """The date with which an article is signed, or that stands in brackets behind it."""
    last = lines[-1].strip("（）() ") if lines else ""
    found = WRITTEN.search(last) if len(last) <= _LONGEST_SIGNATURE else None
    beside = WRITTEN.sub("", last).strip(" |·") if found else ""
    return found[0] if found and (not beside or is_outlet(beside)) else None


def _paths(draft: Draft, source: str) -> list[tuple[str, re.Pattern[str], PublishedFrom]]:
    """The paths that may tell a day: of the address, of the file's name, of its folders."""
    folders, _, name = source.partition("#")[0].rpartition("/")
    address = urlsplit(draft.url).path if draft.url and draft.url.startswith("http") else ""
    return [(address, _URL_DAY, "url"), (name, _NAME_DAY, "file name"), (f"/{folders}/", _URL_DAY, "file name")]


def _day_of_path(pattern: re.Pattern[str], path: str, timezone: str) -> datetime | None:
    for found in pattern.finditer(path):
        parts = [part for part in found.groups() if part]
        moment = parse_moment("-".join(parts), timezone)
        if moment is not None:
            return moment
    return None


def _publisher(draft: Draft, url: str | None, lines: list[str]) -> str | None:
    """The publisher named; else an author that is plainly a paper or site; else as address or words tell."""
    named = publisher_name(draft.publisher or "")
    if named:
        return named
    outlets = filter(is_outlet, draft.authors)
    return next(outlets, None) or (publisher_of_url(url) if url else None) or publisher_of_words(lines)


def _first_sentence(text: str) -> str:
    sentence = _SENTENCE.split(text, maxsplit=1)[0]
    return sentence if len(sentence) <= 60 else sentence[:59] + "…"
