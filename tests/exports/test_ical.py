"""The calendar: what a subscriber sees, and the bytes that carry it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from export_samples import article, event, evidence, sample, timeline
from export_strategies import timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from ical_reading import faults
from icalendar import Calendar
from icalendar import Event as Vevent

from exports import ExportOptions, LeftOut, export
from schemas import Event, OtherDate, Place, Timeline


def calendar(whole: Timeline, **options: Any) -> Calendar:
    data = export(whole, "ical", ExportOptions(**options)).files["timeline.ics"]
    assert faults(data) == []
    return Calendar.from_ical(data)


def vevent(one: Event, **options: Any) -> Vevent:
    events = calendar(timeline(one), **options).events
    assert len(events) == 1
    return events[0]


def test_a_range_of_days_ends_before_its_dtend() -> None:
    made = vevent(event(begin=date(2023, 3, 18), until=date(2023, 3, 21)))
    assert (made["DTSTART"].dt, made["DTEND"].dt) == (date(2023, 3, 18), date(2023, 3, 21))


def timed(begin: datetime, until: datetime, zone: str | None = "Asia/Shanghai") -> Event:
    return event(begin=begin, until=until, granularity="minute", all_day=False, timezone=zone)


def test_a_timed_event_stands_in_utc() -> None:
    made = vevent(timed(datetime(2023, 3, 18, 19, 30), datetime(2023, 3, 18, 21)))
    assert made["DTSTART"].to_ical() + b"/" + made["DTEND"].to_ical() == b"20230318T113000Z/20230318T130000Z"


def test_a_moment_gets_thirty_minutes_and_says_so() -> None:
    moment = timed(datetime(2023, 3, 18, 19, 30), datetime(2023, 3, 18, 19, 30))
    made = vevent(moment)
    assert made["DTEND"].dt - made["DTSTART"].dt == timedelta(minutes=30)
    assert made["X-TIMELINE-MOMENT"] == "TRUE"
    assert vevent(moment, moment=5)["DTEND"].to_ical() == b"20230318T113500Z"


def test_a_moment_never_reaches_another_day() -> None:
    assert (
        vevent(timed(datetime(2023, 3, 18, 23, 50), datetime(2023, 3, 18, 23, 50)))["DTEND"]
        .to_ical()
        .endswith(b"T160000Z")
    )
    assert (
        vevent(timed(datetime(2023, 3, 18, 7, 45), datetime(2023, 3, 18, 7, 45)))["DTEND"].to_ical()
        == b"20230318T000000Z"
    )


def test_the_hour_of_an_unknown_zone_stands_in_the_title_or_floats() -> None:
    local = timed(datetime(2023, 3, 18, 19, 30), datetime(2023, 3, 18, 21), None)
    made = vevent(local)
    assert (made["DTSTART"].dt, made["SUMMARY"]) == (date(2023, 3, 18), "第1届滨江灯会（当地时间19:30—21:00）")
    assert vevent(local, times="zone")["DTSTART"].to_ical() == b"20230318T193000"


def test_a_calendar_without_events_is_one_still() -> None:
    made = calendar(timeline())
    made.validate()
    assert [part.name for part in made.subcomponents] == ["VTIMEZONE"]


def test_utc_itself_needs_no_zone() -> None:
    made = vevent(timed(datetime(2023, 3, 18, 19, 30), datetime(2023, 3, 18, 21), "UTC"), times="zone")
    assert made["DTSTART"].to_ical() == b"20230318T193000Z"


@pytest.mark.parametrize(
    ("begin", "until", "granularity", "days", "title"),
    [
        ("2023-03-18T12:00", "2023-03-18T18:00", "part_of_day", 1, "第1届滨江灯会（下午）"),
        ("2023-03-18T20:00", "2023-03-19T06:00", "part_of_day", 1, "第1届滨江灯会（夜间至次日凌晨）"),
        ("2023-03-18T09:00", "2023-03-20T17:00", "hour", 3, "第1届滨江灯会（首日9:00—末日17:00）"),
    ],
)
def test_what_has_no_hours_of_its_own_stands_by_days(
    begin: str, until: str, granularity: Any, days: int, title: str
) -> None:
    when = {"begin": datetime.fromisoformat(begin), "until": datetime.fromisoformat(until)}
    made = vevent(event(granularity=granularity, all_day=False, **when))
    assert (made["DTSTART"].dt, made["DTEND"].dt) == (date(2023, 3, 18), date(2023, 3, 18 + days))
    assert made["SUMMARY"] == title


@pytest.mark.parametrize(
    ("clock", "hours_west"),
    [("2023-03-12T01:59", 5), ("2023-03-12T03:30", 4), ("2023-07-01T12:00", 4), ("2023-11-05T12:00", 5)],
)
def test_times_with_their_zone_mean_the_same_moment(clock: str, hours_west: int) -> None:
    begin = datetime.fromisoformat(clock)
    whole = timeline(timed(begin, begin + timedelta(hours=1), "America/New_York"))
    data = export(whole, "ical", ExportOptions(times="zone")).files["timeline.ics"]
    assert faults(data) == []
    read = Calendar.from_ical(data)
    assert read.events[0]["DTSTART"].params["TZID"] == "America/New_York"
    described = read.timezones[0].to_tz(lookup_tzid=False)
    assert begin.replace(tzinfo=described).utcoffset() == timedelta(hours=-hours_west)


def test_vtimezone_has_an_observance_for_each_change_in_order() -> None:
    begin = datetime(2010, 11, 23, 12)
    data = export(timeline(timed(begin, begin, "Pacific/Apia")), "ical", ExportOptions(times="zone"))
    zone = Calendar.from_ical(data.files["timeline.ics"]).timezones[0]
    assert not any("RDATE" in part or "RRULE" in part for part in zone.subcomponents)
    onsets = [part.DTSTART for part in zone.subcomponents]
    assert onsets == sorted(onsets)
    assert datetime(2010, 9, 26) in onsets


def test_vtimezone_tells_a_change_by_the_clock_before_it() -> None:
    begin = datetime(2023, 7, 1, 12)
    data = export(timeline(timed(begin, begin, "America/New_York")), "ical", ExportOptions(times="zone"))
    daylight = Calendar.from_ical(data.files["timeline.ics"]).timezones[0].daylight[0]
    assert datetime(2022, 3, 13, 2) == daylight.DTSTART


@pytest.mark.parametrize(
    ("status", "expected", "mark"),
    [
        ("scheduled", "CONFIRMED", ""),
        ("ongoing", "CONFIRMED", ""),
        ("happened", "CONFIRMED", ""),
        ("target", "TENTATIVE", ""),
        ("postponed", "TENTATIVE", "【已改期】"),
        ("cancelled", "CANCELLED", "【已取消】"),
    ],
)
def test_each_status(status: Any, expected: str, mark: str) -> None:
    made = vevent(event(status=status))
    assert (made["STATUS"], made["SUMMARY"]) == (expected, f"{mark}第1届滨江灯会")


@pytest.mark.parametrize(
    ("fields", "options", "expected"),
    [
        ({"granularity": "month", "edtf": "2023-06"}, {"precision": "month"}, "第1届滨江灯会（2023年6月）"),
        (
            {"granularity": "month", "edtf": "2023-06"},
            {"precision": "month", "language": "en"},
            "第1届滨江灯会 (Jun 2023)",
        ),
        ({"approximate": True}, {}, "第1届滨江灯会（约2023年3月18日）"),
        (
            {"approximate": True, "all_day": False, "granularity": "hour"}
            | {"begin": datetime(2023, 3, 18, 9), "until": datetime(2023, 3, 18, 9)},
            {},
            "第1届滨江灯会（约9:00）",
        ),
        ({"open_end": True, "until": None, "edtf": "2023-03-18/.."}, {}, "第1届滨江灯会（2023年3月18日起）"),
    ],
)
def test_an_inexact_date_stands_behind_the_title(fields: Any, options: Any, expected: str) -> None:
    made = vevent(event(**fields), **options)
    assert made["SUMMARY"] == expected
    assert made["X-TIMELINE-EDTF"] == fields.get("edtf", "2023-03-18")


def test_what_a_calendar_cannot_show_stands_in_properties_of_its_own() -> None:
    since = vevent(event(open_end=True, until=None, edtf="2023-03-18/..", granularity="day"))
    assert (since["X-TIMELINE-OPEN-END"], since["X-TIMELINE-EDTF"]) == ("TRUE", "2023-03-18/..")
    assert since["X-TIMELINE-EDTF"].params["X-GRANULARITY"] == "day"
    quake = vevent(timed(datetime(2023, 3, 18, 19, 30, 24), datetime(2023, 3, 18, 19, 30, 24)))
    assert quake["DTSTART"].to_ical() == b"20230318T113000Z"
    assert (quake["X-TIMELINE-BEGIN"], quake["X-TIMELINE-MOMENT"]) == ("2023-03-18T19:30:24", "TRUE")


def test_each_text_names_its_language() -> None:
    made = vevent(event(language="zh-Hant", places=(Place(name="愛河灣"),)), language="en")
    assert {made[name].params["LANGUAGE"] for name in ("SUMMARY", "DESCRIPTION", "LOCATION")} == {"zh-Hant"}
    assert (made["CATEGORIES"].params["LANGUAGE"], made["CATEGORIES"].to_ical()) == ("en", b"Exhibition")
    assert "LANGUAGE" not in vevent(event(language="x y"))["SUMMARY"].params


def left_out(one: Event, **options: Any) -> tuple[LeftOut, ...]:
    return export(timeline(one), "ical", ExportOptions(**options)).left_out


@pytest.mark.parametrize(
    ("fields", "reason", "asked"),
    [
        ({"begin": date(1899, 12, 31), "until": date(1900, 1, 1)}, "before 1900", None),
        ({"begin": date(2100, 12, 31), "until": date(2101, 1, 2)}, "after 2100", None),
        ({"granularity": "month"}, "of month precision", {"precision": "month"}),
        ({"granularity": "ten_days"}, "of ten days precision", {"precision": "month"}),
        ({"granularity": "year"}, "of year precision", {"precision": "year"}),
        ({"type": "target", "status": "target"}, "of type target", {"figures": True}),
        ({"type": "statistic"}, "of type statistic", {"figures": True}),
    ],
)
def test_what_is_left_out_is_counted_and_enters_when_asked(fields: Any, reason: str, asked: Any) -> None:
    assert left_out(event(**fields)) == (LeftOut(1, reason),)
    if asked:
        assert left_out(event(**fields), **asked) == ()


def test_the_last_day_of_2100_is_in() -> None:
    assert left_out(event(begin=date(2100, 12, 31), until=date(2101, 1, 1))) == ()


def test_a_disagreement_is_told_in_the_description() -> None:
    other = OtherDate(
        begin=date(2023, 4, 1), until=date(2023, 5, 1), edtf="2023-04", evidence=(evidence(2, "灯会四月举行。"),)
    )
    told = str(vevent(event(other_dates=(other,)))["DESCRIPTION"])
    assert "日期不一：2023年4月（滨江晚报 2023-03-03 「灯会四月举行。」）" in told


def test_every_quote_comes_with_its_article() -> None:
    one = event(summary="灯会亮灯。", evidence=(evidence(1, "灯会开幕。"), evidence(2, "灯会亮灯。")))
    assert str(vevent(one)["DESCRIPTION"]) == (
        "灯会亮灯。\n\n时间：2023年3月18日\n\n"
        "「灯会开幕。」\n滨江晚报 2023-03-02：滨江新闻第1条\nhttps://news.example/1.html\n\n"
        "「灯会亮灯。」\n滨江晚报 2023-03-03：滨江新闻第2条\nhttps://news.example/2.html"
    )


def test_the_same_words_are_quoted_once() -> None:
    one = event(evidence=(evidence(1, "灯会开幕。"), evidence(2, "灯会开幕。"), evidence(1, "灯会开幕。")))
    assert str(vevent(one)["DESCRIPTION"]).count("「灯会开幕。」") == 2


def test_stamps_come_from_the_articles_and_from_modified() -> None:
    stamp = datetime(2023, 3, 3, 0, 30, tzinfo=UTC)
    made = vevent(event(evidence=(evidence(1), evidence(2))))
    assert (made["DTSTAMP"].dt, made["LAST-MODIFIED"].dt, made["SEQUENCE"]) == (stamp, stamp, 0)
    changed = vevent(event(modified=datetime(2023, 5, 1, 8, tzinfo=UTC), sequence=3))
    assert (changed["LAST-MODIFIED"].dt.month, changed["SEQUENCE"]) == (5, 3)


def test_the_calendar_names_itself_for_old_and_new_programs() -> None:
    data = export(sample(), "ical", ExportOptions(base_url="https://dates.example")).files["timeline.ics"].decode()
    for line in (
        "NAME;LANGUAGE=zh:滨江时间线",
        "X-WR-CALNAME:滨江时间线",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "COLOR:steelblue",
        "SOURCE;VALUE=URI:https://dates.example/timeline.ics",
    ):
        assert f"{line}\r\n" in data


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("灯会\u2028开\u0085幕\x0b了", "灯会 开 幕 了"),
        ("灯\x00会\x07", "灯会"),
        ("  灯会\u3000", "灯会"),
        ("C:\\new;b,c 12,000人", "C:＼new；b，c 12000人"),
        ("灯会\u202e倒着", "灯会倒着"),
        ("شعار\u200f灯会🏮👨‍👩‍👧", "شعار\u200f灯会🏮👨‍👩‍👧"),
        ("\x00", "展览"),
        ("BEGIN:VEVENT灯会", "BEGIN：VEVENT灯会"),
        ("灯" * 300, "灯" * 300),
    ],
)
def test_titles_are_put_into_what_every_client_reads(title: str, expected: str) -> None:
    assert vevent(event(title=title))["SUMMARY"] == expected


def test_the_first_picture_of_the_articles_goes_with_an_event() -> None:
    articles = (article(1), article(2, image="https://news.example/灯.jpg"), article(3, image="https://news.example/3"))
    one = event(evidence=(evidence(1), evidence(2), evidence(3)))
    image = calendar(timeline(one, articles=articles)).events[0]["IMAGE"]
    assert (str(image), image.params) == (
        "https://news.example/%E7%81%AF.jpg",
        {"DISPLAY": "FULLSIZE", "VALUE": "URI"},
    )


def test_only_web_addresses_become_links() -> None:
    whole = timeline(event(), articles=(article(1, url="javascript:alert(1)", image="file:///etc/passwd"),))
    assert not {"URL", "IMAGE"} & calendar(whole).events[0].keys()


def test_the_order_of_properties_and_bytes_is_always_the_same() -> None:
    files = [export(sample(), "ical", ExportOptions(times="zone")).files for _ in range(2)]
    assert files[0] == files[1]


@settings(max_examples=60, deadline=None)
@given(timelines(), st.sampled_from(["utc", "zone"]), st.sampled_from(["instances", "rule"]), st.booleans())
def test_any_timeline_reads_back_but_for_what_is_said(whole: Timeline, times: Any, recurrence: Any, wide: bool) -> None:
    options = ExportOptions(
        times=times, recurrence=recurrence, precision="year" if wide else "day", figures=wide, until=date(2023, 6, 1)
    )
    made = export(whole, "ical", options)
    data = made.files["timeline.ics"]
    assert faults(data) == []
    events = Calendar.from_ical(data).events
    held = {str(one["UID"])[:16] for one in events}
    assert held <= {one.id for one in whole.events}
    assert len(whole.events) - len(held) == sum(row.count for row in made.left_out)
    for one in whole.events:
        if one.id in held and one.all_day and not one.recurrence:
            read = next(row for row in events if str(row["UID"]).startswith(one.id))
            assert read["DTSTART"].dt == one.begin
            assert one.until is None or read["DTEND"].dt == max(one.until, one.begin + timedelta(days=1))
