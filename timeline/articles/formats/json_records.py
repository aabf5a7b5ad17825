"""JSON: one record, or a list of records wherever it stands inside (``{"data": {"list": [...]}}``)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from schemas import ReadError, SkippedError
from timeline.articles import keys
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.record import draft_of_record, numbered_draft, text_of_part
from timeline.articles.limits import MAX_DEPTH
from timeline.articles.too_large import refuse_many_records

NAME = "json"
_CALL = re.compile(r"\s{0,100}(?:(?:var|let|const)\s)?[A-Za-z_$][\w.$]{0,60}\s?(?:\(|=)\s?(?=[{\[])")
_OPENS = re.compile(rf"^(?:{_CALL.pattern})?(?:\{{\s*[\"}}]|\[\s*[{{\[\]\"])")
_MOST_NODES, _SAMPLE = 2_000_000, 200
_DAY = re.compile(r"(?:19|20)\d{2}[-/.]?\d{1,2}[-/.]?\d{1,2}")
_WRAPPERS = ("node", "_source", "item", "article", "post", "news", "doc", "record", "attributes", "fields", "mblog")
"""Names under which a list's items may keep the record itself (GraphQL, Elasticsearch, Strapi, Weibo)."""

_Node = tuple[Any, Mapping[str, str]]
"""A value inside the JSON, and what stands above it for all records below."""


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
    found = _rows(found) or found
    if isinstance(found, Mapping) and is_article(unwrap(found)):
        yield draft_of_record(unwrap(found), "record")
        return
    records = find_records(found)
    if not records:
        raise SkippedError("JSON that holds no articles", mend="give records with a title, a date and a text")
    refuse_many_records(len(records))
    for number, record in enumerate(records, 1):
        if is_article(record):
            yield numbered_draft(record, "record", number)
        else:
            yield ReadError("a record without a text", where=str(number), mend="give it a content or text")


def load_json(text: str) -> Any:
    """The parsed text.

    Raises:
        ReadError: it does not parse, or is nested too deep.
    """
    try:
        return json.loads(_without_call(text), strict=False)
    except json.JSONDecodeError as error:
        what = f"JSON that does not parse at column {error.colno} ({error.msg})"
        raise ReadError(what, where=str(error.lineno), mend="mend it there") from error
    except (RecursionError, ValueError) as error:
        raise ReadError("JSON that is nested too deep or holds impossible numbers", mend="flatten it") from error


def _rows(found: Any) -> list[Mapping[str, object]]:
    """The rows of a table that is saved by columns, as pandas does; empty for any other JSON."""
    columns = {name: _values(column) for name, column in found.items()} if isinstance(found, Mapping) else {}
    folded = keys.fold(columns)
    titles, texts = (keys.all_values(folded, names) for names in (keys.TITLE, (*keys.HTML, *keys.TEXT)))
    if not titles or not texts or len({len(column) for column in columns.values()}) != 1:
        return []
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _values(column: object) -> list[object]:
    return list(column.values()) if isinstance(column, Mapping) else column if isinstance(column, list) else []


def _without_call(text: str) -> str:
    """The value of ``callback({...});`` and ``var data = {...};``, as scripts of sites hold it; other text as it is."""
    call = _CALL.match(text)
    return text[call.end() :].rstrip().rstrip(");") if call else text


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
        return any(map(text_of_part, value[:20]))
    return bool(keys.as_text(value).strip()) if isinstance(value, str | Mapping) else False


def find_records(found: Any) -> list[Mapping[str, object]]:
    """The records of the outermost lists that hold articles with titles; else the one article, or posts without titles.

    A record without date or paper has those that stand above its list.
    """
    records: list[Mapping[str, object]] = []
    single: list[Mapping[str, object]] = []
    posts: list[Mapping[str, object]] = []
    nodes = 0
    level: list[_Node] = [(found, {})]
    for _ in range(MAX_DEPTH):
        below: list[_Node] = []
        for node, above in level:
            items = _items(node)
            if any(map(is_article, items[:_SAMPLE])):
                named = any(map(_has_title, items[:_SAMPLE]))
                (records if named else posts).extend(_completed(item, above) for item in items)
            elif not single and isinstance(node, Mapping) and is_article(node) and (_has_title(node) or not posts):
                single.append(_completed(node, above))
            below += _children(node, above)
        nodes += len(below)
        if records or not below or nodes > _MOST_NODES:
            break
        level = below
    return records or single or posts


def _has_title(record: Mapping[str, object]) -> bool:
    return bool(keys.first_text(keys.fold(record), keys.TITLE))


def _completed(record: Mapping[str, object], above: Mapping[str, str]) -> Mapping[str, object]:
    """The record, with what stands above it where it has none of its own."""
    if not above:
        return record
    folded = keys.fold(record)
    own = {"date": keys.all_values(folded, keys.PUBLISHED), "publisher": keys.all_values(folded, keys.PUBLISHER)}
    return {**{name: value for name, value in above.items() if not own[name]}, **record}


def _children(node: Any, above: Mapping[str, str]) -> list[_Node]:
    """The lists and mappings right inside, each with the date and paper that stand above it."""
    if isinstance(node, list):
        return [(child, above) for child in node if isinstance(child, Mapping | list)]
    if not isinstance(node, Mapping):
        return []
    folded = keys.fold(node)
    days = [value for value in keys.all_values(folded, keys.DAYS) if isinstance(value, str)]
    papers = [value for value in keys.all_values(folded, keys.PAPERS) if isinstance(value, str)]
    above = {**above, **({"date": days[0]} if days else {}), **({"publisher": papers[0]} if papers else {})}
    return [
        (child, {**above, "date": name} if _DAY.fullmatch(str(name)) else above)
        for name, child in node.items()
        if isinstance(child, Mapping | list)
    ]


def _items(node: Any) -> list[Mapping[str, object]]:
    """The records of a list, or of a mapping from ids to records."""
    if isinstance(node, Mapping) and not all(isinstance(child, Mapping) for child in node.values()):
        return []
    children = node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else []
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
