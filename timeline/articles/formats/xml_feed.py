"""RSS 0.9 to 2.0, RDF and Atom, with ``content:encoded`` and XHTML content; exports of WordPress are RSS."""

import io
import re
from collections.abc import Iterator
from typing import Any

from schemas import ReadError, SkippedError
from timeline.articles import keys
from timeline.articles.doctype import without_doctype
from timeline.articles.draft import Content, Draft
from timeline.articles.formats.record import body_lines
from timeline.articles.html_text import html_words
from timeline.articles.too_large import refuse_large_page

NAME = "feed"
_ROOT = re.compile(
    r"^(?:\ufeff)?(?:<\?xml.{0,300}?\?>|<\?xml-.{0,300}?\?>|<!--.{0,2000}?-->|\s)*<(?:rss|feed|rdf:RDF)\b",
    re.S | re.I,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_MOMENTS = ("published", "wp_post_date", "created", "date", "updated")
"""The fields of an entry that tell a moment, the surest first; Atom may give no other than ``updated``."""

_POSTS = ("", "post", "page")


def accept(content: Content) -> bool:
    """XML whose root is that of a feed."""
    return bool(_ROOT.match(without_doctype(content.head)))


def read(content: Content) -> Iterator[Draft | ReadError]:
    """A draft an entry. Entities declared in the file are not followed, and no address is opened.

    Raises:
        ReadError: the XML gives no entry because it is broken.
        SkippedError: a feed without entries.
    """
    import feedparser

    refuse_large_page(content.data)
    text = _DECLARATION.sub("", without_doctype(content.text))
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.entries:
        if parsed.bozo:
            line = getattr(parsed.bozo_exception, "getLineNumber", None)
            where = str(line() - 1) if line else ""  # feedparser puts a declaration into a line before
            raise ReadError("a feed whose XML is broken", where=where, mend="fetch it again")
        raise SkippedError("a feed without entries")
    title = html_words(parsed.feed.get("title", ""))[:40] or None
    authors = _authors(parsed.feed)
    for number, entry in enumerate(parsed.entries, 1):
        if entry.get("wp_post_type", "") in _POSTS and entry.get("wp_status", "publish") != "draft":
            draft = _draft(entry, number, title)
            draft.authors = draft.authors or authors
            yield draft


def _draft(entry: Any, number: int, publisher: str | None) -> Draft:
    moments = [dict.get(entry, name) for name in _MOMENTS]
    source = entry.get("source")
    return Draft(
        title=html_words(entry.get("title", "")),
        lines=body_lines(_body(entry)),
        published=[(moment, "feed") for moment in moments if moment],
        url=_url(entry),
        publisher=keys.as_text(source)[:40] or publisher if isinstance(source, dict) else publisher,
        authors=_authors(entry),
        tags=list(dict.fromkeys(tag["term"] for tag in entry.get("tags", ()) if tag.get("term")))[:100],
        image=_image(entry),
        number=number,
    )


def _body(entry: Any) -> str:
    """The longest of the contents; the summary where there is none."""
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    return max(bodies, key=len, default="") or str(entry.get("summary", ""))


def _url(entry: Any) -> str | None:
    link = str(entry.get("link") or "")
    if "://" in link[:12]:
        return link
    guid = str(entry.get("id") or "")
    return guid if guid.startswith(("http://", "https://")) else None


def _authors(entry: Any) -> list[str]:
    names = [str(author.get("name") or "") for author in entry.get("authors", ())]
    return keys.as_list([name for name in names if "@" not in name or " " in name])


def _image(entry: Any) -> str | None:
    for name in ("media_content", "media_thumbnail", "enclosures"):
        for item in entry.get(name, ()):
            address = item.get("url") or item.get("href") or ""
            kind = f"{item.get('type', '')} {item.get('medium', '')}"
            if "://" in address[:12] and (name == "media_thumbnail" or "image" in kind):
                return str(address)
    return None
