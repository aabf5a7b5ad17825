"""Text in columns: nothing too wide, nothing lost, punctuation where it belongs."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from exports.characters import one_line
from exports.layout import Span, beside, columns, indented, plain, room, wrap, wrap_spans

MIXED = st.text(
    st.one_of(
        st.sampled_from("上海元宇宙峰会二〇二二年9月1日《》“”‘’（）、，。：；！？—…·-/ abcXYZ019%～『』【】ー々👍"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
).map(one_line)
WIDTHS = st.integers(min_value=8, max_value=100)


@settings(deadline=None)
@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert wcswidth(line) <= width
        assert wcswidth(line, ambiguous_width=2) <= width


@settings(deadline=None)
@given(MIXED, WIDTHS, st.integers(min_value=0, max_value=6))
def test_every_character_but_spaces_is_kept_in_order(text: str, width: int, hang: int) -> None:
    assert "".join(wrap(text, width, hang)).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(st.text("上海宇宙峰会，。、：；！？）》」”…", max_size=80), st.integers(min_value=12, max_value=60))
def test_closing_punctuation_begins_no_line_unless_a_whole_line_of_it_precedes(text: str, width: int) -> None:
    lines = wrap(text, width)
    for before, line in pairwise(lines):
        if line[0] in "，。、：；！？）》」”…":
            assert not set(before[-4:]) & set("上海宇宙峰会")


@settings(deadline=None)
@given(st.text("上海宇宙峰会（《「“", max_size=80), st.integers(min_value=12, max_value=60))
def test_opening_punctuation_ends_no_line_unless_a_whole_line_of_it_does(text: str, width: int) -> None:
    for line in wrap(text, width)[:-1]:
        if line[-1] in "（《「“":
            assert set(line[-4:]) <= set("（《「“")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("春天的书市，明天开门", 10, ["春天的书", "市，明天", "开门"]),
        ("今晚在《渡口》首演", 8, ["今晚在", "《渡口》", "首演"]),
        ("门票1200元起", 8, ["门票", "1200元起"]),
        ("定于2024年举行", 8, ["定于", "2024年", "举行"]),
        ("他说——好", 6, ["他", "说——", "好"]),
        ("see the long road", 8, ["see the", "long", "road"]),
        ("https://port.example/news/2024", 18, ["https://port.", "example/news/2024"]),
        ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 4, ["👨‍👩‍👧", "👨‍👩‍👧👨‍👩‍👧"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_lines_after_the_first_leave_room_to_hang() -> None:
    assert wrap("一二三四五六七八九十", 10, hang=4) == ["一二三四五", "六七八", "九十"]


def test_quotes_count_as_wide_for_room_and_as_narrow_for_columns() -> None:
    assert (columns("“展”"), room("“展”")) == (4, 6)


@settings(deadline=None)
@given(st.lists(st.tuples(MIXED, st.sampled_from(["title", "source", ""])), max_size=5), WIDTHS)
def test_roles_stay_with_their_words(pieces: list[tuple[str, str]], width: int) -> None:
    spans = [Span(text, role) for text, role in pieces]
    kept = [(letter, span.role) for line in wrap_spans(spans, width) for span in line for letter in span.text]
    given_ = [(letter, span.role) for span in spans for letter in span.text]
    assert [pair for pair in kept if pair[0] != " "] == [pair for pair in given_ if pair[0] != " "]


def test_blocks_stand_side_by_side_by_display_width() -> None:
    left, right = [(Span("书展"),)], [(Span("一"),), (Span("二"),)]
    assert [plain(line) for line in indented(beside(left, right, 6), 2)] == ["  书展  一", "        二"]
