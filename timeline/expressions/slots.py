"""The slots that patterns name: what each matches and the value that it reads."""

import re
from collections.abc import Mapping
from typing import Any

from timeline.expressions import lexicon
from timeline.expressions.lexicon import NUMBER_WORDS, number, short_year
from timeline.expressions.tagger import Slot

_DIGIT_WORD = "一二两三四五六七八九"
_COUNT = rf"[0-9]{{1,6}}万?|(?![{_DIGIT_WORD}]{{2}}(?![{_DIGIT_WORD}〇零]))[{NUMBER_WORDS}]{{1,10}}"
_YEAR = (
    "1[0-9]{3}|20[0-9]{2}|2100|[一二][〇零一二三四五六七八九]{3}|[壹贰][零壹贰叁肆伍陆柒捌玖]{3}|一千[一二三四五六七八九]百[〇零一二三四五六七八九十]{1,4}"
    "|[二两]千[〇零][一二三四五六七八九十]{1,3}"
)
_SHORT_YEAR = "[0-9]{2}|[〇零一二三四五六七八九]{2}"
_MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正冬腊]"
_DAY = "3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]十?[一二三四五六七八九]?|十[一二三四五六七八九]?|[一三四五六七八九]|卅一?"
_HOUR = "2[0-4]|1[0-9]|0?[0-9]|二十[一二三四]?|廿[一二三四]?|十[一二三四五六七八九]?|[零〇一二三四五六七八九两]"
_SIXTY = "[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九]|廿[一二三四五六七八九]?|零"
_CENTURY = "1[0-9]|2[01]|二?十[一二三四五六七八九]?|廿一?|[1-9]|[一二三四五六七八九]"
_COMPACT = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"


def words_slot(values: Mapping[str, Any], says: str = "") -> Slot:
    """A slot that reads one of a list of words; the longest word that fits is taken."""
    longest_first = sorted(values, key=lambda word: (-len(word), word))
    return Slot("|".join(map(re.escape, longest_first)), values.__getitem__, says=says)


def _near_slot(values: Mapping[str, int], says: str = "") -> Slot:
    """A slot of words of the kind of 上一年, which 马上一年半 does not hold."""
    slot = words_slot(values, says)
    return Slot(f"(?<!马)(?:{slot.pattern})", slot.read, says=says)


def _number(pattern: str, says: str = "") -> Slot:
    return Slot(pattern, number, number=True, says=says)


def _month(words: str) -> int:
    return lexicon.MONTH_WORDS.get(words) or number(words)


_MODS = {"底": "END", "末": "END", "尾": "END", "初": "START", "中": "MID"}
_MOD = (
    "底(?!特律|部|层|线|盘|气|下)|末(?!端|日|尾|路|位)|尾(?!气|盘|款)"
    "|初(?![步中级心衷创次赛审选试始夏春秋冬期一二三四五六七八九十])"
    "|中(?![国央期共东小华方考超心文美日俄欧外英法德韩非秋学医级标签叶下上高旬老职专巴蒙越印缅柬泰阿沙哈塞匈意])"
    "(?![科院铁建车信石海粮通原山关村部西药等层环位型断途间午餐新加])"
)
"""初, 中 and 底, where they do not begin another word: 2025年中国 is no middle of the year."""


_NOT_UNIT = {
    "年": "(?!级|代|龄|制(?!造)|检|薪|糕|轻|华(?!东|南|北|中|为)|夜饭|均|报)",
    "月": "(?!份|球|亮|饼|薪|租|供|均|嫂|刊|票|底|末|初|中旬|[上下]旬)",
    "周": "(?!岁|围|边|刊|报|密|[一二三四五六日末](?![次场回期个名]))",
    "天": "(?!天|津|空|气(?!温)|下(?![雨雪午来降跌滑])|堂|猫|桥|文|眼|赋|坛|涯|宫|真|籁|际|然(?!后))",
    "日": "(?!夜|元|均|线|游|语|式|军|系|本|龄|圆|常|报)",
    "小时": "(?!便利|营业|热线|值守|值班|在线|自助|不间断|服务|无人|书店|药店|运营|客服|不打烊|咨询|书房|急诊|滚动|制)",
    "秒": "(?!杀|表|针|懂|量?级)",
}
"""What makes a unit the beginning of another word."""


def _unit_pattern(without: tuple[str, ...] = ()) -> str:
    longest_first = sorted(set(lexicon.LENGTH_UNITS) - set(without), key=lambda word: (-len(word), word))
    return "|".join(word + _NOT_UNIT.get(word.removeprefix("个"), "") for word in longest_first)


SLOTS: dict[str, Slot] = {
    "year": _number(_YEAR),
    "first_year": _number(_YEAR),
    "short_year": Slot(_SHORT_YEAR, short_year, number=True, says="year"),
    "first_short_year": Slot(_SHORT_YEAR, short_year, number=True, says="first_year"),
    "month": Slot(_MONTH, _month, number=True),
    "first_month": Slot(_MONTH, _month, number=True),
    "day": _number(_DAY),
    "first_day": _number(_DAY),
    "hour": _number(_HOUR),
    "first_hour": _number(_HOUR),
    "minute": _number(_SIXTY),
    "minute_figures": _number("[0-5][0-9]", "minute"),
    "second_figures": _number("[0-5][0-9]", "second"),
    "first_minute": _number(_SIXTY),
    "second": _number(_SIXTY),
    "week": _number("[0-9]{1,2}|[一二三四五六七八九十]{1,3}"),
    "n": _number(_COUNT),
    "a": _number(_COUNT),
    "b": _number(_COUNT),
    "c": _number(_COUNT),
    "tenths": Slot("[0-9]{1,2}", str, number=True),
    "myriad": Slot("万", str),
    "years": _number(_COUNT),
    "months": _number(_COUNT),
    "days": _number(_COUNT),
    "days_left": _number(_COUNT),
    "hours": _number(_COUNT),
    "minutes": _number(_COUNT),
    "seconds": _number(_COUNT),
    "about": Slot(f"[{_DIGIT_WORD}][{_DIGIT_WORD}][十百千]?", str, number=True),
    "century": Slot(_CENTURY, lambda words: number(words) - 1, number=True),
    "decades": Slot(
        "[二三四五六七八][三四五六七八九]十", lambda words: (number(words[0]), number(words[1])), number=True
    ),
    "decade": Slot("[1-9]0|[一二三四五六七八九]十", lambda words: number(words) // 10, number=True),
    "compact": Slot(_COMPACT, str, number=True),
    "year_shift": _near_slot(lexicon.YEAR_SHIFTS),
    "half_shift": _near_slot(lexicon.HALF_SHIFTS),
    "quarter_shift": _near_slot(lexicon.QUARTER_SHIFTS),
    "month_shift": _near_slot(lexicon.MONTH_SHIFTS),
    "week_shift": _near_slot(lexicon.WEEK_SHIFTS),
    "weekend_shift": _near_slot(lexicon.WEEKEND_SHIFTS, "week_shift"),
    "day_shift": words_slot(lexicon.DAY_SHIFTS),
    "weekday": words_slot(lexicon.WEEKDAYS),
    "part": words_slot(lexicon.PARTS),
    "long_part": words_slot({word: part for word, part in lexicon.PARTS.items() if len(word) > 1}, "part"),
    "short_part": words_slot({"早": "MO", "晨": "MO", "晚": "EV"}, "part"),
    "half_day": Slot("[aApP]\\.?[mM](?![A-Za-z])\\.?", str),
    "season": words_slot(lexicon.SEASONS),
    "quarter": words_slot(lexicon.QUARTERS),
    "first_quarter": words_slot(lexicon.QUARTERS),
    "first_century": Slot(_CENTURY, lambda words: number(words) - 1, number=True),
    "about_months": Slot(
        "一二|二三|三四|四五|五六|六七|七八|八九", lambda words: (number(words[0]), number(words[1])), True
    ),
    "occasion": Slot("赛|开赛|开幕|开展|展会|大会|会|节|考|高考|开学|演出|发射|上市|开业|婚礼", str),
    "two_tens": words_slot({"上中旬": 1, "中下旬": 2}),
    "near_day": words_slot({"今": 0, "昨": -1, "明": 1, "前": -2, "后": 2}, "day_shift"),
    "ten_days": words_slot(lexicon.TEN_DAYS),
    "mod": Slot(_MOD, _MODS.__getitem__),
    "long_mod": words_slot(lexicon.LONG_MODS, "mod"),
    "vague_unit": Slot(_unit_pattern(), lexicon.LENGTH_UNITS.__getitem__, says="unit"),
    "unit": Slot(_unit_pattern(("月",)), lexicon.LENGTH_UNITS.__getitem__),
    "day_unit": Slot("日|号", None),
    "dash": Slot("-+|~+|至|到", None),
    "week_unit": Slot("周|星期|礼拜", None),
}
"""A slot that bears the name of a field of ``Point``, or says one, fills that field."""
