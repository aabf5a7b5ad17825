"""Mentions joined to groups, the most alike first, and never two that something keeps apart."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from timeline.events.merging.candidates import candidates
from timeline.events.merging.conflicts import conflict_of
from timeline.events.merging.likeness import Match, dates_allow, match
from timeline.events.merging.profile import Profile
from timeline.events.merging.spans import inside
from timeline.events.merging.voices import Groups

WITNESSES = 12
"""The most members of each of two groups that are held against one another before the groups are joined."""


TWINS = Match(2, "same title")
"""Why mentions are one that differ in their evidence alone."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two mentions, by their places, that are one event, and why."""

    one: int
    other: int
    match: Match


@dataclass(frozen=True, slots=True)
class Cluster:
    """The mentions of one event, and what joined them: one bond less than members."""

    members: tuple[int, ...]
    bonds: tuple[Bond, ...]


def cluster(profiles: Sequence[Profile]) -> list[Cluster]:
    """Group the mentions of one event.

    Args:
        profiles: in an order that does not depend on how they arrived, since it breaks ties.

    Returns:
        The groups, each mention in one of them, in order of their first members.
    """
    twins = _twins(profiles)
    leaders = [_united([profiles[place] for place in places]) for places in twins]
    groups = Groups(len(leaders))
    members = {place: [place] for place in range(len(leaders))}
    bonds = {place: [Bond(places[0], twin, TWINS) for twin in places[1:]] for place, places in enumerate(twins)}
    for bond in sorted(_bonds(leaders), key=lambda bond: (-bond.match.strength, bond.one, bond.other)):
        one, other = groups.find(bond.one), groups.find(bond.other)
        if one == other or not _may_join(members[one], members[other], leaders):
            continue
        first = groups.join(one, other)
        second = other if first == one else one
        members[first] += members.pop(second)
        bonds[first] += [*bonds.pop(second), Bond(twins[bond.one][0], twins[bond.other][0], bond.match)]
    return [
        Cluster(tuple(sorted(place for leader in members[root] for place in twins[leader])), tuple(bonds[root]))
        for root in sorted(members)
    ]


def _twins(profiles: Sequence[Profile]) -> list[list[int]]:
    """The places of mentions that differ in their evidence alone, in order of the first."""
    places: dict[Hashable, list[int]] = {}
    for place, profile in enumerate(profiles):
        places.setdefault(profile.twin_key(), []).append(place)
    return list(places.values())


def _united(twins: Sequence[Profile]) -> Profile:
    """The first of twins, with the evidence of all."""
    if len(twins) == 1:
        return twins[0]
    articles = frozenset().union(*(twin.articles for twin in twins))
    return replace(twins[0], articles=articles, places_told=frozenset().union(*(twin.places_told for twin in twins)))


def _bonds(profiles: Sequence[Profile]) -> list[Bond]:
    found: dict[tuple[int, int], Bond] = {}
    for one, other in candidates(profiles):
        verdict = match(profiles[one], profiles[other])
        if verdict:
            found[one, other] = Bond(one, other, verdict)
    return list(found.values())


def _may_join(one: Sequence[int], other: Sequence[int], profiles: Sequence[Profile]) -> bool:
    """Whether no member of one group is kept apart from one of the other, by its words or by a date new to them."""
    if len(one) == len(other) == 1:
        return True
    mine, others = ([profiles[place] for place in group[:WITNESSES]] for group in (one, other))
    return all(not conflict_of(a, b) for a in mine for b in others) and _dates_may_join(mine, others)


def _dates_may_join(mine: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Whether each two dates may be those of one event, are known to both groups, or are days of a range that is."""
    known = {profile.span for profile in mine} & {profile.span for profile in others}
    ranges = {profile.span for profile in (*mine, *others) if not profile.span.one_unit}
    return all(
        a.span in known
        or b.span in known
        or dates_allow(a, b)
        or any(inside(a.span, days) and inside(b.span, days) for days in ranges)
        for a in mine
        for b in others
    )
