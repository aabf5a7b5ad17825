"""Articles of nearly the same text, found by MinHash, so that they count as one voice.

A. Broder, "On the resemblance and containment of documents" (1997); the banding of signatures is that of
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4.
"""

import re
from array import array
from collections.abc import Iterator, Mapping
from datetime import datetime

Signature = bytes
"""A text's MinHash: `SIZE` numbers of 32 bits; empty where the text is too short to tell."""

SHINGLE = 5
"""Characters in a shingle: unrelated articles share next to none of that length."""

ROWS = 3
"""Numbers in a band: two articles are compared when all numbers of any one band are equal."""

BANDS = 40
"""Bands in a signature; a pair of resemblance 0.4 is compared with 93% certainty, one of 0.02 never (0.03%)."""

SIZE = ROWS * BANDS

ALIKE = 0.45
"""The share of equal numbers from which on two articles are one voice."""

WITNESSES = 8
"""The most articles of one bucket that a further one is compared with, which keeps the work linear."""

_SEED = 1
_WORD_CHARACTERS = re.compile(r"\w+")


def signature(text: str) -> Signature:
    """The MinHash of a text's letters, ideographs and digits; punctuation, spaces and case do not count."""
    from rensa import RMinHash

    letters = "".join(_WORD_CHARACTERS.findall(text)).lower()
    if len(letters) < SHINGLE:
        return b""
    minhash = RMinHash(num_perm=SIZE, seed=_SEED)
    minhash.update([letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1)])
    return array("I", minhash.digest()).tobytes()


def resemblance(one: Signature, other: Signature) -> float:
    """The estimated share of shingles that two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    return sum(map(int.__eq__, array("I", one), array("I", other))) / SIZE


def group_voices(
    signatures: Mapping[str, Signature], published: Mapping[str, datetime] | None = None
) -> dict[str, str]:
    """Group articles of nearly the same text, whatever the order of the mapping.

    Args:
        signatures: article id to the `signature` of its text.
        published: article id to its publication, where the earliest article is to speak for its group.

    Returns:
        For each article that has a near-duplicate, the id of the group's earliest article (of equally early ones, and
        without ``published``, the smallest id). Articles that stand alone are left out.
    """
    ids = sorted(signatures, key=lambda article: (published[article], article) if published else (article,))
    groups = Groups(len(ids))
    for one, other in _candidates([signatures[article] for article in ids]):
        if groups.find(one) != groups.find(other) and _alike(signatures[ids[one]], signatures[ids[other]]):
            groups.join(one, other)
    voices = {article: ids[groups.find(place)] for place, article in enumerate(ids)}
    shared = {voice for article, voice in voices.items() if article != voice}
    return {article: voice for article, voice in voices.items() if voice in shared}


class Groups:
    """Disjoint sets of the numbers below a bound; a set is known by its smallest member."""

    __slots__ = ("_parents",)

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, member: int) -> int:
        """The smallest member of the member's set."""
        parents = self._parents
        while parents[member] != member:
            parents[member] = parents[parents[member]]
            member = parents[member]
        return member

    def join(self, one: int, other: int) -> int:
        """Make one set of two, and say its smallest member."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parents[second] = first
        return first


def _alike(one: Signature, other: Signature) -> bool:
    return one == other or resemblance(one, other) >= ALIKE


def _candidates(signatures: list[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs that are equal in a band; one band after the other, so that only one table is held at a time."""
    width = ROWS * array("I").itemsize
    for start in range(0, BANDS * width, width):
        buckets: dict[bytes, list[int]] = {}
        for place, numbers in enumerate(signatures):
            if not numbers:
                continue
            witnesses = buckets.setdefault(numbers[start : start + width], [])
            for witness in witnesses:
                yield witness, place
            if len(witnesses) < WITNESSES:
                witnesses.append(place)
