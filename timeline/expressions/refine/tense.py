"""Which way the clause of a find looks: 将, 拟, 预计 forward; 了, 已, 同比 back."""

import re
from typing import Literal

from timeline.expressions.lexicon import DIGITS
from timeline.expressions.meaning import Find
from timeline.expressions.patterns import led_by_class
from timeline.expressions.refine.reading import Reading

Tense = Literal["past", "future"]

_CLAUSE = re.compile(r"[，,。！？!?；;\n]")
_WILL = (
    "将(?![军士领相才帅他她其它此该]|近|来|以)|拟(?!人)|计划(?!生育|单列|署|委|局|》)|预计|预期|有望|即将|定[于在档]|届时|可能|预[订约购售](?!了)|备战|筹备|或(?:将|于|在)|预定|暂定|安排在|"
    "打算|力争|争取|准备|敬请|欢迎|料(?:将|于)|最[快早迟晚]|不晚于|要在|推迟(?!了)|延期(?!了)|改期(?!了)|延至"
)
_LEADING = re.compile(f"(?:{_WILL})[^，。；]{{0,14}}$")
_PLANNED = re.compile(
    "(?:原(?:先|来|本)?(?:计划|[定拟应]|安排|预[计定])|本(?:应|该|来?(?:定|计划))|原本(?:应|该|要))[^，。；]{0,8}$"
)
_FOLLOWING_WORDS = (
    f"(?P<future>{_WILL}|(?<![峰大年晚博展览商议例宴集协学委聚竞盛董])会(?:[在于有是再进推成]|陆续|继续)|起(?:施行|实施|执行|生效|接受|开放|禁止|正式|实行|启用|停|恢复|调整|可)|可(?:查询|到|在|凭|持|领)|再见|不见不散|"
    "停止(?:使用|受理|办理|发放|供应|运营)|失效|废止|到期|届满|(?<![目此当先日从眼生])前(?:完成|实现|建成|提交|报名|投产|离开|公布|发布|召开|举行|到位|缴|申报|出台|印发|报到|支付|付清|办理|开通|交付|[^，。往后来夕]{0,2}$))"
    "|(?P<past>了(?!解)|已|曾|获悉|宣布|报道|发生|公布|透露|表示|称|说|传出|提出|强调|指出|完成|报(?:于|收)|收[盘涨跌报]|刚刚|以来|通报|出炉|"
    "同比|环比|增长|下降|上涨|下跌|达到|达[0-9]|为[0-9]|在[^，。]{2,12}(?:举行|召开|开幕|闭幕)$)"
)
_FOLLOWING = re.compile(led_by_class(_FOLLOWING_WORDS, DIGITS))
_OVER = re.compile(
    "了(?!解)|已|曾|同比|环比|增长|下降|上涨|下跌|当时|获悉|落网|身亡|遇难|死亡|逮捕|抓获|通报|受伤|败给|击败|战胜|惨败|完败|不敌"
)
_HAPPENED_AT = re.compile("(?:发生|出现|诞生|降生|出生|成立|始建|建成|毕业|去世|病逝|逝世|遇难)[于在]$")
_FRONT = 24
"""The most characters in front of a find that are looked at."""
_HANDLED = re.compile("将[^，。；]{2,20}了(?!解)")
"""Where 将 means 把: 将他绑到了树上."""
_COMPARED = re.compile(r"(?:较|比|与|[高低大小多少强弱]于)(?:去年|上年)?$")


def _in_front(find: Find, reading: Reading, reach: int) -> str:
    """The words of its clause in front of a find, so many characters at most."""
    start, _ = reading.sentence(find.start)
    return _CLAUSE.split(reading.text[max(start, find.start - reach) : find.start])[-1]


def tense_of(find: Find, reading: Reading) -> Tense | None:
    """What the clause of a find tells, and the next one where the find is a clause of its own; None if nothing."""
    _, end = reading.sentence(find.start)
    before = _in_front(find, reading, _FRONT)
    if _COMPARED.search(before) or _HAPPENED_AT.search(before):
        return "past"
    if _LEADING.search(before):
        return "future"
    behind = reading.text[find.end : min(end, find.end + 60)].split("\n")[0].rstrip("。！？!?；;")
    clauses = _CLAUSE.split(behind, 2)
    near = clauses[0] if len(clauses[0]) > 3 or len(clauses) < 2 else f"{clauses[0]} {clauses[1]}"
    told = _FOLLOWING.search(near)
    if told is None and len(clauses) > 1:
        told = _FOLLOWING.search(clauses[1])
    if told is None:
        return None
    ahead = told["future"] is not None and not (told[0] == "将" and _HANDLED.match(told.string, told.start()))
    return "future" if ahead else "past"


def was_planned(find: Find, reading: Reading) -> bool:
    """Whether a date was once planned, over by now or not: 原定于3月."""
    if "原" not in (words := reading.before(find.start)) and "本" not in words:
        return False
    return _PLANNED.search(words) is not None


def looks_back(find: Find, reading: Reading) -> bool:
    """Whether the clause says outright that something is over: 了, 已, 曾; 公布 and 报道 alone do not."""
    _, end = reading.sentence(find.start)
    before = _in_front(find, reading, _FRONT)
    behind = next(filter(None, _CLAUSE.split(reading.text[find.end : min(end, find.end + 30)], 2)[:2]), "")
    return _OVER.search(before) is not None or _OVER.search(behind) is not None


def looks_ahead(find: Find, reading: Reading) -> bool:
    """Whether the very words behind a weekday, or before it, look forward: 周五将公布, 定于周五."""
    before = _in_front(find, reading, 12)
    near = _FOLLOWING.match(reading.behind(find.end, 6).lstrip("我们的要就会"))
    return bool(_LEADING.search(before)) or bool(near and near["future"]) or reading.behind(find.end, 1) == "要"
