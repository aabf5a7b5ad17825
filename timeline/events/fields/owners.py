"""Whose a figure or a deed is, where a title does not tell: the nearest name before it in the article."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.fields.title_words import (
    PROPER,
    Tagged,
    gate_set,
    gate_words,
    has_name,
    is_ownerless,
    stands_alone,
    tagged_title,
)
from timeline.events.fields.wording import joined
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import event_name_type, is_organisation, strip_front
from timeline.events.text.names import visible
from timeline.events.text.script import simplified


def with_owner(
    title: Title, verb_first: bool, story: Story, index: int, before: Sequence[Sequence[Atom]], most: int
) -> Title:
    """A title with whose figure or deed it tells in front, where it is not plain alone and the article tells it.

    Args:
        title: the title, which is no name of an event.
        verb_first: whether it begins with its verb, so that nothing tells who does it.
        story: its article.
        index: the number of its sentence.
        before: the clauses of the sentence in front of it.
        most: the most characters of the whole.
    """
    plain = simplified(title.text)
    words = tagged_title(plain)
    if not words or words[0][0] in gate_set("unowned") or words[0][0] in gate_set("whole_areas"):
        return title
    region = _region(words, before, story)
    if region and region not in title.text and visible(region) + visible(title.text) <= most:
        return replace(title, text=joined(region, title.text), doubts=(*title.doubts, "subject from the same sentence"))
    bare = verb_first or words[0][0] in gate_set("lacking") or words[0][0] in gate_set("anonymous")
    if not (bare or is_ownerless(words) or not stands_alone(plain, story.words)):
        return title
    owner, doubt = _owner(story, index, before, plain)
    if not bare and not _is_anchor(simplified(owner), story):
        return title
    if not owner or owner in title.text or visible(owner) + visible(title.text) > most:
        return title
    return replace(title, text=joined(owner, _without_area(title.text)), doubts=(*title.doubts, doubt))


_PERSONS = frozenset(["nr", "nrt", "nrfg"])


def _is_anchor(name: str, story: Story) -> bool:
    """Whether a name makes plain whose something is; what happens to things is nobody's that is told before."""
    if len(name) >= _NAMED_EVENT and event_name_type(name, story.words):
        return True
    return stands_alone(name, story.words) and not all(tag in _PERSONS for _, tag in tagged_title(name))


_NAMED_EVENT = 5
"""The least characters of a name of one event: 第九届书展."""


def _without_area(text: str) -> str:
    return text.removeprefix("区域").removeprefix("当地")


def _region(words: Tagged, before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The place whose figures a sentence tells, for a figure without a name: 沈阳发布了措施，提出产业规模达到…."""
    figure = any(word[0].isdigit() for word, _ in words)
    if not figure or words[0][1] not in ("n", "b", "vn") or has_name(words, "", story.words):
        return ""
    if any(word in gate_set("areas") for word, _ in words):
        return ""
    for part in reversed(before):
        front = strip_front([a for a in part if a.tag != "date"], story.words.lists["connectives"])
        if len(front) > 1 and front[0].tag == "ns" and (front[1].verbal or front[1].tag in ("d", "p")):
            return rendered(story.text, front[:1])
    return ""


def _owner(story: Story, index: int, before: Sequence[Sequence[Atom]], plain: str) -> tuple[str, str]:
    """Whose a figure is, the nearest first: the sentence's own noun, the sentence before, the headline."""
    connectives = story.words.lists["connectives"]
    for part in reversed(before):
        noun = strip_front([a for a in part if a.tag not in ("paren", "date")], connectives)
        front = _leading_name(noun, story)
        if front:
            return front, "subject from the same sentence"
        named = any(a.tag in PROPER or a.tag in ("quote", "work") for a in noun)
        if noun and named and all(a.nominal or a.text in "的、" for a in noun):
            name = rendered(story.text, noun)
            if 2 <= visible(name) <= 16 and not any(c.isdigit() for c in name):
                return name, "subject from the same sentence"
    earlier = _name_at_front(story.subject_before(index))
    if earlier and _is_owner(simplified(earlier), story):
        return earlier, "subject taken from the sentence before"
    headline = "" if story.document else _before_noun(plain, story, index) or story.owner() or ""
    return headline if _is_owner(simplified(headline), story) else "", "name taken from the headline"


def _leading_name(atoms: Sequence[Atom], story: Story) -> str:
    """A place or an organisation at the front of a clause: 广东 of 广东经济运行, but the whole of 江西铜业."""
    end = next((k for k, a in enumerate(atoms) if a.tag not in _IN_NAMES), len(atoms))
    places = next((k for k, a in enumerate(atoms) if a.tag != "ns"), len(atoms))
    for size in range(min(end, 5), 0, -1):
        name = "".join(a.text for a in atoms[:size])
        if size > places and places and (is_organisation(name, story.words) or name.endswith(_ZONES)):
            return rendered(story.text, atoms[:size])
    return rendered(story.text, atoms[:places])


_IN_NAMES = frozenset(["ns", "nt", "nz", "n", "j", "vn", "b", "s"])
_ZONES = ("新区", "片区", "开发区", "园区", "经济带", "经济圈", "大湾区", "自贸港", "示范区", "高新区", "自贸区")


def _name_at_front(subject: str) -> str:
    """某县实验学校 of 某县实验学校几名学生: a subject without those of it that are counted."""
    size = 0
    for word, tag in tagged_title(simplified(subject)):
        if tag in ("m", "r", "q", "uj"):
            return subject[:size] if size > 2 else subject
        size += len(word)
    return subject


def _before_noun(plain: str, story: Story, index: int) -> str:
    """What a headline has in front of the noun that a title begins with: 美某州 of 美某州洪灾影响持续."""
    noun = tagged_title(plain)[0][0]
    for original in (*story.headings_above(index), *story.headlines) if len(noun) > 1 else ():
        front = simplified(original).partition(noun)
        if front[1] and 2 <= len(front[0]) <= 14 and _is_owner(front[0], story):
            return original[: len(front[0])]
    return ""


def _is_owner(name: str, story: Story) -> bool:
    """Whether a name is somebody's or something's, and no word of a figure or a deed."""
    if any(mark in name for mark in "。！？，；"):
        return False
    if len(name) >= _NAMED_EVENT and event_name_type(name, story.words):
        return True
    words = tagged_title(name)
    plain = all(tag[:1] in "njae" or tag in ("b", "x", "s") for _, tag in words) and not name.endswith(
        gate_words("sources")
    )
    proper = any(tag in PROPER for _, tag in words) or (len(name) > 2 and has_name(words, "", story.words))
    return plain and proper and not any(word in gate_set("figures") for word, _ in words)
