"""What ``timeline diff`` tells of two timelines."""

import json

import pytest
from click.testing import CliRunner
from mentions import article, mention

from schemas import Timeline
from timeline.commands.diff import command
from timeline.events.merging.changes import compare
from timeline.events.merging.merge import merge
from timeline.events.merging.previous import revise

A, B = article("a", "2023-03-01"), article("b", "2023-03-20")


def timeline(*events):
    return Timeline(title="t", articles=(A, B), events=tuple(merge(events, [A, B])))


OLD = timeline(
    mention("2023滨江马拉松", "2023-04-16", type="competition", status="scheduled"),
    mention("第三届临江书展", "2023-05-01/2023-05-03", at=50, status="scheduled", places=["临江会展中心"]),
    mention("滨江低空经济峰会", "2023-06-12", at=100, status="scheduled"),
    mention("临江青年音乐节", "2023-06-20", at=150, type="performance", status="scheduled"),
    mention("临江大桥开工", "2023-06-25", at=200, type="construction", status="scheduled"),
)
NEW = timeline(
    mention("2023滨江马拉松", "2023-05-21", type="competition", status="postponed"),
    mention("第三届临江书展", "2023-05-01/2023-05-03", at=50, status="scheduled", places=["滨江图书馆"]),
    mention("滨江低空经济峰会", "2023-06-13", at=100, status="scheduled", quote="滨江低空经济峰会。"),
    mention("临江青年音乐节", "2023-06-20", at=150, type="performance", status="cancelled"),
    mention("《临江市数据条例》公布", "2023-03-19", article="b", type="publication"),
)


def test_each_change_is_told_once_in_order_of_time():
    assert [(change.kind, change.event.title) for change in compare(OLD, NEW)] == [
        ("new", "《临江市数据条例》公布"),
        ("relocated", "第三届临江书展"),
        ("postponed", "2023滨江马拉松"),
        ("moved", "滨江低空经济峰会"),
        ("cancelled", "临江青年音乐节"),
        ("vanished", "临江大桥开工"),
    ]


def test_a_tombstone_is_told_as_vanished_and_then_no_more():
    revised = revise(NEW, OLD)
    assert [change.event.title for change in compare(OLD, revised) if change.kind == "vanished"] == ["临江大桥开工"]
    assert compare(revised, revise(NEW, revised)) == []


@pytest.fixture
def run(tmp_path):
    for name, content in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.json").write_text(content.model_dump_json(), encoding="utf-8")

    def run_command(*arguments):
        return CliRunner().invoke(
            command, [str(tmp_path / part) if part.endswith(".json") else part for part in arguments]
        )

    return run_command


def test_tells_a_person(run):
    done = run("old.json", "new.json", "--lang", "zh", "--width", "100")
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "新增  2023年3月19日  《临江市数据条例》公布",
        "换地  2023年5月1日—3日  第三届临江书展：临江会展中心 → 滨江图书馆",
        "延期  2023滨江马拉松：2023年4月16日 → 2023年5月21日",
        "改期  滨江低空经济峰会：2023年6月12日 → 2023年6月13日",
        "取消  2023年6月20日  临江青年音乐节：计划 → 已取消",
        "撤下  2023年6月25日  临江大桥开工",
        "新增 1，改期 1，延期 1，取消 1，换地 1，撤下 1",
    ]


def test_tells_a_program(run):
    rows = [json.loads(line) for line in run("old.json", "new.json", "--json").output.splitlines()]
    assert rows[2] == {
        "kind": "postponed",
        "id": OLD.events[0].id,
        "title": "2023滨江马拉松",
        "before": "2023-04-16",
        "after": "2023-05-21",
    }
    assert [row["kind"] for row in rows] == [change.kind for change in compare(OLD, NEW)]


def test_says_when_nothing_changed_and_tells_scripts_by_its_exit_code(run):
    same = run("old.json", "old.json", "--lang", "en", "--exit-code")
    assert (same.output, same.exit_code) == ("Nothing changed\n", 0)
    assert run("old.json", "new.json", "--exit-code").exit_code == 1


def test_long_lines_are_wrapped_and_indented(run):
    lines = run("old.json", "new.json", "--lang", "zh", "--width", "40").output.splitlines()
    assert any(line.startswith("    ") for line in lines)
