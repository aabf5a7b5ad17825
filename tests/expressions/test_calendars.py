"""Calendars: lunar dates, solar terms, festivals, days off, plans, eras."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import calendars


@pytest.mark.parametrize(
    ("lunar", "expected"),
    [
        ((1900, 1, 1), date(1900, 1, 31)),
        ((2022, 8, 15), date(2022, 9, 10)),
        ((2022, 12, 23), date(2023, 1, 14)),
        ((2023, 2, 1), date(2023, 2, 20)),
        ((2024, 1, 1), date(2024, 2, 10)),
        ((2100, 1, 1), date(2100, 2, 9)),
    ],
)
def test_a_lunar_day_is_a_gregorian_date(lunar, expected):
    assert calendars.lunar_day(*lunar) == expected


def test_leap_months_have_days_of_their_own():
    assert calendars.leap_month(2023) == 2
    assert calendars.leap_month(2022) is None
    assert calendars.lunar_day(2023, 2, 1, leap=True) == date(2023, 3, 22)
    assert calendars.lunar_month(2020, 4, leap=True) == (date(2020, 5, 23), date(2020, 6, 21))


@pytest.mark.parametrize("day", [(2022, 13, 1), (2022, 1, 31), (2022, 12, 0), (1500, 1, 1), (9999, 1, 1)])
def test_no_such_lunar_day_is_none(day):
    assert calendars.lunar_day(*day) is None


def test_the_thirtieth_of_a_month_of_twenty_nine_days_is_none():
    begin, until = calendars.lunar_month(2022, 1)
    assert (calendars.lunar_day(2022, 1, 30) is None) == ((until - begin).days == 29)


@settings(deadline=None)
@given(st.integers(1900, 2100))
def test_the_months_of_a_lunar_year_follow_each_other_without_a_gap(year):
    leap = calendars.leap_month(year)
    months = [calendars.lunar_month(year, number) for number in range(1, 13)]
    if leap:
        months.insert(leap, calendars.lunar_month(year, leap, leap=True))
    assert all(before[1] == after[0] for before, after in pairwise(months))
    assert months[-1][1] == calendars.lunar_month(year + 1, 1)[0]


@settings(deadline=None)
@given(st.integers(1900, 2100))
def test_solar_terms_come_twice_a_month_in_their_order(year):
    days = [calendars.solar_term(name, year) for name in calendars.SOLAR_TERMS]
    assert days == sorted(days)
    assert [day.month for day in days] == [month for month in range(1, 13) for _ in range(2)]


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("春节", 2022, date(2022, 2, 1)),
        ("春节", 2025, date(2025, 1, 29)),
        ("除夕", 2022, date(2022, 1, 31)),
        ("元宵", 2023, date(2023, 2, 5)),
        ("清明", 2024, date(2024, 4, 4)),
        ("端午节", 2020, date(2020, 6, 25)),
        ("七夕", 2022, date(2022, 8, 4)),
        ("中秋节", 2022, date(2022, 9, 10)),
        ("重阳节", 2022, date(2022, 10, 4)),
        ("腊八", 2022, date(2022, 1, 10)),
        ("十一", 2022, date(2022, 10, 1)),
        ("母亲节", 2022, date(2022, 5, 8)),
        ("感恩节", 2022, date(2022, 11, 24)),
        ("复活节", 2022, date(2022, 4, 17)),
        ("农民丰收节", 2022, date(2022, 9, 23)),
        ("618", 2022, date(2022, 6, 18)),
    ],
)
def test_a_festival_is_a_day_of_its_year(name, year, expected):
    assert calendars.festival(name).bounds(year) == (expected, expected + timedelta(days=1))


def test_summer_holidays_are_two_months():
    assert calendars.festival("暑假").bounds(2022) == (date(2022, 7, 1), date(2022, 9, 1))


def test_no_name_belongs_to_two_festivals():
    names = [name for one in calendars.festivals() for name in (*one.names, *one.short)]
    assert sorted(names) == sorted(set(names))


@settings(deadline=None)
@given(st.integers(1900, 2100))
def test_every_festival_has_a_day_in_every_year(year):
    for one in calendars.festivals():
        begin, until = one.bounds(year)
        assert begin < until
        assert begin.year == year or "lunar 12" in one.rule


@pytest.mark.parametrize(
    ("festival", "year", "first", "last"),
    [
        ("国庆节", 2007, date(2007, 10, 1), date(2007, 10, 7)),
        ("劳动节", 2007, date(2007, 5, 1), date(2007, 5, 7)),
        ("春节", 2013, date(2013, 2, 9), date(2013, 2, 15)),
        ("春节", 2020, date(2020, 1, 24), date(2020, 2, 2)),
        ("国庆节", 2020, date(2020, 10, 1), date(2020, 10, 8)),
        ("中秋节", 2022, date(2022, 9, 10), date(2022, 9, 12)),
        ("元旦", 2023, date(2022, 12, 31), date(2023, 1, 2)),
        ("国庆节", 2023, date(2023, 9, 29), date(2023, 10, 6)),
        ("劳动节", 2025, date(2025, 5, 1), date(2025, 5, 5)),
        ("春节", 2026, date(2026, 2, 15), date(2026, 2, 23)),
    ],
)
def test_an_announced_break_has_its_weekends_and_exchanged_days(festival, year, first, last):
    assert calendars.statutory_break(festival, year) == (first, last + timedelta(days=1))


def test_a_break_not_yet_announced_is_the_statutory_days_alone():
    assert not calendars.is_announced(2035)
    assert calendars.statutory_break("国庆节", 2035) == (date(2035, 10, 1), date(2035, 10, 4))


def test_a_festival_without_a_day_off_has_no_break():
    assert calendars.statutory_break("教师节", 2022) is None
    assert calendars.statutory_break("清明节", 2007) is None


def test_exchanged_weekends_are_worked_and_the_days_off_are_not():
    assert calendars.is_workday(date(2022, 10, 8))
    assert calendars.is_workday(date(2022, 10, 9))
    assert not calendars.is_workday(date(2022, 10, 7))
    assert not calendars.is_workday(date(2022, 9, 3))
    assert calendars.is_workday(date(2022, 9, 5))


@pytest.mark.parametrize(
    ("number", "years"),
    [(1, (1953, 1957)), (3, (1966, 1970)), (14, (2021, 2025)), (15, (2026, 2030)), (16, (2031, 2035)), (0, None)],
)
def test_five_year_plans(number, years):
    assert calendars.plan_years(number) == years


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [
        ("康熙", 61, 1722),
        ("民国", 111, 2022),
        ("民国", 1, 1912),
        ("光绪", 20, 1894),
        ("洪武", 1, 1368),
        ("昭和", 64, 1989),
        ("令和", 4, 2022),
        ("宣统", 40, None),
    ],
)
def test_the_years_of_eras(era, number, year):
    assert calendars.era_year(era, number) == year


@pytest.mark.parametrize(
    ("cycle", "year", "expected"),
    [
        (calendars.sexagenary_cycle("甲", "午"), 2013, 2014),
        (calendars.sexagenary_cycle("辛", "丑"), 1910, 1901),
        (calendars.zodiac_cycle("龙"), 2023, 2024),
        (calendars.zodiac_cycle("马"), 2025, 2026),
        (calendars.zodiac_cycle("鼠"), 2026, 2020),
    ],
)
def test_a_cycle_gives_the_nearest_year(cycle, year, expected):
    assert calendars.nearest_in_cycle(cycle, year) == expected


def test_half_of_the_pairs_of_stem_and_branch_do_not_exist():
    pairs = [calendars.sexagenary_cycle(stem, branch) for stem in calendars.STEMS for branch in calendars.BRANCHES]
    assert sorted(pair for pair in pairs if pair) == [(place, 60) for place in range(60)]


@settings(deadline=None)
@given(st.integers(1, 3000), st.sampled_from(calendars.ANIMALS))
def test_a_zodiac_year_is_at_most_half_a_cycle_away(year, animal):
    assert abs(calendars.nearest_in_cycle(calendars.zodiac_cycle(animal), year) - year) <= 6
