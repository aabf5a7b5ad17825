"""What `import timeline` promises: names that resolve and are told, steps that work alone, values that travel."""

import inspect
import pickle
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import timeline

SHANGHAI = ZoneInfo("Asia/Shanghai")
PUBLISHED = datetime(2024, 5, 8, 9, 30, tzinfo=SHANGHAI)
TEXT = "第三届江城书展将于5月18日至20日在江城会展中心举行。组委会5月7日公布了活动日程。"
HEAVY = {
    "arrow", "charset_normalizer", "click", "dateparser", "feedparser", "holidays", "icalendar", "lunar_python", "lxml",
    "markdown_it", "pydantic", "rapidfuzz", "rensa", "rich", "rjieba", "yaml",
}  # fmt: skip


@pytest.fixture
def article() -> timeline.Article:
    return timeline.Article(
        id="a" * 16, source="fair.md", title="江城书展5月18日开幕", published=PUBLISHED, text=TEXT, publisher="江城日报"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fair.md").write_text(
        f"---\ntitle: 江城书展5月18日开幕\ndate: 2024-05-08 09:30\n---\n{TEXT}\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_name_resolves_and_is_told(name: str) -> None:
    value = getattr(timeline, name)
    assert name in dir(timeline)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="nonesuch"):
        _ = timeline.nonesuch


@pytest.mark.parametrize("imports", ["import timeline", "import timeline; dir(timeline)"])
def test_the_import_loads_nothing_heavy(imports: str) -> None:
    code = f"import sys; {imports}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "timeline" in loaded
    assert HEAVY & set(loaded) == set()


def test_expressions_of_a_text() -> None:
    first, *_ = timeline.find_expressions(TEXT, PUBLISHED)
    assert (first.text, first.value) == ("5月18日至20日", "2024-05-18/2024-05-20")
    assert TEXT[first.start_char : first.end_char] == first.text
    assert first.begin
    assert first.until
    assert (first.begin.isoformat(), first.until.isoformat()) == ("2024-05-18T00:00:00", "2024-05-21T00:00:00")


def test_a_moment_in_utc_means_shanghai() -> None:
    late = datetime(2024, 5, 8, 20, 0, tzinfo=UTC)
    assert [found.value for found in timeline.find_expressions("今天", late)] == ["2024-05-09"]


def test_articles_of_a_folder(folder: Path) -> None:
    (read,) = timeline.read([folder])
    assert (read.title, read.published, read.text) == ("江城书展5月18日开幕", PUBLISHED, TEXT)


def test_events_of_an_article(article: timeline.Article) -> None:
    events = timeline.extract(article)
    fair = next(event for event in events if event.edtf == "2024-05-18/2024-05-20")
    assert (fair.begin.isoformat(), fair.until and fair.until.isoformat()) == ("2024-05-18", "2024-05-21")
    for event in events:
        for proof in event.evidence:
            assert article.text[proof.start_char : proof.end_char] == proof.quote
    assert timeline.examine(article).events == events


def test_one_event_of_two_mentions(article: timeline.Article) -> None:
    other = article.model_copy(update={"id": "b" * 16, "source": "other.md", "title": "江城书展下周末举行"})
    both = [*timeline.extract(article), *timeline.extract(other)]
    merged = timeline.merge(both, [article.metadata(), other.metadata()])
    assert [
        len({proof.article for proof in event.evidence}) for event in merged if event.title == "第三届江城书展"
    ] == [2]


def test_a_timeline_of_a_folder_and_of_articles_in_memory(folder: Path) -> None:
    built = timeline.build([folder])
    assert built.timeline.events
    assert (built.problems, built.notices) == ([], [])
    assert timeline.build_from_articles(timeline.read([folder])).timeline == built.timeline


@pytest.mark.parametrize("name", timeline.EXPORTERS)
def test_an_export_alone(folder: Path, name: str) -> None:
    exported = timeline.export(timeline.build([folder]).timeline, name)
    assert exported.files
    assert all(content for content in exported.files.values())


def test_results_travel(folder: Path, article: timeline.Article) -> None:
    built = timeline.build([folder])
    results = (
        timeline.find_expressions(TEXT, PUBLISHED),
        article,
        timeline.extract(article),
        timeline.merge(timeline.extract(article), [article.metadata()]),
        built,
        timeline.export(built.timeline, "ical"),
        timeline.Settings(),
        timeline.ExportOptions(),
    )
    assert pickle.loads(pickle.dumps(results)) == results


def test_errors_travel_and_say_what_where_and_how_to_mend(tmp_path: Path) -> None:
    with pytest.raises(timeline.TimelineError) as caught:
        timeline.build([tmp_path / "nowhere"])
    error = pickle.loads(pickle.dumps(caught.value))
    assert str(error) == str(caught.value)
    assert (error.where, error.mend) == (caught.value.where, caught.value.mend)
    assert "nowhere" in error.where
    assert error.mend
