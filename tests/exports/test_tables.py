"""CSV, jCal and JSON-LD."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from export_samples import event, evidence, sample, timeline
from export_strategies import timelines
from hypothesis import given, settings
from icalendar import Calendar

from exports import ExportOptions, export
from exports.csv_table import COLUMNS
from schemas import Event, Expression, OtherDate, Participant, Timeline


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


JCAL_VALUES = {
    "text": r".*",
    "uri": r"https?://\S+",
    "date": r"\d{4}-\d\d-\d\d",
    "date-time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?",
    "duration": r"P[0-9TDHMSW]+",
    "utc-offset": r"[+-]\d\d:\d\d(:\d\d)?",
    "unknown": r".*",
}
"""What the values of each type look like (RFC 7265, section 3.6)."""


def jcal_faults(component: Any) -> Iterator[str]:
    """What a component has that RFC 7265, section 3.3 to 3.6, does not allow."""
    name, properties, components = component
    if name != name.lower():
        yield f"{name} in capitals"
    for label, parameters, kind, *values in properties:
        if label != label.lower() or not values or any(key != key.lower() or key == "value" for key in parameters):
            yield f"{label} {parameters}"
        if kind == "recur":
            wrong = [one for one in values if not {"freq"} <= one.keys() or not all(key.islower() for key in one)]
        elif kind == "integer":
            wrong = [one for one in values if not isinstance(one, int)]
        else:
            wrong = [one for one in values if not re.fullmatch(JCAL_VALUES[kind], one, re.DOTALL)]
        yield from (f"{label} {one}" for one in wrong)
    for inner in components:
        yield from jcal_faults(inner)


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_jcal_has_the_form_of_its_specification(whole: Timeline) -> None:
    for options in (ExportOptions(), ExportOptions(times="zone", recurrence="rule", precision="year", figures=True)):
        made = json.loads(export(whole, "jcal", options).files["timeline.jcal"])
        assert made[0] == "vcalendar"
        assert list(jcal_faults(made)) == []


def test_jcal_keeps_the_seconds_of_old_offsets() -> None:
    begin = datetime(1900, 6, 1, 9)
    old = event(begin=begin, until=datetime(1900, 6, 1, 10), all_day=False, granularity="hour")
    data = export(timeline(old), "jcal", ExportOptions(times="zone")).files["timeline.jcal"]
    assert b'"utc-offset","+08:05:43"' in data


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


@pytest.mark.parametrize(
    ("fields", "begin", "end"),
    [
        ({"granularity": "quarter", "begin": date(2023, 4, 1), "until": date(2023, 7, 1)}, "2023-04", "2023-06"),
        ({"granularity": "decade", "begin": date(1990, 1, 1), "until": date(2000, 1, 1)}, "1990", "1999"),
        ({"granularity": "week", "begin": date(2023, 3, 13), "until": date(2023, 3, 20)}, "2023-03-13", "2023-03-19"),
        (
            {"granularity": "part_of_day", "all_day": False}
            | {"begin": datetime(2023, 3, 18, 18), "until": datetime(2023, 3, 19)},
            "2023-03-18",
            "2023-03-18",
        ),
        (
            {
                "granularity": "hour",
                "all_day": False,
                "open_end": True,
                "begin": datetime(2023, 3, 18, 9),
                "until": None,
            },
            "2023-03-18T09:00:00+08:00",
            None,
        ),
    ],
)
def test_json_ld_is_no_more_exact_than_the_source(fields: Any, begin: str, end: str | None) -> None:
    made = node(event(**fields))
    assert (made["startDate"], made.get("endDate")) == (begin, end)


def test_json_ld_names_a_party_as_what_its_role_tells() -> None:
    made = node(
        event(
            participants=(
                Participant(name="灯彩协会", role="host"),
                Participant(name="林一舟", role="speaker"),
                Participant(name="\x00", role="winner"),
            )
        )
    )
    assert made["organizer"] == [{"@type": "Organization", "name": "灯彩协会"}]
    assert made["performer"] == ["林一舟"]
    assert "contributor" not in made


def test_json_ld_links_an_event_to_the_one_it_belongs_to() -> None:
    nodes = json.loads(export(sample(), "json-ld").files["timeline.jsonld"])["@graph"]
    by_name = {row["name"]: row for row in nodes}
    assert by_name["灯会开幕式"]["superEvent"]["@id"] == by_name["滨江灯会"]["@id"]


def test_json_ld_moves_no_further_than_told() -> None:
    told = Expression(text="3月", start_char=0, end_char=2, type="DATE", value="2023-03", rule="r", granularity="month")
    month = OtherDate(
        begin=date(2023, 3, 1),
        until=date(2023, 4, 1),
        edtf="2023-03",
        reason="postponed",
        evidence=(evidence(1, "灯会三月举行。", expression=told),),
    )
    assert node(event(status="postponed", other_dates=(month,)))["previousStartDate"] == ["2023-03"]


def test_json_ld_tells_what_became_of_an_event() -> None:
    moved = next(one for one in sample().events if one.status == "postponed")
    assert node(moved)["eventStatus"] == "https://schema.org/EventRescheduled"
    assert node(moved)["previousStartDate"] == ["2023-03-25"]
    assert node(event(status="postponed"))["eventStatus"] == "https://schema.org/EventPostponed"
    assert node(event(status="cancelled"))["eventStatus"] == "https://schema.org/EventCancelled"


EVENT_PROPERTIES = {
    *("@type", "@id", "name", "alternateName", "description", "inLanguage", "keywords", "image", "subjectOf"),
    *("startDate", "endDate", "eventStatus", "previousStartDate", "location", "superEvent", "workFeatured"),
    *("organizer", "sponsor", "performer", "contributor"),
}
"""Properties that schema.org gives an Event or any Thing."""


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_any_timeline_is_a_graph_of_events(whole: Timeline) -> None:
    graph = json.loads(export(whole, "json-ld").files["timeline.jsonld"])
    assert len(graph["@graph"]) == len(whole.events)
    assert all(row["name"] and row["startDate"] and row.keys() <= EVENT_PROPERTIES for row in graph["@graph"])
