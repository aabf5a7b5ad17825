"""The names under which front matter, feeds and records keep an article's fields; and how to take them from a mapping.

Names are compared without case, spaces, hyphens and underscores, so ``date_published`` and ``datePublished`` are one.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache


def names(words: str) -> list[str]:
    """The words of a text: how lists of names are written down here."""
    return words.split()


TITLE = names("title headline 标题 標題 题目 篇名 contenttitle subject topic name")
HTML = names("contenthtml bodyhtml htmlcontent fulltexthtml html contentencoded")
TEXT = names(
    "content text body fulltext maintext contenttext bodytext plaintext article paragraphs paras maincontent detail "
    "markdown contentmarkdown 正文 内容 內容 全文 文本"
)
SHORT = names("description summary abstract digest intro excerpt snippet 摘要 desc brief")
URL = names("url link permalink 链接 鏈接 网址 網址 href externalurl shareurl pageurl weburl uri")
SHARED_URL = names("sourceurl originalurl originurl crawlurl fromurl 来源链接")
"""The page that a record was taken from, which several records may share."""

PUBLISHED = names(
    "datepublished datepublish publisheddate publishedat publishedtime publishedon publishtime publishdate publishat "
    "pubdate pubtime pubat pubdatetime reporttime 发布时间 发布日期 發布時間 發布日期 發佈日期 發佈時間 发表时间 "
    "发表日期 发稿时间 出版日期 刊登日期 publicationdate releasedate releasetime postdate posttime postedat issued "
    "issuedate dateissued displaytime showtime ptime datecreated published date datetime time timestamp 日期 时间 "
    "時間 day created createdat createtime createdate ctime inserttime addtime"
)
"""The moment of publication, the surest name first. ``dateCreated`` stands before ``date``: Wiki.js keeps the last edit
in ``date``. Names of the last edit, of the visit by a crawler and of the writing (成文日期) are left out."""

EDITED = names("updated updatedat datemodified modified lastmod lastmodified updatetime mtime 更新时间")
"""Used only in feeds, where an entry may have no other date."""

PUBLISHER = names(
    "publisher source sitename site media mediasource medianame outlet newspaper paper publication 来源 來源 媒体 媒體 "
    "报纸 sourcename sourcehostname origin provider channelname accountname 公众号 出处 website mediums "
    "copyrightholder"
)
AUTHORS = names(
    "author authors byline creator dccreator writer reporter 作者 记者 記者 editorname authorname nickname user"
)
TAGS = names("tags tag keywords keyword 标签 標籤 关键词 關鍵詞 categories category section topics column 栏目 channel")
IMAGE = names(
    "image featuredimage cover coverimage headimg thumbnail thumb banner bannerimage ogimage img picture pic "
    "封面 coverurl imageurl featureimage topimg hero photo"
)

DAYS = names("date day 日期 publishdate publicationdate pubdate issuedate 发布日期 出版日期")
PAPERS = names("newspaper paper publisher publication sitename media 报纸 媒体 媒體 报刊")
"""What stands once above many records, for all of them; not ``time`` and ``source``, which tell of the reply itself."""

_FOLD = re.compile(r"[\s_\-:.]+")
_ADDED = re.compile(r"^(?:新闻|文章|稿件|资讯|信息|news|article|post|doc)(?=.)|(?<=.)(?:str|string)$")
"""What stands before or behind many names and tells nothing: ``newsTitle``, ``publishDateStr``, 文章标题."""

_LIST = re.compile(r"[,，;；、|\n]+")
_NAMES = re.compile(r"[一-鿿·]{2,4}(?:\s{1,3}[一-鿿·]{2,4}){1,9}")
_NAMES_APART = re.compile(r"\s+")
_LONGEST_NAME = 60


def fold(mapping: Mapping[str, object]) -> dict[str, object]:
    """The mapping with folded names; of names that fold alike the first is kept."""
    folded: dict[str, object] = {}
    for name, value in mapping.items():
        folded.setdefault(fold_name(str(name)), value)
    for name in [*folded]:
        folded.setdefault(bare_name(name), folded[name])
    return folded


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A name without case, spaces, hyphens, underscores, colons and points."""
    return _FOLD.sub("", name).lower()


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """A folded name without what tells nothing: ``title`` for ``newstitle``."""
    return _ADDED.sub("", name)


def first_text(folded: Mapping[str, object], names: Iterable[str]) -> str:
    """The first value under one of ``names`` that is text, or holds its name; "" where there is none."""
    for name in names:
        text = as_text(folded.get(name))
        if text:
            return text
    return ""


def all_values(folded: Mapping[str, object], names: Iterable[str]) -> list[object]:
    """All values under ``names``, in the order of names."""
    return [folded[name] for name in names if folded.get(name) not in (None, "", [], {})]


def as_text(value: object) -> str:
    """A text, or what a mapping such as ``{"name": …}``, ``{"rendered": …}`` or ``{"url": …}`` holds; else ""."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and value:
        return as_text(value[0])
    if isinstance(value, Mapping):
        for name in ("name", "rendered", "value", "#text", "text", "title", "screen_name", "nickname", "url", "@id"):
            found = value.get(name)
            if isinstance(found, str) and found.strip():
                return found.strip()
    return ""


def as_list(value: object) -> list[str]:
    """A list of names out of a list, a mapping, or text with commas; each once, in order."""
    if isinstance(value, str):
        parting = _NAMES_APART if _NAMES.fullmatch(value) else _LIST
        items: list[object] = [*parting.split(value.strip("[]"))]
    elif isinstance(value, list):
        items = value[:100]
    else:
        items = [value]
    names = (as_text(item).strip(" '\"[]#") for item in items)
    return list(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST_NAME))
