"""Places: behind 在 and the like as far as the next verb, and at the front of what happens there."""

import pytest

from timeline.events.fields.places import Told, fronted, places_of
from timeline.events.text.atoms import atoms_of
from timeline.events.text.script import simplified
from timeline.events.words import default_words


def places(text, kind=None):
    plain = simplified(text)
    return [place.name for place in places_of(text, Told(atoms_of(plain, 0, len(plain), ())), default_words(), kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("论坛在青江国际会议中心举行", ["青江国际会议中心"]),
        ("厦门高崎国际机场二期扩建工程开建", ["厦门高崎国际机场"]),
        ("湖北省汉江流域重点平原治理工程开建", ["湖北省汉江流域"]),
        ("直升机在法国里昂市郊坠毁", ["法国里昂市郊"]),
        ("汉江流域重点水域开始施行常年禁渔", ["汉江流域重点水域"]),
        ("大连湾里综合保税区通过验收", ["大连湾里综合保税区"]),
        ("集团收购山海公司在产金矿", []),
        ("方案在全国遴选出12个国家公园", []),
        ("美国纽约布鲁克林发生火灾", ["美国纽约布鲁克林"]),
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
        ("位于青江科技城的国家实验室通过验收", ["青江科技城"]),
        ("考古队在陕西省的北岭镇发掘遗址", ["陕西省的北岭镇"]),
        ("军队在加沙地带的行动造成伤亡", ["加沙地带"]),
        ("飓风在美国11个州造成的损失超过预期", ["美国11个州"]),
        ("演出在我国酒泉卫星发射中心举行", ["酒泉卫星发射中心"]),
        ("示威者在首都达卡设置路障", ["达卡"]),
        ("黄河内蒙古包头河段出现流凌", ["黄河内蒙古包头河段"]),
        ("四川、云南等地的部分地区出现暴雨", ["四川", "云南"]),
        ("意大利北部的湖区因雷暴出现一起翻船事故", ["意大利北部的湖区"]),
        ("江西还将实施技术改造", ["江西"]),
        ("北京全市电影院不再营业", ["北京"]),
        ("古巴各地举行集会", ["古巴"]),
        ("云南楚雄举行长跑活动", ["云南楚雄"]),
        ("专列从张家口出发", ["张家口"]),
        ("科考船靠泊广州南沙码头", ["广州南沙码头"]),
        ("书记到北岭县石桥村调研", ["北岭县石桥村"]),
        ("总统将对越南进行正式访问", ["越南"]),
        ("设备由仓库转移至比利时布鲁塞尔", ["比利时布鲁塞尔"]),
        ("陕西西安“长江灯会”点亮", []),
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
        "在西安务工的工人乘车回乡",
        "他相继在县市省和中央机关工作",
        "飞机在返回土耳其途中失联",
        "文章在越南媒体和网站刊出",
        "合同属于中国公司",
        "中国少年的名字首次出现",
        "北京珞珈在3月减持",
        "在农户的支持下增产",
        "设立在网站上的专栏开通",
    ],
)
def test_who_acts_and_on_what_occasion_is_no_place(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("深圳高技术产品出口突破7000亿元", "statistic", ["深圳"]),
        ("英国食品价格的涨幅达14.7%", "statistic", ["英国"]),
        ("鄱阳湖水体面积增至3000平方公里", "statistic", ["鄱阳湖"]),
        ("广西凭祥国际边境合作中心人员往来突破200万人次", "statistic", ["广西凭祥国际边境合作中心"]),
        ("江西铜业总资产达到1200亿元", "statistic", []),
        ("深圳能源净利润增长两成", "statistic", []),
        ("无人机袭击莫斯科", "incident", ["莫斯科"]),
        ("军队对黎巴嫩南部120多个目标发动空袭", "incident", ["黎巴嫩南部"]),
        ("军队控制了顿涅茨克地区的一处阵地", "incident", ["顿涅茨克地区"]),
        ("黑龙江鹤岗市中小学继续停课", "other", ["黑龙江鹤岗市"]),
        ("英国威尔士地区的农民驾车堵塞道路", "other", ["英国威尔士地区"]),
        ("陕西西安“长江灯会”点亮", "launch", ["陕西西安"]),
        ("广东战胜山东", "competition", []),
    ],
)
def test_place_by_the_kind_of_event(text, kind, names):
    assert places(text, kind) == names


def test_place_of_another_time_is_none():
    head = "在海城出席会议后，"
    text = f"{head}总理乘专机回到北京"
    told = Told(
        clause=atoms_of(text, len(head), len(text), ()), head=atoms_of(text, 0, len(head) - 1, ()), title="总理回到北京"
    )
    assert [place.name for place in places_of(text, told, default_words())] == ["北京"]


def test_place_of_a_clause_that_goes_on():
    text = "代表团访华，先后赴北京、长沙参访"
    first, second = atoms_of(text, 0, 5, ()), atoms_of(text, 6, len(text), ())
    told = Told(clause=first, following=(second,))
    assert [place.name for place in places_of(text, told, default_words())] == ["北京", "长沙"]


def test_place_between_commas_in_front():
    plain = "5月22日，在青江会展中心，火箭转运至发射区"
    front = fronted(plain, 0, plain.index("火箭"), default_words())
    told = Told(clause=atoms_of(plain, plain.index("火箭"), len(plain), ()), front=front)
    assert [place.name for place in places_of(plain, told, default_words())] == ["青江会展中心"]


@pytest.mark.parametrize(
    ("name", "city"), [("某组织天津峰会", ["天津"]), ("上海合作组织峰会", []), ("成都车展", ["成都"])]
)
def test_city_that_an_event_is_named_after(name, city):
    text = "领导人出席"
    told = Told(clause=atoms_of(text, 0, len(text), ()), name=name)
    assert [place.name for place in places_of(text, told, default_words(), "conference")] == city
