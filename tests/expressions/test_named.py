"""Festivals, breaks, lunar days, eras, plans and repetitions in running text."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from timeline.expressions import find_expressions

CORPUS = Path(__file__).parent.parent / "corpus" / "named.tsv"
MARK = re.compile(r"\{\{([^|{}]+)\|([^{}]*)\}\}")


def cases():
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            published, marked = line.split("\t")
            yield pytest.param(published, marked, id=marked)


@pytest.mark.parametrize(("published", "marked"), list(cases()))
def test_the_corpus(published, marked):
    text = MARK.sub(r"\1", marked)
    found = find_expressions(text, datetime.fromisoformat(f"{published}T12:00:00+08:00"))
    values = [(find.text.strip("“”"), find.value + (f";mod={find.mod}" if find.mod else "")) for find in found]
    assert values == [(surface.strip("“”"), value) for surface, value in MARK.findall(marked)]
