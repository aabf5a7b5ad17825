"""Ends and lengths that other words tell: they stretch the event whose beginning stands before them."""

from datetime import date, datetime

import pytest

from schemas import Article
from timeline.events import examine

PUBLISHED = datetime.fromisoformat("2024-05-27T16:00:00+08:00")


def events_of(text, title="青江要闻"):
    article = Article(id="a" * 16, source="a.md", title=title, published=PUBLISHED, language="zh", text=text)
    return examine(article).events


@pytest.mark.parametrize(
    ("text", "title", "until"),
    [
        ("“远航”古船特展将于6月1日在海事馆开展，展期三个月，至8月31日结束。", "古船特展", date(2024, 9, 1)),
        ("“远航”古船特展将于6月1日在海事馆开展，展览持续至8月31日。", "古船特展", date(2024, 9, 1)),
        ("话剧《南墙》6月1日起在青江大剧院连演4场。", "话剧《南墙》", date(2024, 6, 5)),
        ("海灣燈會6月1日在江灘點燈，展期至六月十日止。", "海灣燈會", date(2024, 6, 11)),
    ],
)
def test_an_end_belongs_to_the_event_before_it(text, title, until):
    (event,) = events_of(text)
    assert title in event.title
    assert (event.begin, event.until) == (date(2024, 6, 1), until)


def test_a_run_of_shows_is_doubted():
    (event,) = events_of("话剧《南墙》6月1日起在青江大剧院连演4场。")
    assert "a day a show" in event.doubts


def test_days_in_a_row_end_what_begins_today():
    (event,) = events_of("从今天（5月27日）开始，青江音乐节将连续两天在江滩公园举行。")
    assert (event.begin, event.until, event.open_end) == (date(2024, 5, 27), date(2024, 5, 29), False)


@pytest.mark.parametrize(
    "text",
    [
        "主办方宣布取消原定6月24日、25日在银沙滩举办的“浪花音乐节”。",
        "原定6月24日晚在江滩公园举行的秋日露天音乐会因天气原因取消。",
    ],
)
def test_what_is_called_off_stands_at_its_old_date(text):
    (event,) = events_of(text)
    assert (event.status, event.edtf[:10]) == ("cancelled", "2024-06-24")
