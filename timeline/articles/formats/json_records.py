"""JSON: one record, or a list of records wherever it stands inside (``{"data": {"list": [...]}}``)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import ReadError, SkippedError
from timeline.articles import keys
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.record import draft_of_record, numbered_draft
from timeline.articles.limits import MAX_DEPTH

NAME = "json"
_OPENS = re.compile(r"^(?:\{\s*[\"}]|\[\s*[{\[\]\"])")
_MOST_NODES = 2_000_000
_WRAPPERS = ("node", "_source", "item", "article", "post", "news", "doc", "record", "attributes", "fields")
"""Names under which a list's items may keep the record itself (GraphQL, Elasticsearch, Strapi)."""


def accept(content: Content) -> bool:
    """Text that begins as JSON does."""
    return bool(_OPENS.match(content.head))


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft a record.

    Raises:
        ReadError: the JSON does not parse.
        SkippedError: it holds no articles.
    """
    found = load_json(content.text)
    if isinstance(found, Mapping) and is_article(unwrap(found)):
        yield draft_of_record(unwrap(found), "record")
        return
    records = find_records(found)
    if not records:
        raise SkippedError("JSON that holds no articles", mend="give records with a title, a date and a text")
    for number, record in enumerate(records, 1):
        if is_article(record):
            yield numbered_draft(record, "record", number)
        else:
            yield ReadError(f"record {number} has no text", mend="give it a content or text")


def load_json(text: str) -> Any:
    """The parsed text.

    Raises:
        ReadError: it does not parse, or is nested too deep.
    """
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        what = f"JSON that does not parse at line {error.lineno}, column {error.colno} ({error.msg})"
        raise ReadError(what, mend="mend it there") from error
    except (RecursionError, ValueError) as error:
        raise ReadError("JSON that is nested too deep or holds impossible numbers", mend="flatten it") from error


def is_article(record: object) -> bool:
    """Whether a record holds a body, or a title, a date and a summary."""
    if not isinstance(record, Mapping):
        return False
    folded = keys.fold(record)
    if any(_is_text(folded.get(name)) for name in (*keys.HTML, *keys.TEXT)):
        return True
    summary = any(_is_text(folded.get(name)) for name in keys.SHORT)
    return summary and bool(keys.all_values(folded, keys.PUBLISHED)) and bool(keys.first_text(folded, keys.TITLE))


def _is_text(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) for item in value[:20])
    return bool(keys.as_text(value).strip()) if isinstance(value, str | Mapping) else False


def find_records(found: Any) -> list[Mapping[str, object]]:
    """The list with the most articles in it, or the one article somewhere inside; empty where there is none."""
    best: list[Mapping[str, object]] = []
    most, single, nodes = 0, None, 0
    level: list[Any] = [found]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for node in level:
            items = _items(node)
            articles = sum(map(is_article, items[:200]))
            if articles > most:
                best, most = items, articles
            if single is None and isinstance(node, Mapping) and is_article(node):
                single = node
            below += [child for child in _children(node) if isinstance(child, Mapping | list)]
        nodes += len(below)
        if best or not below or nodes > _MOST_NODES:
            break
        level = below
    return best or ([single] if single else [])


def _children(node: Any) -> list[Any]:
    return list(node.values()) if isinstance(node, Mapping) else node if isinstance(node, list) else []


def _items(node: Any) -> list[Mapping[str, object]]:
    """The records of a list, or of a mapping from ids to records."""
    children = _children(node)
    if isinstance(node, Mapping) and not all(isinstance(child, Mapping) for child in children):
        return []
    return [unwrap(child) for child in children if isinstance(child, Mapping)]


def unwrap(record: Mapping[str, Any]) -> Mapping[str, object]:
    """The record itself, out of what an interface may wrap around it."""
    if is_article(record):
        return record
    for name in _WRAPPERS:
        inner = record.get(name)
        if isinstance(inner, Mapping) and is_article(inner):
            return inner
    return record
