"""Whatever is fed in, each file gets one clear line, in bounded time and memory, and the others go through."""

import gzip
import io
import json
import os
import resource
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article, ReadError, SkippedError, TimelineError, UsageError
from timeline.articles import Document, list_documents, read, read_document, reading, too_large
from timeline.articles.finish import finish
from timeline.articles.limits import MAX_DOCUMENT_BYTES, MAX_ITEMS

GOOD = "---\ntitle: 水运论坛开幕\ndate: 2024-05-18\n---\n第三届水运论坛5月18日在临江开幕，为期三天。\n"


@pytest.fixture
def told(tmp_path: Path, write, read_all):
    """The one problem that a file causes, while the good file beside it is read."""

    def problem_of(name: str, content: str | bytes) -> TimelineError:
        write("a-good.md", GOOD)
        write(name, content)
        before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        articles, problems = read_all(tmp_path)
        assert time.process_time() - start < 10
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000
        assert [article.title for article in articles if article.source == "a-good.md"] == ["水运论坛开幕"]
        assert len(problems) == 1, problems
        assert "\n" not in str(problems[0])
        assert name.split("/")[0] in problems[0].where
        return problems[0]

    return problem_of


def bomb(size: int) -> bytes:
    return b"\x00" * size


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.md", b"", "empty"),
        ("blank.txt", b" \n\n\t ", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("zeros.txt", bytes(5000), "empty|binary"),
        ("paper.md", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("photo.html", b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        ("undated.md", "---\ntitle: 无日期\n---\n一篇没有日期的文章，讲的是水运。", "no date"),
        ("unclosed.md", "---\ntitle: [论坛\ndate: 2024-05-18\n---\n论坛开幕。", "does not parse"),
        ("broken.toml.md", '+++\ntitle = "论坛\n+++\n论坛开幕。', "does not parse"),
        ("nobody.md", "---\ntitle: 只有标题\ndate: 2024-05-18\n---\n\n", "no text"),
        (
            "broken.json",
            '{"title": "论坛", "date": "2024-05-18", "content": "开',
            "broken.json:1: JSON that does not parse",
        ),
        ("index.json", '{"version": 3, "files": ["a.html"]}', "no articles"),
        ("records.json", '[{"path": "a.md", "published": "2024-05-18", "title": "论坛"}]', "no articles"),
        ("numbers.json", "[[1, 2], [3, 4]]", "no articles"),
        ("feed.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>空</title></channel></rss>', "entries"),
        ("cut.xml", '<?xml version="1.0"?><rss version="2.0"><chan', "broken|entries"),
        ("cut.zip", b"PK\x03\x04" + b"x" * 200, "damaged"),
        ("cut.gz", gzip.compress(b"x" * 5000)[:30], "damaged"),
        ("cut.parquet", b"PAR1" + b"x" * 100, "damaged"),
    ],
)
def test_a_file_that_is_no_article_is_told_in_one_line(told, name: str, content: bytes, what: str) -> None:
    message = str(told(name, content))
    assert any(part in message for part in what.split("|")), message


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("yaml.md", "---\ntitle: 论坛\ntags: [a\ndate: 2024-05-18\n---\n开幕。", 4),
        ("late.md", '\n\n---\ndate: 2024-05-18\ntitle: "论坛\n---\n开幕。', 6),
        ("toml.md", '+++\ntitle = "论坛"\ndate = 2024-05-18\nb = \n+++\n开幕。', 4),
        ("json.md", '{\n"title": "论坛",\n"a" 1\n}\n\n开幕。', 3),
        ("lines.jsonl", '\n{"title": "论坛" "date": "2024-05-18", "text": "开幕。"}\n', 2),
        ("rows.csv", "title,date,content\n论坛,2024-05-18,\n", 2),
        ("feed.xml", '<?xml version="1.0"?>\n<rss version="2.0">\n<channel>\n</chan', 4),
    ],
)
def test_the_line_is_named(told, name: str, content: str, line: int) -> None:
    assert told(name, content).where == f"{name}:{line}"


def test_one_line_of_100_mb(told, tmp_path: Path) -> None:
    message = str(told("long.txt", "水".encode() * 35_000_000))
    assert f"larger than {MAX_DOCUMENT_BYTES >> 20} MB" in message


def test_one_line_of_100_mb_among_json_lines(tmp_path: Path, write, read_all) -> None:
    record = {"title": "论坛开幕", "date": "2024-05-18", "text": "论坛开幕。"}
    with (tmp_path / "long.jsonl").open("w") as file:
        file.write(json.dumps(record) + "\n")
        file.write('{"text": "' + "x" * 40_000_000 + '"}\n')
        file.write(json.dumps({**record, "title": "论坛闭幕", "text": "论坛闭幕。"}) + "\n")
    articles, problems = read_all(tmp_path / "long.jsonl")
    assert [(article.title, article.source) for article in articles] == [
        ("论坛开幕", "long.jsonl#1"),
        ("论坛闭幕", "long.jsonl#3"),
    ]
    assert [problem.where for problem in problems] == ["long.jsonl:2"]


def test_a_yaml_bomb(told) -> None:
    levels = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    levels += [f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert "aliases" in str(told("bomb.md", "---\ntitle: 论坛\n" + "\n".join(levels) + "\n---\n论坛开幕。"))


def test_deeply_nested_yaml(told) -> None:
    assert "too deep" in str(told("deep.md", "---\ntitle: " + "[" * 5000 + "]" * 5000 + "\n---\n论坛。"))


def test_deeply_nested_json(told) -> None:
    assert "deep" in str(told("deep.json", '{"a":' * 200_000 + "1" + "}" * 200_000))


def test_an_entity_bomb(write, read_all) -> None:
    entities = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b0 "{"水" * 100}">{entities}'
        '<!ENTITY secret SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>x</title><item>'
        "<title>论坛开幕</title><pubDate>Sat, 18 May 2024 10:00:00 +0800</pubDate>"
        "<description>论坛开幕。&b11;&secret;</description></item></channel></rss>"
    )
    start = time.process_time()
    articles, _ = read_all(write("bomb.xml", feed))
    assert time.process_time() - start < 5
    assert all(len(article.text) < 1000 and "root:" not in article.text for article in articles)


def test_an_entity_bomb_among_records(write, read_all) -> None:
    entities = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    document = (
        f'<?xml version="1.0"?><!DOCTYPE news [<!ENTITY b0 "{"水" * 100}">{entities}'
        '<!ENTITY secret SYSTEM "file:///etc/passwd">]><news><title>论坛开幕</title><date>2024-05-18</date>'
        "<content>论坛开幕。&b11;&secret;</content></news>"
    )
    start = time.process_time()
    (article,), _ = read_all(write("bomb.xml", document))
    assert time.process_time() - start < 5
    assert len(article.text) < 1000
    assert "root:" not in article.text


HOSTILE = [
    '<div class="share">字，',
    '<div class="text">字，好的。</div>',
    '<table><tr><td class="article">字',
    "<tr><td>日期</td><td>活动</td></tr>",
    '<li><a href="x">第一条新闻的标题</a></li>',
    '<time datetime="2024">2024-05-18</time>',
    "<h1>论坛开幕</h1>",
    "<title>论坛 - ",
    "论坛 - ",
    '<meta name="author" content="王五">',
    '<script>"publishTime":',
    "<p>2024-05-18 10:00 来源：江城报</p>",
    "<td>索引号：</td><td>1</td>",
    '<div class="photo"><img>字',
    "&#1;&#20013;",
    "<",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("head", ["<html><title>论坛 - ", "<html><head></head><body>", "<div>"])
def test_no_page_takes_long(unit: str, head: str) -> None:
    page = (head + unit * (60_000 // len(unit))).encode()
    start = time.process_time()
    check(page, "a.html")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "unit", ["标题：论坛\n", "=====\n论坛\n开幕。\n", "一、论坛开幕了\n开幕。\n", "## 论坛\n开幕。\n"]
)
def test_a_text_with_more_items_than_any_digest_is_one_article(unit: str) -> None:
    head = "" if unit.startswith("标题") else "# 每日要闻 2024-05-18\n"
    reading = read_document(Document("", "a.txt", content=(head + unit * (MAX_ITEMS + 1)).encode()))
    assert len(reading.articles) + len(reading.problems) == 1


@pytest.mark.parametrize("name", ["many.json", "many.csv", "many-feed.json"])
def test_more_records_than_one_piece_may_hold(told, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(too_large, "MAX_RECORDS", 20)
    records = [{"title": f"第{n}场", "date": "2024-05-18", "content_text": f"第{n}场开始了。"} for n in range(21)]
    if name.endswith("csv"):
        content = "title,date,content\n" + "".join(f"第{n}场,2024-05-18,第{n}场开始了。\n" for n in range(21))
    elif "feed" in name:
        content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": records})
    else:
        content = json.dumps(records)
    assert "more than 20 records in one piece; save them as JSON lines" in str(told(name, content))


def test_deeply_nested_html_keeps_its_text(read_one) -> None:
    depth = 20_000
    page = "<div>" * depth + "<p>发布时间：2024-05-18</p><p>论坛5月18日开幕，为期三天。</p>" + "</div>" * depth
    start = time.process_time()
    article = read_one("论坛.html", page)
    assert time.process_time() - start < 5
    assert article.text == "论坛5月18日开幕，为期三天。"


def test_truncated_html_keeps_what_is_there(read_one) -> None:
    head = '<html><head><title>论坛开幕</title><meta name="pubdate" content="2024-05-18"></head>'
    page = head + "<body><p>论坛开幕。</p><p>为期三天，共安排"
    assert read_one("cut.html", page).text == "论坛开幕。\n为期三天，共安排"


def test_a_zip_bomb(told, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bomb(30_000_000))
    assert "unpacks to far more" in str(told("bomb.zip", buffer.getvalue()))


def test_a_zip_of_many_small_bombs(told) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(150):
            archive.writestr(f"{number}.txt", bomb(1_000_000))
    assert "unpacks to far more" in str(told("bombs.zip", buffer.getvalue()))


def test_a_tar_of_files_with_holes(tmp_path: Path, read_all) -> None:
    with tarfile.open(tmp_path / "a.tar", "w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("holes.md")
        info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "30000000"}
        blocks = b"1\n0\n1\n".ljust(512, b"\x00") + b"x"
        info.size = len(blocks)
        archive.addfile(info, io.BytesIO(blocks))
    articles, problems = read_all(tmp_path / "a.tar")
    assert articles == []
    assert ["holes" in str(problem) for problem in problems] == [True]


def test_a_gzip_bomb(told) -> None:
    packed = b"".join(gzip.compress(bomb(10_000_000)) for _ in range(8))
    assert "unpack" in str(told("bomb.txt.gz", packed))


def test_members_with_names_that_lead_out(tmp_path: Path, read_all) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../out.md", GOOD)
        archive.writestr("/abs.md", GOOD)
        archive.writestr("in.md", GOOD)
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        for name, kind in (("../out.md", tarfile.REGTYPE), ("link.md", tarfile.SYMTYPE), ("in.md", tarfile.REGTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            info.size = len(GOOD.encode()) if kind == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(GOOD.encode()))
    articles, problems = read_all(tmp_path / "a.zip")
    assert [article.source for article in articles] == ["a.zip/in.md"]
    assert len([problem for problem in problems if "leads out" in str(problem)]) == 2
    articles, problems = read_all(tmp_path / "b.tar")
    assert [article.source for article in articles] == ["b.tar/in.md"]
    assert ["leads out" in str(problem) for problem in problems] == [True]


def test_links_are_not_followed_out_of_the_folder_or_in_a_loop(tmp_path: Path, write, read_all) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD.replace("开幕", "秘密"))
    write("folder/good.md", GOOD)
    (tmp_path / "folder/loop").symlink_to(tmp_path / "folder")
    (tmp_path / "folder/out.md").symlink_to(secret)
    articles, problems = read_all(tmp_path / "folder")
    assert [article.source for article in articles] == ["good.md"]
    assert [type(problem) for problem in problems] == [SkippedError, SkippedError]


def test_a_folder_named_like_a_file(tmp_path: Path, write, read_all) -> None:
    write("a.md/b.html/good.md", GOOD)
    articles, problems = read_all(tmp_path / "a.md")
    assert ([article.source for article in articles], problems) == (["b.html/good.md"], [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(told, tmp_path: Path, write) -> None:
    write("closed.md", GOOD).chmod(0)
    assert "Permission" in str(read_document(next(list_documents([tmp_path / "closed.md"]))).problems[0])


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write, read_all) -> None:
    closed = write("closed.md", GOOD)
    write("open.md", GOOD.replace("水运", "航运"))

    def refuse(path: Path) -> bytes:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return original(path)

    original = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", refuse)
    articles, problems = read_all(tmp_path)
    assert [article.source for article in articles] == ["open.md"]
    assert "Permission denied" in str(problems[0])


def test_a_pipe_is_no_file(tmp_path: Path, read_all) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    articles, problems = read_all(tmp_path)
    assert articles == []
    assert "neither a file nor a folder" in str(problems[0])


def test_a_missing_path_is_wrong_use_at_once() -> None:
    with pytest.raises(UsageError, match="no such file"):
        list_documents(["missing.md"])
    with pytest.raises(UsageError, match="no such file"):
        read(["missing.md"])


def test_an_empty_folder_is_named(tmp_path: Path, read_all) -> None:
    articles, problems = read_all(tmp_path)
    assert articles == []
    assert str(tmp_path) in str(problems[0])


def test_lone_surrogates_do_not_get_through(read_one) -> None:
    record = (
        '{"title": "论坛\\ud83d开幕", "date": "2024-05-18", "content": "论坛\\udc00开幕。", "source": "江城报\\ud800", '
    )
    record += '"author": ["王五\\ud800"], "tags": "论坛\\ud800", "url": "https://n.example/1\\ud800"}'
    article = read_one("surrogate.json", record)
    assert (article.title, article.text, article.publisher) == ("论坛开幕", "论坛开幕。", "江城报")
    assert (article.authors, article.tags, article.url) == (("王五",), ("论坛",), "https://n.example/1")
    article.model_dump_json().encode()


def test_an_address_that_is_none_is_no_harm(told, read_one) -> None:
    record = {"title": "论坛", "content": "论坛5月18日开幕，为期三天。", "url": "http://[bad/2024/05/18"}
    article = read_one("address.json", json.dumps(record))
    assert (str(article.published.date()), article.published_from) == ("2024-05-18", "url")


def test_what_no_reader_was_made_for_costs_one_line(told, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("first line\nsecond line")

    monkeypatch.setattr(reading, "finish", lambda draft, *rest: fail() if draft.title == "坏" else finish(draft, *rest))
    message = str(told("bad.md", "---\ntitle: 坏\ndate: 2024-05-18\n---\n论坛开幕。"))
    assert "bad.md: content that cannot be taken apart (ValueError: first line second line)" in message


def test_a_zone_that_does_not_exist_is_wrong_use_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="time zone"):
        read([tmp_path], timezone="Asia/Atlantis")


def test_problems_and_documents_cross_process_borders(tmp_path: Path, write) -> None:
    import pickle

    write("bad.json", "{")
    for document in list_documents([tmp_path]):
        reading = read_document(pickle.loads(pickle.dumps(document)))
        assert str(pickle.loads(pickle.dumps(reading)).problems[0]) == str(reading.problems[0])


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.md", "a.html", "a.json", "a.xml", "a.txt", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    check(data, name)


PIECES = st.sampled_from(
    [
        "---\n",
        "+++\n",
        "title: ",
        "论坛",
        "2024-05-18",
        "\n",
        "\n\n",
        "# ",
        "## ",
        "<p>",
        "</p>",
        "<table><tr><td>",
        "</td>",
        "<html>",
        "<title>",
        "<!-- ",
        "-->",
        "{",
        "}",
        "[",
        "]",
        '"',
        '"title":',
        '"content":',
        ",",
        "<rss>",
        "<item>",
        "&",
        "<?xml version='1.0'?>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "**",
        "](",
        "|",
        "\\",
        "\u200b",
        "来源：",
        "。",
        "<![CDATA[",
        "]]>",
        "<script>",
        "var ct = '",
        "1715130000",
        ";;;",
        "\x00",
        "\ufeff",
        "&#x110000;",
    ]
)


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_join_of_marks_is_read_or_refused(pieces: list[str]) -> None:
    check("".join(pieces).encode("utf-8"), "a.txt")


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["论坛", "2024-05-18", "<p>论坛。</p>", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "rendered", "url"]), inner),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ["title", "date", "content", "content_html", "url", "author", "tags", "source", "image", "items", "version", "data"]
)


@settings(max_examples=200, deadline=None)
@given(records=st.lists(st.dictionaries(NAMES, VALUES, max_size=8), max_size=3))
def test_any_json_is_read_or_refused(records: list[dict[str, object]]) -> None:
    check(json.dumps(records).encode(), "a.json")
    check("\n".join(map(json.dumps, records)).encode() or b" ", "a.jsonl")
    check(b"---\n" + json.dumps(records[:1]).encode() + b"\n---\ntext", "a.md")


def check(data: bytes, name: str) -> None:
    reading = read_document(Document("", name, content=data))
    for article in reading.articles:
        assert isinstance(article, Article)
        article.model_dump_json().encode("utf-8")
        assert all(line and line == line.strip() for line in article.text.split("\n")) or article.text == ""
    for problem in reading.problems:
        assert isinstance(problem, ReadError)
        assert problem.where.startswith(name)
    assert reading.articles or reading.problems
