"""What the user named, as a list of documents: small picklable references, each to be read on its own."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from schemas import ReadError, SkippedError, TimelineError, UsageError
from timeline.articles.containers import Part, container_of
from timeline.articles.containers.lines import HEAD_BYTES, is_lines
from timeline.articles.keys import names
from timeline.articles.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES

_SINGLE = frozenset(
    names(
        ".md .markdown .mdx .mkd .txt .text .html .htm .shtml .xhtml .jsp .php .asp .aspx .xml .rss .atom .json "
        ".yaml .yml"
    )
)
"""Suffixes of files that are one document, so that a small one is not opened while listing."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file, or a part of one, that can be read on its own and in any process.

    Attributes:
        path: the file to open; "" where ``content`` holds the bytes.
        source: the ``source`` of its articles, without ``#n``.
        size: how much of the work it is, in bytes of the file named.
        kind: the registered name of the container it is a part of; "" for a file read whole.
        start: where the part begins, and
        stop: where it ends, as its container counts.
        line: the number of the first line or row, from 1.
        content: the bytes themselves, where they can be read only once.
        problem: why it cannot be read, where that is known already.
    """

    path: str
    source: str
    size: int = 0
    kind: str = ""
    start: int = 0
    stop: int = 0
    line: int = 1
    content: bytes | None = None
    problem: TimelineError | None = None


def list_documents(paths: Iterable[str | Path]) -> Iterator[Document]:
    """The documents that files and folders hold, in the order of the arguments, and sorted within a folder.

    Files and folders whose names begin with a dot are passed over. No symbolic link inside a folder is followed.

    Args:
        paths: files and folders; ``-`` is standard input.

    Raises:
        UsageError: a path does not exist. Raised at once, before the first document.
    """
    named = [os.fspath(path) for path in paths]
    for path in named:
        if path != "-" and not os.path.lexists(path):
            raise UsageError("no such file or folder", where=path, mend="check the path")
    return _list(named)


def _list(named: list[str]) -> Iterator[Document]:
    for path in named:
        if path == "-":
            yield from _standard_input()
        elif os.path.isdir(path):
            yield from _folder(path)
        else:
            yield from _file(path, _shown(PurePath(path).name))


def _standard_input() -> Iterator[Document]:
    """Standard input as one document, or as stretches of lines that carry their bytes."""
    stream = sys.stdin.buffer
    block = stream.read(CHUNK_BYTES)
    if not is_lines(block, ""):
        data = block + stream.read(MAX_DOCUMENT_BYTES + 1 - len(block))
        yield Document("", "-", size=len(data), content=data)
        return
    line, rest = 1, b""
    while block:
        whole, newline, rest = (rest + block).rpartition(b"\n")
        if newline:
            yield Document("", "-", size=len(whole), kind="lines", line=line, content=whole)
            line += whole.count(b"\n") + 1
        elif len(rest) > MAX_DOCUMENT_BYTES:
            break
        block = stream.read(CHUNK_BYTES)
    if rest.strip():
        yield Document("", "-", size=len(rest), kind="lines", line=line, content=rest)


def _folder(root: str) -> Iterator[Document]:
    empty = True
    for path, source, problem in _walk(root):
        empty = False
        if problem:
            yield Document(path, source, problem=problem)
        else:
            yield from _file(path, source)
    if empty:
        error = ReadError("the folder holds no articles", where=root, mend="name a folder with files in it")
        yield Document(root, _shown(root), problem=error)


def _walk(root: str) -> Iterator[tuple[str, str, TimelineError | None]]:
    """(path, source, problem) of everything under a folder, sorted by its path below the folder."""
    stack: list[tuple[str, str, bool]] = [(root, "", True)]
    while stack:
        path, source, is_folder = stack.pop()
        if not is_folder:
            yield path, source, None
            continue
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield path, source or _shown(root), _unreadable(error, path)
            continue
        links = []
        for entry in found:
            if entry.name.startswith("."):
                continue
            below = f"{source}/{_shown(entry.name)}" if source else _shown(entry.name)
            if entry.is_symlink():
                links.append((entry.path, below))
            else:
                stack.append((entry.path, below, entry.is_dir(follow_symlinks=False)))
        for link, below in reversed(links):
            yield link, below, SkippedError("a symbolic link, not followed", where=link)


def _file(path: str, source: str) -> Iterator[Document]:
    try:
        status = os.stat(path)
    except OSError as error:
        yield Document(path, source, problem=_unreadable(error, path))
        return
    if not stat.S_ISREG(status.st_mode):
        problem = ReadError("neither a file nor a folder", where=path, mend="name a file")
        yield Document(path, source, problem=problem)
        return
    if status.st_size <= CHUNK_BYTES and os.path.splitext(path)[1].lower() in _SINGLE:
        yield Document(path, source, size=status.st_size)
        return
    try:
        yield from _split(path, source, status.st_size)
    except OSError as error:
        yield Document(path, source, problem=_unreadable(error, path))


def _split(path: str, source: str, size: int) -> Iterator[Document]:
    """The parts of a container, or the file itself."""
    with open(path, "rb") as stream:
        head = stream.read(HEAD_BYTES)
    container = container_of(head, os.path.basename(path))
    if container is None or (container.name == "lines" and size <= CHUNK_BYTES):
        yield Document(path, source, size=size)
        return
    for part in container.split(path):
        if isinstance(part, Part):
            yield Document(path, source, part.size, container.name, part.start, part.stop, part.line)
        else:
            where = f"{source}:{part.where}" if part.where else source
            yield Document(path, source, problem=type(part)(part.what, where=where, mend=part.mend))


def _unreadable(error: OSError, path: str) -> ReadError:
    return ReadError(f"cannot be opened ({error.strerror})", where=path, mend="check that you may read it")


def _shown(name: str) -> str:
    """The name with ``/``, and with a sign for each byte that is not UTF-8."""
    return os.fsencode(PurePath(name).as_posix()).decode("utf-8", "replace")
