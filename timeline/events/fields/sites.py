"""The park, works or line that a bare 项目 or 工程 stands for: what the clauses before speak of."""

from collections.abc import Sequence

from timeline.events.data import table_of
from timeline.events.fields.passages import back_from
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.names import name_start, visible

_ENDINGS = {kind: tuple(table_of("pointers.tsv")[kind].split()) for kind in ("项目", "工程", "园区")}
_ALL_ENDINGS = tuple({ending for endings in _ENDINGS.values() for ending in endings})
_BEHIND_SUBJECT = frozenset(["d", "ad", "p", "v", "vd", "date"])
"""Parts of speech of what follows the subject of a clause."""
_OF_NAMES = frozenset(["nr", "nrt", "nt", "nz", "ns", "eng", "quote", "j"])
_LONGEST = 24


def site_before(word: str, story: Story, place: int) -> str:
    """The named site that the clauses before an offset speak of, as far as the line above; "" where they name none.

    Only the subject of a clause is meant by the word: what somebody makes together with a site stands nearer to it and
    is another thing (某科创园与某公司打造特色产业园区。项目明年交付).

    Args:
        word: the common noun, 项目, 工程 or 园区; "" is given back for any other.
        story: its article.
        place: the offset of the word in the article's text.
    """
    endings = _ENDINGS.get(word)
    index = story.index_at(place) if endings else None
    if endings is None or index is None:
        return ""
    for sentence in back_from(story, index):
        end = min(sentence.end, place)
        dates = [e for e in story.dates if sentence.start <= e.start_char and e.end_char <= end]
        atoms = atoms_of(story.plain, sentence.start, end, dates) if sentence.kind != "furniture" else []
        name = _named_subject(atoms, endings, story)
        if name:
            return name
    return ""


def is_site(name: str) -> bool:
    """Whether a name ends as those of sites do."""
    return name.endswith(_ALL_ENDINGS)


def _named_subject(atoms: Sequence[Atom], endings: tuple[str, ...], story: Story) -> str:
    """The last name with one of some endings that a clause says something of; "" where there is none."""
    for last in range(len(atoms) - 2, 0, -1):
        behind = atoms[last + 1]
        if not atoms[last].text.endswith(endings) or behind.tag not in _BEHIND_SUBJECT:
            continue
        first = name_start(atoms, last, story.words)
        front = atoms[first - 1] if first else None
        if front is not None and (front.verbal or front.tag == "p"):
            continue
        name = rendered(story.text, atoms[first : last + 1])
        named = any(a.tag in _OF_NAMES for a in atoms[first : last + 1])
        if named and len(atoms[last].text) < visible(name) <= _LONGEST:
            return name
    return ""
