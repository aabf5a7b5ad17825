"""Festivals, statutory breaks, solar terms, five-year plans and school years."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from timeline.expressions import calendars
from timeline.expressions.meaning import Meaning, Point, Span, YearlyPeriod
from timeline.expressions.tagger import Rule

Said = Mapping[str, Any]

_YEAR_SAID = '(?:{year}年度?的?|{short_year}年的?|{year_shift}的?|{animal}年)[“"「『‘]?'
_YEAR = f"(?:{_YEAR_SAID})?"
_OPEN, _CLOSE = '[“"「『‘]', '[”"」』’]'
_BREAK = "(?:小长假|小假期|长假|假期|黄金周|假日)"
_RELEASES = "档(?:期(?!间))?(?![口次案位])"
_OTHER = f"(?:{{other_festival}}[、和与]?{_OPEN}?)?"
_NOT_NUMBER = "(?<![0-9〇零一二三四五六七八九十百千万第周初])"
_NOT_PLACE = (
    "(?!路|街|巷|大道|村|镇|桥|广场|公园|小区|大厦|花园|宫|观|山|湖|岛|晚会|联欢|春晚|档|月饼|粽|汤圆|礼盒|礼品|礼物|大礼|"
    "灯会|灯展|上河|粥|蒜|老人|帽|树|卡|木|糕|版|款|工|作业|班|游|轻|货|夜饭|奶奶|爷爷|号| ?[0-9](?![0-9]?[点时:]))"
)
"""What makes a name of a place, a show or a dish out of a festival."""
_NOT_SURNAME = (
    "(?<![张王李赵刘陈杨黄吴徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蒋蔡余杜程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦"
    "邹孟熊秦邱尹薛闫段雷侯陶黎贺顾郝龚邵钱中大从过老])"
)
_NOT_AFFAIR = (
    "(?!晚会|普法|劳动奖|勋章|奖章|口号|运动|精神|厂|制片|学校|中学|小学|大楼|广场|路|街|村|杯|队|宪法|讲话|起义|表彰|惨案|事变|新文化|"
    "青年奖|南昌|电影|枪|大道|桥|式|湖|公园|奖)"
)


def _in_year(said: Said, period: YearlyPeriod) -> Point:
    """The period in the year that the words say, where they say one."""
    cycle = calendars.zodiac_cycle(said["animal"]) if "animal" in said else None
    return Point(year=said.get("year"), year_shift=said.get("year_shift"), cycle=cycle, period=period)


def _festival(said: Said) -> Meaning:
    return _in_year(said, (said.get("festival") or said["short_festival"]).bounds)


def _twice_named(said: Said) -> Meaning | None:
    """“六一”儿童节: one festival by two of its names."""
    return _festival(said) if said["short_festival"] is said["festival"] else None


def _break_of(festival: calendars.Festival) -> YearlyPeriod:
    title = "春节" if festival.name == "除夕" else festival.name
    return partial(calendars.statutory_break, title)


def _break(said: Said) -> Meaning:
    return _in_year(said, _break_of(said["holiday"]))


def _joint_break(year: int) -> tuple[date, date] | None:
    """The break that 中秋节 and 国庆节 share in some years."""
    days = calendars.statutory_break("国庆节", year)
    return days if days == calendars.statutory_break("中秋节", year) else None


def _day_of_break(
    first: Callable[[Said], int], count: Callable[[Said], int] = lambda _: 1
) -> Callable[[Said], Meaning]:
    """Builds some days of a break: from the `first`-th, or, below zero, from its end."""

    def build(said: Said) -> Meaning:
        at, days = first(said), count(said)

        def period(year: int) -> tuple[date, date] | None:
            bounds = _break_of(said["holiday"])(year)
            if bounds is None:
                return None
            begin = bounds[0] + timedelta(days=at - 1) if at > 0 else bounds[1] + timedelta(days=at)
            until = begin + timedelta(days=days)
            return (begin, until) if bounds[0] <= begin < until <= bounds[1] else None

        return _in_year(said, period)

    return build


def _term(said: Said) -> Meaning:
    name = said.get("solar_term") or said["weather_term"]

    def period(year: int) -> tuple[date, date] | None:
        day = calendars.solar_term(name, year)
        return (day, day + timedelta(days=1)) if day else None

    return _in_year(said, period)


def _plan(least: int = 1) -> Callable[[Said], Meaning | None]:
    """Builds the years of a five-year plan, from the `least`-th plan on."""

    def build(said: Said) -> Meaning | None:
        years = calendars.plan_years(said["plan"])
        if years is None or said["plan"] < least:
            return None
        return Span(Point(year=years[0]), Point(year=years[1]))

    return build


def _plan_edge(said: Said) -> Meaning | None:
    span = _plan()(said)
    return Span(span.first, span.last, said["plan_mod"]) if isinstance(span, Span) else None


def _school_term(said: Said) -> Meaning | None:
    """秋季学期 and 春季学期 of a calendar year."""
    year, season = said["year"], said["season"]
    if season == "FA":
        return Span(Point(year=year, month=9), Point(year=year + 1, month=1))
    return Span(Point(year=year, month=2), Point(year=year, month=7)) if season == "SP" else None


def _school_year(said: Said) -> Meaning | None:
    first = said["year"]
    if said.get("last_year", first + 1) != first + 1:
        return None
    months = {"autumn": ((first, 9), (first + 1, 1)), "spring": ((first + 1, 2), (first + 1, 7))}
    begin, last = months.get(said.get("school_term", ""), ((first, 9), (first + 1, 8)))
    return Span(Point(year=begin[0], month=begin[1]), Point(year=last[0], month=last[1]))


RULES: tuple[Rule, ...] = (
    Rule(
        "festival",
        f"{_YEAR}{{festival}}{_NOT_PLACE}",
        _festival,
        (
            ("国庆节", "2022-10-01"),
            ("2021年春节", "2021-02-12"),
            ("去年中秋節", "2021-09-21"),
            ("零六年端午节", "2006-05-31"),
            ("虎年除夕夜", "2022-01-31", "2022-01-20"),
            ("明年母亲节", "2023-05-14"),
            ("2021年“双11”", "2021-11-11"),
            ("《春节联欢晚会》", ""),
            ("国庆节路", ""),
        ),
    ),
    Rule(
        "festival_loose",
        f"(?:{_YEAR_SAID}|{_NOT_SURNAME}){{loose_festival}}(?![节日号十]){_NOT_PLACE}",
        lambda said: _in_year(said, said["loose_festival"].bounds),
        (
            ("中秋将至", "2022-09-10"),
            ("今年国庆", "2022-10-01"),
            ("端午", "2022-06-03", "2022-06-01"),
            ("清明上河图", ""),
            ("中秋月饼", ""),
            ("李国庆表示", ""),
            ("期中秋游", ""),
        ),
    ),
    Rule(
        "festival_twice_named",
        f"{_YEAR}{{short_festival}}{_CLOSE}?{{festival}}",
        _twice_named,
        (("“六一”国际儿童节", "2022-06-01", "2022-06-01"),),
    ),
    Rule(
        "festival_quoted",
        f"(?<={_OPEN}){{short_festival}}(?={_CLOSE}{_NOT_AFFAIR})",
        _festival,
        (
            ("迎“七一”", "2022-07-01", "2022-06-20"),
            ("“五一”劳动奖章", ""),
            ("“五四”运动", ""),
            ("“618”成交额", "2022-06-18", "2022-06-20"),
        ),
    ),
    Rule(
        "festival_of_year",
        f"{_YEAR_SAID}{{short_festival}}(?![一二三四五六七八九十百个月届点时日号]){_NOT_AFFAIR}",
        _festival,
        (("今年五一", "2022-05-01"), ("去年十一", "2021-10-01")),
    ),
    Rule(
        "festival_led_on",
        f"{_NOT_NUMBER}{{short_festival}}(?=期间|前后|前夕|当天|当日|大促|购物节|年中大促|小长假|出游|返程|出行)",
        _festival,
        (("十一期间", "2022-10-01"), ("618大促", "2022-06-18", "2022-06-20"), ("第十一期间隔", "")),
    ),
    Rule(
        "festival_alone",
        "(?<![^，。；：、！？ \n])五一(?![^，。；！？ \n])",
        lambda _said: Point(period=calendars.festival("劳动节").bounds),
        (("五一，你去哪儿", "2022-05-01", "2022-05-10"),),
    ),
    Rule(
        "festival_only",
        "(?<!.)(?!五一|十一|[0-9]){short_festival}(?!.)",
        _festival,
        (("六一", "2022-06-01", "2022-06-10"), ("八一", "2022-08-01", "2022-08-10"), ("十一", "")),
    ),
    Rule(
        "break",
        f"{_YEAR}{_NOT_NUMBER}{{holiday}}{_CLOSE}?的?(?:[0-9一二三四五六七八九]天)?{_BREAK}",
        _break,
        (
            ("国庆假期", "2022-10-01/2022-10-07"),
            ("今年“五一”假期", "2022-04-30/2022-05-04"),
            ("2023年国庆节黄金周", "2023-09-29/2023-10-06"),
            ("十一长假", "2022-10-01/2022-10-07"),
            ("春节8天长假", "2024-02-10/2024-02-17", "2024-02-20"),
            ("端午小长假", "2022-06-03/2022-06-05", "2022-06-10"),
        ),
    ),
    Rule(
        "release_window",
        f"{_YEAR_SAID}{{holiday}}{_CLOSE}?{_RELEASES}",
        _break,
        (
            ("2025年春节档", "2025-01-28/2025-02-04"),
            ("去年“五一”档", "2021-05-01/2021-05-05"),
            ("春节档电影", ""),
        ),
    ),
    Rule(
        "release_summer",
        f"{_YEAR_SAID}暑[期假]{_RELEASES}",
        lambda said: _in_year(said, calendars.festival("暑假").bounds),
        (("2025年暑期档", "2025-07-01/2025-08-31"), ("暑期档口", "")),
    ),
    Rule(
        "break_of_two",
        f"{_YEAR}{{other_festival}}[、和与]?{_OPEN}?{{holiday}}{_CLOSE}?(?:双节)?{_BREAK}",
        _break,
        (("2023年中秋国庆假期", "2023-09-29/2023-10-06"), ("2020年国庆、中秋长假", "2020-10-01/2020-10-08")),
    ),
    Rule(
        "joint_break",
        f"{_YEAR}双节{_BREAK}",
        lambda said: _in_year(said, _joint_break),
        (("2023年双节假期", "2023-09-29/2023-10-06"),),
    ),
    Rule(
        "break_nth_day",
        f"{_YEAR}{_NOT_NUMBER}{_OTHER}{{holiday}}{_CLOSE}?{_BREAK}的?第{{n}}[天日]",
        _day_of_break(lambda said: int(said["n"])),
        (("国庆假期第三天", "2022-10-03"), ("“五一”假期第2天", "2022-05-01", "2022-05-03")),
    ),
    Rule(
        "break_first_day",
        f"{_YEAR}{_NOT_NUMBER}{_OTHER}{{holiday}}{_CLOSE}?{_BREAK}的?(?:首[日天]|第一[天日])",
        _day_of_break(lambda _: 1),
        (("国庆假期首日", "2022-10-01"), ("2023年中秋国庆假期第一天", "2023-09-29")),
    ),
    Rule(
        "break_last_day",
        f"{_YEAR}{_NOT_NUMBER}{_OTHER}{{holiday}}{_CLOSE}?{_BREAK}的?(?:最后一[天日]|末日|尾日)",
        _day_of_break(lambda _: -1),
        (("国庆假期最后一天", "2022-10-07"),),
    ),
    Rule(
        "break_first_days",
        f"{_YEAR}{_NOT_NUMBER}{_OTHER}{{holiday}}{_CLOSE}?{_BREAK}的?前{{n}}[天日]",
        _day_of_break(lambda _: 1, lambda said: int(said["n"])),
        (("国庆假期前三天", "2022-10-01/2022-10-03"),),
    ),
    Rule(
        "solar_term",
        f"{_YEAR}{{solar_term}}(?!路|街|村|镇|桥|广场|营|公司|剧场|楼|书|后人|无声|[别开散布为成级类期钟局院店校部工享析配手红歧离解行])",
        _term,
        (
            ("2024年冬至", "2024-12-21"),
            ("秋分", "2022-09-23", "2022-09-20"),
            ("黄润秋分别会见", ""),
            ("2022年芒种", "2022-06-06"),
        ),
    ),
    Rule(
        "solar_term_named",
        f"{_YEAR}{_OPEN}?{{weather_term}}{_CLOSE}?(?=节气|时节)",
        _term,
        (("大雪节气", "2022-12-07", "2022-12-01"), ("今年小雪时节", "2022-11-22"), ("大雪纷飞", "")),
    ),
    Rule(
        "solar_term_of_year",
        f"{_YEAR_SAID}{{weather_term}}(?=[，。；、！？,;!? ]|当[天日晚]|[这那]天|[前后到至]|$)",
        _term,
        (("2020年大寒", "2020-01-20"), ("明年谷雨后", "2023-04-20"), ("2008年大雪灾", "2008")),
    ),
    Rule(
        "plan_quoted",
        f"(?<={_OPEN}){{plan}}五(?=(?:规划|计划|时期|期间)?{_CLOSE}(?!普法))",
        _plan(6),
        (
            ("“十四五”", "2021/2025"),
            ("“九五”", "1996/2000"),
            ("「十五五」", "2026/2030"),
            ("“三五”成群", ""),
            ("“八五”普法", ""),
        ),
    ),
    Rule(
        "plan_led_on",
        f"{_NOT_NUMBER}{{plan}}五{_CLOSE}?(?=规划|计划|时期|期间)",
        _plan(),
        (("十三五规划", "2016/2020"), ("一五计划", "1953/1957"), ("“十五”期间", "2001/2005")),
    ),
    Rule(
        "plan",
        f"{_NOT_NUMBER}(?!二十){{plan}}五(?![0-9〇零一二三四五六七八九十百千万亿个年月日号天点时分秒%届次名位人岁楼路层条章])",
        _plan(11),
        (("十四五开局", "2021/2025"), ("十五五前", "2026/2030"), ("二十五人", ""), ("十五六人", "")),
    ),
    Rule(
        "plan_edge",
        f"{_NOT_NUMBER}{{plan}}五{_CLOSE}?(?:规划|计划|时期)?{{plan_mod}}",
        _plan_edge,
        (
            ("到“十四五”末", "2021/2025;mod=END"),
            ("“十三五”初期", "2016/2020;mod=START"),
            ("“十四五”期末", "2021/2025;mod=END"),
        ),
    ),
    Rule(
        "plan_ordinal",
        "第{n}个五年(?:规划|计划)",
        lambda said: _plan()({"plan": said["n"]}),
        (("第十四个五年规划", "2021/2025"), ("第一个五年计划", "1953/1957")),
    ),
    Rule(
        "fiscal_year_part",
        "{year}财年的?(?:第?[一二三四1234]财?季度?|Q[1-4]|[上下]半年|[上下]半财年)",
        lambda said: Point(year=said["year"]),
        (("2023财年第一季度", "2023"), ("2023财年上半年", "2023")),
    ),
    Rule(
        "school_term",
        "{year}年{season}季学期",
        _school_term,
        (("2022年秋季学期", "2022-09/2023-01"), ("2023年春季学期", "2023-02/2023-07")),
    ),
    Rule(
        "school_year",
        "{year}(?:年?(?:--?|~|/|至){last_year}年?|年)?学年度?(?:{school_term})?",
        _school_year,
        (
            ("2022-2023学年", "2022-09/2023-08"),
            ("2022学年", "2022-09/2023-08"),
            ("2022—2023学年第二学期", "2023-02/2023-07"),
        ),
    ),
)
"""The rows; where the words say no year, the one that tense and context want is taken."""
