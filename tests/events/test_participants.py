"""Participants: hosts and the like, lists, and who signs, wins or speaks; every row's example holds."""

import pytest

from timeline.events.data import rows_of
from timeline.events.fields.participants import participants_of
from timeline.events.words import default_words


def told(text):
    return [(p.name, p.role) for p in participants_of(text, text, default_words())]


EXAMPLES = [(row[0], *row[3].split("=")) for row in rows_of("participants.tsv")]


@pytest.mark.parametrize(("role", "text", "names"), EXAMPLES)
def test_examples_of_rows_tell_their_names(role, text, names):
    assert told(text) == [(name, role) for name in names.split("、")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("论坛由青江市人民政府主办，青江港务集团承办", [("青江市人民政府", "host"), ("青江港务集团", "organiser")]),
        (
            "主办单位：市体育局、市旅游局；承办单位：山海公司",
            [("市体育局", "host"), ("市旅游局", "host"), ("山海公司", "organiser")],
        ),
        ("由教育部、文化和旅游部共同主办", [("教育部", "host"), ("文化和旅游部", "host")]),
        ("本次活动由黑龙江省主办，绿野科技公司协办", [("黑龙江省", "host"), ("绿野科技公司", "co-organiser")]),
        ("由教育部等七部门联合举办的宣传周开幕", [("教育部", "host")]),
        ("由中央电视台携手外交部联合举办的影展启动", [("中央电视台", "host"), ("外交部", "host")]),
        ("青江国首相王建国在京同辽海国总统李卫东举行会谈", [("王建国", "participant"), ("李卫东", "participant")]),
        ("王建国主席会见来访的青山大学校长李卫东一行", [("王建国", "participant"), ("李卫东", "participant")]),
        ("中共中央政治局常委、国务院副总理王建国出席论坛开幕式并致辞", [("王建国", "speaker")]),
        ("青江队18岁小将王建国摘得蛙泳金牌", [("王建国", "winner")]),
        ("联合国举行“世界河流日”纪念大会", [("联合国", "host")]),
        ("海石（集团）有限公司举办开放日活动", [("海石（集团）有限公司", "host")]),
        ("远山（青江）有限公司举办展销会", [("远山（青江）有限公司", "host")]),
        ("青江市文化局（市旅游局）举办展销会", [("青江市文化局", "host")]),
        ("青江省水利厅组织召开座谈会议", [("青江省水利厅", "host")]),
        ("国家统计局举行发布会发布年度公报", [("国家统计局", "host"), ("国家统计局", "publisher")]),
        ("世界气象组织在沈城发布年度报告", [("世界气象组织", "publisher")]),
        ("王建国主席成功访问辽海国", [("王建国", "participant")]),
    ],
)  # fmt: skip
def test_parts(text, names):
    assert told(text) == names


@pytest.mark.parametrize("text", ["两国相互支持，加大重点群体就业支持", "给予适当支持。", "请银行积极给予支持"])
def test_what_is_supported_is_no_participant(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("国务院新闻办公室举行新闻发布会，第十届青江博览会将举办", "exhibition", "第十届青江博览会"),
        ("政府工作报告提出新的目标", "conference", "青江召开人代会"),
        ("我们党召开全会", "conference", "党召开全会"),
        ("“大河”主题网上展馆发布上线", "publication", "网上展馆发布上线"),
        ("根据气象局发布的消息，两州停课", "publication", "两州停课"),
        ("两国领导人达成重要共识", "meeting", "两国领导人会晤"),
    ],
)
def test_who_does_something_else_takes_no_part(text, kind, title):
    assert participants_of(text, text, default_words(), kind, title) == ()
