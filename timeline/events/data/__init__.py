"""Word lists and tables, each a text file whose first line tells its origin."""

from functools import cache
from importlib.resources import files


def lines_of(name: str) -> list[str]:
    """The lines of a data file without comments (``#``) and empty lines."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def words_of(name: str) -> tuple[str, ...]:
    """The words of a data file, parted by white space, in the order given."""
    return tuple(word for line in lines_of(name) for word in line.split())


def rows_of(name: str) -> list[tuple[str, ...]]:
    """The rows of a data file, their cells parted by tabs."""
    return [tuple(cell.strip() for cell in line.split("\t")) for line in lines_of(name)]


@cache
def table_of(name: str) -> dict[str, str]:
    """The first two columns of a data file, read once."""
    return {row[0]: row[1] for row in rows_of(name)}


def word_set(name: str) -> frozenset[str]:
    """The words of a row of ``function_words.tsv``."""
    return frozenset(word_tuple(name))


def word_tuple(name: str) -> tuple[str, ...]:
    """The words of a row of ``function_words.tsv``, in the order given."""
    return tuple(table_of("function_words.tsv")[name].split())
