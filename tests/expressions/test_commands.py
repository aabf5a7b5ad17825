"""``timeline expressions`` and ``timeline explain``."""

import json

import pytest
from click.testing import CliRunner

from schemas import UsageError
from timeline.commands.explain import command as explain
from timeline.commands.expressions import command as expressions


def run(command, *arguments, text=""):
    done = CliRunner().invoke(command, arguments, input=text, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_json_lines_go_in_and_come_out():
    lines = [
        {"id": "a", "published": "2022-09-03T18:00:00+08:00", "text": "昨天开幕"},
        {"id": "b", "published": "2022-09-03", "text": "无"},
    ]
    out = run(expressions, "--format", "jsonl", "-", text="".join(json.dumps(line) + "\n" for line in lines))
    first, second = map(json.loads, out.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert second["expressions"] == []
    (one,) = first["expressions"]
    assert one["text"] == "昨天"
    assert (one["start_char"], one["end_char"]) == (0, 2)
    assert (one["begin"], one["until"]) == ("2022-09-02T00:00:00", "2022-09-03T00:00:00")


def test_an_offset_of_zero_means_shanghai():
    line = {"id": "a", "published": "2022-09-03T17:30:00Z", "text": "今天开幕"}
    out = run(expressions, "--format", "jsonl", "-", text=json.dumps(line))
    assert json.loads(out)["expressions"][0]["value"] == "2022-09-04"


@pytest.mark.parametrize(("prefer", "value"), [("past", "2021-12"), ("current", "2022-12"), ("future", "2022-12")])
def test_prefer_decides_where_nothing_else_does(prefer, value):
    line = {"id": "a", "published": "2022-09-03", "text": "12月"}
    out = run(expressions, "--format", "jsonl", "--prefer", prefer, "-", text=json.dumps(line))
    assert json.loads(out)["expressions"][0]["value"] == value


def test_the_table_lines_up(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("今天下午3点，9月1日~3日", encoding="utf-8")
    header, first, second = run(expressions, str(path), "--published", "2022-09-03").splitlines()
    assert header.split()[:2] == ["text", "value"]
    assert first.split()[:2] == ["今天下午3点", "2022-09-03T15:00"]
    assert second.split()[:2] == ["9月1日~3日", "2022-09-01/2022-09-03"]


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["-"], "今天"),
        (["--published", "gestern", "-"], "今天"),
        (["--format", "jsonl", "-"], "{"),
        (["--format", "jsonl", "-"], "[]"),
        (["--format", "jsonl", "-"], '{"id": 1, "text": "今天"}'),
        (["--format", "jsonl", "-"], '{"id": 1, "published": 7, "text": "今天"}'),
        (["--format", "jsonl", "-"], '{"id": 1, "published": "2022-09-03", "text": 7}'),
    ],
)
def test_bad_input_is_told_in_one_line(arguments, text):
    with pytest.raises(UsageError) as error:
        run(expressions, *arguments, text=text)
    assert "\n" not in str(error.value)


def test_explain_says_why():
    out = run(explain, "9月1日~3日", "--published", "2022-08-26")
    assert out.splitlines() == [
        "9月1日~3日  →  2022-09-01/2022-09-03",
        "  found by      days_of_month, as in 9月1日~3日",
        "  counted from  the publication, 2022-08-26",
        "  said          month, day",
        "  inherited     year",
        "  type          DATE, day",
        "  from          2022-09-01",
        "  until         2022-09-04 (not inside)",
    ]


def test_explain_names_the_words_that_a_date_follows():
    out = run(explain, "8月31日布展，次日开门。", "--published", "2022-09-03")
    assert "  counted from  8月31日 (2022-08-31) in the text" in out


def test_explain_as_json():
    (one,) = json.loads(run(explain, "去年", "--published", "2022-09-03", "--format", "json"))
    assert (one["value"], one["rule"], one["anchor"]) == ("2021", "year_relative", "published 2022-09-03")


def test_explain_says_when_there_is_nothing():
    assert run(explain, "三点建议", "--published", "2022-09-03") == "No date expression found.\n"
