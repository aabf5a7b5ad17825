"""Elements of a page that are not its article, known by their class and id. Data, and the one function that uses it."""

import re
from typing import Any

from timeline.articles.keys import names

_WORDS = names(
    "share shares sharebar sharing social bdsharebuttonbox jiathis jia-share qrcode qr-code ewm erweima "
    "appendqr_wrap related relate related-news related-posts relatednews xgxw xgyd recommend recommended "
    "recommendation tuijian hotnews hot-news ranking comment comments commentlist comment-list respond "
    "disqus_thread pinglun breadcrumb breadcrumbs crumb crumbs crumbnav mbx position weizhi navcurrent nav "
    "navbar navigation menu sidebar side-bar footer foot copyright article-editor editor-name zrbj edit-info "
    "article-tags tagcloud post-tags post-nav prevnext pagination pager fontsize font-size ad ads advert "
    "advertisement adsbygoogle gg media_tool_meta wp-caption-text media_pic_caption image-caption img-caption "
    "pic-caption caption reward donate dashang subscribe newsletter follow-us sr-only visually-hidden toc "
    "table-of-contents appendqr_normal_txt app-download download-app print-only "
    "post-copyright copyright-box profile_inner rewards_area"
)
"""Classes and ids of furniture, whole words in lower case: what stands around an article, in order: share bars,
related headlines, comments, paths, menus, editors, page turners, advertisements, captions, hidden helpers."""

_NAMES = frozenset(_WORDS)
_SPLIT = re.compile(r"\s+")
_LARGEST = 0.4
"""The part of the page's text above which an element is the article whatever it is called."""


def is_furniture(node: Any, total: int) -> bool:
    """Whether an element is furniture by its class or id.

    Args:
        node: an lxml element.
        total: the length of all text of the page, so that a page wrapped into a furniture name keeps its text.
    """
    names = f"{node.get('class', '')} {node.get('id', '')}".lower()
    if len(names) == 1 or _NAMES.isdisjoint(_SPLIT.split(names)):
        return False
    if node.tag in ("body", "html", "article", "main"):
        return False
    return len("".join(node.itertext())) < max(_LARGEST * total, 1)
