"""The slots of what the calendars know by name: festivals, solar terms, lunar days, eras, plans, frequencies."""

import re
from typing import Literal

from timeline.expressions import calendars
from timeline.expressions.lexicon import number, short_year
from timeline.expressions.slots import SLOTS, words_slot
from timeline.expressions.tagger import Slot

Frequency = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]

_FESTIVALS = {name: one for one in calendars.festivals() for name in one.names}
_LOOSE = frozenset(
    {
        "清明",
        "端午",
        "七夕",
        "中秋",
        "重阳",
        "腊八",
        "小年",
        "元宵",
        "国庆",
        "圣诞",
        "暑假",
        "暑期",
        "黑五",
        "龙抬头",
        "三月三",
        "二月二",
        "七月半",
        "九月九",
    }
)
"""Names that are found inside other words too."""
_SHORT = {name: one for one in calendars.festivals() for name in one.short}
_OFF = frozenset({"元旦", "春节", "除夕", "清明节", "劳动节", "端午节", "中秋节", "国庆节"})
"""The festivals that have a statutory break."""

_WEATHER = frozenset({"雨水", "小满", "大暑", "小暑", "大寒", "小寒", "大雪", "小雪", "白露", "谷雨"})
"""Solar terms that are plain words too."""
_SCHOOL_TERMS = dict.fromkeys(("第一学期", "上学期", "秋季学期", "第1学期"), "autumn") | dict.fromkeys(
    ("第二学期", "下学期", "春季学期", "第2学期"), "spring"
)

_FREQUENCIES: dict[str, tuple[Frequency, int]] = {
    "年": ("YEARLY", 1),
    "半年": ("MONTHLY", 6),
    "季度": ("MONTHLY", 3),
    "季": ("MONTHLY", 3),
    "月": ("MONTHLY", 1),
    "半个月": ("DAILY", 15),
    "半月": ("DAILY", 15),
    "旬": ("DAILY", 10),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
    "礼拜": ("WEEKLY", 1),
    "天": ("DAILY", 1),
    "日": ("DAILY", 1),
    "半天": ("HOURLY", 12),
    "小时": ("HOURLY", 1),
    "钟头": ("HOURLY", 1),
    "半小时": ("MINUTELY", 30),
    "半个小时": ("MINUTELY", 30),
    "半个钟头": ("MINUTELY", 30),
    "刻钟": ("MINUTELY", 15),
    "分钟": ("MINUTELY", 1),
    "秒": ("SECONDLY", 1),
    "秒钟": ("SECONDLY", 1),
}
_CALENDAR_FREQUENCIES = {
    unit: said for unit, said in _FREQUENCIES.items() if said[0] in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
}

_LUNAR_MONTHS = {f"{word}月": at for at, word in enumerate(("一", *"二三四五六七八九十", "十一", "十二"), 1)} | {
    "正月": 1,
    "冬月": 11,
    "腊月": 12,
}
_ONE_TO_NINE = "[一二三四五六七八九]"
_LUNAR_DAY = f"初(?:10|[1-9]|十|{_ONE_TO_NINE})|(?:二十|廿十?){_ONE_TO_NINE}?|十{_ONE_TO_NINE}|三十|卅"
_PLAN_MODS = dict.fromkeys(("末", "末期", "期末", "后期"), "END") | dict.fromkeys(
    ("初", "初期", "期初", "前期"), "START"
)
_PLAN = "二十|十[一二三四五六七八九]?|[一二三四五六七八九]"


def _lunar_day(words: str) -> int:
    return number(words.removeprefix("初").replace("廿十", "廿"))


def _quarter_hour(words: str) -> int:
    return 30 if words == "半" else 15 if words[0] in "1一" else 45


_STAMP = (
    "(?:19|20)[0-9]{2} (?:1[0-2]|0?[1-9]) (?:3[01]|[12][0-9]|0?[1-9])"
    "|(?:19|20)[0-9]{2}-(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9])[T-]?(?:2[0-4]|[01][0-9]):[0-5][0-9](?::[0-5][0-9])?"
    "|(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9]) (?:2[0-4]|[01]?[0-9]):[0-5][0-9](?::[0-5][0-9])?"
    "|0[1-9]-(?:3[01]|[12][0-9]|0[1-9])"
)


def _numbers(words: str) -> list[int]:
    return [int(part) for part in re.findall("(?:19|20)[0-9]{2}|[0-9]{1,2}", words)]


_PAIRS = "一二|二三|三四|四五|五六|六七|七八|八九|三五"
"""Two numerals that tell about how many: 七八年."""
_ABOUT_HOURS = {
    "一两": 1,
    "两三": 2,
    "三四": 3,
    "四五": 4,
    "五六": 5,
    "六七": 6,
    "七八": 7,
    "八九": 8,
    "九十": 9,
    "十一二": 11,
}

NAME_SLOTS: dict[str, Slot] = {
    "festival": words_slot({name: one for name, one in _FESTIVALS.items() if name not in _LOOSE}),
    "loose_festival": words_slot({name: one for name, one in _FESTIVALS.items() if name in _LOOSE}),
    "other_festival": words_slot({name: one for name, one in _FESTIVALS.items() if one.name in _OFF}),
    "short_festival": words_slot(_SHORT),
    "holiday": words_slot({name: one for name, one in (_FESTIVALS | _SHORT).items() if one.name in _OFF}),
    "solar_term": words_slot({name: name for name in calendars.SOLAR_TERMS if name not in {*_WEATHER, "清明"}}),
    "weather_term": words_slot({name: name for name in calendars.SOLAR_TERMS if name in _WEATHER}),
    "school_term": words_slot(_SCHOOL_TERMS),
    "lunar_day": Slot(_LUNAR_DAY, _lunar_day),
    "last_lunar_day": Slot(_LUNAR_DAY, _lunar_day),
    "lunar_month": words_slot(_LUNAR_MONTHS),
    "named_month": Slot("[正冬腊]", {"正": 1, "冬": 11, "腊": 12}.__getitem__, number=True, says="lunar_month"),
    "single_day": Slot(_ONE_TO_NINE, number),
    "first_ten": Slot("10|[1-9]|十|[一二三四五六七八九]", number),
    "plan": Slot(_PLAN, number),
    "plan_mod": words_slot(_PLAN_MODS),
    "era": words_slot({name: era for era in calendars.eras() for name in era.names}),
    "dynasty": words_slot({name: name for era in calendars.eras() for name in era.dynasties}),
    "era_count": Slot(
        "[0-9]{1,3}|[一二三四五六七八九十百廿卅]{1,5}|元", lambda words: 1 if words == "元" else number(words), True
    ),
    "spelled_year": Slot(f"(?!{_PAIRS})[〇零一二三四五六七八九]{{2}}", short_year, True, "year"),
    "ancient": Slot("[0-9]{1,4}|[〇零一二三四五六七八九十百千]{1,6}", number, number=True),
    "stem": words_slot({stem: stem for stem in calendars.STEMS}),
    "branch": words_slot({branch: branch for branch in calendars.BRANCHES}),
    "animal": words_slot({animal: animal for animal in calendars.ANIMALS}),
    "frequency": words_slot(_FREQUENCIES),
    "calendar_frequency": words_slot(_CALENDAR_FREQUENCIES),
    "short_frequency": words_slot(
        {unit: said for unit, said in _FREQUENCIES.items() if said[0] in ("HOURLY", "MINUTELY", "SECONDLY")}
    ),
    "further": Slot("的", str),
    "away": words_slot({"前": -1, "后": 1}),
    "nth": words_slot({"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}),
    "quarter_hour": Slot("半|[1一]刻|[3三]刻", _quarter_hour),
    "fraction": Slot(
        "[〇零一二三四五六七八九]{1,4}", lambda words: float(f"0.{number(words):0{len(words)}}"), number=True
    ),
    "stamp": Slot(_STAMP, _numbers, number=True),
    "about_hour": words_slot(_ABOUT_HOURS),
    "full_month": Slot("1[0-2]|0[1-9]", number, True, "month"),
    "full_minute": Slot(
        "[0-5][0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]|廿[一二三四五六七八九]?",
        number,
        True,
        "minute",
    ),
    "second_month": SLOTS["month"],
    "second_day": SLOTS["day"],
    "third_day": SLOTS["day"],
    "second_weekday": SLOTS["weekday"],
    "third_weekday": SLOTS["weekday"],
    "last_weekday": SLOTS["weekday"],
    "last_year": SLOTS["year"],
    "last_month": SLOTS["month"],
    "last_day": SLOTS["day"],
    "last_part": SLOTS["part"],
    "last_hour": SLOTS["hour"],
    "last_minute": SLOTS["minute"],
    "last_quarter_hour": Slot("半|[1一]刻|[3三]刻", _quarter_hour),
}
"""The slots, by name; ``last_`` is the other end of a range, ``second_`` and ``third_`` others of a list."""
