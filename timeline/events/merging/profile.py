"""What merging compares of an event: its title's pairs, works, numbers, phases and names, and its time."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, islice, pairwise
from sys import intern
from unicodedata import normalize

from schemas import Event
from timeline.events.data import rows_of, words_of
from timeline.events.merging.headline_words import headline_words
from timeline.events.merging.quantities import Quantity, metric_quantity, quantities_in
from timeline.events.merging.spans import Span, span_of, span_of_other
from timeline.events.text.script import simplified

MOST_NAMES = 6
"""The most other names of one event that are compared."""

MOST_CHARACTERS = 200
"""The characters of a title that are compared."""

STATE = "政府"
"""What the name of a state has behind it where its government acts (``data/synonyms.tsv``)."""

FIGURES = frozenset({"statistic", "target", "market"})
"""The types whose events are the figures that they tell."""

SHORTEST_NAME = 3
"""The fewest characters of another name that is looked for."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase or part that a title tells of (``data/phases.tsv``)."""

    family: str
    name: str
    is_part: bool


@dataclass(slots=True)
class Profile:
    """An event, prepared for comparison.

    Attributes:
        event: the event itself.
        span: its time.
        former: the spans that it was moved away from.
        title: the title in plain form: simplified, half width, lower case, without marks.
        core: the title without years, ordinals and words that say nothing of the thing.
        pairs: the core's pairs of neighbouring characters, numbers and Latin words being one character.
        works: the names between 《 and 》 in the title, in plain form.
        years: the years in the title.
        months: the months in the title.
        ordinals: 第四届 as ("届", "4"), of an unnamed meeting also in its summary.
        numbers: the other numbers in the title.
        figures: the numbers of the metrics.
        counted: the core up to the first number or word of change: what a figure counts.
        phases: the phases and parts that the title tells of.
        heads: the kinds of things that the title names (``data/heads.tsv``).
        entities: the proper names in the title by kind: person, place, organisation, code.
        lead: the noun that the title begins with, or "".
        topic: the pairs of the summary, where the title says no more than that somebody met or spoke; else none.
        names: the other names of the event in plain form.
        around: title, other names, places and participants in plain form, in which a name may be looked for.
        articles: the ids of the articles that it cites.
        places_told: the article and the offsets of each of its pieces of evidence.
    """

    event: Event
    span: Span
    former: tuple[Span, ...]
    title: str
    core: str
    pairs: frozenset[str]
    works: frozenset[str]
    years: frozenset[str]
    months: frozenset[str]
    ordinals: frozenset[tuple[str, str]]
    numbers: frozenset[Quantity]
    figures: frozenset[Quantity]
    counted: str
    phases: frozenset[Phase]
    heads: frozenset[str]
    entities: Mapping[str, frozenset[str]]
    lead: str
    topic: frozenset[str]
    names: tuple[str, ...]
    around: str = field(repr=False)
    articles: frozenset[str]
    places_told: frozenset[tuple[str, int, int]]

    def twin_key(self) -> Hashable:
        """What is equal in mentions that compare alike with every other mention."""
        event = self.event
        return (
            event.title,
            event.type,
            event.status,
            self.span,
            self.former,
            self.figures,
            self.names,
            self.topic,
            self.ordinals,
            self.around,
        )


_WORK = re.compile(r"《([^《》]{1,120})》")
_MARKS = re.compile(r"[^\w%.]+|_+|(?<!\d)\.|\.(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?")
_NAMED = re.compile(r"[“”「」《》]|第[一二三四五六七八九十百\d]")
_CHANGE = re.compile(r"\d|同比|环比|继续|持续|保持|比上|较上|首次|再次|已|超|达|为|突破|增长|下降|回升|回落|实现|完成")
_FIGURE = re.compile(r"\d[\d.]*[百千万亿]*")
_LATIN = re.compile(r"[a-z]{2}")
_TOKEN = re.compile(r"[a-z0-9]+|[^a-z0-9]")
_OCCASION = re.compile(r"在[^在，]{0,8}(?:会|论坛|仪式)上")
_MONTH = re.compile(r"(?<!\d)\d{1,2}月")
_ORDINAL = re.compile(r"第([〇零一二三四五六七八九十百两\d]{1,6})([届次期批轮场号季代版集部卷例站]?)")
_CLOCK = re.compile(r"\d{1,2}月\d{1,2}[日号]|\d{1,2}月|\d{1,2}[日号](?!线)|\d{1,2}时(?:\d{1,2}分)?|\d{1,2}:\d\d")
_CODE = re.compile(r"[a-z][a-z0-9]*\d[a-z0-9]*|[a-z]{3,}")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def profile_of(event: Event, spell_out: Callable[[str], str] = str) -> Profile:
    """Prepare an event for comparison.

    Args:
        event: the event.
        spell_out: puts full names for short ones into the core of a title.
    """
    works = frozenset(filter(None, (plain(name) for name in _WORK.findall(event.title))))
    bare = simplified(normalize("NFKC", _WORK.sub(" ", event.title)))
    title = plain(event.title)
    core = spell_out(core_of(event.title))
    former = (span_of_other(other) for other in event.other_dates if other.reason == "postponed")
    topic = _topic(event, title)
    tokens = _tagged(bare)
    told = _exchanged(_OCCASION.sub("", simplified(event.title)))
    return Profile(
        event=event,
        span=span_of(event),
        former=tuple(span for span in former if span),
        title=title,
        core=core,
        pairs=pairs_of(_FIGURE.sub("0", core)),
        works=works,
        years=years_in(title),
        months=frozenset(_MONTH.findall(title)),
        ordinals=_ordinals(f"{bare} {plain(event.summary)}" if topic else bare),
        numbers=_numbers(bare),
        figures=frozenset(metric_quantity(metric.value, metric.unit) for metric in event.metrics),
        counted=_CHANGE.split(core, maxsplit=1)[0],
        phases=frozenset(
            _phases()[word] for word in _phase_words().findall(_WORK.sub("《》", simplified(event.title)))
        ),
        heads=kinds_named(told),
        entities=_entities(tokens, bare),
        lead=_lead(tokens),
        topic=topic,
        names=_names(event.aliases),
        articles=frozenset(one.article for one in event.evidence),
        places_told=frozenset((one.article, one.start_char, one.end_char) for one in event.evidence),
        around=_exchanged(plain(" ".join((event.title, core, *event.aliases, *_names_beside(event))))),
    )


def _topic(event: Event, title: str) -> frozenset[str]:
    """What a meeting without a name of its own is about, by its summary: 国新办举行新闻发布会, 新闻发布会介绍《…》.

    第三届某论坛 and “某某”座谈会 have a name.
    """
    unnamed = max((title.find(word) + len(word) for word in headline_words()["unnamed"] if word in title), default=0)
    if not unnamed or _NAMED.search(event.title[:unnamed]):
        return frozenset()
    return pairs_of(plain(event.summary).replace(title[:unnamed], "")) - pairs_of(title[:unnamed])


def _names_beside(event: Event) -> Iterator[str]:
    yield from (place.name for place in event.places)
    yield from (who.name for who in event.participants)


def years_in(text: str) -> frozenset[str]:
    """The years that a text tells: 2022."""
    return frozenset(_YEAR.findall(text))


def plain(text: str) -> str:
    """The text in simplified characters, half width and lower case, without marks and spaces."""
    return _MARKS.sub("", simplified(normalize("NFKC", text))).lower()


def core_of(title: str) -> str:
    """The plain title without what may be there or not: years, ordinals, days, fillers."""
    text = simplified(normalize("NFKC", title)).lower()
    text = _YEAR.sub("", _ORDINAL.sub("", _CLOCK.sub("", text)))
    core = _fillers().sub("", _exchanged(_OCCASION.sub("", _MARKS.sub("", text))))
    return (core if len(core) >= 2 else plain(title))[:MOST_CHARACTERS]


def _names(aliases: Iterable[str]) -> tuple[str, ...]:
    """Other names in plain form, with and without their year; what names a kind of thing alone names nothing."""
    forms = (form for alias in islice(aliases, MOST_NAMES) for form in (plain(alias), core_of(alias)))
    return tuple(dict.fromkeys(form for form in forms if len(form) >= SHORTEST_NAME and form not in _kinds()))


def _exchanged(text: str) -> str:
    return _synonyms().sub(lambda found: _synonym_table()[found[0]], text)


def kinds_named(title: str) -> frozenset[str]:
    """The kinds of things that a title in simplified characters names (``data/heads.tsv``)."""
    return frozenset(kind for word, kind in _heads() if word in title)


def pairs_of(core: str) -> frozenset[str]:
    """The pairs of neighbours in a text, each ideograph and each Latin word being one; equal pairs are one object."""
    if core.isascii() or _LATIN.search(core):
        tokens = _TOKEN.findall(core)
        return frozenset(intern(one + other) for one, other in pairwise(tokens))
    return frozenset(intern(core[at : at + 2]) for at in range(len(core) - 1))


def _numbers(bare: str) -> frozenset[Quantity]:
    text = _YEAR.sub(" ", _ORDINAL.sub(" ", _CLOCK.sub(" ", bare)))
    return quantities_in(text.replace(",", ""))


def _ordinals(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((unit, _arabic(number)) for number, unit in _ORDINAL.findall(text))


def _arabic(number: str) -> str:
    """四 → 4, 二十 → 20, 一百零二 → 102; digits stay."""
    if number.isdigit():
        return str(int(number))
    total = digit = 0
    for character in number:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + int(_DIGITS.get(character, character))
    return str(total + digit)


def _tagged(bare: str) -> list[tuple[str, str]]:
    import rjieba

    return rjieba.tag(bare)


_KINDS = {"nr": "person", "ns": "place", "nt": "organisation", "nz": "organisation"}


def _entities(tokens: list[tuple[str, str]], bare: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, run in groupby(tokens, key=lambda token: _KINDS.get(token[1][:2], "")):
        names = [word for word, _tag in run]
        for name in ["".join(names)] if kind == "person" else names:
            if kind and len(name) > 1:
                found.setdefault(kind, set()).add(_actor(name))
    codes = _CODE.findall(bare.lower())
    if codes:
        found["code"] = set(codes)
    return {kind: frozenset(words) for kind, words in found.items()}


def _actor(name: str) -> str:
    """A name as it stands for a state: 俄罗斯政府 and 俄外交部 both are 俄."""
    short = _exchanged(name)
    return short.removesuffix(STATE) or short


def _lead(tokens: list[tuple[str, str]]) -> str:
    """The first word that is neither number nor particle, if it is a noun."""
    fillers = _filler_words()
    for word, tag in tokens:
        if len(word) < 2 or tag[0] in "mtqdpcufwr" or word in fillers:
            continue
        return _actor(word).lower() if tag[0] in "nj" or tag == "eng" else ""
    return ""


@cache
def _filler_words() -> frozenset[str]:
    """The words that a headline may have or lack and mean the same."""
    return frozenset(words_of("title_fillers.txt"))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(plain(word) for word, _kind in _heads())


@cache
def _synonym_table() -> dict[str, str]:
    return {word: one for one, others in rows_of("synonyms.tsv") for word in others.split()}


@cache
def _synonyms() -> re.Pattern[str]:
    return _any_of(_synonym_table())


@cache
def _fillers() -> re.Pattern[str]:
    return _any_of(_filler_words())


@cache
def _phases() -> dict[str, Phase]:
    rows = rows_of("phases.tsv")
    return {word: Phase(family, name, kind == "part") for family, name, kind, words in rows for word in words.split()}


@cache
def _phase_words() -> re.Pattern[str]:
    """The longest first, so that 半决赛 is no 决赛."""
    return _any_of(_phases())


@cache
def part_words() -> re.Pattern[str]:
    """The words that make a title that of a part of something (``data/phases.tsv``)."""
    return _any_of(word for word, phase in _phases().items() if phase.is_part)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    """Each word of two characters at least, and what kind of thing it names."""
    rows = rows_of("heads.tsv")
    return tuple((word, kind) for kind, _class, words in rows for word in words.split() if len(word) > 1)
