"""What extraction makes of invented reports, case by case (tests/corpus/events*.yaml), and properties of any text."""

import pickle
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from timeline.events import examine

CASES = [
    case
    for name in (
        "events.yaml",
        "events_contests.yaml",
        "events_dated.yaml",
        "events_figures.yaml",
        "events_pointing.yaml",
        "events_predicates.yaml",
        "events_subjects.yaml",
        "events_unseen.yaml",
    )
    for case in yaml.safe_load((Path(__file__).parent.parent / "corpus" / name).read_text(encoding="utf-8"))
]


def article(text, published="2024-06-01T10:00:00+08:00", headline="报道"):
    return Article(id="0" * 16, source="case.txt", title=headline, published=published, text=text)


def field(event, name):
    if name == "place":
        return event.places[0].name if event.places else None
    if name == "part_of":
        return event.part_of.name if event.part_of else None
    if name == "old":
        return event.other_dates[0].edtf if event.other_dates else None
    return getattr(event, name).strip("“”") if name == "title" else getattr(event, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_corpus(case):
    found = examine(article(case["text"], case["published"], case.get("headline", "报道")))
    given_fields = [
        {name: field(event, name) for name in want} for event, want in zip(found.events, case["events"], strict=False)
    ]
    assert given_fields == case["events"]
    assert len(found.events) == len(case["events"]), [event.title for event in found.events]
    if "unused" in case:
        assert [item.reason for item in found.unused] == case["unused"]


PIECES = (
    "9月1日 今天 到2030年 昨天下午 2023年 举行 的 发布 《海》 “ ” （ ） 云州论坛 成立 ， 。 会上 将 延期至 原定于 "
    "为期3天 表示 增长到 5% 他 该校 | ： 、 在北京"
)
WORDS = st.sampled_from([*PIECES.split(), "\n", " ", "\t"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_joins_of_words_keep_the_promises(text):
    found = examine(article(text))
    for event in found.events:
        told = event.evidence[0]
        assert text[told.start_char : told.end_char] == told.quote
        assert event.until is None or event.until >= event.begin
        assert 4 <= len(event.title) <= 90
        assert event.title.count("《") == event.title.count("》")
    assert len({event.id for event in found.events}) == len(found.events)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_examined_without_an_error(text):
    assert examine(article(text)) == examine(article(text))


def test_every_expression_is_used_or_told_with_a_reason():
    from timeline.expressions import find_expressions

    text = "9月1日，云州论坛举行。近年来，游客增多。局长昨天表示满意。为期3天。"
    given_article = article(text)
    found = examine(given_article)
    used = {e.evidence[0].expression.start_char for e in found.events if e.evidence[0].expression}
    told = {item.expression.start_char for item in found.unused}
    every = {e.start_char for e in find_expressions(text, given_article.published)}
    assert every - used - told in (set(), {text.index("3天")})


def test_extraction_crosses_a_process_border():
    assert pickle.loads(pickle.dumps(partial(examine)))(article("9月1日，云州论坛举行。")).events
