"""Which words a date expression dates: the clause that it modifies, not whatever stands near."""

from collections.abc import Sequence

from schemas import Expression
from timeline.events.data import word_set
from timeline.events.text.atoms import Atom
from timeline.events.text.date_rows import is_row_of_days, is_row_of_several, once_each
from timeline.events.text.grammar import (
    event_name_type,
    has_predicate,
    in_class,
    is_condition,
    noun_phrase,
    strip_back,
    strip_front,
)
from timeline.events.text.modifiers import LOCATORS, modifier, nominal, noun_of
from timeline.events.text.outcomes import Clause, Refusal, Segments
from timeline.events.text.refusals import circumstance_of, refusal_of, reported
from timeline.events.text.statements import (
    GOING_ON,
    LEFT_OVER,
    first_statement,
    is_maker,
    is_person,
    sets_the_scene,
    with_row,
)
from timeline.events.words import Words

_PLANNED = word_set("planned")
"""Words that lead a date in and tell that what it dates is planned: they stay in the title."""
_BEGINNING = word_set("beginning")
_NEWS = word_set("news")


def clauses_of(segments: Segments, s: int, i: int, words: Words) -> list[Clause] | Refusal:
    """What the date at ``segments[s][i]`` dates: one clause, or an occasion and what happens on it."""
    segments, i = once_each(segments, s, i)
    segment = segments[s]
    before = strip_back(segment[:i], words.lists["leads"])
    after = _with_topic(segment, strip_front(segment[i + 1 :], words.lists["trails"]))
    if 0 < len(before) < i and segment[len(before)].text in ("到", "至") and before[-1].text in _GROWING:
        before = [*before, segment[len(before)]]
    before = [*before, *(a for a in segment[len(before) : i] if a.text in _PLANNED)]
    label = _label(segments, s, i, before, after, words)
    if label:
        return [Clause("label", tuple(label), _following(segments, s))]
    refusal = refusal_of(segment, i, before, after, words)
    if refusal:
        return refusal
    if s == 0 and _numbers_broadcast(segment, i):
        return Refusal("furniture", "the number of a broadcast")
    if _span_end(segment, i) is not None:
        return Refusal("background", "first end of a span")
    if is_row_of_days(segment, i):
        return Refusal("background", "first of several days")
    if is_row_of_several(segments, s):
        return Refusal("no clause", "several dates share several things")
    if _apposed(segments, s, i):
        return Refusal("background", "told by its own date in front")
    first = _first_end(segment, i)
    if first is not None:
        before = strip_back(segment[:first], words.lists["leads"])
    found = _dated(segments, s, i, before, after, words)
    if isinstance(found, Refusal):
        return found
    since = segment[first] if first is not None else None
    frame = (*segment[:i], *segment[i + 1 : len(segment) - len(after)])
    return [_framed(with_row(clause), since, frame) for clause in found]


def _framed(clause: Clause, since: Atom | None, frame: tuple[Atom, ...]) -> Clause:
    """A clause with what stands around its date; ``dataclasses.replace`` takes six times as long."""
    return Clause(clause.form, clause.atoms, clause.following, clause.verb, clause.agent, clause.head, since, frame)


def _with_topic(segment: Sequence[Atom], after: list[Atom]) -> list[Atom]:
    """What stands behind a date, with 就 or 将 where that leads in what is dealt with: 12日就当前局势举行会议."""
    lead = segment[-len(after) - 1] if after and len(after) < len(segment) else None
    if lead is not None and lead.text == "开始" and after[0].text in _NEW and len(after) < len(segment) - 2:
        return [lead, *after]
    if lead is None or after[0].verbal or after[0].tag not in _TOPICS:
        return after
    return [lead, *after] if lead.text == "就" or (lead.text == "将" and _is_made(after)) else after


def _is_made(atoms: Sequence[Atom]) -> bool:
    """Whether a verb tells what something is made, so that 将 in front of it means 把: 将航班增至每周7班."""
    ends = zip(atoms, [*atoms[1:], *atoms[-1:]], strict=True)
    return any(a.verbal and (a.text[-1] in _MADE or after.text[0] in _MADE) for a, after in ends)


_MADE = frozenset("至到为成")


_NEW = frozenset(["新一轮", "为期", "新", "又一轮"])
"""What is begun behind 开始, which tells then what is done and no day from which on: 今天开始新一轮罢工."""
_TOPICS = frozenset(["n", "t", "ns", "nz", "nt", "vn", "quote", "work", "j", "l", "b", "an"])


def _following(segments: Segments, s: int) -> tuple[tuple[Atom, ...], ...]:
    return tuple(tuple(part) for part in segments[s + 1 :])


def _dated(
    segments: Segments, s: int, i: int, before: Sequence[Atom], after: Sequence[Atom], words: Words
) -> list[Clause] | Refusal:
    """What a date dates by where it stands: in a modifier, alone between commas, or inside its clause."""
    segment, head, following = segments[s], tuple(segments[s][:i]), _following(segments, s)
    before, agent = _inner(before, words)
    after = _without_frame(after)
    if after and after[0].text in ("是", "正是", "正值") and following and following[0][0].text in ("记者", "笔者"):
        return Refusal("speech", "tells what day it is when somebody reports")
    if reported(before, after, words):
        return _reported(following, words)
    anniversary = _anniversary(after, following)
    if anniversary is not None:
        return [anniversary]
    if not strip_front(before, words.lists["connectives"]):
        before = []
    if i and segment[i - 1].text in ("从", "自") and len(after) > 1 and after[-1].text in ("开始", "起"):
        after = after[:-1]
    after = _behind_occasion(segment, i, before, after, words)
    modified = modifier(after, words)
    if modified is not None:
        verb, start = modified
        date = segment[i].expression
        since = date is not None and date.relation == "since"
        return nominal(after, verb, start, following, agent or tuple(before), words, since)
    if after and segment[i + 1].text == "的":
        if not (segment[i + 2 : i + 3] and segment[i + 2].tag in ("m", "mq") and before):
            return noun_of(segment, i, following, words)
        after = after[1:] if after[0].text == "的" else after
    if before and not after and following and _hangs_over(segment[:i], before, segment[i], words):
        before = []
    if not before and not after:
        return _next(following, agent, head, words, segment[i].expression)
    if not before and _shows(after):
        if _dated_behind(segment[i], following):
            return Refusal("background", "a finer date stands behind it")
        main = first_statement(following, words)
        return [Clause("clause", *main, head=head)] if main else Refusal("no clause", "nothing is shown")
    if after and not before and not has_predicate(after) and following:
        scene = _scene(after, following, agent, words)
        if scene:
            return scene
    return circumstance_of(before) or [_whole(before, after, following, agent, head, words)]


def _anniversary(after: Sequence[Atom], following: tuple[tuple[Atom, ...], ...]) -> Clause | None:
    """The anniversary that a year is told to be, first or behind what else it is: 恰逢某校建校90周年, 也是…."""
    for place, part in enumerate((after, *following[:1])):
        bare = part[1:] if len(part) > 1 and part[0].text in ("也", "又", "还") else part
        if len(bare) > _SHORT and bare[0].text in _BEING and bare[-1].text.endswith("周年"):
            return Clause("clause", (bare[0]._replace(text="是"), *bare[1:]), following[place:])
        if not bare or bare[0].text not in _BEING:
            return None
    return None


_BEING = word_set("being")
_SHORT = 3


def _dated_behind(date: Atom, following: tuple[tuple[Atom, ...], ...]) -> bool:
    """Whether a year stands before a source, and what the source shows has its own day: 2025年某专班数据显示，今天…."""
    if date.expression is None or date.expression.granularity != "year" or not following:
        return False
    return any(a.tag == "date" for a in following[0][:3])


def _without_frame(after: Sequence[Atom]) -> Sequence[Atom]:
    """The words behind a date without 消息 or 秋收 alone, and without 显示 behind a work (公布《报告》显示)."""
    if len(after) == 1 and after[0].text in _NEWS:
        return []
    if after and after[-1].text in ("显示", "表明") and any(a.tag == "work" for a in after):
        return after[:-1]
    return after


def _reported(following: tuple[tuple[Atom, ...], ...], words: Words) -> list[Clause] | Refusal:
    """记者今天了解到，…: only a beginning (发布, 投产) behind it has the date of the report."""
    main = first_statement(following, words)
    if main and any(a.text in _BEGINNING for a in main[0]):
        return [Clause("clause", main[0], main[1])]
    return Refusal("speech", "dates the reporting")


def _behind_occasion(
    segment: Sequence[Atom], i: int, before: Sequence[Atom], after: Sequence[Atom], words: Words
) -> Sequence[Atom]:
    """What stands behind an occasion that the date belongs to: 将在4日外长会上加入某组织."""
    if not (i and before and segment[i - 1].text[-1] in "在于"):
        return after
    meeting = next((k for k, a in enumerate(after[:8]) if _is_at_meeting(after, k)), None)
    if meeting:
        return after[meeting + 1 :]
    end = noun_phrase(after, 0, words)
    inside = 0 < end < len(after) - 1 and after[end].text in ("上", "中", "期间", "内", "间隙")
    return after[end + 1 :] if inside else after


def _is_at_meeting(atoms: Sequence[Atom], place: int) -> bool:
    """Whether 会上 stands there, or the 上 behind the name of a meeting."""
    behind = place > 0 and atoms[place].text == "上" and atoms[place - 1].text.endswith("会")
    return behind or atoms[place].text in ("会上", "会议上", "大会上")


def _first_end(segment: Sequence[Atom], i: int) -> int | None:
    """The date that a span or a row of days begins with, of which the date at ``i`` is the last."""
    if i >= 2 and is_row_of_days(segment, i - 2):
        return i - 2
    return next((k for k in range(i) if segment[k].tag == "date" and _span_end(segment, k) == i), None)


def _numbers_broadcast(segment: Sequence[Atom], i: int) -> bool:
    """Whether a date is written as a number right behind a programme's name: 某某消息20240618."""
    name = segment[:i]
    named = 0 < i <= _PROGRAMME and name[-1].nominal and not any(a.tag in ("p", "d", "x") for a in name)
    return named and segment[i].text.strip().isdigit() and name[-1].end == segment[i].start


_PROGRAMME = 4
"""The most words of a programme's name."""


def _apposed(segments: Segments, s: int, i: int) -> bool:
    """11月1日，宣布涨价的第二天，…: the day is told again by what it follows."""
    segment = segments[s]
    last = i == len(segment) - 1 and i > 1 and segment[i - 1].text == "的"
    return last and s > 0 and len(segments[s - 1]) == 1 and segments[s - 1][0].tag == "date"


_FINDING = word_set("finding")
_FIXED = word_set("fixed")


def _label(
    segments: Segments, s: int, i: int, before: Sequence[Atom], after: Sequence[Atom], words: Words
) -> list[Atom] | None:
    """The label of a date: 报名时间：…, 股权登记日为…, 首映礼定于…."""
    segment = segments[s]
    if any(
        a.tag not in ("date", "x", "paren", "stop") and a.text not in ("至", "到", "举行", "和", "、") for a in after
    ):
        return None
    front = [a for a in before if a.tag != "paren"]
    lead = segment[i - 1].text if i else ""
    if not front and s and segments[s - 1] and segments[s - 1][-1].text in ("：", ":") and i == 0:
        front, lead = [a for a in segments[s - 1][:-1] if a.tag != "paren"], "："
    while front and front[-1].text in _FIXED | {"统一", "时间", "日期", "将", "拟", "计划"}:
        if front[-1].text in _FIXED:
            lead = front[-1].text
        front = front[:-1]
    if lead not in _FIXED - {"在", "于"} or not front or len(front) > 8:
        return None
    if any(in_class(a, "complement", words) or in_class(a, "speech", words) or a.text in _FINDING for a in front):
        return None
    return front if all(a.nominal or a.tag in ("x", "v", "t", "c", "m", "d") for a in front) else None


def _span_end(segment: Sequence[Atom], i: int) -> int | None:
    """The other end of a span that begins with 从 or 自 and a date: 从去年大会到今年大会."""
    onward = _onward(segment, i)
    if onward is not None or not (i and segment[i - 1].text in ("从", "自")):
        return onward
    for place in range(i + 1, min(len(segment) - 1, i + 5)):
        if segment[place].tag in ("v", "vd") and segment[place].text not in ("到", "至"):
            return None
        if segment[place].text in ("到", "至") and segment[place + 1].tag == "date":
            return place + 1
    return None


def _onward(segment: Sequence[Atom], i: int) -> int | None:
    """The other end of 今天（1月31日）起至2月2日, 今天（1月31日）至2月2日 or 元旦春节期间."""
    end = next((k for k in range(i + 1, min(i + 7, len(segment))) if segment[k].tag == "date"), None)
    if end is None:
        return None
    joins = "".join(a.text.strip() for a in segment[i + 1 : end] if a.tag != "paren")
    feasts = joins in ("", "、", "和") and _is_time_of_feasts(segment, i, end)
    return end if joins in ("起至", "起到", "至", "到") or feasts else None


def _is_time_of_feasts(segment: Sequence[Atom], i: int, end: int) -> bool:
    """Whether two feasts are told as one time: 元旦春节期间."""
    during = end + 1 < len(segment) and segment[end + 1].text.startswith("期间")
    return during and all(
        date is not None and date.rule.startswith("festival")
        for date in (segment[i].expression, segment[end].expression)
    )


def _hangs_over(raw: Sequence[Atom], before: Sequence[Atom], date: Atom, words: Words) -> bool:
    """Whether a date at the end of a clause belongs to the next: 大会第二天，举行…, or a stop that the text lost."""
    if date.text[:1] in "第首次开闭当" and all(a.nominal or a.tag in ("x", "f") for a in before):
        return True
    led = raw[-1].text in words.lists["leads"] or raw[-1].tag == "p" or raw[-1].text[-1] in "在于至到为是的有"
    return not led and has_predicate(before)


def _shows(after: Sequence[Atom]) -> bool:
    """专项调查显示: a source that the next clause comes from."""
    return after[-1].text in ("显示", "表明") and not any(a.verbal and a.tag != "vn" for a in after[:-2])


_GROWING = word_set("growing")


def _inner(before: Sequence[Atom], words: Words) -> tuple[list[Atom], tuple[Atom, ...]]:
    """The part after 宣布, 预计 or 表示 in front of the date, and who says or plans it."""
    for place in range(len(before) - 1, -1, -1):
        atom = before[place]
        if atom.verbal and in_class(atom, "complement", words) and atom.text not in ("公告", "分析"):
            rest = strip_front(before[place + 1 :], frozenset(["了", "将", "，", "于", "在"]))
            speaks = in_class(atom, "speech", words) or atom.text in ("预计", "估计", "推测", "预测")
            foretold = atom.text in _PLANNED and rest and rest[0].nominal
            return [atom, *rest] if foretold else rest, () if speaks else tuple(before[:place])
    return list(before), ()


def _scene(
    after: Sequence[Atom], following: tuple[tuple[Atom, ...], ...], agent: tuple[Atom, ...], words: Words
) -> list[Clause] | None:
    """在2022世界人工智能大会上，…: what stands behind the comma happens on that occasion."""
    start = 1 if after and after[0].text in ("在", "于") else 0
    behind = [k for k, a in enumerate(after) if a.text == "的"]
    if behind and start and any(a.text in words.verbs["holding"] for a in after[: behind[-1]]):
        start = behind[-1] + 1
    end = noun_phrase(after, start, words)
    if end > start and end < len(after) and after[end].text in LOCATORS and event_name_type(after[end - 1].text, words):
        main = first_statement(following, words)
        if main:
            scene = Clause("scene", tuple(after[start:end]), following, None, agent, ())
            return [scene, Clause("clause", main[0], main[1], None, (), ())]
    return None


def _next(
    following: tuple[tuple[Atom, ...], ...],
    agent: tuple[Atom, ...],
    head: tuple[Atom, ...],
    words: Words,
    date: Expression | None,
) -> list[Clause] | Refusal:
    """The clause behind a date that stands alone between commas."""
    scene = _scene(following[0], following[1:], agent, words) if len(following) > 1 else None
    if scene:
        return scene
    main = first_statement(following, words, date)
    if main is None:
        return Refusal("no clause", "no predicate after the date")
    return [Clause("clause", main[0], main[1], None, agent, head)]


def _goes_on(joined: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """Whether a clause has yet to say something, which the clause behind it does."""
    return not has_predicate(joined) or is_maker(joined, behind)


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
    while rest and (_goes_on(joined, rest[0]) or (after and is_condition(joined))) and len(joined) < 30:
        part = rest[0]
        if not sets_the_scene(part, words):
            if any(a.tag == "date" for a in part[:3]):
                break
            bare = strip_front(part, words.lists["connectives"])
            if bare and (bare[0].text in LEFT_OVER or part[0].text in LEFT_OVER):
                break
            own = bare and bare[0].nominal and has_predicate(bare) and part[0].text not in GOING_ON
            joined = list(part) if own and not is_person(joined) else [*joined, *part]
        rest = rest[1:]
    return Clause("clause", tuple(joined), rest, None, agent, head)
