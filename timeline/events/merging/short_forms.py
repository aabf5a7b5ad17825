"""When one name is a short form of another."""

from difflib import SequenceMatcher
from functools import cache

from timeline.events.data import rows_of

FULL_NAME = 8
"""Characters from which on the name between 《 and 》 is hardly that of a periodical."""


ENDINGS = frozenset("会展节赛盟院团校奖杯桥线港区园站馆法案幕")
"""The characters that names with a short form end with, or their openings and closings (开幕, 闭幕)."""

LONGEST_KIND = 4
"""Characters of a word that tells the kind of a document: 规定, 行动方案."""


def same_work(one: str, other: str) -> bool:
    """Whether two names in plain form are of one work: equal, or the whole of one inside the other.

    >>> same_work("数据条例", "数据条例修订版"), same_work("甲条例", "乙条例")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short)) or (len(short) >= 6 and short in long)


def is_full_name(work: str) -> bool:
    """Whether a work's name in plain form is that of one document or work, and not of a paper or a programme.

    >>> is_full_name("临江市数据条例"), is_full_name("人民日报")
    (True, False)
    """
    return len(work) >= FULL_NAME or (len(work) > 3 and work.endswith(_documents()))


def stands_for(kind: str, name: str) -> bool:
    """Whether a document's name is told by its kind alone, as an article does once it has named it.

    >>> stands_for("行动方案", "氢能产业行动方案20222025年"), stands_for("方案", "数据条例")
    (True, False)
    """
    return kind.endswith(_documents()) and len(kind) <= LONGEST_KIND and len(kind) < len(name) and kind in name


def abbreviates(one: str, other: str) -> bool:
    """Whether the shorter takes letters of the longer in their order, three to six of them, and ends as it does.

    >>> abbreviates("进博会", "中国国际进口博览会"), abbreviates("进博会", "广交会")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if not 3 <= len(short) <= 6 or len(long) < len(short) * 1.5 or short[-1] != long[-1]:
        return False
    return short[-1] in ENDINGS and in_letters(short, long)


def in_letters(short: str, long: str) -> bool:
    """Whether all letters of the one stand in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


def longest_common(one: str, other: str) -> str:
    """The longest run of characters that both texts have."""
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[found.a : found.a + found.size]


@cache
def _documents() -> tuple[str, ...]:
    """What names of documents end with."""
    return tuple(word for _kind, thing, words in rows_of("heads.tsv") if thing == "document" for word in words.split())
