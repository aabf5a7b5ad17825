"""TAR archives, plain or compressed, read as a stream. Nothing is written to disk, no link is followed."""

import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager

from schemas import ReadError, SkippedError, TimelineError
from timeline.articles.containers.compressed import BROKEN, is_compressed, unpacked
from timeline.articles.containers.part import Member, Part
from timeline.articles.containers.resuming import forget, resume
from timeline.articles.containers.zip_archive import leads_outside
from timeline.articles.draft import Content
from timeline.articles.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES, MAX_MEMBERS

NAME = "tar"
_BROKEN = (tarfile.TarError, *BROKEN)
_SUFFIXES = (".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")
_GROUP_BYTES = 8 * CHUNK_BYTES
_MARK = slice(257, 262)


def accept(head: bytes, name: str) -> bool:
    """A TAR file by its mark, or a compressed one by its name."""
    return head[_MARK] == b"ustar" or (is_compressed(head) and name.lower().endswith(_SUFFIXES))


def split(path: str) -> Iterator[Part | TimelineError]:
    """Groups of members, in the order of the archive."""
    packed = os.stat(path).st_size
    start = number = unpacked_size = 0
    try:
        for number, info in enumerate(_members(path), 1):
            unpacked_size += info.size
            if unpacked_size >= _GROUP_BYTES:
                yield Part(start, number, min(unpacked_size, packed))
                start, packed, unpacked_size = number, packed - min(unpacked_size, packed), 0
    except _BROKEN as error:
        yield ReadError(f"a damaged archive ({error})", mend="fetch it again")
    except ReadError as error:
        yield error
    if number > start:
        yield Part(start, number, packed)
    if number == 0:
        yield ReadError("the archive holds no files", mend="give one with articles in it")


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The members of a group."""
    try:
        kept = resume(path, part.start, _opened)
        archive, files = kept.reader
        while kept.position < part.stop and (info := next(files, None)) is not None:
            kept.position += 1
            if kept.position > part.start:
                yield _member(archive, info)
    except (ReadError, *_BROKEN) as error:
        forget()
        yield ReadError(f"a damaged archive ({error})", mend="fetch it again")


@contextmanager
def _opened(path: str) -> Iterator[tuple[tarfile.TarFile, Iterator[tarfile.TarInfo]]]:
    with unpacked(path) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        yield archive, _files(archive)


def _members(path: str) -> Iterator[tarfile.TarInfo]:
    with unpacked(path) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        yield from _files(archive)


def _files(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for number, info in enumerate(archive):
        if number >= MAX_MEMBERS:
            return
        archive.members = []  # type: ignore[attr-defined]  # the library keeps each member it has passed
        hidden = any(part.startswith(".") and part not in (".", "..") for part in info.name.split("/"))
        if info.isfile() and not hidden:
            yield info


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member | TimelineError:
    name = info.name.removeprefix("./")
    if leads_outside(name):
        return SkippedError("a name that leads out of the archive", where=name, mend="pack it again without ..")
    if info.size > MAX_DOCUMENT_BYTES:
        return ReadError(f"larger than {MAX_DOCUMENT_BYTES >> 20} MB in one piece", where=name, mend="split it")
    if info.issparse():
        return ReadError("a file with holes in it", where=name, mend="pack it again without --sparse")
    stream = archive.extractfile(info)
    data = stream.read() if stream else b""
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Member(f"/{shown}", Content(data, os.path.basename(shown)))
