"""What the lines above an article's body say about it: when it was published, by whom, and from where it was taken."""

import re

from timeline.articles.draft import Draft
from timeline.articles.html_text import PIECE
from timeline.articles.moments import WRITTEN
from timeline.articles.publishers import is_outlet, publisher_name

_DATED = re.compile(
    r"(?:(?:发布|發布|發佈|发表|发稿|发文|刊登|出版|上传|添加|录入|公开|信息|公告|公示|提交|上网)(?:时间|日期|時間|于)"
    r"|(?<![一-鿿])(?:时间|日期|時間))"
    r"\s?[：:]\s?" + WRITTEN.pattern,
    re.I,
)
_DATED_SHORT = re.compile(
    r"(?:发布|发表|發布|發表)(?:时间|日期|時間|于|於)\s?[：:]?\s?"
    r"(?:(\d{2}-\d{2}-\d{2}(?:\s\d{2}:\d{2})?)(?![\d-])|(1[0-3]\d[年\-./]\d{1,2}[月\-./]\d{1,2}))"
)
"""A year of two figures, or of three (of the Republic), told by its label."""

_BARE = re.compile(r"(?:时间|日期|時間)\s?[：:\t]")
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

_SOURCE = re.compile(
    r"(?:(?:来源|來源|稿源|发布人|发布单位|發布單位|信息来源|文章来源|出处)\s?[：:]|(?:^|[\s|｜])(?:来源于|来自))\s?"
    r"([^\s：:，,|丨｜<>]{2,20})"
)
_BOOKED = re.compile(r"《([^《》]{2,12}(?:报|報|刊|周刊|杂志|雜誌))》\s?[（(]")
"""《某某日报》（2024年5月8日 第1版）."""

_AUTHOR = re.compile(r"(?:作者|记者|記者|撰文)\s?[：:]\s?([^\s：:，,|丨｜<>]{2,12})")
_REPORTER = re.compile(
    r"(?:^|\s)(?:本报|本報|本刊|本网|见习|实习|特约)?(?:记者|記者)\s?"
    r"([一-鿿·]{2,4}(?:[\s、](?!发自|摄影|攝影)[一-鿿·]{2,4}){0,3})(?=\s|$|[／/])"
)
_NEXT = re.compile(
    r"浏览|大字|小字|字号|字体|作者|编辑|編輯|发布|點擊|点击|阅读|閱讀|时间|日期|责任|打印|分享|举报|来源|评论|收藏|记者|時間"
)
"""What follows a name where the page parts them by colour alone."""

_NAMES_APART, _WORDS_APART = re.compile(r"[\s、]"), re.compile(r"[\s|｜]+")
_ENDS = ("。", "：", "；")
"""With these a line ends that is part of the body."""

_TOP = 12
_TOP_OF_PAGE = 60
_LONGEST_TOP = 100
_LONGEST_UNLABELLED = 40


def read_top(lines: list[str], draft: Draft, *, whole_page: bool = False) -> list[str]:
    """Fill the draft from the labelled lines above the body; the lines below them.

    The line before the line of date and source is the title where the page gives none. A sentence ends the search: the
    body has begun. The date of an edit counts only where there is no other.

    Args:
        lines: of a body; or of a whole page, with `PIECE` between what stands in elements of its own.
        draft: what is filled.
        whole_page: whether menus may stand above.
    """
    top = lines[: _TOP_OF_PAGE if whole_page else _TOP]
    for find in (_date_of_publication, _date_of_piece, _date_of_edit):
        for number, line in enumerate(top):
            if not whole_page and (len(line) > _LONGEST_TOP or line.endswith(_ENDS)):
                break
            found = find(line) if len(line) <= _LONGEST_TOP else None
            if found and not tells_of_event(line, top[number + 1 :]):
                draft.published.append((found, "page text"))
                for beside in (line, *top[max(number - 2, 0) : number], *top[number + 1 : number + 3]):
                    read_names(_shown(beside), draft)
                draft.title = draft.title or (_shown(top[number - 1]) if number else "")
                return lines[number + 1 :]
    return lines


def tells_of_event(line: str, below: list[str]) -> bool:
    """Whether a line 时间：… is the date of an event, as the lines below it tell, and not that of publication."""
    return bool(_BARE.match(line)) and any(map(_NOTICE.match, below[:2]))


def _shown(line: str) -> str:
    return line.replace(PIECE, " ")


def _date_of_publication(line: str) -> str | None:
    """The date of a line with a label; or of a short line that tells a clock or a source beside it, or nothing else."""
    line = _shown(line)
    found = _DATED.search(line.replace("\t", "：") if line.count("\t") == 1 else line)
    if found:
        return found[0]
    found = _DATED_SHORT.search(line)
    if found:
        return f"20{found[1]}" if found[1] else found[2]
    found = WRITTEN.search(line)
    if not found or len(line) > _LONGEST_UNLABELLED or EDITED.search(line):
        return None
    before, after = line[: found.start()], line[found.end() :]
    if _LABELLED.search(before) or ("\t" in line and not _BESIDE.search(before + after)):
        return None
    alone = not _LETTER.search(before + after)
    return found[0] if alone or found["hour"] or _BESIDE.search(before + after) else None


def _date_of_piece(line: str) -> str | None:
    """The date that stands alone in an element of its own."""
    dates = (WRITTEN.fullmatch(piece.strip("()（）[]")) for piece in line.split(PIECE) if piece)
    return next((date[0] for date in dates if date), None) if PIECE in line else None


def _date_of_edit(line: str) -> str | None:
    """The date of the last edit, for pages that tell no other."""
    found = WRITTEN.search(_shown(line)) if EDITED.search(_shown(line)) else None
    return found[0] if found else None


def read_names(line: str, draft: Draft) -> None:
    """Fill publisher and authors from a line above the body, such as ``来源：某某报 作者：王五``."""
    if len(line) > _LONGEST_TOP or line.endswith("。"):
        return
    author, reporter = _AUTHOR.search(line), _REPORTER.search(line)
    draft.publisher = draft.publisher or _publisher_in(line)
    if author:
        names = [_NEXT.split(author[1])[0]]
    else:
        names = _NAMES_APART.split(reporter[1]) if reporter else []
    draft.authors += [name for name in names if name not in draft.authors]


def names_somebody(line: str) -> bool:
    """Whether a line above the body names a publisher or an author."""
    if len(line) > _LONGEST_TOP or line.endswith("。"):
        return False
    return bool(_publisher_in(line) or _AUTHOR.search(line) or _REPORTER.search(line))


def _publisher_in(line: str) -> str | None:
    """The publisher behind its label, or a paper or site that is named beside a date."""
    source = _SOURCE.search(line) or _BOOKED.search(line)
    if source:
        return publisher_name(_NEXT.split(source[1])[0])
    words = _WORDS_APART.split(WRITTEN.sub(" ", line))
    return next(filter(is_outlet, words), None) if len(words) > 1 else None
