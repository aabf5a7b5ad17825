"""Eras, years before the common era, and the years of cycles: 民国111年, 康熙六十一年, 公元前221年, 甲午年, 龙年."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions import calendars
from timeline.expressions.builders import meaning, point
from timeline.expressions.meaning import Meaning, Point, Span, Vague
from timeline.expressions.tagger import Rule

_NOT_AGE = "(?!轻|纪|龄|代|级|画|货|糕|夜饭|华|会|薪|报|度|限|均|产|检|费|关|少|富|迈|幼|老|近|终)"


def _era_year(said: Mapping[str, Any]) -> Meaning | None:
    year = said["era"].year(said["era_count"])
    return None if year is None else Point(year=year, month=said.get("month"), day=said.get("day"))


def _before_the_era(said: Mapping[str, Any]) -> Meaning | None:
    """A year before the year 1, whose number is negative: 公元前221年 is -220, as ISO 8601 counts."""
    return Point(year=-said["ancient"] + 1) if 0 < said["ancient"] < 10_000 else None


def _of_the_era(said: Mapping[str, Any]) -> Meaning | None:
    return Point(year=said["ancient"]) if 0 < said["ancient"] < 3_000 else None


def _span_of_the_era(said: Mapping[str, Any]) -> Meaning | None:
    first, last = said["ancient"], said["n"]
    return Span(Point(year=first), Point(year=last)) if 0 < first < last < 3_000 else None


def _sexagenary(said: Mapping[str, Any]) -> Meaning | None:
    cycle = calendars.sexagenary_cycle(said["stem"], said["branch"])
    return None if cycle is None else Point(cycle=cycle)


def _animal(said: Mapping[str, Any]) -> Meaning:
    return Point(cycle=calendars.zodiac_cycle(said["animal"]))


RULES: tuple[Rule, ...] = (
    Rule(
        "era_year",
        "{dynasty}?(?:朝|代)?{era}{era_count}年" + _NOT_AGE,
        _era_year,
        (
            ("民国111年", "2022"),
            ("民國三十八年", "1949"),
            ("清康熙六十一年", "1722"),
            ("明萬曆十五年", "1587"),
            ("光绪二十年", "1894"),
            ("令和4年", "2022"),
            ("宣统元年", "1909"),
        ),
    ),
    Rule("era_month", "{era}{era_count}年{month}月份?", _era_year, (("民国26年7月", "1937-07"),)),
    Rule("era_date", "{era}{era_count}年{month}月{day}[日号]", _era_year, (("民國111年9月3日", "2022-09-03"),)),
    Rule(
        "before_era_year", "公元前{ancient}年", _before_the_era, (("公元前221年", "-0220"), ("公元前二二一年", "-0220"))
    ),
    Rule(
        "before_era_century",
        "公元前{n}(?:世纪|千年)(?:{decade}年代)?(?:{long_mod}|{mod})?",
        meaning(Vague("PAST_REF")),
        (("公元前3世纪", "PAST_REF"),),
    ),
    Rule("era_common_year", "公元{ancient}年(?!前|后|来)", _of_the_era, (("公元618年", "0618"),)),
    Rule(
        "era_common_years",
        "公元{ancient}年?[至到~-](?:公元)?{n}年(?!前|后|来)",
        _span_of_the_era,
        (("公元618年至907年", "0618/0907"),),
    ),
    Rule("common_era_date", "公[元历]{year}年{month}月{day}[日号]", point, (("公元2022年9月3日", "2022-09-03"),)),
    Rule("common_era_month", "公[元历]{year}年{month}月", point, (("公元1949年10月", "1949-10"),)),
    Rule(
        "sexagenary_year",
        "(?:农历|岁次)?{stem}{branch}(?:[鼠牛虎兔龙蛇马羊猴鸡狗猪])?年" + _NOT_AGE,
        _sexagenary,
        (("农历壬寅年", "2022"), ("甲午年", "2014"), ("癸卯兔年", "2023")),
    ),
    Rule(
        "zodiac_year",
        "{animal}年(?![轻纪龄代级画华会薪报度限均检费]|夜饭)",
        _animal,
        (("龙年", "2024", "2023-12-30"), ("馬年", "2026", "2025-12-30"), ("养马年限", "")),
    ),
)
"""The rows; cycles take the nearest year."""
