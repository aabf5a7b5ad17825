"""Where in a full web page the article stands: the element that holds nearly all of its sentences."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from timeline.articles.keys import names
from timeline.articles.page_sizes import Size

_CERTAIN = frozenset(
    names(
        "js_content ucap-content trs_editor trs_editor_view trs_ueditor endtext ozoom zoom rm_txt_con "
        "articlecontent article-content article_content article__content article-body article__body article_body "
        "articlebody artibody articletext article-text article_text main-article content-article "
        "entry-content post-content post_content post-body post_body story-body story_body storybody "
        "text_con text-content contenttext content_area content-detail detailcontent detail-content detail_content "
        "newscontent news-content news_content news-body newsc news_txt news-txt main_text cont_txt bodytext "
        "vsb_content vsb_content_2 v_news_content wp_articlecontent artical_real left_zw show_content pages_content "
        "view-content gsj_htmlcon gov-content xxgk_content con_con tyy_content mw-parser-output t_f"
    )
)
"""Classes and ids, in lower case, of elements that hold an article's text and nothing else."""

_LIKELY = frozenset(names("article content post entry text txt body detail story news main zw nr zhengwen neirong"))
"""Words in the classes and ids of elements that hold an article, alone or with what stands around it."""

_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_WHOLES = ("div", "section", "article", "main", "td", "span", "dd", "center", "blockquote", "form")
_LEAST = {1: 0.4, 2: 0.5}
_INNER = 0.7
_NEARLY_ALL = 0.85


def body_of(root: Any, sizes: Mapping[Any, Size]) -> Any:
    """The element of a page that holds its article.

    Args:
        root: the parsed page without what nobody sees.
        sizes: `measured` from it.
    """
    named = _named(root, sizes)
    return _innermost(named if named is not None else root, sizes)


def _named(root: Any, sizes: Mapping[Any, Size]) -> Any | None:
    """The element that is an article's by its name, and holds enough of the prose; the surest name leads."""
    whole = sizes[root].prose
    best: dict[int, Any] = {}
    for node, size in sizes.items():
        if node.tag not in _WHOLES or not size.prose:
            continue
        level = _trust(f"{node.tag} {node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')}")
        if level and size.prose >= _LEAST[level] * whole and not (level == 2 and _is_one_of_many(node, sizes)):
            before = best.get(level)
            if before is None or size.prose >= _INNER * sizes[before].prose:
                best[level] = node
    return best.get(1, best.get(2))


def _is_one_of_many(node: Any, sizes: Mapping[Any, Size]) -> bool:
    """Whether there are others of the same name with prose beside an element, as the sections of one article are."""
    return any(
        other is not node and other.tag == node.tag and other.get("class") == node.get("class") and sizes[other].prose
        for other in node.getparent()
    )


@lru_cache(maxsize=4096)
def _trust(name: str) -> int:
    """1 for names that hold an article's text alone, 2 for names that may hold more, 0 for others."""
    parts = name[:500].lower().split()
    if not _CERTAIN.isdisjoint(parts):
        return 1
    words = {word.lower() for word in _WORD.findall(name[:500])}
    return 2 if words & _LIKELY else 0


def _innermost(node: Any, sizes: Mapping[Any, Size]) -> Any:
    """The smallest element inside that still holds nearly all of the prose, and is more than one paragraph."""
    while True:
        children = [child for child in node if child.tag in _WHOLES or child.tag == "body"]
        inner = max(children, key=lambda child: sizes[child].prose, default=None)
        if inner is None or sizes[inner].prose < _NEARLY_ALL * sizes[node].prose or not len(inner):
            return node
        node = inner
