"""What ``timeline articles`` prints, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wcwidth import wcswidth

from timeline.commands import terminal
from timeline.commands.articles import COLUMNS, command

GOOD = (
    "---\ntitle: 水运论坛开幕\ndate: Sat, 18 May 2024 02:00:00 GMT\nauthor: 临江日报\n---\n<p>论坛5月18日开幕。</p>\n"
)


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments], input=stdin)


def test_json_lines(write) -> None:
    result = run(write("a.md", GOOD), "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (line,) = result.stdout.splitlines()
    record = json.loads(line)
    assert {
        name: record[name] for name in ("source", "format", "title", "publisher", "published", "published_from")
    } == {
        "source": "a.md",
        "format": "front-matter",
        "title": "水运论坛开幕",
        "publisher": "临江日报",
        "published": "2024-05-18T10:00:00+08:00",
        "published_from": "front matter",
    }
    assert record["characters"] == len("论坛5月18日开幕。")
    assert "text" not in record


def test_text_on_demand(write) -> None:
    result = run(write("a.md", GOOD), "--json", "--text")
    assert json.loads(result.stdout)["text"] == "论坛5月18日开幕。"
    assert run(write("a.md", GOOD), "--text").exit_code == 2


def test_lines_with_tabs_where_no_one_watches(write) -> None:
    head, line = run(write("a.md", GOOD)).stdout.splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    assert line.split("\t")[:5] == ["2024-05-18 10:00", "front matter", "front-matter", "临江日报", "水运论坛开幕"]


def test_what_cannot_be_read_is_told_and_the_rest_is_done(write, tmp_path: Path) -> None:
    write("good.md", GOOD)
    write("undated.md", "---\ntitle: 无日期\n---\n论坛开幕的消息还没有日期。\n")
    result = run(tmp_path, "--json")
    assert result.exit_code == 1
    assert [json.loads(line)["source"] for line in result.stdout.splitlines()] == ["good.md"]
    assert result.stderr.splitlines() == ["undated.md: no date of publication; add a date to it, or give --published"]
    given = run(tmp_path, "--json", "--published", "2024-05-20")
    assert given.exit_code == 0
    undated = [json.loads(line) for line in given.stdout.splitlines()][1]
    assert (undated["published"], undated["published_from"]) == ("2024-05-20T00:00:00+08:00", "given")


def test_what_is_left_out_on_purpose_is_told_and_no_failure(write, tmp_path: Path) -> None:
    write("good.md", GOOD)
    write("package.json", '{"name": "site", "version": "1.0.0", "description": "A site"}')
    result = run(tmp_path)
    assert result.exit_code == 0
    assert result.stderr.startswith("package.json: JSON that holds no articles")


def test_standard_input() -> None:
    result = run("-", "--json", stdin=GOOD)
    assert json.loads(result.stdout)["source"] == "-"
    rows = "".join(
        json.dumps({"title": f"第{n}场", "date": "2024-05-18", "text": f"第{n}场开始了。"}) + "\n" for n in (1, 2)
    )
    assert [json.loads(line)["source"] for line in run("-", "--json", stdin=rows).stdout.splitlines()] == ["-#1", "-#2"]
    assert run("-", stdin="").exit_code == 1


def test_wrong_use() -> None:
    assert run().exit_code == 2
    assert run("x.md", "--published", "gestern").exit_code == 2


@pytest.mark.parametrize("width", [40, 60, 100])
def test_on_a_terminal_nothing_is_cut_off_and_no_line_is_too_wide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    title = "江城晚报：第三届临江水运论坛在临江国际会议中心开幕，绿色航运行动计划同日发布"
    (tmp_path / "a-file-with-a-rather-long-name-in-the-archive.md").write_text(
        f"---\ntitle: {title}\ndate: 2024-05-18\n---\n论坛今天开幕。\n", encoding="utf-8"
    )
    monkeypatch.setattr(terminal, "stands_on_terminal", lambda: True)
    environment = {"COLUMNS": str(width), "TERM": "dumb", "FORCE_COLOR": None}
    done = CliRunner().invoke(command, [str(tmp_path)], env=environment)
    assert all(wcswidth(line, ambiguous_width=2) <= width for line in done.output.splitlines())
    told = "".join(done.output.split())
    assert told.startswith("2024-05-1800:00")
    for words in (
        title,
        "datedbyfrontmatter",
        "front-matter",
        "7characters",
        "a-file-with-a-rather-long-name-in-the-archive.md",
    ):
        assert words in told
