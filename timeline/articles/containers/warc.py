"""WARC files of crawls (ISO 28500), a page a record. Needs the extra ``warc``; the crawl's day is no publication."""

import os
from collections.abc import Iterator
from itertools import islice
from typing import Any

from schemas import MissingExtraError, ReadError, TimelineError
from timeline.articles.containers.compressed import BROKEN, is_compressed
from timeline.articles.containers.part import Member, Part
from timeline.articles.draft import Content
from timeline.articles.limits import MAX_PAGE_BYTES

NAME = "warc"
_GROUP = 200
_PAGES = ("text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml", "application/json")


def accept(head: bytes, name: str) -> bool:
    """A WARC file by its first record, or a compressed one by its name."""
    return head.startswith(b"WARC/") or (is_compressed(head) and name.lower().endswith(".warc.gz"))


def split(path: str) -> Iterator[Part | TimelineError]:
    """Groups of records, each with the place in the file where it begins.

    A file that was packed as a whole has no such places: its groups begin at 0, and are counted off.
    """
    start = count = 0
    place, begins = -1, True
    try:
        for count, record in enumerate(_records(path, 0), 1):
            begins = begins and record.stream_pos > place
            place = record.stream_pos
            if count > 1 and count % _GROUP == 1:
                yield Part(start, _GROUP, max(place - start, 0), count - _GROUP)
                start = place if begins else 0
    except MissingExtraError as error:
        yield error
        return
    except (RuntimeError, *BROKEN) as error:
        yield ReadError(f"a damaged WARC file ({error})", mend="fetch it again")
    if count:
        last = (count - 1) % _GROUP + 1
        yield Part(start, last, max(os.path.getsize(path) - start, 0), count - last + 1)
    else:
        yield ReadError("the WARC file holds no responses", mend="give one with pages in it")


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The pages of a group."""
    skipped = 0 if part.start else part.line - 1
    try:
        for number, record in enumerate(islice(_records(path, part.start), skipped, skipped + part.stop), part.line):
            member = _page(record, number)
            if member is not None:
                yield member
    except (RuntimeError, *BROKEN) as error:
        yield ReadError(f"a damaged WARC file ({error})", mend="fetch it again")


def _records(path: str, start: int) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError(
            "reading WARC files needs fastwarc", mend="pip install 'article-timeline[warc]'"
        ) from error
    with open(path, "rb") as stream:
        stream.seek(start)
        yield from ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)


def _page(record: Any, number: int) -> Member | TimelineError | None:
    """The page of a response, or None for a response that is no page."""
    kind = (record.http_content_type or "").split(";")[0].strip().lower()
    status = record.http_headers.status_code if record.http_headers else None
    if kind not in _PAGES or status not in (None, 200):
        return None
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    data = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        return ReadError(f"larger than {MAX_PAGE_BYTES >> 20} MB", where=str(number), mend="leave it out")
    return Member(f"#{number}", Content(data, url=url), form=NAME)
