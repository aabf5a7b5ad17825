"""What the head of a web page says about its article: JSON-LD, meta tags, and variables in scripts."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.articles import keys
from timeline.articles.draft import Draft
from timeline.articles.keys import names

_FOLD = re.compile(r"[\s_\-:.]+")

TITLE_TAGS = names("og:title articletitle twitter:title title dc.title headline citation_title")
PUBLISHED_TAGS = names(
    "article:published_time bytedance:published_time og:published_time datepublished pubdate publishdate "
    "publish_date publish-date publication_date firstpublishedtime weibo:article:create_at apub:time _pubtime "
    "og:release_date dc.date.issued dcterms.issued dcterms.created dc.date parsely-pub-date sailthru.date "
    "citation_publication_date published_at publishtime pubtime date creation_date datecreated"
)
"""Names of meta tags, the surest first. Tags of the last edit (``og:updated_time``) are left out."""

PUBLISHER_TAGS = names(
    "og:site_name contentsource source publisher article:publisher sitename mediaid application-name copyright"
)
AUTHOR_TAGS = names("article:author author byl og:article:author parsely-author dc.creator dcterms.creator")
TAG_TAGS = names("keywords news_keywords article:tag tags")
IMAGE_TAGS = ["og:image", "twitter:image", "image"]
URL_TAGS = ["og:url", "twitter:url", "al:web:url"]

_MARKED_MOMENTS = (
    "//*[contains(@itemprop, 'datePublished') or @pubdate]"
    " | //time[@datetime][contains(@class, 'publish') or contains(@class, 'date') or contains(@class, 'time')]"
    "[not(contains(@class, 'update') or contains(@class, 'modif'))]"
)
"""Elements whose attribute tells when the page was published."""

_ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "report", "webpage", "posting")
_SCRIPT_MOMENTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"""\bvar\s+(?:publish_time|createTime|create_time)\s*=\s*["']([\d\-: ]{8,19})["']""",  # saved WeChat pages
        r"""\bvar\s+ct\s*=\s*["'](\d{10})["']""",  # saved WeChat pages
        r"""["'](?:publish_?time|pub_?time|pub_?date|publishDate|publishedAt|ptime)["']\s*:\s*["']?"""
        r"""([\d\-/: T+.Z]{8,30})["']?""",
    )
)
"""Variables by which scripts of a page tell when it was published."""


def read_metadata(root: Any, draft: Draft) -> None:
    """Fill the draft from the head of a page; titles and moments in the order of trust."""
    tags = _meta_tags(root)
    record = _linked_data(root)
    draft.title = keys.as_text(record.get("headline")) or _first(tags, TITLE_TAGS)
    for value in keys.all_values(record, ("datepublished", "datecreated")):
        draft.published.append((keys.as_text(value) or value, "json-ld"))
    draft.published += [(tags[name], "meta tag") for name in map(_fold, PUBLISHED_TAGS) if name in tags]
    draft.publisher = keys.as_text(record.get("publisher")) or _first(tags, PUBLISHER_TAGS) or None
    draft.authors = keys.as_list(record.get("author") or _first(tags, AUTHOR_TAGS))
    draft.tags = keys.as_list(record.get("keywords") or _first(tags, TAG_TAGS))
    draft.image = _address(keys.as_text(record.get("image")) or _first(tags, IMAGE_TAGS))
    draft.url = _address(_canonical(root) or _first(tags, URL_TAGS) or keys.as_text(record.get("url"))) or draft.url


def script_moments(root: Any) -> list[str]:
    """The moments that variables in scripts tell, the surest first."""
    scripts = "\n".join(script.text or "" for script in root.iter("script"))
    return [found[1] for found in (pattern.search(scripts) for pattern in _SCRIPT_MOMENTS) if found]


def _fold(name: str) -> str:
    return _FOLD.sub("", name).lower()


def _first(tags: Mapping[str, str], names: list[str]) -> str:
    return next((tags[name] for name in map(_fold, names) if name in tags), "")


def _meta_tags(root: Any) -> dict[str, str]:
    """Content by name, property or itemprop; the first of each name, and the ``datetime`` of marked elements."""
    tags: dict[str, str] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = (node.get("content") or "").strip()
        if name and content:
            tags.setdefault(_fold(name), content[:2000])
    for node in root.xpath(_MARKED_MOMENTS):
        moment = node.get("datetime") or node.get("content") or "".join(node.itertext()).strip()
        if moment:
            tags.setdefault("datepublished", moment[:100])
    return tags


def _canonical(root: Any) -> str:
    for node in root.iter("link"):
        if (node.get("rel") or "").lower() == "canonical":
            return str(node.get("href") or "")
    return ""


def _address(text: str) -> str | None:
    return text if "://" in text[:12] else None


def _linked_data(root: Any) -> dict[str, object]:
    """The first article in the page's JSON-LD, with folded names; empty where there is none."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _records(found):
            kind = record.get("@type")
            kinds = [str(item).lower() for item in (kind if isinstance(kind, list) else [kind])]
            if any(item in _ARTICLE_TYPES for item in kinds) or ("datePublished" in record or "pubDate" in record):
                folded = keys.fold(record)
                folded.setdefault("datepublished", folded.get("pubdate"))
                folded.setdefault("headline", folded.get("title"))
                return folded
    return {}


def _records(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, Mapping):
        yield found
        graph = found.get("@graph")
        found = graph if isinstance(graph, list) else []
    if isinstance(found, list):
        yield from (item for item in found[:50] if isinstance(item, Mapping))
