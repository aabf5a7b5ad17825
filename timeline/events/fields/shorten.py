"""A clause that is too long for a headline, cut down to its subject, verb and object."""

from collections.abc import Callable, Sequence

from timeline.events.data import word_set
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import UNDER, has_predicate, in_class, is_organisation, noun_phrase
from timeline.events.text.names import visible
from timeline.events.text.segmenter import PERSONS
from timeline.events.words import Words

LONGEST = 40
"""The most characters of a title, names of works not counted."""

_Step = Callable[[list[Atom], Words], list[Atom]]


def shortened(atoms: Sequence[Atom], story: Story, most: int) -> tuple[str, bool]:
    """The words of a clause in at most ``most`` characters, and whether something had to go; "" where it cannot be."""
    core, cut = _cut_down(atoms, story.text, story.words, most, _STEPS)
    listed = _bodies_at_front(atoms, story.words) if not core else None
    if listed is None:
        return core, cut
    first = rendered(story.text, atoms[: listed[0]])
    rest, cut = _cut_down(atoms[listed[1] :], story.text, story.words, most - len(first) - 1, _STEPS)
    return f"{first}等{rest}" if rest else "", cut


def _bodies_at_front(atoms: Sequence[Atom], words: Words) -> tuple[int, int] | None:
    """Where the first of a list of bodies that a clause begins with ends, and where the list does: 甲局、乙部举行…."""
    end = next((k for k, a in enumerate(atoms) if not (a.nominal or a.text in ("、", "和", "与"))), 0)
    first = next((k for k, a in enumerate(atoms[:end]) if a.text == "、"), 0)
    joint = atoms[end].tag in ("d", "ad") or atoms[end].text in ("联合", "共同")
    acts = joint or any(in_class(atoms[end], name, words) for name in ("holding", "document"))
    return (first, end) if first and acts and is_organisation(atoms[first - 1].text, words) else None


def shorter(title: str, plain: str, words: Words, most: int) -> str:
    """A title in at most ``most`` characters, without its inner lists; "" where it cannot be.

    Args:
        title: the title as the article writes it.
        plain: the same in simplified characters.
        words: the word lists.
        most: the most characters, names of works not counted.
    """
    return _cut_down(atoms_of(plain, 0, len(plain), ()), title, words, most, (without_lists, without_lists))[0]


def _cut_down(atoms: Sequence[Atom], written: str, words: Words, most: int, steps: Sequence[_Step]) -> tuple[str, bool]:
    kept = without_offices(list(atoms), words)
    text = rendered(written, kept)
    cut = False
    for step in steps:
        if visible(text) <= most:
            return text, cut
        fewer = step(kept, words)
        if len(fewer) < len(kept) and (has_predicate(fewer) or not has_predicate(kept)):
            kept, cut = fewer, True
            text = rendered(written, kept)
    return (text, cut) if visible(text) <= most else ("", True)


def without_offices(atoms: list[Atom], _words: Words) -> list[Atom]:
    """国家主席、中央军委主席某某 keeps the name alone."""
    for place, atom in enumerate(atoms[:30]):
        if atom.tag not in PERSONS or len(atom.text) < 2 or not place:
            continue
        start = place
        while start and (atoms[start - 1].nominal or atoms[start - 1].text in "、，"):
            start -= 1
        front = atoms[start:place]
        listed = any(a.text == "、" for a in front)
        office = listed and (front[-1].text in _OFFICES or front[-1].text.endswith(_OFFICE_ENDINGS))
        if office and not any(a.tag in PERSONS for a in front):
            return atoms[:start] + atoms[place:]
    return atoms


_OFFICE_ENDINGS = ("书记", "主席", "总理", "委员", "部长")
_OFFICES = word_set("offices")


def without_lists(atoms: list[Atom], _words: Words) -> list[Atom]:
    """甲、乙、丙等多国 becomes 甲等多国; a list without 等 stays, and one whose members each have a figure."""
    if any(atom.text == "分别" for atom in atoms):
        return atoms
    for place, atom in enumerate(atoms):
        if atom.text != "、":
            continue
        end = next((k for k in range(place + 1, len(atoms)) if atoms[k].text.startswith("等")), None)
        if end is not None and all(a.nominal or a.tag in ("x", "c") or a.text == "、" for a in atoms[place:end]):
            return atoms[:place] + atoms[end:]
    return atoms


def without_modifiers(atoms: list[Atom], _words: Words) -> list[Atom]:
    """The longest modifier that ends with 的 goes; its noun stays."""
    best: tuple[int, int] | None = None
    for place, atom in enumerate(atoms):
        if atom.text != "的" or place + 1 >= len(atoms):
            continue
        start = _modifier_start(atoms, place)
        if start and atoms[start - 1].text == "由":
            continue
        if place + 1 - start >= 3 and (best is None or place + 1 - start > best[1] - best[0]):
            best = (start, place + 1)
    if best and best[1] + 1 < len(atoms) and atoms[best[1]].text in _RELATED and atoms[best[1] + 1].nominal:
        return atoms[: best[0]] + atoms[best[1] + 1 :]
    return atoms[: best[0]] + atoms[best[1] :] if best else atoms


_RELATED = frozenset(["母公司", "子公司", "控股股东", "大股东", "前身", "创始人"])
"""What is somebody's, and tells nothing without whose in front of its name: 甲的母公司乙集团."""


def _modifier_start(atoms: Sequence[Atom], place: int) -> int:
    """Where the modifier before a 的 begins: behind the verb in front of it, its own verb not counted."""
    start = place - 1 if atoms[place - 1].verbal else place
    while start > 0 and not atoms[start - 1].verbal:
        start -= 1
        if atoms[start].text in ("地", "得", "了"):
            return place
        if atoms[start].tag == "p":
            acts = any(a.verbal for a in atoms[start + 1 : place])
            return (
                start if acts and atoms[start].text in ("由", "以", "对", "针对", "围绕", "在", "关于") else start + 1
            )
    return start


def without_purpose(atoms: list[Atom], _words: Words) -> list[Atom]:
    """What follows the statement with 作为, 以便 or 用于 goes."""
    for place in range(3, len(atoms)):
        if atoms[place].text in ("作为", "以便", "用于", "以期", "旨在", "以及时", "为此") and any(
            a.verbal for a in atoms[:place]
        ):
            return atoms[:place]
    return atoms


def first_of_row(atoms: list[Atom], _words: Words) -> list[Atom]:
    """The first of several statements in a row that 、 joins."""
    for place, atom in enumerate(atoms):
        if atom.text == "、" and place > 2 and atoms[place - 1].verbal and any(a.nominal for a in atoms[: place - 1]):
            return atoms[:place]
    return atoms


def without_phrases(atoms: list[Atom], words: Words) -> list[Atom]:
    """A phrase with 在, 通过, 根据 or the like in the middle goes, as far as the verb behind it."""
    for place in range(1, len(atoms)):
        if atoms[place].text not in _PHRASES:
            continue
        end = noun_phrase(atoms, place + 1, words)
        if end + 1 < len(atoms) and atoms[end].text in UNDER and atoms[end + 1].tag == "f":
            end += 2
        elif end < len(atoms) and atoms[end].tag == "f":
            end += 1
        act = next((k for k in range(end, len(atoms)) if atoms[k].tag not in ("d", "ad")), end)
        if place + 1 < end and act < len(atoms) and (atoms[act].verbal or atoms[act].text == "同"):
            return atoms[:place] + atoms[end:]
    return atoms


_PHRASES = word_set("phrases")


def before_and(atoms: list[Atom], _words: Words) -> list[Atom]:
    """The first of two predicates that 并 or 以及 joins."""
    for place in range(len(atoms) - 1, 3, -1):
        joined = atoms[place].text in ("并", "以及", "并且", "同时", "而", "进而", "从而", "且", "还", "后")
        if joined and any(a.verbal for a in atoms[:place]):
            return atoms[:place]
    return atoms


def without_front_office(atoms: list[Atom], _words: Words) -> list[Atom]:
    """国务院总理某某 at the front of a clause keeps the name alone."""
    place = next((k for k, a in enumerate(atoms) if not a.nominal or a.tag in PERSONS), 0)
    named = place > 0 and atoms[place].tag in PERSONS and len(atoms[place].text) > 1
    return atoms[place:] if named and atoms[place - 1].text.endswith((*_OFFICE_ENDINGS, *_OFFICES)) else atoms


_STEPS: tuple[_Step, ...] = (
    without_lists,
    without_purpose,
    first_of_row,
    without_modifiers,
    without_phrases,
    before_and,
    without_modifiers,
    without_phrases,
    without_front_office,
)
