"""What the commands do when something goes wrong: one line that names the place, an exit code, no traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

PROGRAM = [sys.executable, "-c", "from timeline.cli import main; main()"]


def timeline(*arguments: object, text: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text("---\ntitle: 书展\ndate: 2024-05-08\n---\n江城书展5月18日开幕。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": 2, "text": "今天", "published": "soon"}', "line 2: 'soon' is no date"),
        ('{"id": 2, "text": "今天"}', "line 2: no publication date"),
        ("[" * 100_000, "line 2: not a record"),
    ],
)
def test_a_bad_record_is_named_by_its_line(line: str, told: str) -> None:
    good = json.dumps({"id": 1, "published": "2024-05-08", "text": "今天"})
    done = timeline("expressions", "--format", "jsonl", "-", text=f"{good}\n{line}\n")
    assert done.exit_code == 2
    assert json.loads(done.stdout.splitlines()[0])["id"] == 1
    assert done.stderr.startswith(f"timeline: {told}")


def test_a_template_without_fields_is_wrong_use(article: Path) -> None:
    done = timeline("show", article, "--format", "json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "names no field" in done.stderr


def test_a_missing_path_leaves_standard_output_empty(tmp_path: Path) -> None:
    done = timeline("articles", tmp_path / "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")


@pytest.mark.parametrize("content", ["{}", "no JSON", '{"title": "x", "version": "1.0.0", "events": 3}'])
def test_a_previous_file_that_holds_no_timeline_is_named(article: Path, tmp_path: Path, content: str) -> None:
    previous = tmp_path / "previous.json"
    previous.write_text(content, encoding="utf-8")
    done = timeline("build", article, "--output", tmp_path / "out", "--previous", previous)
    assert done.exit_code == 2
    assert f"{previous}: not a timeline" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_timeline_of_another_form_is_named_by_its_version(tmp_path: Path) -> None:
    later = tmp_path / "later.json"
    later.write_text('{"version": "2.0.0", "title": "x", "chapters": []}', encoding="utf-8")
    done = timeline("diff", later, later)
    assert done.exit_code == 2
    assert f"{later}: a timeline of form 2.0.0, where this program reads 1.0.0" in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["show", "{article}"], ["articles", "{article}"], ["schema"]])
def test_a_full_disk_is_one_line(article: Path, arguments: list[str]) -> None:
    command = PROGRAM + [argument.replace("{article}", str(article)) for argument in arguments]
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [*PROGRAM, "build", "-", "--output", str(tmp_path / "out")]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdin
    running.stdin.write(b"<p>" * 2**17)  # more than a pipe holds, so that the program is reading when this returns
    running.stdin.flush()
    running.send_signal(signal.SIGINT)
    running.stdin.close()
    assert running.stderr
    assert b"Traceback" not in running.stderr.read()
    assert running.wait(timeout=60) == 1
    assert not (tmp_path / "out").exists()


def test_a_span_that_ends_before_it_begins_is_wrong_use(article: Path) -> None:
    done = timeline("show", article, "--from", "2025", "--to", "2024")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--from lies behind --to" in done.stderr
