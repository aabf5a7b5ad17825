"""Numerals, units, weekdays, parts of the day, directions: the words that patterns are made of.

Texts are folded before they are searched: one character becomes one character, so that offsets stay. Traditional
characters become simplified ones, full-width figures ASCII, dashes ``-``, tildes ``~``: every row is written once.
"""

import re

_TRADITIONAL = "個週號點時兩鐘後禮間內過來從曆節陰農國慶勞動臘這當隔幾數聖誕歲萬億發會開閉無與將實現於還連續餘載剛軍儀賽屆啟結選戰紀舉應總監業準為並給後際舊畫號齋東風終體參壇爭運軸論課術創館選關擬際預計劃說學員書飯邊鐵馬電機線樓車滬蘇粵龍貳陸兒晝聽尋陽頭蘭婦樹費權氣衛讀識產紅護災減遊網絡煙環愛獻黨歸態醫師勝華豐雙糧記憲願門濕鋒遺殘親復穌難獨寧貞觀寶紹興樂統順禎緒漢晉豬雞財歷競"  # noqa: E501
_SIMPLIFIED = "个周号点时两钟后礼间内过来从历节阴农国庆劳动腊这当隔几数圣诞岁万亿发会开闭无与将实现于还连续余载刚军仪赛届启结选战纪举应总监业准为并给后际旧画号斋东风终体参坛争运轴论课术创馆选关拟际预计划说学员书饭边铁马电机线楼车沪苏粤龙贰陆儿昼听寻阳头兰妇树费权气卫读识产红护灾减游网络烟环爱献党归态医师胜华丰双粮记宪愿门湿锋遗残亲复稣难独宁贞观宝绍兴乐统顺祯绪汉晋猪鸡财历竞"  # noqa: E501
_WIDE = "０１２３４５６７８９：／．－–—―−﹣ー～〜∼　\u00a0\u2009\u202f○Ｏ（）＋％"
_NARROW = "0123456789:/.-------~~~   " + " " + "〇〇()+%"

_FOLD = str.maketrans(_TRADITIONAL + _WIDE, _SIMPLIFIED + _NARROW)
_FOLDABLE = re.compile(f"[{re.escape(_TRADITIONAL + _WIDE)}]")
_FOLDED = dict(zip(_TRADITIONAL + _WIDE, _SIMPLIFIED + _NARROW, strict=True))
_MANY = 40
"""So many of the first thousand characters make it cheaper to translate a text whole than one by one."""

DIGITS = "0-9"
"""A class body of the figures."""

NUMERALS = "〇零一二三四五六七八九十廿卅百千万两半几数仨俩元正冬腊壹贰叁肆伍陆柒捌玖拾"
"""A class body of the characters of numbers in words."""

VALUES = {c: n for n, c in enumerate("〇一二三四五六七八九十")} | {
    "零": 0, "两": 2, "俩": 2, "仨": 3, "廿": 20, "卅": 30, "百": 100, "千": 1000, "万": 10000,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "拾": 10,
}  # fmt: skip
"""What each numeral counts."""

NUMBER_WORDS = "〇零一二三四五六七八九十廿卅百千万两俩仨"
"""The numerals of counts, as a class body."""


def fold(text: str) -> str:
    """The text in the characters that the rows are written in; every offset stays what it was."""
    if len(_FOLDABLE.findall(text, 0, 1000)) > _MANY:
        return text.translate(_FOLD)
    return _FOLDABLE.sub(_folded, text)


def _folded(match: re.Match[str]) -> str:
    return _FOLDED[match[0]]


def number(words: str) -> int:
    """The number that figures or numerals write: 23, 二十三, 廿三, 二〇二二, 两千零二十二.

    Raises:
        ValueError: where it is no number.
    """
    words = words.strip()
    if words.isascii():
        return int(words)
    if words[:-1] and words[:-1].isascii() and words[-1] in "百千万":
        return int(words[:-1]) * VALUES[words[-1]]
    values = [VALUES[c] if c in VALUES else int(c) for c in words]
    if len(values) > 1 and all(value < 10 for value in values):
        return int("".join(map(str, values)))
    total, digit = 0, 0
    for value in values:
        if value == 10000:
            total, digit = (total + digit) * value, 0
        elif value >= 100 or value == 10:
            total, digit = total + (digit or 1) * value, 0
        elif value >= 20:
            total, digit = total + value, 0
        else:
            digit = value
    return total + digit


def short_year(words: str) -> int:
    """A year of two figures: 22 is 2022, 98 is 1998."""
    value = number(words)
    return value + (1900 if value >= 50 else 2000)


MONTH_WORDS = {"正": 1, "元": 1, "冬": 11, "腊": 12}
YEAR_SHIFTS = {
    "今年": 0, "本年": 0, "今岁": 0, "本年度": 0, "这一年": 0, "今年度": 0, "去年": -1, "上年": -1, "上一年": -1, "去岁": -1,
    "上年度": -1, "上一年度": -1, "去年度": -1, "前年": -2, "大前年": -3, "明年": 1, "下年": 1, "下一年": 1, "来年": 1,
    "下年度": 1, "下一年度": 1, "明年度": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
MONTH_SHIFTS = {
    start + unit: shift
    for start, shift in (("本", 0), ("这个", 0), ("这", 0), ("上", -1), ("上个", -1), ("上一", -1), ("上一个", -1), ("上上", -2),
                         ("上上个", -2), ("下", 1), ("下个", 1), ("下一", 1), ("下一个", 1), ("下下", 2), ("下下个", 2), ("今", 0))
    for unit in ("月", "月份")
}  # fmt: skip
WEEK_SHIFTS = {
    start + middle + unit: shift
    for start, shift in (("本", 0), ("今", 0), ("这", 0), ("这一", 0), ("上", -1), ("上一", -1), ("上上", -2), ("大上", -2), ("下", 1),
                         ("下一", 1), ("下下", 2), ("大下", 2))
    for middle in ("", "个")
    for unit in ("周", "星期", "礼拜")
}  # fmt: skip
WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日", 1)} | {"天": 7} | {str(n): n for n in range(1, 8)}
DAY_SHIFTS = {
    "今天": 0, "今日": 0, "本日": 0, "今儿": 0, "昨天": -1, "昨日": -1, "昨儿": -1, "琴日": -1, "寻日": -1, "前天": -2,
    "前日": -2, "大前天": -3, "大前日": -3, "明天": 1, "明日": 1, "明儿": 1, "听日": 1, "后天": 2, "后日": 2, "大后天": 3,
    "大后日": 3,
}  # fmt: skip
PARTS = {
    "凌晨": "EM", "拂晓": "EM", "后半夜": "EM", "早晨": "MO", "早上": "MO", "清早": "MO", "大清早": "MO", "清晨": "MO",
    "晨间": "MO", "早间": "MO", "一早": "MO", "上午": "MO", "午前": "MO", "朝早": "MO", "上昼": "MO", "早": "MO", "晨": "MO",
    "中午": "MI", "正午": "MI", "午间": "MI", "晌午": "MI", "下午": "AF", "午后": "AF", "下昼": "AF", "晏昼": "AF",
    "傍晚": "EV", "黄昏": "EV", "晚上": "EV", "晚间": "EV", "晚": "EV", "夜晚": "EV", "大晚上": "EV", "入夜": "EV",
    "夜间": "NI", "深夜": "NI", "夜里": "NI", "午夜": "NI", "半夜": "NI", "前半夜": "NI", "子夜": "NI", "夜": "NI", "晚夜": "NI",
}  # fmt: skip
SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}
TEN_DAYS = {"上旬": 1, "中旬": 2, "下旬": 3}
LONG_MODS = {
    "之初": "START", "初期": "START", "早期": "START", "前期": "START", "初叶": "START", "伊始": "START", "年初": "START",
    "中期": "MID", "中叶": "MID", "中段": "MID", "年中": "MID", "之末": "END", "末期": "END", "晚期": "END", "后期": "END",
    "末叶": "END", "年底": "END", "年末": "END", "年尾": "END", "岁末": "END", "月底": "END", "月末": "END", "月初": "START",
    "月中": "MID",
}  # fmt: skip
LENGTH_UNITS = {
    "年": "years", "载": "years", "周年": "years", "学年": "years", "年间": "years", "年时间": "years", "个年头": "years",
    "年整": "years", "个月": "months", "个多月": "months", "月": "months", "周": "weeks", "个星期": "weeks", "星期": "weeks",
    "个礼拜": "weeks", "礼拜": "weeks", "个周": "weeks", "天": "days", "日": "days", "个工作日": "workdays", "工作日": "workdays",
    "个交易日": "workdays", "交易日": "workdays", "个自然日": "days", "昼夜": "days", "个昼夜": "days", "天天": "days", "个小时": "hours",
    "小时": "hours", "个钟头": "hours", "钟头": "hours", "个钟": "hours", "分钟": "minutes", "秒钟": "seconds", "秒": "seconds",
    "世纪": "centuries", "个世纪": "centuries", "个季度": "quarters",
}  # fmt: skip
LENGTH_UNITS.pop("天天")
ZONES = {
    "北京时间": "Asia/Shanghai", "京时间": "Asia/Shanghai", "当地时间": "local", "本地时间": "local",
    "美东时间": "America/New_York", "美国东部时间": "America/New_York", "纽约时间": "America/New_York",
    "华盛顿时间": "America/New_York", "美西时间": "America/Los_Angeles", "美国西部时间": "America/Los_Angeles",
    "伦敦时间": "Europe/London", "格林尼治时间": "UTC", "格林威治时间": "UTC", "世界时": "UTC", "协调世界时": "UTC",
    "东京时间": "Asia/Tokyo", "首尔时间": "Asia/Seoul", "莫斯科时间": "Europe/Moscow", "巴黎时间": "Europe/Paris",
    "柏林时间": "Europe/Berlin", "迪拜时间": "Asia/Dubai", "新加坡时间": "Asia/Singapore", "香港时间": "Asia/Hong_Kong",
    "台北时间": "Asia/Taipei", "悉尼时间": "Australia/Sydney", "欧洲中部时间": "Europe/Berlin", "日内瓦时间": "Europe/Zurich",
}  # fmt: skip
ZONES.pop("京时间")
