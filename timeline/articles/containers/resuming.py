"""One reader a process, kept open between the parts of a file that can be read only from its beginning.

Without it each part of a compressed file would cost all that stands before it once more.
"""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Kept:
    """An open reader.

    Attributes:
        key: the process and the state of the file that it was opened for.
        reader: what stands at ``position``.
        position: how much was read, in the unit of the container's parts.
        closing: what closes it.
    """

    key: tuple[object, ...]
    reader: Any
    position: int
    closing: ExitStack


_kept: Kept | None = None


def resume(path: str, position: int, opener: Callable[[str], AbstractContextManager[Any]]) -> Kept:
    """A reader of a file that stands at a position or before it: the one kept, or a new one at the beginning.

    Raises:
        OSError: the file cannot be opened.
    """
    global _kept
    status = os.stat(path)
    key = (os.getpid(), os.path.abspath(path), status.st_mtime_ns, status.st_size, opener)
    if _kept is None or _kept.key != key or _kept.position > position:
        forget()
        closing = ExitStack()
        _kept = Kept(key, closing.enter_context(opener(path)), 0, closing)
    return _kept


def forget() -> None:
    """Close the reader that is kept. One that was opened before a fork belongs to the other process."""
    global _kept
    if _kept is not None and _kept.key[0] == os.getpid():
        _kept.closing.close()
    _kept = None
