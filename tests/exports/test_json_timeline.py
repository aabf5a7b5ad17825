"""``timeline.json``: nothing is lost, and every other format can be made from it."""

import json
from pathlib import Path

import pytest
from export_samples import sample
from export_strategies import timelines
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from exports import EXPORTERS, Exported, ExportOptions, LeftOut, Selection, export, write_exports
from schemas import Timeline
from schemas.json_schema import schema

VALIDATOR = Draft202012Validator(schema("timeline"), format_checker=Draft202012Validator.FORMAT_CHECKER)


def saved(whole: Timeline) -> bytes:
    return export(whole, "json").files["timeline.json"]


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_reading_it_back_gives_an_equal_timeline_and_the_schema_holds(whole: Timeline) -> None:
    assert Timeline.model_validate_json(saved(whole)) == whole
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(saved(whole)))] == []


@pytest.mark.parametrize("name", EXPORTERS)
def test_each_format_can_be_made_from_it(name: str) -> None:
    whole = sample()
    read = Timeline.model_validate_json(saved(whole))
    made: Exported = export(read, name)
    assert made == export(whole, name)


def test_filters_never_thin_out_what_a_build_writes(tmp_path: Path) -> None:
    options = ExportOptions(Selection(types=("holiday",)))
    whole, thinned = write_exports(sample(), tmp_path, ["json", "csv"], options)
    assert (tmp_path / "timeline.json").read_bytes() == saved(sample())
    assert not whole.left_out
    assert thinned.left_out == (LeftOut(len(sample().events), "not asked for"),)
