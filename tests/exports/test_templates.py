"""A line an event: fields by name, and nothing else within reach."""

import pytest
from text_samples import TIMELINE

from exports.templates import FIELDS, LineTemplate
from schemas import UsageError


def lines(template: str, **choices: str) -> list[str]:
    return list(LineTemplate(template).lines(TIMELINE, choices.get("language", "zh")))  # type: ignore[arg-type]


def test_fields_by_name() -> None:
    assert lines("{date}|{type}|{title}|{place}|{status}|{articles}")[3] == (
        "2024年9月6日—8日|展览|2024江城秋季书展|江城会展中心3号馆|计划|4"
    )


def test_every_field_makes_text_of_every_event() -> None:
    for name in FIELDS:
        made = lines("{" + name + "}")
        assert len(made) == len(TIMELINE.events)
        assert any(made), name


def test_labels_in_english() -> None:
    assert lines("{date} {type}", language="en")[3] == "6–8 Sep 2024 Exhibition"


def test_padding_counts_columns() -> None:
    assert lines("[{type:10}][{type:>6}][{type:^8}]")[3] == "[展览      ][  展览][  展览  ]"


def test_escapes_and_brackets() -> None:
    assert lines(r"{{{kind}}}\t\n\\n")[3] == "{exhibition}\t\n\\n"


@pytest.mark.parametrize(
    "template",
    [
        "{nothing}",
        "{title.__class__}",
        "{title[0]}",
        "{0}",
        "{}",
        "{title!r}",
        "{title:{id}}",
        "{title:9999}",
        "{title:%Y}",
        "{title",
        "title}",
        "{__class__}",
        "json",
        "",
    ],
)
def test_what_is_no_field_is_refused(template: str) -> None:
    with pytest.raises(UsageError):
        LineTemplate(template)
