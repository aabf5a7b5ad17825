"""Metrics: what is counted, how many, of what, and the bound."""

import pytest

from timeline.events.fields.metrics import metrics_of


@pytest.mark.parametrize(
    ("words", "metrics"),
    [
        ("海洋产业规模达3500亿元以上", [("海洋产业规模", 3500, "亿元", "at_least")]),
        ("园区企业达320家以上", [("园区企业", 320, "家", "at_least")]),
        ("公司实现营业收入89.4亿元", [("营业收入", 89.4, "亿元", "exact")]),
        ("全省新能源装机规模突破2000万千瓦", [("全省新能源装机规模", 2000, "万千瓦", "more_than")]),
        ("规模以上工业产值同比增长5.8%", [("规模以上工业产值同比增长", 5.8, "%", "exact")]),
        ("失业率下降0.1个百分点至4.4%", [("失业率下降", 0.1, "个百分点", "exact")]),
        ("岸电使用率不低于80%", [("岸电使用率", 80, "%", "at_least")]),
        ("全市接待游客8万余人次", [("全市接待游客", 8, "万人次", "more_than")]),
        ("铁路预计发送旅客470万人次", [("铁路预计发送旅客", 470, "万人次", "exact")]),
        ("该集团已建成岸电桩210个", [("建成岸电桩", 210, "个", "exact")]),
        ("全市已转移群众3.2万人", [("转移群众", 3.2, "万人", "exact")]),
        ("年产值超过1,200亿元", [("年产值", 1200, "亿元", "more_than")]),
        ("金价突破每盎司的关口，铜价为8200美元", [("铜价", 8200, "美元", "exact")]),
    ],
)
def test_what_is_counted(words, metrics):
    assert [(m.name, m.value, m.unit, m.bound) for m in metrics_of(words)] == metrics


@pytest.mark.parametrize(
    "words",
    [
        "话剧《南墙》将在青江大剧院连演4场",
        "大会166个",
        "出版社出版《读书22条》",
        "首艘3000吨级货船下水",
        "外交部驱逐60名外交官",
        "2024年",
    ],
)
def test_figures_that_count_nothing_of_their_own(words):
    assert metrics_of(words) == ()
