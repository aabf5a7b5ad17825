"""Status: against the publication, and by the words that cancel, move, foretell or aim."""

from datetime import date, datetime

import pytest

from timeline.events.fields.status import calls_off, status_of
from timeline.events.fields.times import Time

PUBLISHED = datetime.fromisoformat("2024-05-20T10:00:00+08:00")


def time(begin, until, granularity="day", **more):
    return Time(date.fromisoformat(begin), date.fromisoformat(until), begin, granularity, True, **more)


PAST = time("2024-05-18", "2024-05-19")
AHEAD = time("2024-06-01", "2024-06-02")
AROUND = time("2024-05-19", "2024-05-23")
TODAY_ON = time("2024-05-20", "2024-05-23")
MONTH = time("2024-06-01", "2024-07-01", "month")
YEAR = time("2026-01-01", "2027-01-01", "year")
THIS_YEAR = time("2024-01-01", "2025-01-01", "year")


@pytest.mark.parametrize(
    ("when", "words", "title", "by", "status"),
    [
        (PAST, "论坛开幕", "论坛开幕", False, "happened"),
        (AHEAD, "论坛将开幕", "论坛开幕", False, "scheduled"),
        (AROUND, "展览举行", "展览", False, "ongoing"),
        (TODAY_ON, "展览举行", "展览", False, "ongoing"),
        (AHEAD, "露天音乐会因天气原因取消", "露天音乐会取消", False, "cancelled"),
        (AHEAD, "主办方宣布取消在银沙滩举办的演出", "取消演出", False, "cancelled"),
        (PAST, "省城全面取消限购", "省城取消限购", False, "happened"),
        (PAST, "近百架次航班被取消", "近百架次航班取消", False, "happened"),
        (PAST, "购票观众可退票", "购票观众可退票", False, "happened"),
        (AHEAD, "公开赛延期至", "公开赛延期", False, "postponed"),
        (YEAR, "产业规模达到3500亿元", "产业规模达到3500亿元", True, "target"),
        (MONTH, "大桥恢复通车", "大桥恢复通车", True, "scheduled"),
        (MONTH, "力争完成12座水库加固", "完成12座水库加固", True, "target"),
        (MONTH, "购票观众可退票", "购票观众可退票", True, "scheduled"),
        (THIS_YEAR, "预测经济增长1.4%", "经济增长1.4%", False, "scheduled"),
        (THIS_YEAR, "全市新增就业12万人", "新增就业12万人", False, "happened"),
    ],
)
def test_status(when, words, title, by, status):
    assert status_of(when, PUBLISHED, words, by=by, title=title)[0] == status


def test_an_evening_ends_with_its_day():
    evening = Time(datetime(2024, 5, 20, 18), datetime(2024, 5, 21), "2024-05-20", "part_of_day", False)
    assert status_of(evening, PUBLISHED, "公司披露季报", by=False, title="公司披露季报")[0] == "happened"


def test_what_repeats_is_ongoing_from_its_first_instance_on():
    weekly = time("2024-05-20", "2024-05-21", recurrence="FREQ=WEEKLY;BYDAY=MO")
    later = time("2024-06-03", "2024-06-04", recurrence="FREQ=WEEKLY;BYDAY=MO")
    assert status_of(weekly, PUBLISHED, "闭馆", by=False, title="闭馆")[0] == "ongoing"
    assert status_of(later, PUBLISHED, "闭馆", by=False, title="闭馆")[0] == "scheduled"


@pytest.mark.parametrize("front", ["主办方宣布取消原定", "主办方取消了原定5月24日、", "取消原定于"])
def test_words_that_call_off_what_a_date_dates(front):
    assert calls_off(front)


def test_what_was_called_off_before_says_nothing_of_the_next_date():
    assert not calls_off("音乐节取消，论坛将于")
    assert not calls_off("村医取消了")
