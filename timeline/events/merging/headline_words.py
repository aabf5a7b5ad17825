"""The words of ``data/headline_words.tsv`` by what they do in a headline."""

from functools import cache

from timeline.events.data import rows_of


@cache
def headline_words() -> dict[str, tuple[str, ...]]:
    """Class to words: status, scene, pointer, unfinished, holding, unnamed."""
    return {name: tuple(words.split()) for name, words in rows_of("headline_words.tsv")}
