"""The page: golden files at several widths, and what must hold of any timeline."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_golden import holds
from text_samples import ARTICLES, EMPTY, TIMELINE, event
from text_strategies import events
from wcwidth import wcswidth

from exports.characters import one_line
from exports.exporter import ExportOptions
from exports.layout import plain
from exports.text import EXPORTER, Page, set_page
from schemas import Event, Timeline

TODAY = date(2024, 9, 6)


def page(timeline: Timeline, **choices: Any) -> str:
    return "".join(f"{plain(line)}\n" for line in set_page(timeline, Page(**choices)))


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_page_at_each_width(width: int) -> None:
    assert holds(f"page-{width}.txt", page(TIMELINE, width=width))


def test_the_page_in_english() -> None:
    assert holds("page-80-en.txt", page(TIMELINE, width=80, language="en"))


def test_the_page_with_today_summaries_and_ids() -> None:
    assert holds("page-80-today.txt", page(TIMELINE, width=80, today=TODAY, summaries=True, ids=True))


def test_the_file_is_the_page_in_utf8_without_today() -> None:
    exported = EXPORTER.export(TIMELINE, ExportOptions(width=80))
    assert exported.files == {"timeline.txt": page(TIMELINE, width=80).encode()}
    assert "今天" not in exported.files["timeline.txt"].decode()


def test_a_timeline_without_events_says_so() -> None:
    assert page(EMPTY) == "江城大事\n没有事件\n"
    assert page(EMPTY, language="en", today=TODAY) == "江城大事\nNo events\n\n== Today 6 Sep 2024 Fri ==\n"


def test_a_range_is_one_row_and_a_shared_day_is_said_once() -> None:
    text = page(TIMELINE, width=80)
    assert text.count("9月30日—10月7日") == 1
    assert sum(line.strip().startswith("9月6日 ") for line in text.splitlines()) == 1


def test_on_one_day_what_has_no_hour_stands_before_what_has_one() -> None:
    dawn = event(
        1, "other", "凌晨的事", "2024-09-06T00:00", "2024-09-06T06:00", "2024-09-06", granularity="part_of_day"
    )
    day = event(2, "other", "当天的事", "2024-09-06", "2024-09-07", "2024-09-06")
    text = page(TIMELINE.model_copy(update={"events": (dawn, day)}))
    assert text.index("9月6日") < text.index("当天的事") < text.index("凌晨  ") < text.index("凌晨的事")


def test_imprecise_dates_stand_first_in_their_year_and_month() -> None:
    day = event(1, "other", "一日", "2024-01-01", "2024-01-02", "2024-01-01")
    month = event(2, "other", "某月", "2024-01-01", "2024-02-01", "2024-01", granularity="month")
    year = event(3, "other", "某年", "2024-01-01", "2025-01-01", "2024", granularity="year")
    text = page(TIMELINE.model_copy(update={"events": (day, month, year)}))
    assert text.index("某年") < text.index("2024年1月") < text.index("某月") < text.index("一日")


@pytest.mark.parametrize(
    ("today", "before", "after"),
    [
        (date(2020, 1, 1), "4篇报道", "2021年"),
        (date(2024, 8, 1), "三号线一期", "2024年9月  下个月"),
        (date(2024, 9, 8), "新书首发", "江城马拉松"),
        (date(2030, 1, 1), "客运新规施行", ""),
    ],
)
def test_today_stands_between_what_was_and_what_is_to_come(today: date, before: str, after: str) -> None:
    text = page(TIMELINE, today=today)
    assert text.count("== 今天 ") == 1
    assert text.index(before) < text.index("== 今天 ")
    if after:
        assert text.index("== 今天 ") < text.index(after)


def test_today_stands_between_days_and_not_before_what_is_less_exact() -> None:
    past = event(1, "other", "前天的事", "2024-09-06", "2024-09-07", "2024-09-06")
    late = event(2, "other", "月底的事", "2024-09-21", "2024-10-01", "2024-09~", granularity="month", approximate=True)
    fourth = event(3, "other", "四季度的事", "2024-10-01", "2025-01-01", "2024-36", granularity="quarter")
    following = event(4, "other", "下月的事", "2024-10-01", "2024-11-01", "2024-10", granularity="month")
    events = (past, late, fourth, following)
    text = page(TIMELINE.model_copy(update={"events": events}), today=date(2024, 9, 8))
    order = ["四季度的事", "月底的事", "前天的事", "== 今天", "下月的事"]
    assert sorted(order, key=text.index) == order


def test_distances_are_told_near_today_and_on_headings_else() -> None:
    text = page(TIMELINE, today=date(2024, 9, 7))
    for words in ("2021年  3年前", "2024年9月  本月", "2024年10月  下个月", "今天是第2天", "昨天", "3周后"):
        assert words in text


@pytest.mark.parametrize(
    ("status", "kind", "today", "told"),
    [
        ("scheduled", "launch", None, False),
        ("scheduled", "launch", date(2024, 9, 13), False),
        ("scheduled", "launch", date(2024, 9, 14), True),
        ("ongoing", "launch", None, True),
        ("ongoing", "launch", date(2024, 9, 16), False),
        ("target", "construction", None, True),
        ("target", "target", None, False),
        ("cancelled", "launch", None, True),
        ("postponed", "launch", date(2030, 1, 1), True),
        ("happened", "launch", None, False),
    ],
)
def test_a_status_is_told_where_date_and_type_do_not_say_it(
    status: str, kind: str, today: date | None, told: bool
) -> None:
    row = event(1, kind, "试航", "2024-09-14", "2024-09-16", "2024-09-14/2024-09-15", status=status)
    text = page(TIMELINE.model_copy(update={"events": (row,)}), today=today)
    assert ("】试航" in text) == told


def test_hostile_text_stays_in_its_line() -> None:
    title = "音乐会\x1b[31m\u202e\u2028\x85\n\t改期\x00"
    text = page(TIMELINE.model_copy(update={"events": (event(1, "other", title, "2024-09-06", None, "2024-09-06"),)}))
    assert "音乐会[31m 改期" in text
    assert not set(text) & set("\x1b\u202e\u2028\x85\t\x00")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(events(), max_size=6),
    st.integers(40, 170),
    st.sampled_from(["zh", "en"]),
    st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    st.booleans(),
)
def test_no_line_is_too_wide_and_no_title_is_lost(
    rows: list[Event], width: int, language: Any, today: date | None, more: bool
) -> None:
    timeline = Timeline(title="江城大事", articles=ARTICLES, events=tuple(rows))
    text = page(timeline, width=width, language=language, today=today, summaries=more, ids=more)
    for line in text.splitlines():
        assert wcswidth(line) <= width
        assert wcswidth(line, ambiguous_width=2) <= width
    for row in rows:
        titled = page(timeline.model_copy(update={"events": (row,)}), width=width, language=language)
        letters = iter("".join(titled.split()))
        assert all(letter in letters for letter in "".join(one_line(row.title).split()))


def test_twenty_thousand_events_take_a_few_seconds() -> None:
    rows = tuple(TIMELINE.events[number % 13].model_copy(update={"id": f"{number:016x}"}) for number in range(20_000))
    began = time.process_time()
    assert page(TIMELINE.model_copy(update={"events": rows})).count("\n") > 60_000
    assert time.process_time() - began < 10
