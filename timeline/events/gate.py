"""The last test of an event in the making: a title that is cut, belongs to nobody, is too long or tells an opinion."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from timeline.events.data import table_of
from timeline.events.drafts import Draft
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import shorter
from timeline.events.fields.subjects import NO_SUBJECT, has_front_subject
from timeline.events.fields.wording import joined
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered, tagged
from timeline.events.text.grammar import event_name_type, is_organisation, strip_front
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.text.script import simplified

LONG = 28
"""More characters than this are too many for a title, names in 《》 and “” not counted."""
LONG_NAMED = 37
"""The same for a title that begins with a name."""
SHORT = 6
"""A title with no more characters has to hold a name."""

Tagged = Sequence[tuple[str, str]]

_PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "j"])
_MARKED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」")
_LATIN = re.compile(r"[A-Za-z][A-Za-z .\-]*|\d[\d.,]*")
_FIGURE = re.compile(r"\d[\d.,]*[%万亿千百余多个]*")
_PERSON = re.compile(r"(?<!其)他|[她你您咱]|我(?![国省市县校军院区方党队局司部州镇们])|我们(?!党|国)|^\d[\d.]*%的")
_LEFT_AT = re.compile(r"(?<![位处在基由鉴关终趋])于(?=(?:开始|启动|上线|截止|结束|生效|实施)$)")
_BY_MEANS = re.compile(r"(?:通过|凭借|以)[^，]{2,20}(?:措施|方式|成绩|机制|排查|形式|手段)$")
_BROKEN = re.compile(
    r"(?<!小)说$|临近[^，]{1,6}$|公司承诺$|联合公布$|联合发布$|会议修订通过$|(?:宣布取消|正在推出|力争推出|抢先推出)$"
)
_VAGUE = frozenset(["other", "statistic", "market", "construction"])
_COUNTED = frozenset(["statistic", "market", "other"])


@cache
def _list(name: str) -> tuple[str, ...]:
    """The words of a row of ``data/gate.tsv``."""
    return tuple(table_of("gate.tsv")[name].split())


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_list(name))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _list(name))))


@lru_cache(maxsize=4_096)
def _words(plain: str) -> Tagged:
    """The words of a title, asked for several times."""
    return tagged(plain)


def mended(title: Title, clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]) -> Title:
    """A title with its owner in front where it tells a bare figure or deed, and without lists where it is too long.

    Args:
        title: the title.
        clause: the clause that tells it.
        story: its article.
        index: the number of the clause's sentence.
        before: the clauses of the sentence in front of it.
    """
    if title.name is not None:
        return _whole_name(title, clause, story)
    if "headline" in title.doubts:
        return title
    if "于" in title.text and _LEFT_AT.search(title.text):
        title = replace(title, text=_LEFT_AT.sub("", title.text))
    plain = simplified(title.text)
    if len(plain) > LONG and _size(plain) > LONG:
        short = shorter(title.text, plain, story.words, LONG)
        return replace(title, text=short, doubts=(*title.doubts, "shortened")) if short else title
    words = _words(_MARKED.sub("《》", plain))
    if not words or words[0][0] in _set("unowned"):
        return title
    region = _region(words, before, story)
    if region and region not in title.text and visible(region) + visible(title.text) <= LONG:
        return replace(title, text=joined(region, title.text), doubts=(*title.doubts, "subject from the same sentence"))
    bare = words[0][0] in _set("lacking") or words[0][0] in _set("anonymous") or _verb_first(words, clause, story)
    if not (_ownerless(words) or (clause.form == "clause" and bare)):
        return title
    owner, doubt = _owner(story, index, before)
    if not owner or owner in title.text or visible(owner) + visible(title.text) > LONG:
        return title
    return replace(title, text=joined(owner, _without_area(title.text)), doubts=(*title.doubts, doubt))


def _whole_name(title: Title, clause: Clause, story: Story) -> Title:
    """A name with the rest of it: 世界杯 of 举行世界杯前方报道团出征仪式."""
    atoms = [a for a in clause.atoms if a.tag != "paren"]
    if clause.form != "clause" or title.text != title.name or not event_name_type(atoms[-1].text, story.words):
        return title
    for k, atom in enumerate(atoms[:-1]):
        front = rendered(story.text, atoms[: k + 1])
        if front.endswith(title.text) and atoms[k + 1].tag in ("n", "nz", "vn", "f", "b"):
            whole = title.text + rendered(story.text, atoms[k + 1 :])
            plain = not any(a.text in ("的", "、", "和") or a.tag in ("date", "p", "stop") for a in atoms[k + 1 :])
            return replace(title, text=whole, name=whole) if plain and visible(whole) <= LONG else title
        if atom.tag == "stop":
            break
    return title


def refused(draft: Draft, story: Story) -> Refusal | None:
    """Why a draft is no entry of a calendar as its title reads; None where it may be one."""
    title = draft.title
    if "headline" in title.doubts:
        return None
    plain = simplified(title.text)
    if title.name is not None:
        return Refusal("no clause", "its title stops in the middle") if plain.endswith("前夕") else None
    bare = _MARKED.sub("《》", plain)
    if _any_of("opinion").search(bare) or _PERSON.search(bare):
        return Refusal("background", "tells an opinion or a scene")
    words = _words(bare)
    if not words:
        return None
    if len(plain) > LONG and _too_long(words, plain, story):
        return Refusal("no clause", "no title of a headline's length")
    if draft.clause.form != "clause":
        return None
    checks = (
        (words[0][0] in _set("starts"), "its title begins in the middle"),
        (words[0][0] in _set("anonymous") and not _has_name(words[1:], "", story), "nothing tells whose it is"),
        (words[-1][0] in _set("ends") or _stops(bare), "its title stops in the middle"),
        (draft.type in _COUNTED and _ownerless(words), "nothing tells whose figure it is"),
        (_verb_first(words, draft.clause, story), "its subject is not told"),
        (_only_noun(words), "a noun and no statement"),
        (len(plain) <= SHORT and _pale(draft, plain) and not _has_name(words, bare, story), "a short title, no name"),
        (_feast(draft, plain) and not _has_name(words, bare, story), "what is done on any feast"),
    )
    return next((Refusal("no clause", detail) for holds, detail in checks if holds), None)


def _too_long(words: Tagged, plain: str, story: Story) -> bool:
    """Whether a title is longer than a headline; one that begins with a name may have more characters."""
    leading = words[0][0] in _set("areas") or words[0][0].isdigit() or _has_name(words[:6], plain[:12], story)
    return _size(plain) > (LONG_NAMED if leading else LONG)


def _stops(bare: str) -> bool:
    """Whether a title ends before its predicate (宁夏通过“探访行动”等措施) or its object."""
    if _BROKEN.search(bare):
        return True
    means = _BY_MEANS.search(bare)
    return means is not None and not any(tag == "v" for _, tag in tagged(bare[: means.start()]))


def _size(plain: str) -> int:
    """How many characters a title has, marked names not counted."""
    return len(_LATIN.sub("A", _MARKED.sub("", plain)))


def _has_name(words: Tagged, bare: str, story: Story) -> bool:
    return (
        "《" in bare
        or any(tag in _PROPER for _, tag in words)
        or any(is_organisation(word, story.words) for word, _ in words)
        or bool(re.search(r"[A-Za-z]|号|[通铁]启动", bare))
    )


def _ownerless(words: Tagged) -> bool:
    """Whether only words for figures stand in front of the first figure: 出口1.95万亿元, 全球增至12亿美元."""
    place = next((k for k, (word, _) in enumerate(words) if word[0].isdigit()), None)
    if place is None:
        return False
    tail = _FIGURE.split("".join(word for word, _ in words))[-1]
    if len(tail) > 3 or any(tag == "v" and word not in _set("figures") for word, tag in words[place:]):
        return False
    front = [word for word, _ in words[:place]]
    if any(word in _set("areas") for word in front[:1]):
        front = front[1:]
        return bool(front) and not any(word in _set("measures") for word in front) and _only_figures(front)
    return bool(front) and _only_figures(front)


def _only_figures(front: Sequence[str]) -> bool:
    return all(word in _set("figures") for word in front)


def _without_area(text: str) -> str:
    return text.removeprefix("区域").removeprefix("当地")


def _verb_first(words: Tagged, clause: Clause, story: Story) -> bool:
    """Whether a statement begins with its verb, so that nothing tells who does it."""
    word, tag = words[0]
    if tag not in ("v", "vd") or len(words) < 2 or word in NO_SUBJECT or has_front_subject(clause.atoms, story.words):
        return False
    known = any(word in members for members in story.words.verbs.values())
    if not known or (word == clause.atoms[0].text and not clause.atoms[0].verbal):
        return False
    return not any(tag in ("v", "vn") and k > 1 for k, (_, tag) in enumerate(words))


def _only_noun(words: Tagged) -> bool:
    """Whether the only verb belongs to the modifier right in front of 的: 九华村打造的融合项目."""
    told = any(tag[0] in "vpazild" or word[0].isdigit() or tag in ("ad", "f") for word, tag in words)
    last = max((k for k, (word, _) in enumerate(words) if word == "的"), default=-1)
    if last > 0 and not told:
        return True
    if last < 1 or not words[last - 1][1].startswith("v") or words[last - 1][1] == "vn":
        return False
    rest = [k for k, (_, tag) in enumerate(words) if (tag[:1] in "vzda" and tag != "ad") or tag in ("i", "l", "f")]
    return all(k == last - 1 for k in rest) and not any(word[0].isdigit() for word, _ in words[last:])


def _pale(draft: Draft, plain: str) -> bool:
    """Whether neither the type nor a number in a row (第一学期开学) tells what a short title means."""
    return draft.type in _VAGUE and not plain.startswith("第")


def _feast(draft: Draft, plain: str) -> bool:
    """Whether the day is a feast's and no date, or something is done everywhere on days off."""
    rule = draft.expression.rule if draft.expression and draft.type in ("other", "launch") else ""
    return rule == "festival" or (rule == "break" and plain.startswith("各"))


def _region(words: Tagged, before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The place whose figures a sentence tells, for a figure without a name: 沈阳发布了措施，提出产业规模达到…."""
    figure = any(word[0].isdigit() for word, _ in words)
    if not figure or words[0][1] not in ("n", "b", "vn") or _has_name(words, "", story):
        return ""
    if any(word in _set("areas") for word, _ in words):
        return ""
    for part in reversed(before):
        front = strip_front([a for a in part if a.tag != "date"], story.words.lists["connectives"])
        if len(front) > 1 and front[0].tag == "ns" and (front[1].verbal or front[1].tag in ("d", "p")):
            return rendered(story.text, front[:1])
    return ""


def _owner(story: Story, index: int, before: Sequence[Sequence[Atom]]) -> tuple[str, str]:
    """Whose a figure is, the nearest first: the sentence's own noun, the sentence before, the headline."""
    connectives = story.words.lists["connectives"]
    for part in reversed(before):
        noun = strip_front([a for a in part if a.tag not in ("paren", "date")], connectives)
        place = next((k for k, a in enumerate(noun) if a.tag != "ns"), len(noun))
        if place:
            return rendered(story.text, noun[:place]), "subject from the same sentence"
        named = any(a.tag in _PROPER or a.tag in ("quote", "work") for a in noun)
        if noun and named and all(a.nominal or a.text in "的、" for a in noun):
            name = rendered(story.text, noun)
            if 2 <= visible(name) <= 16 and not any(c.isdigit() for c in name):
                return name, "subject from the same sentence"
    earlier = story.subject_before(index)
    if earlier and _is_owner(simplified(earlier), story):
        return earlier, "subject taken from the sentence before"
    headline = "" if story.document else story.owner() or ""
    return headline if _is_owner(simplified(headline), story) else "", "name taken from the headline"


def _is_owner(name: str, story: Story) -> bool:
    """Whether a name is somebody's or something's, and no word of a figure or a deed."""
    words = _words(name)
    plain = all(tag[:1] in "njae" or tag in ("b", "x", "s") for _, tag in words) and not name.endswith(_list("sources"))
    proper = any(tag in _PROPER for _, tag in words) or (len(name) > 2 and _has_name(words, "", story))
    return plain and proper and not any(word in _set("figures") for word, _ in words)
