"""One event out of a clause and its date: every field of the model, with what gave it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from schemas import Article, Event, Evidence, Explanation, Expression, OtherDate, PartOf, Place, Status
from timeline.events.data import word_set
from timeline.events.doubts import confidence_of, deed_doubts, time_doubts
from timeline.events.fields.counted import counts_up
from timeline.events.fields.headlines import undated
from timeline.events.fields.metrics import FIGURE_TYPES, metrics_of
from timeline.events.fields.named import Title
from timeline.events.fields.participants import participants_of
from timeline.events.fields.places import Told, fronted, places_of
from timeline.events.fields.status import calls_off, is_pending, status_of, was_meant
from timeline.events.fields.summaries import summary_of
from timeline.events.fields.times import Time
from timeline.events.fields.types import type_of
from timeline.events.identity import event_id
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified
from timeline.events.text.sentences import Sentence

QUOTE = 120
AROUND = 32


@dataclass(slots=True)
class Draft:
    """An event in the making: what later sentences may still add to it.

    Attributes:
        title: its title.
        time: its time.
        type: its type.
        status: its status.
        clause: the clause that tells it.
        sentence: the number of that clause's sentence.
        expression: the date expression; None where the date is that of its occasion.
        span: the place of the words from which the id is made.
        part_of: the name of the event that it belongs to.
        doubts: what lowers the confidence.
        explanations: what gave title, type and status.
        extra: sentences that tell more of it, as spans.
        aliases: other names.
        other: an old date, where it was moved.
        seat: the place that another sentence tells.
    """

    title: Title
    time: Time
    type: str
    status: Status
    clause: Clause
    sentence: int
    expression: Expression | None
    span: tuple[int, int]
    part_of: str | None = None
    doubts: tuple[str, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    extra: list[tuple[int, int]] = field(default_factory=list)
    aliases: tuple[str, ...] = ()
    other: tuple[Time, Expression] | None = None
    seat: str | None = None

    def story_sentence(self, story: Story) -> tuple[int, int]:
        """The place of the sentence that tells it."""
        sentence = story.sentences[self.sentence]
        return sentence.start, sentence.end


def drafted(
    title: Title,
    time: Time,
    clause: Clause,
    story: Story,
    index: int,
    expression: Expression | None,
    published: datetime,
    lead: str,
) -> Draft:
    """A draft with type and status."""
    sentence = story.sentences[index]
    title = undated(title, time.begin)
    plain_title = story_plain(title.text)
    kind, kind_reason = type_of(plain_title, _telling(clause), story.words, title.name)
    by = expression is not None and expression.relation in ("by", "before") and clause.form == "clause"
    after = expression.end_char if expression else -1
    by = by and not (time.granularity == "week" and time.approximate)
    in_order = words_in_order(clause)
    status, status_reason = status_of(
        time,
        published,
        in_order,
        lead=lead,
        by=by,
        title=plain_title,
        after=after,
        tonight=_is_of_tonight(clause, expression, in_order),
        pending=expression is not None
        and not any(a.tag == "m" for a in clause.atoms)
        and is_pending(expression.text, in_order, clause.following[0] if clause.following else (), published),
    )
    if expression and calls_off(story.plain[sentence.start : expression.start_char]):
        status, status_reason = "cancelled", "取消 in front of the date"
    begins = kind == "other" and time.open_end and "演练" not in plain_title
    if begins and not any(a.text in _GROWING or a.text[:2] in _STOPPING for a in clause.atoms):
        kind, kind_reason = "launch", "it begins then"
    if kind == "statistic" and _DEED.search(plain_title):
        kind, kind_reason = "other", "a deed whose size is told"
    if kind == "statistic" and status == "scheduled" and _is_aim(time, plain_title, in_order, lead):
        status, status_reason = "target", "a figure that is planned for a year"
    if counts_up(expression, time, clause, kind):
        kind, kind_reason = "statistic", "counted up to then"
    if status == "target" and kind in FIGURE_TYPES and _is_foreseen(clause, plain_title, lead):
        status, status_reason = "scheduled", "a figure that somebody foresees"
    if status == "target":
        kind, kind_reason = "target", "a target that is to be reached by then"
    start = clause.atoms[0].start
    first = expression.start_char if expression else sentence.start
    return Draft(
        title=title,
        time=time,
        type=kind,
        status=status,
        clause=clause,
        sentence=index,
        expression=expression,
        span=(min(first, start), clause.atoms[-1].end if first <= clause.atoms[-1].end else start),
        doubts=(*title.doubts, *time_doubts(time, expression)),
        explanations=(
            _explained("title", title.reason),
            _explained("type", kind_reason),
            _explained("status", status_reason),
        ),
    )


_DEED = re.compile(
    r"^(?!.*(?:累计|共|合计|次))[^，]*(?:的行动|试验|实验|测试|演练|演习|手术)$|^(?!.*累计)[^\d，]*向[^\d，]{2,20}捐[款赠]"
    r"|派出\d?[^，]{0,10}\d+[名人][^，]{0,6}(?:队员|人员|官兵)"
)
"""A statement with a figure that tells what was done on a day, and not how much was counted."""


def _is_aim(time: Time, title: str, in_order: Sequence[Atom], lead: str) -> bool:
    """Whether a figure of a year to come is planned, and not foretold by somebody: 今年将完成造林500万亩."""
    long = time.granularity in ("year", "half", "quarter") and any(c.isdigit() for c in title)
    foretold = any(a.text[:2] in _FORETELLING for a in in_order) or {title[:2], lead[-2:]} & _FORETELLING
    return long and not foretold and any(a.text in _PLANNING for a in in_order)


def _is_foreseen(clause: Clause, title: str, lead: str) -> bool:
    """Whether somebody only foresees a figure, and nobody plans it: 研报预计，到2030年增速将达3%."""
    told = any(a.text in _FORESEEING for a in (*clause.head, *clause.frame))
    return told or title[:2] in _FORESEEING or lead[-2:] in _FORESEEING


_FORESEEING = frozenset(["预计", "预测", "预估", "测算", "估算"])
_FORETELLING = frozenset(["预计", "预测", "预期", "有望", "可能", "或将", "料将", "预估", "估计"])
_PLANNING = frozenset(["将", "将会", "计划", "力争", "确保", "拟", "要"])


@lru_cache(maxsize=4_096)
def _explained(name: str, reason: str) -> Explanation:
    """An explanation; most are those of many events."""
    return Explanation(field=name, reason=reason)


def _telling(clause: Clause) -> str:
    """The words of a clause that tell its type."""
    if clause.form == "clause":
        return atoms_text(clause.atoms)
    words = atoms_text((*clause.head, *clause.atoms))
    if clause.form == "noun" and clause.following:
        words += "".join(a.text for a in clause.following[0][:6] if a.text[-2:] in _CHANGES)
    return words


def _is_of_tonight(clause: Clause, expression: Expression | None, told: Sequence[Atom]) -> bool:
    """Whether a clause is told for this evening: 今晚, 20点档播出."""
    dates = [a.text for a in (*clause.frame, *clause.head) if a.tag == "date"] + (
        [expression.text] if expression else []
    )
    return any(text[:2] in ("今晚", "今夜") for text in dates) or any(a.text in _BROADCAST for a in told)


_BROADCAST = frozenset(["播出", "开播", "首播", "直播", "播映"])


def words_in_order(clause: Clause) -> list[Atom]:
    """The words of a clause as they stand: in front of its date, trailing it, and those that tell what happens."""
    behind = clause.following[0] if clause.following else ()
    reach = len(behind) if was_meant(clause.frame) else 6 if clause.form == "noun" else 0
    own = (*clause.atoms, *behind[:reach])
    placed = {a.start: a for a in (*clause.head, *clause.frame, *own) if a.tag != "date"}
    return [placed[start] for start in sorted(placed)]


_CHANGES = word_set("drafts_changes")
_STOPPING = frozenset(["停止", "停产", "停运", "停供", "停用", "停飞", "暂停", "取消", "关闭", "禁止"])
_GROWING = word_set("growing") | word_set("of_nature")


def story_plain(text: str) -> str:
    """A title in simplified characters, for the word lists."""
    return simplified(text)


_OF_A_TERM = frozenset(["other", "launch"])
"""Types of what is a target where a term is set for it: 各县须于6月底前建立信息平台."""


def finished(draft: Draft, article: Article, story: Story) -> Event:
    """The event of a draft."""
    if draft.type in _OF_A_TERM and draft.status == "scheduled" and "a deadline" in draft.doubts:
        draft.type, draft.status = "target", "target"
    sentence = story.sentences[draft.sentence]
    passage = slice(sentence.start, sentence.end)
    own = {a.start for a in draft.clause.atoms}
    head = [a for a in draft.clause.head if a.start not in own]
    places = places_of(article.text, _where_told(draft, story, head), story.words, draft.type)
    if draft.seat and draft.seat not in [place.name for place in places]:
        places = (*places, Place(name=draft.seat))
    told = metrics_of(
        _undated(draft.clause.atoms),
        _undated(draft.clause.following[0]) if draft.clause.following else "",
        figure=draft.type in FIGURE_TYPES,
    )
    doubts = draft.doubts + deed_doubts(draft.type, draft.title, draft.time)
    extra = [evidence_of(article, start, end, None, None) for start, end in draft.extra]
    told_in = [(story.without_dates(draft.sentence), sentence.start, sentence.end)]
    told_in += [(story.undated(story.plain, start, end), start, end) for start, end in draft.extra]
    members = [
        participant
        for plain, start, end in told_in
        for participant in participants_of(
            plain,
            plain if story.plain is story.text else story.undated(story.text, start, end),
            story.words,
            draft.type,
            story_plain(draft.title.text),
        )
    ]
    explanations = draft.explanations
    if places:
        explanations += (Explanation(field="place", reason=f"{places[0].name} in the clause"),)
    time = draft.time
    return Event(
        id=event_id(article.id, *draft.span),
        type=draft.type,  # type: ignore[arg-type]
        title=draft.title.text,
        summary=summary_of(article.text[passage]),
        begin=time.begin,
        until=time.until,
        timezone=time.timezone,
        edtf=time.edtf,
        granularity=time.granularity,
        all_day=time.all_day,
        approximate=time.approximate,
        open_end=time.open_end,
        recurrence=time.recurrence,
        status=draft.status,
        places=places,
        participants=tuple(dict.fromkeys(members)),
        works=_works(draft, story),
        metrics=told,
        part_of=PartOf(name=draft.part_of) if draft.part_of and draft.part_of != draft.title.text else None,
        aliases=draft.aliases,
        confidence=confidence_of(doubts),
        doubts=doubts,
        explanations=explanations,
        evidence=(_evidence(draft, article, sentence), *extra),
        other_dates=_other_dates(draft, article, sentence),
        language=article.language,
    )


def _undated(atoms: Sequence[Atom]) -> str:
    return "".join(atom.text for atom in atoms if atom.tag != "date")


def _where_told(draft: Draft, story: Story, head: Sequence[Atom]) -> Told:
    """The words that may name the place of an event."""
    clause, title = draft.clause, draft.title
    start = story.sentences[draft.sentence].start
    front = fronted(story.plain, start, clause.atoms[0].start, story.words)
    return Told(
        clause=clause.atoms,
        head=head,
        front=front or fronted(story.plain, start, draft.span[0], story.words),
        following=clause.following,
        title=title.text,
        plain_title=story_plain(title.text),
        name=story_plain(title.name or ""),
    )


def _other_dates(draft: Draft, article: Article, sentence: Sentence) -> tuple[OtherDate, ...]:
    if draft.other is None:
        return ()
    time, expression = draft.other
    told = evidence_of(article, sentence.start, sentence.end, expression, expression.start_char)
    return (OtherDate(begin=time.begin, until=time.until, edtf=time.edtf, reason="postponed", evidence=(told,)),)


def _works(draft: Draft, story: Story) -> tuple[str, ...]:
    """The works that the title and the clause name, and the one whose title the next clause tells: ，题目是《…》."""
    parts = [part for part in draft.clause.following[:2] if part and part[0].text in _TITLED]
    works = [*_WORK.findall(draft.title.text)]
    works += [rendered(story.text, [a]) for part in (draft.clause.atoms, *parts) for a in part if a.tag == "work"]
    found: dict[str, str] = {}
    for name in (story.full_work(work)[1:-1] for work in works if len(work) > 2):
        found.setdefault(_DASHES.sub("-", name), name)
    return tuple(found.values())


_WORK = re.compile(r"《[^《》]{1,120}》")
_DASHES = re.compile(r"[—–－~～]+")
_TITLED = frozenset(["题目", "题", "题为", "名为", "标题"])


def _evidence(draft: Draft, article: Article, sentence: Sentence) -> Evidence:
    first = min(draft.span[0], draft.expression.start_char if draft.expression else draft.span[0])
    start = min(sentence.start, draft.expression.start_char if draft.expression else sentence.start)
    return evidence_of(article, start, sentence.end, draft.expression, first)


def evidence_of(article: Article, start: int, end: int, expression: Expression | None, first: int | None) -> Evidence:
    """The quotation of a sentence: whole where it has no more than 120 characters, else from the date on."""
    text = article.text
    while start < end and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    if end - start > QUOTE:
        if first is not None and first - start > 20 and first + 40 > start + QUOTE:
            start = first
        end = min(end, start + QUOTE)
    return Evidence(
        article=article.id,
        quote=text[start:end],
        start_char=start,
        end_char=end,
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        expression=expression,
    )


def atoms_text(atoms: Sequence[Atom]) -> str:
    """The simplified words of atoms, joined."""
    return "".join(atom.text for atom in atoms)
