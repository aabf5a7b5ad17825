"""Types: the predicate of a headline tells, not any word in it; every row's examples hold."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from schemas import EVENT_TYPES
from timeline.events.data import rows_of
from timeline.events.fields.types import type_of
from timeline.events.words import default_words

TABLES = ("types.tsv", "type_patterns.tsv")
ROWS = [(row[0], title) for table in TABLES for row in rows_of(table) for title in row[-1].split("|")]
CORPUS = Path(__file__).parents[1] / "corpus" / "event_types.jsonl"
CASES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "title"), ROWS)
def test_examples_of_rows_get_their_type(kind, title):
    assert type_of(title, title, default_words())[0] == kind


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_the_predicate_tells_the_type(case):
    assert type_of(case["title"], "", default_words())[0] in case["types"]


@pytest.mark.parametrize("table", TABLES)
def test_types_of_the_rows_are_known(table):
    assert {row[0] for row in rows_of(table)} <= set(EVENT_TYPES)


def test_no_word_stands_in_two_rows():
    words = [word for row in rows_of("types.tsv") for word in row[2].split()]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_parts_of_the_rows_are_known():
    assert {row[1] for row in rows_of("types.tsv")} == {"act", "mild", "say", "noun"}


def test_the_clause_tells_where_the_title_does_not():
    assert type_of("让田野更绿", "本台今晚播发短评《让田野更绿》", default_words())[0] == "publication"


def test_a_word_of_the_user_tells_by_itself():
    words = replace(default_words(), cues=default_words().cues | {"开镜": "performance"})
    assert type_of("青年导演短片开镜", "", words)[0] == "performance"
