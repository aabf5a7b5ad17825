"""English and Japanese date expressions inside an article."""

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions.foreign import SHAPES, find_foreign

PUBLISHED = datetime.fromisoformat("2022-09-03T12:00:00+08:00")
PROSE = {
    "en": "the committee said it met {} in the old town hall as planned",
    "ja": "これは{}のことですから、みなさんによろしくお伝えください",
}


def values(text, **options):
    return [(find.text, find.value) for find in find_foreign(text, PUBLISHED, **options)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_shape_finds_its_example(shape):
    found = find_foreign(PROSE[shape.language].format(shape.example), PUBLISHED)
    assert [find.rule for find in found] == [shape.name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新手机于March 3, 2022发布", [("March 3, 2022", "2022-03-03")]),
        ("（Sept. 1-3, 2021，上海）", [("Sept. 1-3, 2021", "2021-09-01/2021-09-03")]),
        ("The museum opened on 3rd of May 2019.", [("3rd of May 2019", "2019-05-03")]),
        ("The company said Friday that it had met the goals.", [("Friday", "2022-09-02")]),
        ("The company said it will open on Nov. 5 at 8 pm this time.", [("Nov. 5 at 8 pm", "2022-11-05T20:00")]),
        ("The plant was closed on Nov. 5 after the flood.", [("Nov. 5", "2021-11-05")]),
        ("新製品は来月に発売される予定です。", [("来月", "2022-10")]),
        ("会議は明日の午後3時30分からはじまります。", [("明日の午後3時30分", "2022-09-04T15:30")]),
        ("先週の金曜日に事故がありました。", [("先週の金曜日", "2022-08-26")]),
    ],
)
def test_dates_are_resolved_against_the_publication(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "他读的是USA Today和The Economist",
        "歌曲Yesterday Once More是经典",
        "May the force be with you",
        "Model 3和iPhone 13 Pro Max上市",
        "March on, march on",
        "鮮の每日牛奶来月饼店",
        "version 3.12 was released by 2 people",
    ],
)
def test_what_only_looks_like_a_date_is_left(text):
    assert values(text) == []


def test_a_preference_decides_the_year():
    assert values("The fair opens on December 25 in the hall", prefer="future") == [("December 25", "2022-12-25")]
    assert values("The fair opens on December 25 in the hall", prefer="past") == [("December 25", "2021-12-25")]


@settings(deadline=None)  # dateparser loads a language when first asked
@given(st.text(alphabet=st.sampled_from("SeptMay 0123-,.:pmのきょう来週月年前日 today in ago\n"), max_size=120))
def test_any_text_gives_ordered_finds_that_stand_in_it(text):
    found = find_foreign(text, PUBLISHED)
    for find in found:
        assert text[find.start_char : find.end_char] == find.text
        assert find.begin < find.until
    assert all(a.end_char <= b.start_char for a, b in pairwise(found))
