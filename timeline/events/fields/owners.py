"""Whose a figure or a deed is, where a title does not tell: the nearest name before it in the article."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.areas import area_before
from timeline.events.fields.named import Title
from timeline.events.fields.passages import line_before
from timeline.events.fields.title_words import (
    PROPER,
    Tagged,
    begins_with_modifier,
    gate_set,
    gate_words,
    has_name,
    is_ownerless,
    stands_alone,
    tagged_title,
)
from timeline.events.fields.wording import joined
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import event_name_type, in_class, is_organisation, strip_front
from timeline.events.text.names import only_reports, visible
from timeline.events.text.script import simplified
from timeline.events.text.segmenter import PERSONS


def with_owner(
    title: Title,
    verb_first: bool,
    story: Story,
    index: int,
    before: Sequence[Sequence[Atom]],
    most: int,
    agent: Sequence[Atom] = (),
) -> Title:
    """A title with whose figure or deed it tells in front, where it is not plain alone and the article tells it.

    Args:
        title: the title, which is no name of an event.
        verb_first: whether it begins with its verb, so that nothing tells who does it.
        story: its article.
        index: the number of its sentence.
        before: the clauses of the sentence in front of it.
        most: the most characters of the whole.
        agent: who decides or plans it in the title's own clause.
    """
    plain = simplified(title.text)
    words = tagged_title(plain)
    if not words or words[0][0] in gate_set("unowned") or words[0][0] in gate_set("whole_areas"):
        return title
    if words[0][0] in gate_set("abstract") or words[0][0] in _OF_THE_WORLD:
        return title
    if words[0][0] in gate_set("mishaps") and len(words) > 1 and not _is_noun(words[1]):
        whole = _mishap_before(words[0][0], story, index)
        text = whole + title.text[len(words[0][0]) :]
        return replace(title, text=text, doubts=(*title.doubts, "name taken from before")) if whole else title
    if begins_with_modifier(words):
        return title
    region = _region(words, before, story, index)
    if region and region not in title.text and visible(region) + visible(title.text) <= most:
        return replace(title, text=joined(region, title.text), doubts=(*title.doubts, "subject from the same sentence"))
    bare = verb_first or bool(agent) or words[0][0] in gate_set("lacking") or words[0][0] in gate_set("anonymous")
    if not (bare or is_ownerless(words) or not stands_alone(plain, story.words)):
        return title
    owner, doubt = _decider(agent, story), "subject from the same sentence"
    if owner:
        fits = owner not in title.text and visible(owner) + visible(title.text) <= most
        return replace(title, text=joined(owner, title.text), doubts=(*title.doubts, doubt)) if fits else title
    owner, doubt = _owner(story, index, before, plain)
    if title.text.endswith("发生"):
        owner = _place_of(owner)
    if (
        only_reports(simplified(owner))
        or owner.endswith(_AMOUNTS)
        or _is_others(words, simplified(owner), doubt)
        or owner.startswith(_CLASSES)
        or f"包括{simplified(owner)}" in story.plain[story.sentences[index].start : story.sentences[index].end]
    ):
        return title
    if not bare and not _is_anchor(simplified(owner), story):
        return title
    if _EDITION.match(owner) and not any(word in _OF_EVENTS for word, _ in words[:2]):
        return title
    if not owner or owner in title.text or visible(owner) + visible(title.text) > most:
        return title
    return replace(title, text=joined(owner, _without_area(title.text)), doubts=(*title.doubts, doubt))


_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届|20\d\d")
_OF_EVENTS = word_set("heads_behind_verbs") | word_set("of_events")
"""What an event has of its own: 报名通道, 门票."""


def _place_of(owner: str) -> str:
    """印度 of 印度警方: what happens is not the doing of a body that tells of it."""
    words = tagged_title(simplified(owner))
    places = "".join(word for word, _ in takewhile(lambda word: word[1] == "ns", words))
    return owner[: len(places)] if places and words[-1][0] in _TELLERS else owner


_TELLERS = frozenset(["警方", "军方", "媒体", "检方", "外交部", "内政部", "政府"])


def _is_others(words: Tagged, owner: str, doubt: str) -> bool:
    """Whether what a title tells of is hardly the owner's: people of no place, the weather, what is named behind 的."""
    if words[0][0] in _ATTRIBUTES and any(word == "的" for word, _ in words):
        return True
    places = tagged_title(owner)[-1:]
    placed = bool(places) and places[0][1] == "ns"
    weather = any(word in _WEATHER for word, _ in words[:2])
    if doubt == "subject from the same sentence":
        return weather and not placed
    subject = list(takewhile(lambda word: word[1][:1] in "nmqabj" or word[0] == "的", words))
    if doubt == "name taken from the headline" and any(word in owner for word in _WEATHER):
        return True
    people = bool(subject) and subject[-1][0].endswith(_PEOPLE) and not placed
    return people or weather


_ATTRIBUTES = word_set("attributes")
_PEOPLE = word_tuple("groups_of_people")
_WEATHER = word_set("weather")


def _decider(agent: Sequence[Atom], story: Story) -> str:
    """Who decides what a title tells, without the members that a count of them sums up: 甲、乙等八个城市."""
    noun = strip_front([a for a in agent if a.tag not in ("paren", "date")], story.words.lists["connectives"])
    if not noun or not all(a.nominal or a.tag in ("m", "q", "b", "a") or a.text in "、和等" for a in noun):
        return ""
    last = next((k for k in range(len(noun) - 1, 0, -1) if noun[k - 1].text == "等"), 0)
    counted = noun[last].tag in ("m", "mq") and not any(tag in PERSONS for _, tag in tagged_title(noun[-1].text))
    rest = noun[last:] if counted else noun
    named = counted or any(a.tag in PROPER for a in rest) or is_organisation(rest[-1].text, story.words)
    name = rendered(story.text, rest)
    return name if named and 2 <= visible(name) <= 16 and not only_reports(simplified(name)) else ""


def _is_noun(word: tuple[str, str]) -> bool:
    return word[1][:1] == "n" or word[1] in ("vn", "j", "b")


_OF_THE_WORLD = ("全球", "世界", "国际", "国家")


_BEFALLS = (
    r"(?P<place>[^，。；：！？\n“”（）]{2,24})(?:突发|发生|爆发|遭遇|遭受|遭)(?:了|的|起|一起|一次)?"
    r"(?P<kind>[^，。；：！？\n]{0,8}?"
)


def _mishap_before(kind: str, story: Story, index: int) -> str:
    """Which 灾害 or 事故 is meant: 某路段塌方灾害 of 某路段发生塌方灾害, told before in the line or as the headline."""
    line = story.sentences[index].line
    first = next(k for k, sentence in enumerate(story.sentences) if sentence.line >= line - 1)
    for earlier in range(index - 1, first - 1, -1):
        match = re.search(rf"{_BEFALLS}{kind})", story.without_dates(earlier))
        place = re.sub(r"^(?:当地时间|晚间?|凌晨|许|[在于位])+", "", match["place"]).rstrip("附近内") if match else ""
        if match and tagged_title(place) and any(tag == "ns" for _, tag in tagged_title(place)):
            return place + match["kind"]
    return ""


_AMOUNTS = ("价", "率", "量", "额", "值", "股价", "收入", "利润")
"""A name of an amount owns no other one and no deed."""


def _is_anchor(name: str, story: Story) -> bool:
    """Whether a name makes plain whose something is; what happens to things is nobody's that is told before."""
    if len(name) >= _NAMED_EVENT and event_name_type(name, story.words):
        return True
    return stands_alone(name, story.words) and not _is_person(tagged_title(name))


def _is_person(words: Tagged) -> bool:
    """Whether a name is somebody's, alone or behind an office, and not that of a place."""
    return words[-1][1] in PERSONS and not any(tag == "ns" for _, tag in words)


_NAMED_EVENT = 5
"""The least characters of a name of one event: 第九届书展."""


def _without_area(text: str) -> str:
    return text.removeprefix("区域").removeprefix("当地")


def _region(words: Tagged, before: Sequence[Sequence[Atom]], story: Story, index: int) -> str:
    """The place whose figures a sentence tells, for a figure without a name: 沈阳发布了措施，提出产业规模达到…."""
    figure = any(word[0].isdigit() for word, _ in words)
    if not figure or words[0][1] not in ("n", "b", "vn"):
        return ""
    if has_name([word for word in words if word[1] != "eng"], "", story.words):
        return ""
    if any(word in gate_set("areas") for word, _ in words):
        return ""
    for part in reversed(before):
        front = strip_front([a for a in part if a.tag != "date"], story.words.lists["connectives"])
        if len(front) > 1 and front[0].tag == "ns" and (front[1].verbal or front[1].tag in ("d", "p")):
            return rendered(story.text, front[:1])
        area = _WHOLE.fullmatch(front[0].text) if len(front) > 1 else None
        named = area_before(area[1], story, front[0].start) if area else None
        if named:
            return named
    kinds = _WHOLE.findall(line_before(story, index)) if not before else []
    return (area_before(kinds[-1], story, story.sentences[index].start) or "") if kinds else ""


_WHOLE = re.compile("全([市区县省州])")
_TELLING = word_set("telling_sources")
_DOCUMENTS = tuple(f"{kind}》" for kind in (*word_tuple("documents"), "报告", "纲要", "条例", "决定", "公报"))


def _owner(story: Story, index: int, before: Sequence[Sequence[Atom]], plain: str) -> tuple[str, str]:
    """Whose a figure is, the nearest first: the sentence's own noun, the sentence before, the headline."""
    connectives = story.words.lists["connectives"]
    for part in reversed(before):
        noun = strip_front([a for a in part if a.tag not in ("paren", "date")], connectives)
        said = bool(part) and in_class(part[-1], "speech", story.words)
        front = _leading_name(noun, story, firms=not said)
        if front:
            return front, "subject from the same sentence"
        work = next((k for k, a in enumerate(noun[:3]) if a.tag == "work"), None)
        told = work is not None and not noun[work].text.endswith(_DOCUMENTS) and part[-1].text not in _TELLING
        if work is not None and told and all(a.nominal for a in noun[:work]):
            return rendered(story.text, noun[: work + 1]), "subject from the same sentence"
        named = any(a.tag in PROPER or a.tag in ("quote", "work") for a in noun)
        if noun and named and all(a.nominal or a.text in "的、" for a in noun):
            name = rendered(story.text, noun)
            source = simplified(name).endswith((*gate_words("sources"), "数据", "报告", "统计", "消息"))
            if 2 <= visible(name) <= 16 and not source and not any(c.isdigit() for c in name):
                return name, "subject from the same sentence"
    same = _owner_of_same(tagged_title(plain)[0][0], story, index)
    if same:
        return same, _doubt_of(same)
    earlier = _name_at_front(story.subject_before(index))
    if earlier and _is_owner(simplified(earlier), story):
        return earlier, _doubt_of(earlier)
    headline = "" if story.document else _before_noun(plain, story, index) or story.owner() or ""
    if any(word in plain for word in gate_words("macro")):
        headline = headline if all(tag == "ns" for _, tag in tagged_title(simplified(headline))) else ""
        if not headline and _is_of_the_country(story, index):
            return "我国", "country told elsewhere"
    near = _is_owner(simplified(headline), story) and _is_told_near(simplified(headline), story, index)
    return headline if near else "", "name taken from the headline"


def _is_told_near(name: str, story: Story, index: int) -> bool:
    """Whether the headline's name is spoken of around a sentence: in its line, the two above or the opening.

    An article comes to speak of others, and what is theirs is not the headline's.
    """
    sentence = story.sentences[index]
    near = [s.start for s in story.sentences[: index + 1] if s.line >= sentence.line - 2]
    words = [word for word, tag in tagged_title(name) if tag in PROPER and len(word) > 1]
    told = story.plain[near[0] : sentence.end]
    return index < _SHORT_WAY or sentence.kind == "heading" or any(word in told for word in (words or [name]))


_SHORT_WAY = 6
"""So many sentences down an article still speaks of what its headline names."""


def _doubt_of(name: str) -> str:
    """The doubt of a name from the sentences before; the country is told by a whole report."""
    own = simplified(name) in _OWN_COUNTRY
    return "country told elsewhere" if own else "subject taken from the sentence before"


_OWN_BODIES = re.compile(r"(?<!国)(?:国家统计局|海关总署|中国人民银行|央行|国家发展改革委|商务部)|我国|全国|中国经济")


def _is_of_the_country(story: Story, index: int) -> bool:
    """Whether the headline, the opening or the line before a sentence tells that its figures are China's."""
    sentence = story.sentences[index]
    opening = [story.sentences[k] for k in story.opening[:1]]
    told = [
        story.title,
        line_before(story, index) + story.plain[sentence.start : sentence.end],
        *(story.plain[s.start : s.end] for s in opening),
    ]
    return any(_OWN_BODIES.search(part) for part in told)


def _owner_of_same(noun: str, story: Story, index: int) -> str:
    """Whose figure of the same name the sentences before tell: 英国 of 英国5月国内生产总值环比下降."""
    if len(noun) < 2:
        return ""
    line = story.sentences[index].line
    for earlier in range(index - 1, max(-1, index - 4), -1):
        sentence = story.sentences[earlier]
        if sentence.line < line - 1:
            break
        place = story.plain.find(noun, sentence.start, sentence.end)
        if place < 0:
            continue
        front = [a for a in atoms_of(story.plain, sentence.start, place, story.dates) if a.tag not in ("date", "paren")]
        while front and (front[-1].text in gate_set("figures") or front[-1].text in ("的", "，")):
            front = front[:-1]
        if front and (front[-1].tag in ("ns", "nt") or front[-1].text in _OWN_COUNTRY):
            return rendered(story.text, front[-1:])
    return ""


_OWN_COUNTRY = ("我国", "全国", "中国")


def _leading_name(atoms: Sequence[Atom], story: Story, *, firms: bool) -> str:
    """A place or an organisation at the front of a clause: 广东 of 广东经济运行, but the whole of 江西铜业."""
    end = next((k for k, a in enumerate(atoms) if a.tag not in _IN_NAMES), len(atoms))
    places = next((k for k, a in enumerate(atoms) if a.tag != "ns"), len(atoms))
    for size in range(min(end, 8), 0, -1):
        name = "".join(a.text for a in atoms[:size])
        if size > places and places and (is_organisation(name, story.words) or name.endswith(_ZONES)):
            return rendered(story.text, atoms[:size])
    if places == 0 and firms:
        firm = next((k for k, a in enumerate(atoms) if a.tag not in _IN_NAMES and a.tag not in PERSONS), len(atoms))
        for size in range(1, min(firm, 6) + 1):
            name = "".join(a.text for a in atoms[:size])
            if len(name) > 3 and name.endswith(_FIRMS) and not (name.startswith(_CLASSES) or name.endswith("人民银行")):
                return rendered(story.text, atoms[:size])
    return rendered(story.text, atoms[:places])


_CLASSES = ("中小", "大型", "多家", "部分", "各", "多数", "许多", "头部")
"""What begins the name of a class, which owns no figure of one of its members."""
_FIRMS = ("股份", "集团", "有限公司", "证券", "银行", "控股", "科技")
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


_DATE_BEHIND = re.compile(r"[\d年月日前至—-]*[年月]份?$")


def _before_noun(plain: str, story: Story, index: int) -> str:
    """What a headline has in front of the noun that a title begins with: 美某州 of 美某州洪灾影响持续."""
    noun = tagged_title(plain)[0][0]
    for original in (*story.headings_above(index), *story.headlines) if len(noun) > 1 else ():
        front = simplified(original).partition(noun)
        name = _DATE_BEHIND.sub("", front[0])
        if front[1] and 2 <= len(name) <= 14 and _is_owner(name, story):
            return original[: len(name)]
    return ""


def _is_owner(name: str, story: Story) -> bool:
    """Whether a name is somebody's or something's, and no word of a figure or a deed."""
    if any(mark in name for mark in "。！？，；") or name.count("《") != name.count("》"):
        return False
    if len(name) >= _NAMED_EVENT and event_name_type(name, story.words):
        return True
    words = tagged_title(name)
    plain = all(
        tag[:1] in "njae" or tag in ("b", "x", "s") or word.endswith("号") for word, tag in words
    ) and not name.endswith(gate_words("sources"))
    proper = any(tag in PROPER for _, tag in words) or (len(name) > 2 and has_name(words, "", story.words))
    return plain and proper and not any(word in gate_set("figures") for word, _ in words)
