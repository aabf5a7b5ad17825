"""The document type declaration of XML, and with it every entity of the file's own, taken off before parsing."""

import re

_INTERNAL_END = re.compile(r"\]\s*>")
_FURTHEST = 4000


def without_doctype(text: str) -> str:
    """XML without its document type declaration: then no entity can unfold, and none can point outside."""
    start = text.find("<!DOCTYPE", 0, _FURTHEST)
    if start < 0:
        return text
    opened, closed = text.find("[", start), text.find(">", start)
    if 0 <= opened < closed:
        inner = _INTERNAL_END.search(text, opened)
        closed = inner.end() - 1 if inner else len(text)
    return text[:start] + text[closed + 1 :] if closed >= 0 else text[:start]
