"""How a find gets its meaning, step by step."""

from collections.abc import Callable

from timeline.expressions.refine.anniversaries import date_anniversaries
from timeline.expressions.refine.joining import carry_halves, carry_late_parts, carry_parts, join_parts, join_ranges
from timeline.expressions.refine.lookalikes import drop_lookalikes
from timeline.expressions.refine.occasions import find_occasions
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.relations import read_relations, read_zones
from timeline.expressions.refine.sides import take_sides
from timeline.expressions.refine.story import Story
from timeline.expressions.refine.told import Told

REFINERS: tuple[Callable[[Reading], None], ...] = (
    join_parts,
    carry_parts,
    join_ranges,
    carry_late_parts,
    carry_halves,
    take_sides,
    find_occasions,
    drop_lookalikes,
    read_zones,
    read_relations,
)
"""In this order; each changes ``reading.finds``."""


def refine(reading: Reading) -> list[Told]:
    """What the finds of a reading come to, in the order of the text."""
    for refiner in REFINERS:
        refiner(reading)
    told = Story(reading).tell()
    date_anniversaries(told, reading)
    return told
