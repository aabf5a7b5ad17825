"""The parts of a sentence that are read apart: brackets that hold dates, and the rest around them."""

import re
from collections.abc import Iterable

from schemas import Expression

BARE = re.compile(r"[\s　]*(?:(?:星期|周|礼拜)[一二三四五六日天])?[\s　]*")


def without(plain: str, start: int, end: int, expression: Expression) -> str:
    """A passage without the words of a date."""
    return plain[start : expression.start_char] + plain[expression.end_char : end]


_BRACKET = re.compile(r"[（(][^（）()\n]{2,400}[）)]")


def regions(
    plain: str, start: int, end: int, expressions: list[Expression]
) -> Iterable[tuple[int, int, list[Expression]]]:
    """A sentence, and apart from it the brackets in it that hold dates."""
    rest = list(expressions)
    if not rest:
        return []
    inner: list[tuple[int, int, list[Expression]]] = []
    if "（" in plain[start:end] or "(" in plain[start:end]:
        for match in _BRACKET.finditer(plain, start, end):
            inside = [e for e in rest if match.start() < e.start_char and e.end_char < match.end()]
            opened = plain.rfind("《", start, match.start())
            if inside and (opened < 0 or plain.find("》", opened, match.start()) >= 0):
                inner.append((match.start() + 1, match.end() - 1, inside))
                held = {e.start_char for e in inside}
                rest = [e for e in rest if e.start_char not in held]
    return [(start, end, rest), *inner] if rest else inner
