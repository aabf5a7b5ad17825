"""Front matter in YAML, TOML or JSON, with a body in Markdown or HTML: Hugo, Hexo, Jekyll, VuePress, Wiki.js."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schemas import ReadError
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.digest import split_digest, top_title
from timeline.articles.formats.record import draft_of_record
from timeline.articles.limits import MAX_ALIASES, MAX_DEPTH, MAX_FRONT_MATTER_BYTES
from timeline.articles.markdown_text import markdown_lines
from timeline.articles.too_large import refuse_large_page

NAME = "front-matter"
_FENCES = {"---": ("---", "..."), "+++": ("+++",), ";;;": (";;;",)}
_KEY = re.compile(r"^\s{0,3}[\"']?[\w一-鿿][\w\-. 一-鿿]{0,40}[\"']?\s{0,3}[:=]", re.M)
_SECTIONS = ("params", "extra", "taxonomies", "meta", "metadata")
"""Where Hugo, Zola and others keep fields of the user's own."""

_UNOPENED = re.compile(r"title\s?:[^\n]{1,300}\n(?:(?!---)[^\n]{0,500}\n){0,40}?---[ \t]*\n", re.I)
"""Hexo allows the first fence to be left out."""

_AT_LINE = re.compile(r"at line (\d{1,6})")
_COMMENT = re.compile(r"\s{0,100}<!--[^<>]{0,500}-->(?=\s{0,100}---)")
_MEND = "mend the lines between the fences"
_OUT_OF_BOUNDS = "front matter with too many aliases or too deep"


@dataclass(frozen=True, slots=True)
class _Parts:
    """A text with front matter.

    Attributes:
        kind: the fence, or ``{``.
        head: what stands between the fences.
        body: what stands below them.
        line: the number of the head's first line in the file, from 1.
    """

    kind: str
    head: str
    body: str
    line: int


class _UnparsedError(ValueError):
    """A head that does not parse: in which of its lines, from 0."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def accept(content: Content) -> bool:
    """A fence or a JSON object first, with keys after it."""
    return _parts(content.text) is not None


def read(content: Content) -> Iterator[Draft]:
    """The one article of the file, or the items of a digest.

    Raises:
        ReadError: the front matter does not parse, or is out of bounds.
    """
    refuse_large_page(content.data)
    parts = _parts(content.text)
    record = _load(parts) if parts else {}
    for name in _SECTIONS:
        inner = record.get(name)
        record = {**inner, **record} if isinstance(inner, dict) else record
    body = parts.body if parts else content.text
    draft = draft_of_record(record, "front matter", with_text=False)
    draft.title = draft.title or top_title(body)
    items = split_digest(draft, body)
    if items:
        yield from items
    else:
        draft.lines = markdown_lines(body)
        yield draft


def _parts(text: str) -> _Parts | None:
    """The text in its parts, or None where it has no front matter."""
    whole, text = text, _COMMENT.sub("", text).lstrip()
    before = whole[: len(whole) - len(text)].count("\n")
    if _UNOPENED.match(text):
        text, before = "---\n" + text, before - 1
    fence = text[:3]
    if fence in _FENCES:
        return _between_fences(fence, text, before + 2)
    if text[:1] == "{" and "\n}\n" in text[:MAX_FRONT_MATTER_BYTES]:
        end = text.find("\n}\n")
        body = text[end + 3 :]
        if body.strip() and body.lstrip()[0] not in "{[,":
            return _Parts("{", text[: end + 2], body, before + 1)
    return None


def _between_fences(fence: str, text: str, line: int) -> _Parts | None:
    """What stands between the first line and the first closing fence, if it has keys."""
    end_of_fence = text.find("\n")
    if text[3:end_of_fence].strip() not in ("", "yaml", "toml", "json"):
        return None
    for mark in _FENCES[fence]:
        end = text.find("\n" + mark, 3)
        while end >= 0 and text[end + 4 : end + 5] not in ("\n", "", " ", "\t"):
            end = text.find("\n" + mark, end + 1)
        if 0 <= end <= MAX_FRONT_MATTER_BYTES and _KEY.search(text[3 : end + 1]):
            return _Parts(fence, text[end_of_fence + 1 : end + 1], text[end + 4 :].partition("\n")[2], line)
    return None


def _load(parts: _Parts) -> dict[str, Any]:
    try:
        if parts.kind == "+++":
            found = _load_toml(parts.head)
        elif parts.kind == "{" or (parts.kind == ";;;" and parts.head.lstrip().startswith("{")):
            found = _load_json(parts.head)
        else:
            found = _load_yaml(parts.head)
    except _UnparsedError as error:
        where = str(parts.line + error.line)
        raise ReadError("front matter that does not parse", where=where, mend=_MEND) from error
    except RecursionError as error:
        raise ReadError(_OUT_OF_BOUNDS, where=str(parts.line), mend=_MEND) from error
    if not isinstance(found, dict):
        raise ReadError("front matter without keys", where=str(parts.line), mend=_MEND)
    return found


def _load_toml(head: str) -> Any:
    try:
        return tomllib.loads(head)
    except ValueError as error:
        line = _AT_LINE.search(str(error))
        raise _UnparsedError(int(line[1]) - 1 if line else head.count("\n") - 1) from error


def _load_json(head: str) -> Any:
    try:
        return json.loads(head)
    except json.JSONDecodeError as error:
        raise _UnparsedError(error.lineno - 1) from error


def _load_yaml(head: str) -> Any:
    """YAML with every scalar as text: dates are read by one parser, whatever the notation."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    head = head.expandtabs(2)
    try:
        _check_yaml(head, loader)
        return yaml.load(head, Loader=loader)  # noqa: S506 - the base loader builds nothing but text, lists and mappings
    except yaml.YAMLError as error:
        if "nesting" in str(getattr(error, "problem", "")):  # the scanner reads ahead, and may give up before the check
            raise ReadError(_OUT_OF_BOUNDS, mend=_MEND) from error
        found = _loose_yaml(head)
        if found:
            return found
        mark = getattr(error, "problem_mark", None)
        raise _UnparsedError(mark.line if mark else 0) from error


def _check_yaml(head: str, loader: Any) -> None:
    """Bound aliases and depth before anything is built."""
    import yaml

    aliases = depth = 0
    for event in yaml.parse(head, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            aliases += 1
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if aliases > MAX_ALIASES or depth > MAX_DEPTH:
            raise ReadError(_OUT_OF_BOUNDS, mend=_MEND)


_LOOSE = re.compile(r"^([\w一-鿿][\w\-]{0,40})\s?:\s+(\S.{0,2000})$")


def _loose_yaml(head: str) -> dict[str, Any] | None:
    """``key: value`` lines as people write them, with a colon or quote inside the value; None where a line differs."""
    found: dict[str, Any] = {}
    for line in head.splitlines():
        match = _LOOSE.match(line.rstrip())
        if match:
            value = match[2].strip()
            if (
                (value[0] in "[{" and value[-1] not in "]}")
                or value[0] in "|>&*@`%!"
                or (value[0] in "'\"" and value.count(value[0]) % 2)
            ):
                return None
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
            found[match[1]] = value[1:-1] if quoted else value
        elif line.strip() and not line.startswith((" ", "-", "#", "\t")) and not line.rstrip().endswith(":"):
            return None
    return found if "title" in {name.lower() for name in found} else None
