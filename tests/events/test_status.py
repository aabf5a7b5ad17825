"""Status: against the publication, and by the words that cancel, move, foretell or aim."""

from datetime import date, datetime

import pytest

from timeline.events.fields.status import calls_off, status_of
from timeline.events.fields.times import Time
from timeline.events.text.atoms import atoms_of

PUBLISHED = datetime.fromisoformat("2024-05-20T10:00:00+08:00")


def time(begin, until, granularity="day", **more):
    return Time(date.fromisoformat(begin), date.fromisoformat(until), begin, granularity, True, **more)


def status(when, words, *, published=PUBLISHED, **more):
    told = atoms_of(words, 0, len(words), ())
    return status_of(when, published, told, **({"by": False, "title": words} | more))[0]


PAST = time("2024-05-18", "2024-05-19")
AHEAD = time("2024-06-01", "2024-06-02")
AROUND = time("2024-05-19", "2024-05-23")
TODAY_ON = time("2024-05-20", "2024-05-23")
MONTH = time("2024-06-01", "2024-07-01", "month")
YEAR = time("2026-01-01", "2027-01-01", "year")
THIS_YEAR = time("2024-01-01", "2025-01-01", "year")


@pytest.mark.parametrize(
    ("when", "words", "title", "by", "expected"),
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
def test_status(when, words, title, by, expected):
    assert status(when, words, by=by, title=title) == expected


def test_an_evening_ends_with_its_day():
    evening = Time(datetime(2024, 5, 20, 18), datetime(2024, 5, 21), "2024-05-20", "part_of_day", False)
    assert status(evening, "公司披露了季报") == "happened"


def test_what_repeats_is_ongoing_from_its_first_instance_on():
    weekly = time("2024-05-20", "2024-05-21", recurrence="FREQ=WEEKLY;BYDAY=MO")
    later = time("2024-06-03", "2024-06-04", recurrence="FREQ=WEEKLY;BYDAY=MO")
    assert status(weekly, "闭馆") == "ongoing"
    assert status(later, "闭馆") == "scheduled"


TODAY = time("2024-05-20", "2024-05-21")


@pytest.mark.parametrize(
    ("when", "words", "expected"),
    [
        (TODAY, "铁路计划加开列车1900列", "scheduled"),
        (TODAY, "市长检查高考准备工作", "happened"),
        (TODAY, "水利部将洪水应急响应提升至Ⅰ级", "happened"),
        (TODAY, "航展将在云州开幕", "scheduled"),
        (TODAY, "在新年即将到来之际，市长致电港务局", "happened"),
        (TODAY, "多家机构上调经济增长预期", "happened"),
        (THIS_YEAR, "云州将全面推开学位房登记", "scheduled"),
        (THIS_YEAR, "市场计划开业二手车展厅", "scheduled"),
        (THIS_YEAR, "云州要完成造林19万亩", "target"),
        (THIS_YEAR, "云州出台《云州市现代产业体系2024年行动计划》", "happened"),
        (THIS_YEAR, "“五年行动计划”中累计投入70亿元", "happened"),
        (time("2024-05-20", "2024-05-21", open_end=True), "新规将施行", "scheduled"),
        (time("2024-05-20", "2024-05-21", open_end=True), "新规施行", "ongoing"),
    ],
)
def test_words_that_tell_what_is_to_come(when, words, expected):
    assert status(when, words) == expected


def test_what_is_announced_has_happened_though_it_tells_of_what_is_to_come():
    told = atoms_of("云州港务局宣布将关闭三号码头", 0, 14, ())
    assert status_of(TODAY, PUBLISHED, told, by=False, title="云州港务局宣布将关闭三号码头", after=0)[0] == "happened"
    assert status(TODAY, "云州港务局宣布将关闭三号码头") == "scheduled"


def test_this_evening_is_still_to_come_unless_it_is_told_as_done():
    evening = Time(datetime(2024, 5, 20, 18), datetime(2024, 5, 21), "2024-05-20", "part_of_day", False)
    assert status(evening, "电视剧《渡口》在云州台播出") == "scheduled"
    assert status(evening, "云州队击败了江城队") == "happened"
    day_only = datetime.fromisoformat("2024-05-20T00:00:00+08:00")
    assert status(evening, "电视剧《渡口》在云州台播出", published=day_only, tonight=True) == "scheduled"
    assert status(evening, "市长举行欢迎宴会", published=day_only) == "happened"
    late = datetime.fromisoformat("2024-05-20T23:00:00+08:00")
    assert status(evening, "电视剧《渡口》在云州台播出", published=late) == "happened"


@pytest.mark.parametrize("front", ["主办方宣布取消原定", "主办方取消了原定5月24日、", "取消原定于"])
def test_words_that_call_off_what_a_date_dates(front):
    assert calls_off(front)


def test_what_was_called_off_before_says_nothing_of_the_next_date():
    assert not calls_off("音乐节取消，论坛将于")
    assert not calls_off("村医取消了")
