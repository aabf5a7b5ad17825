"""What makes an event less sure, and how sure it is in all.

The confidence is about the share of such entries that an editor leaves as they are. The weights come from 520 entries
of real news that were read one by one, and from 600 of a later build: what a doubt takes is how much seldomer entries
with it were right.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from schemas import Expression
from timeline.events.fields.named import Title
from timeline.events.fields.times import Time
from timeline.events.fields.title_words import MARKED, PROPER, stands_alone, tagged_title
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.names import visible
from timeline.events.text.script import simplified
from timeline.events.text.statements import is_source
from timeline.events.text.unnamed import tells_document

SURE = 0.9
"""The confidence of an entry without doubts."""

_WEIGHT = {
    "headline": 0.0,
    "month inherited": 0.01,
    "a deadline": 0.02,
    "the date is approximate": 0.02,
    "country told elsewhere": 0.03,
    "a day a show": 0.05,
    "name taken from before": 0.05,
    "what points is told in full": 0.05,
    "a site by its full name": 0.05,
    "what is brought out in front": 0.05,
    "subject from the same sentence": 0.06,
    "behind another clause": 0.07,
    "name taken from the headline": 0.08,
    "one of many clauses": 0.08,
    "only the year is told": 0.08,
    "subject taken from the sentence before": 0.32,
    "the date is that of its occasion": 0.12,
    "a deed of some day of a year": 0.12,
    "an act of a day of which only the year is told": 0.4,
    "short": 0.12,
    "a work by its short name": 0.5,
    "put together of pieces": 0.14,
    "far behind in its sentence": 0.15,
    "shortened": 0.15,
    "pronoun": 0.2,
    "long": 0.25,
    "nobody is named": 0.25,
    "no word tells the type": 0.2,
    "subject not told": 0.25,
    "subject of the clause in front": 0.15,
    "subject of a clause far in front": 0.27,
}
_OTHER = 0.1
"""What a doubt takes that has no weight of its own."""

LONG, SHORT = 30, 9
"""Titles with more characters than the one or no more than the other are seldomer right, names in 《》 not counted."""
_MORE = 6
"""So many characters more may a title have in which a name stands for a pointing word."""
_MANY = 3
"""So many clauses in front or behind make a sentence a long one."""


def confidence_of(doubts: Sequence[str]) -> float:
    """How sure an entry with some doubts is, 0 to 1."""
    return round(max(0.1, SURE - sum(_WEIGHT.get(doubt, _OTHER) for doubt in dict.fromkeys(doubts))), 2)


def time_doubts(time: Time, expression: Expression | None) -> tuple[str, ...]:
    """What makes the time less sure."""
    doubts = []
    if expression is None:
        doubts.append("the date is that of its occasion")
    elif "year" in expression.inherited and "month" in expression.inherited:
        doubts.append("month inherited")
    if expression is not None and expression.relation in ("by", "before"):
        doubts.append("a deadline")
    if time.granularity in ("year", "decade", "century", "era"):
        doubts.append("only the year is told")
    if time.approximate:
        doubts.append("the date is approximate")
    return tuple(doubts)


def deed_doubts(kind: str, title: Title, time: Time) -> tuple[str, ...]:
    """What makes a deed less sure: no word for its type; a year for its date, where it has no name and no figure."""
    year = time.granularity == "year" and not time.open_end
    deed = kind not in _OF_YEARS and title.name is None and "《" not in title.text
    checks = (
        (kind == "other", "no word tells the type"),
        (deed and year and kind not in _OF_A_DAY, "a deed of some day of a year"),
        (deed and year and kind in _OF_A_DAY, "an act of a day of which only the year is told"),
    )
    return tuple(doubt for holds, doubt in checks if holds)


_OF_A_DAY = frozenset(["publication", "meeting", "legal", "conference", "signing"])
"""The types of what is done in a day; told of a year, it is mostly a policy or a programme: 强化行政执法监督."""
_OF_YEARS = frozenset(["statistic", "market", "target", "anniversary", "award", "appointment"])
"""The types of what is told of a whole year."""


def title_doubts(
    title: Title, story: Story, index: int, before: Sequence[Sequence[Atom]], behind: int
) -> tuple[str, ...]:
    """What makes a title less sure: where its clause stands, and how it was made of the words there.

    Args:
        title: the title.
        story: its article.
        index: the number of its sentence.
        before: the clauses of the sentence in front of its own.
        behind: how many clauses follow it.
    """
    if "headline" in title.doubts:
        return ()
    plain = simplified(title.text)
    front = sum(_tells(part) for part in before)
    size = visible(title.text)
    named = title.name is not None
    pointed = any(doubt in _IN_FULL for doubt in title.doubts)
    borrowed = front > 0 and any(doubt in _BORROWED for doubt in title.doubts)
    country = "country told elsewhere" in title.doubts
    begins = tagged_title(plain)[:1]
    proper = bool(begins) and begins[0][1] in PROPER
    checks = (
        (front == 1, "behind another clause"),
        (front > 1, "far behind in its sentence"),
        (borrowed and front == 1, "subject of the clause in front"),
        (borrowed and front > 1, "subject of a clause far in front"),
        (front + behind >= _MANY, "one of many clauses"),
        (not named and size > LONG + (_MORE if pointed else 0), "long"),
        (not named and size <= SHORT and not proper and not MARKED.search(plain), "short"),
        (not named and not stands_alone(plain, story.words), "nobody is named"),
        (not named and _is_short_work(plain, story), "a work by its short name"),
        (
            not pointed and _pieces(plain.removeprefix("我国") if country else plain, _passage(story, index)) >= _MANY,
            "put together of pieces",
        ),
    )
    return tuple(doubt for holds, doubt in checks if holds)


def _tells(part: Sequence[Atom]) -> bool:
    """Whether a clause holds more than a date and more than where the next one comes from."""
    words = [a for a in part if a.tag not in ("date", "paren", "x", "zone", "stop")]
    return bool(words) and not is_source(words)


_PARTICLES = re.compile(r"[了将已曾也还又都均就\s（）()]|介绍|有关情况|正式|分别|共同|先后")
_SHORT_WORK = re.compile(
    r"《(?:[一-鿿]{0,2}(?:方案|计划|通知|意见|条例|办法|规划|报告|规定|公告|决定|草案|纲要|指南|协议))》"
)


def _is_short_work(plain: str, story: Story) -> bool:
    """Whether a title has a work by a short name: 《方案》; 低空经济行动方案发布, which nobody is told to have made."""
    return bool(_SHORT_WORK.search(plain)) or (tells_document(plain) and not stands_alone(plain, story.words))


_IN_FULL = frozenset(["what points is told in full", "a site by its full name", "what is brought out in front"])
_BORROWED = frozenset(["subject from the same sentence", "subject taken from the sentence before", "pronoun"])


def _passage(story: Story, index: int) -> str:
    """A sentence in simplified characters, without its dates and with them, and without particles."""
    sentence = story.sentences[index]
    passage = f"{story.without_dates(index)}\n{story.plain[sentence.start : sentence.end]}"
    return _without_particles(passage.replace("，", "、"))


@lru_cache(maxsize=256)
def _without_particles(text: str) -> str:
    """A text without particles; kept, since the title and other clauses of a sentence ask for the same one."""
    return _PARTICLES.sub("", text)


def _pieces(title: str, passage: str) -> int:
    """Of how many runs of a passage's characters a title is made, particles and blanks not counted."""
    title = _without_particles(title)
    pieces = start = 0
    while start < len(title):
        end = start + 1
        while end < len(title) and title[start : end + 1] in passage:
            end += 1
        pieces += 1
        start = end
    return pieces
