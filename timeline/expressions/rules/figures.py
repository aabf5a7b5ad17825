"""Dates and clocks in figures that lack their words: 2022 11 23, 09-01 20:01, 11/3号, 10月22出发."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import point
from timeline.expressions.meaning import Meaning, Point, Span
from timeline.expressions.tagger import Rule

_ALONE = "(?<![0-9A-Za-z./:+-])"
_IN_BRACKETS = "\\((?:周|星期)?[一二三四五六日天]\\)"
_WEEKDAY = f"(?:{_IN_BRACKETS})?"
_ENDS = "(?![0-9A-Za-z./:%+-])"


def _stamp(said: Mapping[str, Any]) -> Meaning:
    """The numbers of a stamp from the year, or the month, on."""
    numbers: list[int] = said["stamp"]
    names = ("year", "month", "day", "hour", "minute", "second")
    fields: dict[str, Any] = dict(zip(names if numbers[0] > 12 else names[1:], numbers, strict=False))
    return Point(**fields)


def _slashes(said: Mapping[str, Any]) -> Meaning | None:
    """8/15~8/20: two days, the second the later, one of them of two figures; else two fractions."""
    first, last = (said["first_month"], said["first_day"]), (said["month"], said["day"])
    if first >= last or max(first[1], last[1]) < 10:
        return None
    return Span(Point(month=first[0], day=first[1]), Point(month=last[0], day=last[1]))


def _month_to_year(said: Mapping[str, Any]) -> Meaning | None:
    first, last = said["first_year"], said["year"]
    return Span(Point(year=first, month=said["first_month"]), Point(year=last)) if first < last else None


def _year_to_month(said: Mapping[str, Any]) -> Meaning | None:
    first, last = said["first_year"], said["year"]
    return Span(Point(year=first), Point(year=last, month=said["month"])) if first < last else None


RULES: tuple[Rule, ...] = (
    Rule(
        "stamp",
        f"{_ALONE}(?=(?:19|20)[0-9]|0[1-9]-|1[012]-){{stamp}}(?:(?:\\.[0-9]+)?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])|{_ENDS})",
        _stamp,
        (
            ("2022 11 23", "2022-11-23"),
            ("2021-09-0910:09", "2021-09-09T10:09"),
            ("2021-09-12-11：23", "2021-09-12T11:23"),
            ("2021-09-12T11:23:05+08:00", "2021-09-12T11:23:05"),
            ("09-01 20:01", "2022-09-01T20:01"),
            ("更新于08-30", "2022-08-30"),
            ("比分为10-12", ""),
            ("编号2021-09-12345", ""),
        ),
    ),
    Rule("month_day_slash", f"{_ALONE}{{month}}/{{day}}[号日]", point, (("8/3号", "2022-08-03"),)),
    Rule("month_day_slash_alone", "(?<![\\s\\S]){month}/{day}(?![\\s\\S])", point, (("8/3", "2022-08-03"),)),
    Rule(
        "month_day_slash_led",
        "(?:(?<=[自从])|(?<=[即将定订拟已改会展店馆品剧片赛目]于)){month}/{day}(?![0-9/%]|的)" + _WEEKDAY,
        point,
        (("展览将于9/3开幕", "2022-09-03"), ("占比小于1/3", ""), ("自9/3（六）售票", "2022-09-03")),
    ),
    Rule(
        "month_day_slash_on",
        f"{_ALONE}{{month}}/{{day}}(?=起(?!步)|止|当[天日晚]|开[幕放始卖业馆售]|举行|登场|上[映线市午]|下午|晚上|早上|{_IN_BRACKETS})"
        + _WEEKDAY,
        point,
        (("9/3起售票", "2022-09-03"), ("9/3(六)下午", "2022-09-03TAF"), ("1/3的观众", "")),
    ),
    Rule(
        "month_day_slash_range",
        f"{_ALONE}{{first_month}}/{{first_day}}{{dash}}{{month}}/{{day}}(?![0-9/%])",
        _slashes,
        (("8/15~8/20", "2022-08-15/2022-08-20"), ("1/4-1/3", ""), ("1/3至2/3", "")),
    ),
    Rule(
        "month_day_bare",
        "{month}月(?= ?[0-9]){day}"
        "(?=[，。,;；、！？)~]|[-至到][0-9一二三四五六七八九十]|起|前往|出[发生席]|晚|早|上午|下午|凌晨|\n|$)",
        point,
        (
            ("他在8月22出生", "2022-08-22"),
            ("定在十月31", "2022-10-31"),
            ("8月3至8月10", "2022-08-03/2022-08-10"),
            ("6月30家企业", "2022-06"),
        ),
    ),
    Rule(
        "year_month_day_bare",
        "{year}年{month}月(?= ?[0-9]){day}(?=[，。,;；、！？)~]|起|\n|$)",
        point,
        (("2013年2月2", "2013-02-02"),),
    ),
    Rule(
        "year_month_figures_bare",
        f"{_ALONE}(?=(?:19|20)[0-9]){{year}}-{{full_month}}(?![0-9A-Za-z./:%年号届-])",
        point,
        (("2019-12", "2019-12"), ("（2021-08）", "2021-08"), ("2010-12年", "2010/2012"), ("编号2020-12345", "")),
    ),
    Rule("year_alone", "(?<![^\n])(?=(?:19|20)[0-9][0-9](?![^\n])){year}", point, (("2018", "2018"), ("2018台", ""))),
    Rule(
        "year_spelled",
        "{spelled_year}年(?![级龄制费检轮薪货画限多余半来间])",
        point,
        (("一五年建成", "2015"), ("五八年", "1958"), ("三五年", "PXY")),
    ),
    Rule(
        "month_to_year",
        "{first_year}\\.{first_month}{dash}{year}(?![0-9.年-])",
        _month_to_year,
        (("2008.03-2009", "2008-03/2009"),),
    ),
    Rule(
        "year_to_month",
        "{first_year}年?{dash}(?:{year}|{short_year})年{month}月份?(?![0-9一二三四五六七八九十])",
        _year_to_month,
        (("1985到89年9月", "1985/1989-09"), ("2018年至2021年6月", "2018/2021-06")),
    ),
)
"""The rows; a month and a day in figures alone need a nought before the month, or a clock behind them."""
