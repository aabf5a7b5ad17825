"""Archives, compressed files, tables and crawls give the same articles as the files they hold."""

import bz2
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from schemas import Article, MissingExtraError
from timeline.articles import documents, list_documents, read, read_document
from timeline.articles.containers import lines as lines_container
from timeline.articles.containers import tar_archive
from timeline.articles.containers import warc as warc_container

FORMS = Path(__file__).parent.parent / "data/articles_forms/input"


def told(articles: list[Article], cut: str = "") -> list[tuple[str, str, str]]:
    return sorted((article.source.removeprefix(cut), article.title, article.text) for article in articles)


@pytest.fixture(scope="module")
def loose() -> list[tuple[str, str, str]]:
    return told(list(read([FORMS])))


def test_zip(tmp_path: Path, loose) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in FORMS.iterdir():
            archive.write(path, path.name)
    assert told(list(read([tmp_path / "a.zip"])), "a.zip/") == loose


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(tmp_path: Path, loose, mode: str) -> None:
    suffix = mode.partition(":")[2]
    name = f"a.tar.{suffix}" if suffix else "a.tar"
    with tarfile.open(tmp_path / name, mode) as archive:
        archive.add(FORMS, "forms")
    assert told(list(read([tmp_path / name])), f"{name}/forms/") == loose


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("论坛.md".encode("gb18030").decode("cp437"))
        archive.writestr(info, "---\ntitle: 论坛\ndate: 2024-05-18\n---\n论坛开幕了。")
    data = (tmp_path / "a.zip").read_bytes()
    written = "论坛.md".encode("gb18030").decode("cp437").encode("utf-8")
    fixed = data.replace(written, "论坛.md".encode("gb18030").ljust(len(written), b"_"))
    assert next(article.source for article in read([tmp_path / "a.zip"])).startswith("a.zip/")
    assert fixed != data


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_one_compressed_file(tmp_path: Path, suffix: str, pack) -> None:
    path = tmp_path / f"page.html.{suffix}"
    path.write_bytes(pack((FORMS / "page-portal.html").read_bytes()))
    (article,) = read([path])
    assert (article.source, article.title, article.format) == (path.name, "临江论坛二十五", "html")


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of 50 kB, so that little is enough for many."""
    monkeypatch.setattr(lines_container, "CHUNK_BYTES", 50_000)
    monkeypatch.setattr(documents, "CHUNK_BYTES", 50_000)
    monkeypatch.setattr(lines_container, "BLOCK_BYTES", 8_000)


def records(count: int) -> str:
    body = "市交通局负责人表示，到2027年全市港口吞吐量将达到3亿吨。" * 4
    rows = [{"title": f"第{n}场", "date": "2024-05-18", "text": f"第{n}场活动开始。{body}{n}"} for n in range(count)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.usefixtures("small_chunks")
def test_large_json_lines_are_cut_at_line_ends(tmp_path: Path, packed: bool) -> None:
    text = records(400)
    path = tmp_path / ("big.jsonl.gz" if packed else "big.jsonl")
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    parts = list(list_documents([path]))
    assert len(parts) > 1
    assert sum(part.size for part in parts) == path.stat().st_size
    articles = list(read([path]))
    assert [article.source for article in articles] == [f"{path.name}#{n}" for n in range(1, 401)]
    assert [article.title for article in articles] == [f"第{n}场" for n in range(400)]


def tar_of(count: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for number, line in enumerate(records(count).splitlines()):
            info = tarfile.TarInfo(f"{number:04}.json")
            info.size = len(line.encode())
            archive.addfile(info, io.BytesIO(line.encode()))
    return buffer.getvalue()


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("name", ["big.jsonl", "big.jsonl.gz", "big.tar.gz"])
def test_parts_are_read_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(tar_archive, "_GROUP_BYTES", 50_000)
    path = tmp_path / name
    data = records(400).encode()
    path.write_bytes(tar_of(400) if "tar" in name else gzip.compress(data) if name.endswith("gz") else data)
    parts = list(list_documents([path]))
    forward = [read_document(part) for part in parts]
    backward = [read_document(part) for part in reversed(parts)]
    assert len(parts) > 1
    assert forward == backward[::-1]


def test_a_stretch_never_ends_within_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_container, "CHUNK_BYTES", 50)
    data = b"".join(b"%d\n" % (10**n) for n in range(40)) + b"last"
    parts = list(lines_container.split_stream(io.BytesIO(data), len(data)))
    assert parts[0].start == 0
    assert [part.start for part in parts[1:]] == [part.stop for part in parts[:-1]]
    assert parts[-1].stop == len(data)
    for part in parts:
        assert part.line == data[: part.start].count(b"\n") + 1


def test_parquet(tmp_path: Path) -> None:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [json.loads(line) for line in records(5).splitlines()]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    articles = list(read([tmp_path / "a.parquet"]))
    assert [article.source for article in articles] == [f"a.parquet#{n}" for n in range(1, 6)]
    assert [(article.title, article.format) for article in articles] == [(f"第{n}场", "parquet") for n in range(5)]


def warc(url: str, page: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_warc(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    page = (FORMS / "page-portal.html").read_bytes()
    pieces = [
        warc("https://n.example/style.css", b"p {}", "text/css"),
        warc("https://n.example/2024/05/08/1.html", page),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(piece) if packed else piece for piece in pieces))
    (article,) = read([path])
    assert (article.source, article.url) == (f"{path.name}#2", "https://n.example/2024/05/08/1.html")
    assert (article.title, article.format, article.published.year) == ("临江论坛二十五", "warc", 2024)


@pytest.mark.parametrize("packed", ["not", "each record", "the whole"])
def test_a_crawl_is_read_in_groups_from_where_they_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: str
) -> None:
    pytest.importorskip("fastwarc")
    monkeypatch.setattr(warc_container, "_GROUP", 3)
    page = "<html><head><title>第{n}场开幕</title></head><body><p>2024-05-18 10:00</p><p>第{n}场开幕。</p></body>"
    pieces = [warc(f"https://n.example/{n}.html", page.format(n=n).encode()) for n in range(8)]
    path = tmp_path / ("a.warc" if packed == "not" else "a.warc.gz")
    data = b"".join(gzip.compress(piece) if packed == "each record" else piece for piece in pieces)
    path.write_bytes(gzip.compress(data) if packed == "the whole" else data)
    parts = list(list_documents([path]))
    assert [(part.line, part.stop) for part in parts] == [(1, 3), (4, 3), (7, 2)]
    assert sum(part.size for part in parts) == path.stat().st_size or packed == "the whole"
    readings = [read_document(part) for part in reversed(parts)][::-1]
    titles = [article.title for reading in readings for article in reading.articles]
    assert titles == [f"第{n}场开幕" for n in range(8)]
    assert [article.source for article in read([path])] == [f"{path.name}#{n}" for n in range(1, 9)]


@pytest.mark.parametrize(("module", "name"), [("pyarrow", "a.parquet"), ("fastwarc.warc", "a.warc")])
def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"PAR1" if name.endswith("parquet") else warc("https://n.example/", b"x"))
    problems: list[Exception] = []
    assert list(read([tmp_path / name], on_problem=problems.append)) == []
    assert [type(problem) for problem in problems] == [MissingExtraError]
    assert "pip install" in str(problems[0])
