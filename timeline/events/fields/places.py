"""Where an event happens: what its own clause names first, then what the words around it do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from schemas import Place
from timeline.events.fields.place_frames import behind, labelled, met
from timeline.events.fields.place_names import as_place, cleaned, gazetteer, is_name
from timeline.events.fields.place_subjects import SHOWN, at_front, host_city
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import in_class
from timeline.events.words import Words

_MOST = 3
"""The most places of one event."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words that may name an event's place, each clause apart, since no place runs from one into the next.

    Attributes:
        clause: the event's own clause.
        head: what stands in front of its date.
        front: a phrase in front of the clause, between commas: 在某地，.
        following: the clauses behind it.
        title: the title as the article's letters write it.
        plain_title: the same in simplified characters.
        name: the name of the event, where it has one, in simplified characters.
    """

    clause: Sequence[Atom]
    head: Sequence[Atom] = ()
    front: Sequence[Atom] = ()
    following: Sequence[Sequence[Atom]] = ()
    title: str = ""
    plain_title: str = ""
    name: str = ""


def places_of(text: str, told: Told, words: Words, kind: str | None = None) -> tuple[Place, ...]:
    """The places that an event's words name, the closest first; at most three.

    Args:
        text: the article's text.
        told: the event's words.
        words: the word lists.
        kind: the event's type; only what is struck in an incident and what is counted in a figure is its place.
    """
    kept: list[str] = []
    for found in _told(text, told, words, kind):
        for name in (cleaned(part) for place in found for part in place.split("、")):
            if name and name[0] not in "该本此" and not any(name in other for other in kept):
                kept = [other for other in kept if other not in name] + [name]
        if kept:
            break
    return tuple(Place(name=name) for name in kept[:_MOST])


def _told(text: str, told: Told, words: Words, kind: str | None) -> Iterator[Iterator[str]]:
    """The ways in which a place is told, the surest first; a later one counts where those before tell none."""
    own = [(told.head, True), (told.clause, False), (told.front, True)]
    yield chain.from_iterable(
        chain(behind(text, atoms, words, leads=leads), labelled(text, atoms)) for atoms, leads in own if atoms
    )
    if _stands_alone(told.front, words):
        yield iter([rendered(text, told.front)])
    yield chain.from_iterable(labelled(text, atoms) for atoms in told.following[:1])
    yield met(text, told.clause, kind, words)
    yield chain.from_iterable(at_front(text, atoms, kind, words) for atoms in (told.head, told.clause) if atoms)
    yield _behind_next(text, told, words)
    yield _in_title(told, words, kind)


def _behind_next(text: str, told: Told, words: Words) -> Iterator[str]:
    """The place of the clause behind, where it goes on with the same thing (，在某地举行) or the title names it."""
    same = True
    for atoms in told.following[:_REACH]:
        goes_on = atoms[0].tag in ("p", "d", "v", "ad", "vd", "t") and not in_class(atoms[0], "speech", words)
        same = same and goes_on and all(atom.tag != "date" for atom in atoms)
        for name in behind(text, atoms, words, leads=True):
            if same or name[:2] in told.title or name[-2:] in told.title:
                yield name


_REACH = 3
"""The clauses behind an event's own that may go on with it."""


def _in_title(told: Told, words: Words, kind: str | None) -> Iterator[str]:
    """The place of a subject that the title alone tells, and the city that an event is named after."""
    own = "".join(atom.text for atom in told.clause[:8])
    if told.plain_title and not own.startswith(told.plain_title[:12]):
        yield from at_front(told.title, atoms_of(told.plain_title, 0, len(told.plain_title), ()), kind, words)
    if told.name and kind in SHOWN and any(_towns_in(told.name)):
        yield host_city(atoms_of(told.name, 0, len(told.name), ()), words)


def _towns_in(name: str) -> Iterator[str]:
    towns = gazetteer().towns
    return (name[at : at + size] for at in range(len(name) - 1) for size in (2, 3, 4) if name[at : at + size] in towns)


_FRONTED = re.compile(r"(?:^|[，,。；：:])(?P<phrase>[^，,。；：:！？（）\s]{2,40})(?:（[^（）]{1,8}）)?[，,]\s*$")


_FRONT = 60
"""The characters in front of a clause that are looked at."""


def fronted(plain: str, start: int, end: int, words: Words) -> Sequence[Atom]:
    """The atoms of a place that stands between commas right before a clause: 5日，在某地，…, 5日，某市某公园，….

    Args:
        plain: the article's text in simplified characters.
        start: where the sentence begins.
        end: where the clause begins.
        words: the word lists.
    """
    start = max(start, end - _FRONT)
    match = _FRONTED.search(plain[start:end]) if plain[start:end].rstrip()[-1:] in ("，", ",") else None
    if not match or (match["phrase"][0] not in "在于" and match["phrase"][:2] not in gazetteer().towns):
        return ()
    atoms = atoms_of(plain, start + match.start("phrase"), start + match.end("phrase"), ())
    return atoms if atoms[0].text in ("在", "于") or _stands_alone(atoms, words) else ()


def _stands_alone(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether words are a place and nothing else: the phrase 某市某公园 between commas."""
    known = gazetteer()
    return bool(atoms) and is_name(atoms[0], known) and len(as_place(atoms, known, words)) == len(atoms)
