"""What a headline holds: the column that it stands in, its plain statements, and the name of a document."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.events.data import word_tuple
from timeline.events.text.atoms import atoms_of
from timeline.events.text.unnamed import unnamed

COLUMN = re.compile(r"^(?:【[^】]{1,30}】|[^|｜丨：:]{1,12}[|｜丨])\s*")
"""The column that a headline stands in: 深度｜…, 【…】…."""
DOCUMENTS = "令|公告|通知|决定|意见|批复|答复|通报|公报|函|办法|条例|规定|方案|规划|细则"
"""What the names of documents end with that somebody signs, as alternatives of a pattern."""
_SIGNED = re.compile(rf"(?:{DOCUMENTS}|声明)$")
_NO_STATEMENT = re.compile(r"[？?！!|｜：:；;]|\d{4}年\d|^[一-鿿、]{2,24}(?:[部院局委署厅会室]|中央|政府)关于")
_PARTED = re.compile(r"(?<=[一-鿿”》）%])[\s　]+(?=[一-鿿“《]|\d{4}年)")
_SAYING = re.compile(r"(?:[时]|期间)?(?:并?(?:强调|指出|表示|要求))+$")
_COLUMNS = word_tuple("columns")
_LABELLED = re.compile(r"(?P<who>[^：:]{2,14})[：:](?P<what>[^：:]+)")


@lru_cache(maxsize=1_024)
def statements_of(headline: str) -> tuple[str, ...]:
    """The plain statements of a headline of 8 to 60 characters each: 甲会见乙 丙出席 has two.

    A colon behind who acts (某公司：订购40架飞机) joins both; what only has a question or a list is none.
    """
    column = COLUMN.match(headline)
    found = []
    whole = headline[column.end() if column else 0 :].strip().partition("——")[0]
    for part in _with_deeds(_PARTED.split(whole)):
        labelled = _LABELLED.fullmatch(part)
        if (
            labelled
            and not labelled["who"].endswith(_COLUMNS)
            and atoms_of(labelled["what"], 0, len(labelled["what"]), ())[0].verbal
        ):
            part = labelled["who"] + labelled["what"]
        part = _without_period(_SAYING.sub("", part))
        if _SHORTEST <= len(part) <= _LONGEST and not _NO_STATEMENT.search(part):
            found.append(part)
    return tuple(found)


def _without_period(statement: str) -> str:
    """A statement without a bullet and a word for its day; one of a figure without the period in front.

    一季度全省接待游客300万人次 becomes 全省接待游客300万人次.
    """
    statement = _TODAY.sub("", statement.lstrip(_BULLETS))
    period = _PERIOD.match(statement)
    rest = statement[period.end() :] if period else ""
    figure = _ENDING_FIGURE if period and period["year"] and period.end() == len(period["year"]) else _ANY_FIGURE
    return rest if len(rest) >= _SHORTEST and figure.search(rest) and not _COUNTING_DOWN.search(rest) else statement


_TODAY = re.compile(
    r"(?<=[一-鿿》”])(?:(?:今天|今日|今晚|今早|昨天|昨日|昨晚|明天|明日|明晚)(?!起)|今起|明起|[今明]日起|即日起)(?=[一-鿿])"
)
"""Words for the day between a headline's subject and its predicate."""
_BULLETS = "■●◆▲★·•※□○▪►▶ 　"
_PERIOD = re.compile(
    r"(?:截至)?(?P<year>(?:今年|去年|\d{4}年)?)(?:全年|[上下]半年|前?[一二三四]季度|前\d+个?月|\d{1,2}(?:[至到\-—~～]\d{1,2})?月(?:份|底|末)?)?"
    r"[，,]?(?=[^\d第])"
)
_ANY_FIGURE = re.compile(r"\d")
_ENDING_FIGURE = re.compile(r"\d[\d.,]*(?:[%％]|[万亿千百余多]*[一-鿿]{0,4})$")
_COUNTING_DOWN = re.compile(r"倒计时|周年|第\d")


def _with_deeds(parts: Sequence[str]) -> list[str]:
    """The parts of a headline, one that begins with its verb joined to a meeting or an order: 签署命令 发布《条例》."""
    joined: list[str] = []
    for part in parts:
        whole = bool(joined) and len(joined[-1]) + len(part) <= _LONGEST
        poor = whole and (joined[-1].endswith(_POOR) or unnamed(joined[-1]))
        body = whole and not poor and _is_body(joined[-1])
        first = atoms_of(part, 0, min(len(part), 8), ())[:1] if poor or body else ()
        if first and (first[0].tag == "v" or (body and first[0].verbal)):
            joined[-1] += part
        elif first and body and first[0].tag == "nt":
            joined[-1] += f"、{part}"
        else:
            joined.append(part)
    return joined


def _is_body(part: str) -> bool:
    """Whether a part of a headline is nothing but bodies, whose deed another part tells: 中共中央 国务院印发《…》."""
    words = atoms_of(part, 0, len(part), ()) if len(part) <= _LONGEST_BODIES else []
    return bool(words) and words[-1].tag == "nt" and all(a.nominal or a.text == "、" for a in words)


_LONGEST_BODIES = 24
_POOR = ("会议", "座谈会", "发布会", "令", "通知", "记者会", "吹风会")
_SHORTEST, _LONGEST = 8, 60
_INNER_MARKS = str.maketrans("《》", "〈〉")
"""Marks of a name inside a name (GB/T 15834)."""


def pairs_of(plain: str) -> frozenset[str]:
    """The pairs of characters of a statement, with each Latin word as one, so that a long one counts once."""
    words = _LATIN.findall(plain)
    pairs = (plain[k : k + 2] for k in range(len(plain) - 1))
    return frozenset([*words, *(pair for pair in pairs if not (pair.isascii() and pair.isalpha()))])


_LATIN = re.compile(r"[A-Za-z]{2,}")


def document_of(headline: str) -> str | None:
    """The name in 《》 of the document that a headline is; None where it is none."""
    if _SIGNED.search(headline) and 4 <= len(headline) <= 60 and "：" not in headline and " " not in headline:
        return f"《{headline.translate(_INNER_MARKS)}》" if not headline.startswith("《") else headline
    return None


_CALLS = word_tuple("calls")


def is_called_for(plain: str, told: str) -> bool:
    """Whether a clause tells the call, too, that a headline tells: 某国呼吁调查 is not the vote that follows it."""
    return all(word in told for word in _CALLS if word in plain)
