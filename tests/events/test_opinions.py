"""Views of how things are or will be, and scenes of crowds, are no entries; what is done or counted is."""

import pytest

from schemas import Article
from timeline.events import examine


def told(text):
    article = Article(id="0" * 16, source="case.txt", title="报道", published="2024-06-20T10:00:00+08:00", text=text)
    return examine(article)


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("端午假期，云州市各大渔港迎来客流高峰。", "a figure that is not told"),
        ("5月，云州市外贸出口环比明显回落。", "a figure that is not told"),
        ("6月18日一大早，不少游客来到云州古城参观。", "what a crowd does"),
        ("今年上半年，各地纷纷部署古镇改造计划。", "what is done in many places"),
        ("云海水泥公司表示，去年云海国房地产市场继续底部调整。", "somebody's view of a period"),
        ("分析人士指出，云海科技将在2024年下半年推出新手机。", "what somebody who observes expects"),
        ("云海国13亿多人民今年团结一心，拼搏奋斗。", "what everybody in a country does"),
    ],
)
def test_views_and_scenes(text, detail):
    found = told(text)
    assert [event.title for event in found.events] == []
    assert detail in [unused.detail for unused in found.unused]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("5月，云州市服装产量再次下降，降幅为4.3%。", "云州市服装产量再次下降4.3%"),
        ("5月，云州港吞吐量刷新历史纪录。", "云州港吞吐量刷新历史纪录"),
        ("5月，云州市中小企业发展指数继续回升。", "云州市中小企业发展指数继续回升"),
        ("6月18日，云州铁路迎来客流高峰，发送旅客84万人次。", "云州铁路发送旅客84万人次"),
        ("6月18日，数千名海州市民走上街头抗议。", "数千名海州市民走上街头抗议"),
        ("云海银行分析师陈立指出，云州港货运量今年将增长5%。", "云州港货运量增长5%"),
    ],
)
def test_deeds_and_figures(text, title):
    assert title in [event.title for event in told(text).events]


@pytest.mark.parametrize(
    "text", ["6月18日，来自全国各地的群众来到云州广场。", "6月18日，云州不但富有魅力，还展现了活力。"]
)
def test_scenes_and_halves_of_sentences(text):
    assert [event.title for event in told(text).events] == []
