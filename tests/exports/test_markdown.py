"""Markdown that says what it shows: golden file, and every title as it stands after a CommonMark reader."""

from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from text_golden import holds
from text_samples import EMPTY, TIMELINE, event

from exports.characters import one_line
from exports.exporter import ExportOptions
from exports.markdown import EXPORTER, escaped
from schemas import Timeline


def markdown(timeline: Timeline, language: str = "zh") -> str:
    options = ExportOptions(language="en" if language == "en" else "zh")
    return EXPORTER.export(timeline, options).files["timeline.md"].decode()


class Words(HTMLParser):
    """The text of a page, and how many of each element it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: dict[str, int] = {}
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements[tag] = self.elements.get(tag, 0) + 1


def shown(text: str) -> Words:
    return Words(MarkdownIt().render(text))


def test_the_page() -> None:
    assert holds("page.md", markdown(TIMELINE))


def test_the_page_in_english() -> None:
    assert holds("page-en.md", markdown(TIMELINE, "en"))


def test_a_reader_sees_an_item_an_event_and_a_link_an_article() -> None:
    words = shown(markdown(TIMELINE))
    events, articles = len(TIMELINE.events), len(TIMELINE.articles)
    assert words.elements["strong"] == events
    assert words.elements["li"] == events + articles
    assert words.elements["h1"] == 1
    assert words.elements["a"] == sum(len({row.article for row in e.evidence}) for e in TIMELINE.events) + articles


def test_a_timeline_without_events_says_so() -> None:
    assert shown(markdown(EMPTY)).text.split() == ["江城大事", "没有事件"]


@settings(deadline=None)
@given(
    st.text(
        st.one_of(st.sampled_from("*_`#<>[]()!\\-+=1.&|~ 书展"), st.characters(exclude_categories=["Cs"])), max_size=40
    )
)
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    line = one_line(text)
    assert " ".join(shown(escaped(text)).text.split()) == line


@settings(deadline=None)
@given(st.text(st.sampled_from("*_`#<>[]()!\\-+=1.&|~ 书展“”《》（）"), min_size=1, max_size=20))
def test_any_title_is_shown_as_it_stands(text: str) -> None:
    title = one_line(text) or "—"
    row = event(1, "other", text, "2024-09-06", "2024-09-07", "2024-09-06")
    page = shown(markdown(Timeline(title="江城大事", events=(row,))))
    assert title in " ".join(unescape(page.text).split())
    assert page.elements["strong"] == 1
