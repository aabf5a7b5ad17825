"""Participants: hosts and the like, lists, and who signs, wins or speaks; every row's example holds."""

import pytest

from timeline.events.data import rows_of
from timeline.events.fields.participants import participants_of
from timeline.events.words import default_words


def told(text):
    return [(p.name, p.role) for p in participants_of(text, text, default_words())]


EXAMPLES = [(row[0], *row[3].split("=")) for row in rows_of("participants.tsv")]


@pytest.mark.parametrize(("role", "text", "names"), EXAMPLES)
def test_examples_of_rows_tell_their_names(role, text, names):
    assert told(text) == [(name, role) for name in names.split("、")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("论坛由青江市人民政府主办，青江港务集团承办", [("青江市人民政府", "host"), ("青江港务集团", "organiser")]),
        (
            "主办单位：市体育局、市旅游局；承办单位：山海公司",
            [("市体育局", "host"), ("市旅游局", "host"), ("山海公司", "organiser")],
        ),
        ("由教育部、文化和旅游部共同主办", [("教育部", "host"), ("文化和旅游部", "host")]),
        ("本次活动由黑龙江省主办，绿野科技公司协办", [("黑龙江省", "host"), ("绿野科技公司", "co-organiser")]),
    ],
)  # fmt: skip
def test_parts(text, names):
    assert told(text) == names


@pytest.mark.parametrize("text", ["两国相互支持，加大重点群体就业支持", "给予适当支持。", "请银行积极给予支持"])
def test_what_is_supported_is_no_participant(text):
    assert told(text) == []
