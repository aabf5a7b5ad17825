"""Text set to a width of terminal columns: wide characters, hanging indents, and punctuation kept where it belongs.

Widths are those of ``wcwidth``. A terminal may draw the characters that Unicode calls ambiguous (“ ” … — ·) one
or two columns wide (UAX #11); ``room`` takes them for two, so that a line fits in either kind of terminal, and
``columns`` takes them for one, as most terminals draw them, for padding.

Which characters may not begin or end a line follows JLREQ, section 3.1.7, and CLREQ, section 3.1.3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wcwidth import iter_graphemes, wcswidth

NO_BREAK = "\u00a0"
"""The space at which no line breaks."""
MIN_WIDTH = 40
"""The narrowest page that text is set for."""

_NOT_FIRST = frozenset(
    "、。，．・：；！？）〕］｝〉》」』】〗〙〛”’…‥—～〜·‧％‰℃°々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}%›»"
)
"""Never at the start of a line: closing marks, stops, what lengthens or repeats."""
_NOT_LAST = frozenset("（〔［｛〈《「『【〖〘〚“‘([{‹«$￥¥€£＃#＠@№")
"""Never at the end of a line: opening marks, and signs that lead a number or name."""
_COUNTERS = frozenset("年月日号號时時点點分秒届屆世周週季旬岁歲亿億万萬％%℃元")
"""Kept with the number before it."""
_DATED = frozenset("年月")
"""Kept with the number after it, so that no date is torn."""
_LONELY = 4
"""The columns of a last line of one piece that takes another one down, so that it does not stand alone."""
_JOINTS = frozenset("-/_&=?.")
"""Where an address or a long number is parted, after the sign."""
_PAIRED = frozenset("—…―")
"""Signs that stand twice and are not parted."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line.

    Attributes:
        text: what stands there.
        role: what it is (``title``, ``source``, ``type:launch`` …), for those who colour it.
    """

    text: str
    role: str = ""


Line = tuple[Span, ...]
"""One line of output, without its line end."""


@lru_cache(maxsize=65536)
def columns(text: str) -> int:
    """The columns that text in one line takes where ambiguous characters are narrow."""
    return max(wcswidth(text), 0)


@lru_cache(maxsize=65536)
def room(text: str) -> int:
    """The columns that text in one line needs in any terminal: ambiguous characters count as wide."""
    return max(wcswidth(text, ambiguous_width=2), 0)


def plain(line: Line) -> str:
    """A line without its roles."""
    return "".join(span.text for span in line).rstrip()


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Break text in one line into lines that need at most ``width`` columns.

    Every character but the spaces at the breaks stands in the result, in order. Lines after the first have
    ``hang`` columns less, for the caller to indent.

    >>> wrap("《行动方案》，发布。", 12)
    ['《行动方', '案》，发布。']
    """
    if room(text) <= width:
        return [text]
    return [text[begin:end] for begin, end in _breaks(text, width, hang)]


def wrap_spans(spans: Sequence[Span], width: int, hang: int = 0) -> list[Line]:
    """As ``wrap``, for a paragraph whose pieces have roles."""
    whole = "".join(span.text for span in spans)
    if room(whole) <= width:
        return [tuple(spans)]
    return [_cut(spans, begin, end) for begin, end in _breaks(whole, width, hang)]


def indented(lines: Sequence[Line], indent: int, hang: int = 0) -> list[Line]:
    """Lines moved to the right by ``indent`` columns, those after the first by ``hang`` more."""
    return [(Span(" " * (indent + (hang if place else 0))), *line) for place, line in enumerate(lines)]


def beside(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Two blocks side by side, the right one ``width`` columns from the edge of the left one."""
    rows: list[Line] = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else ()
        second = right[place] if place < len(right) else ()
        gap = width - sum(columns(span.text) for span in first)
        rows.append((*first, Span(" " * max(gap, 0)), *second) if second else first)
    return rows


def _cut(spans: Sequence[Span], begin: int, end: int) -> Line:
    pieces, start = [], 0
    for span in spans:
        text = span.text[max(begin - start, 0) : max(end - start, 0)]
        start += len(span.text)
        if text:
            pieces.append(Span(text, span.role))
    return tuple(pieces)


def _breaks(text: str, width: int, hang: int) -> list[tuple[int, int]]:
    """Where each line begins and ends, half open: as full as they can be, but no single character left on the last."""
    lines: list[int] = [0]
    limit, used, at, last_chunk, before_last = width, 0, 0, 0, 0
    for chunk in _chunks(text, max(width - hang, 1)):
        if used and used + room(chunk.rstrip(" ")) > limit:
            before_last = last_chunk
            lines.append(at)
            limit, used = width - hang, 0
        used += room(chunk)
        last_chunk = at
        at += len(chunk)
    if lines[-1] == last_chunk and room(text[last_chunk:]) <= _LONELY and lines[-2:][0] < before_last:
        lines[-1] = before_last if room(text[before_last:]) <= limit else last_chunk
    ends = [*lines[1:], len(text)]
    return [
        (begin, begin + len(text[begin:end].rstrip(" "))) for begin, end in zip(lines, ends, strict=True) if begin < end
    ]


def _chunks(text: str, width: int) -> Iterator[str]:
    """The pieces between which a line may break, none of them needing more than ``width`` columns."""
    chunk: list[str] = []
    previous = ""
    for cluster in iter_graphemes(text):
        if previous and _may_break(previous, cluster):
            yield from _fitted(chunk, width)
            chunk = []
        chunk.append(cluster)
        previous = cluster
    if chunk:
        yield from _fitted(chunk, width)


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two clusters."""
    if after[0] in (" ", NO_BREAK) or after[0] in _NOT_FIRST or before[-1] == NO_BREAK:
        return False
    if before[-1] == " ":
        return True
    if before[0] in _NOT_LAST or (before in _PAIRED and before == after):
        return False
    if before in _DATED and after[0].isdecimal():
        return False
    if _is_word(before):
        return not (_is_word(after) or (before[0].isdecimal() and after[0] in _COUNTERS))
    return not (before[0] in ".,:;%" and _is_word(after))


@lru_cache(maxsize=4096)
def _is_word(cluster: str) -> bool:
    """Whether a cluster belongs to a word that is written with spaces around it, or to a number or an address."""
    return columns(cluster) <= 1 and (cluster[0].isalnum() or cluster[0] in "-_/+&='\\~^|")


def _fitted(chunk: list[str], width: int) -> Iterator[str]:
    """The chunk, or its parts where it is too wide for any line."""
    whole = "".join(chunk)
    if room(whole.rstrip(" ")) <= width:
        yield whole
        return
    start, used, at = 0, 0, 0
    while at < len(chunk):
        size = room(chunk[at])
        if at > start and used + size > width:
            at = _parting(chunk, start, at)
            yield "".join(chunk[start:at])
            start, used = at, 0
        else:
            used += size
            at += 1
    yield "".join(chunk[start:])


def _parting(chunk: list[str], start: int, limit: int) -> int:
    """Where a chunk that is too wide is best parted: after a joint in the latter half, else by the marks, else full."""
    for at in range(limit, (start + limit) // 2, -1):
        if chunk[at - 1] in _JOINTS and chunk[at] not in _NOT_FIRST:
            return at
    for at in range(limit, max(start, limit - 8), -1):
        if chunk[at] not in _NOT_FIRST and chunk[at - 1] not in _NOT_LAST:
            return at
    return limit
