"""What an article has told so far: full names for 本次峰会 and 该联盟, and subjects that later sentences leave out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from schemas import Expression
from timeline.events.data import table_of, word_set, word_tuple
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import event_name_type, has_predicate, is_organisation
from timeline.events.text.headlines import COLUMN, document_of, pairs_of, statements_of
from timeline.events.text.names import before_date, is_cut_name, name_start, subject_of, visible
from timeline.events.text.outcomes import segments_of
from timeline.events.text.script import simplified
from timeline.events.text.sentences import Sentence
from timeline.events.words import Words

_SHORT = re.compile(r"(?:以下)?(?:简称|下称|简称为)[为：:]?[“《‘「\"]?(?P<short>[^”》’」\"）)，]{2,16})")
_POINTERS = re.compile(
    r"^(?:该|本次|此次|这次|该次|本届|这一|这项|本场|这场|这家|此|本|上述|这个|这|同一|当时的)(?P<kind>[一-鿿]{1,8})$"
)
_POINTING = frozenset("该本此这上同当")
"""What such a word begins with."""
_GENERIC_NAMES = word_set("generic_names")


class Statement(NamedTuple):
    """A plain statement of a headline: as written, simplified, its pairs, and whether it says anything."""

    original: str
    plain: str
    pairs: frozenset[str]
    says: bool


@dataclass(slots=True)
class Story:
    """An article's text with what can be looked up in it.

    Attributes:
        text: the article's text.
        plain: the same in simplified characters.
        title: the headline in simplified characters.
        sentences: all sentences, in order.
        words: the word lists.
        dates: the date expressions found, in order.
        original_title: the headline as the article writes it.
        occasion: the event in whose column a report stands: 【第九届运动会】….
        document: the document that the whole article is, as its headline names it: 《某条例》.
        headlines: the statements of the headline that can stand as titles: plain ones, no questions.
        opening: the numbers of the first two sentences of the text.
        aliases: short names (以下简称, and a user's own) and the full ones.
    """

    text: str
    plain: str
    title: str
    sentences: list[Sentence]
    words: Words
    aliases: dict[str, str] = field(default_factory=dict)
    dates: Sequence[Expression] = ()
    original_title: str = ""
    opening: tuple[int, ...] = field(init=False, default=())
    _works: list[str] | None = None
    _statements: dict[str, Statement] = field(default_factory=dict)
    _undated: dict[int, str] = field(default_factory=dict)
    _subjects: dict[int, str] = field(default_factory=dict)
    _owners: tuple[str | None, ...] = ()
    _starts: list[int] = field(init=False)
    _date_starts: list[int] = field(init=False)

    occasion: str = field(init=False, default="")
    document: str | None = field(init=False, default=None)
    headlines: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        self.aliases |= self.words.aliases
        self._starts = [sentence.start for sentence in self.sentences]
        self._date_starts = [date.start_char for date in self.dates]
        self.document = document_of(self.title.strip().strip("《》"))
        column = COLUMN.match(self.title)
        named = column[0].strip("【】|｜丨 ") if column else ""
        self.occasion = named if len(named) > _SHORTEST_OCCASION and event_name_type(named, self.words) else ""
        self.headlines = statements_of(self.original_title or self.title)
        self.opening = tuple(k for k, s in enumerate(self.sentences[:12]) if s.kind == "text")[:2]
        shortens = "简称" in self.plain or "下称" in self.plain
        for match in _SHORT.finditer(self.plain) if shortens else ():
            full = self._before_bracket(match.start())
            if full and len(full) > len(match["short"]):
                self.aliases.setdefault(match["short"], full)

    def _before_bracket(self, place: int) -> str:
        """The name in front of the bracket that 以下简称 stands in."""
        opened = max(self.plain.rfind(mark, max(0, place - 30), place) for mark in "（(")
        if opened <= 0:
            return ""
        sentence = self.sentence_at(opened)
        if sentence is None:
            return ""
        atoms = atoms_of(self.plain, sentence.start, opened, ())
        if not atoms:
            return ""
        if atoms[-1].tag in ("work", "quote"):
            return rendered(self.text, atoms[-1:])
        start = name_start(atoms, len(atoms) - 1, self.words)
        return rendered(self.text, atoms[start:])

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds an offset."""
        index = self.index_at(place)
        return self.sentences[index] if index is not None else None

    def index_at(self, place: int) -> int | None:
        """The number of the sentence that holds an offset."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 and place < self.sentences[index].end else None

    def without_dates(self, index: int) -> str:
        """A sentence in simplified characters, without its date expressions."""
        found = self._undated.get(index)
        if found is None:
            sentence = self.sentences[index]
            found = self._undated[index] = self.undated(self.plain, sentence.start, sentence.end)
        return found

    def line_of(self, index: int) -> str:
        """The line of a sentence in simplified characters."""
        start = self.plain.rfind("\n", 0, self.sentences[index].start) + 1
        end = self.plain.find("\n", start)
        return self.plain[start : end if end >= 0 else len(self.plain)]

    def undated(self, text: str, start: int, end: int) -> str:
        """A passage of the text, or of the same in simplified characters, without the date expressions inside it."""
        parts = []
        first = bisect_left(self._date_starts, start)
        for date in islice(self.dates, first, None):
            if date.start_char >= end:
                break
            if start <= date.start_char:
                parts.append(text[start : date.start_char])
                start = date.end_char
        return "".join((*parts, text[start:end]))

    def full_work(self, work: str, before: int | None = None) -> str:
        """The full name of a work told by its short one, 《行动方案》; of several the nearest before an offset."""
        inner = work.strip("《》")
        if inner in self.aliases:
            full = self.aliases[inner]
            return full if full.startswith("《") else f"《{full}》"
        if len(inner) > 8:
            return work
        if self._works is None:
            self._works = list(dict.fromkeys(re.findall(r"《[^《》\n]{2,120}》", self.plain)))
        longer = [w for w in self._works if inner in w and len(w) > len(work) + 2]
        if len(longer) > 1 and before is not None:
            place, name = max((self.plain.rfind(name, 0, before), name) for name in longer)
            return name if place >= 0 else work
        return longer[0] if len(longer) == 1 else work

    def resolved(self, name: str, before: int) -> str | None:
        """The full name that 本次峰会, 该校 or 大会 stands for at an offset; None where the article tells none."""
        if name in self.aliases:
            return self.aliases[name].strip("“”")
        match = _POINTERS.match(name) if name[:1] in _POINTING else None
        kind = match["kind"] if match else name
        if not match and name not in _GENERIC_NAMES:
            return None
        any_kind = match is not None and name[0] == "该"
        found = [self._last_name(suffix, before, any_kind=any_kind) for suffix in _suffixes(kind)]
        nearest = max((one for one in found if one), key=lambda one: one[0], default=None)
        if nearest:
            return nearest[1]
        owner = self.owner() if kind in ("公司", "企业", "集团", "活动", "赛事", "展览", "大会") else None
        event = event_name_type(owner, self.words) if owner else None
        if owner and (event is None) == (kind in ("公司", "企业", "集团")):
            return owner
        return None

    def owner(self) -> str | None:
        """What the headline is about, by name: a work, an organisation or brand, a person; None where it names none."""
        if not self._owners:
            self._owners = (self._find_owner(),)
        return self._owners[0]

    def _find_owner(self) -> str | None:
        work = re.search(r"《[^《》]{1,40}》", self.original_title)
        if work:
            return work[0]
        column = COLUMN.match(self.title)
        start = column.end() if column else 0
        atoms = atoms_of(self.title, start, min(start + 24, len(self.title)), ())
        end = 0
        while end < len(atoms) and atoms[end].tag != "paren":
            numbered = _is_number(atoms[end : end + 2]) if end else _EDITION.fullmatch(atoms[0].text) is not None
            numbered = numbered or (end == 1 and atoms[1].text == "年")
            if not numbered and (not (atoms[end].nominal or atoms[end].text[0] == "号") or atoms[end].tag == "m"):
                break
            if end and (atoms[end].text in self.words.cues or _PERIOD.match(atoms[end].text)):
                break
            end += 1
            if is_organisation(atoms[end - 1].text, self.words) or event_name_type(atoms[end - 1].text, self.words):
                break
        while end and (atoms[end - 1].tag == "b" or atoms[end - 1].text in _BRIEFINGS):
            end -= 1
        name = rendered(self.original_title, atoms[:end])
        if any(word in name for word in _PROGRAMMES):
            return None
        return name if 2 <= len(name) <= 14 and _is_proper(atoms[:end], self.words) else None

    def _last_name(self, suffix: str, before: int, *, any_kind: bool = False) -> tuple[int, str] | None:
        """The last longer name with an ending before an offset and where it ends, or in the headline, -1."""
        place = before
        for _ in range(8):
            place = self.plain.rfind(suffix, 0, place)
            if place < 0:
                break
            sentence = self.sentence_at(place)
            if sentence is None or sentence.kind == "furniture":
                continue
            name = self._name_ending(self.plain, sentence.start, place + len(suffix), self.text, any_kind)
            if name:
                return place + len(suffix), name
        place = self.title.rfind(suffix)
        name = self._name_ending(self.title, 0, place + len(suffix), self.title, any_kind) if place >= 0 else None
        return (-1, name) if name else None

    def _name_ending(self, plain: str, start: int, end: int, text: str, any_kind: bool) -> str | None:
        atoms = atoms_of(plain, start, end, ())
        if not atoms:
            return None
        begin = name_start(atoms, len(atoms) - 1, self.words)
        name = rendered(text, atoms[begin:])
        bare = name.strip('“”‘’"')
        name = bare if bare.count("“") == bare.count("”") else name
        own = is_organisation(name, self.words) and any(a.tag in _PROPER for a in atoms[begin:])
        known = any_kind or event_name_type(name, self.words) or is_organisation(name, self.words)
        if any_kind and "、" in name:
            return None
        if any(word in name for word in _MEDIA) or any(a.text in self.words.verbs["holding"] for a in atoms[begin:-1]):
            return None
        if any(a.tag == "v" and len(a.text) > 1 for a in atoms[begin : (begin + len(atoms)) // 2]):
            return None
        if name.startswith(("主持", "召开", "举行", "出席", "参加")) or "主持" in name:
            return None
        return (
            name
            if known
            and (3 if own or (any_kind and is_organisation(name, self.words)) else 4) < visible(name) <= 30
            and name[0] not in "该本此这上各全首0123456789"
            and not re.match(r"第?[\d一二三四五六七八九十两]+[个场项次名家]", name)
            else None
        )

    def statement(self, original: str) -> Statement:
        """What is asked of a statement of a headline, once."""
        found = self._statements.get(original)
        if found is None:
            plain = simplified(original)
            pairs = pairs_of(plain)
            says = has_predicate(atoms_of(plain, 0, len(plain), ()))
            found = self._statements[original] = Statement(original, plain, pairs, says)
        return found

    def headings_above(self, index: int) -> tuple[str, ...]:
        """The statements of the heading in the line right above a sentence that opens its paragraph."""
        if index == 0:
            return ()
        above, sentence = self.sentences[index - 1], self.sentences[index]
        if above.kind != "heading" or above.line >= sentence.line:
            return ()
        line = self.text[above.start : above.end].strip(" \u3000#*\t■●◆▲▶►•·□○◎★☆")
        fits = 8 <= len(line) <= 40 and not any(above.start <= e.start_char < above.end for e in self.dates)
        return statements_of(line) if fits else ()

    def person_before(self, place: int) -> str:
        """The person named last before an offset in its line; "" where there is none."""
        index = self.index_at(place)
        if index is None:
            return ""
        for earlier in range(index, max(-1, index - 3), -1):
            sentence = self.sentences[earlier]
            if sentence.line != self.sentences[index].line:
                break
            people = [
                a for a in atoms_of(self.plain, sentence.start, min(sentence.end, place), ()) if a.tag in ("nr", "nrt")
            ]
            if people:
                return rendered(self.text, people[-1:]) if len(people[-1].text) > 1 else ""
        return ""

    def subject_before(self, index: int) -> str:
        """The subject of the sentences before one in its line, the nearest first; "" where they have none."""
        line = self.sentences[index].line
        for earlier in range(index - 1, max(-1, index - 4), -1):
            sentence = self.sentences[earlier]
            if sentence.line != line:
                break
            found = self._subject(earlier, sentence)
            if found:
                return found
        return ""

    def headline_subject(self) -> str:
        """What the headline speaks of; "" where it begins with a verb."""
        if -1 not in self._subjects:
            self._subjects[-1] = self._subject_in(atoms_of(self.title, 0, min(60, len(self.title)), ()), self.title)
        return self._subjects[-1]

    def _subject(self, index: int, sentence: Sentence) -> str:
        if index not in self._subjects:
            end = min(sentence.end, sentence.start + 80)
            self._subjects[index] = self._subject_in(atoms_of(self.plain, sentence.start, end, self.dates), self.text)
        return self._subjects[index]

    def _subject_in(self, atoms: Iterable[Atom], text: str) -> str:
        segments = segments_of(list(atoms))[:4]
        for place, segment in enumerate(segments):
            if segment[-1].text.rstrip("了") in _TELLING and place + 1 < len(segments):
                continue
            found = subject_of(segment, self.words)
            person = before_date(segment)
            if person:
                return rendered(text, person)
            if found:
                name = rendered(text, found)
                if _WHEN.match(name):
                    continue
                media = any(word in name for word in _MEDIA)
                said = any(mark in name for mark in "。！？，；")
                if (
                    not said
                    and not media
                    and 2 <= len(name) <= 20
                    and not name[0].isdigit()
                    and not is_cut_name(found, self.words)
                    and _is_proper(found, self.words)
                ):
                    return name
        return ""


_PROPER = frozenset(["nr", "nrt", "nt", "nz", "ns", "eng", "quote", "work", "j"])


def _is_proper(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a noun phrase names somebody or something by name."""
    name = "".join(a.text for a in atoms)
    return any(a.tag in _PROPER for a in atoms) or is_organisation(name, words)


def _is_number(atoms: Sequence[Atom]) -> bool:
    """Whether atoms begin with the number of a craft: 十九号."""
    return bool(atoms) and atoms[0].tag in ("m", "mq") and (atoms[-1].text[0] == "号" or atoms[0].text[-1] == "号")


_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届|20\d\d")
"""What the name of one of a row of events begins with."""
_PERIOD = re.compile(r"(?:[一二三四]季[度报]|[上下]半年|全年|年度|半年|财[年季]|首[季月])")
_BRIEFINGS = frozenset(["电话会", "电话会议", "业绩会", "财报会", "成功"])
_SHORTEST_OCCASION = 5


_WHEN = re.compile(r"^(?:上|本|下|这|前|后|昨|今|明|去|同|当|次|近|第)?(?:周|星期|月|年|日|天|季度|学期)")
_PROGRAMMES = word_tuple("programmes")
_MEDIA = word_tuple("media")
_TELLING = word_set("telling_sources")
"""How a clause ends that tells only who says what follows."""


@lru_cache(maxsize=1_024)
def _suffixes(kind: str) -> tuple[str, ...]:
    """The endings that a general word points at."""
    return tuple(table_of("pointers.tsv").get(kind, kind).split())
