"""What keeps two mentions from being one event, however alike their titles are."""

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz.distance import Postfix, Prefix
from rapidfuzz.fuzz import partial_ratio

from timeline.events.data import words_of
from timeline.events.merging.headline_words import headline_words
from timeline.events.merging.passages import SAME_WORDS, told_together
from timeline.events.merging.profile import FIGURES, Profile, pairs_of
from timeline.events.merging.quantities import are_of_other_kinds, have_all, share_any
from timeline.events.merging.short_forms import abbreviates, in_letters, is_full_name, same_work, stands_for
from timeline.events.merging.spans import far_coarser, relation

SAME_WORDS_OF_ALL = 0.6
"""The share of all pairs from which on a sentence tells one thing twice."""

FEW_PAIRS = 3
"""Pairs of characters from which on what two titles have beside their common ends is compared."""

MUCH = 0.4
"""The share of the shorter title from which on what it has beside the common ends tells the thing."""

LITTLE = 0.3
"""The share of pairs up to which what two titles have beside their common ends is not alike."""

COUNTED = 4
"""Characters that name what a figure counts."""

FOREIGN, SPELT_ALIKE = 4, 75
"""Characters of a name that may be a foreign one, and the per cent of them that another spelling has in common."""

SAME_TOPIC = 0.4
"""The share of the shorter summary's pairs that two tellings of an unnamed meeting have in common."""

WHOLE = 6
"""Characters of a title from which on it tells what the longer one that holds it tells."""

DOCUMENT_TYPES = frozenset({"publication", "legal"})
"""The types that tell of documents."""

DOCUMENTS = frozenset({"plan", "rules", "opinion", "report"})
"""The kinds of documents (``data/heads.tsv``)."""

_DIGITS = re.compile(r"[\d.%万亿]+")
_CHANGES = re.compile(
    r"(?:同比|环比|继续|持续|再次|首次|比上|较上|月|年|期)*(?:增长|增加|上升|上涨|回升|下降|下跌|减少|回落)"
)


def conflict_of(one: Profile, other: Profile) -> str:
    """The first reason why two mentions cannot be one event, in words; "" where there is none.

    What stands in one passage (`passages.told_together`) may be named otherwise, but has one year, number and phase.
    """
    for name, conflicts in CONFLICTS.items():
        if conflicts(one, other) and not (name in NAMED_OTHERWISE and told_together(one, other)):
            return name
    return ""


NAMED_OTHERWISE = frozenset(
    {
        "different kinds of things",
        "somebody's part in it",
        "different names",
        "different subjects",
        "nothing in common but names",
        "different words in like titles",
        "a word exchanged for another",
        "two in one sentence",
    }
)
"""The conflicts that are none between a heading and the sentence under it."""


def _years(one: Profile, other: Profile) -> bool:
    """2021世界人工智能大会, 2022世界人工智能大会."""
    return _differ(one.years, other.years)


def _months(one: Profile, other: Profile) -> bool:
    """每年1月底前, 每年2月底前."""
    return _differ(one.months, other.months)


def _ordinals(one: Profile, other: Profile) -> bool:
    """第四届进博会, 第五届进博会; 第三批 and 第四批."""
    mine, others = _grouped(one.ordinals), _grouped(other.ordinals)
    return any(not mine[unit] & others[unit] for unit in mine.keys() & others.keys())


def _works(one: Profile, other: Profile) -> bool:
    """《甲条例》发布, 《乙条例》发布; a short form of the same name is no conflict."""
    mine, others = _works_told(one, other), _works_told(other, one)
    return bool(mine and others) and not any(
        same_work(a, b) or stands_for(a, b) or stands_for(b, a) for a in mine for b in others
    )


def _documents(one: Profile, other: Profile) -> bool:
    """《某工作的意见》印发, and 某工作启动: a document, and what it orders."""
    document, thing = (one, other) if one.works else (other, one)
    if not document.works or thing.works or document.event.type not in DOCUMENT_TYPES or thing.heads & DOCUMENTS:
        return False
    return not any(work in thing.core for work in document.works)


def _works_told(one: Profile, other: Profile) -> frozenset[str]:
    """The works that a title tells of; the paper in which both stand says nothing of what stands in it."""
    papers = {work for work in one.works & other.works if not is_full_name(work)}
    return one.works - papers if len(one.works | other.works) > len(papers) else one.works


def _numbers(one: Profile, other: Profile) -> bool:
    """A 3.2级 and a 4.1级 earthquake; 10人 and 12人; but 超4.5万吨 may be 45312吨."""
    if have_all(one.numbers, other.numbers) or have_all(other.numbers, one.numbers):
        return False
    if share_any(one.numbers | one.figures, other.numbers | other.figures) and told_together(one, other):
        return False
    if not tell_one_figure(one, other):
        return True
    return not (are_of_other_kinds(one.numbers, other.numbers) or _tells_change(one) != _tells_change(other))


def _tells_change(profile: Profile) -> bool:
    """Whether what stands behind the thing counted is how it changed: 指数上升0.2点, and not 指数为89.3."""
    return _CHANGES.match(profile.core, len(profile.counted)) is not None


def tell_one_figure(one: Profile, other: Profile) -> bool:
    """Whether one article tells what one thing came to and how it changed: 收入43238亿元, 收入同比增长13.3%."""
    if one.event.type not in FIGURES or other.event.type not in FIGURES or not of_one_article(one, other):
        return False
    return one.counted == other.counted and len(one.counted) >= COUNTED and one.span == other.span


def of_one_article(one: Profile, other: Profile) -> bool:
    """Whether one article tells of both."""
    return not one.articles.isdisjoint(other.articles)


def _figures(one: Profile, other: Profile) -> bool:
    """A target of 3500亿元 and one of 5500亿元."""
    if one.event.type not in FIGURES and other.event.type not in FIGURES:
        return False
    if not one.figures or not other.figures or share_any(one.numbers, other.numbers) or tell_one_figure(one, other):
        return False
    return not share_any(one.figures | one.numbers, other.figures | other.numbers)


def _phases(one: Profile, other: Profile) -> bool:
    """开幕 and 闭幕; 分会场 and 主会场; 征求意见 and 印发; a part and its whole."""
    mine, others = (_grouped((phase.family, phase.name) for phase in profile.phases) for profile in (one, other))
    if any(not mine[family] & others[family] for family in mine.keys() & others.keys()):
        return True
    parted = any(_is_part_of_whole(family, one, other) for family in mine.keys() ^ others.keys())
    return parted and not told_together(one, other)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The second parts by the first."""
    groups: dict[str, set[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, set()).add(value)
    return groups


def _is_part_of_whole(family: str, one: Profile, other: Profile) -> bool:
    """A part, where the other title tells the whole; on the very same day 某会开幕 may be told as 某会举行."""
    phases = [phase for phase in one.phases | other.phases if phase.family == family]
    if not any(phase.is_part for phase in phases):
        return False
    is_opening = all(phase.name == "opening" for phase in phases)
    return not (is_opening and relation(one.span, other.span) == "equal")


def _heads(one: Profile, other: Profile) -> bool:
    """世界人工智能大会, and a 论坛 at it; one title may leave the kind of thing unsaid."""
    return bool(one.heads and other.heads and one.heads != other.heads) and not (one.works & other.works)


def _acts(one: Profile, other: Profile) -> bool:
    """某会议, and what somebody does at it; but 某人主持召开某会议 tells the meeting."""
    named, unnamed = (one, other) if one.entities.get("person") else (other, one)
    if not named.entities.get("person") or unnamed.entities.get("person") or not unnamed.heads:
        return False
    return not any(word in named.title for word in headline_words()["holding"])


def _entities(one: Profile, other: Profile) -> bool:
    """Two people, two cities, two companies, two models in like words."""
    if one.core == other.core:
        return False
    return any(
        _tells_more(one.entities[kind], other.around) and _tells_more(other.entities[kind], one.around)
        for kind in one.entities.keys() & other.entities.keys()
    )


def _acts_apart(one: Profile, other: Profile) -> bool:
    """首相某某访问上海, 首相某某引用名言: nothing in common but who and where."""
    if not any(word in other.core for words in one.entities.values() for word in words):
        return False
    mine, others = _beside_names(one), _beside_names(other)
    return min(len(mine), len(others)) > 1 and not pairs_of(mine) & pairs_of(others)


def _beside_names(profile: Profile) -> str:
    rest = profile.core
    names = {word.lower() for words in profile.entities.values() for word in words}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rest = rest.replace(name, "|")
    return "".join(part for part in rest.split("|") if len(part) > 1)


def _leads(one: Profile, other: Profile) -> bool:
    """美团发布财报, 京东发布财报: what each title is about stands at its head, and the other does not know it."""
    if not one.lead or not other.lead or one.lead in other.around or other.lead in one.around:
        return False
    short, long = sorted((one.lead, other.lead), key=len)
    return not in_letters(short, long) and not abbreviates(one.core, other.core)


def _middles(one: Profile, other: Profile) -> bool:
    """某大会云计算论坛, 某大会区块链论坛; 男子组, 女子组: like words around what tells the two apart."""
    if tell_one_figure(one, other):
        return False
    mine, others = _between(one.core, other.core)
    if not mine or not others or len(mine) == len(one.core):
        return False
    if set(mine) & set(others):
        is_much = min(len(mine), len(others)) >= MUCH * min(len(one.core), len(other.core))
        return is_much and _little_in_common(mine, others)
    if len(mine) == len(others) == 1:
        return bool({mine, others} & _telling_characters())
    return min(len(mine), len(others)) > 1 and not abbreviates(one.core, other.core)


def _exchanged(one: Profile, other: Profile) -> bool:
    """中央经济工作会议提出…, 中央农村工作会议; A股市场涨跌不一, 美股涨跌不一: a word exchanged among like words."""
    if share_any(one.numbers, other.numbers) or tell_one_figure(one, other):
        return False
    edges = ("equal", 0, 0, 0, 0)
    steps = SequenceMatcher(None, one.core, other.core, autojunk=False).get_opcodes()
    for before, step, after in zip([edges, *steps], steps, [*steps[1:], edges], strict=False):
        if step[0] == "replace" and before[0] == after[0] == "equal":
            mine, others = one.core[step[1] : step[2]], other.core[step[3] : step[4]]
            around = min(before[2] - before[1], after[2] - after[1])
            if _is_telling(mine, others) if len(mine) == len(others) == 1 else around > 1 and _are_words(mine, others):
                return True
    return False


def _is_telling(one: str, other: str) -> bool:
    """Whether an exchange of the two characters makes another thing."""
    return all(character in _telling_characters() or character.isascii() for character in (one, other))


def _are_words(one: str, other: str) -> bool:
    """Whether both are more than a character, and have none in common."""
    return min(len(one), len(other)) > 1 and not set(one) & set(other)


def _little_in_common(one: str, other: str) -> bool:
    """Whether hardly a pair of characters of the shorter text stands in the other."""
    pairs, others = (pairs_of(_DIGITS.sub("", text)) for text in (one, other))
    smaller = min(len(pairs), len(others))
    return smaller >= FEW_PAIRS and len(pairs & others) <= max(LITTLE * smaller, 1)


@cache
def _telling_characters() -> frozenset[str]:
    return frozenset(words_of("telling_characters.txt"))


def _between(one: str, other: str) -> tuple[str, str]:
    """What is left of two texts without their common beginning and their common end."""
    start = Prefix.similarity(one, other)
    one, other = one[start:], other[start:]
    end = Postfix.similarity(one, other)
    return one[: len(one) - end], other[: len(other) - end]


def _topics(one: Profile, other: Profile) -> bool:
    """Two press conferences of one office on one day, of which one title may tell the topic."""
    if of_one_article(one, other) or not (one.topic and other.topic):
        return False
    return len(one.topic & other.topic) < SAME_TOPIC * min(len(one.topic), len(other.topic))


def _relations(one: Profile, other: Profile) -> bool:
    """中越建交75周年, 印尼和中国建交75周年: of the same day's relations, those of other countries."""
    mine, others = _TIES.search(one.core), _TIES.search(other.core)
    if mine is None or others is None:
        return False
    short, long = sorted((mine["lands"], others["lands"]), key=len)
    return any(character not in long for character in short if character not in "和与同")


_TIES = re.compile(r"(?:庆祝|纪念|迎来|[^一-鿿]|^)*(?P<lands>[一-鿿]{2,14}?)(?:正式)?建交\d")


def _other_precision(one: Profile, other: Profile) -> bool:
    """Of one article, what a year tells and what a day tells in other words: a programme, and what begins it."""
    if not of_one_article(one, other) or not far_coarser(one.span, other.span) or told_together(one, other):
        return False
    short, long = sorted((one.core, other.core), key=len)
    return short not in long and not share_any(one.numbers, other.numbers)


def _places(one: Profile, other: Profile) -> bool:
    """The same kind of accident in two places."""
    mine, others = one.event.places, other.event.places
    if not mine or not others:
        return False
    if one.event.type != "incident" and other.event.type != "incident":
        return False
    if one.entities.get("place", frozenset()) & other.entities.get("place", frozenset()):
        return False
    return not any(set(a.name) & set(b.name) for a in mine for b in others)


def _one_sentence(one: Profile, other: Profile) -> bool:
    """Two events that extraction told apart in one sentence stay two."""
    if one.places_told.isdisjoint(other.places_told):
        return False
    short, long = sorted((one.core, other.core), key=len)
    if len(short) >= WHOLE and short in long:
        return False
    both, smaller = len(one.pairs & other.pairs), min(len(one.pairs), len(other.pairs))
    return both < SAME_WORDS * smaller or both < SAME_WORDS_OF_ALL * len(one.pairs | other.pairs)


def _tells_more(words: frozenset[str], text: str) -> bool:
    return not all(word.lower() in text or _is_spelt_otherwise(word, text) for word in words)


def _is_spelt_otherwise(name: str, text: str) -> bool:
    """斯克里帕尔, 斯克里帕利: a foreign name in other characters."""
    return len(name) >= FOREIGN and partial_ratio(name, text) >= SPELT_ALIKE


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two sets has what the other lacks, or they have nothing in common."""
    return bool(one and other) and not (one <= other or other <= one)


CONFLICTS: dict[str, Callable[[Profile, Profile], bool]] = {
    "different years": _years,
    "different months": _months,
    "different editions": _ordinals,
    "different works": _works,
    "relations of other countries": _relations,
    "a document, and what it orders": _documents,
    "different numbers": _numbers,
    "different figures": _figures,
    "different phases": _phases,
    "different kinds of things": _heads,
    "somebody's part in it": _acts,
    "different names": _entities,
    "different subjects": _leads,
    "nothing in common but names": _acts_apart,
    "different words in like titles": _middles,
    "a word exchanged for another": _exchanged,
    "different topics": _topics,
    "dates far apart in precision": _other_precision,
    "different places": _places,
    "two in one sentence": _one_sentence,
}
"""Each reason and what finds it, the cheapest first."""
