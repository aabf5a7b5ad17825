"""What happens again and again: its first instance, its rule, and what is no activity."""

from datetime import date, datetime

import pytest

from schemas import Article
from timeline.events import examine
from timeline.events.fields.recurrences import recurring_time, recurs
from timeline.expressions import find_expressions

PUBLISHED = datetime.fromisoformat("2024-05-27T16:00:00+08:00")


def told(text):
    found = find_expressions(text, PUBLISHED)
    place = next(k for k, e in enumerate(found) if e.type == "SET")
    following = text[found[place].end_char :]
    return recurring_time(found[place], found[:place], following, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "begin", "until", "rule"),
    [
        ("本馆每周一闭馆", date(2024, 5, 27), date(2024, 5, 28), "FREQ=WEEKLY;BYDAY=MO"),
        (
            "7月1日至8月31日，每周三上午10点设有导览",
            datetime(2024, 7, 3, 10),
            datetime(2024, 7, 3, 10),
            "FREQ=WEEKLY;BYDAY=WE;BYHOUR=10;BYMINUTE=0;UNTIL=20240831T235959",
        ),
        (
            "每晚七點至十點施放煙火",
            datetime(2024, 5, 27, 19),
            datetime(2024, 5, 27, 22),
            "FREQ=DAILY;BYHOUR=19;BYMINUTE=0",
        ),
        (
            "隧道将于9月26日至30日每晚23时至次日5时封闭",
            datetime(2024, 9, 26, 23),
            datetime(2024, 9, 27, 5),
            "FREQ=DAILY;BYHOUR=23;BYMINUTE=0;UNTIL=20240930T235959",
        ),
        ("音乐节每年9月举行", date(2024, 9, 1), date(2024, 10, 1), "FREQ=YEARLY;BYMONTH=9"),
        ("市集每月第一个周六开放", date(2024, 6, 1), date(2024, 6, 2), "FREQ=MONTHLY;BYDAY=1SA"),
    ],
)
def test_the_first_instance_and_the_rule(text, begin, until, rule):
    time = told(text)
    assert (time.begin, time.until, time.recurrence) == (begin, until, rule)


def test_a_month_that_recurs_stays_a_month():
    time = told("音乐节每年9月举行")
    assert (time.edtf, time.granularity) == ("2024-09", "month")


@pytest.mark.parametrize("text", ["每年接待游客两万人", "每两年举办一次", "每天都有人来"])
def test_what_tells_no_day_has_no_instances(text):
    assert not any(recurs(e) for e in find_expressions(text, PUBLISHED))


def events_of(text):
    article = Article(
        id="a" * 16, source="a.md", title="海事馆夏季安排公布", published=PUBLISHED, language="zh", text=text
    )
    return examine(article).events


def test_an_activity_that_recurs_is_one_event_with_a_rule():
    (event,) = events_of("海事馆每周一闭馆，法定节假日除外。")
    assert (event.title, event.recurrence, event.status) == ("海事馆闭馆", "FREQ=WEEKLY;BYDAY=MO", "ongoing")


def test_what_nobody_is_told_to_hold_is_named_by_itself():
    (event,) = [e for e in events_of("暑假期间，每周三上午10点设有面向中小学生的导览。") if e.recurrence]
    assert event.title == "面向中小学生的导览"


def test_a_rate_is_no_activity():
    assert [e for e in events_of("海川港每年9月吞吐量最高。") if e.recurrence] == []


def test_a_repetition_holds_for_the_days_of_the_event_around_it():
    text = "海川灯会将于6月1日至10日在江滩公园举行。灯会期间，每晚七点至十点施放无人机灯光秀。"
    (event,) = [e for e in events_of(text) if e.recurrence]
    assert (event.begin, event.status) == (datetime(2024, 6, 1, 19), "scheduled")
    assert event.recurrence.endswith("UNTIL=20240610T235959")
    assert event.part_of.name == "海川灯会"
