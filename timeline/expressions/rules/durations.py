"""Lengths of time: 三天, 两个半小时, 半个世纪, 数月; what stands beside them gives their side."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import lasting, length, length_of, vague_length
from timeline.expressions.meaning import Length, Meaning
from timeline.expressions.tagger import Rule

_NOT = "(?!度|钟头|期货|游轮)"


def _mixed(said: Mapping[str, Any]) -> Meaning:
    """两小时15分, 3分20秒."""
    names = ("years", "months", "days", "hours", "minutes", "seconds")
    return Length(**{name: said[name] for name in names if name in said})


def _countdown(said: Mapping[str, Any]) -> Meaning:
    return Length(days=said.get("days") or said["days_left"], side="countdown")


def _plain(said: Mapping[str, Any]) -> Meaning | None:
    """So many units; 2025年 that no row of years took is no length either, nor is 万年."""
    n: int = said["n"]
    return length(said) if n and (said["unit"] != "years" or not 1900 < n < 2100 or n % 100 == 0) else None


def _decimal(said: Mapping[str, Any]) -> Meaning:
    count = float(f"{said['n']}.{said['tenths']}")
    return length_of(said["unit"], round(count * 10_000) if "myriad" in said else count)


def _some(said: Mapping[str, Any]) -> Meaning:
    return vague_length(said["unit"])


def _some_of(said: Mapping[str, Any]) -> Meaning | None:
    """两到三个月; 一个——2025年 is no range of lengths."""
    return _some(said) if said["unit"] != "years" or not 1900 < said["b"] < 2100 else None


def _one_or_two(said: Mapping[str, Any]) -> Meaning | None:
    """2、3年, 十五、六天, 三、四十年: a number and the next one; 3、5月 are no such."""
    following = said["a"] + 1
    return _some(said) if said["b"] in (following, following % 10, 10 * following) and following < 100 else None


_LONE = (
    "(?!(?<=新的|最后|重要|关键|平凡|特殊|忙碌|难忘)一)(?!(?<=新)一年)"
    "(?!(?<=的)(?<!过去的)(?<!以往的)(?<!最近的)(?<!未来的)(?<!下来的)(?<!今后的)(?<!近的)一(?:年|天|周|个月))"
)
"""No length is 一年 in 新的一年, 最后一年 and 最重要的一年."""

RULES = (
    Rule(
        "length",
        "(?<!总有)(?<!有朝)(?<!年比)"
        + _LONE
        + "{n}{unit}(?!比一|如一|一度|半载|五载|两载|两头|打鱼|(?<=一[天年日])[之当]?中最)"
        + _NOT,
        _plain,
        (
            ("三天", "P3D"),
            ("30年", "P30Y"),
            ("两个小时", "PT2H"),
            ("6個月", "P6M"),
            ("二十四小时", "PT24H"),
            ("新的一年里", ""),
            ("一年一度", ""),
            ("十分重要一年", ""),
            ("一天中最冷的时候", ""),
        ),
    ),
    Rule("length_whole", "{n}整个?{unit}" + _NOT, length, (("一整天", "P1D"), ("两整年", "P2Y"))),
    Rule("length_days_within", "{days}日(?=(?:之|以)?内)", _mixed, (("3日内", "P3D"),)),
    Rule(
        "length_days_lasting",
        "(?:(?<=为期|历时|长达|连续|持续|耗时|限期)|(?<=近)){days}日(?!晚|上午|下午)",
        _mixed,
        (("为期三日", "P3D"),),
    ),
    Rule(
        "length_range",
        "{a}个?{dash}{b}{unit}" + _NOT,
        _some_of,
        (("3-5天", "PXD"), ("两到三个月", "PXM"), ("三个——2021年", "2021")),
    ),
    Rule(
        "length_listed",
        "(?<!第){a}、{b}个?(?!日){unit}" + _NOT,
        _one_or_two,
        (("2、3 年", "PXY"), ("三、四个月", "PXM"), ("十五、六天", "PXD")),
    ),
    Rule(
        "length_more", "{n}[多余来]个?{unit}" + _NOT, lasting(mod="MORE_THAN"), (("30多年", "P30Y"), ("10余天", "P10D"))
    ),
    Rule(
        "length_more_behind",
        "(?<!年比){n}{unit}(?<!日)[多余](?!伦|哈|米|数|次|家|个|名|款)",
        lasting(mod="MORE_THAN"),
        (("一年多", "P1Y"),),
    ),
    Rule(
        "length_and_half",
        "{n}个?半{vague_unit}" + _NOT,
        lasting(0.5),
        (("两个半小时", "PT2H30M"), ("一個半月", "P1M15D")),
    ),
    Rule("length_half_behind", "{n}{unit}半(?!年|个|天|月|小时|载)", lasting(0.5), (("两年半", "P2Y6M"),)),
    Rule(
        "length_half",
        "(?:(?<=提前)|(?<![上下前后0-9一二三四五六七八九十]))(?<!年(?=半载))(?:大|小)?半个?{vague_unit}" + _NOT,
        lasting(0.5),
        (("半年", "P6M"), ("半小时", "PT30M"), ("半個世紀", "P50Y")),
    ),
    Rule(
        "length_decimal",
        "{n}\\.{tenths}{myriad}?个?(?!日){unit}" + _NOT,
        _decimal,
        (("1.5小时", "PT1H30M"), ("1.5个月", "P1M15D"), ("30.9个月", "P30.9M"), ("过去1.2万年", "P12000Y")),
    ),
    Rule(
        "length_hours_minutes",
        "{hours}个?小时[零又]?{minutes}分",
        _mixed,
        (("两小时15分", "PT2H15M"), ("1小时零5分", "PT1H5M")),
    ),
    Rule(
        "length_days_hours",
        "{days}天[零又]?{hours}时(?:{minutes}分)?(?:{seconds}秒)?(?!间|段|许|左右)",
        _mixed,
        (("还剩8天20时", "P8DT20H"), ("3天5时20分", "P3DT5H20M")),
    ),
    Rule("length_minutes_seconds", "{minutes}分{seconds}秒", _mixed, (("3分20秒", "PT3M20S"),)),
    Rule("countdown", "倒计时{days}[天日]|倒数{days_left}[天日]", _countdown, (("倒计时100天", "P100D"),)),
    Rule(
        "next_workday",
        "下一?个?工作日",
        lambda _said: Length(workdays=1, side="later"),
        (("下个工作日", "2022-09-05"),),
    ),
    Rule(
        "last_workday",
        "上一?个?工作日",
        lambda _said: Length(workdays=1, side="ago"),
        (("上一个工作日", "2022-09-02"),),
    ),
    Rule(
        "length_one_before",
        "上一?个小时|上一?个钟头",
        lambda _said: Length(hours=1, side="past"),
        (("上个小时", "PT1H"),),
    ),
    Rule(
        "length_one_after",
        "下一?个小时|下一?个钟头",
        lambda _said: Length(hours=1, side="future"),
        (("下个小时", "PT1H"),),
    ),
    Rule(
        "length_quarter_hour",
        "{n}刻钟",
        lambda said: Length(minutes=15 * said["n"]),
        (("一刻钟", "PT15M"), ("3刻钟", "PT45M")),
    ),
    Rule(
        "length_minutes_half",
        "{minutes}分半钟?(?![决赛])",
        lambda said: Length(minutes=said["minutes"], seconds=30),
        (("1分半", "PT1M30S"),),
    ),
    Rule("length_more_counted", "{n}个[多余]{unit}" + _NOT, lasting(mod="MORE_THAN"), (("四个多星期", "P4W"),)),
    Rule(
        "length_spoken_decimal",
        "{n}点{fraction}个?{unit}" + _NOT,
        lambda said: length_of(said["unit"], said["n"] + said["fraction"]),
        (("一点五小时", "PT1H30M"),),
    ),
    Rule(
        "length_vague",
        "(?:好?几|数|多|若干|许多|很多|好多|好些)个?{vague_unit}" + _NOT,
        _some,
        (("多年", "PXY"), ("数月", "PXM"), ("幾天", "PXD")),
    ),
    Rule(
        "length_tens", "[几数][十百千万]+[余多]?个?{vague_unit}" + _NOT, _some, (("数十年", "PXY"), ("几十年", "PXY"))
    ),
    Rule("length_teens", "[十百二三四五六七八九]+几个?{vague_unit}" + _NOT, _some, (("十几年", "PXY"),)),
    Rule("length_about", "{about}个?{vague_unit}" + _NOT, _some, (("三五天", "PXD"), ("两三年", "PXY"))),
)
"""Rows for lengths of time."""
