"""Who takes part: hosts, organisers and the like, members of a list, and who signs, speaks or wins."""

import re
from functools import cache

from schemas import Participant, Role
from timeline.events.words import Words, default_words

_LONGEST = 40
_MOST = 24


def participants_of(plain: str, text: str, words: Words) -> tuple[Participant, ...]:
    """The participants that a passage names: 由甲指导，乙支持，丙、丁主办，戊承办, and 成员包括甲、乙等20余家.

    Args:
        plain: the passage in simplified characters.
        text: the same as the article writes it.
        words: the word lists.
    """
    found: dict[tuple[str, str], Participant] = {}
    if not _HINT.search(plain):
        return ()
    for match in _by(words).finditer(plain):
        role = words.roles[match["verb"]]
        for name in _listed(text[match.start("names") : match.end("names")]):
            found.setdefault((name, role), _participant(name, role))
    for match in _INCLUDING.finditer(plain):
        role = "member" if "成员" in match[0] else "participant"
        for name in _listed(text[match.start("names") : match.end("names")]):
            found.setdefault((name, role), _participant(name, role))
    return tuple(found.values())[:_MOST]


def _participant(name: str, role: str) -> Participant:
    known: Role = role  # type: ignore[assignment]
    return Participant(name=name, role=known)


_HINT = re.compile(r"主办|承办|协办|指导|支持|成员|参会嘉宾|参展企业|参与方|签约企业|嘉宾")
_INCLUDING = re.compile(
    r"(?:成员|参会嘉宾|参展企业|参与方|签约企业|嘉宾)(?:单位|企业|方)?(?:有|包括|为|包含)(?P<names>[^。；！？\n]{2,200})"
)


@cache
def _patterns() -> re.Pattern[str]:
    verbs = "|".join(sorted(default_words().roles, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?:(?<=由)|(?<=[，,。；]))(?P<names>[^，,。；！？\n的由]{{2,160}}?)(?:共同|联合|牵头)?(?P<verb>{verbs})(?=[，,。；、\n的]|$)"
    )


def _by(words: Words) -> re.Pattern[str]:
    return _patterns() if words.roles else _patterns()


_JOINED = re.compile(r"(?<=[部委局会院司厅署社馆学团心府国）)])(?:和|与|及|以及|联合|会同)(?=[一-鿿A-Z])")


def _apart(names: str) -> list[str]:
    """The two names that 和 or 联合 joins behind the end of an organisation's name."""
    return _JOINED.split(names)


_AND_MORE = re.compile(r"(?:等(?:\d+|[一二三四五六七八九十百]+)?(?:余|多)?(?:家|个|位|名|国)?.{0,16}|共同|联合)$")


def _listed(names: str) -> list[str]:
    """The names of a list, without 等20余家 behind it."""
    parts = [_AND_MORE.sub("", part).strip(" 　“”") for listed in names.split("、") for part in _apart(listed)]
    return [part for part in parts if 2 <= len(part) <= _LONGEST and not part[0].isdigit()]
