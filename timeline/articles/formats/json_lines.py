"""JSON lines: a record a line. A part of a larger file is read the same way."""

import re
from collections.abc import Iterator, Mapping

from schemas import ReadError
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.json_records import is_article, load_json, unwrap
from timeline.articles.formats.record import numbered_draft

NAME = "json-lines"
_TWO_LINES = re.compile(r"^\{\s*\"[^\n]{0,33554432}\}\s*\n\s*\{\s*\"")


def accept(content: Content) -> bool:
    """Two lines that each are an object, or a part of a file that was found to be of lines."""
    return content.plural or bool(_TWO_LINES.match(content.text))


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft a line; ``number`` is the line's."""
    for number, line in enumerate(content.text.split("\n"), content.first):
        if not line or line.isspace():
            continue
        try:
            record = load_json(line)
        except ReadError as error:
            yield ReadError(error.what, where=str(number), mend=error.mend)
            continue
        if isinstance(record, Mapping) and is_article(unwrap(record)):
            yield numbered_draft(unwrap(record), "record", number)
        else:
            yield ReadError("a line that holds no article", where=str(number), mend="give it a title, date and text")
