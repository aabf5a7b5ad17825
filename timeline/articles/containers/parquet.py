"""Parquet tables, a row an article. Needs the extra ``parquet``."""

import json
import os
from collections.abc import Iterator
from typing import Any

from schemas import MissingExtraError, ReadError, TimelineError
from timeline.articles.containers.part import Member, Part
from timeline.articles.draft import Content

NAME = "parquet"
_ROWS = 1000


def accept(head: bytes, name: str) -> bool:  # noqa: ARG001
    """A Parquet file by its mark."""
    return head.startswith(b"PAR1")


def split(path: str) -> Iterator[Part | TimelineError]:
    """A part a row group."""
    try:
        table = _table(path)
    except TimelineError as error:
        yield error
        return
    line, groups = 1, table.metadata.num_row_groups
    for number in range(groups):
        yield Part(number, number + 1, os.stat(path).st_size // groups, line)
        line += table.metadata.row_group(number).num_rows
    if line == 1:
        yield ReadError("the table has no rows", mend="give one with articles in it")


def open_part(path: str, part: Part) -> Iterator[Member | TimelineError]:
    """The rows of a row group, as JSON lines."""
    line = part.line
    try:
        for batch in _table(path).iter_batches(batch_size=_ROWS, row_groups=range(part.start, part.stop)):
            rows = batch.to_pylist()
            data = "\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
            content = Content(data.encode("utf-8", "replace"), os.path.basename(path), first=line, plural=True)
            yield Member("", content, form=NAME)
            line += len(rows)
    except (OSError, ValueError, TimelineError) as error:
        yield error if isinstance(error, TimelineError) else _damaged(error)


def _table(path: str) -> Any:
    try:
        from pyarrow import parquet
    except ImportError as error:
        what = "reading Parquet files needs pyarrow"
        raise MissingExtraError(what, mend="pip install 'article-timeline[parquet]'") from error
    try:
        return parquet.ParquetFile(path)
    except (OSError, ValueError) as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> ReadError:
    return ReadError(f"a damaged Parquet file ({error})", mend="fetch it again")
