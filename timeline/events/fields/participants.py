"""Who takes part: hosts, organisers and the like, members of a list, and who signs, speaks or wins."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from schemas import Participant
from timeline.events.data import rows_of, words_of
from timeline.events.text.grammar import event_name_type, is_organisation
from timeline.events.text.segmenter import PERSONS, tagged
from timeline.events.words import Words

_LONGEST = 40
_MOST = 24


def participants_of(
    plain: str, text: str, words: Words, kind: str | None = None, title: str | None = None
) -> tuple[Participant, ...]:
    """The participants that a passage names, in the order of their words.

    由甲指导，乙支持，丙、丁主办，戊承办 and 主办单位：甲、乙 tell parts; 成员包括甲、乙等20余家 lists members;
    甲与乙签署, 甲夺得冠军 and 甲发表主旨演讲 tell signatories, winners and speakers.

    Args:
        plain: the passage in simplified characters, without its dates.
        text: the same as the article writes it.
        words: the word lists.
        kind: the type of the event, since only an event that is signed has signatories; None asks for all.
        title: the title in simplified characters, since who holds a meeting hosts no other event that is told at it;
            None asks for all.
    """
    if not _hint().search(plain):
        return ()
    found: dict[tuple[str, str], Participant] = {}
    for start, end, role in sorted(_spans(plain, words, kind, title)):
        for name, in_post in _listed(text[start:end]):
            if _is_actor(name, role, words, in_post=in_post):
                found.setdefault((name, role), Participant(name=name, role=role))  # type: ignore[arg-type]
    return tuple(found.values())[:_MOST]


_HELD = ("conference", "ceremony", "exhibition", "performance", "competition", "launch", "founding", "anniversary")
_FITTING = {
    "host": (*_HELD, "meeting", "award", "signing", "other"),
    "winner": ("competition", "award"),
    "performer": ("performance", "launch", "exhibition"),
    "publisher": ("publication", "incident", "legal"),
    "speaker": ("conference", "ceremony", "meeting", "publication", "anniversary"),
    "participant": ("meeting", *_HELD),
}


def _spans(plain: str, words: Words, kind: str | None, title: str | None) -> Iterator[tuple[int, int, str]]:
    """The places of names or lists of names, and their part."""
    for pattern in _by_role():
        for match in pattern.finditer(plain):
            role = words.roles[match["verb"]]
            if kind is None or kind in _FITTING.get(role, (kind,)):
                yield match.start("names"), match.end("names"), role
    for role, pattern, verbs, kinds in _patterns():
        if kind is not None and kind not in (kinds or _FITTING.get(role, (kind,))):
            continue
        for match in pattern.finditer(plain):
            if title is not None and role in _OF_ACTS and not _is_told(match, verbs, plain, title):
                continue
            for group in ("names", "other"):
                if match.groupdict().get(group):
                    yield match.start(group), match.end(group), role


_OF_ACTS = ("host", "publisher", "participant")


def _is_told(match: re.Match[str], verbs: Sequence[str], plain: str, title: str) -> bool:
    """Whether a title tells what somebody does: by its verb, by who does it, or by what it is done to."""
    behind = re.split(r"[，,。；]", plain[match.end() : match.end() + _OBJECT], maxsplit=1)[0]
    if match[0][0] == "由" or any(verb in title and verb in match[0] for verb in verbs) or match["names"][-3:] in title:
        return True
    return any(title[at : at + _RUN] in behind for at in range(len(title) - _RUN + 1))


_RUN = 4
"""The characters in a row that a title shares with the object of a verb that it tells of."""
_OBJECT = 60
"""The characters behind a verb in which its object is looked for."""


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
def _patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...]:
    """The rows of ``participants.tsv``: a part, a pattern with the groups ``names`` and ``other``, its verbs, types."""
    return tuple(
        (row[0], re.compile(row[1]), tuple(row[2].split()), tuple(row[4].split()) if row[4:] else ())
        for row in rows_of("participants.tsv")
    )


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(
        "|".join(word for row in rows_of("participants.tsv") for word in row[2].split())
        + "|主办|承办|协办|指导|支持|冠名"
    )


_NO_NAME = re.compile(
    r"\d|^(?:[并将请给加以在对从于为和与及让把使被已曾同]|[两双三各多]方|[两三多各我]国|根?据|相互|他|她|其|该|此|本|这|那|各|多|大会|会议|论坛"
    r"|予以|积极|进一步|以及|同时|记者|共同|联合(?!国)|分别|专程|陛下|去年|今年|有|人们|大家|来自|听取|介绍|通过|访问|在|我们)|(?:[了过着]|期间|时|之际|度|府所|成功|首次)$"
)
_BODIES = ("中央", *"部委局会院司厅署社馆学团府省市县区州盟国台报网校党所队处办行室")


def _is_actor(name: str, role: str, words: Words, *, in_post: bool) -> bool:
    """Whether a name is that of a person or a body; of hosts and publishers only a body's is taken.

    Args:
        name: the name.
        role: the part it is said to have.
        words: the word lists.
        in_post: whether a post stood in front of it.
    """
    bare = name.rstrip("）)」”’")
    if not 2 <= len(bare) <= _LONGEST or _NO_NAME.search(bare) or bare.endswith(("会议", "论坛", "洽谈会", "研讨会")):
        return False
    body = is_organisation(bare, words) or bare.endswith(_BODIES)
    if role in ("host", "organiser", "co-organiser", "guide", "supporter", "publisher"):
        named = event_name_type(bare, words) is not None and not bare.endswith(_COUNCILS)
        known = body or _LATIN.fullmatch(bare) or (in_post and role == "publisher") or tagged(bare)[-1][1] in _FIRMS
        return bool(known) and not _ACTING.search(bare) and not named
    if len(bare) <= _NAME and (in_post or _is_person(bare)):
        return True
    if body or _LATIN.fullmatch(bare):
        return role != "speaker"
    return role == "member" and not _ACTING.search(bare) if role != "signatory" else len(bare) <= _NAME


_COUNCILS = ("理事会", "安理会", "委员会", "董事会", "协会", "议会")
_FIRMS = ("nz", "nt")
_NAME = 14
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .&-]+")
_ACTING = re.compile(r"协办|承办|并得到|出席|会见|表示|称|介绍|宣布")


def _is_person(name: str) -> bool:
    """Whether the last word is the name of a person, or the whole a foreign one."""
    last = tagged(name)[-1:]
    return bool(last) and (last[0][1] in PERSONS or "·" in name)


_JOINED = re.compile(
    r"(?<=[部委局会院司厅署社馆学团心府国省市区县州校队所台行织）)])(?:和|与|及|以及|联合|会同|携手)(?=[一-鿿A-Z])"
)
_AND_MORE = re.compile(
    r"(?:等(?:\d+|[一二三四五六七八九十百]+)?(?:余|多)?(?:家|个|位|名|国)?.{0,16}|共同|联合|日前|近日)$"
)


@cache
def _posts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A post in front of a name, and one at the end."""
    posts = "|".join(words_of("posts.txt"))
    return re.compile(rf"^.{{0,40}}(?:{posts})(?=[^\d、]{{2,14}}$)"), re.compile(rf"(?:{posts})$")


def _listed(names: str) -> list[tuple[str, bool]]:
    """The names of a list without 等20余家 behind it and the posts in front, and whether a post was there."""
    names = _ASIDE.sub("", names)
    parts = [_AND_MORE.sub("", part).strip(" 　“”（）") for row in names.split("、") for part in _JOINED.split(row)]
    in_front, at_end = _posts()
    bare = [(in_front.sub("", part), part) for part in map(_named, parts) if not at_end.search(part)]
    return [(_before_adverb(name) if name != part else name, name != part) for name, part in bare]


_ASIDE = re.compile(r"（(?!(?:集团|中国|控股|[一-鿿]{2,3}）(?:股份)?(?:有限|公司)))[^（）]*(?:）|$)")
"""What brackets tell of a name; those of 海石（集团） and 远山（青江）有限公司 are the name's own."""


def _before_adverb(name: str) -> str:
    """The name of a person without what is said of it: 某某也, 某某就…."""
    end = 0
    for word, tag in tagged(name):
        if tag in ("p", "d", "c") and (end > 1 or len(word) > 1):
            break
        end += len(word)
    return name[:end]


def _named(part: str) -> str:
    """A name without what follows it: 某某主席 and 某某一行 are 某某, 某某将于 (5日…) too."""
    part = _BEHIND.sub("", part)
    post = _posts()[1].search(part)
    if post and 2 <= post.start() <= 8 and not any(tag in _COMMON for _, tag in tagged(part[: post.start()])):
        return part[: post.start()]
    return part


_BEHIND = re.compile(
    r"(?:将于|将|于|拟|已|曾|就|分别|等人?|一行.{0,4}|率领|成功|举行|召开|(?<=[部委局会院厅署办府])组织)$"
)
_COMMON = ("n", "ns", "nt", "b", "vn", "a", "m", "j")
