"""Turns of phrase that titles put plainly: every row's own example."""

import pytest

from timeline.events.data import rows_of
from timeline.events.fields.turns import plainly


@pytest.mark.parametrize("row", rows_of("title_turns.tsv"), ids=lambda row: row[2])
def test_its_example(row):
    assert plainly(row[2]) == row[3]


def test_no_row_stands_twice():
    patterns = [row[0] for row in rows_of("title_turns.tsv")]
    assert len(patterns) == len(set(patterns))


@pytest.mark.parametrize(
    "title", ["赵海在访问期间发表演讲", "林奥当选海国总统", "陈立首先提出该理论", "两国总统通电话商定停火"]
)
def test_others_stay(title):
    assert plainly(title) == title
