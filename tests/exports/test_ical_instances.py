"""Recurrences in the calendar."""

from datetime import date, datetime
from typing import Any

import pytest
from export_samples import event, timeline
from icalendar import Calendar
from icalendar import Event as Vevent

from exports import ExportOptions, export
from schemas import Event

WEDNESDAY = date(2023, 3, 22)


def vevents(one: Event, **options: Any) -> list[Vevent]:
    data = export(timeline(one), "ical", ExportOptions(**options)).files["timeline.ics"]
    found: list[Vevent] = Calendar.from_ical(data).events
    return found


def weekly(rule: str, **fields: Any) -> Event:
    return event(begin=WEDNESDAY, until=date(2023, 3, 23), recurrence=rule, **fields)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=WE", ["0322", "0329", "0405", "0412"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2", ["0322", "0329"]),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20230329", ["0322", "0329"]),
        ("FREQ=WEEKLY;BYDAY=FR", ["0324", "0331", "0407"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1", ["0401"]),
        ("FREQ=DAILY;INTERVAL=10", ["0322", "0401", "0411"]),
    ],
)
def test_instances_until_the_day_asked_for(rule: str, days: list[str]) -> None:
    made = vevents(weekly(rule), until=date(2023, 4, 13))
    assert [f"{one['DTSTART'].dt:%m%d}" for one in made] == days
    assert len({one["UID"] for one in made}) == len(days)


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX", "every day", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=", "="]
)
@pytest.mark.parametrize("form", ["instances", "rule"])
def test_a_rule_that_cannot_be_followed_leaves_the_event_once(rule: str, form: Any) -> None:
    made = vevents(weekly(rule), recurrence=form)
    assert [one["DTSTART"].dt for one in made] == [WEDNESDAY]
    assert "RRULE" not in made[0]


def test_instances_end_a_year_after_the_latest_publication() -> None:
    made = vevents(weekly("FREQ=YEARLY", status="scheduled"))
    assert [one["DTSTART"].dt.year for one in made] == [2023]
    assert len(vevents(weekly("FREQ=DAILY"), until=date(2099, 1, 1))) == 1000


@pytest.mark.parametrize(
    ("rule", "options", "note"),
    [
        ("FREQ=WEEKLY", {}, "1 recurring, written out until 2024-03-03"),
        ("FREQ=DAILY", {"until": date(2099, 1, 1)}, "1 recurring, written out 1000 times"),
        ("FREQ=DAILY", {"until": date(2022, 1, 1)}, "1 recurring from 2022-01-01 on, written once"),
        ("FREQ=SECONDLY", {}, "1 with a recurrence that cannot be followed, written once"),
        ("FREQ=SECONDLY", {"recurrence": "rule"}, "1 with a recurrence that cannot be followed, written once"),
    ],
)
def test_what_became_of_a_recurrence_is_told(rule: str, options: dict[str, Any], note: str) -> None:
    assert export(timeline(weekly(rule)), "ical", ExportOptions(**options)).notes == (note,)


def test_a_rule_that_cannot_be_followed_leaves_an_hour_of_an_unknown_zone_in_the_title() -> None:
    local = event(
        begin=datetime(2023, 3, 22, 7),
        until=datetime(2023, 3, 22, 8),
        all_day=False,
        granularity="hour",
        timezone=None,
        recurrence="?",
    )
    made = vevents(local, recurrence="rule")[0]
    assert (made["DTSTART"].dt, made["SUMMARY"]) == (WEDNESDAY, "第1届滨江灯会（当地时间7:00）")


def test_a_long_span_bounds_the_instances() -> None:
    course = event(begin=date(2023, 3, 1), until=date(2023, 4, 1), recurrence="FREQ=WEEKLY;BYDAY=WE")
    made = vevents(course)
    assert [one["DTSTART"].dt.day for one in made] == [1, 8, 15, 22, 29]
    assert {(one["DTEND"].dt - one["DTSTART"].dt).days for one in made} == {1}
    rule = vevents(course, recurrence="rule")[0]["RRULE"].to_ical()
    assert rule == b"FREQ=WEEKLY;UNTIL=20230331;BYDAY=WE"


def test_a_rule_stands_in_the_zone_of_its_event() -> None:
    early = event(
        begin=datetime(2023, 3, 22, 7),
        until=datetime(2023, 3, 22, 8),
        all_day=False,
        granularity="hour",
        recurrence="FREQ=WEEKLY;BYDAY=WE;UNTIL=20230405",
    )
    made = vevents(early, recurrence="rule")[0]
    assert made["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert made["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20230405T155959Z;BYDAY=WE"
    assert [one["DTSTART"].to_ical()[:11] for one in vevents(early)] == [b"20230321T23", b"20230328T23", b"20230404T23"]


def test_the_first_day_of_a_rule_is_an_instance_and_dates_have_no_hours() -> None:
    made = vevents(weekly("FREQ=WEEKLY;BYDAY=FR;BYHOUR=9"), recurrence="rule")[0]
    assert made["DTSTART"].dt == date(2023, 3, 24)
    assert made["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=FR"
