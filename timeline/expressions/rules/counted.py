"""Units counted within a coarser one: 9月第二周, 6月第三个星期日, 2025年第一天, 4月前4天, 2021年前两个季度."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from timeline.expressions.builders import point, pointing
from timeline.expressions.meaning import Length, Meaning, Point, Span, YearlyPeriod
from timeline.expressions.tagger import Rule

Said = Mapping[str, Any]

_OF_MONTH = "(?:(?<=月)|(?<=月的)|(?<=月份)|(?<=月份的))"
_OF_YEAR = "(?:(?<=年)|(?<=年的)|(?<=年度)|(?<=年度的))"
_FIGURE = "[0-9〇零一二三四五六七八九]"
_WEEK = "(?:周|星期|礼拜)"


def _day_of_year(number: int) -> YearlyPeriod:
    """The `number`-th day of every year; below zero from its end."""

    def period(year: int) -> tuple[date, date] | None:
        edge = date(year, 1, 1) if number > 0 else date(year + 1, 1, 1)
        day = edge + timedelta(days=number - 1 if number > 0 else number)
        return (day, day + timedelta(days=1)) if day.year == year else None

    return period


def _days_of_year(first: int, last: int) -> YearlyPeriod:
    """From the `first`-th to the `last`-th day of every year; below zero from its end."""

    def period(year: int) -> tuple[date, date] | None:
        begin, end = _day_of_year(first)(year), _day_of_year(last)(year)
        return (begin[0], end[1]) if begin is not None and end is not None else None

    return period


def _days_from_edge(sign: int) -> Callable[[Said], Meaning | None]:
    """Builds the first n days of a year, or its last where the sign is negative."""

    def build(said: Said) -> Meaning | None:
        n = said["n"]
        if not 1 < n <= 366:
            return None
        return Point(period=_days_of_year(1, n) if sign > 0 else _days_of_year(-n, -1))

    return build


def _weekday_of_year(said: Said) -> Meaning | None:
    nth, weekday = said["n"], said["weekday"]

    def period(year: int) -> tuple[date, date] | None:
        first = date(year, 1, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        return (day, day + timedelta(days=1)) if day.year == year else None

    return Point(period=period) if 0 < nth <= 53 else None


def _in_year(sign: int) -> Callable[[Said], Meaning | None]:
    """Builds the n-th day of a year, counted from its end where the sign is negative."""
    return lambda said: Point(period=_day_of_year(sign * said["n"])) if 0 < said["n"] <= 366 else None


def _in_month(sign: int) -> Callable[[Said], Meaning | None]:
    return lambda said: Point(day=sign * said["n"]) if 0 < said["n"] <= 31 else None


def _first_days(said: Said) -> Meaning | None:
    return Span(Point(day=1), Point(day=said["n"])) if 1 < said["n"] <= 31 else None


def _last_days(said: Said) -> Meaning | None:
    return Span(Point(day=-said["n"]), Point(day=-1)) if 1 < said["n"] <= 31 else None


def _month_of_year(said: Said) -> Meaning | None:
    return Point(month=said["n"]) if 0 < said["n"] <= 12 else None


def _last_months(said: Said) -> Meaning | None:
    return Span(Point(month=13 - said["n"]), Point(month=12)) if 1 < said["n"] < 12 else None


def _first_quarters(said: Said) -> Meaning | None:
    return Span(Point(quarter=1), Point(quarter=said["n"])) if 1 < said["n"] <= 4 else None


def _week(said: Said) -> Meaning | None:
    return Point(week=said["n"]) if 0 < said["n"] <= 53 else None


def _weekday(said: Said) -> Meaning | None:
    return Point(week=said["n"], weekday=said["weekday"]) if 0 < said["n"] <= 5 else None


def _years_away(said: Said) -> Meaning | None:
    """五年后3月: that month of the year so many years away; 25年前9月 is the nine months of 2025."""
    if said["n"] > 9 + 190 * ("further" in said):
        return None
    return Point(year_shift=said["away"] * said["n"], month=said["month"], day=said.get("day"))


def _day_years_away(said: Said) -> Point:
    return Point(year_shift=said["away"] * said["n"], day_shift=0)


RULES: tuple[Rule, ...] = (
    Rule(
        "week_of_month",
        f"(?:{_OF_MONTH}|{_OF_YEAR})第{{n}}(?:个{_WEEK}|周)(?![一二三四五六日末])",
        _week,
        (
            ("9月第二周", "2022-W37", "2022-09-20"),
            ("2020年五月第一周", "2020-W19"),
            ("今年第三十七个星期", "2022-W37"),
            ("第二周训练", ""),
        ),
    ),
    Rule(
        "iso_week",
        f"{_OF_YEAR}W{{n}}(?![0-9A-Za-z])",
        _week,
        (("2022年W30", "2022-W30"), ("2021年W05", "2021-W05"), ("2022年W60", "2022"), ("2022年W3A", "2022")),
    ),
    Rule(
        "last_week_of_month",
        f"(?:{_OF_MONTH}|{_OF_YEAR})最后一?个?{_WEEK}(?![一二三四五六日末])",
        pointing(week=-1),
        (("8月最后一周", "2022-W35"), ("今年最后一周", "2022-W52")),
    ),
    Rule(
        "weekday_of_month",
        f"{_OF_MONTH}第{{n}}个{_WEEK}{{weekday}}",
        _weekday,
        (("6月第3个星期日", "2022-06-19"), ("明年的11月份第二个周日", "2023-11-12")),
    ),
    Rule(
        "last_weekday_of_month",
        f"{_OF_MONTH}最后一?个{_WEEK}{{weekday}}",
        pointing(week=-1),
        (("8月最后一个周五", "2022-08-26"),),
    ),
    Rule("day_of_month", f"{_OF_MONTH}第{{n}}[天日]", _in_month(1), (("今年2月的第二天", "2022-02-02"),)),
    Rule(
        "last_day_of_month",
        f"{_OF_MONTH}最后一[天日]",
        pointing(day=-1),
        (("5月最后一天", "2022-05-31"), ("今年2月最后一天", "2022-02-28")),
    ),
    Rule("first_day_of_month", f"{_OF_MONTH}首[日天]", pointing(day=1), (("9月首日", "2022-09-01"),)),
    Rule("first_days_of_month", f"{_OF_MONTH}[前首]{{n}}[天日]", _first_days, (("8月前4天", "2022-08-01/2022-08-04"),)),
    Rule(
        "last_days_of_month",
        f"{_OF_MONTH}(?:最后|后){{n}}[天日]",
        _last_days,
        (("8月最后三天", "2022-08-29/2022-08-31"),),
    ),
    Rule(
        "day_of_year",
        f"{_OF_YEAR}第{{n}}[天日]",
        _in_year(1),
        (("2025年第一天", "2025-01-01"), ("2023年的第十天", "2023-01-10")),
    ),
    Rule(
        "day_from_end_of_year",
        f"{_OF_YEAR}倒数第{{n}}[天日]",
        _in_year(-1),
        (("2022年倒数第364天", "2022-01-02"),),
    ),
    Rule(
        "last_day_of_year",
        f"{_OF_YEAR}最后一[天日]",
        pointing(period=_day_of_year(-1)),
        (("2022年最后一天", "2022-12-31"),),
    ),
    Rule(
        "first_days_of_year",
        f"{_OF_YEAR}[前头]{{n}}[天日]",
        _days_from_edge(1),
        (("去年的前10天", "2021-01-01/2021-01-10"), ("2021年头20天", "2021-01-01/2021-01-20")),
    ),
    Rule(
        "last_days_of_year",
        f"{_OF_YEAR}最后{{n}}[天日]",
        _days_from_edge(-1),
        (("去年最后10天", "2021-12-22/2021-12-31"),),
    ),
    Rule(
        "weekday_of_year",
        f"{_OF_YEAR}第{{n}}个{_WEEK}{{weekday}}",
        _weekday_of_year,
        (("今年的第三个星期二", "2022-01-18"),),
    ),
    Rule("last_month_of_year", f"{_OF_YEAR}最后一个月", pointing(month=12), (("去年最后一个月", "2021-12"),)),
    Rule("first_day_of_year", f"{_OF_YEAR}首[日天]", pointing(period=_day_of_year(1)), (("2022年首日", "2022-01-01"),)),
    Rule("month_of_year", f"{_OF_YEAR}第{{n}}个月", _month_of_year, (("2021年第8个月", "2021-08"),)),
    Rule("first_month_of_year", f"{_OF_YEAR}首月", pointing(month=1), (("2005年首月", "2005-01"),)),
    Rule(
        "last_months_of_year",
        f"(?:{_OF_YEAR}最后|(?:(?<={_FIGURE}{_FIGURE}年)|(?<={_FIGURE}{_FIGURE} 年))后){{n}}个?月",
        _last_months,
        (("2021年后三个月", "2021-10/2021-12"),),
    ),
    Rule(
        "month_of_year_away",
        "{n}年(?:以|之)?{away}{further}?{month}月(?:{day}[日号])?",
        _years_away,
        (("五年后3月三十号", "2027-03-30"), ("三年前的6月", "2019-06"), ("二十年前的6月", "2002-06")),
    ),
    Rule(
        "day_of_year_shifted",
        "(?:{year_shift}|{year}年)的?{day_shift}",
        point,
        (("去年的今天", "2021-09-03"), ("一九五六年的昨天", "1956-09-02")),
    ),
    Rule(
        "day_of_month_shifted",
        "{month_shift}的?(?:今天|今日)",
        pointing(day_shift=0),
        (("上个月的今天", "2022-08-03"), ("下月今日", "2022-10-03")),
    ),
    Rule(
        "day_years_away",
        "{n}年(?:以|之)?{away}的?(?:今天|今日)",
        _day_years_away,
        (("十年前的今天", "2012-09-03"), ("两年前今天八点", "2020-09-03T08:00"), ("一百年后的今天", "2122-09-03")),
    ),
    Rule(
        "same_day_years_away",
        "{n}年(?:以|之)?{away}的(?:这一?天|同一天|当天|当日)",
        lambda said: replace(_day_years_away(said), follows=True),
        (("8月20日，三十年前的这一天", "1992-08-20"),),
    ),
    Rule(
        "same_day_of_year",
        "{year_shift}的(?:这一?天|同一天)",
        pointing(day_shift=0, follows=True),
        (("8月20日是馆庆，去年的这一天闭馆", "2021-08-20"),),
    ),
    Rule(
        "week_of_day",
        "(?:(?<=[日号]开始的)|(?<=[日号]所在的))[这那]?一?周",
        pointing(week_shift=0, follows=True),
        (("9月5日开始的这一周", "2022-W36"),),
    ),
    Rule(
        "day_after_day",
        "(?:(?<=[日号天]后)|(?<=[日号天]后的))第{n}[天日]",
        lambda said: Point(day_shift=said["n"], follows=True),
        (("8月13日后的第3天", "2022-08-16"),),
    ),
    Rule(
        "months_past",
        "(?:(?<=近)|(?<=过去)){n}月(?![份0-9初上中下底末旬])",
        lambda said: Length(months=said["n"]),
        (("近三月", "P3M"), ("近仨月销量", "P3M")),
    ),
    Rule(
        "first_quarters_of_year",
        f"{_OF_YEAR}前{{n}}个季度",
        _first_quarters,
        (("2021年前两个季度", "2021-Q1/2021-Q2"),),
    ),
)
"""The rows; each continues the month or the year before it."""
