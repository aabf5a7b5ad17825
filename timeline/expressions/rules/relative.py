"""Dates counted from the day of publication: 今天, 去年6月, 下周三, 上月底, 目前."""

from timeline.expressions.builders import point, pointing, vague
from timeline.expressions.meaning import Point, Span
from timeline.expressions.tagger import Rule

_NOWADAYS = (
    "的(?:中国|世界|西藏|新疆|澳门|香港|雄安|浦东|粤港澳大湾区|年轻人|人类|时代)(?![杯队足篮乒联证人股广天文大城交])"
)
"""今天的中国 is China as it is nowadays."""

_NOT_DAY_WORD = (
    "(?!(?<=今日)(?:头条|俄罗斯|美国|香港|印度|说法|关注|新闻网)|(?<=昨日)重现|(?<=明[天日])(?:控股|系)"
    "|(?<=明日)(?:方舟|之后|黄花)|(?<=[今明]日)之[星子声]|(?<=明日)子(?![夜时弹女])|(?<=前天)津"
    "|(?<=后天)(?:性|的?(?:努力|培养|养成|形成|获得|因素))|(?<=今天)" + _NOWADAYS + ")"
)
_WEEK_NAME = "(?!围|岁|年|报|刊|边)"

RULES = (
    Rule(
        "year_relative",
        "(?!(?<=以)来年均){year_shift}",
        point,
        (("今年", "2022"), ("去年", "2021"), ("前年", "2020"), ("建站以来年均降水", "")),
    ),
    Rule(
        "year_relative_edge",
        "{year_shift}(?:的)?年?{mod}(?!(?<=一年中))",
        point,
        (("去年底", "2021;mod=END"), ("今年年初", "2022;mod=START")),
    ),
    Rule(
        "year_relative_edge_long",
        "{year_shift}的?{long_mod}",
        point,
        (("去年岁末", "2021;mod=END"), ("今年早期", "2022;mod=START")),
    ),
    Rule(
        "year_relative_month",
        "{year_shift}的?{month}月份?(?!球|龄)",
        point,
        (("今年6月", "2022-06"), ("去年12月份", "2021-12")),
    ),
    Rule("year_relative_month_edge", "{year_shift}的?{month}月份?月?{mod}", point, (("今年6月底", "2022-06;mod=END"),)),
    Rule(
        "year_relative_ten_days",
        "{year_shift}的?{month}月份?{ten_days}",
        point,
        (("今年6月中旬", "2022-06-11/2022-06-20"),),
    ),
    Rule("year_relative_date", "{year_shift}的?{month}月{day}{day_unit}", point, (("去年8月31日", "2021-08-31"),)),
    Rule(
        "year_edge_this",
        "(?:(?<![岁年][末终])(?<!一)(?:年|岁)|年终岁){mod}(?!奖|年初|岁[初首])|年根",
        pointing(year_shift=0, follows=True),
        (("年底", "2022;mod=END"), ("年初", "2022;mod=START"), ("年终岁尾", "2022;mod=END")),
    ),
    Rule(
        "new_year_of",
        "(?:新年|新的?一年)伊始|(?<![召展公])开年(?!度|会|检)",
        pointing(year_shift=0, mod="START"),
        (("新年伊始", "2022;mod=START"),),
    ),
    Rule(
        "year_whole_of",
        "(?:{year_shift}|{year}年)年内",
        point,
        (("今年年内", "2022"), ("2024年年内", "2024")),
    ),
    Rule("year_whole", "(?<![0-9一二三四五六七八九十百几数多半])年内", pointing(year_shift=0), (("年内", "2022"),)),
    Rule(
        "month_whole",
        "(?<![0-9一二三四五六七八九十百几数多半个本当上下该同])月内(?!部)",
        pointing(month_shift=0),
        (("月内开业", "2022-09"),),
    ),
    Rule(
        "year_all",
        "全年(?!级|龄|无休|不)",
        pointing(year_shift=0, follows=True),
        (("2021年营收上升，全年盈利", "2021"),),
    ),
    Rule("year_all_of", "{year}年(?:度|的)?全年", point, (("2021年全年", "2021"),)),
    Rule("year_all_relative", "{year_shift}的?全年", point, (("去年全年", "2021"),)),
    Rule(
        "yesterday_short",
        "昨(?=从|获悉|举行|召开|发布|宣布|公布|通报|表示|起)",
        pointing(day_shift=-1),
        (("记者昨从水务局获悉", "2022-09-02"),),
    ),
    Rule("today_from", "今(?=起)", pointing(day_shift=0), (("今起施行", "2022-09-03"),)),
    Rule(
        "month_relative",
        "{month_shift}(?!球|饼|光|份?子)",
        point,
        (("本月", "2022-09"), ("上个月", "2022-08"), ("下下個月", "2022-11")),
    ),
    Rule("month_relative_edge", "{month_shift}{mod}", point, (("上月底", "2022-08;mod=END"),)),
    Rule("month_relative_ten_days", "{month_shift}的?{ten_days}", point, (("本月上旬", "2022-09-01/2022-09-10"),)),
    Rule(
        "month_relative_day",
        "{month_shift}的?{day}{day_unit}",
        point,
        (("本月15日", "2022-09-15"), ("上月3号", "2022-08-03")),
    ),
    Rule(
        "month_edge_this", "(?<![岁0-9])月{mod}", pointing(month_shift=0, follows=True), (("月底", "2022-09;mod=END"),)
    ),
    Rule(
        "month_first_half",
        "(?<!提)[上前]半个?月",
        lambda _said: Span(Point(day=1), Point(day=15)),
        (("上半月", "2022-09-01/2022-09-15"), ("8月上半月", "2022-08-01/2022-08-15")),
    ),
    Rule(
        "month_second_half",
        "[下后]半个?月",
        lambda _said: Span(Point(day=16), Point(day=-1)),
        (("8月下半月", "2022-08-16/2022-08-31"),),
    ),
    Rule("ten_days", "{ten_days}", point, (("8月10日，下旬", "2022-08-21/2022-08-31"),)),
    Rule(
        "week_relative",
        "{week_shift}(?!年|岁|刊|边)",
        point,
        (
            ("上周", "2022-W34"),
            ("下下周", "2022-W37"),
            ("這個星期", "2022-W35"),
            ("上上上周", "2022-W32"),
            ("马上周年庆", ""),
        ),
    ),
    Rule(
        "week_relative_edge", "{week_shift}初(?!步|中|级)", pointing(mod="START"), (("下周初", "2022-W36;mod=START"),)
    ),
    Rule(
        "week_relative_day",
        "{week_shift}的?(?:周|星期)?{weekday}(?!个|名|位|场|届|家|成|度|项|次)",
        point,
        (("下周三", "2022-09-07"), ("上上周三", "2022-08-17"), ("這週五", "2022-09-02")),
    ),
    Rule(
        "week_relative_end",
        "{weekend_shift}",
        pointing(weekend=True),
        (
            ("本周末", "2022-09-03/2022-09-04"),
            ("上周末", "2022-08-27/2022-08-28"),
            ("下个周末", "2022-09-10/2022-09-11"),
            ("下下周末", "2022-09-17/2022-09-18"),
        ),
    ),
    Rule(
        "week_relative_end_days",
        "{week_shift}六[、和]?(?:周|星期|礼拜)?[日天](?![本元语])",
        pointing(weekend=True),
        (("下周六日", "2022-09-10/2022-09-11"),),
    ),
    Rule(
        "weekend_days",
        "{week_unit}六、?[日天](?![本元语])",
        pointing(weekend=True),
        (("周六日", "2022-09-03/2022-09-04"), ("星期六、日", "2022-09-03/2022-09-04")),
    ),
    Rule(
        "weekend",
        "(?<![每逢长])(?<!南方)(?<!北方)周末(?:两天)?(?!报|版|档|画报|[和及与、或](?:法定)?(?:节假日|假日|假期))",
        pointing(weekend=True),
        (("周末", "2022-09-03/2022-09-04"), ("周末两天", "2022-09-03/2022-09-04")),
    ),
    Rule(
        "weekday",
        "(?<![一两每几0-9三四五六七八十半]){week_unit}{weekday}(?!(?<=[1-6])[0-9]?[月日号])" + _WEEK_NAME,
        point,
        (("周四", "2022-09-01"), ("星期日", "2022-08-28"), ("禮拜六", "2022-09-03"), ("一周一次", "P1W")),
    ),
    Rule(
        "day_relative",
        "(?<!先天){day_shift}" + _NOT_DAY_WORD,
        point,
        (
            ("今天", "2022-09-03"),
            ("昨日", "2022-09-02"),
            ("大前天", "2022-08-31"),
            ("聽日", "2022-09-04"),
            ("今日头条报道", ""),
            ("后天性", ""),
        ),
    ),
    Rule(
        "day_named_twice",
        "{near_day}\\({n}(?:日\\)|\\)日)",
        lambda said: Point(day_shift=said["day_shift"]),
        (("昨（5）日", "2022-09-02"), ("今（6日）上午", "2022-09-03TMO")),
    ),
    Rule(
        "tomorrow_figurative",
        "(?:美好|更美|光明|辉煌|灿烂|幸福|更好|更加美好)的?(?:明天|明日|未来)",
        vague("FUTURE_REF"),
        (("共创美好明天", "FUTURE_REF"),),
    ),
    Rule("month_early", "{month_shift}(?:早些时候|早前|稍早)", point, (("本月早些时候", "2022-09"),)),
    Rule("year_early", "{year_shift}(?:早些时候|早前|稍早)", point, (("今年早些时候", "2022"),)),
    Rule("day_early", "{day_shift}(?:早些时候|早前|稍早)", point, (("昨天早些时候", "2022-09-02"),)),
    Rule(
        "present",
        "今天(?=" + _NOWADAYS + ")|目前|当前(?!位置|页)|"
        "(?<![体出实发呈展表浮])现在(?!时)|如今|眼下|时下|当下(?!的?力)|而今(?![年天日晚夏冬春秋后])|现阶段|现如今|此刻|而家|现时",
        vague("PRESENT_REF"),
        (("目前", "PRESENT_REF"), ("放眼今天的中国，处处生机", "PRESENT_REF")),
    ),
    Rule(
        "past_near",
        "近日|日前|近期|近来|最近|不久前|前不久|[前上]一个?交易日|(?<!提)前几天|前些天|前些日子|(?<![之以])前几年|前些年|前段时间|近几天|近些天|连日来|近年来?|近些年来?|近几年来?|此前|先前|早前|前期|往年|历年来?|一直以来|长期以来|长期|数日前|几天前|过去(?![了的得年])",
        vague("PAST_REF"),
        (("近日", "PAST_REF"), ("近年來", "PAST_REF")),
    ),
    Rule(
        "future_near",
        "未来|将来|今后|接下来|下一?个?交易日|此后|后续|日后|往后|不久后|不久的将来|届时|短期内|近期内|下一步|下一阶段|之后一段时间|未来一段时间",
        vague("FUTURE_REF"),
        (("未来", "FUTURE_REF"),),
    ),
)
"""Rows for dates counted from the day of publication."""
