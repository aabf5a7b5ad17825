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
        ("商业景气指数从86.6点降至85.4点", [("商业景气指数", 85.4, "点", "exact")]),
        ("电动公交车占比由不到20%提高到80%以上", [("电动公交车占比", 80, "%", "at_least")]),
        ("资管规模跌破300亿元", [("资管规模", 300, "亿元", "less_than")]),
        (
            "外贸进出口9.49万亿元、增长4.4%",
            [("外贸进出口", 9.49, "万亿元", "exact"), ("外贸进出口增长", 4.4, "%", "exact")],
        ),
        ("调查显示青江居民消费额达12亿元", [("青江居民消费额", 12, "亿元", "exact")]),
        ("车站增开旅客列车18列", [("增开旅客列车", 18, "列", "exact")]),
        ("粮食产量将首次突破1.4万亿斤", [("粮食产量", 1.4, "万亿斤", "more_than")]),
        ("Red Hat业务增长16%", [("Red Hat业务增长", 16, "%", "exact")]),
        ("铁路、公路、民航共发送旅客7.8亿人次", [("铁路、公路、民航共发送旅客", 7.8, "亿人次", "exact")]),
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


def test_growth_in_the_clause_behind():
    told = metrics_of("全省营业收入89.4亿元", "同比增长13.3%")
    assert [(m.name, m.value) for m in told] == [("全省营业收入", 89.4), ("全省营业收入同比增长", 13.3)]
    assert len(metrics_of("全省营业收入89.4亿元", "其中纺织业收入12亿元")) == 1


def test_figure_that_is_the_event():
    assert metrics_of("青江省客流996.24万人次出现") != ()
    assert [(m.name, m.value, m.unit) for m in metrics_of("岸电桩210个", figure=True)] == [("岸电桩", 210, "个")]
