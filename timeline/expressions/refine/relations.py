"""What stands beside a find tells its relation, its zone and whether it is approximate."""

import re
from dataclasses import replace
from typing import cast

from schemas import Relation
from timeline.expressions.lexicon import ZONES
from timeline.expressions.meaning import Find, Length, Point, Repetition, Span, Vague
from timeline.expressions.refine.reading import Reading

_ZONE = re.compile(f"({'|'.join(sorted(ZONES, key=len, reverse=True))}) ?[(,，:]? ?$")
_FRONT = re.compile(
    "(?:(?P<as_of>(?:截至|截止|截止到|截至到|截止至)(?:了|目前)?)"
    "|(?P<until>直到|直至|持续到|持续至|延续到|延续至|延长到|延长至|推迟至|推迟到|展期至|维持到|有效期至)"
    "|(?P<by>(?:(?<![走来达得感看提回遇想])到|(?<![甚乃以直不])至)了?)"
    "|(?P<since>自从|从|自|始于)|(?P<before>早于|先于)|(?P<after>晚于|迟于))$"
)
_BACK = re.compile(
    " ?(?:(?P<before>(?:[或及和])?(?:之|以)?前(?!后|往|来|列|沿|期|三|[一二四五六七八九十0-9]|身|述|提|瞻|锋))"
    "|(?P<after>(?:[或及和])?(?:之|以)?后(?!续|台|备|方|期|卫)|过后)"
    "|(?P<since>以来|至今|起|开始|伊始|迄今)"
    "|(?P<within>(?:之|以)?内(?!部|地|外|容|在|涵|需|陆|蒙))|(?P<until>为止|止))"
)
_ONWARD = ("以后", "之后", "过后")
_ABOUT_FRONT = re.compile(r"(?:大约|(?<![北合公条预纽契制签履续特])约|大概|将近|接近|差不多|左右)$")
_ABOUT_BACK = re.compile(r" ?(?:左右|前后|上下|许(?!多|可)|光景)")


def read_zones(reading: Reading) -> None:
    """北京时间, 当地时间, 美东时间 before a date or a clock; it holds for both ends of a range."""
    if "时" not in reading.text:
        return
    for find in reading.finds:
        match = _ZONE.search(reading.before(find.start))
        if match:
            _set_zone(find, ZONES[match[1]])


def _set_zone(find: Find, zone: str) -> None:
    if isinstance(find.meaning, Point):
        find.meaning = replace(find.meaning, zone=zone)
    elif isinstance(find.meaning, Span):
        find.meaning = Span(replace(find.meaning.first, zone=zone), find.meaning.last)


def read_relations(reading: Reading) -> None:
    """截至 as_of, 到 by, 从…起 since, 前 before, 后 after, 内 within."""
    starts = {find.start for find in reading.finds}
    for find in reading.finds:
        if isinstance(find.meaning, Vague | Repetition):
            continue
        behind = reading.behind(find.end)
        if _ABOUT_BACK.match(behind) or _ABOUT_FRONT.search(reading.before(find.start)):
            find.approximate = True
        if isinstance(find.meaning, Length):
            if find.meaning.side == "within":
                find.relation = "within"
            elif find.meaning.side == "later" and reading.text[find.start : find.end].endswith(_ONWARD):
                find.relation = "after"
            continue
        find.relation = _relation(find, behind, find.end in starts, reading)


def _relation(find: Find, behind: str, followed: bool, reading: Reading) -> Relation:
    back = None if followed or _ABOUT_BACK.match(behind) else _BACK.match(behind)
    front = back or _FRONT.search(_ZONE.sub("", reading.before(find.start)))
    return cast(Relation, front.lastgroup) if front is not None else "on"
