"""Every form of article that people have, beside what it must become.

After a change that is meant: ``timeline articles tests/data/articles_forms/input --json --text`` prints the new
``expected.jsonl``; read the difference before keeping it.
"""

import json
import socket
from pathlib import Path

import pytest

from schemas import Article
from timeline.articles import list_documents, read_document
from timeline.articles.formats import FORMATS
from timeline.commands.articles import as_record

FOLDER = Path(__file__).parent.parent / "data/articles_forms"
INPUT = sorted(path.name for path in (FOLDER / "input").iterdir())
EXPECTED = [json.loads(line) for line in (FOLDER / "expected.jsonl").read_text("utf-8").splitlines()]


def articles_of(name: str) -> list[Article]:
    found: list[Article] = []
    for document in list_documents([FOLDER / "input" / name]):
        reading = read_document(document)
        assert reading.problems == ()
        found += reading.articles
    return found


@pytest.mark.parametrize("name", INPUT)
def test_a_form_becomes_what_is_expected(name: str) -> None:
    wanted = [record for record in EXPECTED if record["source"].split("#")[0] == name]
    assert wanted
    assert [as_record(article, with_text=True) for article in articles_of(name)] == wanted


def test_every_format_has_a_form() -> None:
    assert {record["format"] for record in EXPECTED} >= {form.name for form in FORMATS}


def test_the_content_tells_the_form_and_not_the_name(tmp_path: Path) -> None:
    for name in INPUT:
        if "name" in name or "题目" in name or "jekyll" in name:
            continue
        renamed = tmp_path / "x"
        renamed.write_bytes((FOLDER / "input" / name).read_bytes())
        document = next(list_documents([renamed]))
        wanted = [record["format"] for record in EXPECTED if record["source"].split("#")[0] == name]
        assert [article.format for article in read_document(document).articles] == wanted, name


def test_no_form_opens_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network address was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert sum(len(articles_of(name)) for name in INPUT) == len(EXPECTED)
