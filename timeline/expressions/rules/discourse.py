"""Words that follow the last date told: 当天, 次日, 同年, 当晚, 第二天."""

from timeline.expressions.builders import pointing
from timeline.expressions.meaning import Length, Point
from timeline.expressions.tagger import Rule

RULES = (
    Rule(
        "same_day",
        "当天|当日(?!本(?![报台网场轮次市省县区校院月周]))|同日|同一天|同天|是日(?![韩本元语式系军内间常益用化后])|这一天|这天(?!下(?![着起雨雪午班])|[然气地])|(?<!的)(?<!建成|落成|完成|毕业|结婚|离婚|出门|出生|离开|离家)那天(?!下(?![着起雨雪午班])|[然气地])|(?<!的)那一天|即日",
        pointing(day_shift=0, follows=True),
        (("9月1日开幕，当天闭幕", "2022-09-01"),),
    ),
    Rule(
        "next_day",
        "(?<![每首本人])次日|翌日|隔日|转天|隔天|第二天|第2天|次天|翌天",
        pointing(day_shift=1, follows=True),
        (("8月31日抵达，次日离开", "2022-08-31"),),
    ),
    Rule(
        "occasion_first_day",
        "首日|第[一1][天日]",
        pointing(day=1, event=""),
        (("9月1日大会开幕，大会首日签约", "2022-09-01"),),
    ),
    Rule(
        "occasion_nth_day",
        "第{n}[天日]",
        lambda said: Point(day=said["n"], event=""),
        (("8月30日展会开幕，展会第三天签约", "2022-09-01"),),
    ),
    Rule(
        "occasion_last_day",
        "最后一[天日]",
        pointing(day=-1, event=""),
        (("8月30日至9月1日举行展会，展会最后一天签约", "2022-09-01"),),
    ),
    Rule(
        "occasion_days_before",
        "{occasion}前{n}天",
        lambda said: Length(days=said["n"], side="ago", event=said["occasion"]),
        (("8月30日决赛举行，赛前三天封闭训练", "2022-08-27"),),
    ),
    Rule(
        "day_before",
        "(?<!提)前一[天日]|头一天|前日",
        pointing(day_shift=-1, follows=True),
        (("9月1日开幕，前一天彩排", "2022-08-31"),),
    ),
    Rule(
        "same_day_part",
        "当{part}(?!会)",
        pointing(day_shift=0, follows=True),
        (("9月1日演出，当晚谢幕", "2022-09-01"),),
    ),
    Rule(
        "next_day_part",
        "[次翌]{short_part}",
        pointing(day_shift=1, follows=True),
        (("9月1日登船，次晨靠岸", "2022-09-02TMO"),),
    ),
    Rule(
        "same_month",
        "当月|同月|该月|那个月",
        pointing(month_shift=0, follows=True),
        (("6月推出，当月见效", "2022-06"),),
    ),
    Rule(
        "next_month",
        "(?<!首)次月(?!背)|翌月|隔月",
        pointing(month_shift=1, follows=True),
        (("6月签约，次月开工", "2022-07"),),
    ),
    Rule(
        "same_year",
        "当年(?!的?(?:我|他|她|你|咱))|同年(?!级|龄)|该年度?|那一?年|这年",
        pointing(year_shift=0, follows=True),
        (("2018年成立，同年上市", "2018"),),
    ),
    Rule(
        "next_year",
        "(?<![本此每首一])次年(?!会)|翌年|(?<!连续)第二年|转年|隔年",
        pointing(year_shift=1, follows=True),
        (("2018年成立，次年上市", "2018"),),
    ),
    Rule(
        "same_year_edge",
        "(?:当年|同年|该年)年?{mod}",
        pointing(year_shift=0, follows=True),
        (("2018年4月签约，当年底开工", "2018;mod=END"),),
    ),
    Rule(
        "next_year_edge",
        "(?:次年|翌年|第二年)年?{mod}",
        pointing(year_shift=1, follows=True),
        (("2018年成立，次年年末上市", "2019;mod=END"),),
    ),
    Rule(
        "next_year_season",
        "(?:次年|翌年|第二年)的?{season}[天季]?(?![节运])",
        pointing(year_shift=1, follows=True),
        (("2018年成立，次年春上市", "2019-SP"),),
    ),
    Rule(
        "same_year_season",
        "(?:当年|同年|该年|那年)的?{season}[天季]?(?![节运])",
        pointing(year_shift=0, follows=True),
        (("2018年成立，同年秋天上市", "2018-FA"),),
    ),
    Rule(
        "year_before",
        "(?<![提以])前一年|上一年同期",
        pointing(year_shift=-1, follows=True),
        (("2018年扭亏，前一年曾亏损", "2017"),),
    ),
    Rule(
        "same_year_month",
        "(?:当年|同年|该年|那年|当年的){month}月份?",
        pointing(year_shift=0, follows=True),
        (("2018年3月签约，同年6月开工", "2018-03"),),
    ),
    Rule(
        "next_year_month",
        "(?:次年|翌年|第二年|转年|隔年)的?{month}月份?",
        pointing(year_shift=1, follows=True),
        (("2018年签约，次年3月开工", "2019-03"),),
    ),
    Rule(
        "same_month_day",
        "(?:当月|同月|该月|当月的|同年同月){day}[日号]",
        pointing(month_shift=0, follows=True),
        (("6月签约，当月15日开工", "2022-06-15"),),
    ),
    Rule(
        "same_year_date",
        "(?:当年|同年|该年|那年)的?{month}月{day}[日号]",
        pointing(year_shift=0, follows=True),
        (("2018年签约，同年6月3日开工", "2018-06-03"),),
    ),
    Rule(
        "next_year_date",
        "(?:次年|翌年|第二年)的?{month}月{day}[日号]",
        pointing(year_shift=1, follows=True),
        (("2018年签约，次年6月3日开工", "2019-06-03"),),
    ),
    Rule("same_week", "当周|同周|该周", pointing(week_shift=0, follows=True), (("8月31日上市，当周售罄", "2022-W35"),)),
)
"""Rows for words that follow the last date told."""
