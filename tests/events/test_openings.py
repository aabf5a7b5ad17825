"""Patterns filed by how their matches begin: none that matches is left out."""

import re

import pytest

from timeline.events.data import rows_of
from timeline.events.text.openings import Patterns
from timeline.expressions.patterns import NUMBER, openings

ROWS = [re.compile(row[1]) for row in rows_of("type_patterns.tsv")]
TITLES = [title for row in rows_of("type_patterns.tsv") for title in row[-1].split("|")]


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("发布|公布", {"发布", "公布"}),
        ("(?:新)?车", {"新车", "车"}),
        ("获得?奖$", {"获得", "获奖"}),
        ("奖$", {"奖"}),
        ("遭.{0,4}击", {"遭", "遭击"}),
        ("^(?<!不)法律", {"法律"}),
        (r"\d+人", {NUMBER}),
        (r"夺\d冠", {"夺"}),
        ("(?P<who>甲|乙)方", {"甲方", "乙方"}),
        ("[^，]车", {""}),
        (r"[\d.]车", {""}),
    ],
)
def test_how_matches_begin(pattern, heads):
    assert openings(pattern) == heads


def test_all_that_match_are_possible():
    filed = Patterns(ROWS)
    for title in TITLES:
        matching = {number for number, row in enumerate(ROWS) if row.search(title)}
        assert matching <= set(filed.possible(title))


def test_few_are_possible():
    assert len(Patterns(ROWS).possible("云海队迎来新教练")) < len(ROWS) / 4
