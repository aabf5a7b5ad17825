"""Which of several titles an event takes."""

import re
from collections.abc import Mapping, Sequence

from schemas import Event
from timeline.events.merging.profile import plain

FEWEST, MOST = 4, 40
"""The characters that a title has, names of works not counted."""

BEST = range(10, 21)
"""The characters of a title that tells enough and no more."""

_WORK = re.compile(r"《[^《》]*》")
_NAME = re.compile(
    r"《[^《》]{2,}》|“[^“”]{2,}”|(?:19|20)\d\d|第[一二三四五六七八九十百\d]+[届次期批轮]|[A-Za-z]{2,}\d*"
)
_POINTER = re.compile(r"^(?:该|此|本次|此次|这|其|会上|双方|当天|当日|同时|据)")
_STATUS = re.compile(r"延期|推迟|改期|顺延|延后|改至|取消")
"""Words of a status, which an event tells beside its title."""

_SCENE = re.compile(
    r"^(?:由|经|在|于|因|据|随着|为了|早上|上午|中午|下午|晚上|凌晨|记者|目前|一年一度|\d{1,2}[时日点])"
)
"""Openings that set the scene and name nothing."""

_PAIRED = ("《》", "“”", "（）", "()", "「」", "‘’", "【】")
_CUT = re.compile(r"[，、：；,:;（(《“的和与及在将于]$|^[，、：；,。）)》”]")


def best_title(events: Sequence[Event], voices: Mapping[int, frozenset[str]]) -> int:
    """The place of the event whose title is the best: whole, without a status, named, well supported, telling enough.

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
            bool(_STATUS.search(title)) + bool(_SCENE.search(title)),
            -min(len(_NAME.findall(title)), 2),
            -len(support[plain(title)]),
            -round(events[place].confidence, 1),
            max(BEST.start - length, length - BEST.stop + 1, 0),
            -length,
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
