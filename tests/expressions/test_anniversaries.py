"""N周年 has the day that it counts from, where the article states it."""

from datetime import date, datetime

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.expressions import find_expressions

PUBLISHED = datetime.fromisoformat("2022-06-20T10:00+08:00")

COUNTED = [
    ("2002年6月20日，云水大桥通车。二十年过去，今年是云水大桥通车20周年。", "P20Y", "2002-06-20", "2022-06-20"),
    ("云水大桥迎来通车20周年。2002年6月20日上午9点，第一辆车驶过云水大桥。", "P20Y", "2002-06-20", "2022-06-20"),
    ("雲水大橋通車二十週年紀念活動舉行。雲水大橋於2002年6月20日通車。", "P20Y", "2002-06-20", "2022-06-20"),
    ("该馆2012年3月5日在江边开馆，今年迎来开馆10周年。", "P10Y", "2012-03-05", "2022-03-05"),
    ("两地1972年2月29日结为友城，今年是结为友城50周年。", "P50Y", "1972-02-29", "2022-02-28"),
    ("2012年6月1日，诗社成立。2012年6月2日，棋社成立。本月，棋社成立10周年。", "P10Y", "2012-06-02", "2022-06-02"),
    ("2007年是诗社成立十周年，那本集子说，诗社1997年7月1日成立。", "P10Y", "1997-07-01", "2007-07-01"),
]
ALONE = [
    "今年是云水大桥通车20周年。",
    "他2002年5月1日入职，今年是云水大桥通车20周年。",
    "2012年6月20日，云水大桥通车。云水大桥通车20周年的说法不实。",
    "云水大桥2002年通车，今年是云水大桥通车20周年。",
    "展品有20周岁以上的老物件，2002年6月20日展品入藏。",
]


@pytest.mark.parametrize(("text", "value", "begin", "until"), COUNTED)
def test_an_anniversary_counts_from_the_stated_day(text, value, begin, until):
    one = [one for one in find_expressions(text, PUBLISHED) if one.value == value][-1]
    assert (one.begin.date(), one.until.date()) == (date.fromisoformat(begin), date.fromisoformat(until))
    kind, span, day = one.anchor.split()
    start, end = map(int, span.split("-"))
    assert (kind, day) == ("text", begin)
    assert find_expressions(text[start:end], PUBLISHED)[0].begin.date() == date.fromisoformat(begin)


@pytest.mark.parametrize("text", ALONE)
def test_where_no_such_day_is_stated_it_stays_a_length(text):
    lengths = [one for one in find_expressions(text, PUBLISHED) if one.type == "DURATION"]
    assert [(one.begin, one.until, one.anchor) for one in lengths] == [(None, None, None)] * len(lengths)


def test_explain_and_the_table_tell_the_day():
    text = "2002年6月20日，云水大桥通车。今年是云水大桥通车20周年。"
    told = CliRunner().invoke(main, ["explain", text, "--published", "2022-06-20"]).output
    assert "counted from  2002年6月20日 (2002-06-20) in the text" in told
    table = CliRunner().invoke(main, ["expressions", "--published", "2022-06-20"], input=text).output
    assert "text 0-10 2002-06-20" in table.splitlines()[-1]
