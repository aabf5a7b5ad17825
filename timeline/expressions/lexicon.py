"""Numerals, units, weekdays, parts of the day, directions: the words that patterns are made of.

Texts are folded before they are searched: one character becomes one character, so that offsets stay. Traditional
characters become simplified ones, full-width figures ASCII, dashes ``-``, tildes ``~``: every row is written once.
"""

import re
from collections.abc import Mapping
from typing import TypeVar

Value = TypeVar("Value")

_TRADITIONAL = (
    "個週號點時兩鐘後禮間內過來從曆節陰農國慶勞動臘這當隔幾數聖誕歲萬億發會開閉無與將實現於還連續餘載剛軍儀賽屆啟"
    "結選戰紀舉應總監業準為並給後際舊畫號齋東風終體參壇爭運軸論課術創館選關擬際預計劃說學員書飯邊鐵馬電機線樓車滬"
    "蘇粵龍貳陸兒晝聽尋陽頭蘭婦樹費權氣衛讀識產紅護災減遊網絡煙環愛獻黨歸態醫師勝華豐雙糧記憲願門濕鋒遺殘親復穌難"
    "獨寧貞觀寶紹興樂統順禎緒漢晉豬雞財歷競亞併倆倉們倖倫備傢傳僅價別劇劉劍務勛勢勳區協吳呂問啓單噹嚮圍園圓圖團垻"
    "執堅報場塊壩壯奧奪奮嬰孫宮審層峯島崗嵗帥幷幹庫廈廟廠廢廣廳張強彆彈徵慘憑戀戲換損擊擡斷昇暫曉曏査條楊榦槍樑標"
    "樣橋檔檢歐歡殺決淩測湯溫溼滄滾滿漲潤濟瀋熱燈營燦爐爛爺爾牴獎獲産畵盤盧硃碼礦種稱穀穫範簽籟糉約紐級紛組經維綵"
    "編緬練繫繳繼纔罈罎羅羣義聞聯聲臨臺舘艙艦葉葯蔘蔣薑藝藥處虧蟄裏補裝裡製複見規視覽訊訓訪許訴診註評詢試話該誌語"
    "説調談請諜諮講謝譚議變貓貨貿賀資賈賞賠賦購贊趙較輕輝輩輪轉辦進達遲邁鄒鄧鄭針銀銅銷鋼錢錶鍾鎮長閆閏閣陣陳隊階"
    "隨離韋韓頁項頒頓領題額類顧飛餅養馮驚髮麗黃齡齣龔敎"
)
_SIMPLIFIED = (
    "个周号点时两钟后礼间内过来从历节阴农国庆劳动腊这当隔几数圣诞岁万亿发会开闭无与将实现于还连续余载刚军仪赛届启"
    "结选战纪举应总监业准为并给后际旧画号斋东风终体参坛争运轴论课术创馆选关拟际预计划说学员书饭边铁马电机线楼车沪"
    "苏粤龙贰陆儿昼听寻阳头兰妇树费权气卫读识产红护灾减游网络烟环爱献党归态医师胜华丰双粮记宪愿门湿锋遗残亲复稣难"
    "独宁贞观宝绍兴乐统顺祯绪汉晋猪鸡财历竞亚并俩仓们幸伦备家传仅价别剧刘剑务勋势勋区协吴吕问启单当向围园圆图团坝"
    "执坚报场块坝壮奥夺奋婴孙宫审层峰岛岗岁帅并干库厦庙厂废广厅张强别弹征惨凭恋戏换损击抬断升暂晓向查条杨干枪梁标"
    "样桥档检欧欢杀决凌测汤温湿沧滚满涨润济沈热灯营灿炉烂爷尔抵奖获产画盘卢朱码矿种称谷获范签籁粽约纽级纷组经维彩"
    "编缅练系缴继才坛坛罗群义闻联声临台馆舱舰叶药参蒋姜艺药处亏蛰里补装里制复见规视览讯训访许诉诊注评询试话该志语"
    "说调谈请谍咨讲谢谭议变猫货贸贺资贾赏赔赋购赞赵较轻辉辈轮转办进达迟迈邹邓郑针银铜销钢钱表钟镇长闫闰阁阵陈队阶"
    "随离韦韩页项颁顿领题额类顾飞饼养冯惊发丽黄龄出龚教"
)
_WIDE = "０１２３４５６７８９：／．－–—―−﹣ー‐‑─━～〜∼⁓˜　\u00a0\u2009\u202f○Ｏ（）＋％"
_NARROW = "0123456789:/.-----------~~~~~   " + " " + "〇〇()+%"

_FOLD = str.maketrans(_TRADITIONAL + _WIDE, _SIMPLIFIED + _NARROW)
_FOLDABLE = re.compile(f"[{re.escape(_TRADITIONAL + _WIDE)}]")
_FOLDED = dict(zip(_TRADITIONAL + _WIDE, _SIMPLIFIED + _NARROW, strict=True))
_MANY = 20
"""More different characters make it cheaper to translate a text whole than to replace one after the other."""

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
    foldable = set(_FOLDABLE.findall(text))
    if len(foldable) > _MANY:
        return text.translate(_FOLD)
    for character in foldable:
        text = text.replace(character, _FOLDED[character])
    return text


def number(words: str) -> int:
    """The number that figures or numerals write: 23, 二十三, 廿三, 二〇二二, 两千零二十二.

    Raises:
        ValueError: where it is no number.
    """
    if words.isascii():
        return int(words)
    words = words.strip()
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


def _by_word(words: Mapping[Value, str]) -> dict[str, Value]:
    """From value to words, parted by spaces, to the value of each word."""
    return {word: value for value, said in words.items() for word in said.split()}


def _shifts(starts: Mapping[int, str], units: str) -> dict[str, int]:
    """The words made of a beginning and a unit, with the shift that the beginning tells."""
    return {start + unit: shift for start, shift in _by_word(starts).items() for unit in units.split()}


MONTH_WORDS = {"正": 1, "元": 1, "冬": 11, "腊": 12}
"""The months that have a name."""

YEAR_SHIFTS = _by_word(
    {
        -3: "大前年",
        -2: "前年",
        -1: "去年 上年 上一年 去岁 上年度 上一年度 去年度",
        0: "今年 本年 今岁 本年度 今年度 这一年",
        1: "明年 下年 下一年 来年 下年度 下一年度 明年度",
        2: "后年",
        3: "大后年",
    }
)
_NEAR_UNITS = {
    -3: "上上上 上上上个",
    -2: "上上 上上个",
    -1: "上 上个 上一 上一个",
    0: "本 这 这个",
    1: "下 下个 下一 下一个",
    2: "下下 下下个",
    3: "下下下 下下下个",
}
MONTH_SHIFTS = _shifts(_NEAR_UNITS | {0: "本 今 这 这个"}, "月 月份")
QUARTER_SHIFTS = _shifts(_NEAR_UNITS | {0: "本 这个 这一 当前"}, "季度")
HALF_SHIFTS = _shifts({-1: "上个 上一个", 0: "这 本 这个 本个", 1: "下个 下一个"}, "半年")
_NEAR_WEEKS = {
    -3: "上上上 上上上个",
    -2: "上上 上上个 大上 大上个",
    -1: "上 上个 上一 上一个",
    0: "本 本个 今 今个 这 这个 这一 这一个",
    1: "下 下个 下一 下一个",
    2: "下下 下下个 大下 大下个 再下 再下个",
    3: "下下下 下下下个",
}
WEEK_SHIFTS = _shifts(_NEAR_WEEKS, "周 星期 礼拜")
WEEKEND_SHIFTS = _shifts(_NEAR_WEEKS, "周末")
DAY_SHIFTS = _by_word(
    {
        -4: "大大前天",
        -3: "大前天 大前日",
        -2: "前天 前日",
        -1: "昨天 昨日 昨儿 琴日 寻日",
        0: "今天 今日 本日 今儿",
        1: "明天 明日 明儿 听日",
        2: "后天 后日",
        3: "大后天 大后日",
        4: "大大后天",
    }
)
"""Units counted from the anchor's own: 去年 is -1, 下周 1."""

WEEKDAYS = _by_word({1: "一 1", 2: "二 2", 3: "三 3", 4: "四 4", 5: "五 5", 6: "六 6", 7: "日 天 7"})
"""Monday is 1."""

PARTS = _by_word(
    {
        "EM": "凌晨 拂晓 后半夜",
        "MO": "早晨 早上 清早 大清早 清晨 晨间 早间 一早 上午 午前 朝早 上昼 早 晨",
        "MI": "中午 正午 午间 晌午",
        "AF": "下午 午后 下昼 晏昼",
        "EV": "傍晚 黄昏 晚上 晚间 晚 夜晚 大晚上 入夜",
        "NI": "夜间 深夜 夜里 午夜 半夜 前半夜 子夜 夜 晚夜",
    }
)
"""Parts of the day, as TIMEX3 writes them."""

SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
QUARTERS = _by_word({1: "一 首 1", 2: "二 2", 3: "三 3", 4: "四 4"})
TEN_DAYS = {"上旬": 1, "中旬": 2, "下旬": 3}
LONG_MODS = _by_word(
    {
        "START": "之初 初期 早期 前期 初叶 伊始 年初 月初",
        "MID": "中期 中叶 中段 年中 月中",
        "END": "之末 末期 晚期 后期 末叶 年底 年末 年尾 岁末 月底 月末",
    }
)
"""What takes the beginning, the middle or the end of a unit."""

LENGTH_UNITS = _by_word(
    {
        "centuries": "世纪 个世纪",
        "years": "年 载 周年 学年 年间 年时间 个年头 年整",
        "quarters": "个季度",
        "months": "个月 个多月 月",
        "weeks": "周 个周 星期 个星期 礼拜 个礼拜",
        "days": "天 日 个自然日 个日历日 昼夜 个昼夜 个日夜",
        "workdays": "工作日 个工作日 交易日 个交易日",
        "hours": "小时 个小时 钟头 个钟头 个钟",
        "minutes": "分钟",
        "seconds": "秒 秒钟",
    }
)
"""The units in which lengths are counted."""

ZONES = _by_word(
    {
        "Asia/Shanghai": "北京时间",
        "local": "当地时间 本地时间",
        "America/New_York": "美东时间 美国东部时间 纽约时间 华盛顿时间",
        "America/Los_Angeles": "美西时间 美国西部时间",
        "Europe/London": "伦敦时间",
        "UTC": "格林尼治时间 格林威治时间 协调世界时 世界时",
        "Asia/Tokyo": "东京时间",
        "Asia/Seoul": "首尔时间",
        "Europe/Moscow": "莫斯科时间",
        "Europe/Paris": "巴黎时间",
        "Europe/Berlin": "柏林时间 欧洲中部时间",
        "Europe/Zurich": "日内瓦时间",
        "Asia/Dubai": "迪拜时间",
        "Asia/Singapore": "新加坡时间",
        "Asia/Hong_Kong": "香港时间",
        "Asia/Taipei": "台北时间",
        "Australia/Sydney": "悉尼时间",
    }
)
"""The IANA zones that words name; ``local`` where the place is not said."""
