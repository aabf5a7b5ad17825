import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.characters import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("灯会\r\n开幕", "灯会 开幕"),
        ("灯会\u2029开幕\u0085", "灯会 开幕"),
        ("\ufeff灯\x00会\x1b[31m", "灯会[31m"),
        ("灯\u2066会\u2069\uffff", "灯会"),
        ("👩\u200d👧 \u200fشعار", "👩\u200d👧 \u200fشعار"),
        ("\u3000灯会\u3000 开幕", "灯会 开幕"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
