"""A text cut into lines and sentences, with their offsets and what kind of line they stand in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from timeline.events.data import lines_of, rows_of

LineKind = Literal["text", "heading", "furniture"]

MOST = 1_000
"""The most characters of one sentence that are looked at; a longer one is cut there."""

_BOUNDARY = re.compile(
    r"(?=[《“（。！？!?；;… 　\t])(?:"  # passes over all other characters at once
    r"《[^《》\n]{1,120}》|“[^“”。！？\n]{1,40}”|（[^（）。\n]{1,60}）"  # marks inside these end nothing
    r"|(?P<end>[。！？!?；;…]+[”’」』）)]*|(?<=[一-鿿”》）])[ 　\t]+(?=[一-鿿“《（])))"
)


class Sentence(NamedTuple):
    """A sentence of a text: ``[start, end)`` in code points, the number of its line, and the kind of that line.

    Lines are numbered from 0 without the empty ones, so that the line above a paragraph has the number before its own.
    """

    start: int
    end: int
    line: int
    kind: LineKind


def sentences_of(plain: str, dates: Sequence[int] | None = None) -> list[Sentence]:
    """The sentences of a text in simplified characters, in order; empty lines have none.

    Args:
        plain: the text.
        dates: where its dates begin, in order. A line without a date is cut at stops alone and never told to be
            furniture, since nothing is made of it; None cuts every line with care.
    """
    found: list[Sentence] = []
    start = number = 0
    for line in plain.split("\n"):
        end = start + len(line)
        if line.strip():
            dated = dates is None or bisect_left(dates, start) < bisect_left(dates, end)
            kind = kind_of(line) if dated else _length_kind(line.strip())
            body = start + (opening_of(line) if dated and kind != "furniture" else 0)
            if kind != "text":
                found.append(Sentence(body, min(end, body + MOST), number, kind))
            elif dated:
                found += [Sentence(a, b, number, kind) for a, b in _bounded(body, _ends_in(plain, body, end))]
            else:
                ends = [match.end() for match in _STOP.finditer(plain, body, end)]
                found += [Sentence(a, b, number, kind) for a, b in _bounded(body, [*ends, end])]
            number += 1
        start = end + 1
    return found


_STOP = re.compile(r"[。！？!?；;…]+[”’」』）)]*")


def _ends_in(plain: str, start: int, end: int) -> list[int]:
    """Where the sentences of one line end; marks inside 《》, short quotations and brackets end none."""
    ends: list[int] = []
    begin = start
    for match in _BOUNDARY.finditer(plain, start, end):
        if match["end"] is None:
            continue
        if match["end"].isspace() and not _two_statements(plain, begin, match.start(), match.end(), end):
            continue
        begin = match.end()
        ends.append(begin)
    return [*ends, end]


def _two_statements(plain: str, begin: int, gap: int, after: int, end: int) -> bool:
    """Whether a gap parts two statements and not the halves of a name."""
    following = plain[after : min(end, after + 8)]
    return gap - begin >= 8 and len(following) == 8 and " " not in following and "　" not in following


def _bounded(begin: int, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The passages that end there, each cut into pieces of at most ``MOST`` characters."""
    for end in ends:
        for cut in range(begin, end, MOST):
            yield cut, min(end, cut + MOST)
        begin = end


_ENDS = '。！？!?；;：:，,…”"、'


def kind_of(line: str) -> LineKind:
    """What a line is: running text, a heading (short, and no stop at its end), or page furniture."""
    bare = line.strip(" \t　*_#>\ufeff")
    front = bare.lower() if len(bare) < 200 else bare[:100].lower()
    if not bare or any(row.search(front) for row in _furniture()):
        return "furniture"
    return _length_kind(bare)


def _length_kind(bare: str) -> LineKind:
    return "heading" if len(bare) <= 45 and bare[-1] not in _ENDS else "text"


def opening_of(line: str) -> int:
    """How many characters a line's dateline, list mark or 本报讯 takes."""
    start = 0
    for _ in range(3):
        match = _opening().match(line[start : start + 120])
        if match is None:
            break
        start += match.end()
    return start if start < len(line) else 0


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for _, pattern in rows_of("furniture.tsv"))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines_of("reporting.txt")))
