"""Files that are compressed as a whole: gzip, bzip2 and xz, opened so that a bomb cannot unfold."""

import bz2
import gzip
import io
import lzma
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from schemas import ReadError, TimelineError
from timeline.articles.containers import lines
from timeline.articles.containers.part import Member, Part
from timeline.articles.containers.resuming import forget, resume
from timeline.articles.draft import Content
from timeline.articles.limits import MAX_DOCUMENT_BYTES, unpacks_to

NAME = "compressed"
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)
"""What the standard library raises for damaged archives."""

_MAGIC = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_SUFFIXES = (".gz", ".bz2", ".xz", ".gzip")


class _Bounded(io.RawIOBase):
    """An unpacked stream that refuses to grow far beyond its packed size."""

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        self._stream = stream
        self._left = unpacks_to(packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise ReadError("an archive that unpacks to far more than text does", mend="do not trust it")
        buffer[: len(data)] = data
        return len(data)


def is_compressed(head: bytes) -> bool:
    """Whether the first bytes are those of gzip, bzip2 or xz."""
    return any(head.startswith(magic) for magic, _ in _MAGIC)


@contextmanager
def unpacked(path: str) -> Iterator[IO[bytes]]:
    """The stream of what a file holds, unpacked where it is compressed, in a ``with`` statement.

    Raises:
        ReadError: while reading, when it is damaged or a bomb.
    """
    with open(path, "rb") as raw:
        head = raw.read(8)
        raw.seek(0)
        opener = next((opener for magic, opener in _MAGIC if head.startswith(magic)), None)
        if opener is None:
            yield raw
            return
        packed = os.stat(path).st_size
        with opener(raw) as stream:
            yield io.BufferedReader(_Bounded(stream, packed), 2**16)  # type: ignore[arg-type]


def accept(head: bytes, name: str) -> bool:  # noqa: ARG001
    """A compressed file that is no archive of files."""
    return is_compressed(head)


def split(path: str) -> Iterator[Part | TimelineError]:
    """Stretches of lines, by their place in the unpacked stream; or the whole."""
    packed = os.stat(path).st_size
    try:
        with unpacked(path) as stream:
            if not lines.is_lines(stream.peek(lines.HEAD_BYTES)[: lines.HEAD_BYTES], path):  # type: ignore[attr-defined]
                yield Part(0, 0, packed)
                return
            yield from lines.split_stream(stream, most_size=packed)
    except BROKEN as error:
        yield _damaged(error)


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The lines of a stretch, or the one document."""
    try:
        if part.stop:
            yield Member("", Content(_stretch(path, part), inner_name(path), first=part.line, plural=True))
            return
        with unpacked(path) as stream:
            data = stream.read(MAX_DOCUMENT_BYTES + 1)
        if len(data) > MAX_DOCUMENT_BYTES:
            yield ReadError(f"unpacks to more than {MAX_DOCUMENT_BYTES >> 20} MB in one piece", mend="split it")
        else:
            yield Member("", Content(data, inner_name(path)))
    except BROKEN as error:
        forget()
        yield _damaged(error)


def _stretch(path: str, part: Part) -> bytes:
    """The bytes of a part, read on from where the last part ended."""
    kept = resume(path, part.start, unpacked)
    _skip(kept.reader, part.start - kept.position)
    data: bytes = kept.reader.read(part.stop - part.start)
    kept.position = part.stop
    return data


def inner_name(path: str) -> str:
    """The file's own name without the suffix of the compression."""
    name = os.path.basename(path)
    stem, suffix = os.path.splitext(name)
    return stem if suffix.lower() in _SUFFIXES else name


def _skip(stream: IO[bytes], count: int) -> None:
    while count > 0:
        count -= len(stream.read(min(count, 2**20))) or count


def _damaged(error: Exception) -> ReadError:
    return ReadError(f"a damaged archive ({error})", mend="fetch it again")
