"""Takes the page's furniture out of an article's lines, by the rows of ``furniture_rows``."""

import re
from collections.abc import Callable
from functools import cache

from timeline.articles.furniture_kinds import Kind, Where
from timeline.articles.furniture_rows import ROWS

_HEAD_LINES = 10
_TAIL_LINES = 25
_LONGEST = 160
_LONGEST_NOTICE = 400
_END = 40
_HEADLINE = 70
_SENTENCE_END = re.compile(r"[。！？!?；…][”’」』）)\"]?$")
_NOT_WORD = re.compile(r"[\W_]+")
_ORIGINAL = re.compile(r"^(?:原标题|原題|原題目|原标题为|原標題)\s?[：:]\s?(.{2,100})$")
_NOTHING = "(?!)"
_TITLE_LINES = 5
_REPEATED = 80
_BODY = 0.3
_WORDY = 15


@cache
def _tester(kind: Kind) -> Callable[[str], bool]:
    """What tells whether a line is furniture of a kind; of long lines only notices at the end can be."""
    begins, holds, ends = (_any_of(kind, where) for where in Where)
    match_begin = begins.match
    search, search_end = (pattern.search if pattern.pattern != _NOTHING else None for pattern in (holds, ends))
    longest = _LONGEST_NOTICE if kind is Kind.TAIL else _LONGEST

    def is_furniture(line: str) -> bool:
        length = len(line)
        if length > longest:
            return False
        if match_begin(line):
            return True
        if length > _LONGEST:
            return False
        return bool((search and search(line)) or (search_end and search_end(line, max(0, length - _END))))

    return is_furniture


@cache
def _any_of(kind: Kind, where: Where) -> re.Pattern[str]:
    """All rows of a kind that look in the same part of a line; nothing where there is none."""
    patterns = [row.pattern for row in ROWS if row.kind is kind and row.where is where]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or _NOTHING)


def is_furniture_line(line: str) -> bool:
    """Whether a line among the first ones is none of the article's own."""
    return _tester(Kind.HEAD)(line) or _tester(Kind.LINE)(line)


def strip_furniture(lines: list[str], title: str = "") -> list[str]:
    """The lines without furniture: what stands before, between and after the article's own paragraphs.

    Of an article that is nothing but captions, those that are sentences are kept.

    Args:
        lines: cleaned, not empty.
        title: the article's title, which its first lines may repeat.
    """
    kept = _without_tail(_without_repeats(_without_head(_without_suffix(lines), title)))
    kept = _without_suffix(kept)
    is_furniture = _tester(Kind.LINE)
    kept = [line for line in _without_blocks(kept) if not is_furniture(line)]
    kept = kept or [line for line in lines if len(line) >= _WORDY and line.endswith("。")]
    return [line for number, line in enumerate(kept) if number == 0 or line != kept[number - 1]]


def original_title(lines: list[str]) -> str | None:
    """The title that a first line 原标题：… gives."""
    for line in lines[:_TITLE_LINES]:
        found = _ORIGINAL.match(line)
        if found:
            return found[1].strip()
    return None


def bare(text: str) -> str:
    """The letters and digits alone, to compare titles."""
    return _NOT_WORD.sub("", text).lower()


def _without_suffix(lines: list[str]) -> list[str]:
    """Without what is glued to the end of the last line, as in records that hold the whole article as one line."""
    if not lines:
        return lines
    suffix = _any_of(Kind.SUFFIX, Where.END)
    last = lines[-1]
    while found := suffix.search(last, max(0, len(last) - _END)):
        last = last[: found.start()].rstrip()
    return [*lines[:-1], last] if last else lines[:-1]


def _without_head(lines: list[str], title: str) -> list[str]:
    """Without the title, the date and source line, and what else leads up to the first paragraph."""
    wanted, kept, is_head = bare(title), [], _tester(Kind.HEAD)
    for number, line in enumerate(lines):
        if number < _HEAD_LINES and (is_head(line) or _repeats(line, wanted)):
            continue
        kept.append(line)
        if _SENTENCE_END.search(line):
            kept += lines[number + 1 :]
            break
    return kept[_title_lines(kept, wanted) :]


def _title_lines(lines: list[str], wanted: str) -> int:
    """How many of the first lines make up the title together."""
    joined = ""
    for number, line in enumerate(lines[:_TITLE_LINES], 1):
        joined += bare(line)
        if joined == wanted and not line.endswith("。"):
            return number
        if not wanted.startswith(joined):
            break
    return 0


def _repeats(line: str, wanted: str) -> bool:
    """Whether a line is the title, and not a sentence of the body with the same words."""
    found = bare(line)
    return bool(found) and not line.endswith("。") and (found == wanted or bool(_ORIGINAL.match(line)))


def _without_repeats(lines: list[str]) -> list[str]:
    """Without a run of paragraphs that stood before in the same order, as in feeds that hold a body twice."""
    first: dict[str, int] = {}
    kept: list[str] = []
    number = 0
    while number < len(lines):
        earlier, length = first.get(lines[number]), 0
        if earlier is not None:
            while number + length < len(lines) and lines[earlier + length] == lines[number + length]:
                length += 1
        if sum(map(len, lines[number : number + length])) >= _REPEATED:
            number += length
            continue
        first.setdefault(lines[number], number)
        kept.append(lines[number])
        number += 1
    return kept


def _without_tail(lines: list[str]) -> list[str]:
    """Without the first line near the end that closes the article, and all after it.

    Such a line among the first ones, or before long paragraphs, goes alone.
    """
    total, before, is_tail = sum(map(len, lines)), 0, _tester(Kind.TAIL)
    for number, line in enumerate(lines):
        if number >= len(lines) - _TAIL_LINES and is_tail(line):
            rest = lines[number + 1 :]
            is_end = before >= _BODY * total and all(len(later) <= _LONGEST for later in rest)
            return lines[:number] if is_end else [*lines[:number], *_without_tail(rest)]
        before += len(line)
    return lines


def _without_blocks(lines: list[str]) -> list[str]:
    """Without lists of other articles' headlines: their heading and the headlines after it."""
    kept, inside, is_heading = [], False, _tester(Kind.BLOCK)
    for line in lines:
        if is_heading(line):
            inside = True
        elif inside and (len(line) > _HEADLINE or _SENTENCE_END.search(line)):
            inside = False
        if not inside:
            kept.append(line)
    return kept
