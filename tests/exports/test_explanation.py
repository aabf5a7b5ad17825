"""An event with its reasons: every sentence and rule, at any width."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from text_samples import ARTICLES, EVENTS, TIMELINE
from text_strategies import events
from wcwidth import wcswidth

from exports.characters import one_line
from exports.explanation import explain
from exports.layout import plain
from schemas import Event, Timeline


def test_the_date_is_marked_in_its_sentence() -> None:
    spans = [(span.text, span.role) for line in explain(EVENTS[4], TIMELINE, 120) for span in line if span.text]
    at = spans.index(("明天上午9点半", "expression"))
    assert spans[at - 2 : at + 3] == [
        ("…记者获悉，", "context"),
        ("秋季书展开幕式将于", ""),
        ("明天上午9点半", "expression"),
        ("举行", ""),
        ("。…", "context"),
    ]


def test_other_dates_come_with_their_sentences() -> None:
    text = "\n".join(plain(line) for line in explain(EVENTS[2], TIMELINE))
    assert "另一说 2024年7月  2024-07" in text
    assert text.count("《三号线何时通车？》") == 2


@settings(max_examples=40, deadline=None)
@given(events(), st.integers(40, 120), st.sampled_from(["zh", "en"]))
def test_no_line_is_too_wide_and_no_quote_is_lost(row: Event, width: int, language: Any) -> None:
    timeline = Timeline(title="江城大事", articles=ARTICLES, events=(row,))
    lines = [plain(line) for line in explain(row, timeline, width, language)]
    assert max(wcswidth(line, ambiguous_width=2) for line in lines) <= width
    letters = "".join("".join(lines).split())
    for evidence in row.evidence:
        assert "".join(one_line(evidence.quote).split()) in letters
