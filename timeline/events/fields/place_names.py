"""Which words are the name of a place: names that are known, and what names of places end with."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.events.data import rows_of
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import is_organisation
from timeline.events.words import Words

REACH = 16
"""The most atoms that a place is looked for in."""


class Gazetteer(NamedTuple):
    """``places.tsv``: names that stand alone, what names end with, and the words around them."""

    names: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]
    towns: frozenset[str]
    short: dict[str, str]
    admin: frozenset[str]
    venue: frozenset[str]
    site: frozenset[str]
    lookalikes: frozenset[str]
    behind: frozenset[str]
    no_seat: frozenset[str]
    arriving: frozenset[str]
    touring: frozenset[str]
    departing: frozenset[str]
    striking: frozenset[str]
    happens: frozenset[str]
    strikes: frozenset[str]
    abstract: frozenset[str]
    acts: frozenset[str]
    whole: frozenset[str]
    inside: frozenset[str]
    loose: frozenset[str]
    bodies: frozenset[str]
    accounts: frozenset[str]
    everywhere: frozenset[str]
    seated: frozenset[str]
    firms: frozenset[str]
    endings: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """The rows of the table as sets; ``names`` are those of all kinds, ``towns`` those of provinces and cities."""
    rows = {row[0]: row[1].split() for row in rows_of("places.tsv")}
    rows["countries"] = rows["country"]
    rows["towns"] = [*rows["province"], *rows["city"], *rows["abroad"]]
    rows["names"] = [*rows["country"], *rows["towns"]]
    rows["endings"] = [*rows["venue"], *rows["site"]]
    rows["regions"] = [*rows["province"], *rows["city"]]
    short = dict(pair.split("=") for pair in rows["short"])
    fields = {kind: frozenset(rows[kind]) for kind in Gazetteer._fields if kind != "short"}
    return Gazetteer(short=short, **fields)


@lru_cache(maxsize=32_768)
def ends_as(text: str, endings: frozenset[str]) -> bool:
    """Whether a word ends with one of some endings, and only looks so in none of the known cases (网站, 市场)."""
    if text in gazetteer().lookalikes:
        return False
    return any(text[-size:] in endings for size in range(min(4, len(text)), 0, -1))


def is_name(atom: Atom, known: Gazetteer) -> bool:
    """Whether an atom is the name of a country, a region or a town."""
    text = atom.text
    if text in known.names or text in known.whole:
        return True
    if text in known.loose or text in known.lookalikes:
        return False
    if (atom.tag == "ns" and len(text) > 1) or _is_town_of(text, known):
        return True
    return len(text) > 1 and atom.tag in ("ns", "nr", "nz", "nrt", "n", "j", "s") and ends_as(text, known.admin)


def _is_town_of(text: str, known: Gazetteer) -> bool:
    """Whether one word tells a region or country and a town of it: 江苏南京, 美国纽约."""
    country = text[:2] in known.countries and text[2:] in known.towns
    return country or (text[:2] in known.regions and text[2:] in known.regions)


def continues(atoms: Sequence[Atom], place: int, known: Gazetteer) -> bool:
    """Whether an atom is a name, the 县 behind one, or the name before such a word."""
    atom = atoms[place]
    following = atoms[place + 1].text if place + 1 < len(atoms) else ""
    if atom.text in ("市", "县") and following == "、":
        return False
    named = atom.nominal and following in known.admin and atom.tag not in ("t", "f")
    return is_name(atom, known) or atom.text in known.admin or named


def is_country(span: Sequence[Atom], known: Gazetteer) -> bool:
    """Whether a name is that of a country alone, which as often as not means its government."""
    return len(span) == 1 and (span[0].text in known.countries or span[0].text in known.loose)


_ENDING_TAGS = frozenset(["stop", "date", "paren", "p", "c", "y", "zone", "work", "uj", "ul", "uv"])
NO_ADVERBS = frozenset(["首都", "高速"])
"""Nouns that a tagger takes for adverbs."""
LOCATORS = frozenset(["上", "中", "下", "后", "前", "时", "里", "内", "以来", "期间", "之间", "间", "之际", "之后"])


def run_of(atoms: Sequence[Atom], start: int, words: Words) -> list[Atom]:
    """The atoms that a place may have: up to a verb, an adverb, a date, a bracket or a stop."""
    known = gazetteer()
    run: list[Atom] = []
    for place, atom in enumerate(atoms[start : start + REACH], start):
        if atom.text in "和与及" and place + 1 < len(atoms) and is_name(atoms[place + 1], known):
            run.append(atom)
            continue
        if (
            atom.tag in _ENDING_TAGS
            or atom.text in "出入过"
            or (atom.tag in ("d", "ad", "vd") and not is_noun(atom, known))
        ):
            break
        acting = (atom.verbal or atom.text in words.cues) and (len(atom.text) > 1 or atom.text in "开举办召赴")
        if atom.text in known.acts or atom.text == "等" or (acting and not ends_as(atom.text, known.venue)):
            break
        if atom.text in LOCATORS and (atom.tag == "f" or place == start):
            inside = atom.text == "里" and place + 1 < len(atoms) and atoms[place + 1].nominal
            if not inside:
                break
        run.append(atom)
    return run


def is_noun(atom: Atom, known: Gazetteer) -> bool:
    """Whether an atom that is tagged as an adverb is a noun."""
    return atom.text in NO_ADVERBS or atom.text in known.names


def lists_in(run: list[Atom]) -> Iterator[list[Atom]]:
    """The members of a list of places: 北京、上海、成都."""
    if not any(atom.text in "、和与及" for atom in run):
        yield run
        return
    part: list[Atom] = []
    for atom in run:
        if atom.text in "、和与及":
            if part:
                yield part
            part = []
        else:
            part.append(atom)
    if part:
        yield part


def as_place(span: Sequence[Atom], known: Gazetteer, words: Words) -> Sequence[Atom]:
    """The span up to the last atom with which a place can end; empty where there is none."""
    for end in range(len(span), 0, -1):
        last = span[end - 1]
        if last.text in known.abstract:
            return ()
        if last.tag in ("q", "r", "t", "m", "x"):
            continue
        region = last.text in known.admin or (end > 1 and ends_as(last.text, known.admin))
        if region or is_name(last, known) or ends_as(last.text, known.endings):
            name = "".join(atom.text for atom in span[:end])
            general = name in known.endings or name in known.admin or name in known.loose
            body = end < len(span) and is_body(span[end], words)
            return () if body or general or (len(name) < 2 and name not in known.whole) else span[:end]
    return ()


def is_body(atom: Atom, words: Words) -> bool:
    """Whether a word behind the name of a place makes it that of a body or a firm: 某国媒体, 某地证券."""
    known = gazetteer()
    if atom.text in known.endings:
        return False
    return atom.text in known.bodies or ends_as(atom.text, known.firms) or is_organisation(atom.text, words)


def cleaned(name: str) -> str:
    """A name of a place without marks, what only points at it (首都, 我国) and what is told twice; "" for none."""
    known = gazetteer()
    name = _MADE.sub("", _PARTLY.sub("", name.strip("“”、·-— ")))
    if _COUNTED.search(name):
        return ""
    bare = _pointing().sub("", name)
    name = _once(name if bare in known.endings or bare in known.admin else bare)
    if not 2 <= len(name) <= _LONGEST or name in known.loose or _SOME.match(name) or name.endswith(_BODIES):
        return ""
    return "" if any(word in name for word in known.inside) else name


_LONGEST = 40
_PARTLY = re.compile(r"的?(?:部分|局部|多数)地区$")
_MADE = re.compile(r"^(?:(?:新|改|扩|在|已|拟|续|复)建(?!设))+(?=..)")
"""What is done to a place, in front of its name: 新建, 扩建."""
_COUNTED = re.compile(r"(?:出|了|成|设|建|立)\d+[个座家处条]")
"""Places that are only counted, as what is made of them: 遴选出49个公园."""
_BODIES = ("政府", "海关", "当局", "议会", "国会", "银行", "公司", "集团", "武装", "军")
_SOME = re.compile(r"(?:[多几数两]|各大?|部分|不同|其他)[个座家处所条名些市省国县]?")


@cache
def _pointing() -> re.Pattern[str]:
    """What stands in front of a name and is no part of it: 我国, 首都 alone, 粮食大省, 华北地区最大水库."""
    rows = {row[0]: "|".join(row[1].split()) for row in rows_of("places.tsv")}
    return re.compile(rf"^(?:(?:{rows['pointing']})|.{{0,8}}最大的?(?:{rows['named_after']})(?=...))+(?=..)")


def _once(name: str) -> str:
    """A name whose beginning a source tells twice in a row, told once: 江苏省江苏省南京市."""
    for size in range(len(name) // 2, 1, -1):
        if name[:size] == name[size : 2 * size]:
            return name[size:]
    return name
