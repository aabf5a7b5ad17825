"""Which way a sentence looks: 将, 拟, 预计 forward; 了, 已, 曾 back."""

import re
from typing import Literal

from timeline.expressions.meaning import Find
from timeline.expressions.refine.reading import Reading

Tense = Literal["past", "future"]

_CLAUSE = re.compile(r"[，,。！？!?；;\n:]")
_FUTURE = re.compile(
    r"将(?![军士领相才帅他她其它此该]|近|来|以)|拟(?!人)|计划(?:于|在|到)|预计|有望|即将|定于|届时|推迟|延期|改期|延至|"
    r"预定|预期|准备|力争|争取|敬请|欢迎|截止日|会(?:[在于有是再进推成]|陆续|继续)|要(?![求闻点素职])|打算|前(?:完成|实现|建成|提交|报名|投产|离开)|"
    r"起(?:施行|实施|执行|生效|接受|开放)|前$"
)
_PAST = re.compile(
    r"了(?!解)|已|曾|获悉|宣布|报道|发生|公布|透露|举行了|完成|报(?:于|收)|收[盘涨跌]|刚刚|以来|通报|出炉"
)


def tense_of(find: Find, reading: Reading) -> Tense | None:
    """What the clause of a find, and the next one, tell; None where nothing does."""
    start, end = reading.sentence(find.start)
    before = _CLAUSE.split(reading.text[max(start, find.start - 30) : find.start])[-1]
    behind = _CLAUSE.split(reading.text[find.end : min(end, find.end + 60)], 2)
    near = behind[0] if len(behind[0]) > 3 or len(behind) < 2 else f"{behind[0]} {behind[1]}"
    if _FUTURE.search(before) or _FUTURE.search(near):
        return "future"
    if _PAST.search(near):
        return "past"
    return "future" if len(behind) > 1 and _FUTURE.search(behind[1]) else None


def looks_ahead(find: Find, reading: Reading) -> bool:
    """Whether the very words behind a find, or before it, look forward: 周五将公布, 定于周五."""
    return bool(
        _FUTURE.search(reading.behind(find.end, 4).replace("前", "")) or _FUTURE.search(reading.before(find.start, 4))
    )
