"""Publishers that are known by the address of an article, or by the words with which it begins or ends."""

import re

_HOST = re.compile(r"^https?://(?:[^/@]{0,100}@)?([^/:?#]{3,253})", re.I)

_LABEL = re.compile(
    r"^(?:(?:文章|稿件|信息|新闻|资料)?(?:来源|來源|稿源|出处)\s?[：:于於]|来自|source\s?[：:])\s{0,3}", re.I
)
_RIGHTS = re.compile(r"\s?(?:版权所有|版權所有|copyright|©).*", re.I)
_NOBODY = frozenset(
    (
        "本站",
        "原创",
        "本站原创",
        "转载",
        "网络",
        "互联网",
        "综合",
        "未知",
        "其他",
        "其它",
        "不详",
        "无",
        "admin",
        "editor",
        "none",
    )
)
_REPOSITORY = re.compile(r"[\w.\-]+/[\w.\-]+", re.ASCII)
"""``owner/project``, which says where a data set lies and not who published."""

_LETTER = re.compile(r"[^\W\d_]")
_OUTLET = re.compile(
    r"(?:网|網|报|報|社|台|臺|新闻|新聞|财经|財經|在线|客户端|周刊|杂志|雜誌|频道|头条|发布|观察|研究院|News|Times|Daily)$"
)
_LONGEST_NAME, _LONGEST_OUTLET, _SHORTEST_OUTLET = 40, 16, 3

_DATELINE = re.compile(
    r"[【\[（(]?(新华社|新華社|中新社|中新网|新华网|央视网|人民网|光明网|中央社|[一-鿿]{2,6}(?:日报|晚报|时报|晨报|早报|商报|都市报|晚報|日報|新闻网|新聞網))"
    r"[^。，,]{0,24}?(?:电|電|讯|訊|消息)"
)
_ACCOUNT = re.compile(
    r"(?:本文来源\s?[：:]\s?([^\s（(，。：:“]{2,16}?)(?:微信)?公众号"
    r"|本文(?:来自|首发于|转载自|来源于)\s?[：:]?\s?(?:微信)?公众号\s?[：:]?\s?[“\"「]?([^\s（(，。：:“”\"」]{2,16}))"
)

HOSTS = {
    "paper.people.com.cn": "人民日报",
    "people.com.cn": "人民网",
    "epaper.gmw.cn": "光明日报",
    "gmw.cn": "光明网",
    "xinhuanet.com": "新华网",
    "news.cn": "新华网",
    "cctv.com": "央视网",
    "cctv.cn": "央视网",
    "cnr.cn": "央广网",
    "gov.cn": None,
    "www.gov.cn": "中国政府网",
    "chinanews.com": "中国新闻网",
    "chinanews.com.cn": "中国新闻网",
    "chinadaily.com.cn": "中国日报网",
    "ce.cn": "中国经济网",
    "cnstock.com": "上海证券报",
    "stcn.com": "证券时报",
    "stdaily.com": "科技日报",
    "thepaper.cn": "澎湃新闻",
    "caixin.com": "财新网",
    "jiemian.com": "界面新闻",
    "yicai.com": "第一财经",
    "eeo.com.cn": "经济观察网",
    "21jingji.com": "21世纪经济报道",
    "nbd.com.cn": "每日经济新闻",
    "cls.cn": "财联社",
    "wallstreetcn.com": "华尔街见闻",
    "36kr.com": "36氪",
    "huxiu.com": "虎嗅",
    "ifanr.com": "爱范儿",
    "geekpark.net": "极客公园",
    "latepost.com": "晚点",
    "ithome.com": "IT之家",
    "guancha.cn": "观察者网",
    "bjnews.com.cn": "新京报",
    "xinmin.cn": "新民晚报",
    "shobserver.com": "上观新闻",
    "southcn.com": "南方网",
    "ifeng.com": "凤凰网",
    "cna.com.tw": "中央社",
    "udn.com": "聯合新聞網",
    "ltn.com.tw": "自由時報",
    "zaobao.com.sg": "联合早报",
    "bbc.com": "BBC",
    "reuters.com": "Reuters",
}
"""The host, or the end of it after a dot, and the publisher; None where each host under it is another's."""


def publisher_name(text: str) -> str | None:
    """The name of a publisher without its label; None where the text names none, such as an address or 本站."""
    name = _RIGHTS.sub("", _LABEL.sub("", text.strip())).strip()
    if name[:1] in "《【" and name[-1:] in "》】":
        name = name[1:-1]
    refused = len(name) > _LONGEST_NAME or "://" in name[:12] or name.lower() in _NOBODY or _REPOSITORY.fullmatch(name)
    return None if refused or not _LETTER.search(name) else name


def is_outlet(name: str) -> bool:
    """Whether a name is plainly that of a paper, a site or an agency."""
    return _SHORTEST_OUTLET <= len(name) <= _LONGEST_OUTLET and bool(_OUTLET.search(name))


def publisher_of_url(url: str) -> str | None:
    """The publisher of an address, by the longest known end of its host; None for hosts not known."""
    found = _HOST.match(url)
    host = found[1].lower() if found else ""
    while host:
        if host in HOSTS:
            return HOSTS[host]
        host = host.partition(".")[2]
    return None


def publisher_of_words(lines: list[str]) -> str | None:
    """The agency or paper of a dateline (新华社北京5月8日电, 某某晚报讯), or the account named after the last line."""
    found = _DATELINE.match(lines[0][:60]) if lines else None
    for line in (*lines[:2], *lines[-8:]) if found is None else ():
        found = found or _ACCOUNT.search(line[:60])
    return next(filter(None, found.groups())) if found else None
