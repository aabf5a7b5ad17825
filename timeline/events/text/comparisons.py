"""Dates that something is only compared with: 比上月增长, 创3月以来新高, 由上年的下降转为上升."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set, word_tuple
from timeline.events.text.atoms import Atom

_COMPARING = word_set("comparing")


def compares(raw: Sequence[Atom], before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether the date is only what something is compared with."""
    raw = [a for a in raw if a.tag != "x"]
    last = raw[-1].text if raw else ""
    exceeded = next((k for k, a in enumerate(raw) if a.text in _EXCEEDING), len(raw))
    if any(a.text in _EXPECTED for a in raw[exceeded:]):
        return True
    front = "".join(a.text for a in raw[-2:])
    if (last in _COMPARING and last not in ("为", "和", "与", "同")) or _THAN.search(front):
        return True
    behind = "".join([a.text for a in after[:10]])
    if _RECORD.match(behind) or ("以来" in behind and _SINCE.search(behind)):
        return True
    if last in ("前", "上", "同") and len(raw) > 1 and raw[-2].text in ("较", "比", "与"):
        return True
    if last in ("超过", "超", "高于", "低于", "达到", "占") or (
        last == "了" and len(raw) > 1 and raw[-2].text in ("超过", "高于")
    ):
        return True
    if last in ("与", "同", "和") and _ALIKE.search("".join(a.text for a in after[:6])):
        return True
    if before and before[-1].text in ("创", "创下", "创出", "刷新", "创造", "达到"):
        return any(a.text in ("以来", "来") for a in after[:2])
    if last not in ("从", "由"):
        return False
    behind = "".join(a.text for a in after[:12])
    return any(mark in behind for mark in _GROWTH) or _TURNS.match(behind) is not None


_THAN = re.compile(r"(?<![占价分])比$|较$|[低高好差优多少大小强弱快慢]于$")
"""比 and 较 right before a date, though the segmenter may join them to the word before: 病例数比2019年."""
_SINCE = re.compile(r"以来(?:的|首|第|最|新[高低]|单[日月周])")
_RECORD = re.compile(r"(?:份)?(?:的)?(?:历史)?(?:同期)?(?:历史)?(?:极值|极端值|纪录|记录)")
"""What a record is measured by: 自2020年某事以来的新高, 自3月以来首次; 打破5月份纪录."""
_ALIKE = re.compile(r"相比|比较|相较|持平|一致(?=$|，|的)|相同|相当|相等|类似|接近|不同")
_EXCEEDING = frozenset(["超出", "超过", "高于", "低于", "好于"])
_EXPECTED = frozenset(["原先", "此前", "估计", "预期", "预测", "预计", "预估"])
_TURNS = re.compile(r"(?!起|开始)\w{1,12}?转(?:为|成|入)")
"""What a movement turns from: 由上月下降转为上涨."""
_GROWTH = word_tuple("growth")
