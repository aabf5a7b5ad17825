"""Mentions that stand in one passage: a heading and the first sentence under it, or one sentence taken twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from schemas import Event, Evidence
from timeline.events.merging.profile import FIGURES, Profile, plain, years_in
from timeline.events.merging.quantities import Quantity, quantities_in, share_any
from timeline.events.merging.spans import is_moment, relation

HEADING = 60
"""The most characters of a heading in a text."""

BETWEEN = 3
"""The most characters (line ends, spaces) between a heading and what stands under it."""

_STOPS = ("。", "！", "？", "；", "…", "”", "：")

FROM_HEADLINE = "headline"
"""The doubt of an event whose title is the article's headline."""

FEW = 2
"""The most people hurt that many accidents have in common."""

SAME_WORDS = 0.8
"""The share of the shorter title's pairs from which on a sentence tells one thing twice."""

SHARED_PAIRS_OF_MOMENT = 0.6
"""The share of the shorter title's pairs from which on what happens at one minute is one thing."""

SHARED_PAIRS_OF_HEADING = 0.3
"""The share of the shorter title's pairs from which on the sentence under a heading tells what the heading says."""


def told_together(one: Profile, other: Profile) -> str:
    """Why two mentions tell one thing because of where they stand, although their titles name it otherwise; or "".

    The heading of a short item (前5个月造船产量增长8%) is told by the sentence right under it. Where a sentence has
    two dates of one day, the headline may have given the title of one and the sentence that of the other. What happens
    at one minute of one article in like words is one thing, and so is an accident that hurts as many people there.
    """
    if one.articles.isdisjoint(other.articles) or relation(one.span, other.span) == "apart":
        return ""
    both = len(one.pairs & other.pairs) / max(min(len(one.pairs), len(other.pairs)), 1)
    if _is_under(one.event, other.event) or _is_under(other.event, one.event):
        is_told = both >= SHARED_PAIRS_OF_HEADING or share_any(one.numbers | one.figures, other.numbers | other.figures)
        return "a heading and what stands under it" if is_told else ""
    if is_moment(one.span) and one.span == other.span:
        return "one minute of one article" if both >= SHARED_PAIRS_OF_MOMENT else ""
    if _is_headline_of(one, other) or _is_headline_of(other, one):
        return "a headline and the sentence that tells it"
    if _is_one_accident(one, other) and share_any(_people_hurt(one.event), _people_hurt(other.event)):
        return "as many people in an accident of the same day and place"
    return ""


def _is_one_accident(one: Profile, other: Profile) -> bool:
    if not one.event.type == other.event.type == "incident" or one.span != other.span:
        return False
    mine, others = ([plain(place.name) for place in event.places] for event in (one.event, other.event))
    return any(a in b or b in a for a in mine for b in others)


def _people_hurt(event: Event) -> list[Quantity]:
    """The numbers of people in the sentences that tell an accident: 644名囚犯."""
    told = (quantity for evidence in event.evidence for quantity in quantities_in(evidence.quote))
    return [quantity for quantity in told if quantity.unit == "人" and quantity.value > FEW]


def _is_headline_of(one: Profile, other: Profile) -> bool:
    """Whether the headline gave the title of one mention, and the very sentence that of the other, of the same date."""
    if not one.places_told & other.places_told or relation(one.span, other.span) != "equal":
        return False
    return FROM_HEADLINE in one.event.doubts and FROM_HEADLINE not in other.event.doubts


def told_twice(one: Profile, other: Profile) -> bool:
    """Whether one sentence gave one title two dates of which one lies in the other: 今年, and 截至10月24日."""
    if one.places_told.isdisjoint(other.places_told) or relation(one.span, other.span) == "apart":
        return False
    both, smaller = len(one.pairs & other.pairs), min(len(one.pairs), len(other.pairs))
    return one.title == other.title or (both >= SAME_WORDS * smaller and share_any(one.numbers, other.numbers))


def headings(events: Sequence[Event]) -> frozenset[int]:
    """The places of the mentions whose titles an editor wrote above the words of another: headings and headlines.

    One is left out that another names more fully, with its year; and figures, which headings round.
    """
    starts: dict[tuple[str, int], set[int]] = defaultdict(set)
    told_plainly: set[tuple[str, int, int]] = set()
    for place, event in enumerate(events):
        for told in event.evidence:
            starts[told.article, told.start_char].add(place)
            if FROM_HEADLINE not in event.doubts:
                told_plainly.add((told.article, told.start_char, told.end_char))
    above = (
        place
        for place, event in enumerate(events)
        if event.type not in FIGURES and _is_above(event, place, starts, told_plainly)
    )
    titles = {plain(event.title) for event in events}
    return frozenset(place for place in above if not _is_told_more_fully(plain(events[place].title), titles))


def _is_above(
    event: Event, place: int, starts: Mapping[tuple[str, int], set[int]], told_plainly: set[tuple[str, int, int]]
) -> bool:
    for told in event.evidence:
        if FROM_HEADLINE in event.doubts and (told.article, told.start_char, told.end_char) in told_plainly:
            return True
        if any(starts.get((told.article, start), set()) - {place} for start in _below(told)):
            return True
    return False


def _is_told_more_fully(title: str, titles: Iterable[str]) -> bool:
    years = years_in(title)
    return any(title != other and (title in other or years_in(other) - years) for other in titles)


def neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``profiles``, the smaller first, that stand in one passage."""
    starts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for told in profile.event.evidence[:1]:
            starts[told.article, told.start_char].append(place)
    for place, profile in enumerate(profiles):
        first = profile.event.evidence[0]
        for start in (first.start_char, *_below(first)):
            for other in starts.get((first.article, start), ()):
                if other != place:
                    yield min(place, other), max(place, other)


def _is_under(heading: Event, told: Event) -> bool:
    return any(
        one.article == other.article and other.start_char in _below(one)
        for one in heading.evidence
        for other in told.evidence
    )


def _below(told: Evidence) -> range:
    """Where the sentence under a heading may begin; empty where a quotation is no line of its own or has a stop."""
    whole = told.end_char - told.start_char <= HEADING and told.suffix[:1] == "\n"
    return range(told.end_char, told.end_char + BETWEEN + 1) if whole and not told.quote.endswith(_STOPS) else range(0)
