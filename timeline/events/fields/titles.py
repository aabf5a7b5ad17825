"""A headline for what a clause tells: the thing itself, whole, without its date, in 4 to 40 characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.fields.shorten import LONGEST, shortened
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import (
    event_name_type,
    has_predicate,
    in_class,
    is_nominal,
    is_organisation,
    is_verb,
    noun_phrase,
    strip_back,
    strip_front,
)
from timeline.events.text.names import event_name, is_generic, subject_of, visible
from timeline.events.text.outcomes import Clause
from timeline.events.words import Words

SHORTEST = 4
"""The least characters of a title."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how it came about.

    Attributes:
        text: the title.
        reason: the words or the rule that gave it.
        doubts: what makes it less sure.
        name: the name of the event, where it is a named one.
    """

    text: str
    reason: str
    doubts: tuple[str, ...] = ()
    name: str | None = None


def title_of(clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]] = ()) -> Title | None:
    """The title of what a clause tells; None where no whole phrase names it.

    Args:
        clause: what the date dates.
        story: the article so far.
        index: the number of the clause's sentence.
        before: the clauses of the sentence in front of it, for a subject told there.
    """
    if clause.form == "noun":
        title = _of_noun(clause, story)
    elif clause.form == "scene":
        title = _of_scene(clause, story)
    else:
        title = _of_clause(clause, story, index, before)
    return title if title and is_whole(title.text) and _says_who(title, clause, story.words) else None


_PERSONAL = ("逝世", "去世", "病逝", "遇难", "被捕", "当选", "辞职", "就职", "遇害", "身亡")
_BARE_STARTS = ("同比", "环比", "较上", "比上", "由", "比去", "较去", "以来", "消息", "其中", "记者", "据")


def _says_who(title: Title, clause: Clause, words: Words) -> bool:
    """Whether a title has what makes it plain alone: a name where it is short, a person where somebody dies or resigns."""
    if title.text.startswith(_BARE_STARTS) or (re.match(r"\d{4}[一-鿿]", title.text) and title.name is None):
        return False
    proper = any(a.tag in _PROPER or is_organisation(a.text, words) for a in clause.atoms)
    if visible(title.text) <= 6 and not proper and "《" not in title.text:
        return False
    if title.text.endswith(_PERSONAL) and visible(title.text) <= 8:
        return any(a.tag in ("nr", "nrt", "nrfg", "quote") for a in clause.atoms) or bool(title.doubts)
    return not re.search(r"(?:为|达到?|至|到|从|于|[一-鿿])\d{1,4}$", title.text)


_PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "quote", "work", "j"])


def _of_noun(clause: Clause, story: Story) -> Title | None:
    """6月发布的《方案》 becomes 《方案》发布, 上周发生在某地的事故 becomes 某地事故."""
    verb, words = clause.verb, story.words
    noun = [a for a in clause.atoms if a.tag != "paren"] or list(clause.atoms)
    if verb is None or not noun:
        return None
    stem = verb.text.rstrip("在于了")
    work = next((a for a in noun if a.tag == "work"), None)
    if work is not None:
        name = story.full_work(rendered(story.text, [work]))
        return Title(f"{name}{stem}", f"《》 behind {verb.text}的")
    text = _named(rendered(story.text, noun), story, noun[0].start)
    kind = event_name_type(noun[-1].text, words)
    if kind and stem in words.verbs["holding"]:
        if is_generic(noun):
            text = _with_host(text, clause, story)
        ending = stem if stem in words.verbs["naming"] else ""
        return Title(_joined(text, ending), f"{text} behind {verb.text}的", name=text) if text else None
    if stem in ("发生", "爆发"):
        place = _place_inside(clause, story)
        return Title(text if place in text else place + text, f"{text} behind {verb.text}的")
    if text in _WORDS_ONLY or visible(text) < 2:
        return None
    return Title(f"{text}{stem}", f"{text} behind {verb.text}的")


_WORDS_ONLY = frozenset(
    ["公告", "报告", "数据", "消息", "声明", "通知", "文章", "视频", "信息", "新闻", "报道", "采访", "文件", "内容", "结果", "时候", "问题", "情况", "事", "事情", "统计", "研究", "调查", "通报", "公报", "帖子", "一份", "演讲", "讲话", "研报", "决定", "新规", "一项", "财报", "一系列"]
)


def _place_inside(clause: Clause, story: Story) -> str:
    for place, atom in enumerate(clause.head):
        if atom.text in ("在", "于") or (clause.verb and clause.verb.text[-1] in "在于"):
            start = place + 1 if atom.text in ("在", "于") else place
            end = noun_phrase(clause.head, start, story.words)
            return rendered(story.text, clause.head[start:end])
    return ""


def _of_scene(clause: Clause, story: Story) -> Title | None:
    noun = [a for a in clause.atoms if a.tag != "paren"]
    if not noun:
        return None
    text = _named(rendered(story.text, noun), story, noun[0].start)
    if is_generic(noun):
        text = _with_host(text, clause, story)
    return Title(text, "the occasion that the date belongs to", name=text) if text else None


def _with_host(text: str, clause: Clause, story: Story) -> str:
    """A common name such as 新闻发布会 with who holds it or the full name told before; "" where neither is known."""
    full = story.resolved(text, clause.atoms[0].start)
    if full:
        return full
    host = [a for a in clause.agent if a.tag != "paren"] or [a for a in clause.head if is_nominal(a)]
    name = rendered(story.text, strip_front(host, story.words.lists["connectives"]))
    return f"{name}{text}" if 2 <= len(name) <= 16 and not name.startswith(tuple(story.words.lists["pronouns"])) else ""


def _named(text: str, story: Story, place: int) -> str:
    """The full name of what a short one stands for."""
    return story.resolved(text.strip("“”"), place) or text


def _of_clause(clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]) -> Title | None:
    words = story.words
    atoms = cleaned(clause.atoms, words)
    if not atoms:
        return None
    revised = _revised(atoms)
    if revised:
        return revised
    named = _held(atoms, story, clause)
    if named:
        return named
    if _is_bare_event(atoms, story):
        return None
    atoms, place = _without_place(atoms, words)
    subject, atoms, doubts = _subject(atoms, clause, story, index, before)
    if not atoms or not has_predicate(atoms, words) or _lacks_object(atoms, words):
        return None
    core, cut = shortened(atoms, story, LONGEST - visible(subject))
    if not core and subject:
        core, cut = shortened(atoms, story, LONGEST)
        subject, doubts = "", (*doubts, "subject not told")
    if not core:
        return None
    text = _joined(subject, core)
    if not subject and is_verb(atoms[0], words) and atoms[0].text not in _NO_SUBJECT:
        text, turned = _turned(atoms, text, story)
        doubts = doubts if turned else (*doubts, "subject not told")
    if place and not subject and visible(text) + visible(place) <= 30 and atoms[0].text in ("发生", "突发"):
        text = place + text
    return Title(text, "the clause of the date", (*doubts, *(("shortened",) if cut else ())))


def cleaned(atoms: Sequence[Atom], words: Words) -> list[Atom]:
    """A clause without brackets, connectives, and the particles and adverbs that a headline leaves out."""
    atoms = _without_base(list(atoms), words)
    named = [a for k, a in enumerate(atoms) if a.tag != "paren" and (a.tag != "date" or _belongs_to_name(atoms, k))]
    bare = strip_front(named, words.lists["connectives"] - words.lists["adverbial"])
    kept: list[Atom] = []
    for place, atom in enumerate(bare):
        following = bare[place + 1] if place + 1 < len(bare) else None
        if atom.text in _PARTICLES and atom.tag in ("ul", "ug", "y", "uz", "e", "u", "v", "x"):
            continue
        if (
            atom.text in _LEFT_OUT
            and following is not None
            and (is_verb(following, words) or following.tag in ("d", "ad", "p", "m", "c"))
        ):
            if atom.text != "就" or is_verb(following, words):
                continue
        kept.append(atom)
    return strip_back(kept, _DANGLING)


def _belongs_to_name(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a further date in a clause is part of a noun phrase: 12月份和全年物价指数, 2025年试点县名单."""
    expression = atoms[place].expression
    coarse = expression is not None and expression.granularity in ("year", "month", "quarter", "half", "season")
    following = atoms[place + 1 : place + 2]
    if any(a.text == "的" for a in atoms[place + 1 : place + 4]):
        return True
    return bool(coarse and following and (is_nominal(following[0]) or following[0].tag == "c"))


_PARTICLES = frozenset(["了", "过", "啊", "吧", "呢", "吗", "啦"])
_LEFT_OUT = frozenset(
    ["已", "已经", "将", "将会", "会", "也", "还", "又", "再", "就", "都", "均", "则", "便", "曾", "曾经", "正", "正在", "即将", "正式", "顺利", "隆重", "如期", "胜利", "仍", "仍然", "依然", "也将", "还将", "并将", "还有", "还要", "共", "共同", "分别", "先后", "又将", "已于", "拟", "预计", "只", "仅", "才", "却", "更", "更是", "一度", "一举", "圆满", "盛大", "同时", "同步", "也是", "才能", "具体", "其中", "已有", "刚刚"]
)
_DANGLING = frozenset(
    ["了", "的", "地", "得", "着", "和", "与", "及", "并", "以及", "在", "于", "等", "为", "以", "对", "向", "从", "由", "把", "将", "而", "或", "被", "等等", "期间", "后", "时", "上", "之", "即", "至", "到", "有", "称", "是", "说", "所"]
) - {"等"}


def _without_base(atoms: list[Atom], words: Words) -> list[Atom]:
    """产业规模从2018年1340亿元增长到3056亿元 without 从2018年1340亿元."""
    for place, atom in enumerate(atoms):
        if atom.text in ("从", "由") and any(a.tag == "date" for a in atoms[place + 1 : place + 4]):
            end = next((k for k in range(place + 1, len(atoms)) if is_verb(atoms[k], words)), None)
            if end is not None:
                return atoms[:place] + atoms[end:]
    return atoms


_AMENDED = re.compile(r"《[^《》〈〉]{0,60}修改[〈<](?P<name>[^〈〉<>]{2,60})[〉>]的决定》$")


def _revised(atoms: Sequence[Atom]) -> Title | None:
    """根据《关于修改〈某条例〉的决定》第一次修订 becomes 《某条例》第一次修订."""
    for place, atom in enumerate(atoms[:-1]):
        match = _AMENDED.match(atom.text) if atom.tag == "work" else None
        if match is None:
            continue
        tail = "".join(a.text for a in atoms[place + 1 :])
        if re.fullmatch(r"(?:第[一二三四五六七八九十]+次)?修[订正]", tail):
            return Title(f"《{match['name']}》{tail}", "a decision that revises it")
    return None


def _held(atoms: list[Atom], story: Story, clause: Clause) -> Title | None:
    """A named event that is held, opens or ends: its name, with 开幕 or the like."""
    words = story.words
    verb = next((k for k, a in enumerate(atoms) if in_class(a, "holding", words) and not _is_modifier(atoms, k)), None)
    if verb is None:
        return None
    stem = atoms[verb].text.rstrip("了于在")
    ending = stem if stem in words.verbs["naming"] else _change(atoms)
    preposition = next((k for k in range(verb) if atoms[k].text in ("在", "于", "由", "将在", "将于") and k > 0), verb)
    work = next((k for k, a in enumerate(atoms[:verb]) if a.tag == "work"), None)
    if work is not None and ("演" in stem or "展" in stem or stem in ("开战", "播出")):
        return _performed(atoms, atoms[work], stem, story)
    span = event_name(atoms, words, 0, preposition)
    modifier = next((k for k in range(verb - 1, -1, -1) if atoms[k].text == "的"), None)
    if span is None and modifier is not None:
        span = event_name(atoms, words, modifier + 1, verb)
    behind = False
    if span is None:
        span = event_name(atoms, words, verb + 1, _first_phrase(atoms, verb + 1, words))
        behind, ending = True, ""
        whole = rendered(story.text, atoms[1:])
        if verb == 0 and event_name_type(atoms[-1].text, words) and 10 <= visible(whole) <= LONGEST:
            return Title(whole, f"what {stem} holds", name=whole)
    if span is None:
        return None
    name_atoms = atoms[span[0] : span[1]]
    bracket = _bracket_behind(name_atoms, clause) if is_generic(name_atoms) else ""
    if bracket:
        name = rendered(story.text, name_atoms) + bracket
        return Title(_joined(name, ending), f"{name} with {atoms[verb].text}", name=name)
    name = _named(rendered(story.text, name_atoms), story, name_atoms[0].start)
    if behind and span[1] < len(atoms) and atoms[span[1]].text == "的":
        return None
    generic = is_generic(name_atoms) and name == rendered(story.text, name_atoms)
    if generic or visible(name) > LONGEST:
        return None
    if behind and visible(name) < 8 and "《" not in name and "“" not in name:
        return None
    return Title(_joined(name, ending), f"{name} with {atoms[verb].text}", name=name)


def _change(atoms: Sequence[Atom]) -> str:
    """延期 or 取消, where that is what the clause tells of an event."""
    return next((a.text for a in atoms if a.text in ("延期", "推迟", "改期", "取消", "延后")), "")


def _is_bare_event(atoms: Sequence[Atom], story: Story) -> bool:
    """全体会议在北京举行: the subject is an event that its words do not name."""
    span = event_name(atoms, story.words, 0, noun_phrase(atoms, 0, story.words))
    if span is None or span[0] != 0 or not is_generic(atoms[: span[1]]):
        return False
    return story.resolved(rendered(story.text, atoms[: span[1]]), atoms[0].start) is None


def _bracket_behind(name: Sequence[Atom], clause: Clause) -> str:
    """（产业发展） behind 全体会议: what makes a common name the name of one event."""
    for atom, following in zip(clause.atoms, clause.atoms[1:], strict=False):
        if atom == name[-1] and following.tag == "paren" and 3 < len(following.text) <= 14:
            return following.text if not following.text.strip("（）()").isascii() else ""
    return ""


def _is_modifier(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].text == "的"


def _first_phrase(atoms: Sequence[Atom], start: int, words: Words) -> int:
    """Where the object of a verb ends: at the next verb that takes one."""
    for place in range(start, len(atoms)):
        if in_class(atoms[place], "complement", words) or atoms[place].text in ("上", "期间", "时"):
            return place
    return len(atoms)


def _performed(atoms: list[Atom], work: Atom, verb: str, story: Story) -> Title:
    """A work that is performed, with the word in front of it: 音乐剧《…》."""
    place = atoms.index(work)
    start = place - 1 if place and is_nominal(atoms[place - 1]) and len(atoms[place - 1].text) > 1 else place
    name = rendered(story.text, atoms[start : place + 1])
    return Title(
        f"{name}{'展出' if verb == '展出' else '上演' if '演' in verb else verb}", f"{name} with {verb}", name=name
    )


def _without_place(atoms: list[Atom], words: Words) -> tuple[list[Atom], str]:
    """A clause without a place at its front (在北京…), and that place."""
    if atoms and atoms[0].text in ("在", "于"):
        end = noun_phrase(atoms, 1, words)
        if end < len(atoms) and atoms[end].tag == "f":
            end += 1
        rest = atoms[end:]
        if end > 1 and rest and rest[0].text != "的":
            return rest, "".join(a.text for a in atoms[1:end] if a.tag != "f")
    return atoms, ""


def _subject(
    atoms: list[Atom], clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]
) -> tuple[str, list[Atom], tuple[str, ...]]:
    """The subject where the clause has none or a pronoun, what remains of the clause, and the doubts about it."""
    words = story.words
    pointer = _pointer(atoms, story, before)
    if pointer is not None:
        return pointer
    if atoms[0].text in ("有", "共有") and len(atoms) > 2:
        return "", atoms[1:], ()
    if not _lacks_subject(atoms, words) or atoms[0].text in _NO_SUBJECT:
        return "", atoms, ()
    if atoms[0].text.rstrip("了") in _IN_FORCE:
        return _document_before(before, story), atoms, ()
    told = _told(clause.agent, story) or _earlier_in_sentence(before, story)
    if told:
        return told, atoms, ()
    if _turned(atoms, "", story)[1]:
        return "", atoms, ()
    earlier = story.subject_before(index)
    if earlier and not earlier.startswith(tuple(words.lists["pronouns"])):
        return earlier, atoms, ("subject taken from the sentence before",)
    return "", atoms, ()


_IN_FORCE = frozenset(["施行", "实施", "生效", "执行", "废止", "起施行", "正式施行", "实行", "开始施行", "停止执行", "失效"])


def _document_before(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The document told last in the sentence, else the one that the article is, for 自某日起施行."""
    for segment in reversed(before):
        for atom in reversed(segment):
            if atom.tag == "work":
                return story.full_work(rendered(story.text, [atom]))
    return story.document or ""


_NO_SUBJECT = frozenset(["发生", "突发", "爆发", "出现", "据"])


def _lacks_subject(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether only adverbs and the like stand in front of the verb."""
    for atom in atoms:
        if is_verb(atom, words) or atom.tag == "p":
            return True
        if is_nominal(atom) or atom.tag in ("r", "ns"):
            return False
    return False


def _earlier_in_sentence(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The subject of the nearest clause in front that has one; who says something is passed over."""
    words = story.words
    for segment in reversed(before):
        if in_class(segment[-1], "speech", words) or segment[0].text in words.lists["adverbial"]:
            continue
        found = _told(subject_of(segment, words), story) or _told(_behind_modifier(segment), story)
        if found:
            return found
    return ""


def _behind_modifier(segment: Sequence[Atom]) -> Sequence[Atom]:
    """宁夏中卫 of 地处沙漠边缘的宁夏中卫: the noun that a clause ends with."""
    last = next((k for k in range(len(segment) - 1, -1, -1) if segment[k].text == "的"), None)
    rest = segment[last + 1 :] if last is not None else []
    return rest if rest and all(is_nominal(a) for a in rest) else []


def _told(atoms: Sequence[Atom], story: Story) -> str:
    """A subject out of atoms, where they are a plain name."""
    bare = strip_front([a for a in atoms if a.tag not in ("paren", "date")], story.words.lists["connectives"])
    end = noun_phrase(bare, 0, story.words) if bare else 0
    if end == 0:
        return ""
    name = rendered(story.text, bare[:end])
    full = _named(name, story, bare[0].start)
    usable = 2 <= visible(full) <= 20 and not (full == name and full.startswith(tuple(story.words.lists["pronouns"])))
    return full if usable else ""


def _pointer(
    atoms: list[Atom], story: Story, before: Sequence[Sequence[Atom]]
) -> tuple[str, list[Atom], tuple[str, ...]] | None:
    """A subject such as 该校, 本次峰会 or 大会 with the name that it stands for."""
    for size in (3, 2, 1):
        word = "".join(a.text for a in atoms[:size])
        name = story.resolved(word, atoms[0].start) if len(word) <= 8 and len(atoms) > size else None
        if name and name != word:
            return rendered(name, ()) or name, atoms[size:], ("name taken from before",)
    if atoms[0].text in story.words.lists["pronouns"] and len(atoms) > 1 and atoms[0].tag == "r":
        if atoms[0].text in ("该", "本", "此", "这", "这些", "上述", "那"):
            return "", [], ()
        meant = _people_before(before, story) if atoms[0].text in ("他们", "她们", "其") else ""
        if not meant and atoms[0].text in ("他", "她", "他们", "她们"):
            meant = story.person_before(atoms[0].start)
        return meant or story.subject_before(story.index_at(atoms[0].start) or 0), atoms[1:], ("pronoun",)
    return None


def _people_before(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The people that 他们 means, told earlier in the sentence: 58名外交人员."""
    for segment in reversed(before):
        for place, atom in enumerate(segment):
            if atom.text.endswith(("人员", "者", "员", "学生", "居民", "乘客", "民众", "工人")) and is_nominal(atom):
                start = place
                while start and (is_nominal(segment[start - 1]) or segment[start - 1].text in "、"):
                    start -= 1
                name = rendered(story.text, segment[start : place + 1])
                if 3 <= visible(name) <= 20:
                    return name
    return ""


def _lacks_object(atoms: Sequence[Atom], words: Words) -> bool:
    """某出版社出版: who publishes is told, and not what."""
    if atoms[-1].text not in words.verbs["document"] or len(atoms) < 2:
        return False
    front = atoms[:-1]
    return not any(a.tag == "work" for a in front) and is_organisation(front[-1].text, words) and not any(
        is_verb(a, words) for a in front
    )


def _turned(atoms: list[Atom], text: str, story: Story) -> tuple[str, bool]:
    """推出特色产业园区 without a subject becomes 特色产业园区推出."""
    verb, words = atoms[0], story.words
    if in_class(verb, "document", words) and not any(is_verb(a, words) for a in atoms[1:]) and len(atoms) > 1:
        rest = rendered(story.text, atoms[1:])
        if 3 <= visible(rest) + 4 * ("《" in rest) <= 24:
            return rest + verb.text.rstrip("了于在"), True
    return text, False


def _joined(front: str, back: str) -> str:
    """Two parts with a blank where two Latin words meet."""
    gap = (
        " "
        if front and back and front[-1].isascii() and back[0].isascii() and front[-1].isalnum() and back[0].isalpha()
        else ""
    )
    return f"{front}{gap}{back}"


_PAIRS = ("〔〕", "“”", "《》", "（）", "「」", "‘’", "()", "【】", "〈〉")
_BAD_STARTS = tuple("的了着过，。、；：！？）》”’】·/%-—")
_BAD_ENDS = tuple("的和与及并在于以对向从由把而或被、，：；（《“‘【·-—/")


def is_whole(title: str) -> bool:
    """Whether a title has the right length, balanced marks and neither end cut."""
    if not (len(title) >= SHORTEST and visible(title) <= LONGEST and len(title) <= 90):
        return False
    if visible(title) + title.count("《") * 2 < SHORTEST or title.startswith(_BAD_STARTS) or title.endswith(_BAD_ENDS):
        return False
    return all(title.count(pair[0]) == title.count(pair[1]) for pair in _PAIRS)


def headline_for(clause: Clause, story: Story, index: int) -> Title | None:
    """The article's headline, for a clause of its first sentences that tells the same."""
    line = story.sentences[index].line
    opening = [k for k, s in enumerate(story.sentences) if s.kind == "text"][:3]
    headline = story.headline
    if index not in opening or not headline or not is_whole(headline):
        return None
    told = "".join(a.text for a in (*clause.head, *clause.agent, *clause.atoms))
    pairs = {story.title[k : k + 2] for k in range(len(story.title) - 1)}
    shared = sum(pair in told for pair in pairs)
    if line >= 0 and pairs and shared / len(pairs) >= 0.5:
        return Title(headline, "the headline tells the same", ("headline",))
    return None
