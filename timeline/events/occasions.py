"""What happened on an occasion that the article dates before, told without a date: 会上，某联盟成立."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from timeline.events.drafts import Draft, drafted
from timeline.events.fields.foretold import foretold
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.times import Time, day_of
from timeline.events.fields.titles import title_of
from timeline.events.sequels import LASTING, STRONG, first_day
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.grammar import in_class
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause, segments_of
from timeline.events.text.statements import first_statement

_ATTENDED = re.compile(
    r"(?<=[出参][席加])(?=(?:开幕|闭幕|启动|颁奖)(?:式|仪式|典礼|会)|(?:会议|活动|仪式|大会|论坛|峰会)(?:并|$))"
)
"""Where the name of an occasion is wanting in what somebody does there: 出席开幕式并致辞."""


def at_occasion(draft: Draft, occasion: str | None) -> Draft:
    """What is done on an occasion as a part of it, with its name where a title tells only that it is attended."""
    draft.part_of = occasion or draft.part_of
    text = draft.title.text
    if occasion and occasion not in text and visible(text) + visible(occasion) <= LONGEST:
        draft.title = replace(draft.title, text=_ATTENDED.sub(occasion.removesuffix("开幕式"), text, count=1))
    return draft


def is_backdrop(draft: Draft) -> bool:
    """Whether a draft is a show or games on whose day something happens, unless it is told to open or end then."""
    opens = draft.title.name != draft.title.text
    return draft.clause.form == "scene" and draft.type in _OF_DAYS and not opens


_OF_DAYS = frozenset(["exhibition", "competition"])
"""What goes on for days, so that the day of something that happens at it is not its own."""


def made_there(draft: Draft, occasion: str | None, drafts: list[Draft]) -> list[Draft]:
    """The drafts without the session that is only the scene of an election that the draft tells: 在…会议上当选."""
    if occasion is None or draft.type != "appointment" or draft.time.granularity == "day":
        return drafts
    return [d for d in drafts if d.title.name != occasion or d.expression is not draft.expression]


_ON_OCCASION = re.compile(
    r"^(?:在)?(?:本次|此次|当天的?|本届|这次)?(?P<kind>会|峰会|大会|论坛|会议|活动|仪式|闭幕式|开幕式|发布会|展会|展览|典礼|晚会|签约仪式)"
    r"(?:上|中|(?P<during>期间)|现场)[，,]?"
)


def happened_on_occasion(drafts: list[Draft], story: Story, published: datetime) -> list[Draft]:
    """Events that a sentence without a date tells of an occasion that was dated before: 会上，某联盟成立.

    It is dated by the first day of an occasion whose length was told apart, and with 期间 by all of its days.
    """
    found: list[Draft] = []
    if not any(draft.title.name for draft in drafts):
        return found
    dated = {draft.sentence for draft in drafts}
    for index, sentence in enumerate(story.sentences):
        if index in dated or sentence.kind != "text":
            continue
        match = _ON_OCCASION.match(story.plain[sentence.start : sentence.start + 24])
        occasion = _occasion(match["kind"], index, drafts) if match else None
        if match and occasion and (clause := _statement(story, sentence.start + match.end(), sentence.end)):
            draft = _on(occasion, _time(occasion, match, clause, published), clause, story, index, published)
            if draft:
                found.append(draft)
    return found


def _time(occasion: Draft, told: re.Match[str], clause: Clause, published: datetime) -> Time:
    """When something happens on an occasion: on all its days with 期间, if they are over or it is still to come."""
    until = occasion.time.until
    over = until is not None and day_of(until) <= published.date()
    return occasion.time if told["during"] and (over or foretold(clause.frame)) else first_day(occasion)


def _occasion(kind: str, index: int, drafts: Sequence[Draft]) -> Draft | None:
    """The named event before a sentence that 会上 or 闭幕式上 means."""
    for draft in reversed(drafts):
        name = draft.title.name
        held = name and draft.sentence < index and draft.type in LASTING and draft.time.granularity != "year"
        meant = name and (name.endswith(kind) or kind in ("会", "活动", "会议") or (kind == "大会" and "会" in name))
        if held and meant:
            return draft
    return None


def _statement(story: Story, start: int, end: int) -> Clause | None:
    segments = segments_of(atoms_of(story.plain, start, min(end, start + 200), ()))
    main = first_statement(tuple(tuple(part) for part in segments), story.words)
    if main is None:
        return None
    front = tuple(a for part in segments for a in part if a.start < main[0][0].start)
    return Clause("clause", main[0], main[1], frame=front)


def _on(occasion: Draft, time: Time, clause: Clause, story: Story, index: int, published: datetime) -> Draft | None:
    verbs = [a for a in clause.atoms if a.verbal]
    if not verbs or any(in_class(a, "speech", story.words) for a in verbs):
        return None
    title = title_of(clause, story, index)
    if title is None or "subject" in " ".join(title.doubts):
        return None
    draft = drafted(title, time, clause, story, index, None, published, "")
    draft.part_of = occasion.title.name
    return draft if draft.type in STRONG else None
