"""Articles of nearly the same text are one voice."""

import pickle
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.merging.voices import SIZE, group_voices, resemblance, signature

TEXT = (
    "临江市交通局昨日通报，滨江大道北段的改造工程已经完成验收。新建的自行车道与地铁五号线的三个出入口相连，"
    "沿线补种行道树两千余株。负责人说，下一步将调整公交线路，方便附近学校的师生出行。夜间施工期间曾收到居民"
    "关于噪声的意见，施工单位为此更换了设备，并把作业时间提前到晚上九点以前结束。"
)
OTHER = (
    "省气象台预计，未来一周南部山区有持续的强降水，局部可达大暴雨。水利部门已经要求各县检查小型水库，"
    "转移低洼地带的住户。渔政船只全部回港避风，旅游景区视情况关闭。专家提醒市民减少外出，注意雷电。"
)


def test_a_copy_with_other_marks_and_a_word_changed_is_alike():
    copy = TEXT.replace("，", ",").replace("昨日", "28日").replace("。", ".")
    assert resemblance(signature(TEXT), signature(copy)) > 0.8
    assert resemblance(signature(TEXT), signature(OTHER)) < 0.1


def test_the_earliest_published_speaks_for_its_group_and_loners_are_left_out():
    from datetime import UTC, datetime

    signatures = {"b": signature(TEXT), "a": signature(TEXT + "编辑补充。"), "c": signature(OTHER)}
    assert group_voices(signatures) == {"a": "a", "b": "a"}
    published = {"a": datetime(2023, 5, 2, tzinfo=UTC), "b": datetime(2023, 5, 1, tzinfo=UTC)}
    published["c"] = published["a"]
    assert group_voices(signatures, published) == {"a": "b", "b": "b"}


def test_texts_without_words_are_nobodys_copies():
    assert group_voices({"a": signature(""), "b": signature("……"), "c": signature("图")}) == {}


def test_a_signature_is_small_and_crosses_process_borders():
    made = signature(TEXT)
    assert pickle.loads(pickle.dumps(made)) == made
    assert len(made) == 4 * SIZE


@given(st.text(max_size=200))
def test_any_text_has_a_signature(text):
    assert resemblance(signature(text), signature(text)) in (0.0, 1.0)


@settings(max_examples=30)
@given(st.permutations(range(9)))
def test_no_order_changes_the_groups(order):
    texts = [TEXT, TEXT + OTHER[:20], TEXT[10:], OTHER, OTHER[5:], "短", TEXT[::-1], OTHER + TEXT[:12], TEXT * 2]
    signatures = {f"{place}": signature(text) for place, text in enumerate(texts)}
    expected = group_voices(signatures)
    assert group_voices({f"{place}": signatures[f"{place}"] for place in order}) == expected
    assert expected["0"] == expected["8"] == "0"


def test_ten_thousand_copies_of_one_text_take_no_square_of_time():
    made = signature(TEXT)
    begun = time.process_time()
    assert len(set(group_voices({f"{place:016x}": made for place in range(10_000)}).values())) == 1
    chance = random.Random(1)
    group_voices({f"{place:016x}": chance.randbytes(4 * SIZE) for place in range(10_000)})
    assert time.process_time() - begun < 10
