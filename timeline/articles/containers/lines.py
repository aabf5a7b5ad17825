"""Large files of JSON lines, cut at line ends so that no part is large."""

import json
import os
from collections.abc import Iterator
from typing import IO

from schemas import ReadError, TimelineError
from timeline.articles.containers.part import Member, Part
from timeline.articles.draft import Content
from timeline.articles.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES

NAME = "lines"
HEAD_BYTES = 2**16
BLOCK_BYTES = 2**18
_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines", ".jl")


def accept(head: bytes, name: str) -> bool:
    """A file whose first lines are JSON objects."""
    return is_lines(head, name)


def is_lines(head: bytes, name: str) -> bool:
    """Whether a file begins with two lines that are JSON objects, or is named so and begins with an object.

    Args:
        head: its first `HEAD_BYTES` bytes.
        name: its name or path.
    """
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{"):
        return False
    if any(suffix in name.lower() for suffix in _SUFFIXES):
        return True
    first, newline, rest = head.partition(b"\n")
    if not newline or (rest.strip() and not rest.lstrip().startswith(b"{")):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def split(path: str) -> Iterator[Part | TimelineError]:
    """Stretches of about `CHUNK_BYTES` of whole lines."""
    with open(path, "rb") as stream:
        yield from split_stream(stream, most_size=os.stat(path).st_size)


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The lines of a stretch."""
    with open(path, "rb") as stream:
        stream.seek(part.start)
        data = stream.read(part.stop - part.start)
    yield Member("", Content(data, os.path.basename(path), first=part.line, plural=True))


def split_stream(stream: IO[bytes], most_size: int) -> Iterator[Part | TimelineError]:
    """Stretches of whole lines of a stream.

    Args:
        stream: at its beginning.
        most_size: the sum that the parts' sizes may reach: the packed size where the stream is unpacked.
    """
    start, line, told = 0, 1, 0
    for length, count, too_long in _stretches(stream):
        if too_long:
            what = f"a line longer than {MAX_DOCUMENT_BYTES >> 20} MB"
            yield ReadError(what, where=str(line), mend="split it")
        elif length:
            size = min(length, most_size - told)
            told += size
            yield Part(start, start + length, size, line)
        start, line = start + length, line + count


def _stretches(stream: IO[bytes]) -> Iterator[tuple[int, int, bool]]:
    """(bytes, lines, whether it is one line that is too long), each stretch ending after a line end."""
    whole = count = rest = 0
    while block := stream.read(BLOCK_BYTES):
        end = block.find(b"\n") + 1
        if rest + (end or len(block)) > MAX_DOCUMENT_BYTES and end:
            yield whole, count, False
            yield rest + end, 1, True
            whole = count = rest = 0
            block = block[end:]
        if end := block.rfind(b"\n") + 1:
            whole, count, rest = whole + rest + end, count + block.count(b"\n"), len(block) - end
        else:
            rest += len(block)
        if whole and whole + rest >= CHUNK_BYTES:
            yield whole, count, False
            whole = count = 0
    too_long = rest > MAX_DOCUMENT_BYTES
    yield whole + (0 if too_long else rest), count, False
    if too_long:
        yield rest, 1, True
