"""From an expression to an event's time."""

from datetime import date, datetime

import pytest

from schemas import Expression
from timeline.events.fields.times import as_term, edtf_of, time_of

PUBLISHED = datetime.fromisoformat("2022-09-03T10:00:00+08:00")


def expression(value, begin, until, granularity, **more):
    return Expression(
        text="x", start_char=0, end_char=1, type="DATE", value=value, rule="test", granularity=granularity,
        begin=datetime.fromisoformat(begin), until=datetime.fromisoformat(until) if until else None, **more,
    )  # fmt: skip


def test_a_month_is_a_month_and_never_its_first_day():
    time = time_of(expression("2022-06", "2022-06-01", "2022-07-01", "month"), PUBLISHED)
    assert (time.begin, time.until, time.edtf, time.all_day) == (date(2022, 6, 1), date(2022, 7, 1), "2022-06", True)


def test_a_part_of_the_day_stays_a_part_of_the_day():
    time = time_of(expression("2022-09-03TAF", "2022-09-03T12:00", "2022-09-03T18:00", "part_of_day"), PUBLISHED)
    assert (time.begin, time.until) == (datetime(2022, 9, 3, 12), datetime(2022, 9, 3, 18))
    assert (time.edtf, time.granularity, time.all_day) == ("2022-09-03", "part_of_day", False)


def test_a_clock_time_is_a_moment_without_a_length():
    time = time_of(expression("2022-09-03T09:30", "2022-09-03T09:30", "2022-09-03T09:31", "minute"), PUBLISHED)
    assert time.begin == time.until == datetime(2022, 9, 3, 9, 30)


def test_a_range_of_clock_times_ends_where_the_last_one_begins():
    value = "2022-09-03T19:30/2022-09-03T21:00"
    time = time_of(expression(value, "2022-09-03T19:30", "2022-09-03T21:01", "minute"), PUBLISHED)
    assert time.until == datetime(2022, 9, 3, 21)


def test_what_begins_then_is_open_and_keeps_the_unit_of_its_beginning():
    time = time_of(expression("2023", "2023-01-01", None, "year", relation="since"), PUBLISHED)
    assert (time.begin, time.until, time.open_end, time.edtf) == (date(2023, 1, 1), date(2024, 1, 1), True, "2023/..")


@pytest.mark.parametrize(
    ("value", "mod", "edtf"),
    [
        ("2022-09-01/2022-09-03", None, "2022-09-01/2022-09-03"),
        ("2022-Q3", None, "2022-35"),
        ("2022-H2", None, "2022-41"),
        ("2022-SU", None, "2022-22"),
        ("199X", None, "199X"),
        ("2022-06", "APPROX", "2022-06~"),
        ("2022-09-03T09:30", None, "2022-09-03T09:30:00"),
        ("2022-W35", None, "2022-08-29/2022-09-04"),
    ],
)
def test_edtf_is_no_more_precise_than_the_words(value, mod, edtf):
    assert edtf_of(expression(value, "2022-08-29", "2022-09-05", "week", mod=mod)) == edtf


@pytest.mark.parametrize(
    ("value", "begin", "until", "granularity", "mod", "edtf"),
    [
        ("2021", "2021-11-01", "2022-01-01", "year", "END", "2021-11~/2021-12~"),
        ("2021", "2021-06-01", "2021-08-01", "year", "MID", "2021-06~/2021-07~"),
        ("2021-Q1", "2021-03-01", "2021-04-01", "quarter", "END", "2021-03~"),
        ("2021-09", "2021-09-21", "2021-10-01", "month", "END", "2021-09-21~/2021-09-30~"),
        ("19XX", "1930-01-01", "1970-01-01", "century", "MID", "1930~/1969~"),
        ("2011/2015", "2014-07-02", "2016-01-01", "year", "END", "2014-07~/2015-12~"),
        ("2026-01/2026-03", "2026-01-21", "2026-03-11", "month", None, "2026-01-21~/2026-03-10~"),
        ("2026-01/2026-03", "2026-01-01", "2026-04-01", "month", None, "2026-01/2026-03"),
    ],
)
def test_a_part_of_a_unit_is_told_by_what_it_means(value, begin, until, granularity, mod, edtf):
    assert edtf_of(expression(value, begin, until, granularity, mod=mod)) == edtf


def test_what_began_with_a_part_of_a_unit_is_open_from_its_window():
    year = expression("2023", "2023-01-01", "2023-03-01", "year", mod="START", relation="since")
    assert edtf_of(year, open_end=True) == "2023-01~/.."


def test_local_time_of_an_unknown_place_has_no_zone():
    time = time_of(expression("2022-09-03", "2022-09-03", "2022-09-04", "day", timezone="local"), PUBLISHED)
    assert time.timezone is None


@pytest.mark.parametrize("following", ["”前开通", "前完工", "汛期前完成", "之前办结"])
def test_a_limit_is_a_term_wherever_its_word_stands(following):
    assert as_term(expression("2022-05-01", "2022-05-01", "2022-05-02", "day"), following).relation == "before"


@pytest.mark.parametrize("following", ["前后开通", "前往青江", "举行"])
def test_other_words_make_no_term(following):
    assert as_term(expression("2022-05-01", "2022-05-01", "2022-05-02", "day"), following).relation == "on"


def test_a_term_keeps_the_unit_of_its_limit():
    time = time_of(expression("2022-10", "2022-10-01", "2022-11-01", "month", relation="before"), PUBLISHED)
    assert (time.begin, time.until, time.edtf) == (date(2022, 10, 1), date(2022, 11, 1), "2022-10")


def test_a_night_runs_over_midnight():
    value = "2022-09-03T23:00/2022-09-04T02:00"
    time = time_of(expression(value, "2022-09-03T23:00", "2022-09-04T02:01", "hour"), PUBLISHED)
    assert (time.begin, time.until) == (datetime(2022, 9, 3, 23), datetime(2022, 9, 4, 2))
