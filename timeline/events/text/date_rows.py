"""Rows of dates in a clause: days that follow one another, dates of several things, and one thing done at each."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.text.atoms import Atom, has_figure
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
    """A row of dates on which the same thing happens, with this date and one time alone.

    2014年、2019年两次夺冠 becomes 2014年夺冠 for its first date, and 2019年夺冠 for its second; so does a row of days
    that do not follow one another, 6月30日和7月7日举行选举. 书展和车展分别于5日和8日开幕 is 书展于5日开幕 for its first
    date, and 车展于8日开幕 for its second.
    """
    segment = segments[s]
    first = last = i
    while first > 1 and segment[first - 1].text in _JOINS and segment[first - 2].tag == "date":
        first -= 2
    while last + 2 < len(segment) and segment[last + 1].text in _JOINS and segment[last + 2].tag == "date":
        last += 2
    if first == last:
        return segments, i
    shared = _share_of(segments, s, first, (i - first) // 2, (last - first) // 2 + 1)
    if shared is not None:
        front, start = shared
        parts = [list(part) for part in segments]
        parts[s] = [*front, *segment[start:first], segment[i], *segment[last + 1 :]]
        return parts, len(front) + first - start
    told = s if last + 1 < len(segment) else s + 1
    behind = last + 1 if told == s else 0
    counted = _times(segments[told], behind, (last - first) // 2 + 1) if told < len(segments) else None
    parts = [list(part) for part in segments]
    if counted is None:
        if not _are_apart(segment[first : last + 1]) or told != s or not _is_done_at_each(segment[last + 1 :]):
            return segments, i
        parts[s][first : last + 1] = [segment[i]]
        return parts, first
    parts[told][counted[0] : counted[1]] = []
    parts[s][first : last + 1] = [segment[i]]
    parts[told] = [a for a in parts[told] if a.text not in _EACH_TIME]
    return parts, first


def _share_of(segments: Segments, s: int, first: int, place: int, count: int) -> tuple[list[Atom], int] | None:
    """The thing that the date of that place in a row belongs to, and where the words behind 分别 begin.

    Args:
        segments: the segments of the sentence.
        s: the number of the row's segment.
        first: where in it the row begins.
        place: the place of the date in the row.
        count: how many dates the row has; None comes back where as many things are not told.
    """
    segment = segments[s]
    each = next((k for k in range(max(0, first - 2), first) if segment[k].text in _RESPECTIVELY), None)
    if each is None:
        return None
    will = each - 1 if each and segment[each - 1].text in _WILL else each
    told = segment[:will] or (segments[s - 1] if s else [])
    things: list[list[Atom]] = [[]]
    for atom in told:
        if atom.text in _JOINS:
            things.append([])
        else:
            things[-1].append(atom)
    if len(things) != count or not all(thing and thing[-1].nominal for thing in things):
        return None
    if any(a.verbal for thing in things for a in thing) or told[0].text.startswith(_LISTING):
        return None
    return [*things[place], *segment[will:each]], each + 1


_LISTING = ("含", "包括", "包含")
"""What leads in the parts of a whole, whose names mean nothing without it."""
_RESPECTIVELY = frozenset(["分别", "分别于", "分别在"])
_WILL = frozenset(["将", "已", "拟", "也", "均"])


def _are_apart(row: Sequence[Atom]) -> bool:
    """Whether dates in a row are days of which none follows on the one before."""
    days = [a.expression for a in row if a.tag == "date"]
    if any(day is None or day.granularity not in ("day", "part_of_day") for day in days):
        return False
    return all(one.until != two.begin for one, two in pairwise(days) if one and two)


def _is_done_at_each(atoms: Sequence[Atom]) -> bool:
    """Whether one deed without a figure stands behind a row of dates."""
    shared = any(a.text in _SHARED for a in atoms)
    return not shared and not has_figure(atoms) and any(a.verbal for a in atoms)


_SHARED = frozenset(["分别", "依次", "先后", "各", "至", "到", "间", "之间"])
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
