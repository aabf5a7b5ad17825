"""Which words a date expression dates: the clause that it modifies, not whatever stands near."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from schemas import Expression
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import (
    event_name_type,
    has_predicate,
    in_class,
    is_nominal,
    is_verb,
    noun_phrase,
    strip_back,
    strip_front,
)
from timeline.events.words import Words

Form = Literal["clause", "noun", "scene"]
Segments = Sequence[Sequence[Atom]]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a date expression dates.

    Attributes:
        form: ``clause`` (subject and predicate), ``noun`` (a noun phrase with the verb of its modifier: 6月发布的《方案》)
            or ``scene`` (the occasion on which something else happens: 9月3日举行的闭幕式上).
        atoms: the words, without the date and what leads it in.
        following: the clauses after it in its sentence.
        verb: the verb of the modifier, for ``noun`` and ``scene``.
        agent: who is said to say or plan it, or does what the modifier says.
        head: everything in front of the date in its own clause, for the words that tell status.
        since: the date that a span begins with, of which this date is the end (从去年大会到今年大会).
    """

    form: Form
    atoms: tuple[Atom, ...]
    following: tuple[tuple[Atom, ...], ...] = ()
    verb: Atom | None = None
    agent: tuple[Atom, ...] = ()
    head: tuple[Atom, ...] = ()
    since: Atom | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a date expression dates nothing that is an event."""

    reason: Literal["background", "duration", "speech", "vague", "name", "furniture", "no clause"]
    detail: str


def segments_of(atoms: Sequence[Atom], *, blanks: bool = False) -> list[list[Atom]]:
    """A sentence's clauses, parted at commas, colons and stops, and at blanks where asked for."""
    segments: list[list[Atom]] = [[]]
    for atom in atoms:
        if atom.tag == "stop" or (blanks and atom.text.isspace()):
            segments.append([])
        else:
            segments[-1].append(atom)
    return [segment for segment in segments if any(not a.text.isspace() for a in segment)]


_COMPARING = frozenset(["比", "较", "与", "同", "和", "相比", "相较", "高于", "低于", "好于", "不及", "不如", "较之", "相比于", "对比", "创", "创下", "创出", "继", "为"])
_LOCATORS = frozenset(["上", "中", "期间", "现场", "后", "时", "前", "之后", "之前", "当天", "会场", "间隙", "当晚", "当日", "以后", "之际", "间"])


def clauses_of(segments: Segments, s: int, i: int, words: Words) -> list[Clause] | Refusal:
    """What the date at ``segments[s][i]`` dates: one clause, or an occasion and what happens on it."""
    segment = segments[s]
    head = tuple(segment[:i])
    before = strip_back(head, words.lists["leads"])
    after = strip_front(segment[i + 1 :], words.lists["trails"])
    if i and len(before) < i and segment[len(before)].text in ("到", "至") and before and before[-1].text in _GROWING:
        before = [*before, segment[len(before)]]
    if _compares(segment[:i], before, segment[i + 1 :]):
        return Refusal("background", "base of a comparison")
    if segment[i - 1 : i] and segment[i - 1].text in ("从", "自") and _span_end(segment, i) is not None:
        return Refusal("background", "first end of a span")
    opened = next((k for k in range(i) if segment[k].tag == "date" and _span_end(segment, k) == i), None)
    if opened is not None:
        before = strip_back(before[: max(0, opened - 1)], words.lists["leads"])
    if segment[i].expression is not None and segment[i].expression.relation == "after":
        return Refusal("vague", "some time after the date")
    if _inside_name(segment, i):
        return Refusal("name", "a period inside a name")
    if _among_others(segment, i):
        return Refusal("no clause", "several dates share several figures")
    if _inside_phrase(segment, i):
        return Refusal("background", "inside a phrase of another clause")
    if _tells_the_day(segment, i, words):
        return Refusal("background", "tells what day it is")
    if any(a.text in _FIRST_PERSON for a in segment[:i]) or (after and after[0].text in _FIRST_PERSON):
        return Refusal("speech", "told in the first or second person")
    if _in_object(segment, i, words):
        return Refusal("background", "modifies the object of the verb before it")
    before, agent = _inner(before, words)
    if _reported(before, after, words):
        return Refusal("speech", "dates the reporting")
    if after and len(after) == 1 and after[0].text in _NEWS:
        after = []
    if not strip_front(before, words.lists["connectives"]):
        before = []
    following = tuple(tuple(part) for part in segments[s + 1 :])
    if i and before and segment[i - 1].text[-1] in "在于":
        end = noun_phrase(after, 0, words)
        if 0 < end < len(after) - 1 and after[end].text in ("上", "中", "期间", "内", "间隙"):
            after = after[end + 1 :]
    modifier = _modifier(after, words)
    if modifier is not None:
        verb, start = modifier
        return _nominal(before, after, verb, start, following, agent or tuple(before), words)
    if segment[i + 1 : i + 2] and segment[i + 1].text == "的":
        if not (segment[i + 2 : i + 3] and segment[i + 2].tag in ("m", "mq") and before):
            return _of_noun(segment, i, following, words)
        after = after[1:] if after and after[0].text == "的" else after
    if before and not after and following and _hangs_over(segment[:i], before, segment[i], words):
        before = []
    if not before and not after:
        return _next(following, agent, head, words, segment[i].expression)
    if not before and after and _shows(after, words):
        main = first_statement(following, words)
        return (
            [Clause("clause", main[0], main[1], None, (), head)] if main else Refusal("no clause", "nothing is shown")
        )
    if after and not before and not has_predicate(after, words) and following:
        scene = _scene(after, following, agent, words)
        if scene:
            return scene
    if before and before[0].text in _CIRCUMSTANCE:
        return Refusal("background", "tells a circumstance")
    clause = _whole(before, after, following, agent, head, words)
    return [replace(clause, since=segment[opened])] if opened is not None else [clause]


def _span_end(segment: Sequence[Atom], i: int) -> int | None:
    """The other end of a span that begins with 从 or 自 and a date: 从去年大会到今年大会."""
    if not (i and segment[i - 1].text in ("从", "自")):
        return None
    for place in range(i + 1, min(len(segment) - 1, i + 5)):
        if segment[place].tag in ("v", "vd") and segment[place].text not in ("到", "至"):
            return None
        if segment[place].text in ("到", "至") and segment[place + 1].tag == "date":
            return place + 1
    return None


def _hangs_over(raw: Sequence[Atom], before: Sequence[Atom], date: Atom, words: Words) -> bool:
    """Whether a date at the end of a clause belongs to the next: 大会第二天，举行…, or a stop that the text lost."""
    if date.text[:1] in "第首次开闭当" and all(is_nominal(a) or a.tag in ("x", "f") for a in before):
        return True
    led = raw[-1].text in words.lists["leads"] or raw[-1].tag in ("p", "v", "vd") or raw[-1].text in ("是", "为", "的")
    return not led and has_predicate(before, words)


_CIRCUMSTANCE = frozenset(["为了", "为", "随着", "由于", "因", "因为", "据", "针对", "围绕", "通过", "按照", "根据", "如果", "虽然", "尽管", "即使", "除了", "作为", "鉴于"])
_NEWS = frozenset(["消息", "讯", "电", "下午消息", "晚间消息"])


def _reported(before: Sequence[Atom], after: Sequence[Atom], words: Words) -> bool:
    """记者今天从某局了解到, 来看今天的报道: the date is that of the report."""
    front = strip_front(before, words.lists["connectives"]) or list(after)
    if front and front[0].text in ("记者", "笔者", "来看", "一起来看", "本台"):
        return True
    if before and before[0].text in ("据", "根据", "按照", "综合") and after and any(in_class(a, "speech", words) or a.text in ("报道", "消息", "数据", "公告", "发布", "公布", "通报", "披露") for a in after):
        return True
    whole = [*before, *after]
    return bool(whole) and whole[-1].text in ("显示", "表明", "获悉") and any(a.text in ("发布", "公布", "披露", "数据") for a in whole) and bool(before)


_PLANS = ("规划", "纲要", "发展", "收官", "开局", "目标", "蓝图", "建设", "成就", "重点", "计划", "建议", "良好")


def _inside_name(segment: Sequence[Atom], i: int) -> bool:
    """“十四五”规划, 大型春节庆祝活动: a named period between words of one name."""
    rest = [a for a in segment[i + 1 :] if a.tag != "x"]
    if not rest or any(c.isdigit() or c in "今昨明前后上下去本当年月日周" for c in segment[i].text):
        return False
    if "五" in segment[i].text[-3:] and rest[0].text.startswith(_PLANS):
        return True
    front = segment[i - 1] if i else None
    return front is not None and front.tag in ("n", "b", "a", "m", "q", "nz", "vn") and is_nominal(rest[0])


def _among_others(segment: Sequence[Atom], i: int) -> bool:
    """2023年、2024年…分别为: dates in a row that share a row of figures."""
    row = any(
        segment[k].text in ("、", "和", "及") and 0 < k < len(segment) - 1 and segment[k - 1].tag == segment[k + 1].tag == "date"
        for k in (i - 1, i + 1)
        if 0 <= k < len(segment)
    )
    return row and sum(a.text in ("、", "和", "及") for a in segment[i + 1 :]) >= 2


_PHRASAL = frozenset(["因", "对", "就", "关于", "针对", "围绕", "把", "向", "被", "以", "凭", "鉴于", "除", "除了", "凭借", "涉及", "有关", "包括", "例如", "如", "比如", "像", "不同于", "随着", "由于", "经过"])


def _inside_phrase(segment: Sequence[Atom], i: int) -> bool:
    """因24日的行动: the date stands behind a preposition that takes a noun."""
    place = i - 1
    while place >= 0 and segment[place].tag == "x":
        place -= 1
    return place >= 0 and segment[place].text in _PHRASAL


_FIRST_PERSON = frozenset(["我", "我们", "咱们", "你", "你们", "您", "咱", "小编", "俺"])
_BEING = frozenset(["是", "为", "正值", "恰逢", "适逢", "系", "即", "正是", "恰是", "正逢", "时值", "临近", "将近", "喜迎"])


def _tells_the_day(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """今天是建军节, 庆祝春节: the day is what is spoken of, and not when something happens."""
    place = i - 1
    while place >= 0 and segment[place].tag == "x":
        place -= 1
    if place < 0:
        return False
    last = segment[place]
    if last.text in _BEING:
        return True
    named = not any(c.isdigit() or c in "今昨明前后上下去本当年月日" for c in segment[i].text)
    return named and is_verb(last, words) and last.text not in words.lists["leads"] and last.text not in ("到", "至")


def _in_object(segment: Sequence[Atom], i: int, words: Words) -> bool:
    """公布了2025年试点县名单: the date belongs to the noun behind it, which is the object of the verb before it."""
    place = i - 1
    while place >= 0 and segment[place].text in ("了", "过"):
        place -= 1
    if place < 0 or not is_verb(segment[place], words) or segment[place].text in words.lists["leads"]:
        return False
    if in_class(segment[place], "complement", words) and segment[place].text not in ("公布", "披露", "发现", "通报"):
        return False
    rest = segment[i + 1 :]
    return bool(rest) and (is_nominal(rest[0]) or rest[0].text == "的") and not has_predicate(rest, words)


def _shows(after: Sequence[Atom], words: Words) -> bool:
    """专项调查显示: a source that the next clause comes from."""
    return after[-1].text in ("显示", "表明") and not any(is_verb(a, words) and a.tag != "vn" for a in after[:-2])


def _compares(raw: Sequence[Atom], before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether the date is only what something is compared with."""
    raw = [a for a in raw if a.tag != "x"]
    last = raw[-1].text if raw else ""
    if last in _COMPARING and last not in ("为", "和", "与", "同"):
        return True
    if last in ("前", "上", "同") and len(raw) > 1 and raw[-2].text in ("较", "比", "与"):
        return True
    if last in ("超过", "超", "高于", "低于", "达到") or (
        last == "了" and len(raw) > 1 and raw[-2].text in ("超过", "高于")
    ):
        return True
    if last in ("与", "同", "和") and any(a.text in ("相比", "比较", "持平", "相较") for a in after[:6]):
        return True
    if before and before[-1].text in ("创", "创下", "创出", "刷新", "创造", "达到"):
        return any(a.text in ("以来", "来") for a in after[:2])
    return last in ("从", "由") and any(mark in "".join(a.text for a in after[:12]) for mark in _GROWTH)


_GROWING = frozenset(
    ["增长", "增加", "提升", "上升", "提高", "下降", "降低", "减少", "扩大", "上涨", "恢复", "发展", "缩小", "延长", "延续", "持续", "扩展", "推迟", "延期", "收窄", "反弹", "回升"]
)
_GROWTH = ["增长到", "增长至", "增至", "增加到", "升至", "升到", "升到了", "提升至", "上升到", "上升至", "提高到", "提高至", "降至", "降到", "下降到", "发展到", "增加至", "扩大到", "减少到", "减少至", "扩大至", "变为"]


def _inner(before: Sequence[Atom], words: Words) -> tuple[list[Atom], tuple[Atom, ...]]:
    """The part after 宣布, 预计 or 表示 in front of the date, and who says or plans it."""
    for place in range(len(before) - 1, -1, -1):
        atom = before[place]
        if is_verb(atom, words) and in_class(atom, "complement", words) and atom.text not in ("公告", "分析"):
            rest = strip_front(before[place + 1 :], frozenset(["了", "将", "，", "于", "在"]))
            return rest, tuple(before[:place])
    return list(before), ()


def _modifier(after: Sequence[Atom], words: Words) -> tuple[Atom, int] | None:
    """The verb of a modifier right behind the date (6月发布的…, 在北京举行的…), and where its noun begins."""
    for place, atom in enumerate(after[:14]):
        if atom.text != "的" or place == 0:
            continue
        verb = after[place - 1]
        if verb.text in ("了", "过") and place > 1:
            verb = after[place - 2]
        if not is_verb(verb, words):
            verb = next((a for a in after[:place] if is_verb(a, words)), verb)
            if not (is_verb(verb, words) and _located(after, verb, place)):
                return None
        elif any(is_verb(a, words) and not in_class(a, "attributive", words) for a in after[: place - 1]):
            return None
        start = place + 1
        while start < len(after) and after[start].text == "的":
            start += 1
        return (verb, start) if start < len(after) else None
    return None


def _located(after: Sequence[Atom], verb: Atom, place: int) -> bool:
    """Whether 在 or 于 and a place stand between a verb and 的 (发生在某地的)."""
    position = next(k for k, atom in enumerate(after) if atom is verb)
    return verb.text[-1] in "在于" or (position + 1 < place and after[position + 1].text in ("在", "于"))


def _nominal(
    before: Sequence[Atom],
    after: Sequence[Atom],
    verb: Atom,
    start: int,
    following: tuple[tuple[Atom, ...], ...],
    agent: tuple[Atom, ...],
    words: Words,
) -> list[Clause] | Refusal:
    """The noun that a dated modifier belongs to, and, where it is an occasion, what happens on it."""
    if not (in_class(verb, "attributive", words) or verb.text.rstrip("在于") in words.verbs["attributive"]):
        return Refusal("background", f"modifies a noun with {verb.text}")
    end = noun_phrase(after, start, words)
    if end == start:
        return Refusal("no clause", "no noun after 的")
    noun = tuple(after[start:end])
    inside = tuple(a for a in after[: start - 1] if a is not verb)
    rest = tuple(after[end:])
    if (
        rest
        and rest[0].text in _LOCATORS
        and event_name_type(noun[-1].text if noun[-1].tag != "paren" else noun[-2].text if len(noun) > 1 else "", words)
    ):
        clauses = [Clause("scene", noun, following, verb, agent, inside)]
        main = first_statement((tuple(rest[1:]), *following), words)
        if main:
            clauses.append(Clause("clause", main[0], main[1], None, (), ()))
        return clauses
    return [Clause("noun", noun, (rest, *following) if rest else following, verb, agent, inside)]


def _of_noun(
    segment: Sequence[Atom], i: int, following: tuple[tuple[Atom, ...], ...], words: Words
) -> list[Clause] | Refusal:
    """9月3日的闭幕式: an event where the noun names one."""
    end = noun_phrase(segment, i + 2, words)
    noun = tuple(segment[i + 2 : end])
    if noun and event_name_type(noun[-1].text, words) and sum(len(a.text) for a in noun) >= 4:
        rest = tuple(segment[end:])
        return [Clause("scene", noun, (rest, *following), None, (), ())]
    return Refusal("background", "modifies a noun")


def _scene(
    after: Sequence[Atom], following: tuple[tuple[Atom, ...], ...], agent: tuple[Atom, ...], words: Words
) -> list[Clause] | None:
    """在2022世界人工智能大会上，…: what stands behind the comma happens on that occasion."""
    start = 1 if after and after[0].text in ("在", "于") else 0
    behind = [k for k, a in enumerate(after) if a.text == "的"]
    if behind and start and any(a.text in words.verbs["holding"] for a in after[: behind[-1]]):
        start = behind[-1] + 1
    end = noun_phrase(after, start, words)
    if (
        end > start
        and end < len(after)
        and after[end].text in _LOCATORS
        and event_name_type(after[end - 1].text, words)
    ):
        main = first_statement(following, words)
        if main:
            scene = Clause("scene", tuple(after[start:end]), following, None, agent, ())
            return [scene, Clause("clause", main[0], main[1], None, (), ())]
    return None


def _next(
    following: tuple[tuple[Atom, ...], ...], agent: tuple[Atom, ...], head: tuple[Atom, ...], words: Words, date: Expression | None
) -> list[Clause] | Refusal:
    """The clause behind a date that stands alone between commas."""
    scene = _scene(following[0], following[1:], agent, words) if len(following) > 1 else None
    if scene:
        return scene
    main = first_statement(following, words, date)
    if main is None:
        return Refusal("no clause", "no predicate after the date")
    return [Clause("clause", main[0], main[1], None, agent, head)]


def first_statement(
    parts: tuple[tuple[Atom, ...], ...], words: Words, date: Expression | None = None
) -> tuple[tuple[Atom, ...], tuple[tuple[Atom, ...], ...]] | None:
    """The first clause that says something, and what follows it; what only sets the scene is passed over.

    Another date at a clause's front ends the search, unless the date that governs lies inside it.
    """
    held: list[Atom] = []
    purpose = False
    for place, part in enumerate(parts[:6]):
        bare = strip_front(part, words.lists["connectives"] - words.lists["adverbial"])
        if not bare:
            continue
        if not held and any(_another(atom, date) for atom in bare[:3]):
            return None
        if sets_the_scene(bare, words) and place + 1 < len(parts):
            purpose = bare[0].text in ("为", "为了", "围绕", "通过", "随着")
            continue
        if purpose and is_verb(bare[0], words) and place + 1 < len(parts):
            continue
        purpose = False
        held += bare
        if has_predicate(bare, words):
            return tuple(held), parts[place + 1 :]
        if len(held) > 24:
            return None
    return None


def _another(atom: Atom, date: Expression | None) -> bool:
    """Whether an atom is a date that does not merely hold the one that governs."""
    other = atom.expression
    if other is None:
        return False
    if date is None or None in (date.begin, date.until, other.begin, other.until):
        return True
    return not (other.begin <= date.begin and date.until <= other.until)  # type: ignore[operator]


_ENDERS = frozenset(
    ["下", "上", "中", "时", "后", "前", "期间", "以来", "之际", "来", "外", "间", "之后", "之前", "内", "里", "背景下", "以后", "以前", "方面", "看", "看来", "起"]
)


def sets_the_scene(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a clause only tells the circumstances: 在…下, 随着…, 为…."""
    first, last = atoms[0], atoms[-1]
    if first.text in words.lists["adverbial"] and (last.text in _ENDERS or last.tag == "f"):
        return True
    if first.text not in words.lists["adverbial"] or first.text in ("在", "从", "自", "当", "经"):
        return last.text in ("之际", "期间", "背景下", "后", "时", "之后", "以来") and not first.text == "在"
    return not any(a.text in words.verbs["holding"] for a in atoms)


def _whole(
    before: Sequence[Atom],
    after: Sequence[Atom],
    following: tuple[tuple[Atom, ...], ...],
    agent: tuple[Atom, ...],
    head: tuple[Atom, ...],
    words: Words,
) -> Clause:
    """The clause around a date, with the clauses behind it as far as its predicate."""
    joined = [*before, *after]
    rest = following
    while rest and not has_predicate(joined, words) and len(joined) < 30:
        part = rest[0]
        if not sets_the_scene(part, words):
            if any(a.tag == "date" for a in part[:3]):
                break
            bare = strip_front(part, words.lists["connectives"])
            own = bare and is_nominal(bare[0]) and bare[0].tag != "m" and has_predicate(bare, words)
            joined = list(part) if own and not _is_person(joined) else [*joined, *part]
        rest = rest[1:]
    return Clause("clause", tuple(joined), rest, None, agent, head)


def _is_person(atoms: Sequence[Atom]) -> bool:
    """Whether a noun phrase ends with a person's name, whose predicate may stand behind a comma."""
    return bool(atoms) and atoms[-1].tag in ("nr", "nrt")


_SOURCES = frozenset(["消息", "公告", "通告", "通报", "声明", "通知", "数据", "报告", "财报", "新闻", "文章", "视频", "公报", "微博", "推文", "博文", "信息", "简报"])
_ANNOUNCING = frozenset(["宣布", "公布", "通报", "公告", "披露", "决定", "通知", "公示", "宣布称", "公告称", "通报称"])


def with_announced(clause: Clause, words: Words) -> Clause:
    """外交部29日宣布，… with what is announced; 某局发布通报，… with what it tells instead of the words that it tells it."""
    if clause.form != "clause" or not clause.following or not clause.atoms:
        return clause
    first = strip_front(clause.following[0], words.lists["connectives"])
    if not first or any(a.tag == "date" for a in first[:3]) or any(a.tag == "work" for a in clause.atoms):
        return clause
    last = clause.atoms[-1]
    if last.text in _ANNOUNCING:
        return replace(clause, atoms=(*clause.atoms, *first), following=clause.following[1:])
    verb = next((k for k, a in enumerate(clause.atoms) if _gives_out(a, words)), None)
    told = first_statement(clause.following, words) if verb is not None and last.text in _SOURCES else None
    if told is None:
        return clause
    first = list(told[0])
    first = strip_front(first, frozenset(["称", "说", "表示", "指出", "宣布", "显示"]))
    whole = tuple(first) if first and is_nominal(first[0]) else (*clause.atoms[:verb], *first)
    return replace(clause, atoms=whole, following=told[1]) if first else clause


def _gives_out(atom: Atom, words: Words) -> bool:
    return in_class(atom, "announce", words) or atom.text in ("发表", "发出", "刊发")
