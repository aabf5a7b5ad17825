"""Days counted from an event that the article dates: 开幕式当天, 大会第二天, WAIC首日, 闭幕次日, 赛前三天."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.expressions.meaning import Find, Point
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.told import Told
from timeline.expressions.resolve import resolve

_KIND = (
    "(?:首销|首发|首航|首飞|发射|上市|上线|通车|竣工|复工|复课|开园|开放|开市|开学|开机|开拍|开售|开战|运营|交付|开盘|事发|案发|开幕|闭幕|揭幕|开播|开工|开业|开赛|开馆|首映|首演|首发|上映|颁奖|签约|启动|发布|投票|选举|婚礼|葬礼)(?:式|会|仪式|典礼|演出|礼|日)?"
    "|[一-鿿]{0,6}(?:大会|峰会|论坛|年会|会议|展会|博览会|进博会|广交会|服贸会|消博会|展览|赛事|比赛|联赛|决赛|运动会|奥运会|亚运会|电影节|音乐节|艺术节|车展|书展|会展|交易会|洽谈会|演唱会|庭审|假日|假期|长假|黄金周)"
    "|[A-Z][A-Za-z0-9 ]{1,20}"
)
OCCASION = re.compile(f"(?P<name>{_KIND})(?:的|后|后的)?$")
_WORDS = re.compile(
    "开幕|闭幕|揭幕|开播|开工|开业|开赛|首映|首演|颁奖|签约|启动|发布|首航|首飞|上线|复工|复课|开园|开放|开市|开学|"
    "开机|开拍|开售|开战|运营|大会|峰会|论坛|年会|会议|展|赛|运动会|节|[A-Z][A-Za-z]+"
)
_AROUND = 30
"""How many dates before and behind a find may be those of its occasion."""

_HELD = re.compile("举行|举办|召开|开幕|启幕|揭幕")
_HELD_THEN = re.compile(
    "(?:[上下]午|晚上?)?(?:在|于)?[^，。；、在]{0,18}?(?:举行|举办|召开|开幕|启幕|闭幕|落幕|开赛)(?=[，。；]|$)"
)
"""What follows a day that an event is held on, and which is none of the event's own: 大会当日在云州召开."""
_BEGINS = re.compile(
    "[^。；]{0,20}?(?:举行|举办|召开|开幕|启幕|揭幕|启动|拉开|开[赛播业园馆市展学机售战放]|上[线映市]|首[映演航飞]|开始)"
)
_UNNAMED = "?"
"""The occasion of 首日 and 第三天 that open a clause: what began on the day told before."""

_REACH = 120
"""How many characters before them that day may stand."""

_CLAUSE_END = re.compile("[，。；,;]")
_STARTS = ("", *"，,。；;：:（(")
_CLOSES = re.compile("闭幕|落幕|收官|结束")


def find_occasions(reading: Reading) -> None:
    """当天, 首日, 第二天 and 前三天 behind the name of an occasion hang on it; 首日 and 第N天 alone are no dates."""
    for find in reading.finds:
        if _may_hang(find):
            break
    else:
        return
    kept: list[Find] = []
    for find in reading.finds:
        if _may_hang(find) and isinstance(find.meaning, Point):
            named = OCCASION.search(reading.before(find.start, 24))
            held_then = find.meaning.day_shift == 0 and _HELD_THEN.match(reading.behind(find.end, 24))
            if named is not None and not (find.meaning.follows and held_then):
                find.meaning = replace(find.meaning, event=named["name"].strip(), follows=False)
                find.start = max(find.start - len(named[0]), kept[-1].end if kept else 0)
            elif find.meaning.event is not None:
                if reading.before(find.start, 1).strip() not in _STARTS:
                    continue
                find.meaning = replace(find.meaning, event=_UNNAMED)
        kept.append(find)
    reading.finds = kept


def _may_hang(find: Find) -> bool:
    meaning = find.meaning
    return isinstance(meaning, Point) and (
        meaning.event is not None or (meaning.follows and meaning.day_shift is not None)
    )


class Occasions:
    """The days of the occasions that an article dates."""

    def __init__(self, reading: Reading, told: list[Told]) -> None:
        self._reading = reading
        self._days = [
            one
            for one in told
            if one.resolved.begin is not None
            and one.resolved.until is not None
            and one.resolved.type in ("DATE", "TIME")
            and one.resolved.granularity in ("day", "part_of_day", "hour", "minute")
            and one.find.relation not in ("before", "by")
        ]
        self._starts = [one.find.start for one in self._days]
        self._lengths = [one for one in told if one.resolved.type == "DURATION" and one.resolved.value.endswith("D")]

    def told(self, find: Find) -> Told | None:
        """The day of a find that hangs on an occasion; None where the article does not date it."""
        name = getattr(find.meaning, "event", None) or ""
        source = self._begun(find) if name == _UNNAMED else self._source(name, find)
        if source is None or source.resolved.begin is None:
            return None
        first = self._first_day(source)
        meaning = find.meaning
        if isinstance(meaning, Point):
            last = (source.resolved.until or first) - timedelta(days=1)
            closing = bool(_CLOSES.match(name))
            anchor = last if meaning.day == -1 or closing else first
            shift = meaning.day_shift if meaning.day_shift is not None else max((meaning.day or 1) - 1, 0)
            meaning = replace(meaning, event=None, day=None, day_shift=shift)
            resolved = resolve(meaning, anchor, "current")
        else:
            resolved = resolve(meaning, first, "current")
        if resolved is None:
            return None
        span = f"{source.find.start}-{source.find.end}"
        return Told(find, resolved, f"text {span} {source.resolved.value}", ("year", "month", "day"))

    def _begun(self, find: Find) -> Told | None:
        """The day told before on which something is said to begin: in the paragraph for 首日, in the sentence else."""
        at = bisect_left(self._starts, find.start)
        day = getattr(find.meaning, "day", None)
        for one in reversed(self._days[max(0, at - _AROUND) : at]):
            if find.start - one.find.end > _REACH or not self._reading.same_paragraph(one.find.end, find.start):
                return None
            between = self._reading.text[one.find.end : find.start]
            if (day != 1 and "。" in between) or (day == -1 and "/" not in one.resolved.value):
                continue
            if _BEGINS.match(between):
                return one
        return None

    def _source(self, name: str, find: Find) -> Told | None:
        """The date whose sentence tells most of the occasion; of equal ones the range, then the nearest before."""
        words = set(_WORDS.findall(name))
        best: tuple[int, int, int] | None = None
        source: Told | None = None
        at = bisect_left(self._starts, find.start)
        for one in self._days[max(0, at - _AROUND) : at + _AROUND]:
            start, end = self._reading.sentence(one.find.start)
            sentence = self._reading.text[start:end]
            score = 4 * (name in sentence) + 2 * sum(word in sentence for word in words) + bool(_HELD.search(sentence))
            if not score:
                continue
            is_range = "/" in one.resolved.value
            opening = -abs(find.start - one.find.start)
            key = (score + 2 * is_range + 2 * self._opens(one, words), int(one.find.start < find.start), opening)
            if best is None or key > best:
                best, source = key, one
        return source

    def _opens(self, one: Told, words: set[str]) -> bool:
        """Whether the clause goes on from the date to the occasion: 9月10日开幕, and not 今天距开幕还有三周."""
        clause = _CLAUSE_END.split(self._reading.behind(one.find.end, 16))[0]
        if clause.startswith(("距", "离", "倒计时")):
            return False
        return any(word in clause for word in words) or _HELD.search(clause) is not None

    def _first_day(self, source: Told) -> datetime:
        """The first day of an occasion; where only its end is dated, the article's N天 leads back to it."""
        begin = (source.resolved.begin or self._reading.published).replace(hour=0, minute=0, second=0)
        start, end = self._reading.sentence(source.find.start)
        if "/" in source.resolved.value or not _CLOSES.search(self._reading.text[start:end]) or not self._lengths:
            return begin
        days = int(self._lengths[0].resolved.value[1:-1]) if self._lengths[0].resolved.value[1:-1].isdigit() else 1
        return begin - timedelta(days=days - 1) if 1 < days <= 31 else begin
