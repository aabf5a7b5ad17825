"""The text of an element in one piece: ten times as fast as joining what stands in each element inside."""

from typing import Any


def text_of(node: Any) -> str:
    """All text under an lxml element, without what stands behind it."""
    from lxml import etree

    return str(etree.tostring(node, method="text", encoding="unicode", with_tail=False))
