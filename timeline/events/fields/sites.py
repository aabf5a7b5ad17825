"""The park, works or line that a bare 项目 or 工程 stands for: what the clauses before speak of."""

from collections.abc import Sequence

from timeline.events.data import table_of, word_set
from timeline.events.fields.passages import back_from
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.names import name_start, subject_of, visible

_KINDS = ("项目", "工程", "园区", "线路", "大桥", "隧道", "机场", "水库", "电站")
_ENDINGS = {kind: tuple(table_of("pointers.tsv")[kind].split()) for kind in _KINDS}
_ALL_ENDINGS = tuple({ending for endings in _ENDINGS.values() for ending in endings})
_BEHIND_SUBJECT = frozenset(["d", "ad", "p", "v", "vd", "date"])
"""Parts of speech of what follows the subject of a clause."""
_ATTRIBUTES = word_set("attributes")
_OF_NAMES = frozenset(["nr", "nrt", "nt", "nz", "ns", "eng", "quote", "j"])
_SHORTEST, _LONGEST = 6, 24


def site_before(word: str, story: Story, place: int) -> str:
    """The named site that the clauses before an offset speak of, as far as the line above; "" where they name none.

    The subject of a clause is meant by the word rather than what somebody makes together with it, which stands nearer
    (某科创园与某公司打造特色产业园区。项目明年交付); where no site is a subject, what somebody builds is meant.

    Args:
        word: the common noun, 项目 or 大桥 and the like; "" is given back for any other.
        story: its article.
        place: the offset of the word in the article's text.
    """
    endings = _ENDINGS.get(word)
    index = story.index_at(place) if endings else None
    if endings is None or index is None:
        return ""
    for sentence in back_from(story, index):
        end = min(sentence.end, place)
        atoms = atoms_of(story.plain, sentence.start, end, story.dates) if sentence.kind != "furniture" else []
        name = _subject(atoms, endings, story) or _named_subject(atoms, endings, story)
        name = name or _built(atoms, endings, story)
        if name:
            return name
    return ""


def is_site(name: str) -> bool:
    """Whether a name ends as those of sites do."""
    return name.endswith(_ALL_ENDINGS)


def _subject(atoms: Sequence[Atom], endings: tuple[str, ...], story: Story) -> str:
    """The subject of the last clause whose subject has a name and one of the endings."""
    end = len(atoms)
    for k in range(len(atoms) - 1, -2, -1):
        if k >= 0 and atoms[k].tag != "stop":
            continue
        clause, end = atoms[k + 1 : end], k
        subject = subject_of(clause, story.words) if clause and clause[0].text not in ("是", "为", "系") else ()
        name = rendered(story.text, subject) if subject and subject[-1].text.endswith(endings) else ""
        named = any(a.tag in _OF_NAMES for a in subject)
        if named and len(subject[-1].text) < visible(name) <= _LONGEST:
            return name
    return ""


def _named_subject(atoms: Sequence[Atom], endings: tuple[str, ...], story: Story) -> str:
    """The last name with one of some endings that a clause says something of; "" where there is none."""
    for last in range(len(atoms) - 2, 0, -1):
        behind = atoms[last + 1]
        speaks = behind.tag in _BEHIND_SUBJECT or behind.text in _ATTRIBUTES
        if not atoms[last].text.endswith(endings) or not speaks:
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


def _built(atoms: Sequence[Atom], endings: tuple[str, ...], story: Story) -> str:
    """What a clause tells somebody to build, with who builds it in front: 某公司 and 芯片制造基地."""
    for last in range(len(atoms) - 1, 1, -1):
        if not atoms[last].text.endswith(endings):
            continue
        first = last
        while first and _belongs(atoms[first - 1]):
            first -= 1
        if first == last or not first or atoms[first - 1].text not in _BUILDING:
            continue
        start = max((k for k in range(first) if atoms[k].tag == "stop"), default=-1) + 1
        maker = subject_of(atoms[start:], story.words)
        who = rendered(story.text, maker) if maker and maker[-1].end <= atoms[first - 1].start else ""
        who = who if any(a.tag in _OF_NAMES for a in maker) else ""
        name = rendered(story.text, atoms[first : last + 1])
        return who + name if len(name) >= _SHORTEST and len(who) + len(name) <= _LONGEST else ""
    return ""


def _belongs(atom: Atom) -> bool:
    """Whether a word may stand inside the name of what is built."""
    return (atom.nominal and atom.text not in _BUILDING) or atom.text in _PURPOSES


_PURPOSES = frozenset(["制造", "生产", "研发", "加工", "发电", "储能", "回收", "处理", "服务", "创新", "研究"])
"""Verbs inside the name of a site, which tell what it is for: 芯片制造基地."""
_BUILDING = frozenset(["建设", "建造", "打造", "兴建", "新建", "投建", "建", "启动", "开发", "修建"])
