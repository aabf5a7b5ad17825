"""WARC files of crawls (ISO 28500), a page a record. Needs the extra ``warc``; the crawl's day is no publication."""

from collections.abc import Iterator
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
    """Groups of records."""
    count = 0
    try:
        for count, record in enumerate(_records(path), 1):  # noqa: B007
            if count % _GROUP == 0:
                yield Part(count - _GROUP, count, 0, count - _GROUP + 1)
    except MissingExtraError as error:
        yield error
        return
    except (RuntimeError, *BROKEN) as error:
        yield ReadError(f"a damaged WARC file ({error})", mend="fetch it again")
    if count % _GROUP:
        yield Part(count - count % _GROUP, count, 0, count - count % _GROUP + 1)
    if count == 0:
        yield ReadError("the WARC file holds no responses", mend="give one with pages in it")


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The pages of a group."""
    try:
        for number, record in enumerate(_records(path)):
            if number >= part.stop:
                return
            if number >= part.start:
                member = _page(record, number + 1)
                if member is not None:
                    yield member
    except (RuntimeError, *BROKEN) as error:
        yield ReadError(f"a damaged WARC file ({error})", mend="fetch it again")


def _records(path: str) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtraError(
            "reading WARC files needs fastwarc", mend="pip install 'article-timeline[warc]'"
        ) from error
    with open(path, "rb") as stream:
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
