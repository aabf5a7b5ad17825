"""The table of particulars above a government document: 索引号, 发文机关, 成文日期, 发布日期."""

import re
from itertools import islice
from typing import Any

from timeline.articles.draft import Draft
from timeline.articles.elements import text_of
from timeline.articles.keys import names

_FIELDS = {
    **dict.fromkeys(names("标题 標題 名称 文件名称 信息名称"), "title"),
    **dict.fromkeys(names("发布日期 发布时间 公开日期 发文日期 發布日期 發佈日期"), "published"),
    **dict.fromkeys(names("成文日期 生成日期"), "written"),
    **dict.fromkeys(names("发文机关 發文機關 发文单位 发布机构 发布单位 公开主体"), "publisher"),
    **dict.fromkeys(names("主题词 主题分类"), "tags"),
    **dict.fromkeys(
        names("索引号 发文字号 文号 有效性 时效性 废止日期 体裁分类 组配分类 服务对象 分类 内容概述 时效"), "other"
    ),
}
"""The field that each label tells; 成文日期 is when a document was written, and counts only where nothing else does."""

_SPACES = re.compile(r"[\s\u3000\xa0]+")
_TAGS_APART = re.compile(r"[\s\\/；;、]+")
_FEWEST_LABELS = 2
_MOST_CELLS, _FIRST_LABEL = 80, 4
"""So many cells of a table are looked at; among the first ones a label stands, or it is no table of particulars."""


def read_particulars(root: Any, draft: Draft) -> bool:
    """Fill the draft from a table of particulars, and take the table out of the page. Whether there was one."""
    found: dict[str, str] = {}
    tables, labels = [], 0
    for table in root.iter("table", "dl", "ul"):
        pairs = _pairs(table)
        if pairs:
            found.update({label: value for label, value in pairs.items() if value})
            tables.append(table)
            labels += len(pairs)
    if labels < _FEWEST_LABELS:
        return False
    _fill(found, draft)
    for table in tables:
        table.clear(keep_tail=True)
    return True


def _fill(found: dict[str, str], draft: Draft) -> None:
    by_field: dict[str, list[str]] = {}
    for label, value in found.items():
        by_field.setdefault(_FIELDS[label], []).append(value)
    draft.title = (by_field.get("title") or [draft.title])[0]
    draft.publisher = draft.publisher or next(iter(by_field.get("publisher", [])), None)
    for value in by_field.get("published", []) + by_field.get("written", []):
        draft.published.append((value, "page text"))
    for value in by_field.get("tags", []):
        draft.tags += [tag for tag in _TAGS_APART.split(value) if tag and tag not in draft.tags]


def _pairs(table: Any) -> dict[str, str]:
    """Label and value of cells that stand side by side, or of one item ``label：value``; empty for other tables."""
    pairs: dict[str, str] = {}
    if next(table.iterdescendants("table"), None) is not None:
        return pairs
    label = ""
    for number, cell in enumerate(islice(table.iter("td", "th", "dt", "dd", "li"), _MOST_CELLS)):
        text = " ".join(text_of(cell).split())
        name, colon, value = text.partition("：") if "：" in text[:12] else text.partition(":")
        folded = _SPACES.sub("", name if colon else text)
        if label and not (folded in _FIELDS and (colon or not pairs.get(label))):
            pairs[label], label = text, ""
        elif folded in _FIELDS:
            pairs.setdefault(folded, value.strip())
            label = "" if value.strip() else folded
        elif not pairs and number >= _FIRST_LABEL:
            break
    return pairs
