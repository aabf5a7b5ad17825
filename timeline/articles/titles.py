"""A headline without what the paper or the site adds to it. Rows with examples, and the function that applies them."""

import re
from dataclasses import dataclass

from timeline.articles.html_text import clean_line

_ENDINGS = (
    "网 網 新闻 新聞 日报 日報 晚报 晚報 时报 時報 早报 早報 晨报 周报 快报 商报 邮报 在线 在線 频道 頻道 客户端 "
    "门户 官网 网站 通讯社 电视台 電視台 广播电台 融媒体 新浪 搜狐 腾讯 凤凰 网易 澎湃 财经 财新 头条 百家号 之声 "
    "中心 人民政府 委员会 News Daily Times \\.com \\.cn"
)
_OUTLET = (
    rf"[^\-_|｜–—]{{0,14}}(?:{'|'.join(_ENDINGS.split())})"
    r"(?:\([^()]{2,20}\)|（[^（）]{2,20}）|[-—](?:The )?[A-Za-z ]{2,20})?"
)
_LONGEST = 400
_SLACK = 4
_ENOUGH = 8
_PARTING = r"(?:\s+[-–—]\s+|\s*[-–—]{2}\s*|\s*[_|｜]\s*|(?<=[\u4e00-\u9fff”》！？])-(?=[\u4e00-\u9fff]))"


@dataclass(frozen=True, slots=True)
class TitleRow:
    """Something added to headlines.

    Attributes:
        name: what it is.
        pattern: what is taken away.
        examples: (title as found, title as it must become).
        anywhere: whether it is taken away although the lesser part of the title is left.
    """

    name: str
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    anywhere: bool = False


TITLE_ROWS = (
    TitleRow(
        "page of the paper",
        re.compile(r"^第?[A-Z]?\d{1,3}\s?版(?:[^-－—–《“]{0,24}\s*[-－—–]{1,2}|\s*[：:])\s*(?=\S)"),
        (
            ("02版综合新闻 - 某港吞吐量创新高", "某港吞吐量创新高"),
            ("02版 -  河里的鱼多了 ", "河里的鱼多了"),
            ("第03版：要闻 - 某会闭幕", "某会闭幕"),
            ("11版文化周末·记忆 - 说说一幅画", "说说一幅画"),
        ),
        anywhere=True,
    ),
    TitleRow(
        "name of the site",
        re.compile(rf"(?:{_PARTING}{_OUTLET}){{1,4}}\s*$"),
        (
            ("某市地铁开通 - 某新网", "某市地铁开通"),
            ("某省某市某某大会今天开幕_新闻频道_某视网(example.com)", "某省某市某某大会今天开幕"),
            ("某会开幕--某民网", "某会开幕"),
            ("某公司发布新品_某讯新闻", "某公司发布新品"),
            ("IPO观察 | 某公司上市", "IPO观察 | 某公司上市"),
            ("观察 | 走近一家老牌电视台", "观察 | 走近一家老牌电视台"),
            ("新车发布｜早知道", "新车发布｜早知道"),
        ),
    ),
    TitleRow(
        "kind of file",
        re.compile(r"\.(?:html?|md|txt|docx?)$", re.I),
        (("某某通知.html", "某某通知"),),
    ),
)
"""In the order in which they are applied."""


def clean_title(title: str, publisher: str | None = None) -> str:
    """The headline alone, on one line.

    Args:
        title: as found.
        publisher: the site's name; it is taken off the end whatever it looks like.
    """
    title = clean_line(title[:_LONGEST].replace("\n", " ").replace("\t", " "))
    if publisher:
        title = re.sub(rf"\s*[-–—_|｜]{{1,2}}\s*{re.escape(publisher)}\s*$", "", title) or title
    for row in TITLE_ROWS:
        shorter = row.pattern.sub("", title).strip()
        if shorter and (row.anywhere or len(shorter) >= _ENOUGH or 2 * len(shorter) + _SLACK >= len(title)):
            title = shorter
    return title
