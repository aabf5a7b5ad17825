"""CSV, jCal and JSON-LD."""

import csv
import io
import json
from typing import Any

import pytest
from export_samples import event, sample, timeline
from export_strategies import timelines
from hypothesis import given, settings
from icalendar import Calendar

from exports import ExportOptions, export
from exports.csv_table import COLUMNS
from schemas import Event, Timeline


def rows(whole: Timeline) -> list[dict[str, str]]:
    data = export(whole, "csv").files["timeline.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("title", ["=1+1", "+86", "-1", "@sum", "\t=1", "＝1", " =cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(title: str) -> None:
    cell = rows(timeline(event(title=title)))[0]["title"]
    assert cell == f"'{title.strip()}"


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_any_timeline_is_a_row_an_event(whole: Timeline) -> None:
    held = rows(whole)
    assert [row["id"] for row in held] == [one.id for one in whole.events]
    for row in held:
        assert set(row) == set(COLUMNS)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
        assert not any("\n" in cell for cell in row.values())


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_jcal_is_the_same_calendar(whole: Timeline) -> None:
    for options in (ExportOptions(), ExportOptions(times="zone", recurrence="rule", precision="year", figures=True)):
        from_lines = Calendar.from_ical(export(whole, "ical", options).files["timeline.ics"])
        from_json = Calendar.from_jcal(export(whole, "jcal", options).files["timeline.jcal"].decode())
        assert [one["UID"] for one in from_json.events] == [one["UID"] for one in from_lines.events]
        for one, other in zip(from_json.events, from_lines.events, strict=True):
            for name in ("DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "SEQUENCE", "LAST-MODIFIED"):
                assert one[name].to_ical() == other[name].to_ical()


def node(one: Event) -> dict[str, Any]:
    graph = json.loads(export(timeline(one), "json-ld").files["timeline.jsonld"])["@graph"]
    assert len(graph) == 1
    found: dict[str, Any] = graph[0]
    return found


def test_json_ld_names_dates_as_exact_as_they_are_told() -> None:
    nodes = json.loads(export(sample(), "json-ld").files["timeline.jsonld"])["@graph"]
    dates = {row["name"]: (row["startDate"], row.get("endDate")) for row in nodes}
    assert dates["滨江大桥通车"] == ("2023", "2023")
    assert dates["滨江灯会"] == ("2023-03-18", "2023-03-20")
    assert dates["灯会开幕式"] == ("2023-03-18T19:30:00+08:00", None)
    assert dates["友城代表团来访"] == ("2023-05-04T09:00:00", "2023-05-04T11:00:00")
    assert dates["《灯彩保护办法》施行"] == ("2023-05-01", None)


def test_json_ld_tells_what_became_of_an_event() -> None:
    moved = next(one for one in sample().events if one.status == "postponed")
    assert node(moved)["eventStatus"] == "https://schema.org/EventRescheduled"
    assert node(moved)["previousStartDate"] == ["2023-03-25"]
    assert node(event(status="postponed"))["eventStatus"] == "https://schema.org/EventPostponed"
    assert node(event(status="cancelled"))["eventStatus"] == "https://schema.org/EventCancelled"


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_any_timeline_is_a_graph_of_events(whole: Timeline) -> None:
    graph = json.loads(export(whole, "json-ld").files["timeline.jsonld"])
    assert len(graph["@graph"]) == len(whole.events)
    assert all(row["name"] and row["startDate"] for row in graph["@graph"])
