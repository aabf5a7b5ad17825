"""The installed command, from a folder of articles to the calendar, the feeds and the timeline."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
import time_machine
from click.testing import CliRunner

from timeline.cli import main

Run = Callable[..., subprocess.CompletedProcess[str]]
EXPECTED = Path(__file__).parent / "data/expected"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_wheel_holds_the_three_packages_and_nothing_else(wheel_names: list[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"timeline", "schemas", "exports"}
    assert {"timeline/py.typed", "schemas/py.typed", "exports/py.typed"} <= set(wheel_names)
    assert any(name.startswith("schemas/json/") for name in wheel_names)


def test_samples_become_the_expected_files(run: Run, samples: Path, tmp_path: Path) -> None:
    done = run("build", samples, "--output", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    made, expected = files_of(tmp_path / "out"), files_of(EXPECTED)
    assert made.keys() == expected.keys()
    for name in expected:
        assert made[name] == expected[name], f"{name} differs: read the difference, then make golden"


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/New_York", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_same_bytes_anywhere(run: Run, samples: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    assert run("build", samples, "--output", tmp_path / "out", **environment).returncode == 0
    assert files_of(tmp_path / "out") == files_of(EXPECTED)


def test_the_same_bytes_with_two_processes_and_in_any_order(run: Run, samples: Path, tmp_path: Path) -> None:
    assert run("build", samples, "--output", tmp_path / "two", "--jobs", 2).returncode == 0
    assert files_of(tmp_path / "two") == files_of(EXPECTED)


@pytest.mark.parametrize("day", ["1999-12-31T23:59:59Z", "2041-02-03T04:05:06Z"])
def test_the_same_bytes_on_any_day(samples: Path, tmp_path: Path, day: str) -> None:
    with time_machine.travel(day):
        done = CliRunner().invoke(main, ["build", str(samples), "--output", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert files_of(tmp_path / "out") == files_of(EXPECTED)


def test_the_calendar_holds_the_timelines_events(run: Run, samples: Path, tmp_path: Path) -> None:
    run("build", samples, "--output", tmp_path / "out")
    timeline = json.loads((tmp_path / "out/timeline.json").read_text("utf-8"))
    calendar = icalendar.Calendar.from_ical((tmp_path / "out/timeline.ics").read_bytes())
    ids = {event["id"] for event in timeline["events"]}
    uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert uids
    assert len(uids) == len(set(uids))
    assert all(any(one in uid for one in ids) for uid in uids)


@pytest.mark.parametrize(
    ("filters", "keeps"),
    [
        (["--type", "holiday"], lambda event: event["type"] == "holiday"),
        (["--type", "conference,exhibition"], lambda event: event["type"] in ("conference", "exhibition")),
        (["--place", "临江"], lambda event: any("临江" in place["name"] for place in event["places"])),
        (["--from", "2025"], lambda event: event["until"] is None or event["until"] > "2025-01-01"),
        (["--to", "2024-05-18"], lambda event: event["begin"][:10] <= "2024-05-18"),
        (["--search", "马拉松"], lambda event: "马拉松" in json.dumps(event, ensure_ascii=False)),
        (["--status", "cancelled"], lambda event: event["status"] == "cancelled"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_filters_hold_on_build_for_all_but_the_timeline(
    samples: Path, tmp_path: Path, filters: list[str], keeps: Callable[[dict[str, Any]], bool]
) -> None:
    arguments = ["build", str(samples), "--output", str(tmp_path), "--format", "feed", "--format", "json", *filters]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (tmp_path / "timeline.json").read_bytes() == (EXPECTED / "timeline.json").read_bytes()
    wanted = {
        event["id"] for event in json.loads((EXPECTED / "timeline.json").read_text("utf-8"))["events"] if keeps(event)
    }
    feed = json.loads((tmp_path / "feed.json").read_text("utf-8"))
    assert {item["_timeline"]["id"] for item in feed["items"]} == wanted


def test_what_is_not_sure_enough_is_counted(samples: Path, tmp_path: Path) -> None:
    def told(least: str) -> tuple[int, int]:
        arguments = ["build", str(samples), "--output", str(tmp_path), "--min-confidence", least]
        first = CliRunner().invoke(main, arguments).output.splitlines()[0]
        counts = [int(number) for number in re.findall(r"(\d+) (?:events|not sure enough)", first)]
        events = json.loads((tmp_path / "timeline.json").read_text("utf-8"))["events"]
        assert counts[0] == len(events)
        return counts[0], sum(counts[1:])

    everything, none = told("0")
    some, unsure = told("0.9")
    assert none == 0
    assert 0 < some == everything - unsure


def test_every_quote_stands_in_its_article(run: Run, samples: Path, tmp_path: Path) -> None:
    run("build", samples, "--output", tmp_path / "out")
    listed = run("articles", samples, "--json", "--text").stdout
    texts = {row["id"]: row["text"] for row in map(json.loads, listed.splitlines())}
    timeline = json.loads((tmp_path / "out/timeline.json").read_text("utf-8"))
    evidence = [proof for event in timeline["events"] for proof in event["evidence"]]
    assert evidence
    for proof in evidence:
        assert texts[proof["article"]][proof["start_char"] : proof["end_char"]] == proof["quote"]


def test_report_accounts_for_every_expression(run: Run, samples: Path, tmp_path: Path) -> None:
    run("build", samples, "--output", tmp_path / "out", "--report", tmp_path / "report.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text("utf-8").splitlines()]
    assert rows
    assert all(row["reason"] and row["expression"]["text"] for row in rows)


def test_a_bad_article_is_named_and_the_others_go_through(run: Run, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(samples, folder)
    (folder / "broken.md").write_text("---\ntitle: [unclosed\n---\n正文", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (folder / "undated.md").write_text("---\ntitle: 没有日期\n---\n9月1日开学。", encoding="utf-8")
    done = run("build", folder, "--output", tmp_path / "out")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for name in ("broken.md", "empty.txt", "picture.md", "undated.md"):
        assert sum(name in line for line in lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    made = json.loads((tmp_path / "out/timeline.json").read_text("utf-8"))["events"]
    assert made == json.loads((EXPECTED / "timeline.json").read_text("utf-8"))["events"]


@pytest.mark.parametrize(
    "arguments", [["build", "nowhere", "--output", "out"], ["build"], ["show", "nowhere"], ["nonsense"]]
)
def test_wrong_use_is_exit_code_2_and_one_clear_line(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_folder_without_articles_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = run("build", tmp_path / "nothing", "--output", tmp_path / "out")
    assert done.returncode != 0
    assert "nothing" in done.stderr
    assert "nothing was written" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_leaves_the_old_one(run: Run, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")
    done = run("build", samples, "--output", tmp_path / "out")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out").read_text("utf-8") == "a file where the folder should be"
