"""An article is read once; two articles are not taken for one."""

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from schemas import SkippedError
from timeline.articles import Deduplicator, documents, list_documents, read, text_key
from timeline.articles.containers import lines

TEXT = "第三届水运论坛5月18日在临江开幕，为期三天，来自二十个城市的三百名代表参加，共签约32个项目。"


def record(**fields: str) -> str:
    return json.dumps({"title": "论坛开幕", "date": "2024-05-18", "content": TEXT, **fields}, ensure_ascii=False)


def test_the_same_address_is_the_same_article(write, tmp_path: Path, read_all) -> None:
    write("a.json", record(url="https://n.example/1.html?utm_source=feed#top"))
    write("b.json", record(url="https://n.example/1.html", content=TEXT + "（更正）", title="论坛今天开幕"))
    articles, problems = read_all(tmp_path)
    assert [article.source for article in articles] == ["a.json"]
    assert [(type(problem), problem.where) for problem in problems] == [(SkippedError, "b.json")]
    assert "a.json" in str(problems[0])


def test_a_fragment_that_is_a_path_tells_pages_apart(write, tmp_path: Path, read_all) -> None:
    write("a.json", record(url="https://n.example/#/news/1"))
    write("b.json", record(url="https://n.example/#/news/2", content=TEXT + "（更正）"))
    write("c.json", record(url="https://n.example/#/news/1", content=TEXT + "（再更正）"))
    assert [article.source for article in read_all(tmp_path)[0]] == ["a.json", "b.json"]


def test_the_same_text_is_the_same_article(write, tmp_path: Path, read_all) -> None:
    write("a.json", record(url="https://n.example/1.html"))
    write("b.md", f"---\ntitle: 论坛如期开幕\ndate: 2024-05-19\n---\n{TEXT}\n")
    articles, problems = read_all(tmp_path)
    assert [article.source for article in articles] == ["a.json"]
    assert [problem.where for problem in problems] == ["b.md"]


def test_nearly_the_same_text_is_another_article(write, tmp_path: Path, read_all) -> None:
    write("a.json", record(url="https://n.example/1.html"))
    write("b.json", record(url="https://m.example/2.html", content=TEXT.replace("三百", "三百余")))
    assert len(read_all(tmp_path)[0]) == 2


def test_an_address_that_records_share_tells_none_apart(write, read_all) -> None:
    page = "https://n.example/2024-05-18.html"
    rows = [json.loads(record(title=f"第{n}条", content=f"{TEXT}第{n}条。", url=page)) for n in range(3)]
    rows += [json.loads(record(title=f"再{n}条", content=f"{TEXT}再{n}条。", sourceUrl=page)) for n in range(3)]
    articles, problems = read_all(write("a.json", json.dumps(rows)))
    assert (len(articles), problems) == (6, [])
    assert len({article.id for article in articles}) == 6
    assert {article.url for article in articles} == {page}


def test_short_texts_under_different_titles_are_different(write, tmp_path: Path, read_all) -> None:
    write("a.json", record(content="图片新闻。", title="论坛开幕"))
    write("b.json", record(content="图片新闻。", title="论坛闭幕"))
    assert len(read_all(tmp_path)[0]) == 2


def test_metadata_and_the_key_of_a_text_do_as_well_as_the_article(write) -> None:
    (article,) = read([write("a.json", record())])
    seen = Deduplicator()
    assert seen.add(article.metadata(), text_key(article.text)) is None
    other = article.model_copy(update={"id": "0" * 16, "source": "b.json"})
    assert seen.add(other.metadata(), text_key(other.text)) == "a.json"
    assert text_key("短") == 0


def test_the_order_of_the_listing_does_not_depend_on_the_system(write, tmp_path: Path) -> None:
    names = ["b/2.md", "b/10.md", "a.md", "b.md", "Ä.md", "论坛.md", "a/z/1.md"]
    for number, name in enumerate(names):
        write(name, f"---\ntitle: 第{number}篇\ndate: 2024-05-18\n---\n{TEXT}{number}\n")
    found = [document.source for document in list_documents([tmp_path])]
    assert sorted(found) == sorted(names)
    for folder in ("", "b/"):
        here = [name for name in found if name.startswith(folder) and "/" not in name.removeprefix(folder)]
        assert here == sorted(here, key=os.fsencode)
    assert [article.source for article in read([tmp_path])] == found


def test_ids_are_the_same_in_any_process(write) -> None:
    path = write("a.json", record())
    code = f"from timeline.articles import read; print([a.id for a in read([{str(path)!r}])])"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "America/New_York"))
    }  # fmt: skip
    assert len(seen) == 1


def test_memory_grows_by_less_than_2_kb_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "CHUNK_BYTES", 100_000)
    monkeypatch.setattr(lines, "CHUNK_BYTES", 100_000)
    monkeypatch.setattr(lines, "BLOCK_BYTES", 10_000)
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(1200):
            url = f"https://n.example/{number}"
            file.write(record(url=url, title=f"第{number}篇", content=f"{TEXT * 10}{number}") + "\n")
    marks: dict[int, int] = {}
    tracemalloc.start()
    try:
        for number, _ in enumerate(read([path]), 1):
            if number in (200, 1200):
                marks[number] = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert marks[1200] - marks[200] < 1000 * 2000
