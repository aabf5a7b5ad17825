"""What of a page is not seen, or stands beside its article, by element, style, class and id; and what empties it."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from timeline.articles.elements import text_of
from timeline.articles.keys import names

_HIDDEN = names(
    "script style noscript template iframe object embed applet video audio canvas svg map button select "
    "option textarea input nav footer aside head title link meta figcaption rp rt dialog menu"
)
"""Elements whose content is never part of an article's text."""

_DISPLAY = ("display", "DISPLAY")
_NO_DISPLAY = re.compile(r"display\s{0,3}:\s{0,3}none", re.I)
_WORDS = frozenset(
    names(
        "share shares sharebar sharing shared sharedaddy social bdsharebuttonbox jiathis qrcode erweima ewm "
        "related relate relates relevant relatednews relatedposts xgxw xgyd jp-relatedposts more-article "
        "recommend recommends recommended recommendation tuijian hotnews ranking "
        "breadcrumb breadcrumbs crumb crumbs crumbnav mbx weizhi dqwz navcurrent "
        "nav navbar navigation menu sidebar foot footer "
        "copyright copy-right statement disclaimer editor-name article-editor zrbj zebian zerenbianji liability "
        "edit-info edit-link last-updated "
        "keywords keyword-tag article-tags post-tags tagcloud taglist tag-list taxonomy tag-share "
        "prevnext pagination pager post-nav paginav page-nav prev-next pre-next "
        "setfont ad ads advert advertisement adsbygoogle gg "
        "caption picinfo pictext reward rewards donate dashang subscribe newsletter follow-us "
        "sr-only visually-hidden toc tableofcontents table-of-contents media-tool-meta append-qr "
        "app-download download-app print-only profile-inner header-anchor headerlink hash-link heading-anchor"
    )
)
"""What stands around an article: share bars, related headlines, comments, paths, menus, rights, editors, keywords, page
turners, advertisements, captions, calls, hidden helpers, tables of contents."""

_TALK = frozenset(names("comment comments commentlist reply replies respond disqus pinglun discuss"))
"""What readers say, which may be longer than the article."""

_WHOLE_NAMES = frozenset(names("fontsize font-size"))
"""Names of furniture that are part of other names as well."""

_CAPTION = re.compile(
    r"(?:img|image|pic|pci|photo|picture)[-_]?(?:pic[-_]?)?(?:txt|text|desc|descr|info|title|note|caption|explain)s?"
)
_PICTURES = frozenset(names("photo picture pic image img"))
_LONGEST_CAPTION = 120
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|__+")
_PARTING = re.compile(r"[\s_\-]+")
_LARGEST, _LARGEST_TALK = 0.4, 0.85
_MOST_KEPT = 30
"""Furniture names that hold much of the text before the rest is trusted: no page of an article has so many."""

_WHOLES = frozenset(names("html body article main h1 h2 h3 h4 h5 h6"))
"""Elements that are the article's whatever they are called."""


def clear_unseen(root: Any, source: str) -> None:
    """Empty what nobody sees, what is furniture by its class or id, and pictures with their captions.

    Furniture that holds much of the text is kept: a page may be wrapped into any name.

    Args:
        root: an lxml element; what is emptied keeps the text behind it.
        source: the HTML that it was parsed from.
    """
    for node in list(root.iter(*_HIDDEN)):
        node.clear(keep_tail=True)
    named, *styled = _queries()
    for word, query in zip(_DISPLAY, styled, strict=True):
        for node in query(root) if word in source else ():
            if _NO_DISPLAY.search(node.get("style")):
                node.clear(keep_tail=True)
    total, kept = 0, 0
    for node in named(root):
        share = _share(node) if kept <= _MOST_KEPT else 0
        if not share:
            continue
        total = total or len(text_of(root))
        if len(text_of(node)) < max(share * total, 1):
            node.clear(keep_tail=True)
        else:
            kept += 1


@cache
def _queries() -> list[Any]:
    """What finds the elements that are named or hidden, and those whose style has a word of `_DISPLAY`."""
    from lxml import etree

    styled = [f"contains(@style, '{word}')" for word in _DISPLAY]
    return [etree.XPath(f"descendant::*[{test}]") for test in ("@class or @id or @hidden or self::figure", *styled)]


def _share(node: Any) -> float:
    """The share of the page's text that an element may hold to be taken for furniture; 0 for one that is none."""
    if node.get("hidden") is not None:
        return 1
    if node.tag in _WHOLES:
        return 0
    name = f"{node.get('class', '')} {node.get('id', '')}"
    share, of_picture = furniture_share(name)
    return share or (_LARGEST if (of_picture or node.tag == "figure") and _is_picture(node) else 0)


@lru_cache(maxsize=4096)
def furniture_share(name: str) -> tuple[float, bool]:
    """The share of a page's text that furniture of a name may hold, and whether the name is that of a picture.

    The share is 0 for classes and ids that are none of furniture. The words and pairs of words that a name is made of
    count as well.
    """
    of_picture = False
    for part in name[:500].split():
        words = [word.lower() for word in _PARTING.split(_HUMP.sub("-", part)) if word]
        pairs = map("-".join, pairwise(words))
        if not _TALK.isdisjoint(words):
            return _LARGEST_TALK, False
        if not _WORDS.isdisjoint((*words, *pairs, part.lower())):
            return _LARGEST, False
        if part.lower() in _WHOLE_NAMES or _CAPTION.fullmatch(part.lower()):
            return _LARGEST, False
        of_picture = of_picture or not _PICTURES.isdisjoint(words)
    return 0, of_picture


def _is_picture(node: Any) -> bool:
    """Whether an element is a picture with at most a caption."""
    return next(node.iter("img"), None) is not None and len(text_of(node)) <= _LONGEST_CAPTION
