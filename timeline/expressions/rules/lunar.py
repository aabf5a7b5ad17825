"""Days and months of the lunar calendar: 农历八月十五, 正月十五, 腊月廿三, 大年初三."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from timeline.expressions import calendars
from timeline.expressions.meaning import Point, YearlyPeriod
from timeline.expressions.tagger import Rule

_LUNAR = "(?:农历|阴历|旧历|夏历)的?"
_NOT_MORE = "(?![日号个年月天多几余分点岁人名届次期秒周倍]|[一二三四五六七八九十百千万])"
"""八月十五日 and 八月十五号 are days of the Gregorian month."""


SPOKEN_DAY = (
    "(?=[一二三四五六七八九十]{1,2} ?月 ?[二三]?十[一二三四五六七八九]?"
    + _NOT_MORE
    + ")(?![二三四五六七八九十][一二]? ?月 ?十五)"
)
"""一月二十九: a day of the Gregorian month without its 日; but 八月十五 and 二月十五 are lunar days."""

_IN_YEAR = "(?:{year}年的?|{year_shift}的?)?"


def _period(month: int, day: int | None, leap: bool) -> YearlyPeriod:
    """The day, or the whole month where there is no day, in each lunar year."""

    def period(year: int) -> tuple[date, date] | None:
        if day is None:
            return calendars.lunar_month(year, month, leap)
        first = calendars.lunar_day(year, month, day, leap)
        return (first, first + timedelta(days=1)) if first else None

    return period


def _lunar(
    leap: bool = False, month: int | None = None, day: int | None = None
) -> Callable[[Mapping[str, Any]], Point]:
    """Builds the lunar day that the slots say, or the month where they say no day; in their year where they say one."""

    def build(said: Mapping[str, Any]) -> Point:
        period = _period(
            month or said.get("lunar_month") or said["month"], day or said.get("lunar_day") or said.get("day"), leap
        )
        return Point(year=said.get("year"), year_shift=said.get("year_shift"), period=period)

    return build


def _lunar_days(said: Mapping[str, Any]) -> Point | None:
    """From one day of a lunar month to a later one."""
    first, last = said["lunar_day"], said["last_lunar_day"]
    if first >= last:
        return None

    def period(year: int) -> tuple[date, date] | None:
        begin = calendars.lunar_day(year, said["lunar_month"], first)
        end = calendars.lunar_day(year, said["lunar_month"], last)
        return (begin, end + timedelta(days=1)) if begin and end else None

    return Point(year=said.get("year"), year_shift=said.get("year_shift"), period=period)


RULES: tuple[Rule, ...] = (
    Rule(
        "lunar_day",
        f"{_IN_YEAR}{_LUNAR}{{month}}月{{lunar_day}}[日号]?",
        _lunar(),
        (
            ("农历八月十五", "2022-09-10"),
            ("農曆二月初二", "2022-03-04", "2022-03-01"),
            ("阴历腊月廿三", "2022-01-25", "2022-01-20"),
            ("农历九月初九", "2022-10-04"),
        ),
    ),
    Rule(
        "lunar_days",
        f"{_IN_YEAR}(?:{_LUNAR})?{{lunar_month}}{{lunar_day}}[至到~-]{{last_lunar_day}}{_NOT_MORE}",
        _lunar_days,
        (("正月初一至十五", "2022-02-01/2022-02-15", "2022-02-20"), ("农历十月初一到十五", "2022-10-25/2022-11-08")),
    ),
    Rule(
        "lunar_single_day",
        f"{_IN_YEAR}{_LUNAR}{{month}}月{{single_day}}{_NOT_MORE}",
        lambda said: _lunar()({**said, "lunar_day": said["single_day"]}),
        (("农历三月三", "2022-04-03", "2022-04-01"),),
    ),
    Rule("lunar_day_figures", f"{_IN_YEAR}{_LUNAR}{{month}}月{{day}}[日号]", _lunar(), (("农历8月8日", "2022-09-03"),)),
    Rule(
        "lunar_day_of_year",
        f"{_LUNAR}{{year}}年的?{{month}}月{{lunar_day}}",
        _lunar(),
        (("农历2013年八月十五", "2013-09-19"),),
    ),
    Rule(
        "lunar_date",
        f"{_LUNAR}{{year}}年的?{{month}}月{{day}}[日号]",
        _lunar(),
        (("农历2013年八月八日", "2013-09-12"),),
    ),
    Rule(
        "lunar_month_of_year",
        f"{_LUNAR}{{year}}年的?{{month}}月",
        _lunar(),
        (("阴历二〇二一年六月", "2021-07-10/2021-08-07"),),
    ),
    Rule(
        "lunar_month",
        f"{_IN_YEAR}{_LUNAR}{{month}}月",
        _lunar(),
        (("农历十月", "2022-10-25/2022-11-23", "2022-11-01"),),
    ),
    Rule(
        "lunar_leap_month",
        f"(?:{_LUNAR})?闰{{month}}月",
        _lunar(leap=True),
        (("闰四月", "2020-05-23/2020-06-20", "2020-01-01"),),
    ),
    Rule(
        "lunar_leap_day",
        f"(?:{_LUNAR})?闰{{month}}月{{lunar_day}}",
        _lunar(leap=True),
        (("闰二月初一", "2023-03-22", "2023-03-30"),),
    ),
    Rule(
        "lunar_named_month",
        f"{_IN_YEAR}{{named_month}}月(?:里|间)?",
        _lunar(),
        (("正月", "2022-02-01/2022-03-02", "2022-02-10"), ("腊月里", "2022-12-23/2023-01-21", "2023-01-10")),
    ),
    Rule(
        "lunar_plain_day",
        f"{_IN_YEAR}(?!{SPOKEN_DAY}){{lunar_month}}{{lunar_day}}{_NOT_MORE}",
        _lunar(),
        (
            ("正月十五", "2022-02-15", "2022-02-10"),
            ("腊月廿三", "2022-01-25", "2022-01-20"),
            ("八月十五", "2022-09-10"),
            ("去年五月初五", "2021-06-14"),
            ("2019年腊月初一", "2019-12-26"),
            ("明年臘月廿三", "2024-02-02"),
            ("五月初五", "2022-06-03", "2022-06-01"),
            ("十一月廿九", "2021-01-12", "2021-01-10"),
            ("正月初8", "2022-02-08", "2022-02-10"),
        ),
    ),
    Rule(
        "lunar_fifteenth",
        f"{_IN_YEAR}8 ?月 ?十五{_NOT_MORE}",
        _lunar(month=8, day=15),
        (("8月十五赏月", "2022-09-10"),),
    ),
    Rule(
        "new_year_day",
        f"(?:大年|农历正月|正月|新年|(?<![0-9〇零一二三四五六七八九今明去前后半])年)初{{first_ten}}{_NOT_MORE}",
        lambda said: _lunar(month=1)({"lunar_day": said["first_ten"]}),
        (("大年初三", "2022-02-03", "2022-02-10"), ("年初六", "2022-02-06", "2022-02-10")),
    ),
    Rule(
        "new_year_day_after",
        f"(?<=[至到~、-])初{{first_ten}}(?!中|级|年级|期|步|次|赛|审|选|学|高){_NOT_MORE}",
        lambda said: _lunar(month=1)({"lunar_day": said["first_ten"]}),
        (("大年初二至初四", "2022-02-02/2022-02-04", "2022-02-10"),),
    ),
)
"""The rows; a lunar year is the Gregorian year in which it begins."""
