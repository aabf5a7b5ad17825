"""``timeline show``: what is printed where, and how it looks there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.color import Color
from text_golden import holds
from text_samples import TIMELINE

from exports.layout import plain
from exports.text import Page, set_page
from schemas import EVENT_TYPES, Timeline
from timeline.cli import main
from timeline.commands import terminal

BARE = {
    "LC_ALL": "zh_CN.UTF-8",
    "TERM": "xterm-256color",
    "COLORTERM": "",
    "NO_COLOR": "",
    "FORCE_COLOR": "",
    "COLUMNS": "80",
}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.json"
    path.write_text(TIMELINE.model_dump_json(indent=1), encoding="utf-8")
    return path


def show(path: Path, *arguments: str, **environment: str) -> Result:
    env: dict[str, Any] = {key: value or None for key, value in (BARE | environment).items()}
    return CliRunner().invoke(main, ["show", str(path), *arguments], env=env)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "stands_on_terminal", lambda: True)


def test_piped_it_is_the_page_without_colour_or_today(saved: Path) -> None:
    result = show(saved)
    assert result.exit_code == 0
    assert result.output == "".join(f"{plain(line)}\n" for line in set_page(TIMELINE, Page(80)))


def test_today_is_marked_on_a_terminal(saved: Path, watched: None) -> None:
    assert "== 今天 " in show(saved, "--no-pager").output
    assert "== 今天 " not in show(saved, "--no-pager", "--plain").output
    assert "== 今天 2024年9月6日 周五 ==" in show(saved, "--no-pager", "--today", "2024-09-06").output


def test_colours_by_type_where_they_are_asked_for(saved: Path) -> None:
    assert "\x1b[38;5;98m展览" in show(saved, FORCE_COLOR="1").output
    assert "\x1b" not in show(saved, "--plain", FORCE_COLOR="1").output
    assert "\x1b" not in show(saved, TERM="dumb").output


def test_no_color_keeps_bold_and_drops_colours(saved: Path) -> None:
    output = show(saved, NO_COLOR="1", FORCE_COLOR="1").output
    assert "38;5" not in output
    assert "\x1b[1m" in output


def test_a_long_page_goes_through_the_pager(saved: Path, watched: None, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr(terminal.click, "echo_via_pager", lambda lines, color=None: paged.append("".join(lines)))
    assert show(saved, "--plain").output.startswith("江城大事")
    assert not paged
    assert show(saved, "--search", "马拉松", "--today", "2024-09-06").output
    assert not paged
    show(saved, "--today", "2024-09-06")
    assert paged[0].count("\n") > 60


@pytest.mark.parametrize(
    ("locale", "word"),
    [("zh_CN.UTF-8", "个事件"), ("C.UTF-8", "个事件"), ("C", "个事件"), ("en_GB.UTF-8", "events"), ("de_DE", "events")],
)
def test_the_language_is_that_of_the_locale(saved: Path, locale: str, word: str) -> None:
    assert word in show(saved, LC_ALL=locale).output
    assert "events" in show(saved, "--lang", "en", LC_ALL=locale).output


def test_the_width_is_that_of_the_terminal_or_as_asked(saved: Path) -> None:
    assert show(saved, COLUMNS="60").output == show(saved, "--width", "60").output
    assert show(saved, "--width", "39").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (["--type", "performance,competition"], ["音乐剧《渡口》首演", "江城马拉松"]),
        (["--status", "cancelled"], ["音乐剧《渡口》首演"]),
        (["--place", "南站"], ["轨道交通三号线一期工程通车试运营"]),
        (["--search", "渡口 首演"], ["音乐剧《渡口》首演"]),
        (["--from", "2025-01-02", "--type", "legal"], ["客运新规施行"]),
        (["--to", "2021"], ["“十四五”轨道交通规划"]),
    ],
)
def test_filters(saved: Path, arguments: list[str], titles: list[str]) -> None:
    assert show(saved, "--format", "{title}", *arguments).output.splitlines() == titles


def test_a_filtered_page_tells_of_the_articles_that_it_cites(saved: Path) -> None:
    assert "1个事件 · 取自2篇报道" in show(saved, "--search", "马拉松").output


def test_json_is_a_timeline_of_the_events_asked_for(saved: Path) -> None:
    assert Timeline.model_validate_json(show(saved, "--json").output) == TIMELINE
    some = json.loads(show(saved, "--json", "--type", "exhibition,holiday").output)
    assert [row["title"] for row in some["events"]] == ["2024江城秋季书展", "夜游航线加班"]
    only = json.loads(show(saved, "--json", "--type", "holiday").output)
    assert [row["title"] for row in only["articles"]] == ["江城将办秋季书展"]


def test_a_saved_timeline_is_known_by_how_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_text(TIMELINE.model_copy(update={"title": "江城" * 300}).model_dump_json(), encoding="utf-8")
    assert "13个事件" in show(path).output


def test_explain_tells_the_words_and_the_rules(saved: Path) -> None:
    result = show(saved, "--explain", f"{5:016x}")
    assert result.exit_code == 0
    assert holds("explained.txt", result.output)


def test_an_id_may_be_shortened_as_long_as_one_event_has_it(saved: Path) -> None:
    for name in ("00", "ff", ""):
        result = show(saved, "--explain", name)
        assert result.exit_code == 2
        assert "id" in result.output
    assert show(saved, "--explain", "000000000000000A").output.startswith("江城代表团")


@pytest.mark.parametrize("arguments", [["--format", "{titel}"], ["--json", "--format", "{title}"], ["--today", "soon"]])
def test_wrong_use_ends_in_two(saved: Path, arguments: list[str]) -> None:
    result = show(saved, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_help_names_every_field_of_a_template() -> None:
    from exports.templates import FIELDS

    output = CliRunner().invoke(main, ["show", "--help"]).output
    assert all(re.search(rf"^ +{name} +", output, re.MULTILINE) for name in FIELDS)


def test_every_type_has_a_hue_that_stands_out_from_white_and_from_black() -> None:
    assert set(terminal.TYPE_HUES) == set(EVENT_TYPES)
    for number in terminal.HUES.values():
        light = luminance(number)
        assert 1.05 / (light + 0.05) >= 3.9
        assert (light + 0.05) / 0.05 >= 4


def luminance(number: int) -> float:
    """WCAG 2.2's relative luminance of a colour of the 256."""
    channels = [value / 255 for value in Color.from_ansi(number).get_truecolor()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
