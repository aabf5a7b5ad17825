"""Each row of furniture takes what its examples say, and leaves what only looks like it."""

import re

import pytest

from timeline.articles.furniture import strip_furniture
from timeline.articles.furniture_kinds import Kind, Row, Where
from timeline.articles.furniture_rows import ROWS
from timeline.articles.titles import TITLE_ROWS, clean_title

BODY = ["临江市5月8日举行发布会，介绍水运论坛的筹备情况。", "论坛将于5月18日开幕，为期三天，共安排12场活动。"]

TEXT = [
    "新华社临江5月8日电（记者 王五）第三届水运论坛将于5月18日开幕。",
    "据《临江日报》报道，2024年5月8日，论坛新闻发布会举行。",
    "图书馆5月20日起延长开放时间。",
    "记者从发布会上获悉，论坛为期三天。",
    "编辑部将于6月1日搬迁。",
    "5月18日：开幕式",
    "主办单位：临江市人民政府",
    "时间：5月18日上午9时",
    "来源于长江的水质检测结果将于6月公布。",
    "下一步，临江市将在9月底前完成改造。",
    "相关阅读活动将于4月23日举行，市民可以免费参加。",
    "国办发〔2024〕12号",
    "一、总体要求",
    "摄影展将于5月18日开幕，展期一个月。",
    "2024年5月1日",
    "目录将在10月发布。",
    "设计：2名",
    "运营：负责线上活动，5月18日前到岗。",
    "数据由市统计局于5月20日公布。",
    "· 报名截止：2024年5月8日",
    "2024-05-18 09:00\t开幕式",
    "推荐阅读书目发布后，已有3000人次借阅。",
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_takes_its_examples(row: Row) -> None:
    assert row.examples
    for example in row.examples:
        assert len(example) <= 160
        assert (re.match if row.where is Where.BEGINNING else re.search)(row.pattern, example), example


@pytest.mark.parametrize("row", [row for row in ROWS if row.kind is not Kind.SUFFIX], ids=lambda row: row.name)
def test_the_engine_drops_the_line(row: Row) -> None:
    for example in row.examples:
        lines = [example, *BODY] if row.kind is Kind.HEAD else [*BODY, example]
        assert strip_furniture(lines, "水运论坛") == BODY, example


@pytest.mark.parametrize("line", TEXT)
def test_text_that_looks_like_furniture_stays(line: str) -> None:
    assert strip_furniture([*BODY, line, BODY[0]], "水运论坛") == [*BODY, line, BODY[0]]


@pytest.mark.parametrize(
    "line", ["时间：2024年5月18日", "开幕式 2024年5月18日", "2024年5月18日上午9时 开幕", "活动日期：2024-05-18"]
)
def test_a_date_that_begins_the_body_stays(line: str) -> None:
    assert strip_furniture([line, *BODY], "水运论坛") == [line, *BODY]


def test_a_list_of_other_articles_ends_where_sentences_begin_again() -> None:
    lines = [BODY[0], "相关新闻", "某地马拉松5月1日开跑", "某展览4月30日闭幕", BODY[1]]
    assert strip_furniture(lines) == BODY


def test_what_is_glued_to_the_end_is_cut() -> None:
    lines = ["论坛5月18日开幕。 来源：临江日报 作者：王五 本期编辑：李四返回搜狐，查看更多 责任编辑："]
    assert strip_furniture(lines) == ["论坛5月18日开幕。"]


def test_the_title_above_the_body_is_dropped_also_over_two_lines() -> None:
    assert strip_furniture(["第三届水运论坛", "总体方案", *BODY], "第三届水运论坛总体方案") == BODY
    assert strip_furniture(["原标题：论坛要来了", *BODY], "论坛") == BODY


@pytest.mark.parametrize(("found", "wanted"), [pair for row in TITLE_ROWS for pair in row.examples])
def test_titles_lose_what_the_site_adds(found: str, wanted: str) -> None:
    assert clean_title(found) == wanted


def test_titles_lose_the_publisher_whatever_it_is_called() -> None:
    assert clean_title("论坛开幕 - 江城圈", "江城圈") == "论坛开幕"
    assert clean_title("\u200b论坛  开幕\n", None) == "论坛 开幕"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_no_row_is_slow_on_a_long_line(row: Row) -> None:
    import time

    for unit in ("图", "2024年5月8日 ", "来源：", "- ", "（", "相关", "记者 ", "http://a"):
        start = time.process_time()
        re.search(row.pattern, (unit * 160)[:160])
        assert time.process_time() - start < 0.05
