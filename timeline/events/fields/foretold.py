"""Words that tell what is still to come (将, 拟, 计划 before a verb) and words that tell what is done (了, 已)."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.text.atoms import Atom

_ALWAYS = word_set("foretelling")
_PLANNING = word_set("planning")
_ANNOUNCING = word_set("giving_out")
_DONE = word_set("done")
_AS_GOOD_AS_ADVERBS = word_set("noun_adverbs")
_RESULTS = frozenset("至到为成入给作")
_RESULT = re.compile(r"[至到为成入给作]$|^(?:纳入|列入|维持|召回|捕获|送往|移交|交给|授予|确定)")


def foretold(told: Sequence[Atom], after: int = -1) -> str | None:
    """The word by which a clause tells what is to come; None where it has none.

    Args:
        told: the words of the clause in order, without its date.
        after: the offset behind the date; what somebody announces there (28日宣布将驱逐) is no longer to come.
    """
    announced = False
    for place, atom in enumerate(told):
        announced = announced or (0 <= after <= atom.start and atom.text.rstrip("了") in _ANNOUNCING)
        if announced:
            return None
        if atom.text in _ALWAYS and not _sets_the_scene(told, place):
            return atom.text
        if atom.text == "将" and not _takes_object(told, place):
            return atom.text
        if atom.text in _PLANNING and _leads_on(told, place):
            return atom.text
        if (
            atom.text == "预期"
            and told[place + 1 : place + 2]
            and told[place + 1].text in ("将", "会", "能", "可", "为")
        ):
            return atom.text
    return None


def is_done(told: Sequence[Atom]) -> bool:
    """Whether a clause tells something as done."""
    return any(
        atom.text in _DONE
        or (atom.text in ("了", "过") and place and told[place - 1].verbal)
        or (atom.verbal and len(atom.text) > 1 and atom.text[-1] == "了")
        for place, atom in enumerate(told)
    )


def _sets_the_scene(told: Sequence[Atom], place: int) -> bool:
    """即将到来之际, 预计抵达的航班: the word belongs to a circumstance or a modifier."""
    behind = told[place + 1 : place + 4]
    return any(a.text.endswith("之际") for a in behind) or (
        len(behind) > 1 and behind[0].verbal and behind[1].text == "的"
    )


def _takes_object(told: Sequence[Atom], place: int) -> bool:
    """Whether 将 means 把: 将应急响应提升为Ⅰ级."""
    rest = [a for a in told[place + 1 : place + 16] if a.tag not in ("x", "paren")]
    if not rest or not rest[0].nominal or rest[0].tag in ("a", "z") or rest[0].text in _AS_GOOD_AS_ADVERBS:
        return False
    if rest[0].tag == "vn" and not (len(rest) > 1 and rest[1].nominal):
        return False
    return any(
        atom.verbal and (_RESULT.search(atom.text) or (rest[k + 1].text[0] if k + 1 < len(rest) else "") in _RESULTS)
        for k, atom in enumerate(rest[1:], 1)
    )


def _leads_on(told: Sequence[Atom], place: int) -> bool:
    """Whether a verb phrase follows (计划开业), and no noun (准备工作)."""
    rest = [a for a in told[place + 1 : place + 3] if a.tag not in ("x", "paren")]
    if not rest:
        return False
    first = rest[0]
    return first.verbal or first.tag in ("p", "d", "ad") or first.text in _AS_GOOD_AS_ADVERBS
