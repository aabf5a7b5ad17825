"""Which mentions are worth comparing: those near in time that share a rare pair of characters, a name or a work.

Blocking as in P. Christen, "Data Matching" (2012), chapter 4: every mention stands under a bounded number of keys, and
of a crowded key only neighbours are compared, so that the work grows with the number of mentions and not its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events.profile import Profile
from timeline.events.spans import DAY, LONGEST, Span

MONTH = LONGEST["month"]
"""Minutes in a bucket of time."""

LONG = 3 * MONTH
"""Minutes from which on a date stands in the buckets of years instead of those of months."""

MOST_YEARS = 12
"""The most buckets of years that a date stands in."""

RAREST = 0.5
"""The share of a title's pairs of characters, the rarest first, that it stands under (prefix filtering)."""

MOST_PAIRS = 10
"""The most pairs of characters that a title stands under."""

CROWD = 40
"""Mentions under one key from which on only neighbours are compared."""

NEIGHBOURS = 20
"""How many following mentions a mention of a crowded key is compared with."""


@dataclass(frozen=True, slots=True)
class _Mention:
    place: int
    keys: tuple[str, ...]
    coarse: bool


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``profiles``, the smaller first, each at least once; some come twice."""
    counts = Counter(pair for profile in profiles for pair in profile.pairs)
    mentions = [
        _Mention(place, _keys(profile, counts), _is_long(profile.span)) for place, profile in enumerate(profiles)
    ]
    yield from _in_months(profiles, mentions)
    yield from _in_years(profiles, mentions)
    yield from _of_one_name(profiles)


def _keys(profile: Profile, counts: Counter[str]) -> tuple[str, ...]:
    pairs = sorted((pair for pair in profile.pairs if counts[pair] > 1), key=lambda pair: (counts[pair], pair))
    kept = pairs[: min(MOST_PAIRS, int(len(pairs) * RAREST) + 2)]
    return (*kept, *profile.works, *profile.names, profile.core, profile.title, *_letters(profile.core))


def _letters(core: str) -> Iterator[str]:
    """Keys that an abbreviation shares with its full name: a letter and the last one."""
    if 3 <= len(core) <= 6:
        yield f"{core[1]}…{core[-1]}"
    elif len(core) <= 20:
        yield from {f"{letter}…{core[-1]}" for letter in core[1:-1]}


def _is_long(span: Span) -> bool:
    return span.length > LONG


def _in_months(profiles: Sequence[Profile], mentions: Sequence[_Mention]) -> Iterator[tuple[int, int]]:
    months: dict[int, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        if not mention.coarse:
            for month in _months(profiles[mention.place]):
                months[month].append(mention)
    for month in sorted(months):
        for crowd in _blocks(months[month]):
            yield from _within(crowd, profiles)


def _months(profile: Profile) -> list[int]:
    """The buckets of an event's span, and of those that it was moved away from."""
    spans = (profile.span, *(span for span in profile.former if not _is_long(span)))
    found = {bucket for span in spans for bucket in range(span.begin // MONTH, (span.until - 1) // MONTH + 1)}
    return sorted(found)


def _in_years(profiles: Sequence[Profile], mentions: Sequence[_Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of which one at least has a long date."""
    years: dict[int, tuple[list[_Mention], list[_Mention]]] = defaultdict(lambda: ([], []))
    for mention in mentions:
        for year in _years(profiles[mention.place].span):
            years[year][mention.coarse].append(mention)
    for year in sorted(years):
        fine, coarse = years[year]
        if not coarse:
            continue
        wanted = {key for mention in coarse for key in mention.keys}
        for crowd in _blocks([*coarse, *fine], wanted):
            yield from _with_coarse(crowd, mentions, profiles)


def _years(span: Span) -> range:
    first = span.begin // LONGEST["year"]
    return range(first, min((span.until - 1) // LONGEST["year"], first + MOST_YEARS) + 1)


def _blocks(mentions: Iterable[_Mention], wanted: set[str] | None = None) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        for key in mention.keys:
            if wanted is None or key in wanted:
                blocks[key].append(mention.place)
    return (sorted(set(block)) for block in blocks.values() if len(block) > 1)


def _within(block: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """All pairs of a block; of a crowded one, neighbours by title and by time."""
    if len(block) <= CROWD:
        for at, one in enumerate(block):
            for other in block[at + 1 :]:
                yield one, other
        return
    for order in (
        sorted(block, key=lambda place: (profiles[place].core, place)),
        sorted(block, key=lambda place: (profiles[place].span.begin, profiles[place].core, place)),
    ):
        for at, one in enumerate(order):
            for other in order[at + 1 : at + 1 + NEIGHBOURS]:
                yield min(one, other), max(one, other)


def _with_coarse(
    block: list[int], mentions: Sequence[_Mention], profiles: Sequence[Profile]
) -> Iterator[tuple[int, int]]:
    for one, other in _within(block, profiles):
        if mentions[one].coarse or mentions[other].coarse:
            yield one, other


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
                if profiles[other].span.begin - profiles[one].span.begin > 200 * DAY:
                    break
                yield min(one, other), max(one, other)
