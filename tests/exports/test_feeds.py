"""JSON Feed and Atom: what their specifications ask for, and that no event is lost."""

import json
import re
from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from export_samples import article, event, evidence, sample, timeline
from export_strategies import timelines
from hypothesis import given, settings

from exports import ExportOptions, export
from schemas import OtherDate, Timeline

PUBLISHED = ExportOptions(base_url="https://dates.example/t", page_size=4)


def json_pages(whole: Timeline, options: ExportOptions | None = None) -> dict[str, Any]:
    return {name: json.loads(data) for name, data in export(whole, "feed", options).files.items()}


def json_feed(whole: Timeline, options: ExportOptions | None = None) -> Any:
    pages = json_pages(whole, options)
    assert list(pages) == ["feed.json"]
    return pages["feed.json"]


def atom(whole: Timeline, options: ExportOptions | None = None, name: str = "feed.atom") -> Any:
    parsed = feedparser.parse(export(whole, "atom", options).files[name])
    assert not parsed.bozo
    return parsed


def is_address(text: Any) -> bool:
    return isinstance(text, str) and bool(urlsplit(text).scheme) and text.isascii() and " " not in text


def faults(feed: dict[str, Any]) -> list[str]:
    """What JSON Feed 1.1 asks for and a feed has not."""
    found = [] if feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"] else ["version or title"]
    found += [name for name in ("feed_url", "home_page_url", "next_url") if name in feed and not is_address(feed[name])]
    ids = [item["id"] for item in feed["items"]]
    if len(set(ids)) < len(ids) or not all(is_address(name) for name in ids):
        found.append("ids")
    for item in feed["items"]:
        if not (item["content_html"] and item["content_text"] and item["title"]):
            found.append("no content or title")
        found += [name for name in ("url", "image") if name in item and not is_address(item[name])]
        for name in ("date_published", "date_modified"):
            if name in item and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)", item[name]):
                found.append(f"{name} {item[name]}")
        if not all(author["name"] for author in item.get("authors", ())) or not all(item["tags"]):
            found.append("an empty author or tag")
    return found


def test_an_item_tells_the_article_and_the_event_apart() -> None:
    item = next(item for item in json_feed(sample())["items"] if item["title"] == "滨江灯会")
    assert item["id"].startswith("urn:uuid:")
    assert item["url"] == "https://news.example/1.html"
    assert item["date_published"] == "2023-03-02T08:30:00+08:00"
    assert item["date_modified"] == "2023-03-03T08:30:00+08:00"
    assert item["summary"] == "2023年3月18日—20日 3月18日至20日，滨江灯会在老码头举行。"
    assert item["authors"] == [{"name": "滨江晚报"}, {"name": "林一舟"}, {"name": "江城日报"}]
    assert item["tags"] == ["展览", "灯会", "文旅"]
    own = item["_timeline"]
    assert (own["begin"], own["until"], own["edtf"]) == ("2023-03-18", "2023-03-21", "2023-03-18/2023-03-20")
    assert own["other_dates"] == [
        {"begin": "2023-03-01", "until": "2023-04-01", "edtf": "2023-03", "reason": "disagreement"}
    ]


def test_the_latest_told_stands_first() -> None:
    whole = timeline(event(1, evidence=(evidence(1),)), event(2, evidence=(evidence(2),)))
    assert [item["title"] for item in json_feed(whole)["items"]] == ["第2届滨江灯会", "第1届滨江灯会"]


def test_pages_link_to_each_other_and_hold_everything_once() -> None:
    pages = json_pages(sample(), PUBLISHED)
    assert list(pages) == ["feed.json", "feed-2.json", "feed-3.json"]
    assert pages["feed.json"]["feed_url"] == "https://dates.example/t/feed.json"
    assert pages["feed.json"]["next_url"] == pages["feed-2.json"]["feed_url"] == "https://dates.example/t/feed-2.json"
    assert "next_url" not in pages["feed-3.json"]
    ids = [item["id"] for page in pages.values() for item in page["items"]]
    assert sorted(ids) == sorted(f"https://dates.example/t/timeline.json#{one.id}" for one in sample().events)


def test_atom_pages_link_to_themselves_and_the_next() -> None:
    parsed = atom(sample(), PUBLISHED, "feed-2.atom")
    links = {link["rel"]: link["href"] for link in parsed.feed.links}
    assert links["self"] == "https://dates.example/t/feed-2.atom"
    assert links["next"] == "https://dates.example/t/feed-3.atom"
    assert parsed.feed.id == "https://dates.example/t/feed.atom"


def test_atom_says_the_same_as_json() -> None:
    items = json_feed(sample())["items"]
    entries = atom(sample()).entries
    assert [entry.id for entry in entries] == [item["id"] for item in items]
    assert [entry.title for entry in entries] == [item["title"] for item in items]
    assert [entry.content[0].value for entry in entries] == [item["content_html"] for item in items]
    assert [entry.published for entry in entries] == [item["date_published"] for item in items]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_words_of_articles_are_never_markup() -> None:
    nasty = '<script>alert("1")</script>&amp;'
    other = OtherDate(begin=None, until=None, edtf=nasty, evidence=(evidence(1, nasty),))
    whole = timeline(
        event(title=nasty, summary=nasty, evidence=(evidence(1, nasty),), other_dates=(other,), works=(nasty,)),
        articles=(article(1, title=nasty, publisher=nasty, url=f"https://news.example/{nasty}"),),
    )
    reader = Tags()
    reader.feed(json_feed(whole)["items"][0]["content_html"])
    assert reader.names <= {"p", "dl", "dt", "dd", "blockquote", "footer", "a"}
    assert nasty in reader.words


@pytest.mark.parametrize("options", [ExportOptions(), PUBLISHED, ExportOptions(language="en")])
def test_the_sample_has_no_faults(options: ExportOptions) -> None:
    assert [fault for page in json_pages(sample(), options).values() for fault in faults(page)] == []


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_any_timeline_stands_in_both_feeds_whole(whole: Timeline) -> None:
    feed = json_feed(whole)
    assert faults(feed) == []
    assert {item["_timeline"]["id"] for item in feed["items"]} == {one.id for one in whole.events}
    parsed = atom(whole)
    assert [entry.id for entry in parsed.entries] == [item["id"] for item in feed["items"]]
    for item in feed["items"]:
        assert datetime.fromisoformat(item["date_published"])
