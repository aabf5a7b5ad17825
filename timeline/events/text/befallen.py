"""Incidents that somebody reports on the day of the report: 卫生部29日称，某镇遭空袭."""

from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.text.atoms import Atom
from timeline.events.text.segmenter import PERSONS
from timeline.events.words import Words


def befell(told: Sequence[Atom], sayer: Sequence[Atom], passed: Sequence[Sequence[Atom]], words: Words) -> bool:
    """Whether a body tells that something has befallen somebody, and of no other time than its statement's.

    Args:
        told: the clause with what is stated.
        sayer: the clause of who states it.
        passed: the clauses from behind the sayer as far as what is stated, and that.
        words: the words in use.
    """
    if sayer[0].tag in PERSONS or not told[0].nominal:
        return False
    if any(a.text in _NOT_TOLD or a.tag == "r" for a in told) or not any(a.verbal for a in told):
        return False
    if any(a.tag == "date" or a.text.startswith("过去") for part in passed for a in part):
        return False
    return any(a.text in _BEFALLING or words.cues.get(a.text) == "incident" for a in told)


_NOT_TOLD = word_set("not_befallen")
_BEFALLING = word_set("befalling")
