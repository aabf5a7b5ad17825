"""Lengths take their side from the words beside them: 三天前, 过去30年, 未来五年, 三周内, 五年来."""

import re
from dataclasses import replace

from timeline.expressions.meaning import Find, Length, Side
from timeline.expressions.refine.reading import Reading

_BEHIND = re.compile(
    r" ?(?:多|有余)?(?:的?时间)?(?:"
    r"(?P<ago>(?:以|之)?前(?!后|三|[一二四五六七八九十]|[0-9]+(?:[年月天日周名位大强个季]|小时)|沿|景|述|提|锋|夕|卫|途|台|线|方(?![案法便针面式才能可知])|排|端|哨|辈|程)|早前|多前)"
    r"|(?P<later>(?:以|之|过)?后(?!续|台|备|方|卫|期|代|人|果|的?今天))"
    r"|(?P<within>(?:以|之)?内(?!部|地|外|容|在|涵|阁|存|需|向|资|陆|蒙))|(?P<past>(?:以|间)?来(?!自|到|说|源|访|临|得|看|回|电|的是)|以降)|(?P<during>间(?!隔|接|谍)))"
)
_BEFORE = re.compile(
    r"(?:(?P<past>(?:在)?(?:过去|近|最近|过往|以往|此前|之前|刚刚过去|上|前|向前|往前)的?这?)|(?P<future>未来|今后|接下来|将来|此后|往后|之后|随后|后|下|向后|再有|还剩下?|还有|仅剩|只剩|仅有)的?这?)$"
)
_LAST_OF_BEFORE = frozenset("去近往前上来后下有剩的这")
"""With one of these each form of ``_BEFORE`` ends: nothing else is searched for."""
_PASSING = re.compile(r"(?:^|[，。；、,;:!?！？\s就要得])(?P<passing>再?过)$")
_COUNTDOWN = re.compile(r"(?:距离?|离)[^，。；]{1,20}$")


def take_sides(reading: Reading) -> None:
    """Each length reads what stands beside it; 过去, 未来 and 近 before it are part of it."""
    lengths = [find for find in reading.finds if isinstance(find.meaning, Length) and find.meaning.side is None]
    if not lengths:
        return
    for find in lengths:
        if isinstance(find.meaning, Length):
            _take_side(find, find.meaning, reading)
    finds: list[Find] = []
    for find in reading.finds:
        while finds and finds[-1].end > find.start:
            finds.pop()
        finds.append(find)
    reading.finds = finds


def _take_side(find: Find, length: Length, reading: Reading) -> None:
    behind = _BEHIND.match(reading.behind(find.end))
    words = reading.before(find.start, 8)
    front = _BEFORE.search(words) if words[-1:] in _LAST_OF_BEFORE else None
    side: Side | None = None
    if behind:
        name = str(behind.lastgroup)
        if name == "during":
            find.end += behind.end()
        else:
            side = name if name != "past" else "past"  # type: ignore[assignment]
            if name != "within":
                find.end += behind.end()
    if front and side in (None, "within"):
        word = front[0]
        if side == "within" or not word.startswith(("上", "下", "后", "前")) or _counts(reading, find):
            side = "past" if front["past"] else "future"
            find.start -= len(word)
    if side is None and words[-1:] == "过" and (passing := _PASSING.search(words)):
        side = "later"
        find.relation = "after"
        find.start -= len(passing["passing"])
    if front and behind and behind.lastgroup == "past" and front["past"]:
        find.start -= len(front[0])
    if side == "future" and _COUNTDOWN.search(reading.before(find.start, 24)):
        side = "countdown"
    if side is not None:
        find.meaning = replace(length, side=side)


def _counts(reading: Reading, find: Find) -> bool:
    """Whether 上, 下 or 后 before a number really tells a side: 后三天 at a beginning."""
    before = reading.before(find.start - 1, 1)
    return not before or not "一" <= before <= "鿿"
