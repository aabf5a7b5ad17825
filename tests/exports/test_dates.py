"""Dates in words, in both languages, from EDTF."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_samples import event, other

from exports.date_words import Known, span_text
from exports.dates import day_text, event_date, other_date, precision_text, weekday_text
from exports.edtf import parse
from exports.recurrences import recurrence_of, recurrence_text
from schemas import OtherDate


def in_words(edtf: str, language: Any = "zh") -> str:
    span = parse(edtf)
    return span_text(span, "day", language) if span else "?"


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2024-09-06", "2024年9月6日", "6 Sep 2024"),
        ("2024-09-06/2024-09-08", "2024年9月6日—8日", "6–8 Sep 2024"),
        ("2024-09-30/2024-10-07", "2024年9月30日—10月7日", "30 Sep – 7 Oct 2024"),
        ("2024-12-30/2025-01-02", "2024年12月30日—2025年1月2日", "30 Dec 2024 – 2 Jan 2025"),
        ("2024-06", "2024年6月", "Jun 2024"),
        ("2024-06/2024-08", "2024年6—8月", "Jun–Aug 2024"),
        ("2024-11/2025-02", "2024年11月—2025年2月", "Nov 2024 – Feb 2025"),
        ("2024", "2024年", "2024"),
        ("2021/2025", "2021—2025年", "2021–2025"),
        ("2024-33", "2024年一季度", "Q1 2024"),
        ("2024-33/2024-35", "2024年一季度—三季度", "Q1–Q3 2024"),
        ("2024-41", "2024年下半年", "H2 2024"),
        ("2024-21", "2024年春季", "spring 2024"),
        ("199X", "20世纪90年代", "1990s"),
        ("200X", "21世纪头十年", "2000s"),
        ("20XX", "21世纪", "21st century"),
        ("2024-06~", "约2024年6月", "c. Jun 2024"),
        ("2024-06?", "2024年6月（存疑）", "Jun 2024 (uncertain)"),
        ("2025/..", "2025年起", "from 2025"),
        ("2025-01-01/..", "2025年1月1日起", "from 1 Jan 2025"),
        ("../2025-03", "至2025年3月", "until Mar 2025"),
        ("-0220", "公元前221年", "221 BC"),
        ("2024-XX", "2024年", "2024"),
        ("someday", "?", "?"),
    ],
)
def test_edtf_in_words(edtf: str, zh: str, en: str) -> None:
    assert in_words(edtf) == zh
    assert in_words(edtf, "en") == en


@pytest.mark.parametrize(
    ("begin", "until", "more", "zh", "en"),
    [
        ("2024-09-06T09:30:00", "2024-09-06T09:30:00", {"granularity": "minute"}, "9月6日 9:30", "6 Sep 9:30"),
        ("2024-09-06T09:30:00", "2024-09-06T09:31:00", {"granularity": "minute"}, "9月6日 9:30", "6 Sep 9:30"),
        ("2024-09-06T09:00:00", "2024-09-06T10:00:00", {"granularity": "hour"}, "9月6日 9:00", "6 Sep 9:00"),
        (
            "2024-09-06T19:30:00",
            "2024-09-06T21:00:00",
            {"granularity": "minute"},
            "9月6日 19:30—21:00",
            "6 Sep 19:30–21:00",
        ),
        (
            "2024-09-06T20:00:00",
            "2024-09-07T02:00:00",
            {"granularity": "hour"},
            "9月6日 20:00—次日2:00",
            "6 Sep 20:00–2:00 the next day",
        ),
        (
            "2024-09-06T20:00:00",
            "2024-09-07T00:00:00",
            {"granularity": "hour"},
            "9月6日 20:00—24:00",
            "6 Sep 20:00–24:00",
        ),
        (
            "2024-09-06T12:00:00",
            "2024-09-06T18:00:00",
            {"granularity": "part_of_day"},
            "9月6日 下午",
            "6 Sep afternoon",
        ),
        ("2024-09-06T18:00:00", "2024-09-07T00:00:00", {"granularity": "part_of_day"}, "9月6日 晚上", "6 Sep evening"),
        (
            "2024-09-06T09:30:00",
            "2024-09-08T17:00:00",
            {"granularity": "minute"},
            "9月6日—8日 首日9:30—末日17:00",
            "6–8 Sep 9:30 on the first day–17:00 on the last",
        ),
        (
            "2024-09-06T09:30:00",
            "2024-09-06T09:30:00",
            {"granularity": "minute", "timezone": None},
            "9月6日 9:30（当地时间）",
            "6 Sep 9:30 (local time)",
        ),
        ("2024-09-11", "2024-09-21", {"granularity": "ten_days"}, "9月中旬", "mid-Sep"),
        ("2024-09-06", None, {"open_end": True}, "9月6日起", "from 6 Sep"),
        ("2024-09-06", "2024-09-07", {"approximate": True}, "约9月6日", "c. 6 Sep"),
    ],
)
def test_the_date_of_an_event(begin: str, until: str | None, more: dict[str, Any], zh: str, en: str) -> None:
    edtf = "2024-09-11/2024-09-20" if more.get("granularity") == "ten_days" else begin[:10]
    row = event(1, "other", "x", begin, until, edtf, **more)
    assert event_date(row, "zh", Known(2024)) == zh
    assert event_date(row, "en", Known(2024)) == en


@pytest.mark.parametrize(
    ("edtf", "begin", "until", "granularity", "zh", "en"),
    [
        ("2024~", "2024-11-01", "2025-01-01", "year", "2024年底", "late 2024"),
        ("2024-11~/2024-12~", "2024-11-01", "2025-01-01", "year", "2024年底", "late 2024"),
        ("2024-01~/2024-02~", "2024-01-01", "2024-03-01", "year", "2024年初", "early 2024"),
        ("2024-01~/2024-08-10", "2024-01-01", "2024-08-11", "year", "约1月—8月10日", "c. Jan – 10 Aug"),
        ("2024~", "2024-06-01", "2024-08-01", "year", "2024年年中", "mid-2024"),
        ("2024~", "2024-01-01", "2025-01-01", "year", "约2024年", "c. 2024"),
        ("2024-12~", "2024-12-21", "2025-01-01", "month", "12月底", "late Dec"),
        ("2024-12-21~/2024-12-31~", "2024-12-21", "2025-01-01", "month", "12月底", "late Dec"),
        ("2024-02~", "2024-02-01", "2024-02-11", "month", "2月初", "early Feb"),
        ("2024-06~", "2024-06-01", "2024-07-01", "quarter", "二季度末", "late Q2"),
        ("2024-41~", "2024-12-01", "2025-01-01", "half", "下半年末", "late H2"),
        ("2024~", "2023-12-01", "2025-01-01", "year", "约2024年", "c. 2024"),
    ],
)
def test_the_beginning_middle_and_end_of_a_unit(
    edtf: str, begin: str, until: str, granularity: str, zh: str, en: str
) -> None:
    row = event(1, "other", "x", begin, until, edtf, granularity=granularity, approximate=True)
    assert day_text(row, "zh", Known(2024)) == zh
    assert day_text(row, "en", Known(2024)) == en


def test_an_open_end_says_so_once() -> None:
    evening = {"granularity": "part_of_day", "open_end": True}
    row = event(1, "other", "x", "2024-09-06T18:00:00", "2024-09-07T00:00:00", "2024-09-06/..", **evening)
    assert event_date(row) == "2024年9月6日 晚上起"
    year = {"granularity": "year", "open_end": True, "approximate": True}
    assert event_date(event(1, "other", "x", "2024-01-01", "2024-03-01", "2024-01~/..", **year)) == "2024年初起"
    ten_days = {"granularity": "ten_days", "open_end": True}
    row = event(1, "other", "x", "2024-07-01", "2024-07-11", "2024-07-01/2024-07-10", **ten_days)
    assert event_date(row) == "2024年7月上旬起"


def test_an_approximate_clock_leaves_the_day_exact() -> None:
    about = {"granularity": "minute", "approximate": True}
    row = event(1, "other", "x", "2024-09-06T07:40:00", "2024-09-06T07:40:00", "2024-09-06T07:40:00~", **about)
    assert (event_date(row), event_date(row, "en")) == ("2024年9月6日 约7:40", "6 Sep 2024 c. 7:40")
    assert weekday_text(row) == "周五"


def test_a_night_belongs_to_the_day_that_it_begins_on() -> None:
    night = {"granularity": "part_of_day"}
    row = event(1, "other", "x", "2024-09-06T20:00:00", "2024-09-07T06:00:00", "2024-09-06/2024-09-07", **night)
    assert (event_date(row), weekday_text(row)) == ("2024年9月6日 夜间至次日凌晨", "周五")


def test_midnight_ends_the_day_before() -> None:
    row = event(1, "other", "x", "2024-09-06T20:00:00", "2024-09-08T00:00:00", "2024-09-06/2024-09-07")
    assert event_date(row) == "2024年9月6日—7日 首日20:00—末日24:00"


def test_what_the_heading_says_is_not_repeated() -> None:
    row = event(1, "other", "x", "2024-09-06", "2024-09-09", "2024-09-06/2024-09-08")
    assert day_text(row, "zh", Known(2024)) == "9月6日—8日"
    assert day_text(row, "zh", Known(2024, 9)) == "6日—8日"
    assert day_text(row, "zh", Known(2023, 9)) == "2024年9月6日—8日"


def test_weekdays_of_days_and_short_spans_alone() -> None:
    assert weekday_text(event(1, "other", "x", "2024-09-06", "2024-09-09", "2024-09-06/2024-09-08")) == "周五—周日"
    assert weekday_text(event(1, "other", "x", "2024-09-06", "2024-09-07", "2024-09-06"), "en") == "Fri"
    assert weekday_text(event(1, "other", "x", "2024-09-06", "2024-10-07", "2024-09-06/2024-10-06")) == ""
    assert weekday_text(event(1, "other", "x", "2024-09-01", "2024-10-01", "2024-09", granularity="month")) == ""


def test_what_is_not_known_to_the_day_says_so() -> None:
    month = event(1, "other", "x", "2024-09-01", "2024-10-01", "2024-09", granularity="month")
    assert (precision_text(month), precision_text(month, "en")) == ("精确到月", "to the month")
    assert precision_text(event(1, "other", "x", "2024-09-06", "2024-09-07", "2024-09-06")) == ""
    end = {"granularity": "month", "approximate": True}
    assert precision_text(event(1, "other", "x", "2024-09-21", "2024-10-01", "2024-09~", **end)) == ""


def test_an_edtf_that_cannot_be_read_falls_back_on_the_bounds() -> None:
    row = event(1, "other", "x", "2024-09-01", "2024-10-01", "one of these days", granularity="month")
    assert day_text(row) == "2024年9月"
    evidence = row.evidence
    other = OtherDate(begin=row.begin, until=row.until, edtf="?", evidence=evidence)
    assert other_date(other) == "2024年9月1日—30日"


@settings(deadline=None)
@given(st.from_regex(r"[-~?%X/.T:0-9]{0,24}", fullmatch=True))
def test_any_text_in_place_of_edtf_is_written_somehow(text: str) -> None:
    for language in ("zh", "en"):
        assert in_words(text, language)


@settings(deadline=None)
@given(st.dates(), st.integers(min_value=0, max_value=800))
def test_a_written_range_names_both_its_ends(first: Any, length: int) -> None:
    last = first.fromordinal(min(first.toordinal() + length, first.max.toordinal()))
    span = parse(f"{first.isoformat()}/{last.isoformat()}")
    assert span is not None
    written = in_words(f"{first.isoformat()}/{last.isoformat()}")
    assert written.startswith(f"{first.year}年{first.month}月{first.day}日")
    assert written.endswith(f"{last.day}日")
    assert f"{last.year}年" in written
    assert f"{last.month}月" in written


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("FREQ=WEEKLY;BYDAY=WE", "每周三", "every Wednesday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "每2周的周三", "every 2 weeks on Wednesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "每周一至周五", "every weekday"),
        ("FREQ=YEARLY;BYMONTH=9", "每年9月", "every year in Sep"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "每月15日", "every month on day 15"),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;COUNT=3", "每天9:30，共3次", "every day at 9:30, 3 times"),
        ("FREQ=DAILY;UNTIL=20241007", "每天，至2024年10月7日", "every day, until 7 Oct 2024"),
        ("FREQ=MONTHLY;BYDAY=-1WE", "FREQ=MONTHLY;BYDAY=-1WE", "FREQ=MONTHLY;BYDAY=-1WE"),
        ("nonsense", "nonsense", "nonsense"),
    ],
)
def test_recurrences_in_words(rule: str, zh: str, en: str) -> None:
    assert recurrence_text(rule) == zh
    assert recurrence_text(rule, "en") == en


def test_another_hour_of_the_day_is_told_once_with_its_day() -> None:
    hours = OtherDate(
        begin=datetime(2024, 9, 6, 9),
        until=datetime(2024, 9, 6, 11),
        edtf="2024-09-06T09:00/2024-09-06T11:00",
        evidence=other("2024-07", "2024-07-01", "2024-08-01", 4).evidence,
    )
    assert other_date(hours) == "2024年9月6日 9:00—11:00"


@pytest.mark.parametrize(
    ("rule", "all_day", "told"),
    [
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;COUNT=3", False, "每天，共3次"),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;COUNT=3", True, "每天9:30，共3次"),
        ("FREQ=DAILY;BYHOUR=9,14", False, "每天9:00、14:00"),
        ("odd\nrule", True, "odd rule"),
        (None, True, ""),
    ],
)
def test_a_recurrence_tells_the_hour_where_the_date_does_not(rule: str | None, all_day: bool, told: str) -> None:
    begin, until = ("2024-09-06", "2024-09-07") if all_day else ("2024-09-06T09:30", "2024-09-06T10:30")
    assert recurrence_of(event(1, "other", "x", begin, until, begin, recurrence=rule)) == told


@pytest.mark.parametrize(
    ("begin", "until"),
    [
        ("0001-01-01", "0001-01-01"),
        ("0001-01-01T00:00:00", "0001-01-01T00:00:00"),
        ("9999-12-31", "9999-12-31"),
        ("9999-12-31T20:00:00", "9999-12-31T23:59:59"),
        ("2024-09-06", "2024-09-01"),
        ("2024-09-06T10:00:00", "2024-09-06T09:00:00"),
    ],
)
def test_the_ends_of_the_calendar_and_odd_bounds_are_written(begin: str, until: str) -> None:
    row = event(1, "other", "x", begin, until, "", granularity="minute" if "T" in begin else "day")
    assert event_date(row).startswith(f"{int(begin[:4])}年")
    assert weekday_text(row)
