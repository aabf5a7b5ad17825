"""What the last test lets in, gives an owner, or turns away."""

import pytest

from schemas import Article
from timeline.events import examine


def told(text, headline="报道"):
    article = Article(id="0" * 16, source="case.txt", title=headline, published="2024-06-20T10:00:00+08:00", text=text)
    return examine(article)


@pytest.mark.parametrize(
    "text",
    [
        "今年上半年，出口1.37万亿元，增长4%。",
        "6月18日，夕阳余晖洒在湖边的草地上。",
        "6月18日，当地居民坚信明天会更好。",
        "6月18日，各界人士表示，讲话催人奋进。",
        "6月18日，云州市通过全面排查。",
        "春节，大街小巷处处洋溢着喜庆的气氛。",
        "6月18日，市场预期该公司营收增长为20%。",
        "6月18日，他给老乡送去一袋米。",
        "2023年有41%的适龄儿童去上学。",
        "6月18日，超过57万用户断电。",
        "6月18日，各大景区迎来大批游客。",
        "2023年，飞船与火箭成功分离。",
    ],
)
def test_turned_away(text):
    found = told(text)
    assert [event.title for event in found.events] == []
    assert found.unused


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("6月18日，云州市新增11个停车场。", "云州市新增11个停车场", "报道"),
        ("云海科技公布年报。截至2023年，总资产16.85亿元。", "云海科技总资产16.85亿元", "云海科技公布年报"),
        ("6月18日，甲国、乙国、丙国等多国宣布驱逐丁国外交人员。", "甲国、乙国、丙国等多国宣布驱逐丁国外交人员", "报道"),
        ("海州市全力抢修电网。6月18日，超过57万用户断电。", "海州市超过57万用户断电", "报道"),
        ("6月18日，歌手林晓舟逝世。", "歌手林晓舟逝世", "报道"),
    ],
)
def test_let_in(text, title, headline):
    assert title in [event.title for event in told(text, headline).events]


def test_a_name_of_an_event_is_told_whole():
    (event,) = told("云州电视台6月18日举行2026年世界杯前方报道团出征仪式。").events
    assert event.title.endswith("2026年世界杯前方报道团出征仪式")


def test_a_feast_before_what_is_held_belongs_to_its_name():
    found = told("2024年春节团拜会在云州举行，市长陈立发表讲话。")
    assert not [event for event in found.events if event.edtf == "2024-02-10"]
