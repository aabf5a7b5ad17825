"""The day that a document or a programme tells as its own."""

from datetime import datetime

import pytest

from schemas import Article
from timeline.events.own_day import as_told

PUBLISHED = datetime.fromisoformat("2023-05-10T09:00:00+08:00")


def own_day(title: str, text: str) -> str:
    article = Article(id="0123456789abcdef", source="a.md", title=title, published=PUBLISHED, text=text)
    return as_told(article).published.date().isoformat()


@pytest.mark.parametrize(
    ("signature", "day"),
    [
        ("2018年12月3日", "2018-12-03"),
        ("二〇一八年十二月三日", "2018-12-03"),
        ("二○○六年一月二十日", "2006-01-20"),
        ("二Ｏ一八年十月三十一日", "2018-10-31"),
        ("二零一九年十一月十八日", "2019-11-18"),
    ],
)
def test_a_document_is_read_as_of_its_signature(signature, day):
    assert own_day("关于防汛工作的通知", f"各县：\n今年初，全市检查堤防。\n{signature}\n") == day


@pytest.mark.parametrize("signature", ["二〇一八年十月十十十日", "二〇一八年十月二十十日", "2018年13月40日"])
def test_what_is_no_day_leaves_the_publication(signature):
    assert own_day("关于防汛工作的通知", f"各县：\n今年初，全市检查堤防。\n{signature}\n") == "2023-05-10"


def test_a_programme_put_out_again_is_read_as_of_its_greeting():
    assert own_day("旧节目", "大家好，今天是2020年4月13日，星期一，欢迎收看本期节目。") == "2020-04-13"
