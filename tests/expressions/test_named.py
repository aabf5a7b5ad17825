"""Festivals, breaks, lunar days, eras, plans and repetitions in running text; stories of several dates."""

import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions

CORPUS = Path(__file__).parent.parent / "corpus"
MARK = re.compile(r"\{\{([^|{}]+)\|([^{}]*)\}\}")


def cases():
    for name in ("named.tsv", "stories.tsv"):
        for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                published, marked = line.split("\t")
                yield pytest.param(published, marked, id=marked)


@pytest.mark.parametrize(("published", "marked"), list(cases()))
def test_the_corpus(published, marked):
    marked = marked.replace("\\n", "\n")
    text = MARK.sub(r"\1", marked)
    found = find_expressions(text, datetime.fromisoformat(f"{published}T12:00:00+08:00"))
    values = [(find.text.strip("“”"), find.value + (f";mod={find.mod}" if find.mod else "")) for find in found]
    assert values == [(surface.strip("“”"), value) for surface, value in MARK.findall(marked)]


WORDS = (
    *("国庆", "“五一”", "假期", "春节", "农历", "闰", "八月", "十五", "初三", "腊月", "正月", "大年"),
    *("除夕", "清明", "节", "每", "逢", "隔", "周三", "两", "年", "月", "日", "9点"),
    *("至", "、", "“", "”", "十四五", "末", "第", "学年", "民国", "康熙", "公元前", "221"),
    *("2022", "-", "元", "甲午", "龙", "冬至", "首日", "前", "后", "的", "工作日", "\n"),
    *(" "),
)


@settings(deadline=None)  # lunar years are computed when first asked for
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.integers(1900, 2100))
def test_any_join_of_the_words_gives_ordered_finds_with_sound_bounds(words, year):
    text = "".join(words)
    found = find_expressions(text, datetime(year, 6, 15, 12))
    for find in found:
        assert text[find.start_char : find.end_char] == find.text
        assert find.begin is None or find.until is None or find.begin < find.until
        assert (find.type == "SET") == find.value.startswith("FREQ=")
    assert all(one.end_char <= other.start_char for one, other in pairwise(found))
