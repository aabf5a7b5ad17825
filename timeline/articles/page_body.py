"""Where in a full web page the article stands: the element that holds nearly all of its sentences."""

import re
from collections.abc import Callable, Mapping
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
_WHOLES = ("body", "div", "section", "article", "main", "td", "span", "dd", "center", "blockquote", "form")
"""Elements that may hold an article."""

_LEAST_CERTAIN, _LEAST_LIKELY = 0.4, 0.5
_INNER, _NEARLY_ALL = 0.7, 0.85
"""The shares of prose that make an element inside another the better one: with a name, and without."""

_LONGEST_NAME = 500


def body_of(root: Any, sizes: Mapping[Any, Size]) -> Any:
    """The element of a page that holds its article.

    Args:
        root: the parsed page without what nobody sees.
        sizes: `measured` from it.
    """
    if not sizes[root].prose:
        for size in sizes.values():
            size.prose = size.length - size.linked
    outer = _holder(root, sizes, _is_certain, _LEAST_CERTAIN)
    outer = _holder(root, sizes, _is_likely, _LEAST_LIKELY) if outer is None else outer
    return _innermost(root if outer is None else outer, sizes)


def _holder(root: Any, sizes: Mapping[Any, Size], is_name: Callable[[str], bool], least: float) -> Any | None:
    """The inner of the elements of a kind of name that hold a share of the page's prose; None where there is none."""
    best, enough = None, least * sizes[root].prose
    for node, size in sizes.items():
        if not size.prose or size.prose < max(enough, _INNER * (sizes[best].prose if best is not None else 0)):
            continue
        name = f"{node.tag} {node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')}"
        if node.tag in _WHOLES[1:] and is_name(name) and not _is_one_of_many(node, sizes):
            best = node
    return best


def _is_one_of_many(node: Any, sizes: Mapping[Any, Size]) -> bool:
    """Whether there are others of the same name with prose beside an element, as the sections of one article are."""
    return any(
        other is not node and other.tag == node.tag and other.get("class") == node.get("class") and sizes[other].prose
        for other in node.getparent()
    )


@lru_cache(maxsize=4096)
def _is_certain(name: str) -> bool:
    return not _CERTAIN.isdisjoint(name[:_LONGEST_NAME].lower().split())


@lru_cache(maxsize=4096)
def _is_likely(name: str) -> bool:
    return not _LIKELY.isdisjoint(word.lower() for word in _WORD.findall(name[:_LONGEST_NAME]))


def _innermost(node: Any, sizes: Mapping[Any, Size]) -> Any:
    """The smallest element inside that still holds nearly all of the prose, and is more than one paragraph."""
    while True:
        children = [child for child in node if child.tag in _WHOLES]
        inner = max(children, key=lambda child: sizes[child].prose, default=None)
        if inner is None or not len(inner) or sizes[inner].prose < max(_NEARLY_ALL * sizes[node].prose, 1):
            return node
        node = inner
