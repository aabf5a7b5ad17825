"""The words that extraction knows: the data files read once, and what a user's own file adds to them."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from schemas import EVENT_TYPES, UsageError
from timeline.events.data import rows_of, words_of
from timeline.events.text.script import simplified

LIMIT = 1_000_000
"""The most bytes that a file of words may have."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The word lists of extraction, all in simplified characters.

    Attributes:
        event_names: what names of events end with, and the type that it tells.
        cues: predicates that tell a type in a headline, and the type.
        verbs: classes of verbs by name (``data/verbs.tsv``).
        lists: the plain word lists by name of their file.
        roles: words that tell a participant's part, and the part.
        names: whole names that are kept together as one word, and their type or "".
        aliases: other names, and the name that each stands for.
    """

    event_names: dict[str, str]
    cues: dict[str, str]
    verbs: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    roles: dict[str, str]
    names: dict[str, str]
    aliases: dict[str, str]

    def __reduce__(self) -> Any:
        """Only what a user added crosses a process border."""
        own = default_words()
        if self is own:
            return default_words, ()
        added = {name: kind for name, kind in self.event_names.items() if own.event_names.get(name) != kind}
        cues = {word: row for word, row in self.cues.items() if own.cues.get(word) != row}
        return _with, (added, cues, self.names, self.aliases)


@cache
def default_words() -> Words:
    """The words of the data files."""
    return Words(
        event_names={word: row[0] for row in rows_of("event_names.tsv") for word in row[1].split()},
        cues=_cues(),
        verbs={name: frozenset(words.split()) for name, words in rows_of("verbs.tsv")},
        lists={name: frozenset(words_of(f"{name}.txt")) for name in _LISTS},
        roles={word: row[0] for row in rows_of("roles.tsv") for word in row[1].split()},
        names={},
        aliases={},
    )


_LISTS = ("connectives", "adverbial", "leads", "trails", "organisations", "pronouns")


def _cues() -> dict[str, str]:
    """The predicates that tell a type."""
    return {word: row[0] for row in rows_of("types.tsv") if row[1] in ("act", "mild", "say") for word in row[2].split()}


def _with(event_names: dict[str, str], cues: dict[str, str], names: dict[str, str], aliases: dict[str, str]) -> Words:
    own = default_words()
    return replace(own, event_names=own.event_names | event_names, cues=own.cues | cues, names=names, aliases=aliases)


def load_words(path: str | Path) -> Words:
    """The program's words with those of a user's file added.

    The file is YAML with the keys ``names`` (a list, or a mapping of name to event type), ``types`` (a mapping of event
    type to words that tell it), ``event_names`` (a mapping of event type to endings of event names) and ``aliases`` (a
    mapping of a short name to the full one), or TSV with the rows ``name|type|event_name|alias``, word, and the type or
    full name.

    Raises:
        UsageError: the file cannot be read, is no such file, or names an unknown event type.
    """
    where = str(path)
    try:
        data = Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"cannot read the words: {error.strerror}", where=where, mend="give a file of words"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError("the words are not UTF-8 text", where=where, mend="save the file as UTF-8") from error
    if len(data) > LIMIT:
        raise UsageError(f"the words have more than {LIMIT} bytes", where=where, mend="give a smaller file")
    rows = _from_tsv(text, where) if Path(path).suffix.lower() in (".tsv", ".txt") else _from_yaml(text, where)
    return _added(rows, where)


def _from_tsv(text: str, where: str) -> list[tuple[str, str, str]]:
    rows = []
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter="\t"), 1):
        if row and row[0].strip() and not row[0].startswith("#"):
            if len(row) not in (2, 3):
                mend = "write kind, word and type or full name, parted by tabs"
                raise UsageError("not a row of words", where=f"{where}:{number}", mend=mend)
            rows.append((row[0].strip(), row[1].strip(), row[2].strip() if len(row) == 3 else ""))
    return rows


def _from_yaml(text: str, where: str) -> list[tuple[str, str, str]]:
    import yaml

    try:
        given = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        raise UsageError("the words are not YAML", where=where, mend="write keys names, types, aliases") from error
    if given is None:
        return []
    if not isinstance(given, dict):
        raise UsageError("the words are not a mapping", where=where, mend="write keys names, types, aliases")
    rows: list[tuple[str, str, str]] = []
    for key, content in given.items():
        rows += _yaml_rows(str(key), content, where)
    return rows


def _yaml_rows(key: str, content: Any, where: str) -> Iterable[tuple[str, str, str]]:
    kind = {"names": "name", "types": "type", "event_names": "event_name", "aliases": "alias"}.get(key)
    if kind is None:
        raise UsageError(f"unknown key {key!r}", where=where, mend="use names, types, event_names or aliases")
    if kind == "name" and isinstance(content, list):
        return [(kind, str(word), "") for word in content]
    if not isinstance(content, dict):
        raise UsageError(f"{key} is not a mapping", where=where, mend=f"write {key} as a mapping")
    if kind in ("type", "event_name"):
        return [
            (kind, str(word), str(name))
            for name, words in content.items()
            for word in (words if isinstance(words, list) else [words])
        ]
    return [(kind, str(word), str(value or "")) for word, value in content.items()]


def _added(rows: Iterable[tuple[str, str, str]], where: str) -> Words:
    tables: dict[str, dict[str, str]] = {"name": {}, "type": {}, "event_name": {}, "alias": {}}
    for kind, word, value in rows:
        if kind not in tables or not word:
            raise UsageError(f"unknown kind {kind!r}", where=where, mend="use name, type, event_name or alias")
        if kind != "alias" and (value or kind != "name") and value not in EVENT_TYPES:
            raise UsageError(f"unknown event type {value!r}", where=where, mend=f"use one of {', '.join(EVENT_TYPES)}")
        tables[kind][simplified(word)] = simplified(value)
    return _with(tables["event_name"], tables["type"], tables["name"], tables["alias"])
