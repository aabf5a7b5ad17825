"""Small questions about rows of atoms: is this a verb, does that end a name, where does a noun phrase end."""

from collections.abc import Sequence
from functools import lru_cache

from timeline.events.text.atoms import Atom
from timeline.events.words import Words

_VERB_ENDINGS = frozenset(["了", "过", "着", "完", "到", "于", "成", "为", "至", "出", "下", "起", "得"])


def is_verb(atom: Atom, _words: Words) -> bool:
    """Whether an atom can be a predicate."""
    return atom.verbal


def is_nominal(atom: Atom) -> bool:
    """Whether an atom can belong to a noun phrase."""
    return atom.nominal


def in_class(atom: Atom, name: str, words: Words) -> bool:
    """Whether a verb, with an ending such as 了 or 于 or without, is of a class of ``data/verbs.tsv``."""
    members = words.verbs[name]
    text = atom.text
    return text in members or (len(text) > 2 and text[-1] in _VERB_ENDINGS and text[:-1] in members)


@lru_cache(maxsize=32_768)
def event_name_type(text: str, words: Words) -> str | None:
    """The type that the ending of a name of an event tells; None where it is no such name."""
    bare = text.rstrip("”」’》\"")
    for size in range(min(6, len(bare)), 1, -1):
        found = words.event_names.get(bare[-size:])
        if found:
            return found
    return None


@lru_cache(maxsize=32_768)
def is_organisation(text: str, words: Words) -> bool:
    """Whether a name ends as organisations' names do."""
    bare = text.rstrip('”」’"')
    return any(bare[-size:] in words.lists["organisations"] for size in range(min(4, len(bare)), 0, -1))


_JOINS = frozenset("、·与和及暨-－/ &")
_PHRASE_VERBS = frozenset(["v", "vd", "vg"])


def noun_phrase(atoms: Sequence[Atom], start: int, words: Words) -> int:
    """Where the noun phrase that begins at ``start`` ends (exclusive); a name of an event is taken to its last word."""
    end = start
    best = start
    for place in range(start, min(len(atoms), start + 24)):
        atom = atoms[place]
        if atom.text in words.verbs["holding"] and event_name_type(atom.text, words) is None and best > start:
            break
        if is_nominal(atom) or (atom.tag in ("x", "c") and atom.text in _JOINS):
            if end == place:
                end = place + 1
        elif atom.tag not in _PHRASE_VERBS or in_class(atom, "complement", words):
            break
        if event_name_type(atom.text, words) and atom.tag not in ("paren", "work"):
            best = place + 1
    if best > start:
        return best + 1 if best < len(atoms) and atoms[best].tag == "paren" else best
    while end > start and atoms[end - 1].tag in ("x", "c"):
        end -= 1
    return end


def has_predicate(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a clause says something of its subject: a verb that is not inside a modifier, or a figure at its end."""
    after = 0
    for place, atom in enumerate(atoms):
        if atom.text == "的":
            after = place + 1
    tail = [place for place in range(after, len(atoms)) if is_verb(atoms[place], words)]
    if tail and not (tail == [after] and after == len(atoms) - 1 and after):
        return True
    head = [atom for atom in atoms[:after] if is_verb(atom, words)]
    if head and not _only_modifier(atoms[:after], words):
        return True
    return bool(atoms) and atoms[-1].tag in ("m", "mq", "q") and any(c.isdigit() for a in atoms[-3:] for c in a.text)


def _only_modifier(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether all verbs before the last 的 stand right before it, or behind 由, 以, 在 and the like."""
    if atoms and atoms[0].tag == "p":
        return True
    verbs = [place for place, atom in enumerate(atoms) if is_verb(atom, words)]
    return bool(verbs) and verbs[0] >= len(atoms) - 2


def strip_front(atoms: Sequence[Atom], names: frozenset[str]) -> list[Atom]:
    """The atoms without those at the front that are in a list or are mere marks."""
    start = 0
    while start < len(atoms) and (
        atoms[start].text in names or atoms[start].tag in ("x", "stop", "paren", "y", "e", "zone")
    ):
        if atoms[start].text in _OPENERS:
            break
        start += 1
    return list(atoms[start:])


def strip_back(atoms: Sequence[Atom], names: frozenset[str]) -> list[Atom]:
    """The atoms without those at the back that are in a list or are mere marks."""
    end = len(atoms)
    while end and (
        atoms[end - 1].text in names
        or (atoms[end - 1].tag in ("x", "stop", "zone") and atoms[end - 1].text not in _CLOSERS)
    ):
        end -= 1
    return list(atoms[:end])


_OPENERS = frozenset("“‘「《（(【")
_CLOSERS = frozenset("”’」》）)】%％℃+")
