"""From a meaning, an anchor and a policy to bounds, granularity and value."""

from datetime import datetime

import pytest

from timeline.expressions.builders import length_of
from timeline.expressions.meaning import Length, Point, Repetition, Span, Vague
from timeline.expressions.resolve import resolve

SATURDAY = datetime(2022, 9, 3, 18)


def bounds(meaning, policy="past", anchor=SATURDAY):
    told = resolve(meaning, anchor, policy)
    return told.value, told.begin and told.begin.isoformat(), told.until and told.until.isoformat()


@pytest.mark.parametrize(
    ("policy", "value"), [("past", "2021-12"), ("current", "2022-12"), ("future", "2022-12"), ("nearest", "2022-12")]
)
def test_the_policy_seeks_the_missing_year(policy, value):
    assert resolve(Point(month=12), SATURDAY, policy).value == value


@pytest.mark.parametrize(
    ("policy", "value"), [("past", "2022-08-31"), ("future", "2022-10-31"), ("nearest", "2022-08-31")]
)
def test_the_policy_seeks_a_month_that_has_the_day(policy, value):
    assert resolve(Point(day=31), SATURDAY, policy).value == value


def test_the_29th_of_february_is_sought_over_the_years():
    assert resolve(Point(month=2, day=29), SATURDAY, "past").value == "2020-02-29"


def test_a_date_that_does_not_exist_comes_to_nothing():
    assert resolve(Point(year=2022, month=6, day=31), SATURDAY, "past") is None


def test_weeks_begin_on_monday():
    assert bounds(Point(week_shift=-1)) == ("2022-W34", "2022-08-22T00:00:00", "2022-08-29T00:00:00")


def test_the_last_ten_days_end_with_the_month():
    assert bounds(Point(year=2022, month=2, ten_days=3))[2] == "2022-03-01T00:00:00"


@pytest.mark.parametrize(
    ("mod", "begin", "until"),
    [("START", "2022-01-01", "2022-03-01"), ("MID", "2022-06-01", "2022-08-01"), ("END", "2022-11-01", "2023-01-01")],
)
def test_the_edges_of_a_year(mod, begin, until):
    assert bounds(Point(year=2022, mod=mod)) == ("2022", f"{begin}T00:00:00", f"{until}T00:00:00")


def test_a_year_before_the_year_one_has_a_value_and_no_bounds():
    assert bounds(Point(year=-220)) == ("-0220", None, None)


def test_midnight_at_24_belongs_to_the_day_after():
    assert bounds(Point(day_shift=0, hour=24))[1] == "2022-09-04T00:00:00"


def test_the_last_end_takes_from_the_first_what_it_does_not_say():
    span = Span(Point(month=8, day=31), Point(month=9, day=3))
    assert bounds(span) == ("2022-08-31/2022-09-03", "2022-08-31T00:00:00", "2022-09-04T00:00:00")


def test_the_first_end_takes_the_year_from_the_last():
    assert bounds(Span(Point(month=12), Point(year=2023, month=2)), "future")[0] == "2022-12/2023-02"


def test_a_range_of_clocks_ends_at_its_last_moment_and_may_pass_midnight():
    span = Span(Point(day_shift=0, part="EV", hour=8), Point(part="EM", hour=2))
    assert bounds(span)[1:] == ("2022-09-03T20:00:00", "2022-09-04T02:00:00")


@pytest.mark.parametrize(
    ("length", "value"),
    [
        (Length(days=3, side="ago"), "2022-08-31"),
        (Length(weeks=2, side="later"), "2022-W37"),
        (Length(months=2, side="later"), "2022-11"),
        (Length(years=5, side="ago"), "2017"),
        (Length(hours=2, side="later"), "2022-09-03T20:00"),
        (Length(years=5000, side="ago"), "-2978"),
    ],
)
def test_a_distance_is_a_point_of_its_own_unit(length, value):
    assert resolve(length, SATURDAY, "past").value == value


def test_the_day_of_a_month_too_short_is_its_last():
    assert resolve(Length(months=1, side="ago"), datetime(2022, 3, 31), "past").value == "2022-02"


@pytest.mark.parametrize(
    ("unit", "count", "value"),
    [("years", 2.5, "P2Y6M"), ("months", 0.5, "P15D"), ("hours", 2.5, "PT2H30M"), ("centuries", 0.5, "P50Y")],
)
def test_a_half_is_told_in_the_finer_unit(unit, count, value):
    assert resolve(length_of(unit, count), SATURDAY, "past").value == value


def test_a_vague_number_stays_vague():
    assert resolve(Length(vague="Y"), SATURDAY, "past").value == "PXY"


def test_a_repetition_is_a_recurrence_rule():
    weekly = Repetition("WEEKLY", 2, Point(weekday=3, hour=9, part="MO"))
    assert resolve(weekly, SATURDAY, "past").value == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYHOUR=9;BYMINUTE=0"


def test_a_vague_word_has_no_bounds():
    assert bounds(Vague("FUTURE_REF")) == ("FUTURE_REF", None, None)


@pytest.mark.parametrize("anchor", [datetime(1, 1, 1), datetime(9999, 12, 31, 23)])
@pytest.mark.parametrize(
    "meaning", [Point(year_shift=-1), Point(day_shift=1), Point(week_shift=2), Length(years=9, side="later")]
)
def test_the_ends_of_the_calendar_raise_nothing(anchor, meaning):
    resolve(meaning, anchor, "nearest")
