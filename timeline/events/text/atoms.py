"""A sentence as a row of atoms: dates, names in brackets and words with their part of speech, each with its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from schemas import Expression
from timeline.events.data import word_tuple
from timeline.events.text.segmenter import (
    AT_NAMES,
    NOMINAL,
    NOT_WORDS,
    STOPS,
    SURNAMES,
    VERBAL,
    deeds,
    own_tags,
    segmented,
    verbs,
    with_care,
)

_ZONES = ["当地", "北京", "美东", "美国东部", "美西", "纽约", "伦敦", "东京", "巴黎", "莫斯科", "格林尼治", "台北"]
_ZONES += ["香港", "本地", "首尔", "柏林"]
_GROUP = re.compile(
    "|".join([*(f"{place}时间" for place in _ZONES), *(f"{lead}[一-鿿]{{2,5}}当地时间" for lead in "于在")])
    + r"|《[^《》\n]{1,120}》|“[^“”\n]{1,40}”|「[^「」\n]{1,40}」|‘[^‘’\n]{1,30}’|\"[^\"\n]{1,40}\""
    r"|（[^（）\n]{0,100}）|\([^()\n]{0,100}\)|\[[^\[\]\n]{0,60}\](?:\([^()\n]{0,200}\))?"
)
"""Every alternative begins with a plain character, so that the search passes over all others at once."""
_GROUP_TAGS = {"《": "work"} | dict.fromkeys('“「‘"', "quote") | dict.fromkeys("（([", "paren")
"""The tag of a group by its first character; a zone has none of these."""


class Atom(NamedTuple):
    """A piece of a sentence that is not taken apart.

    Attributes:
        text: the words in simplified characters.
        tag: ``date``, ``zone`` (北京时间), ``work`` (《》), ``quote``, ``paren``, ``stop`` (a mark that parts clauses),
            ``x`` (another mark), or ICTCLAS' part of speech.
        start: offset of the first code point in the article's text.
        end: offset after the last code point.
        expression: the date expression, where it is one.
        verbal: whether it can be a predicate.
        nominal: whether it can belong to a noun phrase.
    """

    text: str
    tag: str
    start: int
    end: int
    expression: Expression | None = None
    verbal: bool = False
    nominal: bool = False


def atoms_of(plain: str, start: int, end: int, expressions: Sequence[Expression]) -> list[Atom]:
    """The atoms of ``plain[start:end]``; a bracket with one of the expressions inside is opened, others are whole."""
    atoms: list[Atom] = []
    cursor = start
    taken = False
    for begin, stop, tag, expression in _fixed(plain, start, end, expressions):
        if begin < cursor:
            continue
        lead = (
            begin - 1
            if tag in ("date", "zone") and plain[begin - 1 : begin] in _LEADS and begin - 1 > cursor
            else begin
        )
        if lead > cursor:
            taken = _tagged(plain, cursor, lead, atoms) or taken
        if lead < begin:
            _led(plain, lead, begin, atoms)
        atoms.append(Atom(plain[begin:stop], tag, begin, stop, expression, False, tag in NOMINAL))
        cursor = stop
        if expression is not None and plain[stop : stop + 1] == _TRAILS.get(expression.relation):
            _tagged(plain, stop, stop + 1, atoms)
            cursor = stop + 1
    if cursor < end:
        taken = _tagged(plain, cursor, end, atoms) or taken
    if taken:
        _as_predicates(atoms)
    return atoms


_LEADS = frozenset("于在自从")
_TRAILS = {"since": "起", "within": "内"}
"""What stands right behind a date and belongs to it, though a segmenter may join it to the next word: 年内新建."""


def _led(plain: str, start: int, end: int, atoms: list[Atom]) -> None:
    """A word that leads a date in, parted from a name before it; a verb keeps it: 建于, 成立于."""
    if atoms and atoms[-1].end == start and atoms[-1].verbal:
        last = atoms.pop()
        _tagged(plain, last.start, end, atoms)
    else:
        _tagged(plain, start, end, atoms)


def _fixed(
    plain: str, start: int, end: int, expressions: Sequence[Expression]
) -> Iterator[tuple[int, int, str, Expression | None]]:
    """Dates and brackets in order of place."""
    spans: list[tuple[int, int, str, Expression | None]] = [
        (_behind_occasion(plain, e), e.end_char, "date", e)
        for e in expressions
        if start <= e.start_char and e.end_char <= end
    ]
    dates = [(span[0], span[1]) for span in spans]
    for match in _GROUP.finditer(plain, start, end):
        tag = _GROUP_TAGS.get(match[0][0], "zone")
        inside = [(a, b) for a, b in dates if match.start() < b and a < match.end()]
        if tag == "work" or not inside or (tag == "quote" and _is_name(plain, match.start(), match.end(), inside)):
            spans.append((match.start(), match.end(), tag, None))
    return iter(sorted(spans, key=lambda span: (span[0], -span[1])))


_DAYS_OF_OCCASION = ("当日", "当天", "当晚", "首日")
_DAY_OF_OCCASION = re.compile(r"(?P<name>\S*[会节展赛典礼式坛])(?:当[日天晚]|首日)$")


def _behind_occasion(plain: str, expression: Expression) -> int:
    """Where a date begins behind the occasion that it is counted from, of whose name it may hold only a part."""
    place = expression.start_char
    counted = len(expression.text) > _DAY and expression.text.endswith(_DAYS_OF_OCCASION)
    named = _DAY_OF_OCCASION.search(expression.text) if counted else None
    inside = named is not None and place > 0 and "一" <= plain[place - 1] <= "鿿"
    return place + named.end("name") if named is not None and inside else place


_DAY = 4
"""The most characters of a day counted from something that is no name of an occasion."""


def _is_name(plain: str, start: int, end: int, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a quotation is a name with a feast or the like in it (“欢乐春节”), and no statement with a date."""
    words = "".join(plain[a:b] for a, b in dates)
    told = sum(b - a for a, b in dates)
    if plain[end - 2] in _KINDS_OF_NAMES and end - start - 4 > told:
        of_year = _YEAR.fullmatch(words) is not None and not any(c in "，将" for c in plain[start:end])
        short = end - start <= _LONGEST_NAME and not any(c.isdigit() or c in "今昨明上本下" for c in words)
        return of_year or short
    return end - start <= 14 and end - start - 2 > told and not any(c.isdigit() or c in "年月日今昨明" for c in words)


_atom = partial(tuple.__new__, Atom)
"""An atom of all its fields in order: ``Atom`` itself looks for defaults first, for every word of a text."""
_LONGEST_NAME = 24
_YEAR = re.compile(r"\d{4}年?")
_KINDS_OF_NAMES = frozenset("展会节赛周季议坛")
"""What the name of an event ends with, whatever feasts or years stand inside: “马年迎新艺术展”."""


def has_figure(atoms: Iterable[Atom]) -> bool:
    """Whether a number in digits is among the words."""
    return any(a.tag in ("m", "mq") and any(c.isdigit() for c in a.text) for a in atoms)


def _tagged(plain: str, start: int, end: int, atoms: list[Atom]) -> bool:
    """Add the words of a passage; whether one is a deed that the segmenter takes for a noun."""
    place = start
    passage = plain[start:end]
    own, predicates, careful, make, add = own_tags(), verbs(), with_care(), _atom, atoms.append
    taken = surnamed = False
    for word, part in segmented(passage):
        stop = place + len(word)
        tag = own.get(word, part)
        if word in careful:
            if word in SURNAMES:
                surnamed = surnamed or tag == "nr"
            elif tag not in VERBAL and word not in AT_NAMES:
                taken = True
            if word in AT_NAMES and atoms and atoms[-1].end == place and atoms[-1].tag in _BEFORE_KINDS:
                atoms[-1] = atoms[-1]._replace(text=atoms[-1].text + word[0], tag="n", end=place + 1, nominal=True)
                place, word, tag = place + 1, word[1], "f"  # the locator is no part of the name: 交流周上
        elif tag == "x":
            if word in STOPS:
                tag = "stop"
            elif word == "—" and atoms and atoms[-1].text == "—" and atoms[-1].end == place:
                tag = "stop"
                atoms[-1] = atoms[-1]._replace(tag="stop")  # two dashes part clauses, one stands in a name
        predicate = word in predicates
        verbal, nominal = predicate or tag in VERBAL, tag in NOMINAL and not predicate
        add(make((word, tag, place, stop, None, verbal, nominal)))
        place = stop
    if "·" in passage:
        _join_names(plain, atoms)
    if surnamed:
        _join_surnames(atoms)
    if "将" in passage:
        _part_will(atoms)
    if "当" in passage or "任" in passage:
        _as_office(atoms)
    return taken


def _as_predicates(atoms: list[Atom]) -> None:
    """Mark a deed that the segmenter takes for a noun as the verb that it is where its clause has no other.

    It ends its clause behind a name, a date or an adverb (某机场今天通气), or stands behind where it is done
    (某人在甲市、乙市调研制造业).
    """
    acts = deeds()
    for k in [k for k, a in enumerate(atoms) if a.text in acts and k]:
        atom = atoms[k]
        if atom.verbal or atom.tag in NOT_WORDS:
            continue
        ends = k + 1 == len(atoms) or atoms[k + 1].tag == "stop" or atoms[k + 1].text == "了"
        if not ends and not (atom.tag == "vn" and atoms[k - 1].tag == "ns" and _has_no_other_verb(atoms, k)):
            continue
        if atoms[k - 1].tag in _BEFORE_PREDICATE and _is_only_verb(atoms, k):
            atoms[k] = atom._replace(tag="v", verbal=True, nominal=False)


_BEFORE_PREDICATE = frozenset(
    ["date", "d", "ad", "n", "ns", "nr", "nt", "nz", "nrt", "eng", "quote", "work", "paren", "t"]
)
_OF_PLACE = frozenset(["在", "于", "从", "因", "与", "同", "由", "被", "将"])
"""Prepositions behind which a clause's verb still follows."""


def _is_only_verb(atoms: Sequence[Atom], place: int) -> bool:
    """Whether the clause in front of a place has no verb and nothing that takes a noun."""
    for k in range(place - 1, -1, -1):
        atom = atoms[k]
        if atom.tag == "stop":
            break
        if atom.verbal or atom.text == "的" or (atom.tag == "p" and atom.text not in _OF_PLACE):
            return False
    return True


def _has_no_other_verb(atoms: Sequence[Atom], place: int) -> bool:
    """Whether 在 and a place stand in front of a place in the row, and no verb behind it in the clause."""
    front = any(a.text in ("在", "到", "赴") for a in atoms[max(0, place - _LIST_OF_PLACES) : place])
    end = next((k for k in range(place + 1, len(atoms)) if atoms[k].tag == "stop"), len(atoms))
    return front and not any(a.verbal for a in atoms[place + 1 : end])


_LIST_OF_PLACES = 6


_OFFICES = word_tuple("offices")


def _as_office(atoms: list[Atom]) -> None:
    """Mark 当 or 任 in front of an office as the verb that it is: 第二次当首相, 2015年任某局局长."""
    for k, atom in enumerate(atoms[:-1]):
        if not k or atom.text not in ("当", "任") or atom.verbal:
            continue
        office = takewhile(lambda a: a.nominal, atoms[k + 1 : k + _WORDS_OF_OFFICE])
        if any(a.text.endswith(_OFFICES) for a in office):
            atoms[k] = atom._replace(tag="v", verbal=True, nominal=False)


_WORDS_OF_OFFICE = 8
_BEFORE_KINDS = frozenset(["n", "vn", "nz", "j", "v"])
_NAME_PARTS = ("nr", "nrt", "nrfg", "nz", "n", "eng")


def _join_names(plain: str, atoms: list[Atom]) -> None:
    """Join the parts of a foreign name into one person: 凯文·沃什, 弗拉基米尔·弗拉基米罗维奇·普京."""
    last = len(atoms)
    while last > 0:
        last = next((k for k in range(last - 1, 0, -1) if atoms[k].text == "·"), 0)
        if not last or last + 1 >= len(atoms):
            continue
        first = last
        while (earlier := _dot_before(atoms, first)) is not None:
            first = earlier
        front, back = atoms[first - 1], atoms[last + 1]
        if front.tag in _NAME_PARTS and back.tag in (*_NAME_PARTS, "ns") and back.start == atoms[last].end:
            whole = plain[front.start : back.end]
            atoms[first - 1 : last + 2] = [Atom(whole, "nr", front.start, back.end, None, False, True)]
        last = first


def _join_surnames(atoms: list[Atom]) -> None:
    """Join a surname with the given name behind it: 沈 怀远."""
    for k in range(len(atoms) - 2, -1, -1):
        one, two = atoms[k], atoms[k + 1]
        if (
            one.tag == "nr"
            and one.text in SURNAMES
            and two.tag == "nr"
            and len(two.text) <= _GIVEN
            and one.end == two.start
        ):
            atoms[k : k + 2] = [Atom(one.text + two.text, "nr", one.start, two.end, None, False, True)]


_GIVEN = 2
"""The most characters of a given name."""


def _part_will(atoms: list[Atom]) -> None:
    """Give the last character of a name back that the segmenter joins with 将: 李家 超将."""
    for k in range(len(atoms) - 1, 0, -1):
        name, will = atoms[k - 1], atoms[k]
        cut = len(will.text) == _GIVEN and will.text[1] == "将" and will.tag == "d" and will.text[0] not in _BEFORE_WILL
        if cut and name.tag in ("nr", "nrfg") and len(name.text) == _GIVEN and name.end == will.start:
            whole = name._replace(text=name.text + will.text[0], tag="nr", end=name.end + 1)
            atoms[k - 1 : k + 1] = [whole, will._replace(text="将", start=will.start + 1)]


_BEFORE_WILL = frozenset("即必定终都也仍又还均更并或则便就已曾也正只才皆亦")
"""Adverbs in front of 将."""


def _dot_before(atoms: Sequence[Atom], place: int) -> int | None:
    """The dot before another one with a middle name between them."""
    for k in range(place - 2, max(0, place - 6), -1):
        if atoms[k].text == "·":
            return k
        if atoms[k].tag in ("stop", "x", "date", "p", "c", "uj"):
            return None
    return None


def rendered(text: str, atoms: Sequence[Atom]) -> str:
    """The atoms' words as the article writes them, with white space only between Latin words."""
    joined = "".join([text[a.start : a.end] for a in atoms])
    if len(joined.split()) < 2:
        return joined.strip()
    return _GAP.sub("", joined).replace("\n", " ").strip()


_GAP = re.compile(r"(?<![A-Za-z0-9&])\s+|\s+(?![A-Za-z0-9&])")
