"""Places: behind 在 and the like as far as the next verb, and at the front of what happens there."""

import pytest

from timeline.events.fields.places import places_of
from timeline.events.text.atoms import atoms_of
from timeline.events.text.script import simplified
from timeline.events.words import default_words


def places(text):
    plain = simplified(text)
    return [place.name for place in places_of(text, [atoms_of(plain, 0, len(plain), ())], default_words())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("论坛在青江国际会议中心举行", ["青江国际会议中心"]),
        ("影片在北京、上海、成都同步点映", ["北京", "上海", "成都"]),
        ("展览在京举行", ["北京"]),
        ("总理在北京会见来访的外长", ["北京"]),
        ("马拉松在江滩公园鸣枪，规模2万人", ["江滩公园"]),
        ("北岭县青石镇发生一起交通事故", ["北岭县青石镇"]),
        ("云南漾濞发生6.4级地震", ["云南漾濞"]),
        ("河南叶县一所小学的学生腹泻", ["河南叶县"]),
        ("济南天桥区一小区居民家中起火", ["济南天桥区一小区"]),
        ("广东梅州市青梅高速南口路段发生塌方", ["广东梅州市青梅高速南口路段"]),
        ("地点：青江港三号码头", ["青江港三号码头"]),
        ("分会场落址青江科学会堂", ["青江科学会堂"]),
        ("总统抵达越南首都河内", ["越南首都河内"]),
        ("台风在广东省湛江市南岛沿海登陆", ["广东省湛江市南岛沿海"]),
        ("仪式在江苏省江苏省南京市举行", ["江苏省南京市"]),
        ("乐队在海心沙举行首演", ["海心沙"]),
        ("區公所將在枫林里社区活动中心举行听证会", ["枫林里社区活动中心"]),
        ("燈節將於大稻埕碼頭登場", ["大稻埕碼頭"]),
        ("委员长在京通过视频会见议长", ["北京"]),
        ("代表团访问埃及和肯尼亚", ["埃及", "肯尼亚"]),
        ("湖北青石水利枢纽工程开建", ["湖北"]),
        ("日本石川县近海白天发生多次地震", ["日本石川县近海"]),
        ("台风登陆时中心附近风力12级", []),
    ],
)
def test_places_as_written(text, names):
    assert places(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "江海造船与远帆电池签署协议",
        "临江地铁6号线开通运营",
        "在第九届海湾博览会上发布",
        "他在公司年会上表示不满",
        "纪录片在总台综合频道播出",
        "课程在小学一年级开设",
        "代表团在视频会议上发言",
        "美国宣布新的关税",
        "旨在推动产业发展",
    ],
)
def test_who_acts_and_on_what_occasion_is_no_place(text):
    assert places(text) == []
