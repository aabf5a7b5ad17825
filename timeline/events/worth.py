"""What is worth an entry: no background, no mere saying, no state without a figure."""

import re
from collections.abc import Sequence
from datetime import timedelta

from timeline.events.data import word_set, word_tuple
from timeline.events.drafts import Draft
from timeline.events.fields.times import Time
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, has_figure
from timeline.events.text.grammar import in_class, is_organisation
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.words import Words

_COARSE = frozenset(["year", "decade", "century", "era", "half", "season"])
LEAST_CONFIDENCE = 0.5


_UNSURE = frozenset(["other", "statistic", "launch", "market", "meeting", "construction", "target"])


def unworthy(clause: Clause, draft: Draft | None, time: Time, words: Words) -> Refusal | None:
    """Why a clause, or the draft made of it, is no event; None where it is one."""
    told = clause.form == "clause"
    figure = _has_figure(clause.atoms)
    if draft is None:
        return _says(clause, words) or _as_told(clause, figure, time, words)
    plain = draft.type in _UNSURE and draft.title.name is None and draft.status != "target"
    pale = draft.type in ("other", "statistic", "market")
    unclear = told and draft.type == "other" and _wide(time)
    happens = (unclear or _coarse(time)) and _happens(clause.atoms, words)
    named = happens and _named(clause.atoms, draft, words)
    checks = (
        (told and not figure and plain and _goes_on(clause.atoms, words), "tells what goes on through a period"),
        (not figure and "subject not told" in draft.title.doubts, "its subject is not told"),
        (_coarse(time) and pale and not figure and not (happens and named), "a coarse date and no word for an event"),
        (unclear and not happens, "no word tells that something happens"),
        (_years(time) > 1 and plain and not figure and draft.type not in _LASTING, "goes on through several years"),
        (told and _lies_ahead(draft, time) and _is_past(clause), "told as past, but its date lies ahead"),
    )
    return next((Refusal("background", detail) for holds, detail in checks if holds), None)


def _as_told(clause: Clause, figure: bool, time: Time, words: Words) -> Refusal | None:
    """Why the words of a clause tell no event, whatever it is called."""
    told = clause.form == "clause"
    texts = frozenset(a.text for a in clause.atoms)
    checks = (
        (told and not figure and _is_state(clause.atoms, words), "tells a state and no event"),
        (told and not _GUESSING.isdisjoint(texts), "a guess"),
        (told and not figure and "至今" in texts, "tells what still holds"),
        (time.granularity in ("decade", "century", "era"), "a long period"),
        (_is_term(clause.atoms, time), "a term of office"),
    )
    return next((Refusal("background", detail) for holds, detail in checks if holds), None)


def supposed(before: Sequence[Sequence[Atom]]) -> Refusal | None:
    """What happens only on a condition that the clause in front tells: 如获得批准，他将接任; 顺利的话，…."""
    front = next((part for part in reversed(before) if part), ())
    words = [a for a in front if a.tag not in ("x", "date")]
    if not words:
        return None
    opened = words[0].text in _SUPPOSING or (words[0].text == "如" and len(words) > 1 and words[1].verbal)
    closed = words[-1].text == "的话" or (len(words) > 1 and words[-1].text == "话" and words[-2].text == "的")
    return Refusal("background", "a supposition") if opened or closed else None


_SUPPOSING = word_set("supposing")
_PLAIN_TYPES = frozenset(["statistic", "market", "construction", "target"])
_NATIONAL = word_tuple("national")


def without_context(draft: Draft, story: Story) -> Refusal | None:
    """A short figure or work of which nothing tells whose it is, in an article that is about no whole country."""
    title, atoms = draft.title, draft.clause.atoms
    plain = draft.type in _PLAIN_TYPES and _wide(draft.time) and not title.name and not title.doubts
    if not plain or visible(title.text) > 14 or "《" in title.text:
        return None
    named = any(a.tag in _PROPER or is_organisation(a.text, story.words) for a in atoms) or "号" in title.text
    frame = story.title + story.plain[:300]
    if named or any(word in frame for word in _NATIONAL):
        return None
    return Refusal("no clause", "nothing tells whose it is")


_TERMS = word_set("terms")
_YEAR_AND_MORE = timedelta(days=370)


def _is_term(atoms: Sequence[Atom], time: Time) -> bool:
    """Whether somebody holds an office or lives somewhere through more than a year: 2006年至2011年担任理事."""
    if time.until is None or time.until - time.begin <= _YEAR_AND_MORE:
        return False
    return any(a.verbal and a.text.rstrip("过了") in _TERMS for a in atoms)


_AHEAD = frozenset(["将", "会", "将会", "拟", "计划", "预计", "要", "可", "即将"])


def _lies_ahead(draft: Draft, time: Time) -> bool:
    return draft.status == "scheduled" and not time.approximate


def _is_past(clause: Clause) -> bool:
    """Whether a clause tells with 了 behind its verb that something has happened."""
    done = any(a.text == "了" and k and clause.atoms[k - 1].verbal for k, a in enumerate(clause.atoms))
    return done and not any(a.text in _AHEAD for a in (*clause.head, *clause.atoms))


def _coarse(time: Time) -> bool:
    return time.granularity in _COARSE


def _wide(time: Time) -> bool:
    return time.granularity in _COARSE or time.granularity in ("quarter", "month", "week", "ten_days")


_PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "quote", "work", "j"])


_LASTING = frozenset(["appointment", "legal", "incident", "conference"])


def _years(time: Time) -> int:
    """How many calendar years a time touches; 1 where its end is open."""
    return 1 if time.until is None or time.open_end else (time.until.year - time.begin.year)


def _named(atoms: Sequence[Atom], draft: Draft, words: Words) -> bool:
    """Whether the subject is named, so that what it does on a day is an event."""
    if {"name taken from before", "subject from the same sentence"} & set(draft.title.doubts):
        return True
    front = next((k for k, a in enumerate(atoms) if a.verbal), len(atoms))
    return any(a.tag in _PROPER or is_organisation(a.text, words) for a in atoms[:front])


def _goes_on(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether the main verb, or an adverb before it, tells of something without a beginning and an end."""
    for k, atom in enumerate(atoms):
        if any(a.text in ("因", "由于", "为") for a in atoms[max(0, k - _REASON) : k]):
            continue
        if atom.text in words.verbs["continuous"] and not _modifies(atoms, k):
            return True
        if atom.verbal and not _modifies(atoms, k):
            return False
    return False


_REASON = 3
"""The most words of a reason in front of what happens for it: 因场馆维护延期."""
_GUESSING = word_set("guessing")


def _happens(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether one of the verbs tells of something that happens at a time."""
    return any(in_class(a, "eventive", words) and not _modifies(atoms, k) for k, a in enumerate(atoms))


_DEFINING = word_set("defining")
_ENDING_SPEECH = word_set("ending_speech")
_MAKING = frozenset(["作出", "做出", "通过", "撤销"])
"""In front of 决定 they tell that one is made, and not what somebody says."""


def _says(clause: Clause, words: Words) -> Refusal | None:
    """A clause that only tells that somebody said something, or what a word means."""
    if any(a.text in _DEFINING for a in clause.atoms):
        return Refusal("background", "a definition")
    if clause.form != "clause":
        return None
    if len(clause.atoms) > 1 and clause.atoms[-1].text in "：:" and clause.atoms[-2].text in ("是", "为", "如下"):
        return Refusal("background", "leads a list in")
    verbs = [a for k, a in enumerate(clause.atoms) if a.verbal and not _modifies(clause.atoms, k)]
    plain = [a for a in clause.atoms if a.tag != "stop"] or list(clause.atoms)
    last = plain[-1].text.rstrip("了")
    made = last == "决定" and any(a.text in _MAKING for a in plain)
    if (last in _ENDING_SPEECH and not made) or (verbs and in_class(verbs[0], "speech", words)):
        return Refusal("speech", f"somebody says something ({verbs[0].text if verbs else last})")
    return None


def _modifies(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].text == "的"


def _is_state(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether the first verb only tells what something is or has."""
    for k, atom in enumerate(atoms):
        if atom.verbal and not _modifies(atoms, k) and not _is_of_counted(atoms, k):
            return atom.text in words.verbs["stative"]
    return False


def _is_of_counted(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a verb only tells which one is counted, and another behind 的 is the clause's: 一辆属于某军的汽车遇袭."""
    if not place or atoms[place - 1].tag not in ("m", "q", "mq"):
        return False
    end = next((k for k in range(place + 1, len(atoms)) if atoms[k].text == "的"), len(atoms))
    return any(a.verbal for a in atoms[end:])


def _has_figure(atoms: Sequence[Atom]) -> bool:
    if has_figure(atoms):
        return True
    return _AMOUNT.search("".join(a.text for a in atoms if a.tag != "date")) is not None


_AMOUNT = re.compile(r"\d[A-Z]{2}(?![A-Za-z\d])|翻[一两]?番|历史新[高低]")
"""A figure with its unit in Latin letters, and what is told to double or to be a record."""
