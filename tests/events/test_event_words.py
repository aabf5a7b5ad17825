"""The word lists: every row's examples hold, and a user's file adds to them."""

import pickle

import pytest

from schemas import EVENT_TYPES, UsageError
from timeline.events.data import rows_of
from timeline.events.fields.types import type_of
from timeline.events.text.sentences import kind_of
from timeline.events.words import default_words, load_words


def test_types_of_the_tables_are_known():
    words = default_words()
    assert set(words.event_names.values()) <= set(EVENT_TYPES)
    assert set(words.cues.values()) <= set(EVENT_TYPES)


@pytest.mark.parametrize("table", ["compounds.tsv", "function_words.tsv", "gate.tsv", "verbs.tsv"])
def test_no_row_stands_twice(table):
    names = [row[0] for row in rows_of(table)]
    assert len(names) == len(set(names))


def test_lines_of_a_page_are_described_in_lower_case():
    assert all(pattern == pattern.lower() for _, pattern in rows_of("furniture.tsv"))
    assert kind_of("Copyright 2031 海湾晚报") == kind_of("下载客户端，打开APP看全文") == "furniture"


def test_the_name_of_an_event_tells_its_type_by_its_ending():
    assert type_of("第九届海湾机器人博览会", "", default_words(), name="第九届海湾机器人博览会")[0] == "exhibition"


def test_yaml_words_add_types_names_and_aliases(tmp_path):
    file = tmp_path / "words.yaml"
    file.write_text(
        "types:\n  construction: [开闸]\naliases:\n  海博会: 海湾机器人博览会\nnames:\n  灯火计划: launch\n", "utf-8"
    )
    words = load_words(file)
    assert type_of("某水闸开闸", "", words)[0] == "construction"
    assert words.aliases == {"海博会": "海湾机器人博览会"}
    assert type_of("灯火计划", "", words)[0] == "launch"


def test_tsv_words_are_the_same_as_yaml_words(tmp_path):
    file = tmp_path / "words.tsv"
    file.write_text(
        "# own words\ntype\t开闸\tconstruction\nalias\t海博会\t海湾机器人博览会\nname\t灯火计划\tlaunch\n", "utf-8"
    )
    words = load_words(file)
    assert words.cues["开闸"] == "construction"
    assert words.names == {"灯火计划": "launch"}


def test_words_cross_a_process_border(tmp_path):
    file = tmp_path / "words.tsv"
    file.write_text("type\t开闸\tconstruction\n", "utf-8")
    words = load_words(file)
    again = pickle.loads(pickle.dumps(words))
    assert again.cues == words.cues
    assert again.names == words.names
    assert pickle.loads(pickle.dumps(default_words())) is default_words()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "types: [a"),
        ("a.yaml", "- a"),
        ("a.yaml", "colours: {}"),
        ("a.yaml", "types:\n  party: [聚餐]\n"),
        ("a.tsv", "type\n"),
        ("a.tsv", "kind\tword\tlaunch\n"),
    ],
)
def test_bad_words_are_named_with_their_file(tmp_path, name, content):
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(UsageError) as caught:
        load_words(file)
    assert str(file) in str(caught.value)


def test_a_missing_file_of_words_is_named():
    with pytest.raises(UsageError, match="nowhere"):
        load_words("nowhere.yaml")
