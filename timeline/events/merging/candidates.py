"""Which mentions are worth comparing: those near in time that share rare pairs of characters, a name or a work.

Blocking as in P. Christen, "Data Matching" (2012), chapter 4: every mention stands under a bounded number of keys, and
of a crowded key only neighbours are compared, so that the work grows with the number of mentions and not its square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events.merging.passages import neighbours
from timeline.events.merging.profile import Profile
from timeline.events.merging.short_forms import in_letters
from timeline.events.merging.spans import DAY, LONGEST, Span

MONTH = LONGEST["month"]
"""Minutes in a bucket of time."""

LONG = 3 * MONTH
"""Minutes from which on a date stands in the buckets of years instead of those of months."""

MOST_YEARS = 12
"""The most buckets of years that a date stands in."""

FURTHEST = 250 * DAY
"""Minutes that the dates of one name may lie apart."""

RAREST = 0.6
"""The share of a title's pairs of characters, the rarest first, that it stands under (prefix filtering)."""

MOST_PAIRS = 14
"""The most pairs of characters that a title stands under."""

ENOUGH = 2
"""Pairs of characters that two titles must stand under together; a name, a work or a whole title counts as many."""

SHORT = 5
"""Pairs of characters below which one that is shared is enough."""

CROWD = 40
"""Mentions under one key from which on only neighbours are compared."""

NEIGHBOURS = 10
"""How many mentions before and behind a mention of a crowded key it is compared with, by title and by time."""


@dataclass(frozen=True, slots=True)
class _Mention:
    place: int
    keys: tuple[tuple[str, int], ...]
    core: str
    begin: int
    is_long: bool
    is_short: bool


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a mention stands in an order of the mentions under one key."""

    order: list[int]
    at: int
    reach: int
    weight: int


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``profiles``, the smaller first, each at least once; some come more often."""
    titles = {profile.core: profile.pairs for profile in profiles}
    counts = Counter(pair for pairs in titles.values() for pair in pairs)
    mentions = [
        _Mention(
            place,
            _keys(profile, counts),
            profile.core,
            profile.span.begin,
            _is_long(profile.span),
            len(profile.pairs) < SHORT,
        )
        for place, profile in enumerate(profiles)
    ]
    for month in _buckets(mentions, lambda mention: () if mention.is_long else _months(profiles[mention.place])):
        yield from _sharing_keys(month, mentions)
        yield from _sharing_letters(month)
    for year in _buckets(mentions, lambda mention: _years(profiles[mention.place].span)):
        if any(mention.is_long for mention in year):
            yield from _sharing_keys(year, mentions, with_long=True)
    yield from _of_one_name(profiles)
    yield from neighbours(profiles)


def _keys(profile: Profile, counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Each key and how much it tells; a pair that no other title has tells nothing."""
    pairs = sorted((pair for pair in profile.pairs if counts[pair] > 1), key=lambda pair: (counts[pair], pair))
    kept = pairs[: min(MOST_PAIRS, int(len(profile.pairs) * RAREST) + 2)]
    names = {*profile.works, *profile.names, profile.core, profile.title} - set(kept)
    return (*((pair, 1) for pair in kept), *((name, ENOUGH) for name in sorted(names)))


def _is_long(span: Span) -> bool:
    return span.length > LONG


def _months(profile: Profile) -> Sequence[int]:
    """The buckets of an event's span, and of those that it was moved away from."""
    spans = (profile.span, *(span for span in profile.former if not _is_long(span)))
    return sorted({bucket for span in spans for bucket in range(span.begin // MONTH, (span.until - 1) // MONTH + 1)})


def _years(span: Span) -> Sequence[int]:
    first = span.begin // LONGEST["year"]
    return range(first, min((span.until - 1) // LONGEST["year"], first + MOST_YEARS) + 1)


def _buckets(mentions: Sequence[_Mention], buckets_of: Callable[[_Mention], Sequence[int]]) -> Iterator[list[_Mention]]:
    buckets: dict[int, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        for bucket in buckets_of(mention):
            buckets[bucket].append(mention)
    return (buckets[bucket] for bucket in sorted(buckets))


def _sharing_keys(
    bucket: Sequence[_Mention], mentions: Sequence[_Mention], *, with_long: bool = False
) -> Iterator[tuple[int, int]]:
    """Pairs that share enough keys; ``with_long`` those alone of which one has a long date."""
    seats = _seats(bucket, mentions)
    for mention in bucket:
        shared: dict[int, int] = {}
        for seat in seats[mention.place]:
            for other in seat.order[max(seat.at - seat.reach, 0) : seat.at + seat.reach + 1]:
                if other > mention.place:
                    shared[other] = shared.get(other, 0) + seat.weight
        for other, weight in shared.items():
            if with_long and not mention.is_long and not mentions[other].is_long:
                continue
            if weight >= ENOUGH or mention.is_short or mentions[other].is_short:
                yield mention.place, other


def _seats(bucket: Sequence[_Mention], mentions: Sequence[_Mention]) -> dict[int, list[_Seat]]:
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for mention in bucket:
        for key in mention.keys:
            blocks[key].append(mention.place)
    seats: dict[int, list[_Seat]] = defaultdict(list)
    for (_key, weight), block in blocks.items():
        if len(block) < 2:
            continue
        for order, reach in _orders(block, mentions):
            for at, place in enumerate(order):
                seats[place].append(_Seat(order, at, reach, weight))
    return seats


def _orders(block: list[int], mentions: Sequence[_Mention]) -> list[tuple[list[int], int]]:
    """The orders in which a block is compared, and how far each mention looks in them."""
    if len(block) <= CROWD:
        return [(block, CROWD)]
    return [
        (sorted(block, key=lambda place: (mentions[place].core, place)), NEIGHBOURS),
        (sorted(block, key=lambda place: (mentions[place].begin, mentions[place].core, place)), NEIGHBOURS),
    ]


def _sharing_letters(bucket: Sequence[_Mention]) -> Iterator[tuple[int, int]]:
    """Short names and the long ones whose letters they take: 进博会, 中国国际进口博览会."""
    full: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
    for mention in bucket:
        if 6 <= len(mention.core) <= 24:
            for letter in dict.fromkeys(mention.core[:-1]):
                full[letter, mention.core[-1]].append(mention)
    for mention in bucket:
        if 3 <= len(mention.core) <= 6:
            for other in full.get((mention.core[0], mention.core[-1]), ())[:CROWD]:
                if len(other.core) > len(mention.core) and in_letters(mention.core, other.core):
                    yield min(mention.place, other.place), max(mention.place, other.place)


def _of_one_name(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of one work or one title whose dates lie apart: neighbours in time."""
    named: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for name in {*profile.works, profile.core}:
            named[name].append(place)
    for block in named.values():
        order = sorted(block, key=lambda place: (profiles[place].span.begin, place))
        for at, one in enumerate(order):
            for other in order[at + 1 : at + 1 + NEIGHBOURS]:
                if profiles[other].span.begin - profiles[one].span.begin > FURTHEST:
                    break
                yield min(one, other), max(one, other)
