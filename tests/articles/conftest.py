"""What the tests of this room share: reading a file made on the spot, with its problems."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas import Article, TimelineError
from timeline.articles import read

Read = Callable[..., tuple[list[Article], list[TimelineError]]]
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below the folder of the test."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def read_all() -> Read:
    """Read paths to the end: the articles and the problems."""

    def everything(*paths: Path | str, **options: object) -> tuple[list[Article], list[TimelineError]]:
        problems: list[TimelineError] = []
        return list(read(paths, on_problem=problems.append, **options)), problems  # type: ignore[arg-type]

    return everything


@pytest.fixture
def read_one(write: Write, read_all: Read) -> Callable[[str, str | bytes], Article]:
    """Write a file that is one article and read it."""

    def one(name: str, content: str | bytes) -> Article:
        articles, problems = read_all(write(name, content))
        assert problems == []
        assert len(articles) == 1
        return articles[0]

    return one
