"""Rows of dates in a clause: days that follow one another, dates of several things, and one thing done at each."""

from collections.abc import Sequence

from timeline.events.text.atoms import Atom
from timeline.events.text.outcomes import Segments


def is_row_of_days(segment: Sequence[Atom], i: int) -> bool:
    """Whether the next day follows behind 、 or 和: 6月19日、20日."""
    if i + 2 >= len(segment) or segment[i + 1].text not in ("、", "和", "及", "至"):
        return False
    one, two = segment[i].expression, segment[i + 2].expression
    if one is None or two is None or one.granularity != two.granularity:
        return False
    return one.granularity in ("day", "month", "year", "quarter") and one.until == two.begin


def is_row_of_several(segments: Segments, s: int) -> bool:
    """4月、10月，某公司分别收购…: dates in a row alone, of which each belongs to one thing of the next clause."""
    segment = segments[s]
    row = sum(a.tag == "date" for a in segment) > 1 and all(a.tag in ("date", "x", "c") for a in segment)
    return row and s + 1 < len(segments) and any(a.text in ("分别", "依次", "先后") for a in segments[s + 1])


_JOINS = frozenset(["、", "和", "及", "与", "以及"])
_DIGITS = {word: place for place, word in enumerate("二三四五六七八九", 2)} | {"两": 2}


def once_each(segments: Segments, s: int, i: int) -> tuple[Segments, int]:
    """A row of dates on which something happened as often as there are dates, with this date and one time alone.

    2014年、2019年两次夺冠 becomes 2014年夺冠 for its first date, and 2019年夺冠 for its second.
    """
    segment = segments[s]
    first = last = i
    while first > 1 and segment[first - 1].text in _JOINS and segment[first - 2].tag == "date":
        first -= 2
    while last + 2 < len(segment) and segment[last + 1].text in _JOINS and segment[last + 2].tag == "date":
        last += 2
    if first == last:
        return segments, i
    told = s if last + 1 < len(segment) else s + 1
    behind = last + 1 if told == s else 0
    counted = _times(segments[told], behind, (last - first) // 2 + 1) if told < len(segments) else None
    if counted is None:
        return segments, i
    parts = [list(part) for part in segments]
    parts[told][counted[0] : counted[1]] = []
    parts[s][first : last + 1] = [segment[i]]
    parts[told] = [a for a in parts[told] if a.text not in _EACH_TIME]
    return parts, first


_EACH_TIME = frozenset(["均", "都", "先后"])


def _times(atoms: Sequence[Atom], start: int, count: int) -> tuple[int, int] | None:
    """Where as many times as that are told (两次), as the places of the first atom and of the one behind the last."""
    for place in range(start, len(atoms)):
        words, end = atoms[place].text, place + 1
        if end < len(atoms) and atoms[end].text in ("次", "度"):
            words, end = f"{words}次", end + 1
        number = words.removesuffix("次").removesuffix("度")
        if number != words and (_DIGITS.get(number) or number) in (count, str(count)):
            return place, end
    return None
