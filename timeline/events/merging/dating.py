"""Which of several dates leads: the best supported, then the more exact, then the one in the later publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas import Event, Evidence, OtherDate
from timeline.events.merging.sources import Sources
from timeline.events.merging.spans import Span, agrees, refines, relation, span_of, span_of_other


@dataclass(frozen=True, slots=True)
class Vote:
    """A date that a mention gives.

    Attributes:
        event: the mention.
        span: its date as a span.
        voices: those that give it; articles of nearly the same text are one voice.
        published: when it was last given.
    """

    event: Event
    span: Span
    voices: frozenset[str]
    published: datetime


@dataclass(frozen=True, slots=True)
class _Date:
    """All votes for one date that say the same of an older one.

    Attributes:
        span: the date.
        is_postponement: whether the event is said to be postponed.
        left: the dates that it is said to have been moved away from.
        first: the first of the votes.
        voices: those of all votes.
        earliest: the earliest publication.
        latest: the latest publication.
    """

    span: Span
    is_postponement: bool
    left: frozenset[Span]
    first: Vote
    voices: frozenset[str]
    earliest: datetime
    latest: datetime


def votes_of(events: Sequence[Event], sources: Sources) -> list[Vote]:
    """One vote a mention; what supports the dates against the mention's own is no support of its own."""
    votes = []
    for event in events:
        against = {_place(evidence) for other in event.other_dates for evidence in other.evidence}
        cited = [evidence.article for evidence in event.evidence if _place(evidence) not in against]
        cited = cited or [evidence.article for evidence in event.evidence]
        voices = frozenset(map(sources.voice, cited))
        votes.append(Vote(event, span_of(event), voices, max(map(sources.published, cited))))
    return votes


def leading(votes: Sequence[Vote]) -> Vote:
    """The vote whose date the event takes.

    A date that another one makes more exact is no candidate, and supports it. A date that the event was moved away from
    is none either, as long as no later publication goes back to it. Of equal votes the first leads.
    """
    dates = _dates(votes)
    former = _former(dates)
    standing = [date for date in dates if date.span not in former] or dates
    exact = [date for date in standing if not any(refines(other.span, date.span) for other in standing)] or standing

    def rank(date: _Date) -> tuple[object, ...]:
        voices = frozenset().union(*(other.voices for other in standing if agrees(other.span, date.span)))
        latest = max(other.latest for other in standing if other.span == date.span)
        return (-len(voices), -date.span.fineness, date.first.event.approximate, -latest.timestamp())

    return min(exact, key=rank).first


def others(votes: Sequence[Vote], lead: Vote) -> tuple[OtherDate, ...]:
    """The dates that stand against the leading one, with their evidence, in order of time."""
    former = _former(_dates(votes))
    told: list[OtherDate] = []
    for vote in votes:
        event = vote.event
        if not _tells_the_same(vote.span, lead.span):
            own = OtherDate(begin=event.begin, until=event.until, edtf=event.edtf, evidence=event.evidence)
            told.append(own.model_copy(update={"reason": "postponed"}) if vote.span in former else own)
        for other in event.other_dates:
            span = span_of_other(other)
            if span is None or not _tells_the_same(span, lead.span):
                told.append(other)
    return _united(told)


def _dates(votes: Sequence[Vote]) -> list[_Date]:
    """The distinct dates, in order of their first votes."""
    groups: dict[tuple[Span, bool, frozenset[Span]], list[Vote]] = {}
    for vote in votes:
        key = (vote.span, vote.event.status == "postponed", frozenset(_left(vote.event)))
        groups.setdefault(key, []).append(vote)
    return [
        _Date(
            *key,
            first=group[0],
            voices=frozenset().union(*(vote.voices for vote in group)),
            earliest=min(vote.published for vote in group),
            latest=max(vote.published for vote in group),
        )
        for key, group in groups.items()
    ]


def _left(event: Event) -> Iterator[Span]:
    """The dates that a mention says the event was moved away from."""
    for other in event.other_dates:
        span = span_of_other(other) if other.reason == "postponed" else None
        if span:
            yield span


def _former(dates: Sequence[_Date]) -> set[Span]:
    """The dates that the event was moved away from, as far as no later publication goes back to them."""
    return {
        date.span
        for moving in dates
        for date in dates
        if date.latest <= moving.latest and any(_tells_the_same(date.span, span) for span in _old(moving, dates))
    } | {date.span for date in dates if _is_overtaken(date, dates)}


def _old(moving: _Date, dates: Sequence[_Date]) -> Iterator[Span]:
    """The dates that a postponement leaves: those that it tells, or else all others."""
    yield from sorted(moving.left, key=lambda span: span.begin)
    if moving.is_postponement and not moving.left and not _stands_at_old_date(moving, dates):
        yield from (date.span for date in dates if relation(date.span, moving.span) == "apart")


def _is_overtaken(date: _Date, dates: Sequence[_Date]) -> bool:
    """Whether a postponement told without a new date was followed by one."""
    return _stands_at_old_date(date, dates) and any(
        later.latest > date.latest and relation(later.span, date.span) == "apart" for later in dates
    )


def _stands_at_old_date(moving: _Date, dates: Sequence[_Date]) -> bool:
    """Whether a postponement is dated as the event was before it."""
    return moving.is_postponement and any(
        not date.is_postponement and date.earliest < moving.earliest and agrees(date.span, moving.span)
        for date in dates
    )


def _tells_the_same(span: Span, lead: Span) -> bool:
    """Whether a date is the leading one, or the same less exactly."""
    return span == lead or agrees(span, lead) or (lead.begin == span.begin and span.moment)


def _united(told: Sequence[OtherDate]) -> tuple[OtherDate, ...]:
    """Each date once, with all its evidence, in order of time; a coarser one goes with the exact one that it holds."""
    groups: dict[tuple[str, str, str], list[OtherDate]] = {}
    for other in told:
        groups.setdefault((str(other.begin), str(other.until), other.edtf), []).append(other)
    united = [_joined(groups[key]) for key in sorted(groups)]
    exact = [other for other in united if not any(_is_finer(date, other) for date in united)]
    same = {id(date): [date] for date in exact}
    for other in united:
        finest = next((date for date in exact if _is_finer(date, other)), other)
        if finest is not other:
            same[id(finest)].append(other)
        elif id(other) not in same:
            same[id(other)] = [other]
    return tuple(_joined(same[id(date)]) for date in united if id(date) in same)


def _is_finer(one: OtherDate, other: OtherDate) -> bool:
    fine, coarse = span_of_other(one), span_of_other(other)
    return bool(fine and coarse and refines(fine, coarse))


def _joined(same: Sequence[OtherDate]) -> OtherDate:
    """The first with the evidence of all; a postponement says more than a disagreement."""
    evidence = {_place(one): one for other in same for one in other.evidence}
    reason = "postponed" if any(other.reason == "postponed" for other in same) else "disagreement"
    return same[0].model_copy(update={"evidence": tuple(evidence.values()), "reason": reason})


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.article, evidence.start_char, evidence.end_char)
