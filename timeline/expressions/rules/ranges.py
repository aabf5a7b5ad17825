"""Ranges whose unit is said once: 9-12月, 2021~2023年, 1日至3日, 前三季度, 19:30-21:00."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import span
from timeline.expressions.meaning import Meaning, Point, Span
from timeline.expressions.tagger import Rule


def _ascending(said: Mapping[str, Any]) -> Meaning | None:
    """A range of months, days or years that does not run backward."""
    built = span(said)
    for name in ("year", "month", "day"):
        first, last = getattr(built.first, name), getattr(built.last, name)
        if first is not None and last is not None and first > last and name == "year":
            return None
    return built


def _first_months(said: Mapping[str, Any]) -> Meaning | None:
    return Span(Point(month=1), Point(month=said["n"])) if 1 < said["n"] <= 12 else None


def _first_quarters(said: Mapping[str, Any]) -> Meaning | None:
    return Span(Point(quarter=1), Point(quarter=said["quarter"])) if said["quarter"] > 1 else None


def _two_figures(said: Mapping[str, Any]) -> Meaning | None:
    """2022-25年: the last year takes its century from the first."""
    first, last = said["first_year"], said["n"]
    year = first // 100 * 100 + last
    return Span(Point(year=first), Point(year=year)) if last < 100 and year > first else None


RULES = (
    Rule(
        "years",
        "{first_year}年?{dash}{year}年度?(?!级)",
        _ascending,
        (("2021~2023年", "2021/2023"), ("2022—2025年", "2022/2025"), ("2016年至2017年", "2016/2017")),
    ),
    Rule("years_short_last", "{first_year}年?{dash}{n}年", _two_figures, (("2022-25年", "2022/2025"),)),
    Rule(
        "years_bare",
        "{first_year}-{year}(?![0-9年./-])(?=[)）》】 ]|赛季|学年|雪季|财年|这)(?:赛季|学年|财年)?",
        _ascending,
        (("（2022-2025）", "2022/2025"), ("2012-2022这十年", "2012/2022")),
    ),
    Rule(
        "months",
        "{first_month}月?{dash}{month}月份?",
        span,
        (("1—6月份", "2022-01/2022-06"), ("3-5月", "2022-03/2022-05")),
    ),
    Rule("months_of_year", "{year}年{first_month}月?{dash}{month}月份?", span, (("2021年9-12月", "2021-09/2021-12"),)),
    Rule(
        "months_of_year_relative",
        "{year_shift}的?{first_month}月?{dash}{month}月份?",
        span,
        (("去年9-12月", "2021-09/2021-12"),),
    ),
    Rule(
        "days",
        "{first_day}[日号]?{dash}{day}(?:日|号(?![线楼院]))(?!元|均|游|内)",
        span,
        (("1日~3日", "2022-09-01/2022-09-03"), ("1-3日", "2022-09-01/2022-09-03")),
    ),
    Rule(
        "days_of_month",
        "{first_month}月{first_day}[日号]?{dash}{day}(?:日|号)",
        lambda said: _days_of_month(said),
        (("9月1日~3日", "2022-09-01/2022-09-03"), ("8月1-5日", "2022-08-01/2022-08-05")),
    ),
    Rule(
        "dates_of_month",
        "{year}年{first_month}月{first_day}[日号]?{dash}{day}(?:日|号)",
        lambda said: _days_of_month(said),
        (("2021年9月1至3日", "2021-09-01/2021-09-03"),),
    ),
    Rule(
        "days_from_today",
        "今明[两二2]?[天日]",
        lambda _said: Span(Point(day_shift=0), Point(day_shift=1)),
        (("今明两天", "2022-09-03/2022-09-04"),),
    ),
    Rule(
        "days_from_tomorrow",
        "明后[两二2]?[天日]",
        lambda _said: Span(Point(day_shift=1), Point(day_shift=2)),
        (("明后两天", "2022-09-04/2022-09-05"),),
    ),
    Rule(
        "years_from_this",
        "今明[两二2]年",
        lambda _said: Span(Point(year_shift=0), Point(year_shift=1)),
        (("今明两年", "2022/2023"),),
    ),
    Rule(
        "years_to_this",
        "(?:去今|去年今年)[两二2]年",
        lambda _said: Span(Point(year_shift=-1), Point(year_shift=0)),
        (("去今两年", "2021/2022"),),
    ),
    Rule(
        "hours",
        "(?<![0-9.:第]){first_hour}{dash}{hour}(?:时(?![间段速长差代期])|点钟?(?![建要意共原内看]))",
        span,
        (
            ("8月5日0—24时", "2022-08-05T00:00/2022-08-06T00:00"),
            ("9至11点", "2022-09-03T09:00/2022-09-03T11:00"),
            ("提出3-5点建议", ""),
        ),
    ),
    Rule(
        "first_months",
        "(?<!提)[前首头]{n}个?月(?!饼|[0-9一二三四五六七八九十]+日)",
        _first_months,
        (("2021年前11个月", "2021-01/2021-11"), ("今年前8月", "2022-01/2022-08")),
    ),
    Rule(
        "quarters",
        "第?{first_quarter}(?:季度?)?{dash}第?{quarter}季度",
        lambda said: Span(Point(quarter=said["first_quarter"]), Point(quarter=said["quarter"])),
        (("第一至第三季度", "2022-Q1/2022-Q3"), ("一到二季度", "2022-Q1/2022-Q2")),
    ),
    Rule(
        "centuries",
        "{first_century}(?:世纪)?{dash}{century}世纪",
        lambda said: Span(Point(century=said["first_century"]), Point(century=said["century"])),
        (("18至19世纪", "17XX/18XX"), ("十八世纪到二十世纪", "17XX/19XX")),
    ),
    Rule("first_quarters", "(?<!提)[前首]{quarter}个?季度?", _first_quarters, (("前三季度", "2022-Q1/2022-Q3"),)),
    Rule(
        "first_two_quarters",
        "(?<!提)[前首头]两个?季度",
        lambda _said: Span(Point(quarter=1), Point(quarter=2)),
        (("前两季度", "2022-Q1/2022-Q2"),),
    ),
    Rule("first_quarters_figures", "Q1{dash}Q{quarter}", _first_quarters, (("Q1-Q3", "2022-Q1/2022-Q3"),)),
)
"""Rows for ranges whose unit is said once; where both ends are whole, ``join_ranges`` joins them."""


def _days_of_month(said: Mapping[str, Any]) -> Meaning:
    shared = {"month": said["first_month"]} | ({"year": said["year"]} if "year" in said else {})
    return Span(Point(**shared, day=said["first_day"]), Point(**shared, day=said["day"]))
