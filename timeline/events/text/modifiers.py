"""What a date dates in a modifier: 6月发布的《方案》, 在北京举行的大会上, 9月3日的闭幕式."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import event_name_type, in_class, noun_phrase
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.text.statements import first_statement
from timeline.events.words import Words

LOCATORS = word_set("locators")
"""What stands behind the name of an occasion on which something happens: 论坛上."""


def modifier(after: Sequence[Atom], words: Words) -> tuple[Atom, int] | None:
    """The verb of a modifier right behind the date (6月发布的…, 在北京举行的…), and where its noun begins."""
    for place, atom in enumerate(after[:14]):
        if atom.text != "的" or place == 0:
            continue
        verb = after[place - 1]
        if verb.text in ("了", "过") and place > 1:
            verb = after[place - 2]
        if not verb.verbal:
            verb = next((a for a in after[:place] if a.verbal), verb)
            if not (verb.verbal and _located(after, verb, place)):
                return None
        elif any(a.verbal and not in_class(a, "attributive", words) for a in after[: place - 1]):
            return None
        start = place + 1
        while start < len(after) and after[start].text in _BEFORE_NOUNS:
            start += 1
        return (verb, start) if start < len(after) else None
    return None


_BEFORE_NOUNS = frozenset(["的", "最新", "最近", "最后", "新近", "一次", "一期", "一场"])


_SHOWING = word_set("showing")


def _is_period(atom: Atom) -> bool:
    """Whether an atom is a period that may stand inside a name: 10月 in 某国10月就业数据."""
    return atom.expression is not None and atom.expression.granularity in ("year", "quarter", "month")


def _located(after: Sequence[Atom], verb: Atom, place: int) -> bool:
    """Whether 在 or 于 and a place stand between a verb and 的 (发生在某地的)."""
    position = next(k for k, atom in enumerate(after) if atom is verb)
    return verb.text[-1] in "在于" or (position + 1 < place and after[position + 1].text in ("在", "于"))


def _before_other_dates(after: Sequence[Atom], start: int, end: int) -> int:
    """Where a noun ends whose row goes on with one that a bracket dates otherwise: 甲矿、乙矿（2008年投产）."""
    opened = end < len(after) and after[end].text in ("（", "(")
    tail = "".join(a.text for a in after[end : end + _BRACKET]) if opened else ""
    tail = after[end - 1].text if end > start and after[end - 1].tag == "paren" else tail
    row = next((k for k in range(end - 1, start, -1) if after[k].text == "、"), None)
    return row if row is not None and _YEAR.search(tail) else end


_BRACKET = 16
_YEAR = re.compile(r"\d{4}年")


def nominal(
    after: Sequence[Atom],
    verb: Atom,
    start: int,
    following: tuple[tuple[Atom, ...], ...],
    agent: tuple[Atom, ...],
    words: Words,
    since: bool,
) -> list[Clause] | Refusal:
    """The noun that a dated modifier belongs to, and, where it is an occasion, what happens on it."""
    if since:
        return Refusal("background", "modifies a noun that lasts")
    if not (in_class(verb, "attributive", words) or verb.text.rstrip("在于") in words.verbs["attributive"]):
        return Refusal("background", f"modifies a noun with {verb.text}")
    end = noun_phrase(after, start, words)
    if end == start:
        return Refusal("no clause", "no noun after 的")
    end = _before_other_dates(after, start, end)
    if end + 1 < len(after) and _is_period(after[end]) and after[end + 1].nominal:
        return Refusal("no clause", "its noun goes on behind another date")
    if after[end - 1].text not in _SHOWING and after[end - 1].text[-2:] in _SHOWING:
        return Refusal("no clause", "no whole phrase names what happens")
    if after[end - 1].text in _SHOWING:
        return Refusal("background", "a source that shows something")
    while end - start > 1 and after[end - 1].text in LOCATORS:
        end -= 1
    end = _before_attribute(after, start, _first_of_row(after, start, end))
    noun = tuple(after[start:end])
    inside = tuple(a for a in after[: start - 1] if a is not verb)
    rest = tuple(after[end:])
    named = noun[-1] if noun[-1].tag != "paren" or len(noun) == 1 else noun[-2]
    if rest and rest[0].text in LOCATORS and (event_name_type(named.text, words) or in_class(verb, "holding", words)):
        clauses = [Clause("scene", noun, following, verb, agent, inside)]
        main = first_statement((tuple(rest[1:]), *following), words)
        if main:
            clauses.append(Clause("clause", main[0], main[1], None, (), ()))
        return clauses
    return [Clause("noun", noun, (rest, *following) if rest else following, verb, agent, inside)]


def _first_of_row(after: Sequence[Atom], start: int, end: int) -> int:
    """Where the first of several nouns ends, if one behind it has its own date: 1996年投产的甲、乙（2008年投产）."""
    joint = next((k for k in range(start + 1, end) if after[k].text == "、"), None)
    dated = joint is not None and any(a.tag == "paren" and _YEAR.search(a.text) for a in after[joint : end + 1])
    return joint if joint is not None and dated else end


def _before_attribute(after: Sequence[Atom], start: int, end: int) -> int:
    """Where a noun ends in front of what is told of it: 1998年建成的某大桥全长1200米, 去年投产的某工厂目前有员工."""
    return next((k for k in range(start + 1, end) if after[k].text in _ATTRIBUTES), end)


_ATTRIBUTES = word_set("attributes") | {"目前", "现在", "如今", "当前"}


def noun_of(
    segment: Sequence[Atom], i: int, following: tuple[tuple[Atom, ...], ...], words: Words
) -> list[Clause] | Refusal:
    """9月3日的闭幕式: an event where the noun names one."""
    end = noun_phrase(segment, i + 2, words)
    noun = tuple(segment[i + 2 : end])
    if noun and event_name_type(noun[-1].text, words) and sum(len(a.text) for a in noun) >= 4:
        rest = tuple(segment[end:])
        return [Clause("scene", noun, (rest, *following) if rest else following, None, (), ())]
    return Refusal("background", "modifies a noun")
