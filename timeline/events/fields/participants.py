"""Who takes part: hosts, organisers and the like, members of a list, and who signs, speaks or wins."""

import re
from collections.abc import Iterator
from functools import cache

from schemas import Participant
from timeline.events.data import rows_of
from timeline.events.text.grammar import is_organisation
from timeline.events.words import Words

_LONGEST = 40
_MOST = 24


def participants_of(plain: str, text: str, words: Words, kind: str | None = None) -> tuple[Participant, ...]:
    """The participants that a passage names, in the order of their words.

    由甲指导，乙支持，丙、丁主办，戊承办 and 主办单位：甲、乙 tell parts; 成员包括甲、乙等20余家 lists members;
    甲与乙签署, 甲夺得冠军 and 甲发表主旨演讲 tell signatories, winners and speakers.

    Args:
        plain: the passage in simplified characters.
        text: the same as the article writes it.
        words: the word lists.
        kind: the type of the event, since only an event that is signed has signatories; None asks for all.
    """
    if not _hint().search(plain):
        return ()
    found: dict[tuple[str, str], Participant] = {}
    for start, end, role in sorted(_spans(plain, words)):
        for name in _listed(text[start:end]):
            fits = kind is None or kind in _FITTING.get(role, (kind,))
            if fits and _is_actor(name, role, words):
                found.setdefault((name, role), Participant(name=name, role=role))  # type: ignore[arg-type]
    return tuple(found.values())[:_MOST]


_FITTING = {
    "signatory": ("signing", "meeting", "founding"),
    "winner": ("competition", "award"),
    "speaker": ("conference", "ceremony", "meeting", "publication"),
}


def _spans(plain: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """The places of names or lists of names, and their part."""
    by, labelled = _by_role()
    for match in by.finditer(plain):
        yield match.start("names"), match.end("names"), words.roles[match["verb"]]
    for match in labelled.finditer(plain):
        yield match.start("names"), match.end("names"), words.roles[match["verb"]]
    for role, pattern in _patterns():
        for match in pattern.finditer(plain):
            for group in ("names", "other"):
                if match.groupdict().get(group):
                    yield match.start(group), match.end(group), role


@cache
def _by_role() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """由甲主办, and 主办单位：甲."""
    verbs = [word for row in rows_of("roles.tsv") for word in row[1].split()]
    known = "|".join(sorted(verbs, key=lambda word: (-len(word), word)))
    return (
        re.compile(
            rf"(?:(?<=由)|(?<=[，,。；]))(?P<names>[^，,。；！？\n的由]{{2,160}}?)(?:共同|联合|牵头)?"
            rf"(?P<verb>{known})(?=[，,。；、\n的]|$)"
        ),
        re.compile(rf"(?P<verb>{known})(?:单位|方|机构|媒体)?(?:[：:]|为|是|包括)\s?(?P<names>[^。；！？\n]{{2,160}})"),
    )


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rows of ``participants.tsv``: a part, and a pattern with the groups ``names`` and ``other``."""
    return tuple((row[0], re.compile(row[1])) for row in rows_of("participants.tsv"))


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(
        "|".join(word for row in rows_of("participants.tsv") for word in row[2].split())
        + "|主办|承办|协办|指导|支持|冠名"
    )


_NO_NAME = re.compile(
    r"\d|^(?:[并将请给加以在对从于为和与及让把使被]|双方|相互|他|她|其|该|此|本|这|那|各|多|大会|会议|论坛|予以|积极|进一步|以及|同时|记者)|[了过着]$"
)
_BODIES = tuple("部委局会院司厅署社馆学团府省市县区州盟国台报网校党所队处办行")


def _is_actor(name: str, role: str, words: Words) -> bool:
    """Whether a name is that of a person or a body; of hosts and the like only a body's is taken."""
    bare = name.rstrip("）)」”’")
    if not 2 <= len(bare) <= _LONGEST or _NO_NAME.search(bare):
        return False
    if is_organisation(bare, words) or bare.endswith(_BODIES) or re.fullmatch(r"[A-Za-z][A-Za-z0-9 .&-]+", bare):
        return True
    return role in ("member", "participant") or (role in ("signatory", "winner", "speaker") and len(bare) <= 12)


_JOINED = re.compile(r"(?<=[部委局会院司厅署社馆学团心府国）)])(?:和|与|及|以及|联合|会同)(?=[一-鿿A-Z])")
_AND_MORE = re.compile(r"(?:等(?:\d+|[一二三四五六七八九十百]+)?(?:余|多)?(?:家|个|位|名|国)?.{0,16}|共同|联合)$")
_TITLE = re.compile(
    r"^.{0,20}(?:董事长|总经理|总裁|主席|馆长|局长|市长|院长|校长|主任|会长|部长|书记|总监|教授|院士|选手|名将|小将)(?=[一-鿿·]{2,8}$)"
)


def _listed(names: str) -> list[str]:
    """The names of a list, without 等20余家 behind it."""
    parts = [_AND_MORE.sub("", part).strip(" 　“”") for row in names.split("、") for part in _JOINED.split(row)]
    return [_TITLE.sub("", part) for part in parts]
