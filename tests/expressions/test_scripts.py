"""What a row finds in simplified script it finds in traditional script, with full-width figures and with spaces."""

import re
from importlib.resources import files

import pytest
from test_rules import PUBLISHED, valued

from timeline.expressions.lexicon import fold
from timeline.expressions.rules import all_rules

RARE = "鼕韆鞦衕"
"""Traditional characters that stand for others than those which write dates."""


def _to_traditional():
    """From each simplified character to a traditional one: of several, one that the rows know."""
    table = files("timeline.events").joinpath("data/traditional.txt").read_text(encoding="utf-8")
    pairs = [pair for line in table.splitlines() if not line.startswith("#") for pair in line.split()]
    pairs.sort(key=lambda pair: fold(pair[0]) == pair[1])
    return str.maketrans({pair[1]: pair[0] for pair in pairs if pair[0] not in RARE})


TRADITIONAL = _to_traditional()
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
BETWEEN = re.compile(r"(?<=\d)(?=[年月日时点])|(?<=[年月])(?=\d)")
EXAMPLES = [
    pytest.param(example, id=f"{rule.name}:{example[0]}")
    for rule in all_rules()
    for example in rule.examples
    if len(example) == 2
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_means_the_same_in_traditional_script(example):
    assert valued(example[0].translate(TRADITIONAL), PUBLISHED) == valued(example[0], PUBLISHED)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_means_the_same_in_wide_figures(example):
    assert valued(example[0].translate(WIDE), PUBLISHED) == valued(example[0], PUBLISHED)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_means_the_same_with_spaces_at_its_numbers(example):
    assert valued(BETWEEN.sub(" ", example[0]), PUBLISHED) == valued(example[0], PUBLISHED)
