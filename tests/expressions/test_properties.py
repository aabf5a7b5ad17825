"""What holds for every text: nothing raises, offsets are true, and the work stays in proportion."""

import gc
import sys
from datetime import datetime, timedelta, timezone
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions
from timeline.expressions.finder import tagger
from timeline.expressions.lexicon import fold
from timeline.expressions.rules import all_rules

SHANGHAI = timezone(timedelta(hours=8))
WORDS = """
一 二 三 十 廿 两 几 半 百 万 0 1 3 9 12 30 31 99 2022 20220903 ０３ 年 月 日 号 號 天 周 週 星期
季度 世纪 点 點 时 分 秒 小时 个 個月 上 下 本 这 去 今 明 昨 前 后 内 初 中 底 末 旬 上午 凌晨 晚
夜 早 春 秋 冬 节 春节 国庆 农历 初一 廿三 闰四月 清明 十四五 “十四五” 每 逢 隔 第 首 至 到 - — ~
～ : ： . / （ ） ( ) 《 》 、 ， 。 和 与 的 从 自 起 以来 截至 过去 未来 近 约 多 余 左右 当天
次日 当年 同月 大会 开幕式 首日 最后一天 倒计时 公元前 民国 康熙 北京时间 当地时间 将 了 已 Q3 H1 pm
September yesterday http://a/9/3 x.jpg 明日の T Z +08:00 元 亿 %
"""
PIECES = [*WORDS.split(), "\n", "\u3000", "\u200b", " ", "\U0001f600"]
words = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.one_of(words, st.text(max_size=200))
moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).map(lambda moment: moment.replace(tzinfo=SHANGHAI))
preferences = st.sampled_from([None, "past", "current", "future"])


@settings(max_examples=600, deadline=None)
@given(texts, moments, preferences)
def test_any_text_gives_sane_expressions(text, published, prefer):
    end = 0
    for one in find_expressions(text, published, prefer=prefer):
        assert end <= one.start_char < one.end_char <= len(text)
        assert one.text == text[one.start_char : one.end_char]
        assert one.value
        assert one.begin is None or one.until is None or one.begin <= one.until
        assert one.begin is None or one.begin.tzinfo is None
        type(one).model_validate(one.model_dump())
        end = one.end_char


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@settings(max_examples=200, deadline=None)
@given(st.text("個週號點時兩鐘後禮間內過來從曆節陰農國慶勞動臘這當○０９－（）～ａ年月日abc", max_size=300))
def test_folding_few_and_folding_many_characters_is_the_same(text):
    assert fold(text) == "".join(map(fold, text))


def _steps(text: str) -> int:
    """How many Python functions are called to read a text: a clock that no machine slows down."""
    count = 0

    def profile(frame, event, arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        find_expressions(text, datetime(2022, 9, 3, tzinfo=SHANGHAI))
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    *(
        "一",
        "年年月",
        "9",
        "1:1",
        "9月",
        "9月3日-",
        "上",
        "（",
        "《",
        "每周",
        "前三",
        "http://9月",
        "当天",
        "大会第二天",
    ),
    *("第", "1日前"),
    *("It opened on May 3. ", "来週の月曜日にはじまります。", "五一，", "每周三", "正月十五"),
    "9月1日大会开幕，大会第二天",
    "从2022年9月3日至",
    "三天前、",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(piece):
    _steps("9月3日")
    small, large = _steps(piece * 300), _steps(piece * 3000)
    assert large <= 11 * small + 2000


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_text_and_no_faster(piece):
    published = datetime(2022, 9, 3, tzinfo=SHANGHAI)
    find_expressions("9月3日", published)

    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        gc.collect()
        gc.disable()  # what the other tests left in memory would count against the larger text
        try:
            begin = process_time()
            find_expressions(text, published)
            return process_time() - begin
        finally:
            gc.enable()

    assert min(seconds(20_000) for _ in range(3)) <= 8 * min(seconds(5_000) for _ in range(3)) + 0.1


def test_the_work_hardly_grows_with_the_rows():
    from timeline.expressions import lexicon
    from timeline.expressions.names import NAME_SLOTS
    from timeline.expressions.slots import SLOTS
    from timeline.expressions.tagger import Rule, Tagger

    strange = str.maketrans("年月日号天周点时", "奀朤囸號兲淍點旹")
    rules = all_rules()
    more = [Rule(f"{rule.name}_again", rule.pattern.translate(strange), rule.build) for rule in rules]
    text = "9月1日至3日，大会在上海举行。去年6月，三天前，下周三下午3点，2021年第三季度增长3.5%。" * 20

    def calls(one: Tagger) -> int:
        count = 0

        def profile(frame, event, arg):
            nonlocal count
            count += event in ("call", "c_call")

        one.tag(text)  # rows are compiled when first tried
        sys.setprofile(profile)
        try:
            one.tag(text)
        finally:
            sys.setprofile(None)
        return count

    twice = Tagger((*rules, *more), SLOTS | NAME_SLOTS, lexicon.DIGITS, lexicon.NUMERALS)
    assert calls(twice) <= 1.5 * calls(tagger())
