"""Which of several titles an event takes."""

import re
from collections.abc import Mapping, Sequence

from schemas import Event
from timeline.events.merging.profile import plain

FEWEST, MOST = 4, 40
"""The characters that a title has, names of works not counted."""

BEST = 30
"""Characters up to which a title gains by telling more; behind that it loses."""

_WORK = re.compile(r"《[^《》]*》")
_NAME = re.compile(
    r"《[^《》]{2,}》|“[^“”]{2,}”|(?:19|20)\d\d|第[一二三四五六七八九十百\d]+[届次期批轮]|[A-Za-z]{2,}\d*"
)
_POINTER = re.compile(r"^(?:该|此|本次|此次|这|其|会上|双方|当天|当日|同时|据)")
_PAIRED = ("《》", "“”", "（）", "()", "「」", "‘’", "【】")
_CUT = re.compile(r"[，、：；,:;（(《“的和与及在将于]$|^[，、：；,。）)》”]")


def best_title(events: Sequence[Event], voices: Mapping[int, frozenset[str]]) -> int:
    """The place of the event whose title is the best: whole, named, told by the most voices, sure, and telling enough.

    Args:
        events: the mentions, in an order that breaks ties.
        voices: for each place, the voices that the mention cites.
    """
    support: dict[str, set[str]] = {}
    for place, event in enumerate(events):
        support.setdefault(plain(event.title), set()).update(voices[place])

    def rank(place: int) -> tuple[object, ...]:
        title = events[place].title
        length = len(_WORK.sub("", title))
        return (
            not is_whole(title),
            -min(len(_NAME.findall(title)), 2),
            -len(support[plain(title)]),
            -round(events[place].confidence, 1),
            abs(min(length, BEST) - BEST) + 2 * max(length - BEST, 0),
            place,
        )

    return min(range(len(events)), key=rank)


def is_whole(title: str) -> bool:
    """Whether a title is neither cut nor too long nor too short, and leans on nothing told before."""
    length = len(_WORK.sub("", title))
    if len(title) < FEWEST or length > MOST:
        return False
    if _POINTER.search(title) or _CUT.search(title):
        return False
    return all(title.count(pair[0]) == title.count(pair[1]) for pair in _PAIRED)
