"""Sentences, metrics, participants and what makes a title whole."""

from datetime import date

import pytest

from timeline.events.fields.headlines import is_whole, undated
from timeline.events.fields.metrics import metrics_of
from timeline.events.fields.named import Title
from timeline.events.fields.participants import participants_of
from timeline.events.fields.summaries import summary_of
from timeline.events.text.script import simplified
from timeline.events.text.sentences import kind_of, opening_of, sentences_of
from timeline.events.words import default_words


def cut(text):
    return [text[s.start : s.end] for s in sentences_of(text)]


def test_marks_inside_names_end_no_sentence():
    text = "话剧《等一等！出发》5月上演。票已售完！"
    assert cut(text) == ["话剧《等一等！出发》5月上演。", "票已售完！"]


def test_a_dateline_is_not_part_of_the_sentence():
    text = "新华社海口5月2日电（记者张三）图书馆2日开馆。"
    assert cut(text) == ["图书馆2日开馆。"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("责任编辑：李四", "furniture"),
        ("图为展览现场。", "furniture"),
        ("![封面](cover.jpg)", "furniture"),
        ("三大看点抢先看", "heading"),
        ("本届书展5月3日开幕。", "text"),
    ],
)
def test_kinds_of_lines(line, kind):
    assert kind_of(line) == kind


def test_list_marks_are_passed_over():
    assert opening_of("（一）完善制度。") == 3


def test_traditional_text_keeps_its_offsets():
    assert simplified("會議於六月舉行") == "会议于六月举行"


@pytest.mark.parametrize(
    ("words", "name", "value", "unit", "bound"),
    [
        ("园区企业达320家以上", "园区企业", 320, "家", "at_least"),
        ("年产值超过1,200亿元", "年产值", 1200, "亿元", "more_than"),
        ("失业率约5.1%", "失业率", 5.1, "%", "about"),
        ("港口吞吐量增至2.5亿吨", "港口吞吐量", 2.5, "亿吨", "exact"),
    ],
)
def test_metrics(words, name, value, unit, bound):
    metric = metrics_of(words)[0]
    assert (metric.name, metric.value, metric.unit, metric.bound) == (name, value, unit, bound)


def test_participants_with_their_parts():
    text = "书展由市文化和旅游局指导，河岸区政府支持，新知出版社、河岸图书馆联合主办，远山公司承办。"
    found = [(p.name, p.role) for p in participants_of(text, text, default_words())]
    assert found == [
        ("市文化和旅游局", "guide"),
        ("河岸区政府", "supporter"),
        ("新知出版社", "host"),
        ("河岸图书馆", "host"),
        ("远山公司", "organiser"),
    ]


def test_members_of_a_list():
    text = "首批成员包括青山大学、绿野科技、海石集团等12家单位。"
    assert [(p.name, p.role) for p in participants_of(text, text, default_words())] == [
        ("青山大学", "member"),
        ("绿野科技", "member"),
        ("海石集团", "member"),
    ]


@pytest.mark.parametrize("title", ["河岸书展开幕", "《星河》首映", "到2030年产值达100亿元"])
def test_whole_titles(title):
    assert is_whole(title)


@pytest.mark.parametrize("title", ["书展", "的书展开幕", "“书展开幕", "书展开幕并", "长" * 41])
def test_cut_titles(title):
    assert not is_whole(title)


def test_a_summary_is_clean_and_short():
    assert summary_of("据悉，**书展**\n  5月3日开幕。") == "书展 5月3日开幕。"
    assert len(summary_of("书展开幕，" * 60)) <= 200


@pytest.mark.parametrize(
    ("headline", "begin", "title"),
    [
        ("敬献花篮仪式4月4日上午举行", date(2025, 4, 4), "敬献花篮仪式举行"),
        ("云州书展将于4月4日开幕", date(2025, 4, 4), "云州书展开幕"),
        ("云州书展4月4日开幕", date(2025, 4, 3), "云州书展4月4日开幕"),
        ("云州书展4月4日起开放", date(2025, 4, 4), "云州书展4月4日起开放"),
    ],
)
def test_a_headline_loses_the_day_that_its_event_has(headline, begin, title):
    assert undated(Title(headline, "the headline", ("headline",)), begin).text == title
    assert undated(Title(headline, "the clause"), begin).text == headline
