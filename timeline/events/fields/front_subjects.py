"""What the clauses in front of one in its sentence speak of, for a clause without a subject of its own."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.feasts import is_feast
from timeline.events.fields.named import full_name
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import in_class, is_organisation, noun_phrase, strip_front
from timeline.events.text.names import before_date, subject_of, visible


def earlier_in_sentence(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The subject of the nearest clause in front that has one; a common noun (项目) gives way to a name before it.

    Who says something, what a source shows, and what a clause tells of length or price are passed over.
    """
    common = ""
    for segment in reversed(before):
        found = _AMONG.sub("", _subject_in(segment, story))
        if found.removesuffix("计划") in COMMON_NOUNS:
            found = full_name(found.removesuffix("计划"), story, segment[0].start)
        if found and found not in COMMON_NOUNS:
            return found
        common = common or found
    return common


_AMONG = re.compile(r"(?:(?<=[企业家商户员行市省县])中|[同环]比)$")
"""What a clause tells of some of its subject, or of how its figure is measured, is no part of its name."""


def speaker(atoms: Sequence[Atom], before: Sequence[Sequence[Atom]], story: Story) -> str:
    """Who says what he did himself: 某军称，当天向某地发动袭击; figures are nobody's that only tells them."""
    if not before or not in_class(before[-1][-1], "speech", story.words):
        return ""
    first = next((a.text for a in atoms if a.text not in _AGAIN), "").rstrip("了")
    acts = first in _OPENING or first in story.words.cues or first in story.words.verbs["eventive"]
    done = acts and any(in_class(a, "eventive", story.words) for a in atoms)
    figures = any(a.tag == "m" and any(c.isdigit() for c in a.text) for a in atoms)
    who = subject_of(before[-1], story.words)
    kinds = {story.words.cues.get(a.text) for a in atoms[:4]}
    if kinds.isdisjoint(_OF_PERSONS) and done:
        body = body_of_office(who, story)
        if body:
            return body
        if who and who[-1].tag in ("nr", "nrt") and kinds & _OF_BODIES:
            return ""
    return told_subject(who, story) if done and not figures else ""


def announcer(agent: Sequence[Atom], atoms: Sequence[Atom], story: Story) -> str:
    """Who announces or plans what a clause tells: the body for whom an official does, but himself for his own deeds."""
    kinds = {story.words.cues.get(a.text) for a in atoms[:4]}
    body = body_of_office(agent, story) if agent and kinds.isdisjoint(_OF_PERSONS) else ""
    return body or told_subject(agent, story)


_OF_BODIES = frozenset(["construction", "launch", "founding", "exhibition", "performance", "market"])
"""What a body does, of which an official only tells: 副市长表示，将启动公园建设."""
_OF_PERSONS = frozenset(["meeting", "appointment", "award", "conference", "ceremony"])
"""What an official does himself."""
_OFFICES = word_tuple("offices_of_bodies")


def body_of_office(atoms: Sequence[Atom], story: Story) -> str:
    """云州市 of 云州市副市长某某, 某公司 of 某公司总裁某某: for whom an official speaks; "" where that is not told."""
    office = next((k for k, a in enumerate(atoms) if k and a.text.endswith(_OFFICES)), 0)
    body = [a for a in atoms[:office] if a.tag != "paren" and a.text not in ("副", "原", "首席")]
    named = any(a.tag in _OF_NAMES for a in body) or (body and is_organisation(body[-1].text, story.words))
    return rendered(story.text, body) if body and named and all(a.nominal for a in body) else ""


_OF_NAMES = frozenset(["ns", "nt", "nz", "eng", "quote", "nr"])


_AGAIN = frozenset(["继续", "再次", "再度", "又", "还", "同时"])
_OPENING = frozenset(["向", "对", "从", "用", "使用", "在"])
COMMON_NOUNS = word_set("generic_names") | word_set("topics")
_ATTRIBUTES = word_set("attributes")
_TELLING = word_set("telling_sources")


def _subject_in(segment: Sequence[Atom], story: Story) -> str:
    """What one clause speaks of; "" where it has no subject that another clause can share."""
    words = story.words
    if segment[-1].text in ("：", ":") and len(segment) > 1:
        if _is_feast(segment[0]) and all(a.text in _DAYS_OFF for a in segment[1:-1]):
            return rendered(story.text, segment[:1]).removeprefix("今年").lstrip("0123456789年 ")
        if all(a.nominal or a.tag == "t" for a in segment[:-1]):
            return rendered(story.text, segment[:-1])
    source = in_class(segment[-1], "speech", words) or segment[-1].text in _TELLING
    if (
        segment[0].text in ("这是", "这")
        or source
        or segment[0].text in words.lists["adverbial"]
        or _is_attribute(segment, 0)
    ):
        return ""
    pointed = _pointed(segment, story)
    if pointed:
        return pointed
    segment = _without_pronoun(segment)
    near = before_date(segment)
    if near and near[0].text not in words.lists["connectives"]:
        return rendered(story.text, near)
    subject = subject_of(segment, words)
    attribute = next((k for k in range(len(subject)) if _is_attribute(subject, k)), len(subject))
    if attribute and subject[attribute - 1].text == "设计":
        attribute -= 1
    subject = subject[:attribute]
    if subject and subject[-1].text == "中":
        subject = subject[:-1]
    if subject and subject[-1].text[-1] == "中" and subject[-1].tag in ("j", "nr", "nrt"):
        return told_subject(subject, story).removesuffix("中")
    if in_class(segment[-1], "announce", words):
        body = body_of_office(subject, story)
        if body:
            return body
    return told_subject(subject, story) or told_subject(_behind_modifier(segment), story)


def _is_feast(atom: Atom) -> bool:
    return atom.expression is not None and is_feast(atom.expression)


_DAYS_OFF = frozenset(["放假", "安排", "时间", "调休", "通知", "假期", "放假安排", "放假时间"])
"""What stands behind a feast in the label of its days off: 端午节放假安排：…."""


def _is_attribute(atoms: Sequence[Atom], place: int) -> bool:
    """Whether words tell a size or price of what was named before them: 全长, 总投资, 占地面积."""
    return any("".join(a.text for a in atoms[place : place + size]) in _ATTRIBUTES for size in (1, 2))


def _pointed(segment: Sequence[Atom], story: Story) -> str:
    """The name that a clause's subject such as 该馆 stands for; "" where it is no such word."""
    if segment[0].text in ("他", "她"):
        return story.person_before(segment[0].start)
    for size in (2, 1):
        word = "".join(a.text for a in segment[:size])
        if word[:1] in "该本此" and 2 <= len(word) <= 6:
            found = story.resolved(word, segment[0].start)
            if found:
                return found
    return ""


def _without_pronoun(segment: Sequence[Atom]) -> Sequence[Atom]:
    """电影《…》 of 其主演的电影《…》: a work that a clause speaks of, without whose it is."""
    work = next((k for k, a in enumerate(segment[:10]) if a.tag == "work"), 0)
    last = next((k for k in range(work, 0, -1) if segment[k].text == "的"), 0)
    return segment[last + 1 :] if segment[0].text == "其" and last else segment


def _behind_modifier(segment: Sequence[Atom]) -> Sequence[Atom]:
    """宁夏中卫 of 地处沙漠边缘的宁夏中卫: the noun that a clause ends with."""
    last = next((k for k in range(len(segment) - 1, -1, -1) if segment[k].text == "的"), None)
    rest = segment[last + 1 :] if last is not None else []
    return rest if rest and all(a.nominal for a in rest) and rest[-1].text not in _ABSTRACT else []


_ABSTRACT = frozenset(["影响", "因素", "作用", "原因", "趋势", "背景", "特点", "问题", "情况", "结果"])
"""What a clause ends with and no other clause speaks of."""


def told_subject(atoms: Sequence[Atom], story: Story) -> str:
    """A subject out of atoms, where they are a plain name."""
    named = [a for a in atoms if a.tag not in ("paren", "date") and a.text not in _LATELY]
    bare = strip_front(named, story.words.lists["connectives"])
    if bare and bare[-1].text in _LOCATORS:
        return ""
    if len(bare) > 1 and bare[0].text in _NAMED_SO:
        bare = bare[1:]
    end = noun_phrase(bare, 0, story.words) if bare else 0
    if end == 0:
        return ""
    name = rendered(story.text, bare[:end])
    full = full_name(name, story, bare[0].start)
    if visible(full) > _LONGEST_SUBJECT and "、" in full and 2 <= visible(full.split("、")[0]) <= 16:
        full = f"{full.split('、')[0]}等"
    usable = 2 <= visible(full) <= _LONGEST_SUBJECT and not (
        full == name and full.startswith(tuple(story.words.lists["pronouns"]))
    )
    return full if usable else ""


_LATELY = word_set("lately")
_NAMED_SO = frozenset(["中文名", "英文名", "全名", "本名", "又名", "别名"])
_LOCATORS = frozenset(["中", "之中", "里", "内", "下", "上"])
_LONGEST_SUBJECT = 26
