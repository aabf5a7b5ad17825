"""What a subscriber sees from build to build: which events keep their UID, and which changes are numbered."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar, Event

from timeline.cli import main

MARATHON, FESTIVAL, FAIR, CONGRESS, BRIDGE = "马拉松", "音乐节", "书展", "航运大会", "大桥"
FIRST = {
    MARATHON: ("2024海港马拉松定档5月12日", "2024-04-01", "2024海港马拉松将于5月12日7时30分在海港体育场鸣枪开跑。"),
    FESTIVAL: ("海港音乐节5月18日登场", "2024-04-02", "海港音乐节将于5月18日在滨海公园举行。"),
    FAIR: ("海港书展6月1日开幕", "2024-04-03", "海港书展将于6月1日至3日在海港会展中心举办。"),
    CONGRESS: ("海港航运大会筹备就绪", "2024-04-04", "海港航运大会将于6月8日在海港大厦举行。"),
    BRIDGE: ("海港大桥通车", "2024-04-05", "海港大桥4月5日正式通车。"),
}
LATER = {
    "moved": (
        "2024海港马拉松延期至5月26日",
        "2024-04-20",
        "受台风影响，原定5月12日举行的2024海港马拉松延期至5月26日7时30分举行。",
    ),
    "cancelled": ("海港音乐节取消", "2024-04-21", "原定5月18日在滨海公园举行的海港音乐节取消。"),
    "retitled": ("海港航运大会倒计时", "2024-04-22", "第三届海港航运大会将于6月8日在海港大厦举行。"),
    "again": ("第三届海港航运大会将于6月8日举行", "2024-04-22", "第三届海港航运大会将于6月8日在海港大厦举行。"),
}


def write(folder: Path, articles: dict[str, tuple[str, str, str]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, (title, day, text) in articles.items():
        page = f"---\ntitle: {title}\ndate: {day} 09:00\nurl: https://haigang.example/{name}\n---\n{text}\n"
        (folder / f"{name}.md").write_text(page, encoding="utf-8")


def build(folder: Path, output: Path, *more: object) -> dict[str, Event]:
    done = CliRunner().invoke(main, ["build", str(folder), "-o", str(output), *map(str, more)])
    assert done.exit_code == 0, done.output
    return read(output)


def read(folder: Path) -> dict[str, Event]:
    """The events of a built calendar by the name that is in their titles."""
    events = Calendar.from_ical((folder / "timeline.ics").read_bytes()).events
    return {next(name for name in FIRST if name in str(event["SUMMARY"])): event for event in events}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five events, built; then one moved, one cancelled, one with a better title and one without its article."""
    folder = tmp_path_factory.mktemp("lifecycle")
    write(folder / "articles", FIRST)
    build(folder / "articles", folder / "one")
    (folder / f"articles/{FAIR}.md").unlink()
    write(folder / "articles", LATER)
    build(folder / "articles", folder / "two", "--previous", folder / "one/timeline.json")
    return folder


@pytest.mark.parametrize(
    ("name", "sequence", "status", "summary"),
    [
        (MARATHON, 1, "TENTATIVE", "【已改期】2024海港马拉松"),
        (FESTIVAL, 1, "CANCELLED", "【已取消】海港音乐节"),
        (FAIR, 1, "CANCELLED", "【已取消】海港书展"),
        (CONGRESS, 0, "CONFIRMED", "第三届海港航运大会"),
    ],
)
def test_what_changed_keeps_its_uid_and_says_so(
    home: Path, name: str, sequence: int, status: str, summary: str
) -> None:
    before, after = read(home / "one")[name], read(home / "two")[name]
    assert after["UID"] == before["UID"]
    assert (after["SEQUENCE"], after["STATUS"], after["SUMMARY"]) == (sequence, status, summary)
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTAMP"] == after["LAST-MODIFIED"]


def test_what_did_not_change_is_the_same_to_the_byte(home: Path) -> None:
    assert read(home / "one")[BRIDGE].to_ical() == read(home / "two")[BRIDGE].to_ical()


def test_building_again_changes_nothing(home: Path, tmp_path: Path) -> None:
    build(home / "articles", tmp_path, "--previous", home / "two/timeline.json")
    assert (tmp_path / "timeline.ics").read_bytes() == (home / "two/timeline.ics").read_bytes()


@pytest.mark.parametrize(("day", "held"), [("2024-05-20", True), ("2024-05-24", False)])
def test_what_is_gone_stays_for_thirty_days_of_publications(home: Path, tmp_path: Path, day: str, held: bool) -> None:
    write(tmp_path / "articles", {BRIDGE: FIRST[BRIDGE], "new": (f"{BRIDGE}亮灯", day, f"昨天，海港{BRIDGE}亮灯。")})
    for path in (home / "articles").iterdir():
        (tmp_path / "articles" / path.name).write_bytes(path.read_bytes())
    events = build(tmp_path / "articles", tmp_path / "out", "--previous", home / "two/timeline.json")
    assert (FAIR in events) == held


def test_diff_tells_a_person_the_same(home: Path) -> None:
    done = CliRunner().invoke(
        main,
        ["diff", str(home / "one/timeline.json"), str(home / "two/timeline.json"), "--lang", "zh", "--width", "80"],
    )
    assert done.output.splitlines() == [
        "取消  2024年5月18日  海港音乐节：计划 → 已取消",
        "延期  2024海港马拉松：2024年5月12日 7:30 → 2024年5月26日 7:30",
        "撤下  2024年6月1日—3日  海港书展",
        "改题  2024年6月8日  海港航运大会 → 第三届海港航运大会",
        "延期 1，取消 1，改题 1，撤下 1",
    ]
