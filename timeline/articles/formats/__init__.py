"""The formats that articles are read from: one module each, registered here and nowhere else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from schemas import ReadError
from timeline.articles.draft import Content, Draft
from timeline.articles.formats import (
    csv_records,
    digest,
    front_matter,
    html_fragment,
    html_page,
    json_feed,
    json_lines,
    json_records,
    plain_text,
    xml_feed,
    xml_records,
)


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing articles down.

    Attributes:
        name: the ``format`` of the articles read from it.
        accept: whether a document looks like it, by its content.
        read: the document's drafts, and a ReadError for each part of it that is no article.
    """

    name: str
    accept: Callable[[Content], bool]
    read: Callable[[Content], Iterator[Draft | ReadError]]


FORMATS: tuple[Format, ...] = tuple(
    Format(module.NAME, module.accept, module.read)
    for module in (
        json_lines,
        front_matter,
        json_feed,
        json_records,
        xml_feed,
        xml_records,
        csv_records,
        digest,
        html_page,
        html_fragment,
        plain_text,
    )
)
"""In the order in which they are tried: the surest to be told first, plain text last."""


def choose(content: Content) -> Format:
    """The first format that accepts a document.

    Raises:
        ReadError: the document is not text.
    """
    for form in FORMATS:
        if form.accept(content):
            return form
    raise ReadError("no text in it", mend="remove it or fill it")
