"""Which way a date lies that does not say its year, month or day: data in tests/corpus/directions.tsv."""

from datetime import datetime
from pathlib import Path

import pytest

from timeline.expressions import find_expressions

LINES = (Path(__file__).parent.parent / "corpus" / "directions.tsv").read_text(encoding="utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("published", "sentence", "surface", "value"), CASES)
def test_a_date_lies_where_tense_and_context_put_it(published, sentence, surface, value):
    start = sentence.index(surface)
    found = find_expressions(sentence, datetime.fromisoformat(f"{published}T10:00:00+08:00"))
    over = [one for one in found if one.start_char < start + len(surface) and one.end_char > start]
    assert [one.value for one in over] == [value]
