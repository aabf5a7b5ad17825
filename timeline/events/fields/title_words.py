"""The words of a title: which names it holds, whether it tells a bare figure, and whether it stands alone."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile

from timeline.events.data import table_of
from timeline.events.text.grammar import event_name_type, is_organisation
from timeline.events.text.segmenter import tagged
from timeline.events.words import Words

Tagged = Sequence[tuple[str, str]]
"""Words with their parts of speech."""

PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "j"])
"""Parts of speech of names."""
MARKED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
"""Names in 《》 and “”."""
PERIODS = re.compile(r"\d[\d至到\-—~～、]*(?:年|月|日|季度)(?:份|底|末)?")
"""Dates in a title, whose digits are no figure."""
_FIGURE = re.compile(r"\d[\d.,]*[%万亿千百余多个]*")


@cache
def gate_words(name: str) -> tuple[str, ...]:
    """The words of a row of ``data/gate.tsv``."""
    return tuple(table_of("gate.tsv")[name].split())


@cache
def gate_set(name: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(gate_words(name))


@lru_cache(maxsize=4_096)
def tagged_title(plain: str) -> Tagged:
    """The words of a title in simplified characters, names in 《》 and “” left out; asked for several times."""
    return tagged(MARKED.sub("《》", plain))


def begins_with(plain: str, starts: tuple[str, ...]) -> bool:
    """Whether a title begins with one of some words; one character is a word only where no longer one begins with it.

    因多家企业停产 begins with 因, and 因特网用户超过十亿 does not.
    """
    if not plain.startswith(starts):
        return False
    words = tagged_title(plain)
    return not words or words[0][0] in starts or any(len(word) > 1 and plain.startswith(word) for word in starts)


def ends_with(plain: str, ends: tuple[str, ...]) -> bool:
    """Whether a title ends with one of some words; one character is a word only where no longer one ends with it.

    抵达埃及 does not end with 及.
    """
    if not plain.endswith(ends):
        return False
    words = tagged_title(plain)
    return not words or words[-1][0] in ends or any(len(word) > 1 and plain.endswith(word) for word in ends)


def begins_with_modifier(words: Tagged) -> bool:
    """Whether a title begins with a verb that only modifies its subject: 途经某地的86趟列车停运."""
    end = next((k for k, (word, _) in enumerate(words) if word == "的"), 0)
    verb = next((k for k in range(end + 2, len(words)) if words[k][1] == "v"), None) if end else None
    return words[0][1] == "v" and verb is not None and any(tag[0] == "n" for _, tag in words[end + 1 : verb])


def is_ownerless(words: Tagged) -> bool:
    """Whether only words for figures stand in front of the first figure: 出口1.95万亿元, 全球增至12亿美元."""
    words = words[1:] if len(words) > 1 and words[0][0] == "预计" else words
    place = next((k for k, (word, _) in enumerate(words) if word[0].isdigit() or word == "-"), None)
    if place is None:
        return words[0][0] in gate_set("measures") and only_figures(
            [w for w, tag in words if tag not in ("d", "ad", "a")]
        )
    tail = _FIGURE.split("".join(word for word, _ in words))[-1]
    if len(tail) > 3 or any(tag == "v" and word not in gate_set("figures") for word, tag in words[place:]):
        return False
    front = [word for word, _ in words[:place]]
    if any(word in gate_set("areas") for word in front[:1]):
        front = front[1:]
        return bool(front) and not any(word in gate_set("measures") for word in front) and only_figures(front)
    return bool(front) and only_figures(front)


def only_figures(front: Sequence[str]) -> bool:
    """Whether all words are of figures."""
    return all(word in gate_set("figures") for word in front)


def has_name(told: Tagged, bare: str, words: Words) -> bool:
    """Whether words hold a name; ``bare`` is their text where marks and letters tell one too."""
    return (
        "《" in bare
        or any(tag in PROPER for _, tag in told)
        or any(is_organisation(word, words) for word, _ in told)
        or bare.startswith(gate_words("known_to_all"))
        or bool(re.search(r"[A-Za-z]|号|[通铁]启动", bare))
    )


@lru_cache(maxsize=16_384)
def stands_alone(plain: str, words: Words) -> bool:
    """Whether a title names somebody or something, or speaks of the whole country, so that it is plain by itself.

    Args:
        plain: the title in simplified characters.
        words: the word lists.
    """
    if _names_by_marks(plain) or (_LETTERS.search(plain) and _LETTERS.search(_MEASURES.sub("", plain))):
        return True
    if _COUNTRIES.search(plain) or ("号" in plain and _CRAFT.search(plain)):
        return True
    if ("个" in plain and _MANY_AREAS.search(plain)) or _RULES_IN_FORCE.match(plain) or _ROAD.match(plain):
        return True
    told = tagged_title(plain)
    if any(tag in PROPER and word not in _NO_ANCHORS for word, tag in told):
        return True
    front = "".join(word for word, _ in takewhile(_is_noun, told))
    bodies = len(front) > 2 and _is_body(front, words)
    bodies = bodies or any(len(word) > 3 and _is_body(word, words) for word, _ in told)
    events = any(len(word) > 3 and event_name_type(word, words) for word, _ in told)
    plain = plain.replace("国内生产总值", "")
    areas = any(word in _AREAS and k and _names_area(told[k - 1]) for k, (word, _) in enumerate(told))
    areas = areas or any(word in _LANDS and k for k, (word, _) in enumerate(told))
    return bodies or events or areas or any(mark in plain for mark in gate_words("frames"))


_LETTERS = re.compile(r"[A-Za-z]{2}")
_MEASURES = re.compile(r"GDP|GNP|CPI|PPI|PMI|PM2\.5|IPO|VLA|APP|App|AI")
"""Letters that name a measure or a field, and nobody."""


def _is_body(name: str, words: Words) -> bool:
    """Whether a word is the name of one organisation, and no common noun such as 金融机构."""
    common = name.endswith(gate_words("common_bodies")) or name in _NO_ANCHORS
    return is_organisation(name, words) and not common


def _is_noun(word: tuple[str, str]) -> bool:
    return word[1][:1] == "n" or word[1] in ("vn", "j", "b", "s", "l", "i")


def _names_area(word: tuple[str, str]) -> bool:
    """Whether a word in front of 村 or 县 may be its name, and no kind of villages."""
    return word[1][:1] == "n" and word[0] not in gate_set("kinds_of_area")


_LANDS = frozenset(["半岛", "群岛", "海峡", "盆地", "高原", "山脉"])
_AREAS = frozenset(["镇", "乡", "村", "县", "市", "区", "州", "盟", "旗", "街道", "社区"])


def _names_by_marks(plain: str) -> bool:
    """Whether a title holds a work, or names its subject or an event in quotation marks."""
    quoted = _QUOTED.search(plain)
    return "《" in plain or (quoted is not None and (quoted.start() <= _FRONT or bool(quoted["kind"])))


_FRONT = 4
_QUOTED = re.compile(
    r"[“「][^”」]{2,}[”」](?P<kind>[号奖杯展]|工程|计划|行动|项目|活动|仪式|论坛|大会|峰会|称号|奖章|平台|系统|卫星|火箭|演习|演练)?"
)
_CRAFT = re.compile(
    r"(?:(?<![一-鿿])|(?<=火箭)|(?<=卫星)|(?<=飞船)|(?<=[舰轮器]))[一-鿿]{2,3}[一二三四五六七八九十百\d]{1,3}号(?!线|楼|院|文|令)"
)
"""A ship, satellite or typhoon by its number: 天问二号."""
_MANY_AREAS = re.compile(r"\d+(?:多|余)?个(?:省(?!市)|自治区)")
"""So many provinces, which are plain without their names."""
_COUNTRIES = re.compile(
    r"[中美俄英法德日韩朝越老柬泰缅印巴伊以乌欧非哈](?<![一-鿿].)[中美俄英法德日韩朝越老柬泰缅印巴伊以乌欧非哈]"
    r"(?:[两双]|建|关|元首|首脑|外长|合作|签|达成|经贸|战略|友好|边境)"
)
"""Two countries by one character each, at the front: 中老建立外交关系."""
_ROAD = re.compile(
    r"(?![一两三四五六七八九十多几部全各某该本这此另新])[一-鿿]{2,3}(?:大道|大街|(?<!上)高速(?:公路)?|快速路|环路|立交)"
)
"""A road by its name."""
_RULES_IN_FORCE = re.compile(
    r"(?:[\d一二两三四五六七八九十多]+[项条部批]|一批)[^，]{2,}(?:措施|政策|标准|法规|新规|规定|法律)(?:将|开始|正式|集中)*(?:施行|实施|生效)$"
)
"""Rules by their number, which are in force in the whole country where nobody is told."""
_NO_ANCHORS = gate_set("no_anchors")
