import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.ical_lines import Component, Property, escape, fold, to_bytes


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(escape))
def test_folding_keeps_lines_short_and_characters_whole(text: str) -> None:
    lines = fold(text.encode()).split(b"\r\n")
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]) == text.encode()
    for place, line in enumerate(lines):
        assert len(line) <= 75
        line.decode()
        assert place == 0 or line.startswith(b" ")


@given(st.integers(60, 80), st.integers(1, 9))
def test_an_escape_is_never_broken(before: int, marks: int) -> None:
    lines = fold(("a" * before + escape("\n" * marks + "\\" * marks) + "b" * 20).encode()).split(b"\r\n ")
    for line in lines[:-1]:
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0


@pytest.mark.parametrize(
    ("prop", "line"),
    [
        (Property("SUMMARY", "a,b;c\\d\ne"), "SUMMARY:a\\,b\\;c\\\\d\\ne"),
        (Property("CATEGORIES", ("展览", "a,b")), "CATEGORIES:展览,a\\,b"),
        (Property("URL", "https://a.example/;b,c", "uri"), "URL:https://a.example/;b,c"),
        (Property("SEQUENCE", 2, "integer"), "SEQUENCE:2"),
        (Property("X-A", "b", "text", (("LABEL", "c:d"),)), 'X-A;LABEL="c:d":b'),
    ],
)
def test_a_property_becomes_a_line(prop: Property, line: str) -> None:
    assert to_bytes(Component("X", [prop])).decode() == f"BEGIN:X\r\n{line}\r\nEND:X\r\n"
