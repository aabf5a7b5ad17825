"""A mapping of names and values, from front matter, JSON or a table, as a draft."""

import re
from collections.abc import Mapping

from schemas import PublishedFrom, ReadError
from timeline.articles import keys
from timeline.articles.draft import Draft
from timeline.articles.html_text import html_lines, html_words, text_lines
from timeline.articles.limits import MAX_PAGE_BYTES
from timeline.articles.markdown_text import is_html, markdown_lines
from timeline.articles.publishers import publisher_name

_BRACKETED = re.compile(r"\s{0,20}【([^【】\n]{4,60})】")
"""【某市地铁开通】, with which posts begin that have no title of their own."""

_MONGO = ("$date", "$numberLong")


def draft_of_record(record: Mapping[str, object], known: PublishedFrom, *, with_text: bool = True) -> Draft:
    """The draft that a record makes, by the usual names of its fields.

    Args:
        record: names and values.
        known: what the moment of publication is then known by.
        with_text: whether the record holds the body as well.
    """
    folded = keys.fold(record)
    source = keys.as_text(folded.get("source"))
    url = keys.first_text(folded, keys.URL) or (source if _is_address(source) else "")
    shared = "" if url else keys.first_text(folded, keys.SHARED_URL)
    values = keys.all_values(folded, keys.PUBLISHED)
    if known == "feed":
        values += keys.all_values(folded, keys.EDITED)
    image = keys.first_text(folded, keys.IMAGE)
    lines = record_lines(folded) if with_text else []
    return Draft(
        title=html_words(keys.first_text(folded, keys.TITLE)) or _bracketed(lines),
        lines=lines,
        published=[(_moment(value), known) for value in values],
        url=(url or shared or None) if _is_address(url or shared) else None,
        own_url=bool(url),
        publisher=_publisher(folded),
        authors=_names(folded, keys.AUTHORS),
        tags=_names(folded, keys.TAGS),
        image=image if _is_address(image) else None,
    )


def numbered_draft(record: Mapping[str, object], known: PublishedFrom, number: int) -> Draft | ReadError:
    """The draft of the n-th record of a file, or why there is none.

    Args:
        record: names and values.
        known: what the moment of publication is then known by.
        number: its place in the file, from 1.
    """
    try:
        draft = draft_of_record(record, known)
    except ReadError as error:
        return ReadError(error.what, where=str(number), mend=error.mend)
    draft.number = number
    return draft


def record_lines(folded: Mapping[str, object]) -> list[str]:
    """The body of a record with folded names: HTML before text, text before a summary.

    Raises:
        ReadError: the body is larger than any article.
    """
    for names in (keys.HTML, keys.TEXT, keys.SHORT):
        text = _joined(folded, names)
        if len(text) > MAX_PAGE_BYTES:
            raise ReadError(f"a text larger than {MAX_PAGE_BYTES >> 20} MB", mend="split it")
        if text:
            return html_lines(text) if names is keys.HTML else body_lines(text)
    return []


def body_lines(text: str) -> list[str]:
    """The lines of a body that may be HTML, Markdown or plain text."""
    if "<" in text and (is_html(text) or "</p>" in text or "<br" in text or "</div>" in text):
        return html_lines(text)
    if "](" in text or "\n## " in text or text.startswith("# ") or "**" in text:
        return markdown_lines(text)
    return text_lines(text)


def _joined(folded: Mapping[str, object], names: list[str]) -> str:
    """The first text under ``names``; a list of paragraphs is joined."""
    for name in names:
        value = folded.get(name)
        if isinstance(value, list):
            text = "\n".join(filter(None, map(text_of_part, value)))
        elif isinstance(value, Mapping):
            text = keys.first_text(value, ("rendered", "html", "value", "#text", "text"))
        else:
            text = keys.as_text(value)
        if text:
            return text
    return ""


def _names(folded: Mapping[str, object], names: list[str]) -> list[str]:
    found: list[str] = []
    for value in keys.all_values(folded, names):
        found += keys.as_list(value)
    return list(dict.fromkeys(found))


def text_of_part(part: object) -> str:
    """The text of one of a list of paragraphs, be it text or a mapping that holds one; "" for a picture."""
    if isinstance(part, Mapping):
        return keys.first_text(part, ("text", "value", "content", "rendered", "html", "paragraph"))
    return keys.as_text(part)


def _moment(value: object) -> object:
    """A moment out of what databases and interfaces wrap around it."""
    for name in _MONGO:
        value = value[name] if isinstance(value, Mapping) and name in value else value
    if isinstance(value, Mapping):  # date: {created: 2024-05-18, updated: …}
        return keys.first_text(keys.fold(value), (*keys.PUBLISHED, "start")) or keys.as_text(value)
    return keys.as_text(value) if isinstance(value, list) else value


def _publisher(folded: Mapping[str, object]) -> str | None:
    """The first name under the names of publishers that can be one."""
    values = (publisher_name(keys.as_text(value)) for value in keys.all_values(folded, keys.PUBLISHER))
    return next(filter(None, values), None)


def _bracketed(lines: list[str]) -> str:
    """The title in brackets with which a text begins; "" where it begins otherwise."""
    found = _BRACKETED.match(lines[0]) if lines else None
    return found[1] if found else ""


def _is_address(text: str) -> bool:
    return bool(text) and "://" in text[:12] and " " not in text
