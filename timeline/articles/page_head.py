"""What a page says about its article in words: a table of particulars, labelled lines, the lines above the body."""

import re
from typing import Any

from timeline.articles.draft import Draft
from timeline.articles.moments import WRITTEN

_LABEL_END = re.compile(r"[\s\u3000\xa0]+")
_PARTICULARS = {
    "标题": "title",
    "名称": "title",
    "標題": "title",
    "文件名称": "title",
    "信息名称": "title",
    "发布日期": "published",
    "发布时间": "published",
    "公开日期": "published",
    "发文日期": "published",
    "發布日期": "published",
    "發佈日期": "published",
    "发文机关": "publisher",
    "发布机构": "publisher",
    "发布单位": "publisher",
    "公开主体": "publisher",
    "發文機關": "publisher",
    "主题词": "tags",
    "主题分类": "tags",
    "成文日期": "written",
    "生成日期": "written",
    "索引号": "other",
    "发文字号": "other",
    "文号": "other",
    "发文单位": "publisher",
    "有效性": "other",
    "时效性": "other",
    "废止日期": "other",
    "体裁分类": "other",
    "组配分类": "other",
    "服务对象": "other",
}
"""The labels of the table of particulars above a government document; 成文日期 is when it was written."""

_DATED = re.compile(
    r"(?:(?:发布|發布|發佈|发表|发稿|发文|刊登|出版|上传|添加|录入|公开)(?:时间|日期|時間|于)|(?<![一-鿿])(?:时间|日期|時間))"
    r"\s?[：:]\s?" + WRITTEN.pattern,
    re.I,
)
_BARE = re.compile(r"(?:时间|日期|時間)\s?[：:]")
_LETTER = re.compile(r"\w")
_BESIDE = re.compile(
    r"来源|來源|作者|记者|記者|编辑|发布|發布|浏览|点击|點擊|阅读|閱讀|字号|(?:报|報|网|網|社|台|臺|新闻|新聞)\b"
    r"|posted|published|by\b|星期|周[一二三四五六日]|週[一二三四五六日]|讯$|訊$",
    re.I,
)
"""What stands beside a date of publication."""

_LABELLED = re.compile(r"[一-鿿]\s?[：:]\s?$")
_NOTICE = re.compile(
    r"(?:活动|活動|会议|會議|举办|集合)?(?:地点|地點|地址|会场|會場|主题|主題|主办|主辦|对象|费用|報名|报名)"
)
"""What stands below the date of an event, and not below that of publication."""

EDITED = re.compile(r"(?:更新|修改|编辑|編輯)(?:时间|日期|時間|于)\s?[：:]?\s?\d")
"""A label of the last edit before its date."""

_SOURCE = re.compile(r"(?:来源|來源|稿源|发布人|发布单位|信息来源|文章来源)\s?[：:]\s?([^\s：:，,|丨｜<>]{2,20})")
_AUTHOR = re.compile(r"(?:作者|记者|記者|撰文)\s?[：:]\s?([^\s：:，,|丨｜<>]{2,12})")
_NEXT = re.compile(
    r"浏览|大字|小字|字号|字体|作者|编辑|編輯|发布|點擊|点击|阅读|閱讀|时间|日期|责任|打印|分享|举报|来源|评论|收藏|记者|時間"
)
"""What follows a name where the page parts them by colour alone."""

_FEWEST_LABELS = 2
_TOP = 12
_TOP_OF_PAGE = 60
_LONGEST_TOP = 100
_LONGEST_UNLABELLED = 40


def read_particulars(root: Any, draft: Draft) -> bool:
    """Fill the draft from a table of particulars, and take the table out of the page. Whether there was one."""
    found: dict[str, str] = {}
    tables, labels = [], 0
    for table in root.iter("table", "dl", "ul"):
        pairs = _pairs(table)
        if pairs and all(label in _PARTICULARS for label in pairs):
            found.update({label: value for label, value in pairs.items() if value})
            tables.append(table)
            labels += len(pairs)
    if labels < _FEWEST_LABELS:
        return False
    _fill(found, draft)
    for table in tables:
        _remove(table)
    return True


def _fill(found: dict[str, str], draft: Draft) -> None:
    by_field: dict[str, list[str]] = {}
    for label, value in found.items():
        by_field.setdefault(_PARTICULARS.get(label, "other"), []).append(value)
    draft.title = (by_field.get("title") or [draft.title])[0]
    draft.publisher = draft.publisher or next(iter(by_field.get("publisher", [])), None)
    for value in by_field.get("published", []) + by_field.get("written", []):
        draft.published.append((value, "page text"))
    for value in by_field.get("tags", []):
        draft.tags += [tag for tag in re.split(r"[\s\\/；;、]+", value) if tag and tag not in draft.tags]


def _pairs(table: Any) -> dict[str, str]:
    """Label and value of cells that stand side by side, or of one item ``label：value``; empty for a layout table."""
    pairs: dict[str, str] = {}
    if next(table.iterdescendants("table"), None) is not None:
        return pairs
    cells = ["".join(cell.itertext()) for cell in table.iter("td", "th", "dt", "dd", "li")][:80]
    label = ""
    for cell in cells:
        text = " ".join(cell.split())
        name, colon, value = text.partition("：") if "：" in text[:12] else text.partition(":")
        folded = _LABEL_END.sub("", name if colon else text)
        if label and not (folded in _PARTICULARS and (colon or not pairs.get(label))):
            pairs[label], label = text, ""
        elif folded in _PARTICULARS:
            label = ""
            pairs.setdefault(folded, value.strip())
            if not value.strip():
                label = folded
    return pairs


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def read_top(lines: list[str], draft: Draft, *, whole_page: bool = False) -> list[str]:
    """Fill the draft from the labelled lines above the body; the lines below them.

    The line before the line of date and source is the title where the page gives none. A sentence ends the search: the
    body has begun. The date of an edit counts only where there is no other.

    Args:
        lines: of a body, or of a whole page.
        draft: what is filled.
        whole_page: whether menus may stand above.
    """
    top = lines[: _TOP_OF_PAGE if whole_page else _TOP]
    for find in (_date_of_publication, _date_of_edit):
        for number, line in enumerate(top):
            if not whole_page and (len(line) > _LONGEST_TOP or line.endswith(("。", "：", "；"))):
                break
            found = find(line) if len(line) <= _LONGEST_TOP else None
            if found and not (_BARE.match(line) and any(map(_NOTICE.match, top[number + 1 : number + 3]))):
                draft.published.append((found, "page text"))
                _read_names(line, draft)
                draft.title = draft.title or (lines[number - 1] if number else "")
                return lines[number + 1 :]
    return lines


def _date_of_publication(line: str) -> str | None:
    """The date of a line with a label; or of a short line that tells a clock or a source beside it, or nothing else."""
    found = _DATED.search(line)
    if found:
        return found[0]
    found = WRITTEN.search(line)
    if not found or len(line) > _LONGEST_UNLABELLED or "\t" in line or EDITED.search(line):
        return None
    before, after = line[: found.start()], line[found.end() :]
    if _LABELLED.search(before):
        return None
    alone = not _LETTER.search(before + after)
    return found[0] if alone or found["hour"] or _BESIDE.search(before + after) else None


def _date_of_edit(line: str) -> str | None:
    """The date of the last edit, for pages that tell no other."""
    found = WRITTEN.search(line) if EDITED.search(line) else None
    return found[0] if found else None


def _read_names(line: str, draft: Draft) -> None:
    source, author = _SOURCE.search(line), _AUTHOR.search(line)
    if source and not draft.publisher:
        draft.publisher = _NEXT.split(source[1])[0] or None
    if author and author[1] not in draft.authors:
        draft.authors.append(_NEXT.split(author[1])[0])
