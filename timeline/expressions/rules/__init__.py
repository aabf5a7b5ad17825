"""The rows that find date expressions, by subject."""

from functools import cache
from importlib import import_module

from timeline.expressions.tagger import Rule

RULE_MODULES = (
    "lunar",
    "named",
    "eras",
    "repetition",
    "counted",
    "figures",
    "hours",
    "dates",
    "relative",
    "ranges",
    "clock",
    "durations",
    "discourse",
)
"""The modules of rows, each with a tuple ``RULES``; of two matches of equal length the earlier row wins."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every row, in the order of ``RULE_MODULES``."""
    return tuple(rule for name in RULE_MODULES for rule in import_module(f"{__name__}.{name}").RULES)
