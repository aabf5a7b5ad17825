"""The refusal of what is too large to be taken apart in bounded time and memory."""

from schemas import ReadError
from timeline.articles.limits import MAX_DOCUMENT_BYTES, MAX_PAGE_BYTES, MAX_RECORDS


def refuse_large_page(data: bytes) -> None:
    """Raise a ReadError for a page or text above ``MAX_PAGE_BYTES``."""
    _refuse(len(data), MAX_PAGE_BYTES)


def refuse_large_document(size: int) -> None:
    """Raise a ReadError for a size in bytes above ``MAX_DOCUMENT_BYTES``."""
    _refuse(size, MAX_DOCUMENT_BYTES)


def refuse_many_records(count: int) -> None:
    """Raise a ReadError for a number of records above ``MAX_RECORDS``."""
    if count > MAX_RECORDS:
        raise ReadError(f"more than {MAX_RECORDS} records in one piece", mend="save them as JSON lines")


def _refuse(size: int, most: int) -> None:
    if size > most:
        raise ReadError(f"larger than {most >> 20} MB in one piece", mend="split it into one article a file or a line")
