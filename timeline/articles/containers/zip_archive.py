"""ZIP archives, a member an article or a file of articles. Nothing is written to disk."""

import os
import zipfile
import zlib
from collections.abc import Iterator

from schemas import ReadError, SkippedError, TimelineError
from timeline.articles.containers.part import Member, Part
from timeline.articles.draft import Content
from timeline.articles.limits import CHUNK_BYTES, MAX_DOCUMENT_BYTES, MAX_EXPANSION, MAX_MEMBERS, unpacks_to

NAME = "zip"
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_OFFICE = (".docx", ".xlsx", ".pptx", ".epub", ".jar", ".apk", ".odt", ".ods", ".odp")
_GROUP_BYTES = 8 * CHUNK_BYTES
_SMALL = 2**20
_ENCRYPTED, _UTF8 = 0x1, 0x800


def accept(head: bytes, name: str) -> bool:
    """A ZIP file that is no office document."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not name.lower().endswith(_OFFICE)


def split(path: str) -> Iterator[Part | TimelineError]:
    """Groups of members, sorted by name."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [(info.compress_size, info.file_size) for info in _members(archive)]
    except _BROKEN as error:
        yield ReadError(f"a damaged archive ({error})", mend="fetch it again")
        return
    if not sizes:
        yield ReadError("the archive holds no files", mend="give one with articles in it")
    if sum(large for _, large in sizes) > unpacks_to(os.path.getsize(path)):
        yield ReadError("an archive that unpacks to far more than text does", mend="do not trust it")
        return
    start = packed = unpacked = 0
    for number, (small, large) in enumerate(sizes, 1):
        packed, unpacked = packed + small, unpacked + large
        if unpacked >= _GROUP_BYTES or number == len(sizes):
            yield Part(start, number, packed)
            start, packed, unpacked = number, 0, 0


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The members of a group."""
    with zipfile.ZipFile(path) as archive:
        for info in _members(archive)[part.start : part.stop]:
            name = _name(info)
            try:
                yield Member(f"/{name}", Content(_read(archive, info, name), os.path.basename(name)))
            except ReadError as error:
                yield type(error)(error.what, where=name, mend=error.mend)
            except _BROKEN as error:
                yield ReadError(f"a damaged member ({error})", where=name, mend="fetch the archive again")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    infos = archive.infolist()[:MAX_MEMBERS]
    return sorted((info for info in infos if not info.is_dir() and not _is_hidden(info.filename)), key=_name)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; one that is not marked as UTF-8 may be in GBK, as Windows writes it in China."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    if leads_outside(name):
        raise SkippedError("a name that leads out of the archive", mend="pack it again without ..")
    if info.flag_bits & _ENCRYPTED:
        raise ReadError("a member with a password", mend="unpack it yourself")
    large = info.file_size > _SMALL and info.file_size > MAX_EXPANSION * max(info.compress_size, 1)
    if large or info.file_size > MAX_DOCUMENT_BYTES:
        raise ReadError("a member that unpacks to far more than an article", mend="do not trust it, or split it")
    with archive.open(info) as stream:
        data = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise ReadError("a member that unpacks to far more than it says", mend="do not trust it")
    return data


def leads_outside(name: str) -> bool:
    """Whether a member's name is absolute or has ``..`` in it."""
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or (len(parts[0]) == 2 and parts[0][1] == ":")
