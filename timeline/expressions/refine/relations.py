"""What stands beside a find tells its relation, its zone and whether it is approximate."""

import re
from dataclasses import replace
from itertools import zip_longest
from typing import cast

from schemas import Relation
from timeline.expressions.lexicon import ZONES
from timeline.expressions.meaning import Find, Length, Point, Repetition, Span, Vague
from timeline.expressions.refine.reading import Reading

_ZONE = re.compile(f"({'|'.join(sorted(ZONES, key=len, reverse=True))}) ?[(,，:]? ?$")
_FRONT = re.compile(
    "(?:(?P<as_of>(?:截至|截止|截止到|截至到|截止至)(?:了|目前)?)"
    "|(?P<until>直到|直至|[持延]续[到至]|延长到|延长至|推迟至|推迟到|展期至|维持到|有效期至)"
    "|(?P<by>(?:(?<![走来达得感看提回遇想])到|(?<![甚乃以直不冬夏])至)了?|不[晚迟]于|最[晚迟]于?)"
    "|(?P<since>自从|从|自|始于|不早于)|(?P<before>(?<!最)早于|先于)|(?P<after>晚于|迟于))$"
)
_BACK = re.compile(
    " ?(?:(?P<before>(?:[或及和])?(?:之|以)?前(?!后|往|来|列|沿|期|三|[一二四五六七八九十0-9]|身|述|提|瞻|锋|线"
    "|方(?![案法便针面式才能可知])|景|途|端|哨))"
    "|(?P<after>(?:[或及和])?(?:之|以)?后(?!续|台|备|方|期|卫)|过后)"
    "|(?P<since>以来|至今|起(?![床诉飞火草点步因源身义底落伏居跑航降哄拍价码早获])|开始|伊始|迄今)"
    "|(?P<within>(?:之|以)?内(?!部|地|外|容|在|涵|需|陆|蒙))|(?P<until>为止|止))"
)
_UNRELATED = (Vague, Repetition)
_ONWARD = ("以后", "之后", "过后")
_ABOUT_FRONT = re.compile(r"(?:大约为|约为|大约|(?<![北合公条预纽契制签履续特])约|大概|将近|接近|差不多|左右)$")
_ABOUT_BACK = re.compile(r" ?(?:左右|前后|上下|许(?!多|可)|光景)")


_LAST_OF_ZONE = frozenset("间(,，: ")
_LAST_OF_FRONT = frozenset("到至了前从自于晚迟")
_LAST_OF_BOTH = _LAST_OF_ZONE | _LAST_OF_FRONT
_LAST_OF_ABOUT = frozenset("约概近乎多右为")
_FIRST_OF_BACK = frozenset(" 左前上许光之以后起开伊至迄内为止或及和过")
"""With these characters what stands before or behind a find can begin or end: nothing else is searched for."""


def read_zones(reading: Reading) -> None:
    """北京时间, 当地时间, 美东时间 before a date or a clock; it holds for both ends of a range."""
    if "时间" not in reading.text:
        return
    for find in reading.finds:
        if find.start and reading.text[find.start - 1] in _LAST_OF_ZONE:
            match = _ZONE.search(reading.before(find.start))
            if match is not None:
                _set_zone(find, ZONES[match[1]])


def _set_zone(find: Find, zone: str) -> None:
    if isinstance(find.meaning, Point):
        find.meaning = replace(find.meaning, zone=zone)
    elif isinstance(find.meaning, Span):
        find.meaning = Span(replace(find.meaning.first, zone=zone), find.meaning.last)


def read_relations(reading: Reading) -> None:
    """截至 as_of, 到 by, 从…起 since, 前 before, 后 after, 内 within; 约 and 左右 approximate."""
    text, finds = reading.text, reading.finds
    for find, following in zip_longest(finds, finds[1:]):
        meaning, start, end = find.meaning, find.start, find.end
        if isinstance(meaning, _UNRELATED):
            continue
        before = text[start - 1] if start else ""
        behind = reading.behind(end) if end < len(text) and text[end] in _FIRST_OF_BACK else ""
        about_behind = bool(behind) and _ABOUT_BACK.match(behind) is not None
        if about_behind or (before in _LAST_OF_ABOUT and _is_about(find, reading)):
            find.approximate = True
        if isinstance(meaning, Length):
            find.relation = _relation_of_length(find, meaning, text)
            continue
        alone = behind and not about_behind and (following is None or following.start != end)
        back = _BACK.match(behind) if alone else None
        if back is not None:
            find.relation = cast(Relation, back.lastgroup)
        else:
            find.relation = _relation_before(find, reading) if before in _LAST_OF_BOTH else "on"


def _is_about(find: Find, reading: Reading) -> bool:
    return _ABOUT_FRONT.search(reading.before(find.start)) is not None


def _relation_of_length(find: Find, length: Length, text: str) -> Relation:
    if find.relation != "on":
        return find.relation
    if length.side == "within":
        return "within"
    return "after" if length.side == "later" and text[find.start : find.end].endswith(_ONWARD) else "on"


def _relation_before(find: Find, reading: Reading) -> Relation:
    words = reading.before(find.start)
    if "时间" in words:
        words = _ZONE.sub("", words)
    front = _FRONT.search(words) if words[-1:] in _LAST_OF_FRONT else None
    return cast(Relation, front.lastgroup) if front is not None else "on"
