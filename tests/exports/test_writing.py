"""Files on disk: whole or not at all."""

import stat
from pathlib import Path

import pytest
from export_samples import event, sample, timeline

from exports import DEFAULT_FORMATS, ExportOptions, Selection, write_exports, write_files
from schemas import ExportError, UsageError


def test_a_folder_is_made_and_each_format_says_what_it_left_out(tmp_path: Path) -> None:
    summaries = write_exports(sample(), tmp_path / "a/b", DEFAULT_FORMATS)
    assert sorted(path.name for path in (tmp_path / "a/b").iterdir()) == [
        *("feed.atom", "feed.json", "timeline.ics", "timeline.json", "timeline.txt")
    ]
    assert str(summaries[0]) == (
        "timeline.ics: 8 events; left out 1 before 1900, 1 of type target, 1 of year precision; "
        "1 recurring, written out until 2024-03-04; no place for confidence, explanations, offsets of quotes"
    )
    assert str(summaries[1]) == "timeline.json: 11 events"
    assert str(summaries[2]) == "feed.json: 11 events; no place for explanations, offsets of quotes"


def test_filters_and_parts(tmp_path: Path) -> None:
    options = ExportOptions(Selection(types=("exhibition", "meeting", "target")), precision="year")
    summary = write_exports(sample(), tmp_path, ["ical", "json"], options, by="type")[0]
    assert [path.name for path in summary.paths] == [
        *("timeline.ics", "timeline-exhibition.ics", "timeline-meeting.ics", "timeline-target.ics")
    ]
    assert str(summary) == (
        "timeline.ics: 5 events in 4 files; left out 5 not asked for, 1 before 1900; "
        "1 recurring, written out until 2024-03-04; no place for confidence, explanations, offsets of quotes"
    )


def test_a_part_without_events_is_not_written(tmp_path: Path) -> None:
    whole = timeline(event(1), event(2, type="target", status="target"))
    assert len(write_exports(whole, tmp_path, ["ical"], by="type")[0].paths) == 2


def test_files_are_replaced_and_can_be_read_by_others(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        write_files(tmp_path, {"a.txt": text})
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"two"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) & 0o400


def test_a_failure_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(ExportError, match="a folder of that name is in the way"):
        write_files(tmp_path, {"a.txt": b"after", "b.txt": b"after"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_text() == "before"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        write_exports(sample(), tmp_path / "file/folder", ["json"])


def test_an_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown format 'pdf'; choose from ical, json"):
        write_exports(sample(), tmp_path, ["pdf"])
    assert list(tmp_path.iterdir()) == []
