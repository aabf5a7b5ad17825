"""What is worth an entry: no background, no mere saying, no state without a figure."""

from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.drafts import Draft
from timeline.events.fields.times import Time
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import in_class, is_organisation, is_verb
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.words import Words

_COARSE = frozenset(["year", "decade", "century", "era", "half", "season"])
LEAST_CONFIDENCE = 0.5


_UNSURE = frozenset(["other", "statistic", "launch", "market", "meeting", "construction", "target"])


def unworthy(clause: Clause, draft: Draft | None, time: Time, words: Words) -> Refusal | None:
    """Why a clause, or the draft made of it, is no event; None where it is one."""
    if draft is None:
        return _says(clause, words)
    if clause.form == "clause" and _is_state(clause.atoms, words) and not _has_figure(clause.atoms):
        return Refusal("background", "tells a state and no event")
    if clause.form == "clause" and draft.title.name is None and draft.type in _UNSURE and draft.status != "target":
        if not _has_figure(clause.atoms) and _goes_on(clause.atoms, words):
            return Refusal("background", "tells what goes on through a period")
    if draft.title.doubts and "subject not told" in draft.title.doubts and not _has_figure(clause.atoms):
        return Refusal("no clause", "its subject is not told")
    if (
        time.granularity in _COARSE
        and draft.type in ("other", "statistic", "market")
        and not (_has_figure(clause.atoms) or (_happens(clause.atoms, words) and _named(clause.atoms, draft, words)))
    ):
        return Refusal("background", "a coarse date and no word that tells an event")
    if (
        draft.type == "other"
        and clause.form == "clause"
        and not (_happens(clause.atoms, words) or time.granularity not in _WIDE)
    ):
        return Refusal("background", "no word tells that something happens")
    if clause.form == "clause" and any(a.text in _GUESSING for a in clause.atoms):
        return Refusal("background", "a guess")
    if _years(time) > 1 and draft.status != "target" and draft.type not in _LASTING and not _has_figure(clause.atoms):
        return Refusal("background", "goes on through several years")
    if time.granularity in ("decade", "century", "era"):
        return Refusal("background", "a long period")
    return None


_WIDE = _COARSE | {"quarter", "month", "week", "ten_days"}
_PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "quote", "work", "j"])


_LASTING = frozenset(["appointment", "legal", "incident", "conference"])


def _years(time: Time) -> int:
    """How many calendar years a time touches; 1 where its end is open."""
    return 1 if time.until is None or time.open_end else (time.until.year - time.begin.year)


def _named(atoms: Sequence[Atom], draft: Draft, words: Words) -> bool:
    """Whether the subject is named, so that what it does on a day is an event."""
    if {"name taken from before", "subject from the same sentence"} & set(draft.title.doubts):
        return True
    front = next((k for k, a in enumerate(atoms) if is_verb(a, words)), len(atoms))
    return any(a.tag in _PROPER or is_organisation(a.text, words) for a in atoms[:front])


def _goes_on(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether the main verb, or an adverb before it, tells of something without a beginning and an end."""
    for k, atom in enumerate(atoms):
        if atom.text in words.verbs["continuous"] and not _modifies(atoms, k):
            return True
        if is_verb(atom, words) and not _modifies(atoms, k):
            return False
    return False


_GUESSING = word_set("guessing")


def _happens(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether one of the verbs tells of something that happens at a time."""
    return any(in_class(a, "eventive", words) and not _modifies(atoms, k) for k, a in enumerate(atoms))


_DEFINING = word_set("defining")
_ENDING_SPEECH = word_set("ending_speech")


def _says(clause: Clause, words: Words) -> Refusal | None:
    """A clause that only tells that somebody said something, or what a word means."""
    if any(a.text in _DEFINING for a in clause.atoms):
        return Refusal("background", "a definition")
    if clause.form != "clause":
        return None
    verbs = [a for k, a in enumerate(clause.atoms) if is_verb(a, words) and not _modifies(clause.atoms, k)]
    if not verbs:
        return None
    last = clause.atoms[-1]
    if in_class(verbs[0], "speech", words) or last.text.rstrip("了") in _ENDING_SPEECH:
        return Refusal("speech", f"somebody says something ({verbs[0].text})")
    return None


def _modifies(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].text == "的"


def _is_state(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether the first verb only tells what something is or has."""
    for k, atom in enumerate(atoms):
        if is_verb(atom, words) and not _modifies(atoms, k):
            return atom.text in words.verbs["stative"]
    return False


def _has_figure(atoms: Sequence[Atom]) -> bool:
    return any(a.tag in ("m", "mq") and any(c.isdigit() for c in a.text) for a in atoms)
