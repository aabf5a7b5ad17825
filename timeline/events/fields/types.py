"""What type of event a title names: a name by its ending, else what is done, how much, or what it is done to."""

import re
from functools import cache
from typing import NamedTuple

from schemas import EventTypeName
from timeline.events.data import rows_of
from timeline.events.fields.type_words import Cue, Reading, classed, figure_of, is_nominal, read
from timeline.events.text.grammar import event_name_type
from timeline.events.text.openings import Patterns
from timeline.events.words import Words


class _Found(NamedTuple):
    """A type and the words that tell it."""

    type: str
    words: str


def type_of(title: str, sentence: str, words: Words, name: str | None = None) -> tuple[EventTypeName, str]:
    """The type and the words that tell it.

    A name of an event tells by its ending. Otherwise the title is asked, in this order: a phrase of
    ``type_patterns.tsv``; a predicate that tells by itself; a name of an event or a figure at the end; what another
    predicate takes, then this predicate, then its subject. What stands inside a modifier (发布会上公布的…) or inside
    《》 and “” tells nothing. Where the title has no word that tells, the predicate of its clause is asked.

    Args:
        title: the title in simplified characters.
        sentence: the clause that it comes from.
        words: the word lists.
        name: the name of the event where the title is one.
    """
    if words.names.get(title):
        return words.names[title], f"{title} is in the user's words"  # type: ignore[return-value]
    kind = event_name_type(name, words) if name else None
    if kind:
        return kind, f"the name ends as names of {kind} do"  # type: ignore[return-value]
    found = _told(title, words) or _told_by_act(sentence[:_REACH], words)
    if found:
        return found.type, f"{found.words} tells {found.type}"  # type: ignore[return-value]
    return "other", "no word tells a type"


_REACH = 60
"""The most characters of the clause that are asked."""


def _told(title: str, words: Words) -> _Found | None:
    held = ""
    for clause in _CLAUSES.split(_bare(title)):
        reading = read(clause, words)
        found = _by_pattern(clause) or _by_act(reading, words) or _by_object(reading)
        if found:
            return found
        held = held or "".join(reading.words[k] for k in reading.light[:1])
    return _Found("other", held) if held else None


def _told_by_act(sentence: str, words: Words) -> _Found | None:
    act = _act(read(_bare(sentence), words))
    return _Found(act.type, act.word) if act else None


_CLAUSES = re.compile(r"[，；;。：]+|(?<!\d),|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_WORKS = re.compile(r"(?<=《)[^《》]+(?=[^《》]{2}(?:》|$))")
_YEAR_BEHIND = re.compile(r"(?<=[会展赛节坛])(?:19|20)\d\d$")
"""The year behind the name of an event, which is no figure: 开发者大会2024."""
_QUOTED = re.compile(r"(?<=[“「])[^“”「」]+?(?=[^“”「」]{2,4}[”」])")


def _bare(text: str) -> str:
    """A text with what stands in 《》 and “” made unreadable but for its last characters."""
    text = _YEAR_BEHIND.sub("", text) if text[-1:].isdigit() else text
    text = _WORKS.sub(_blank, text) if "《" in text else text
    return _QUOTED.sub(_blank, text) if "“" in text or "「" in text else text


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _by_pattern(text: str) -> _Found | None:
    rows, filed = _patterns()
    told = (rows[number] for number in filed.possible(text))
    return next((_Found(name, match[0]) for name, row in told if (match := row.search(text))), None)


@cache
def _patterns() -> tuple[list[tuple[str, re.Pattern[str]]], Patterns]:
    """The rows, and the same filed by how they begin, since a title can have few of them."""
    rows = [(row[0], re.compile(row[1])) for row in rows_of("type_patterns.tsv")]
    return rows, Patterns([pattern for _, pattern in rows])


def _by_act(reading: Reading, words: Words) -> _Found | None:
    """The first predicate that tells by itself, if no name or figure tells before it."""
    act = _act(reading)
    held = _held_before(act, reading) if act else None
    if held:
        return _Found(held.type, held.word)
    named = _named(reading.text, words) if act is None or act.type in _ABOUT else None
    loose = act is not None and act.type == "other"
    counted = _by_figure(reading, anywhere=loose) if act is None or act.type in _COUNTED else None
    return named or counted or (_Found(act.type, act.word) if act else None)


_COUNTED = frozenset(["launch", "construction", "founding", "conference", "other"])
"""The types of acts that a figure at the end counts: 新建 before 1.05亿亩, but not 发射 before 无人机355架."""
_ABOUT = _COUNTED | {"ceremony", "exhibition", "performance"}
"""The types of acts that are told of the event that is named beside them: 启动 behind 展, but not 会见 before 大会."""


def _act(reading: Reading) -> Cue | None:
    return next((cue for cue in reading.cues if cue.part == "act" and not _is_aside(cue, reading)), None)


def _held_before(act: Cue, reading: Reading) -> Cue | None:
    """What is held in front of an act, which tells what it is held for: 发布会 in 举行发布会解读…."""
    held = [k for k in reading.light if reading.words[k] in classed("holding")]
    nouns = (cue for cue in reading.cues if cue.part == "noun" and cue.type in _HELD and _ends(cue, reading))
    return next((cue for cue in nouns if held and held[0] < cue.place < act.place), None)


_HELD = frozenset(["conference", "ceremony", "exhibition", "performance", "competition"])


def _is_aside(cue: Cue, reading: Reading) -> bool:
    """Whether a predicate only modifies, before 的 or as the name of what goes on: 抗议 in 抗议活动."""
    behind = reading.words[cue.after] if cue.after < len(reading.words) else ""
    if cue.place in reading.aside or behind in classed("named"):
        return True
    return behind in classed("thing") and (any(k < cue.place for k in reading.verbs) or _acts_at_the_end(cue, reading))


def _acts_at_the_end(cue: Cue, reading: Reading) -> bool:
    """Whether another act ends the clause: 公示 in 扩建工程方案公示."""
    last = reading.cues[-1]
    return last.part == "act" and last.place > cue.place and last.after == len(reading.words)


def _named(text: str, words: Words) -> _Found | None:
    """The type of a name of an event at the end of a text, before 开幕, 在某地举行 and the like."""
    held = _held().sub("", text) if text.endswith(tuple(classed("held"))) else text
    kind = event_name_type(held, words)
    return _Found(kind, held[-6:]) if kind else None


@cache
def _held() -> re.Pattern[str]:
    """What stands behind a name of an event at a title's end: 将在某地正式开幕."""
    front = (
        r"(?:即将|将|已|拟|定)?(?:正式|顺利|圆满|隆重|继续)?(?:(?:在|于)[^，。]{1,20}?)?(?:正式|顺利|圆满|隆重|如期)?"
    )
    return re.compile(rf"{front}(?:{'|'.join(sorted(classed('held')))})$")


def _by_figure(reading: Reading, anywhere: bool = False) -> _Found | None:
    """A figure: of the market where a price or a profit is measured, else a statistic."""
    place = figure_of(reading, anywhere)
    if place is None:
        return None
    nouns = [cue for cue in reading.cues if cue.part == "noun" and cue.type in ("market", "statistic", "other")]
    paid = reading.text.endswith(tuple(classed("money")))
    measured = nouns[-1:] or [cue for cue in reading.cues if cue.type == "market" and paid]
    market = any(cue.type == "market" and not _of_all(cue, reading) for cue in measured)
    return _Found("market" if market else "statistic", reading.words[place])


def _of_all(cue: Cue, reading: Reading) -> bool:
    """Whether a profit is that of a whole trade or place, and no company's."""
    return cue.word in classed("profit") and any(word in reading.text for word in classed("scope"))


def _by_object(reading: Reading) -> _Found | None:
    """What the predicate takes, the last word first; else the predicate; else its subject; else what modifies."""
    cues = [cue for cue in reading.cues if cue.place not in reading.aside]
    milds = [cue for cue in cues if cue.part == "mild" and not _is_aside(cue, reading) and not _makes(cue, reading)]
    if milds and milds[-1].after == len(reading.words):
        milds = milds[-1:]
    says = [cue for cue in cues if cue.part == "say"]
    things = [cue for cue in reversed(cues) if cue.part in ("noun", "act")]
    main = min([cue.place for cue in milds] + reading.light, default=len(reading.words) if says else -1)
    if says and any(says[0].place < k < main for k in reading.verbs):
        milds, main = [], len(reading.words)
    taken = [cue for cue in things if cue.place > main and (main < 0 or _ends(cue, reading))]
    subject = [cue for cue in things if cue.place < main]
    if milds and subject and _stands_alone(milds[0], subject[0], reading):
        taken.append(subject[0])
    rest = [cue for cue in reversed(reading.cues) if not _makes(cue, reading)]
    order = [*taken, *milds, *says, *subject, *rest]
    if main < 0 and reading.verbs:
        order = [cue for cue in order if cue.after == len(reading.words) or cue.type not in _PALE]
    if not order:
        return _by_figure(reading, anywhere=True)
    found = order[0]
    if found.type == "statistic" and subject and subject[0].type == "market" and not _of_all(subject[0], reading):
        found = subject[0]
    if found.word in classed("coming") and reading.tags[0].startswith("nr"):
        return _Found("meeting", found.word)
    return _Found("statistic" if _of_all(found, reading) else found.type, found.word)


_PALE = frozenset(["publication", "launch", "signing", "award", "competition", "conference"])
"""The types of which a noun beside an unknown predicate tells nothing: 政策 in 政策反复加码."""


def _ends(cue: Cue, reading: Reading) -> bool:
    """Whether what is taken ends with a word: 电价 does not in 电价机制, nor 就业 in 就业援助活动."""
    return not _makes(cue, reading) and not is_nominal(cue.after, reading.tags)


def _makes(cue: Cue, reading: Reading) -> bool:
    """Whether a word of figures tells none, since something follows: 加快制造业升级, 就业援助活动."""
    return cue.type == "statistic" and cue.after < len(reading.words) - 1


def _stands_alone(mild: Cue, subject: Cue, reading: Reading) -> bool:
    """Whether a predicate takes nothing and its subject ends with a word that tells: 气温回升, 展览已启动."""
    between = range(subject.after, mild.place)
    goes_on = any(k in reading.aside or reading.tags[k][:1] in ("n", "b", "j", "s") for k in between[:1])
    vague = subject.type == "other" and mild.type == "launch"
    return mild.after >= len(reading.words) - 1 and not goes_on and not vague
