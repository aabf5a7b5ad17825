"""Who or what a clause speaks of, where it has no subject of its own or only a pronoun."""

import re
from collections.abc import Sequence

from timeline.events.data import word_set
from timeline.events.fields.areas import area_before
from timeline.events.fields.front_subjects import (
    COMMON_NOUNS,
    announcer,
    body_of_office,
    earlier_in_sentence,
    speaker,
)
from timeline.events.fields.pronouns import NAMES, body_of, edition, figure_before, people_before, possessor
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.sites import is_site, site_before
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, has_figure, rendered
from timeline.events.text.grammar import event_name_type, has_predicate, in_class, is_organisation, known_verbs
from timeline.events.text.names import only_reports, subject_of, visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified
from timeline.events.text.segmenter import PERSONS
from timeline.events.words import Words


def with_subject(
    atoms: list[Atom], clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]
) -> tuple[str, list[Atom], tuple[str, ...]]:
    """The subject where the clause has none or a pronoun, what remains of the clause, and the doubts about it."""
    words = story.words
    pointer = _pointer(atoms, story, before)
    if pointer is not None:
        return pointer
    atoms = _without_occasion(atoms, words)
    behind = _noun_behind(atoms, words)
    if behind is not None:
        verb = next(k for k in range(behind + 1, len(atoms)) if atoms[k].verbal)
        figure = has_figure(atoms[verb:])
        most = LONGEST if figure and atoms[0].text not in _SITUATED else _WITH_MODIFIER
        plain = atoms[behind].tag in ("nr", "nrt") or visible(rendered(story.text, atoms)) > most
        first = behind if plain else 0
        return rendered(story.text, atoms[first:verb]), atoms[verb:], ()
    if len(atoms) > 2 and atoms[0].tag in ("d", "vd", "ad") and atoms[1].text in _WEATHER:
        return "", atoms, ("subject not told",)
    if atoms[0].text in ("有", "共有") and len(atoms) > 2:
        return "", atoms[1:], ()
    if not _lacks_subject(atoms) or atoms[0].text in NO_SUBJECT or has_front_subject(clause.atoms, words):
        return "", atoms, ()
    if atoms[0].text in _PERSONAL:
        who = (
            _person(before, story, atoms[0].start) or earlier_in_sentence(before, story) or story.subject_before(index)
        )
        return who, atoms, ("subject from the same sentence",) if who else ()
    if atoms[0].text.rstrip("了") in _IN_FORCE:
        return _document_before(before, story), atoms, ()
    seat = _seat_of_figure(atoms, story)
    if seat:
        return seat, atoms, ("subject from the same sentence",)
    cause = _cause_before(atoms, before, story)
    if cause:
        return cause, atoms, ("subject from the same sentence",)
    product = _product_before(atoms, before, story)
    if product:
        return product, atoms, ("what is brought out in front",)
    told = announcer(clause.agent, atoms, story) or earlier_in_sentence(before, story) or speaker(atoms, before, story)
    if told and only_reports(simplified(told)) and not in_class(atoms[0], "eventive", words):
        told = ""
    if told and visible(told) > 2 and told in rendered(story.text, atoms):
        return "", atoms, ("subject not told",)
    if told:
        label = before[-1] if before else ()
        labelled = bool(label) and label[-1].text in ("：", ":") and all(a.nominal or a.tag == "t" for a in label[:-1])
        full = is_site(told) and all(told not in rendered(story.text, part) for part in before)
        doubts = ("subject from the same sentence", *(("a site by its full name",) if full else ()))
        return told, atoms, () if labelled else doubts
    if turned(atoms, "", story)[1]:
        return "", atoms, ()
    earlier = story.subject_before(index) if atoms[0].text not in ("对", "向", "与", "同", "由", "较", "比") else ""
    if only_reports(simplified(earlier)) and not in_class(atoms[0], "eventive", words):
        earlier = ""
    if earlier and visible(earlier) > 2 and earlier in rendered(story.text, atoms):
        return "", atoms, ("subject not told",)
    if earlier and not earlier.startswith(tuple(words.lists["pronouns"])):
        country = simplified(earlier) in ("我国", "全国", "中国")
        return earlier, atoms, ("country told elsewhere" if country else "subject taken from the sentence before",)
    return "", atoms, ()


def _cause_before(atoms: Sequence[Atom], before: Sequence[Sequence[Atom]], story: Story) -> str:
    """What the clause in front tells to have happened, for a toll that it took: 持续暴雨引发洪水，造成64人死亡."""
    if atoms[0].text.rstrip("了") not in _TAKING or not has_figure(atoms) or not before:
        return ""
    deed = [a for a in before[-1] if a.tag not in ("date", "paren") and a.text != "了"]
    if len(deed) < 2 or not has_predicate(deed) or in_class(deed[-1], "speech", story.words):
        return ""
    told = rendered(story.text, deed)
    return told if deed[0].nominal and visible(told) <= _LONGEST_CAUSE else ""


def _product_before(atoms: Sequence[Atom], before: Sequence[Sequence[Atom]], story: Story) -> str:
    """What the clauses in front bring out, for its sale: 推出手机甲，9月20日开售."""
    if not any(a.text in _SOLD for a in atoms[:3]):
        return ""
    for part in reversed(before):
        verb = next((k for k, a in enumerate(part) if a.text.rstrip("了") in _BROUGHT_OUT), None)
        if verb is None:
            continue
        start = verb + 1 + (part[verb + 1 : verb + 2] != [] and part[verb + 1].text == "了")
        rest = part[start:]
        end = next((k for k, a in enumerate(rest) if not (a.nominal or a.text.isspace())), len(rest))
        name = rendered(story.text, rest[:end])
        if end and any(a.tag in ("eng", "nz", "quote", "work") for a in rest[:end]) and visible(name) <= _LONGEST_CAUSE:
            return name
    return ""


_SOLD = frozenset(["开售", "预售", "预订", "预约", "发售", "首销", "开启预订", "开启预售", "开订", "上市"])
_BROUGHT_OUT = frozenset(["推出", "发布", "带来", "推出新款"])
_TAKING = frozenset(["造成", "导致", "致使", "致"])
_LONGEST_CAUSE = 24
_WITH_MODIFIER = 28
"""A title with no more characters keeps the modifier that its subject begins with, which tells which one is meant.

What is counted always keeps it: 参加罢工的人员超过13万人.
"""
_WEATHER = word_set("weather")
_SITUATED = frozenset(["位于", "坐落", "地处", "追踪"])
_DURING = frozenset(["中", "期间", "之际", "过程中"])


def _is_during(atoms: Sequence[Atom], place: int, words: Words) -> bool:
    """Whether 中 or 期间 stands there, or the 上 of an occasion."""
    occasion = atoms[place].text == "上" and event_name_type(atoms[place - 1].text, words) is not None
    return occasion or (place < 5 and atoms[place].text in _DURING)


def _is_reform(atoms: Sequence[Atom]) -> bool:
    """Whether nouns tell a deed behind which another follows: 院系调整 in 院系调整后更名."""
    return len(atoms) > 1 and all(a.nominal for a in atoms) and atoms[-1].tag == "vn" and atoms[0].tag == "n"


def _without_occasion(atoms: list[Atom], words: Words) -> list[Atom]:
    """A clause without the noun and 中 or 期间 that its date leads in: 在某年危机中担任…, of which 在 is gone."""
    after = next((k for k, a in enumerate(atoms[:5]) if k and a.text == "后"), None)
    if after is not None and after + 1 < len(atoms) and atoms[after + 1].verbal and _is_reform(atoms[:after]):
        return atoms[after + 1 :]
    place = next((k for k, a in enumerate(atoms[:10]) if k and _is_during(atoms, k, words)), None)
    if place is None or place + 1 >= len(atoms):
        return atoms
    named = atoms[place].text != "上" and any(a.tag in NAMES for a in atoms[:place])
    if named or not all(a.nominal or a.tag in ("t", "x") or a.text == "的" for a in atoms[:place]):
        return atoms
    modifies = any(a.text == "的" for a in atoms[place + 2 : place + 4])
    acts = atoms[place + 1].verbal or atoms[place + 1].tag in ("d", "ad")
    return atoms[place + 1 :] if acts and not modifies else atoms


def _noun_behind(atoms: Sequence[Atom], words: Words) -> int | None:
    """Where the subject begins behind a modifier with a verb: 连接甲乙两地的高速公路建成通车."""
    first = atoms[0]
    if (
        not first.verbal
        or first.text in ("有", "共有")
        or in_class(first, "complement", words)
        or in_class(first, "document", words)
    ):
        return None
    place = next((k for k, a in enumerate(atoms) if a.text == "的"), None)
    if place is None or place + 2 >= len(atoms) or atoms[place + 1].verbal:
        return None
    if any(a.text[0] in "向对" for a in atoms[1:place]):
        return None
    return place + 1 if any(a.verbal for a in atoms[place + 2 :]) else None


def _seat_of_figure(atoms: Sequence[Atom], story: Story) -> str:
    """The place of a figure that somebody only gives out: 某办公室宣布，在铜仁市，搬迁了29万人."""
    sentence = story.sentence_at(atoms[0].start)
    figure = any(a.tag == "m" and any(c.isdigit() for c in a.text) for a in atoms)
    seat = _SEAT.search(story.plain, sentence.start, atoms[0].start) if sentence and figure else None
    return story.text[seat.start("seat") : seat.end("seat")] if seat and seat.end() == atoms[0].start else ""


_SEAT = re.compile(r"(?:宣布|公布|通报|介绍|披露)，(?:[^，。]*，)?在(?P<seat>[一-鿿]{1,9}[省市县区州])，")
_PERSONAL = word_set("personal")


def _person(before: Sequence[Sequence[Atom]], story: Story, place: int) -> str:
    """The person told last in the sentence, else in the line or the headline."""
    for segment in reversed(before):
        for atom in segment:
            if atom.tag in ("nr", "nrt") and len(atom.text) >= 2:
                return rendered(story.text, [atom])
    found = story.person_before(place)
    sentence = story.sentence_at(place)
    named = _DECEASED.search(story.plain, sentence.start, sentence.end) if sentence and not found else None
    return story.text[named.start("name") : named.end("name")] if named else found or (story.owner() or "")


_DECEASED = re.compile(
    r"[家长士员授师者席记星将手人理统](?P<name>[一-鿿]{2,3})(?:同志|先生|女士)?(?=因病|因|逝世|去世|病逝|，?于)"
)


_IN_FORCE = word_set("in_force")


def _document_before(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The document told last in the sentence, else the one that the article is, for 自某日起施行."""
    for segment in reversed(before):
        for atom in reversed(segment):
            if atom.tag == "work":
                return story.full_work(rendered(story.text, [atom]), atom.start)
    return story.document or ""


NO_SUBJECT = frozenset(["发生", "突发", "爆发", "出现", "据"])


def has_front_subject(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether words that are no known verbs stand before 将, 已 or 在: a name that the segmenter took for a verb."""
    if len(atoms) > 2 and atoms[1].text in _KINDS_OF_PLACE and atoms[2].verbal and not _is_known(atoms[0], words):
        return True
    if _is_compound(atoms):
        return True
    mark = next((k for k, a in enumerate(atoms[:7]) if k and a.tag in ("d", "p", "ad")), None)
    if mark is None or not any(a.verbal for a in atoms[mark:]):
        return False
    front = atoms[:mark]
    return (
        not _is_known(front[0], words)
        and all(a.nominal or a.tag == "v" for a in front)
        and sum(len(a.text) for a in front) >= 3
    )


def _is_compound(atoms: Sequence[Atom]) -> bool:
    """Whether a clause begins with a noun whose first half is a verb: 报名通道开启, 闭幕影片《…》首映."""
    first = 1 if atoms[0].tag == "t" else 0
    if len(atoms) < first + 3 or not atoms[first].verbal or atoms[first + 1].text not in _HEADS:
        return False
    behind = next((a for a in atoms[first + 2 :] if a.tag not in ("work", "quote")), None)
    return behind is not None and (behind.verbal or behind.tag in _ACTING)


_HEADS = word_set("heads_behind_verbs")
_ACTING = frozenset(["d", "ad", "p", "vn"])
_KINDS_OF_PLACE = frozenset(["半岛", "群岛", "海峡", "海湾", "盆地", "高原", "山脉"])


def _is_known(atom: Atom, words: Words) -> bool:
    return atom.text in known_verbs(words) or atom.text in words.cues


def _lacks_subject(atoms: Sequence[Atom]) -> bool:
    """Whether only adverbs and the like stand in front of the verb."""
    if _tells_figure(atoms):
        return False
    for atom in atoms:
        if atom.verbal or atom.tag == "p":
            return True
        if atom.nominal or atom.tag in ("r", "ns", "f", "s"):
            return False
    return False


_FIGURE_VERBS = word_set("figure_verbs")


def _tells_figure(atoms: Sequence[Atom]) -> bool:
    """Whether a clause that seems to begin with its verb tells the figure of a noun: 氧化镧价格为165000元."""
    verb = next((k for k, a in enumerate(atoms) if k and (a.verbal or a.text == "为")), None)
    front = atoms[1:verb]
    return verb is not None and atoms[verb].text in _FIGURE_VERBS and any(a.tag == "n" for a in front)


def _pointer(
    atoms: list[Atom], story: Story, before: Sequence[Sequence[Atom]]
) -> tuple[str, list[Atom], tuple[str, ...]] | None:
    """A subject such as 该校, 本次峰会 or 大会 with the name that it stands for."""
    if atoms[0].text in _OWN_MEDIA and len(atoms) > 1:
        return "", atoms[1:], ()
    words = story.words
    area = _WHOLE_AREA.fullmatch(atoms[0].text) if atoms[0].text[:1] == "全" else None
    if area and len(atoms) > 1:
        named = area_before(area[1], story, atoms[0].start)
        return (named, atoms[1:], ("name taken from before",)) if named else None
    first = _edition_told(atoms, story) if atoms[0].text[:1] in "首上第" and len(atoms) > 1 else ""
    if first:
        return first, atoms[1:], ("name taken from before",)
    for size in (3, 2, 1):
        word = "".join(a.text for a in atoms[:size])
        name = story.resolved(word, atoms[0].start) if len(word) <= 8 and len(atoms) > size else None
        site = site_before(word, story, atoms[0].start) if len(atoms) > size else ""
        if site:
            return site, atoms[size:], ("a site by its full name",)
        speaks = word in _FIRMS and before and in_class(before[-1][-1], "speech", words) and len(atoms) > size
        body = body_of_office(subject_of(before[-1], words), story) if speaks else ""
        if body:
            return body, atoms[size:], ("name taken from before",)
        if name and word in COMMON_NOUNS:
            name = _named_before(before, story) or _firm_before(word, name, story, atoms[0].start) or name
        if name and name != word:
            return name, atoms[size:], ("name taken from before",)
    size = next((n for n in (2, 1) if "".join(a.text for a in atoms[:n]) in _THIS_FIGURE), 0)
    if size and len(atoms) > size:
        figure = figure_before(story, atoms[0].start)
        return (figure, atoms[size:], ("name taken from before",)) if figure else None
    if atoms[0].text in _TOPICS and len(atoms) > 1:
        owner = _named_before(before, story) or story.owner()
        return (owner, atoms[1:], ("name taken from before",)) if owner else None
    if atoms[0].text in story.words.lists["pronouns"] and len(atoms) > 1 and atoms[0].tag == "r":
        if atoms[0].text in _DETERMINERS:
            return "", [], ()
        if atoms[1].text == "的":
            return "", [], ()
        meant = people_before(before, story) if atoms[0].text in ("他们", "她们", "其") else ""
        if atoms[0].text == "其" and atoms[1].text in _STAFF:
            meant = body_of(before, story) or meant
        if not meant and atoms[0].text == "其" and before:
            meant = possessor(subject_of(before[-1], words), story) or _named_before(before, story)
        if not meant and atoms[0].text in ("他", "她", "他们", "她们"):
            meant = story.person_before(atoms[0].start)
        if atoms[0].text in ("我们", "我") and atoms[1].text == "党":
            return "中国共产党", atoms[2:], ("name taken from before",)
        meant = meant or story.subject_before(story.index_at(atoms[0].start) or 0)
        if atoms[0].text[:1] in "本此这" and len(atoms) > 2:
            return edition(meant, atoms)
        if not meant and len(atoms) > 4 and atoms[2].text == "的":
            return "", atoms[3:], ("pronoun",)
        return meant, atoms[1:], ("pronoun",)
    return None


def _edition_told(atoms: Sequence[Atom], story: Story) -> str:
    """首届某大会 for 首届 alone, in an article that tells of 第三届某大会."""
    alone = _EDITION.fullmatch(atoms[0].text) and (atoms[1].verbal or atoms[1].tag in ("d", "p", "date"))
    named = list(_EDITION_OF.finditer(story.plain, 0, atoms[0].start)) if alone else []
    return (
        f"{rendered(story.text, atoms[:1])}{story.text[named[-1].start('name') : named[-1].end('name')]}"
        if named
        else ""
    )


_EDITION = re.compile(r"首届|第[一二三四五六七八九十百\d]+届")
_EDITION_OF = re.compile(
    r"第[一二三四五六七八九十百\d]+届(?P<name>[一-鿿A-Za-z·]{2,20}?(?:大会|论坛|博览会|交易会|峰会|年会|运动会|马拉松|[节展赛]))"
)
_WHOLE_AREA = re.compile("全(市|区|县|省|州|镇|校)")
_STAFF = frozenset(["工作人员", "员工", "职工", "职员", "外交官", "外交人员"])


def _named_before(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The name that an earlier clause of the sentence speaks of, for 公司 or 项目."""
    found = earlier_in_sentence(before, story)
    named = any(a.tag in NAMES for a in atoms_of(simplified(found), 0, len(found), ())) if found else False
    return found if named and found not in COMMON_NOUNS else ""


def _firm_before(word: str, name: str, story: Story, start: int) -> str:
    """The name that the sentences before in the line speak of, for 公司; "" where that is the name itself or none."""
    found = story.subject_before(story.index_at(start) or 0) if word in ("公司", "该公司", "集团") else ""
    words = atoms_of(simplified(found), 0, len(found), ()) if found and found not in name else []
    firm = bool(words) and all(a.nominal for a in words) and not only_reports(found)
    return found if firm and (is_organisation(found, story.words) or any(a.tag in _FIRM_TAGS for a in words)) else ""


_FIRMS = frozenset(["公司", "该公司", "集团", "企业"])
_FIRM_TAGS = NAMES - PERSONS


_THIS_FIGURE = word_set("this_figure")


_OWN_MEDIA = word_set("own_media")
_DETERMINERS = word_set("determiners")
_TOPICS = word_set("topics")


def turned(atoms: list[Atom], text: str, story: Story) -> tuple[str, bool]:
    """推出特色产业园区 without a subject becomes 特色产业园区推出."""
    verb, words = atoms[0], story.words
    if in_class(verb, "document", words) and not any(a.verbal for a in atoms[1:]) and len(atoms) > 1:
        rest = rendered(story.text, atoms[1:])
        if 3 <= visible(rest) + 4 * ("《" in rest) <= 24:
            return rest + verb.text.rstrip("了于在"), True
    return text, False
