"""Times of day: 上午9点半, 14:30:05, 今晚, 昨日凌晨, 24时."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import point, pointing
from timeline.expressions.meaning import Meaning, Point
from timeline.expressions.tagger import Rule

_POINT = "点钟?(?![建要意共原内看启思体说好儿滴赞击评名火线阵位数子地半心球]|亮(?![灯相起]))"
_HOUR = "(?:点钟?|时)"
_START = (
    "(?:(?<![0-9〇零一二三四五六七八九十百千万.])|(?<=[周期拜][一二三四五六])"
    "|(?<=[-/.][0-3][0-9])(?=[零〇一二三四五六七八九十两]))"
)
_NO_DECIMAL = "(?![0-9〇零一二三四五六七八九])"
_NOT_PART = (
    "(?!报(?![道告到])|会(?![见谈晤同议商场])|市(?![民场委政区长])|年(?!轻)|期(?!间)|班(?!加)|场(?!馆)|课(?!题)|色|景(?!区)"
    "|宴|餐|饭|高峰|盘|茶|总会|间版|新闻(?!发)|游(?![客行])|读(?!者)|安(?![徽全排保])|辈|些|了|恋|婚|宵|稻|霞|空)"
)
_NOT_LONG_PART = "(?!茶|餐|饭|版|新闻(?!发))"


def _figures(said: Mapping[str, Any]) -> Meaning | None:
    """A clock of figures, with am or pm before or behind it."""
    half = (said.get("half_day") or "").lower()
    fields = {name: said[name] for name in ("part", "hour", "minute", "second") if name in said}
    if half.startswith("p") and "part" not in fields:
        fields["part"] = "AF"
    elif half.startswith("a") and "part" not in fields:
        fields["part"] = "EM"
    return Point(**fields)


RULES = (
    Rule(
        "clock_figures",
        "{hour}:{minute_figures}(?::{second_figures})?(?:\\.[0-9]+)?(?![0-9:]*[0-9])"
        "(?: ?{half_day}|时(?!间|段|代|差))?",
        _figures,
        (("9月3日14:30:05", "2022-09-03T14:30:05"), ("2:00pm", "2022-09-03T14:00")),
    ),
    Rule(
        "clock_part_figures",
        "{long_part}{hour}:{minute_figures}(?::{second_figures})?(?![0-9:]*[0-9])",
        _figures,
        (("晚上19:30", "2022-09-03T19:30"),),
    ),
    Rule(
        "clock",
        _START + "{hour}" + _POINT + "(?:{minute}分(?:{second}秒)?|{full_minute}|" + _NO_DECIMAL + ")整?",
        point,
        (("8点30分", "2022-09-03T08:30"), ("提出3点建议", ""), ("二十七点三", ""), ("调高24点5度", ""), ("零点五", "")),
    ),
    Rule(
        "clock_hour",
        _START
        + "{hour}时(?!速|长|尚|差|代|期|刻|间|候|不|常|隔|逢|至今)"
        + "(?:{minute}分?(?![一1二2两三3]刻))?(?:{second}秒)?整?",
        point,
        (("12时", "2022-09-03T12:00"), ("15时20分", "2022-09-03T15:20")),
    ),
    Rule("clock_half", _START + "{hour}[点时]半(?:{second}秒)?", pointing(minute=30), (("9点半", "2022-09-03T09:30"),)),
    Rule("clock_quarter", _START + "{hour}[点时][一1]刻", pointing(minute=15), (("9点一刻", "2022-09-03T09:15"),)),
    Rule(
        "clock_two_quarters", _START + "{hour}[点时][两二2]刻", pointing(minute=30), (("9时两刻", "2022-09-03T09:30"),)
    ),
    Rule(
        "clock_three_quarters", _START + "{hour}[点时][三3]刻", pointing(minute=45), (("9點三刻", "2022-09-03T09:45"),)
    ),
    Rule(
        "clock_part",
        "{part}{hour}" + _HOUR + "(?:过?{minute}分(?:{second}秒)?|过?{full_minute}|" + _NO_DECIMAL + ")[整正]?",
        point,
        (("下午3时15分", "2022-09-03T15:15"), ("晚8点", "2022-09-03T20:00"), ("凌晨两点", "2022-09-03T02:00")),
    ),
    Rule(
        "clock_part_half",
        "{part}{hour}[点时]半(?:{second}秒)?",
        pointing(minute=30),
        (("上午9点半", "2022-09-03T09:30"),),
    ),
    Rule(
        "clock_part_quarter", "{part}{hour}[点时][一1]刻", pointing(minute=15), (("下午五点一刻", "2022-09-03T17:15"),)
    ),
    Rule(
        "clock_part_two_quarters",
        "{part}{hour}[点时][两二2]刻",
        pointing(minute=30),
        (("下午五点两刻", "2022-09-03T17:30"),),
    ),
    Rule(
        "clock_part_three_quarters",
        "{part}{hour}[点时][三3]刻",
        pointing(minute=45),
        (("下午五點三刻", "2022-09-03T17:45"),),
    ),
    Rule("clock_half_day", "{hour}[点时](?:{minute}分?)? ?{half_day}", _figures, (("6点30pm", "2022-09-03T18:30"),)),
    Rule(
        "clock_half_day_alone",
        "(?<![0-9.:$])(?=[0-9]){hour}{half_day}",
        _figures,
        (("3pm", "2022-09-03T15:00"), ("11 a.m.", "2022-09-03T11:00"), ("3 PMI", "")),
    ),
    Rule(
        "midnight",
        _START + "(?:零时(?!差|距)|零点)" + _NO_DECIMAL,
        pointing(hour=0),
        (("9月3日零时", "2022-09-03T00:00"),),
    ),
    Rule(
        "part",
        "{long_part}" + _NOT_LONG_PART + "(?!之后|书店|剧场)",
        point,
        (("下午", "2022-09-03TAF"), ("9月3日下午", "2022-09-03TAF")),
    ),
    Rule(
        "part_after_day",
        "(?:(?<=[日号天])|(?<=周[一二三四五六])|(?<=期[一二三四五六])){part}" + _NOT_PART,
        point,
        (("11日晚", "2022-08-11TEV"), ("周三晚", "2022-08-31TEV")),
    ),
    Rule(
        "dawn",
        "(?<=[日号天])黎明|黎明(?=时分|前夕)",
        pointing(part="EM"),
        (("9月3日黎明", "2022-09-03TEM"), ("黎明主演", "")),
    ),
    Rule(
        "today_part",
        "今个?{part}" + _NOT_PART,
        pointing(day_shift=0),
        (("今晚", "2022-09-03TEV"), ("今晨", "2022-09-03TMO"), ("今晚报讯", "")),
    ),
    Rule("yesterday_part", "昨{part}" + _NOT_PART, pointing(day_shift=-1), (("昨夜", "2022-09-02TNI"),)),
    Rule(
        "day_before_part",
        "(?<!空)前[晚夜]" + _NOT_PART,
        pointing(day_shift=-2, part="EV"),
        (("前晚", "2022-09-01TEV"),),
    ),
    Rule("days_before_part", "大前[晚夜]", pointing(day_shift=-3, part="EV"), (("大前晚", "2022-08-31TEV"),)),
    Rule("tomorrow_part", "[明听]{short_part}" + _NOT_PART, pointing(day_shift=1), (("明早", "2022-09-04TMO"),)),
    Rule("tomorrow_night", "明夜", pointing(day_shift=1, part="NI"), (("明夜", "2022-09-04TNI"),)),
    Rule("day_after_part", "后{short_part}" + _NOT_PART, pointing(day_shift=2), (("后早", "2022-09-05TMO"),)),
    Rule("days_after_part", "大后{short_part}" + _NOT_PART, pointing(day_shift=3), (("大后早", "2022-09-06TMO"),)),
)
"""Rows for times of day."""
