"""``timeline export`` and ``timeline schema``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from export_samples import sample

from exports import export
from timeline.cli import main


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.json"
    path.write_bytes(export(sample(), "json").files["timeline.json"])
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_to_standard_output(saved: Path) -> None:
    made = run("export", saved, "--format", "ical")
    assert made.exit_code == 0
    assert made.stdout_bytes == export(sample(), "ical").files["timeline.ics"]
    assert made.stderr.startswith("timeline.ics: 8 events; left out 1 before 1900")


def test_to_a_file_and_to_a_folder(saved: Path, tmp_path: Path) -> None:
    assert run("export", saved, "--format", "csv", "-o", tmp_path / "mine.csv").exit_code == 0
    assert (tmp_path / "mine.csv").read_bytes() == export(sample(), "csv").files["timeline.csv"]
    (tmp_path / "folder").mkdir()
    assert run("export", saved, "--format", "csv", "-o", tmp_path / "folder").exit_code == 0
    assert (tmp_path / "folder/timeline.csv").is_file()


def test_parts_go_into_a_folder(saved: Path, tmp_path: Path) -> None:
    assert run("export", saved, "--format", "ical", "--by", "type", "-o", tmp_path / "parts").exit_code == 0
    assert len(list((tmp_path / "parts").iterdir())) > 3
    to_terminal = run("export", saved, "--format", "ical", "--by", "type")
    assert to_terminal.exit_code == 2
    assert "files do not go to standard output; name a folder with --output" in to_terminal.stderr


def test_only_calendars_are_written_in_parts(saved: Path, tmp_path: Path) -> None:
    made = run("export", saved, "--format", "csv", "--by", "type", "-o", tmp_path / "parts")
    assert made.exit_code == 2
    assert "csv: not written in parts; leave --by out, or write ical or jcal" in made.stderr
    built = run("build", saved, "-o", tmp_path, "--by", "type", "--format", "csv", "--format", "text")
    assert built.exit_code == 2
    assert "csv, text: not written in parts" in built.stderr


def test_the_filters_hold_for_json_too_and_it_says_so(saved: Path) -> None:
    done = run("export", saved, "--format", "json", "--type", "meeting,legal", "--to", "2023-05-01")
    assert [event["title"] for event in json.loads(done.stdout)["events"]] == ["《灯彩保护办法》施行"]
    assert done.stderr == "timeline.json: 1 event; left out 10 not asked for\n"


@pytest.mark.parametrize(
    "wrong",
    [("--format", "pdf"), ("--type", "party"), ("--from", "2023-13"), ("--base-url", "ftp://a"), ("--moment", "0")],
)
def test_wrong_use_ends_with_two(saved: Path, wrong: tuple[str, str]) -> None:
    made = run("export", saved, "--format", "ical", *wrong)
    assert made.exit_code == 2
    assert "Error: Invalid value for" in made.stderr


def test_the_schema_of_each_model() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Timeline"
    assert json.loads(run("schema", "event").stdout)["title"] == "Event"
    assert run("schema", "nothing").exit_code == 2
