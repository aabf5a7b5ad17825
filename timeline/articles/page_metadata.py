"""What the head of a web page says about its article: JSON-LD, meta tags, and variables in scripts."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.articles import keys
from timeline.articles.draft import Draft
from timeline.articles.elements import text_of
from timeline.articles.keys import names
from timeline.articles.publishers import publisher_name

TITLE_TAGS = names("og:title articletitle twitter:title title dc.title headline citation_title")
PUBLISHED_TAGS = names(
    "article:published_time bytedance:published_time og:published_time datepublished pubdate publishdate "
    "publish_date publish-date publication_date firstpublishedtime weibo:article:create_at apub:time _pubtime "
    "og:release_date og:time dc.date.issued dcterms.issued dcterms.created dc.date parsely-pub-date sailthru.date "
    "citation_publication_date published_at publishtime pubtime date creation_date datecreated"
)
"""Names of meta tags, the surest first. Tags of the last edit (``og:updated_time``) are left out."""

SOURCE_TAGS = names("contentsource source mediaid article:source originalsource")
"""Names of meta tags that tell whose words they are, where the site took them from another."""

SITE_TAGS = names("og:site_name publisher article:publisher sitename application-name copyright")
AUTHOR_TAGS = names("article:author author byl og:article:author parsely-author dc.creator dcterms.creator")
TAG_TAGS = names("keywords news_keywords article:tag tags")
IMAGE_TAGS = ["og:image", "twitter:image", "image"]
URL_TAGS = ["og:url", "twitter:url", "al:web:url"]

_MARKED_MOMENTS = (
    "//*[contains(@itemprop, 'datePublished') or contains(@property, 'datePublished') or @pubdate]"
    " | //*[@content][contains(@property, 'dateCreated') or contains(@property, 'dc:date')]"
    " | //time[@datetime][contains(@class, 'publish') or contains(@class, 'date') or contains(@class, 'time')]"
    "[not(contains(@class, 'update') or contains(@class, 'modif'))]"
)
"""Elements whose attribute tells when the page was published."""

_OTHER_MOMENTS = (
    "//time[@datetime][not(contains(@itemprop, 'odified') or contains(@class, 'update') or contains(@class, 'modif'))]"
)

_MARKED_AUTHORS = "//body//*[contains(@class, 'author') or @rel = 'author']"
_AUTHOR = re.compile(r"(?:作者|文|本报记者|记者|記者)?\s?[：:|丨]?\s?([一-鿿·]{2,4}(?: [一-鿿·]{2,4}){0,3})")
_ARTICLE_TYPES = ("article", "newsarticle", "blogposting", "reportagenewsarticle", "report", "webpage", "posting")
_SCRIPT_MOMENTS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"""\bvar\s+(?:publish_time|createTime|create_time)\s*=\s*["']([\d\-: ]{8,19})["']""",  # saved WeChat pages
        r"""\bvar\s+ct\s*=\s*["'](\d{10})["']""",  # saved WeChat pages
        r"""["'](?:publish_?(?:time|date|ed_?at|ed_?time|at)|pub_?(?:time|date)|p_?time|news_?time|date_?published)["']"""
        r"""\s*:\s*["']?([\d\-/: T+.Z]{8,30})["']?""",
    )
)
"""Variables by which scripts of a page tell when it was published."""

_LONGEST_TAG = 2000


def read_metadata(root: Any, draft: Draft) -> str | None:
    """Fill the draft from the head of a page, titles and moments in the order of trust; the site's name."""
    tags = _meta_tags(root)
    record = _linked_data(root)
    draft.title = keys.as_text(record.get("headline")) or _first(tags, TITLE_TAGS)
    for value in keys.all_values(record, ("datepublished", "datecreated")):
        draft.published.append((keys.as_text(value) or value, "json-ld"))
    draft.published += [(tags[name][0], "meta tag") for name in map(keys.fold_name, PUBLISHED_TAGS) if name in tags]
    draft.publisher = publisher_name(_first(tags, SOURCE_TAGS))
    draft.authors = keys.as_list(record.get("author")) or _all(tags, AUTHOR_TAGS)
    draft.authors = [name for name in draft.authors if not name.isdigit()]
    draft.tags = keys.as_list(record.get("keywords")) or _all(tags, TAG_TAGS)
    draft.image = _address(keys.as_text(record.get("image")) or _first(tags, IMAGE_TAGS))
    draft.url = _address(_canonical(root) or _first(tags, URL_TAGS) or keys.as_text(record.get("url"))) or draft.url
    return publisher_name(keys.as_text(record.get("publisher"))) or publisher_name(_first(tags, SITE_TAGS))


def script_moments(root: Any) -> list[str]:
    """The moments that variables in scripts tell, the surest first."""
    scripts = "\n".join(script.text or "" for script in root.iter("script"))
    return [found[1] for found in (pattern.search(scripts) for pattern in _SCRIPT_MOMENTS) if found]


def time_moments(root: Any) -> list[str]:
    """The moments of the page's ``time`` elements that are none of an edit, in order; the first ones only."""
    return [node.get("datetime") for node in root.xpath(_OTHER_MOMENTS)[:3]]


def marked_authors(root: Any) -> list[str]:
    """The names in the first element that is the author's by its class or ``rel``."""
    for node in root.xpath(_MARKED_AUTHORS)[:3]:
        found = _AUTHOR.fullmatch(" ".join(text_of(node).split()))
        if found:
            return found[1].split()
    return []


def _first(tags: Mapping[str, list[str]], names: list[str]) -> str:
    return next((tags[name][0] for name in map(keys.fold_name, names) if name in tags), "")


def _all(tags: Mapping[str, list[str]], names: list[str]) -> list[str]:
    """The values under the first name that is there."""
    found = next((tags[name] for name in map(keys.fold_name, names) if name in tags), [])
    return keys.as_list(found[0]) if len(found) == 1 else keys.as_list(found)


def _meta_tags(root: Any) -> dict[str, list[str]]:
    """Contents by name, property or itemprop, and the ``datetime`` of marked elements."""
    tags: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = (node.get("content") or "").strip()
        if name and content:
            tags.setdefault(keys.fold_name(name), []).append(content[:_LONGEST_TAG])
    for node in root.xpath(_MARKED_MOMENTS):
        moment = node.get("datetime") or node.get("content") or text_of(node).strip()
        if moment:
            tags.setdefault("datepublished", []).append(moment[:100])
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
        records = list(_records(found))
        for record in records:
            kind = record.get("@type")
            kinds = [str(item).lower() for item in (kind if isinstance(kind, list) else [kind])]
            if any(item in _ARTICLE_TYPES for item in kinds) or ("datePublished" in record or "pubDate" in record):
                folded = keys.fold(record)
                folded.setdefault("datepublished", folded.get("pubdate"))
                folded.setdefault("headline", folded.get("title"))
                folded["publisher"] = _referred(folded.get("publisher"), records)
                return folded
    return {}


def _referred(value: object, records: list[Mapping[str, object]]) -> object:
    """The record that a bare ``{"@id": …}`` points to; anything else as it is."""
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return next((record for record in records if record.get("@id") == value["@id"] and "name" in record), None)
    return value


def _records(found: object) -> Iterator[Mapping[str, object]]:
    if isinstance(found, Mapping):
        yield found
        graph = found.get("@graph")
        found = graph if isinstance(graph, list) else []
    if isinstance(found, list):
        yield from (item for item in found[:50] if isinstance(item, Mapping))
