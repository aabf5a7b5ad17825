"""What every kind of container gives: parts that can be read on their own, and documents out of a part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from schemas import TimelineError
from timeline.articles.draft import Content


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a container.

    Attributes:
        start: where it begins: a byte, a member or a row group.
        stop: where it ends, not inside; or how many records it has.
        size: how much of the work it is, in bytes of the file, near enough for a progress bar.
        line: the number of its first line, record or row, from 1.
    """

    start: int
    stop: int
    size: int
    line: int = 1


@dataclass(frozen=True, slots=True)
class Member:
    """One document in a container.

    Attributes:
        suffix: what follows the container's ``source``: ``/folder/page.html``, or nothing for lines and rows.
        content: its bytes.
        form: the registered name of its articles' format, where the container decides it.
    """

    suffix: str
    content: Content
    form: str = ""


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds many documents.

    Attributes:
        name: its ``kind`` in documents.
        accept: whether a file is one, by its first bytes and its name.
        split: the parts of the file at a path, in order; a problem for a stretch that cannot be read.
        open: the documents of the part of the file at a path, in order; a problem for each that cannot be read.
    """

    name: str
    accept: Callable[[bytes, str], bool]
    split: Callable[[str], Iterator[Part | TimelineError]]
    open: Callable[[str, Part], Iterator[Member | TimelineError]]
