"""What a format found out about one article, before it is cleaned and checked."""

from dataclasses import dataclass, field
from functools import cached_property

from schemas import PublishedFrom
from timeline.articles.encoding import decode


@dataclass(slots=True)
class Draft:
    """One article as a format found it.

    Attributes:
        title: the headline as it stands, maybe with what the site adds.
        lines: the body, a paragraph a line, maybe with page furniture.
        published: what may be the moment of publication, the surest first, as (value, how it was known). A value is
            text in any notation, or a number of seconds, milliseconds or microseconds since 1970.
        number: the place of the article in its file, from 1; None where the file holds one.
        form: the registered name of the format, where it is not the one that read the file.
        own_url: whether ``url`` is this article's alone, so that it tells articles apart.
    """

    title: str = ""
    lines: list[str] = field(default_factory=list)
    published: list[tuple[object, PublishedFrom]] = field(default_factory=list)
    url: str | None = None
    own_url: bool = True
    publisher: str | None = None
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    image: str | None = None
    number: int | None = None
    form: str = ""


@dataclass(frozen=True)
class Content:
    """The bytes of one document, with what is known from outside.

    Attributes:
        data: the bytes as they are stored.
        name: the file's own name, without folders; "" for standard input.
        url: the address that the bytes came from, where a container tells it.
        first: the number of the first line of ``data`` in its file, from 1.
        plural: whether ``data`` is a part of a file of several articles.
    """

    data: bytes
    name: str = ""
    url: str | None = None
    first: int = 1
    plural: bool = False

    @cached_property
    def text(self) -> str:
        """The decoded text, with ``\\n`` line ends.

        Raises:
            ReadError: the bytes are not text.
        """
        return decode(self.data)

    @cached_property
    def head(self) -> str:
        """The first 4,000 characters, without leading white space."""
        return self.text[:8000].lstrip()[:4000]
