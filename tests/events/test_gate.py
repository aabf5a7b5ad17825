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
        "6月18日，小丁从老家石门来到城里打拼。",
        "2021年春节，在外务工的林晓梅回乡探亲，看到了商机。",
        "2020年，Lirana的歌唱事业突然停止。",
        "去年11月，云海证券交易所发布监管动态。",
        "6月18日，机型最初在韩国开售。",
        "6月18日，事故货运列车在东谷脱轨。",
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("6月18日，云州市将通过技术改造，推动旧厂房变为展馆。", "云州市通过技术改造推动旧厂房变为展馆"),
        ("6月18日，全省规模最大的互补项目——云海光伏电站投产发电。", "云海光伏电站投产发电"),
        ("6月18日，海洋运动协会发起，云州市政府主办的帆船锦标赛在云州举行。", "帆船锦标赛"),
        ("6月18日，云州市发出通知，要求各县在2026年底前，完成旧桥的排查。", "云州市发出通知要求各县完成旧桥的排查"),
        ("6月18日，国务院通过《海岛条例》。", "国务院通过《海岛条例》"),
    ],
)
def test_the_deed_behind_what_only_leads_to_it(text, title):
    assert title in [event.title for event in told(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "今年1至5月，我国物流行业运行态势平稳。",
        "“十四五”期间，云州市土地整治取得积极成效。",
        "云州大学收到来信，涉及校长2019年的任命。",
        "云州的消费者信心指数为98.3，显著低于1月的105.3。",
        "20个世纪后，云州和海州进行最后的比赛。",
        "6月18日发布的一项研究结果显示，湖水变清了。",
    ],
)
def test_how_things_stand_and_what_is_compared_are_no_events(text):
    assert [event.title for event in told(text).events] == []


def test_a_headline_that_is_the_title_of_a_work_gives_way_to_its_publication():
    found = told("明天（6月21日）出版的《云州日报》将发表评论员文章，题目是《走好海洋经济之路》。", "走好海洋经济之路")
    assert [event.title for event in found.events] == ["《云州日报》发表评论员文章《走好海洋经济之路》"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "云州市统计局6月18日说，本月参加大规模罢工的云州港工人预计将超过3万人。",
            "参加大规模罢工的云州港工人预计超过3万人",
        ),
        ("在云州务工的林晓舟6月18日乘车返回海州。", "林晓舟乘车返回海州"),
        ("云海国将在6月20日北海国家组织外长会上正式加入北海国家组织。", "云海国将加入北海国家组织"),
    ],
)
def test_which_ones_a_subject_means(text, title):
    assert title in [event.title for event in told(text).events]


def test_a_season_inside_a_name_stays_in_it():
    assert "云州铁路暑期运输启动" in [event.title for event in told("云州铁路暑期运输6月18日启动。").events]


def test_an_order_is_told_with_the_document_that_it_gives_out():
    found = told("（2018年3月4日云州市人民政府令第76号发布）", "云州市古树保护条例")
    assert [event.title for event in found.events] == ["云州市人民政府令第76号发布《云州市古树保护条例》"]


def test_what_a_meeting_is_about_keeps_its_preposition():
    found = told("北海国家联盟理事会将在当地时间6月22日下午就当前局势举行紧急会议。")
    assert [event.title for event in found.events] == ["北海国家联盟理事会就当前局势举行紧急会议"]


def test_letters_that_name_a_measure_are_no_owner():
    found = told("6月18日，江苏2023年经济运行简况出炉，全年GDP达到1458亿元。")
    assert "江苏GDP达到1458亿元" in [event.title for event in found.events]


def test_of_several_full_names_the_nearest_before_a_short_one_is_meant():
    found = told(
        "市交通局发布《云州航班管理办法》，方便旅客。市港务局发布《云州港口收费办法》，规范收费。"
        "《办法》从2025年1月1日起施行。"
    )
    assert "《云州港口收费办法》施行" in [event.title for event in found.events]


@pytest.mark.parametrize(
    ("text", "headline", "title"),
    [
        (
            "云州市政府6月18日召开会议，审议《云州防汛报告》。",
            "云州市政府召开会议 审议《云州防汛报告》",
            "云州市政府召开会议审议《云州防汛报告》",
        ),
        (
            "记者6月18日获悉，云州港新码头建成投用。",
            "云州港新码头建成投用 推动海洋经济高质量发展",
            "云州港新码头建成投用",
        ),
        ("6月18日，国际媒体高度关注云州登月舱着陆。", "国际媒体高度关注云州登月舱着陆", None),
    ],
)
def test_which_part_of_a_headline_is_told(text, headline, title):
    assert [event.title for event in told(text, headline).events] == ([title] if title else [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "6月18日，甲国武装部队和乙方支援部队在海州周边地区，以及云州等地持续交火。",
            "甲国武装部队和乙方支援部队在海州周边地区以及云州等地持续交火",
        ),
        (
            "6月18日，云州海关依托口岸警务执法合作机制，与邻国有关部门开展联合打击行动。",
            "云州海关依托口岸警务执法合作机制与邻国有关部门开展联合打击行动",
        ),
        (
            "6月18日，云海公司宣布，在甲国、乙国、丙国等7个国家，推出新型手表。",
            "云海公司宣布在甲国、乙国、丙国等7个国家推出新型手表",
        ),
        (
            "6月18日，香港搜救队在云州地震灾区的废墟下约6米处，成功救出3名幸存者。",
            "香港搜救队在云州地震灾区的废墟下约6米处救出3名幸存者",
        ),
        ("6月18日，云海银行宣布一系列针对小微企业的措施。", "云海银行宣布一系列针对小微企业的措施"),
        ("2023年底，海州市5G用户在4300万户左右。", "海州市5G用户在4300万户左右"),
    ],
)
def test_a_clause_does_not_stop_in_a_phrase(text, title):
    assert [event.title for event in told(text).events] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "6月18日，一个开源项目以一种惊人的速度。",
        "云海银行宣布自6月18日起，客户办理业务时，需在业务申请渠道，按统一的问卷评估风险。",
        "从6月18日起，个人客户办理黄金业务的开户、买入或新增计划的，需通过营业网点按银行统一的风险测评问卷进行风险承受能力的评估并取得结果。",
    ],
)
def test_a_title_that_stops_in_a_phrase_is_turned_away(text):
    assert [event.title for event in told(text).events] == []


@pytest.mark.parametrize(
    "text",
    [
        "陈立为首任院长，2012年林晓舟接任。",
        "6月18日，1只新股上市。",
        "6月18日清晨，“战斗”继续。",
        "6月18日，云州空间局第一个行星防御航天器“海鸥”",
        "在2018年电动车刚开始普及的时间节点，让许多人纠结的并不是价格。",
        "据云州媒体6月18日报道，当天发布的一项研究结果显示，污染已影响到16个州。",
        "夜谈消息20240618 云州火灾又导致9人牺牲。",
    ],
)
def test_what_is_no_statement_is_turned_away(text):
    assert [event.title for event in told(text).events] == []


def test_an_occasion_is_named_without_the_word_that_places_something_at_it():
    found = told("在6月18日刚刚闭幕的第四届云州冬青奥会上，代表团获得6枚奖牌。").events
    assert "第四届云州冬青奥会闭幕" in [event.title for event in found]
