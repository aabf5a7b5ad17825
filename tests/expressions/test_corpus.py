"""The corpus of sentences, by what they must come to."""

import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from timeline.expressions import find_expressions

CORPUS = Path(__file__).parent.parent / "corpus" / "expressions.yaml"
CASES = [
    (str(key), sentence)
    for key, sentences in yaml.safe_load(CORPUS.read_text(encoding="utf-8")).items()
    for sentence in sentences
]
AT_LEAST = 150
"""The corpus grows; it never shrinks in silence."""


def _wanted(key: str) -> tuple[str, dict[str, str], datetime]:
    """The value, what else must hold, and the publication that a key tells."""
    key, _, published = key.partition(" published ")
    value, *more = re.split(r";(?=(?:mod|relation|zone|begin|until)=)", key)
    when = datetime.fromisoformat(f"{published or '2022-09-03'}T18:00+08:00")
    return value, dict(part.split("=", 1) for part in more), when


@pytest.mark.parametrize(("key", "sentence"), [case for case in CASES if case[0] != "nothing"])
def test_the_marked_words_come_to_their_value(key, sentence):
    value, more, published = _wanted(key)
    start = sentence.index("⟦")
    end = sentence.index("⟧") - 1
    text = sentence.replace("⟦", "").replace("⟧", "")
    over = [one for one in find_expressions(text, published) if one.start_char < end and start < one.end_char]
    assert [one.value for one in over] == [value]
    told = {
        "mod": over[0].mod,
        "relation": over[0].relation,
        "zone": over[0].timezone,
        "begin": over[0].begin and over[0].begin.date().isoformat(),
        "until": over[0].until and over[0].until.date().isoformat(),
    }
    assert {name: told[name] for name in more} == more


@pytest.mark.parametrize("sentence", [sentence for key, sentence in CASES if key == "nothing"])
def test_what_only_looks_like_a_date_is_not_found(sentence):
    assert [one.text for one in find_expressions(sentence, datetime.fromisoformat("2022-09-03T18:00+08:00"))] == []


def test_the_corpus_does_not_shrink():
    assert len(CASES) >= AT_LEAST
