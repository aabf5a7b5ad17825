"""What a row of furniture is: where it stands in an article, in which part of a line, and what it takes."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """Where a row looks, and what it takes."""

    HEAD = "among the first lines: the line"
    LINE = "anywhere: the line"
    BLOCK = "anywhere: the line and the headlines after it"
    TAIL = "near the end: the line and all after it"
    SUFFIX = "at the end of the last line: from there on"


class Where(Enum):
    """Where in a line a pattern is looked for."""

    BEGINNING = "from its first sign"
    INSIDE = "anywhere"
    END = "in its last 40 signs"


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of furniture.

    Attributes:
        name: what it is.
        kind: where it stands.
        pattern: looked for in lines of at most 160 characters.
        examples: lines that it must match.
        where: in which part of the line.
    """

    name: str
    kind: Kind
    pattern: str
    examples: tuple[str, ...]
    where: Where = Where.BEGINNING
