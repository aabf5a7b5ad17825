"""Every row's examples are its tests."""

from datetime import datetime, timedelta, timezone

import pytest

from timeline.expressions import find_expressions
from timeline.expressions.finder import tagger
from timeline.expressions.rules import all_rules

PUBLISHED = datetime(2022, 9, 3, 18, 0, tzinfo=timezone(timedelta(hours=8)))
EXAMPLES = [(rule.name, example) for rule in all_rules() for example in rule.examples]


def valued(text: str, published: datetime = PUBLISHED) -> list[str]:
    """The values found in a text, each with its modifier."""
    return [
        f"{one.value};mod={one.mod}" if one.mod in ("START", "MID", "END") else one.value
        for one in find_expressions(text, published)
    ]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}:{example[0]}" for name, example in EXAMPLES])
def test_an_example_of_a_row_gets_its_value(name, example):
    text, value, *published = example
    when = datetime.fromisoformat(published[0]).replace(tzinfo=PUBLISHED.tzinfo) if published else PUBLISHED
    values = valued(text, when)
    assert values == [] if value == "" else value in values


def test_every_row_has_an_example():
    assert [rule.name for rule in all_rules() if not rule.examples] == []


def test_the_name_of_a_row_is_its_own():
    names = [rule.name for rule in all_rules()]
    assert sorted(set(names)) == sorted(names)


def test_the_scanner_is_compiled_once():
    assert tagger() is tagger()


def test_no_text_changes_what_another_means():
    texts = [example[0] for _, example in EXAMPLES] + ["三天后交付", "为期三天", "过去三天", "长达三天"]
    tagger.cache_clear()
    forward = [find_expressions(text, PUBLISHED) for text in texts]
    tagger.cache_clear()
    assert [find_expressions(text, PUBLISHED) for text in reversed(texts)] == forward[::-1]
