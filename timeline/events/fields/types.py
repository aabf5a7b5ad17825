"""What type of event a title names."""

import re
from functools import lru_cache

from schemas import EventTypeName
from timeline.events.text.grammar import event_name_type
from timeline.events.words import Words, default_words


def type_of(title: str, sentence: str, words: Words, name: str | None = None) -> tuple[EventTypeName, str]:
    """The type and the words that tell it.

    A name of an event tells by its ending; otherwise the strongest word of the title counts, of two equally strong ones
    the later, since Chinese headlines end with what happens. Where the title has none, the sentence is asked.

    Args:
        title: the title in simplified characters.
        sentence: the sentence that it comes from.
        words: the word lists.
        name: the name of the event where the title is one.
    """
    if words.names.get(title):
        return words.names[title], f"{title} is in the user's words"  # type: ignore[return-value]
    if kind := event_name_type(name or _TRAILING.sub("", title), words):
        return kind, f"the name ends as names of {kind} do"  # type: ignore[return-value]
    found = _strongest(title, words) or _strongest(sentence, words)
    if found:
        return found[0], f"{found[1]} tells {found[0]}"  # type: ignore[return-value]
    if re.search(r"\d[\d.,]*[万亿]?(?:多|余)?(?:%|％|元|美元|吨|人|家|个|头|种|千克|公里|辆|次|件|倍|人次|平方米)(?:以上|左右|以内)?$", title):
        return "statistic", "a figure and no word that tells another type"
    return "other", "no word tells a type"


def _strongest(text: str, words: Words) -> tuple[str, str] | None:
    best: tuple[int, int, str, str] | None = None
    bare = re.sub(r"《[^《》]*》", lambda m: "《" + "·" * (len(m[0]) - 2) + "》", text)
    figures = any(c.isdigit() for c in bare) or "%" in bare
    for match in _scanner(words).finditer(bare):
        name, strength = words.cues[match[0]]
        if name == "statistic" and not figures and match[0] not in _TELLING:
            continue
        key = (strength, match.start(), name, match[0])
        if best is None or key[:2] >= best[:2]:
            best = key
    return (best[2], best[3]) if best else None


_TRAILING = re.compile(r"(?:正式)?(?:开始|结束|举行|举办|召开|开幕|闭幕|落幕|收官|启幕|开赛|启动)$")
_TELLING = frozenset("增长 同比 环比 下降 占比 产量 产值 吞吐量 GDP 生产总值 销量 出货量 创历史新高 增至 降至".split())
"""Words that tell of a statistic without a figure beside them."""


def _scanner(words: Words) -> re.Pattern[str]:
    return _default_scanner() if words is default_words() else _own_scanner(tuple(words.cues))


@lru_cache(maxsize=1)
def _default_scanner() -> re.Pattern[str]:
    return _compiled(tuple(default_words().cues))


@lru_cache(maxsize=4)
def _own_scanner(cues: tuple[str, ...]) -> re.Pattern[str]:
    return _compiled(cues)


def _compiled(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(cue) for cue in sorted(cues, key=lambda cue: (-len(cue), cue))))
