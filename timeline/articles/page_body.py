"""Where in a full web page the article stands: a container that sites use, or the part that trafilatura finds."""

from typing import Any

from timeline.articles.furniture import bare
from timeline.articles.html_text import element_lines
from timeline.articles.keys import names

_CONTAINERS = frozenset(
    names(
        "js_content ucap-content trs_editor trs_editor_view trs_ueditor articlecontent article-content "
        "article_content article-body article__body article_body articlebody artibody endtext post-content entry- "
        "content post_content post-body post_body ozoom rm_txt_con text_con detail-content detail_content "
        "newscontent news-content news_content news-body content-article content_area contenttext content-detail "
        "detailcontent vsb_content vsb_content_2 wp_articlecontent artical_real left_zw show_content story-body "
        "story_body storybody main-article main_text cont_txt article-text article_text articletext text-content "
        "newsc news_txt news-txt zoom bodytext pages_content view-content gsj_htmlcon gov-content xxgk_content "
        "con_con tyy_content mw-parser-output"
    )
)
"""Classes and ids, in lower case, of elements that hold an article's text and nothing else."""

_SHARE = 0.5
_SMALLEST = 40
_SHORT_PAGE = 400
"""Below this, trafilatura takes text for furniture."""

_LINKS = 0.65
_FEWEST_LINKS = 3
_LINES = ("p", "div", "li", "dd", "h3", "h4")
_GROUPS = ("ul", "ol", "dl", "div", "section", "table", "p", "nav", "td")


def body_lines_of_page(root: Any, lines: list[str]) -> list[str]:
    """The lines of a page's article.

    Args:
        root: the parsed page without its lists of links; it is taken apart.
        lines: all lines of the page.
    """
    container = _container(root)
    if container is not None:
        return element_lines(container)
    if sum(map(len, lines)) < _SHORT_PAGE:
        return lines
    return _around(lines, _by_trafilatura(root)) or lines


def remove_link_lists(root: Any) -> None:
    """Take out of the page what is made of links: menus, related headlines, paths."""
    sizes = _measured(root)
    lists = []
    for group, (length, links, linked) in sizes.items():
        if group.tag in _GROUPS and links >= _FEWEST_LINKS and linked >= _LINKS * length and linked < 60 * links:
            lists.append(group)
        else:
            lists += _rows_of_links(group, sizes)
    for group in lists:
        if group.getparent() is not None:
            group.drop_tree()


def _rows_of_links(group: Any, sizes: dict[Any, tuple[int, int, int]]) -> list[Any]:
    """The children that stand in a row of at least three of which each is little more than a link."""
    found: list[Any] = []
    row: list[Any] = []
    for child in [*group, None]:
        length, links, linked = sizes.get(child, (0, 0, 0))
        if child is not None and child.tag in _LINES and links and linked >= _LINKS * length:
            row.append(child)
        elif child is None or length:
            found += row if len(row) >= _FEWEST_LINKS else []
            row = []
    return found


def _measured(root: Any) -> dict[Any, tuple[int, int, int]]:
    """The length of text, the number of links and the length of their text under each element, in one pass."""
    sizes: dict[Any, tuple[int, int, int]] = {}
    for node in reversed(list(root.iter("*"))):
        length, links, linked = _size(node.text), 0, 0
        for child in node:
            below = sizes.get(child, (0, 0, 0))
            length, links, linked = length + below[0] + _size(child.tail), links + below[1], linked + below[2]
        if node.tag in ("script", "style"):
            length = 0
        elif node.tag == "a" and node.get("href"):
            links, linked = 1, length
        sizes[node] = (length, links, linked)
    return sizes


def _size(text: str | None) -> int:
    return len("".join(text.split())) if text else 0


def _container(root: Any) -> Any | None:
    """The known container with the most text, or the innermost one that holds most of it."""
    best, most = None, _SMALLEST
    for node, (length, _, _) in reversed(_measured(root).items()):
        names = f"{node.get('class', '')} {node.get('id', '')}".lower().split()
        if _CONTAINERS.isdisjoint(names) and node.get("itemprop") != "articleBody":
            continue
        if length > most or (best is not None and length > 0.9 * most and _is_inside(node, best)):
            best, most = node, length
    return best


def _is_inside(node: Any, ancestor: Any) -> bool:
    return any(parent is ancestor for parent in node.iterancestors())


def _by_trafilatura(root: Any) -> list[str]:
    """The lines that trafilatura takes for the article's."""
    from trafilatura import extract

    found = extract(root, include_comments=False, include_tables=True, fast=True, deduplicate=False)
    return [line for line in (found or "").split("\n") if line.strip()]


def _around(lines: list[str], chosen: list[str]) -> list[str]:
    """The page's own lines from the first to the last that were chosen: so tables and short lines stay whole.

    Where the chosen lines are the smaller part of that, furniture stands between them, and only they are kept.
    """
    wanted = {bare(line) for line in chosen} - {""}
    places = [number for number, line in enumerate(lines) if bare(line) in wanted]
    if not places:
        return chosen
    between = lines[places[0] : places[-1] + 1]
    kept = [lines[number] for number in places]
    return between if sum(map(len, kept)) >= _SHARE * sum(map(len, between)) else kept
