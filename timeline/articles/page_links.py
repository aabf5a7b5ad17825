"""What in a page is made of links: menus, related headlines, paths."""

from collections.abc import Mapping
from typing import Any

from timeline.articles.page_sizes import Size

_SHARE = 0.65
_FEWEST_LINKS = 3
_LONGEST_LINK = 60
_LINES = ("p", "div", "li", "dd", "h3", "h4")
_GROUPS = ("ul", "ol", "dl", "div", "section", "table", "p", "nav", "td")
_NOTHING = Size()


def clear_link_lists(sizes: Mapping[Any, Size]) -> None:
    """Empty the elements that are little more than links."""
    lists = []
    for group, size in sizes.items():
        if group.tag in _GROUPS and size.links >= _FEWEST_LINKS and _is_linked(size):
            lists.append(group)
        elif len(group) >= _FEWEST_LINKS:
            lists += _rows_of_links(group, sizes)
    for group in lists:
        group.clear(keep_tail=True)


def _is_linked(size: Size) -> bool:
    return size.linked >= _SHARE * size.length and size.linked < _LONGEST_LINK * size.links


def _rows_of_links(group: Any, sizes: Mapping[Any, Size]) -> list[Any]:
    """The children that stand in a row of at least three of which each is little more than a link."""
    found: list[Any] = []
    row: list[Any] = []
    for child in [*group, None]:
        size = sizes.get(child, _NOTHING)
        if child is not None and child.tag in _LINES and size.links and size.linked >= _SHARE * size.length:
            row.append(child)
        elif child is None or size.length:
            found += row if len(row) >= _FEWEST_LINKS else []
            row = []
    return found
