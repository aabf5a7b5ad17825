"""Dates that stand on the calendar: years, months, days, quarters, halves, seasons, decades, centuries."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import point, pointing
from timeline.expressions.meaning import Meaning, Point, Span
from timeline.expressions.rules.lunar import SPOKEN_DAY
from timeline.expressions.tagger import Rule

_N = "[0-9一二三四五六七八九十、]*[0-9一二三四五六七八九十]"
_NOT_MONTH = (
    "(?!(?:黄金|白银|原油|铜|主力)?(?:合约|期[货金银铜价])|黄金|白银|饼(?!干)|嫂|龄|季花)"
    "(?!球(?![迷员队赛市星衣场])|亮(?![相剑灯丽])|流火|革命|兰(?![州考溪西])|天(?![气津文空下然候猫地河]))"
)
_NOT_LENGTH = "(?!(?:(?<=00年)|(?<=00 年))(?:前(?!后)|来|间|的?历史))"
_NOT_SPAN = (
    "(?!(?:(?<=持续)|(?<=历时)|(?<=长达)|(?<=不多)|(?<=超过)|(?<=过去)|(?<=经过)|(?<=大约)|(?<=距今)|(?<=[近逾约]))"
    "[0-9][0-9]00 ?年)"
)
"""A round number behind these words counts years."""

_NOT_YEAR = "(?!前(?<=00年前)(?!后)|级|龄|制|费|检|轮|轻|薪|货|糕|画|夜饭|利率|余|半|历史|来(?!华|访|到|自)|间)"
_LASTING = "".join(f"(?<!{word})" for word in ("为期", "历时", "长达", "连续", "持续", "耗时", "限期"))
_NOT_DAY = (
    "(?!移动|平均|之内|以内|龄|圆|元(?![旦宵首月帅])|均(?![为有在])|游(?![客泳行船戏艇轮园览击])|线(?![上下索])"
    "|内(?![地蒙部塔阁政外务容贾罗江陆])|常(?![务委德州规会])|子(?![夜弹公女时母宫]))"
)
_NOT_ISSUE = (
    "(?![线楼院门机令文店馆库站房桌车厂井矿煤路街台舰位钢坑岗舱仓船厅元球选码牌称坝段柱桥炉电]|公路|地块|飞船|卫星|"
    "公告|文件|决议|种子|汽油|柴油|泊位|窗口|发动机|航站|病房|列车|隧道|高炉|机组|展|检)"
)


def _compact(said: Mapping[str, Any]) -> Meaning:
    words = said["compact"]
    return Point(year=int(words[:4]), month=int(words[4:6]), day=int(words[6:]))


def _about_months(said: Mapping[str, Any]) -> Meaning:
    """三四月份: two months that follow each other."""
    first, last = said["about_months"]
    return Span(Point(month=first), Point(month=last))


def _two_figures(said: Mapping[str, Any]) -> Meaning | None:
    """08年 and 98年 are years; 30年 is a length."""
    year: int = said["year"]
    return Point(year=year) if 1970 <= year < 2010 else None


def _two_tens(said: Mapping[str, Any]) -> Meaning:
    """5月中下旬: the second and the third ten days of a month."""
    first: int = said["two_tens"]
    return Span(Point(month=said["month"], ten_days=first), Point(month=said["month"], ten_days=first + 1))


def _decades(said: Mapping[str, Any]) -> Meaning:
    """七八十年代: two decades of the century before this one."""
    first, last = said["decades"]
    return Span(Point(century=19, decade=first), Point(century=19, decade=last, mod=said.get("mod")))


def _decade_of_year(said: Mapping[str, Any]) -> Meaning | None:
    year: int = said["year"]
    return Point(century=year // 100, decade=year % 100 // 10, mod=said.get("mod")) if year % 10 == 0 else None


RULES = (
    Rule(
        "date",
        "{year}年[,，、]? ?{month}月份?{day}{day_unit}",
        point,
        (
            ("2022年9月3日", "2022-09-03"),
            ("二〇二二年九月三日", "2022-09-03"),
            ("二零二二年，九月三號", "2022-09-03"),
            ("2022 年 9 月 3 日", "2022-09-03"),
            ("２０２２年０９月０３日", "2022-09-03"),
            ("二〇二二年九月卅日", "2022-09-30"),
        ),
    ),
    Rule("year_month", "{year}年[,，]? ?{month}月份?" + _NOT_MONTH, point, (("2022年9月份", "2022-09"),)),
    Rule("short_date", "{short_year}年{month}月份?{day}{day_unit}", point, (("22年9月3日", "2022-09-03"),)),
    Rule("short_year_month", "{short_year}年{month}月份?" + _NOT_MONTH, point, (("98年5月", "1998-05"),)),
    Rule(
        "date_figures",
        "{year}[-/.]{month}[-/.]{day}(?![0-9])日?",
        point,
        (("2022-09-03", "2022-09-03"), ("2022/9/3", "2022-09-03"), ("2022.9.3", "2022-09-03")),
    ),
    Rule(
        "year_month_figures",
        "{year}[.]{month}(?=[-~至到][12][0-9]{3}|月|$|[-)~])(?<![0-9]{3})月?",
        point,
        (("2021.9-2022.3", "2021-09/2022-03"),),
    ),
    Rule("date_compact", "(?=19|20){compact}(?![0-9A-Za-z_.%-])", _compact, (("编于20220903。", "2022-09-03"),)),
    Rule(
        "month_day",
        "{month}月{day}{day_unit}",
        point,
        (("9月3日", "2022-09-03"), ("九月三号", "2022-09-03"), ("9 月 3 日", "2022-09-03")),
    ),
    Rule(
        "month_day_spoken",
        SPOKEN_DAY + "{month}月{day}",
        point,
        (
            ("一月二十九", "2022-01-29"),
            ("八月三十一", "2022-08-31"),
            ("八月十五", "2022-09-10"),
            ("三月十五人", "2022-03"),
        ),
    ),
    Rule(
        "month", "{month}月份?" + _NOT_MONTH, point, (("6月", "2022-06"), ("八月份", "2022-08"), ("这是6月龄婴儿", ""))
    ),
    Rule("months_listed", "{month}(?=[、和]" + _N + " ?月(?!球))", point, (("7、8月", "2022-07"),)),
    Rule("ten_days_of_month", "{month}月份?{ten_days}", point, (("8月上旬", "2022-08-01/2022-08-10"),)),
    Rule(
        "ten_days_of_year_month", "{year}年{month}月份?{ten_days}", point, (("2021年9月下旬", "2021-09-21/2021-09-30"),)
    ),
    Rule("ten_days_two", "{month}月份?{two_tens}", _two_tens, (("5月中下旬", "2022-05-11/2022-05-31"),)),
    Rule(
        "month_edge",
        "{month}月份?月?{mod}",
        point,
        (("8月底", "2022-08;mod=END"), ("8月月底", "2022-08;mod=END"), ("3月中国队夺冠", "2022-03")),
    ),
    Rule("year_month_edge", "{year}年{month}月份?月?{mod}", point, (("2021年9月底", "2021-09;mod=END"),)),
    Rule(
        "day",
        _LASTING + "(?<!如)(?<!有)(?<!终)(?<!近){day}日" + _NOT_DAY,
        point,
        (("1日", "2022-09-01"), ("三日游", "")),
    ),
    Rule(
        "day_issue",
        "(?<![一-鿿A-Za-z、〕\\])】]){day}号" + _NOT_ISSUE,
        point,
        (("，2号", "2022-09-02"), ("神舟十三号", "")),
    ),
    Rule(
        "day_issue_after",
        "(?<=[于在从到至自和及与或月我你他是定]){day}号" + _NOT_ISSUE,
        point,
        (("定于5号", "2022-09-05"),),
    ),
    Rule("days_listed", "{day}(?=[、和]" + _N + " ?日)", point, (("8月1、2日", "2022-08-01"),)),
    Rule("month_days_listed", "{month}月{day}(?=[、和]" + _N + " ?日)", point, (("8月1、2日", "2022-08-01"),)),
    Rule(
        "year",
        _NOT_SPAN + "{year}年度?" + _NOT_LENGTH,
        point,
        (
            ("2022年", "2022"),
            ("一九九七年", "1997"),
            ("2021年度", "2021"),
            ("2025年多哈世乒赛", "2025"),
            ("2023年货物贸易", "2023"),
            ("2000年历史", "P2000Y"),
            ("持续差不多1000年", "P1000Y"),
        ),
    ),
    Rule(
        "years_listed",
        "{year}(?=[、和][12][0-9][0-9][0-9] ?(?:年|[、和]|[两三四五]年))",
        point,
        (("2020、2021年", "2020"),),
    ),
    Rule("year_listed_last", "(?<=[、和]){year}[两三四五]年", point, (("2020、2021两年", "2021"),)),
    Rule("month_day_dot", "{month}\\.{day}[日号]", point, (("截至8.3日", "2022-08-03"),)),
    Rule("month_day_in_brackets", "(?<=\\(){month}/{day}(?=\\))", point, (("首演（9/3）", "2022-09-03"),)),
    Rule("months_about", "{about_months}月份?" + _NOT_MONTH, _about_months, (("三四月份", "2022-03/2022-04"),)),
    Rule(
        "year_of_two_figures",
        "(?<![了过近满达成立经逾足约]){short_year}年" + _NOT_YEAR + "(?![前后内之以风沧光奋芳岁的沉砥征不如耕坚磨初])",
        _two_figures,
        (("08年奥运会", "2008"), ("98年", "1998"), ("30年", "P30Y")),
    ),
    Rule(
        "short_year_only",
        "{short_year}年(?=度?(?:前[0-9一二三四五六七八九十][0-9一二三四五六七八九十]?个?(?:月|季度)|[一二三四]季度|[上下]半年|Q[1-4]|第[0-9一二三四五六七八九十][0-9一二三四五六七八九十]?(?:季|周|个星期|个礼拜)))",
        point,
        (("21年一季度", "2021-Q1"),),
    ),
    Rule("year_edge", "{year}年年?{mod}", point, (("2021年底", "2021;mod=END"), ("2025年中国经济", "2025"))),
    Rule(
        "short_year_edge",
        "{short_year}年年?(?!中){mod}",
        point,
        (("19年底", "2019;mod=END"), ("二一年年初", "2021;mod=START")),
    ),
    Rule(
        "year_season",
        "{year}年{season}(?![季天节运晚分至耕茶游装夏秋冬奥招风雨日收粮播种管训令会捕])",
        point,
        (("2021年春，项目启动", "2021-SP"),),
    ),
    Rule("year_edge_long", "{year}年{long_mod}", point, (("2021年岁末", "2021;mod=END"),)),
    Rule("year_of_two_figures_zero", "(?=[0〇零]){short_year}年" + _NOT_YEAR, point, (("07年以后", "2007"),)),
    Rule("millennium", "千禧年", pointing(year=2000), (("千禧年", "2000"),)),
    Rule("fiscal_year", "{year}(?:财政?年度?|会计年度)", point, (("2021财年", "2021"),)),
    Rule(
        "year_bare_half",
        "{year}(?=[上下]半年|年?第?[一二三四]季度|财年|Q[1-4]|H[12])",
        point,
        (("2021下半年", "2021-H2"),),
    ),
    Rule("quarter", "第?{quarter}季度(?!报)", point, (("一季度", "2022-Q1"), ("第三季度", "2022-Q3"))),
    Rule(
        "quarters_listed",
        "(?<![之十百千万])第?{quarter}(?=[、和]第?[一二三四1-4]季度)",
        point,
        (("一、二季度", "2022-Q1"), ("之一、二季度", "2022-Q2")),
    ),
    Rule(
        "quarter_short",
        "第{quarter}季(?!稻|报|刊|节|度|赛|奖)",
        point,
        (("2021年第三季", "2021-Q3"), ("《古镇》第三季", "")),
    ),
    Rule("quarter_first", "首季(?!度)", pointing(quarter=1), (("首季", "2022-Q1"),)),
    Rule("quarter_q", "Q{quarter}(?![0-9A-Za-z])", point, (("Q2", "2022-Q2"),)),
    Rule("quarter_edge", "第?{quarter}季度{mod}", point, (("第一季度末", "2022-Q1;mod=END"),)),
    Rule(
        "quarter_relative",
        "{quarter_shift}{mod}?",
        point,
        (
            ("本季度", "2022-Q3"),
            ("上季度", "2022-Q2"),
            ("上季度末", "2022-Q2;mod=END"),
            ("下季度", "2022-Q4"),
            ("上上个季度", "2022-Q1"),
        ),
    ),
    Rule(
        "half_first",
        "(?<!提)[上前]半年度?|H1(?![0-9A-Za-z])",
        pointing(half=1),
        (("上半年", "2022-H1"), ("2021年上半年", "2021-H1")),
    ),
    Rule("half_second", "[下后]半年度?|H2(?![0-9A-Za-z])", pointing(half=2), (("去年下半年", "2021-H2"),)),
    Rule(
        "half_relative",
        "{half_shift}",
        point,
        (("本半年", "2022-H2"), ("上个半年", "2022-H1"), ("下个半年", "2023-H1")),
    ),
    Rule(
        "season",
        "{season}[季天](?!学期|高考|攻势|行动|联赛|号|广交会|运动会|招聘|鞋|服|装|的故事)",
        point,
        (("去年夏天", "2021-SU"),),
    ),
    Rule("season_this", "今{season}(?!节)", pointing(year_shift=0), (("今夏", "2022-SU"),)),
    Rule(
        "season_going_on",
        "(?:这个?|本){season}[天季](?![节运的]?(?:里|联赛|攻势|行动|学期))",
        pointing(year_shift=0),
        (("这个夏天", "2022-SU"), ("这个秋季", "2022-FA")),
    ),
    Rule("season_last", "去{season}(?!节)", pointing(year_shift=-1), (("去冬", "2021-WI"),)),
    Rule("season_next", "明{season}(?!节)", pointing(year_shift=1), (("明春", "2023-SP"),)),
    Rule(
        "decade_of_century",
        "{century}世纪{decade}年代{long_mod}?",
        point,
        (("20世纪90年代", "199X"), ("20世纪80年代初期", "198X;mod=START")),
    ),
    Rule(
        "decade_of_last_century",
        "上个?世纪{decade}年代{long_mod}?",
        pointing(century_shift=-1),
        (("上世纪90年代", "199X"),),
    ),
    Rule(
        "decade_edge_last_century",
        "上个?世纪{decade}年代{mod}",
        pointing(century_shift=-1),
        (("上世纪80年代初", "198X;mod=START"),),
    ),
    Rule(
        "decade_of_next_century",
        "下个?世纪{decade}年代{mod}?",
        pointing(century_shift=1),
        (("下世纪八十年代", "218X"),),
    ),
    Rule("decade_of_this_century", "本世纪{decade}年代{mod}?", pointing(century_shift=0), (("本世纪20年代", "202X"),)),
    Rule("decade_edge_of_century", "{century}世纪{decade}年代{mod}", point, (("20世纪80年代末", "198X;mod=END"),)),
    Rule("decades", "{decades}年代{mod}?", _decades, (("七八十年代", "197X/198X"),)),
    Rule(
        "decades_of_last_century",
        "(?:上个?|20|二十)世纪{decades}年代{mod}?",
        _decades,
        (("上世纪七八十年代", "197X/198X"),),
    ),
    Rule("decade", "{decade}年代{mod}?{long_mod}?", point, (("90年代", "199X"), ("八十年代末", "198X;mod=END"))),
    Rule("decade_of_year", "{year}年代{mod}?{long_mod}?", _decade_of_year, (("1990年代", "199X"),)),
    Rule("century", "{century}世纪{mod}?{long_mod}?", point, (("21世纪", "20XX"), ("19世纪末", "18XX;mod=END"))),
    Rule(
        "first_decade",
        "{century}世纪(?:的?[头前首]|的?第一个)十年",
        pointing(decade=0),
        (("21世纪头十年", "200X"),),
    ),
    Rule(
        "first_decade_of_this",
        "(?:本|这个)世纪(?:的?[头前首]|的?第一个)十年",
        pointing(century_shift=0, decade=0),
        (("本世纪头十年", "200X"),),
    ),
    Rule(
        "century_this", "(?:本|这个)世纪{mod}?{long_mod}?", pointing(century_shift=0), (("本世纪中叶", "20XX;mod=MID"),)
    ),
    Rule("century_last", "上个?世纪{mod}?{long_mod}?", pointing(century_shift=-1), (("上世纪末", "19XX;mod=END"),)),
)
"""Rows for dates that stand on the calendar."""
