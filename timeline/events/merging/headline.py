"""Which of several titles an event takes."""

import re
from collections.abc import Mapping, Sequence

from schemas import Event
from timeline.events.merging.headline_words import headline_words
from timeline.events.merging.passages import headings
from timeline.events.merging.profile import plain
from timeline.events.text.script import simplified

FEWEST, MOST = 4, 40
"""The characters that a title has, names of works not counted."""

BEST = range(10, 21)
"""The characters of a title that tells enough and no more."""

_WORK = re.compile(r"《[^《》]*》")
_NAME = re.compile(
    r"《[^《》]{2,}》|“[^“”]{2,}”|(?:19|20)\d\d|第[一二三四五六七八九十百\d]+[届次期批轮]|[A-Za-z]{2,}\d*"
)
_MOVES = re.compile(
    r"(?:继续|再度|再次|持续|保持|大幅|小幅|明显)?(?:回升|上升|下滑|下降|增长|回落|上涨|下跌|走低|走高|改善|向好)$"
)
"""How a figure moved, at the end of a title that does not tell it."""
_HOUR = re.compile(r"\d{1,2}[时日点]")
_BEFORE_MORE = ("，", "、", "：", "；", ",", ":", ";", "（", "(", "《", "“")
_BEHIND_MORE = ("，", "、", "：", "；", ",", "。", ")", "）", "》", "”")
_PAIRED = ("《》", "“”", "（）", "()", "「」", "‘’", "【】")


def best_title(events: Sequence[Event], voices: Mapping[int, frozenset[str]]) -> int:
    """The place of the event whose title is the best: whole, an editor's, named, well supported, telling enough.

    Args:
        events: the mentions, in an order that breaks ties.
        voices: for each place, the voices that the mention cites.
    """
    support: dict[str, set[str]] = {}
    for place, event in enumerate(events):
        support.setdefault(plain(event.title), set()).update(voices[place])

    above = headings(events)
    figures = all(event.type == "statistic" for event in events) and any(_tells_figure(e.title) for e in events)

    def rank(place: int) -> tuple[object, ...]:
        title = simplified(events[place].title)
        length = len(_WORK.sub("", title))
        return (
            not is_whole(title),
            figures and _MOVES.search(title) is not None and not any(c.isdigit() for c in title),
            place not in above,
            _weaknesses(title),
            -min(len(_NAME.findall(title)), 2),
            -len(support[plain(title)]),
            -round(events[place].confidence, 1),
            max(BEST.start - length, length - BEST.stop + 1, 0),
            -length,
            place,
        )

    return min(range(len(events)), key=rank)


def _tells_figure(title: str) -> bool:
    return re.search(r"\d(?![\d年月日季]*[年月日季])", title) is not None


def is_whole(title: str) -> bool:
    """Whether a title is neither cut nor too long nor too short, and leans on nothing told before."""
    length = len(_WORK.sub("", title))
    if len(title) < FEWEST or length > MOST:
        return False
    words = headline_words()
    if title.startswith(words["pointer"]) or title.endswith((*words["unfinished"], *_BEFORE_MORE)):
        return False
    if title.startswith(_BEHIND_MORE):
        return False
    return all(title.count(pair[0]) == title.count(pair[1]) for pair in _PAIRED)


def _weaknesses(title: str) -> int:
    """How many things a title tells that stand elsewhere: a status, or the scene before the thing."""
    words = headline_words()
    tells_status = any(word in title for word in words["status"])
    return tells_status + bool(title.startswith(words["scene"]) or _HOUR.match(title))
