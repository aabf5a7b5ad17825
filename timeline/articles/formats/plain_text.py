"""Plain text with title, publisher and date in its first lines, as a page copied out of a browser has them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from timeline.articles import keys
from timeline.articles.draft import Content, Draft
from timeline.articles.furniture import original_title
from timeline.articles.html_text import text_lines
from timeline.articles.markdown_text import markdown_lines
from timeline.articles.moments import WRITTEN
from timeline.articles.page_head import EDITED
from timeline.articles.too_large import refuse_large_page

NAME = "text"
_HEAD_LINES = 8
_LONGEST_TITLE = 100
_LONGEST_HEAD = 80
_LABEL = re.compile(
    r"^[-*·•#\s]{0,4}([A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff_\- ]{0,14}?)\s{0,3}[：:=]\s{0,3}(\S.{0,200})$"
)
_LABELS = {
    **dict.fromkeys(keys.TITLE, "title"),
    **dict.fromkeys(keys.PUBLISHED, "published"),
    **dict.fromkeys(keys.PUBLISHER, "publisher"),
    **dict.fromkeys(keys.AUTHORS, "author"),
    **dict.fromkeys([*keys.URL, "原文链接", "原文", "来源链接", "原文鏈接"], "url"),
    **dict.fromkeys(keys.TAGS, "tags"),
    **dict.fromkeys(["稿源", "信息来源", "文章来源", "发布机构", "发布单位"], "publisher"),
}
_BODY = re.compile(r"^(?:正文|内容|內容|content|text|body)\s?[：:]\s?", re.I)
_SOURCE = re.compile(r"(?:来源|來源|稿源)\s?[：:]\s?([^\s：:，,|丨｜]{2,20})")
_AUTHOR = re.compile(r"(?:作者|记者|記者|编辑)\s?[：:|丨｜/]\s?([^\s：:，,|丨｜]{2,12})")
_MARK = re.compile(r"^[-*·•#>\s]{1,4}")
_URL = re.compile(r"^<?(https?://\S{4,300})>?$")
_MARKDOWN = re.compile(r"^#{1,6}[ \t]+\S|!\[|\]\(|\*\*\S", re.M)
_WORDS = re.compile(r"[一-鿿぀-ヿ]{2}")
"""A file name that can be a title: of numbers and codes it cannot."""

_OUTLET = re.compile(r"^[^\s，。：:！？]{2,16}$")
_DATELINE = re.compile(r"^.{0,4}[^\s，。]{2,14}?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:电|電|讯|訊|消息)")
_ENDS = "。！？!?；;…”"


def accept(content: Content) -> bool:
    """Any text: this is the last resort."""
    return bool(content.text.strip())


def read(content: Content) -> Iterator[Draft]:
    """The one article of the file."""
    refuse_large_page(content.data)
    lines = markdown_lines(content.text) if _MARKDOWN.search(content.text) else text_lines(content.text)
    draft = Draft()
    used = _read_head(lines, draft)
    draft.lines = lines[used:]
    if not draft.published:
        _read_dateline(draft)
    if not draft.title:
        stem = PurePosixPath(content.name).stem
        draft.title = original_title(lines) or (stem if _WORDS.search(stem) else "")
    yield draft


def _read_head(lines: list[str], draft: Draft) -> int:
    """Fill the draft from the first lines; the number of lines that were about the article and not of it."""
    if not lines:
        return 0
    used = 0
    for number, line in enumerate(lines[:_HEAD_LINES]):
        body = _BODY.match(line)
        if body:
            lines[number] = line[body.end() :].strip()
            return number
        if _read_label(line, draft):
            pass
        elif _is_title(line, number, lines, draft):
            draft.title = _MARK.sub("", line)
        elif not _read_mark(line, draft):
            break
        used = number + 1
    return used


def _is_title(line: str, number: int, lines: list[str], draft: Draft) -> bool:
    """The first line that is no date and no sentence, with something after it."""
    if draft.title or len(line) > _LONGEST_TITLE or number + 1 >= len(lines) or _URL.match(line):
        return False
    found = WRITTEN.search(line)
    rest = WRITTEN.sub("", line).strip(" -—|·") if found else line
    if found and len(rest) < 12:
        return False
    return number == 0 or (line[-1] not in _ENDS[:1] and len(line) <= 60)


def _read_label(line: str, draft: Draft) -> bool:
    """A line ``label: value``."""
    found = _LABEL.match(line)
    field = _LABELS.get(found[1].replace(" ", "").lower()) if found else None
    if not found or not field:
        return False
    value = found[2].strip()
    if field == "title":
        draft.title = draft.title or value
    elif field == "published":
        draft.published.append((value, "page text"))
    elif field == "publisher":
        draft.publisher = draft.publisher or re.split(r"[\s|]", value)[0][:40]
        _read_dates(line, draft)
    elif field == "author":
        draft.authors += [name for name in keys.as_list(value) if name not in draft.authors]
    elif field == "url":
        draft.url = draft.url or value
    elif field == "tags":
        draft.tags += keys.as_list(value)
    return True


def _read_mark(line: str, draft: Draft) -> bool:
    """A line without label that tells date, source, address or publisher."""
    if len(line) > _LONGEST_HEAD:
        return False
    address = _URL.match(line)
    if address:
        draft.url = draft.url or address[1]
        return True
    if EDITED.search(line):
        return True
    found = WRITTEN.search(line)
    if found:
        rest = _MARK.sub("", WRITTEN.sub(" ", line, count=1)).strip(" |·-—")
        if len(rest) > 40 or rest[-1:] in ("。", "；"):
            return False
        _read_dates(line, draft)
        _read_names(rest, draft)
        return True
    if _SOURCE.match(_MARK.sub("", line)) or _AUTHOR.match(_MARK.sub("", line)):
        _read_names(line, draft)
        return True
    name = _MARK.sub("", line)
    if draft.title and not draft.published and not draft.publisher and _OUTLET.match(name) and name[-1] not in _ENDS:
        draft.publisher = name
        return True
    return False


def _read_dates(line: str, draft: Draft) -> None:
    found = WRITTEN.search(line)
    if found:
        draft.published.append((found[0], "page text"))


def _read_names(rest: str, draft: Draft) -> None:
    source, author = _SOURCE.search(rest), _AUTHOR.search(rest)
    if source:
        draft.publisher = draft.publisher or source[1]
    elif not author and _OUTLET.match(rest) and not draft.publisher:
        draft.publisher = rest
    if author and author[1] not in draft.authors:
        draft.authors.append(author[1])


def _read_dateline(draft: Draft) -> None:
    """新华社北京2022年9月3日电 as the first words, or a last line that is a date."""
    for line in draft.lines[:2]:
        if _DATELINE.match(line[:40]):
            _read_dates(line, draft)
            return
    last = draft.lines[-1] if draft.lines else ""
    if len(last) <= 24 and WRITTEN.fullmatch(last.strip("（）() ")):
        _read_dates(last, draft)
