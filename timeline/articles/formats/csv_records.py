"""Tables as text: comma, semicolon or tab between the fields, their names in the first line."""

import csv
import io
import re
from collections.abc import Iterator

from schemas import ReadError
from timeline.articles import keys
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.json_records import is_article
from timeline.articles.formats.record import numbered_draft
from timeline.articles.limits import MAX_PAGE_BYTES
from timeline.articles.too_large import refuse_many_records

NAME = "csv"
_PARTING = re.compile(r"[,;\t]")
_LONGEST_HEADER = 2000


def accept(content: Content) -> bool:
    """A first line that names a title and a body, with a comma, semicolon or tab between."""
    header = content.head.partition("\n")[0]
    if len(header) > _LONGEST_HEADER or not _PARTING.search(header):
        return False
    names = set(keys.fold(dict.fromkeys(_fields(header))))
    return not names.isdisjoint(keys.TITLE) and not names.isdisjoint([*keys.TEXT, *keys.HTML])


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft a row.

    Raises:
        ReadError: the table is broken.
    """
    text = content.text.lstrip()
    header = text.partition("\n")[0]
    csv.field_size_limit(MAX_PAGE_BYTES)
    rows = csv.DictReader(io.StringIO(text), delimiter=_delimiter(header))
    try:
        for number, row in enumerate(rows, 1):
            refuse_many_records(number)
            record = {str(name).strip(): value for name, value in row.items() if isinstance(value, str)}
            if is_article(record):
                yield numbered_draft(record, "record", number)
            else:
                yield ReadError("a row without a text", where=str(rows.line_num), mend="give it a text")
    except csv.Error as error:
        raise ReadError(f"a table that cannot be read ({error})", mend="save it again as CSV") from error


def _fields(header: str) -> list[str]:
    return [field.strip().strip('"') for field in header.split(_delimiter(header))]


def _delimiter(header: str) -> str:
    return max("\t;,", key=header.count)
