"""The first lines of plain text: which are title, publisher, authors, date and address, and where the body begins."""

import re
from pathlib import PurePosixPath

from timeline.articles import keys
from timeline.articles.draft import Draft
from timeline.articles.furniture import is_furniture_line
from timeline.articles.moments import WRITTEN
from timeline.articles.page_head import EDITED, names_somebody, read_names, tells_of_event
from timeline.articles.publishers import is_outlet, publisher_name

_HEAD_LINES = 12
_LONGEST_TITLE, _LONGEST_LATER_TITLE = 100, 60
_LONGEST_HEAD = 80
_MOST_BESIDE_DATE = 12
"""A line with a date and more words that name nobody is a title, or the body."""

_LABEL = re.compile(
    r"^(?:[-*·•#>\s]{0,4}(?P<name>[A-Za-z一-鿿][A-Za-z一-鿿_\- ]{0,14}?)\s{0,3}[：:=]"
    r"|#\+(?P<org>[A-Za-z_]{2,14}):|[【\[](?P<boxed>[A-Za-z一-鿿]{2,6})[】\]])\s{0,3}(?P<value>.{0,300})$"
)
_ANY_LABEL = re.compile(
    r"^(?:(?:#\+)?[A-Za-z][A-Za-z_\-]{1,20}\s?:(?:\s|$)|[【\[][一-鿿]{2,4}[】\]].{0,20}$|[一-鿿]{2,4}\s?[：:]\s?\S{0,12}$)"
)
_LABELS = {
    **dict.fromkeys(keys.TITLE, "title"),
    **dict.fromkeys(keys.PUBLISHED, "published"),
    **dict.fromkeys(keys.PUBLISHER, "publisher"),
    **dict.fromkeys(keys.AUTHORS, "author"),
    **dict.fromkeys([*keys.URL, "原文链接", "原文", "来源链接", "原文鏈接"], "url"),
    **dict.fromkeys(keys.TAGS, "tags"),
    **dict.fromkeys(["稿源", "发布机构", "发布单位", "發布單位", "發佈單位"], "publisher"),
}
_BLOCK = 2
"""So many labelled lines make a block, in which labels that are not known are passed over."""

_BODY = re.compile(
    r"^\s{0,9}(?:[【\[](?:正文|内容|內容)[】\]]|(?:正\s{0,4}文|[内內]\s{0,4}容|content|text|body)\s?[：:])\s{0,9}", re.I
)
_MARK = re.compile(r"^[-*·•#>=\s]{1,8}")
_LINK = re.compile(r"\[([^\[\]\n]{1,100})\]\([^()\s]{1,500}\)")
_EMPHASIS = re.compile(r"\*{1,2}([^*\n]{1,100})\*{1,2}")
_ENGLISH_DAY = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)
_URL = re.compile(r"^<?(https?://\S{4,300})>?$")
_ORIGINAL = re.compile(r"^原创\s(?:(?P<author>[^\s\d]{2,12})\s)?(?P<account>[^\s\d]{2,20})(?:\s.{0,30})?$")
"""原创 张三 某某发布, with which a post copied from WeChat begins."""

_SUBTITLE = re.compile(r"^[—－\-]{1,3}[^—－\-。]{2,60}$")
_SENTENCE = re.compile(r".*[，；：].*[。！？…]$|.{40,}。$|.*。.+。$")
_BRACKETS = "【】《》[]"
_WORDS = re.compile(r"[一-鿿぀-ヿ]{2}")
_PARTING = re.compile(r"[\s_\-—–·]+")
_NAME_DAY = re.compile(r"(?:19|20)\d{2}[-_.年]?\d{1,2}[-_.月]?\d{1,2}日?")


def read_head(lines: list[str], draft: Draft) -> tuple[int, list[str]]:
    """Fill the draft from the first lines of a text.

    Args:
        lines: cleaned; Markdown signs may stand in them.
        draft: what is filled.

    Returns:
        How many lines are about the article, and those of them that belong to it, such as a second title.
    """
    used = labels = 0
    kept: list[str] = []
    for number, line in enumerate(lines[:_HEAD_LINES]):
        line = _LINK.sub(r"\1", line)
        words = _MARK.sub("", _EMPHASIS.sub(r"\1", line))
        if _BODY.match(line) or tells_of_event(words, lines[number + 1 :]):
            return number, kept
        if _read_label(line, draft):
            labels += 1
        elif (labels >= _BLOCK and _ANY_LABEL.match(line)) or _read_mark(words, number, lines, draft):
            pass
        elif not draft.title and _is_title(words, number, lines):
            draft.title = words
        elif draft.title and (_SUBTITLE.match(line) or _leads_to_date(number, lines)):
            kept.append(words)
        elif not is_furniture_line(words):
            break
        used = number + 1
    return used, kept


def without_body_label(text: str) -> str:
    """A text without the label 正文： with which it begins."""
    return _BODY.sub("", text, count=1)


def read_file_name(name: str, draft: Draft) -> None:
    """Fill what the draft lacks from a name such as ``某某日报_20240508_论坛开幕.txt``; codes tell nothing."""
    parts = [part for part in _PARTING.split(_NAME_DAY.sub("_", PurePosixPath(name).stem)) if _WORDS.search(part)]
    outlets = [part for part in parts if is_outlet(part)] if len(parts) > 1 else []
    draft.publisher = draft.publisher or next(iter(outlets), None)
    draft.title = draft.title or max((part for part in parts if part not in outlets), key=len, default="")


def _read_label(line: str, draft: Draft) -> bool:
    """A line ``label: value``, ``【label】value`` or ``#+LABEL: value``."""
    found = _LABEL.match(line)
    if not found:
        return False
    name = keys.fold_name(found["name"] or found["org"] or found["boxed"])
    field = _LABELS.get(name) or _LABELS.get(keys.bare_name(name))
    if not field:
        return False
    value = found["value"].strip()
    if field == "title":
        draft.title = value or draft.title
    elif field == "published":
        draft.published.append((value, "page text"))
    elif field == "publisher":
        draft.publisher = draft.publisher or publisher_name(re.split(r"[\s|]", value)[0])
        _read_date(line, draft)
        read_names(line, draft)
    elif field == "author":
        draft.authors += [name for name in keys.as_list(value) if name not in draft.authors]
    elif field == "url":
        draft.url = draft.url or value or None
    elif field == "tags":
        draft.tags += keys.as_list(value)
    return True


def _read_mark(line: str, number: int, lines: list[str], draft: Draft) -> bool:
    """A line without label that tells date, source, address or publisher."""
    if len(line) > _LONGEST_HEAD:
        return False
    address = _URL.match(line)
    if address:
        draft.url = draft.url or address[1]
        return True
    if EDITED.search(line):
        return True
    account = _ORIGINAL.match(" ".join(WRITTEN.sub(" ", line).split()))
    if account:
        draft.publisher = draft.publisher or account["account"]
        draft.authors += [account["author"]] if account["author"] else []
    dated = account is not None or _beside_date(line) is not None
    if dated:
        _read_date(line, draft)
    if dated or names_somebody(line):
        read_names(line, draft)
        return True
    return _is_publisher(line.strip(_BRACKETS), number, lines, draft)


def _is_publisher(name: str, number: int, lines: list[str], draft: Draft) -> bool:
    """A paper or site alone in a line; above the title only where a title follows."""
    if draft.publisher or not is_outlet(name):
        return False
    below = next((line for line in lines[number + 1 :] if _beside_date(line) is None), "")
    if not draft.title and not _is_title(below, number + 1, lines):
        return False
    draft.publisher = name
    return True


def _beside_date(line: str) -> str | None:
    """What stands beside the date of a line that is there for its date; None for any other line."""
    found = WRITTEN.search(line)
    if not found or len(line) > _LONGEST_HEAD:
        return "" if _ENGLISH_DAY.fullmatch(line) else None
    rest = _MARK.sub("", WRITTEN.sub(" ", line, count=1)).strip(" |·-—")
    return rest if len(rest) < _MOST_BESIDE_DATE or (names_somebody(rest) and rest[-1:] not in "。；") else None


def _is_title(line: str, number: int, lines: list[str]) -> bool:
    """A line that is no date and no sentence, with something after it."""
    if not line or number + 1 >= len(lines) or _SENTENCE.match(line) or is_furniture_line(line):
        return False
    if len(line) > (_LONGEST_LATER_TITLE if number else _LONGEST_TITLE):
        return False
    return _beside_date(line) is None


def _leads_to_date(number: int, lines: list[str]) -> bool:
    """Whether a line stands between the title and the line of the date."""
    if _SENTENCE.match(lines[number]) or len(lines[number]) > _LONGEST_LATER_TITLE:
        return False
    return any(_beside_date(line) is not None for line in lines[number + 1 : number + 3])


def _read_date(line: str, draft: Draft) -> None:
    found = WRITTEN.search(line) or _ENGLISH_DAY.fullmatch(line)
    if found:
        draft.published.append((found[0], "page text"))
