"""Which of several dates leads: the best supported, then the more exact, then the one in the later publication."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas import Event, Evidence, OtherDate
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


def votes_of(
    events: Sequence[Event], voice_of: Callable[[str], str], published_of: Callable[[str], datetime]
) -> list[Vote]:
    """One vote a mention; what supports the dates against the mention's own is no support of its own."""
    votes = []
    for event in events:
        against = {_place(evidence) for other in event.other_dates for evidence in other.evidence}
        cited = [evidence.article for evidence in event.evidence if _place(evidence) not in against]
        cited = cited or [evidence.article for evidence in event.evidence]
        voices = frozenset(map(voice_of, cited))
        votes.append(Vote(event, span_of(event), voices, max(map(published_of, cited))))
    return votes


def leading(votes: Sequence[Vote]) -> Vote:
    """The vote whose date the event takes.

    A date that another one makes more exact is no candidate, and supports it. A date that the event was moved away from
    by a later publication is none either. Of votes that are equal in all this the first one leads.
    """
    former = _former(votes)
    standing = [vote for vote in votes if vote.span not in former] or list(votes)
    exact = [vote for vote in standing if not any(refines(other.span, vote.span) for other in standing)] or standing

    def rank(vote: Vote) -> tuple[object, ...]:
        backing = [other for other in standing if agrees(other.span, vote.span)]
        voices = frozenset().union(*(other.voices for other in backing))
        same = [other.published for other in standing if other.span == vote.span]
        return (-len(voices), -vote.span.fineness, vote.event.approximate, -max(same).timestamp())

    return min(exact, key=rank)


def others(votes: Sequence[Vote], lead: Vote) -> tuple[OtherDate, ...]:
    """The dates that stand against the leading one, with their evidence, in order of time."""
    former = _former(votes)
    found: dict[tuple[str, str, str], OtherDate] = {}
    for vote in votes:
        event = vote.event
        if not _tells_the_same(vote.span, lead.span):
            own = OtherDate(begin=event.begin, until=event.until, edtf=event.edtf, evidence=event.evidence)
            _add(found, own.model_copy(update={"reason": "postponed"}) if vote.span in former else own)
        for other in event.other_dates:
            span = span_of_other(other)
            if span is None or not _tells_the_same(span, lead.span):
                _add(found, other)
    return tuple(found[key] for key in sorted(found))


def _former(votes: Sequence[Vote]) -> set[Span]:
    """The dates that the event was moved away from, as far as no later publication goes back to them."""
    return {
        vote.span
        for moving in votes
        for vote in votes
        if vote.published <= moving.published and any(_tells_the_same(vote.span, span) for span in _left(moving, votes))
    } | {vote.span for vote in votes if _is_overtaken(vote, votes)}


def _left(moving: Vote, votes: Sequence[Vote]) -> Iterator[Span]:
    """The old dates of which a mention says, or lets know, that the event leaves them."""
    told = [
        span for other in moving.event.other_dates if other.reason == "postponed" and (span := span_of_other(other))
    ]
    yield from told
    if moving.event.status == "postponed" and not told and not _stands_at_old_date(moving, votes):
        yield from (vote.span for vote in votes if relation(vote.span, moving.span) == "apart")


def _is_overtaken(vote: Vote, votes: Sequence[Vote]) -> bool:
    """Whether a postponement told without a new date was followed by one."""
    return _stands_at_old_date(vote, votes) and any(
        later.published > vote.published and relation(later.span, vote.span) == "apart" for later in votes
    )


def _stands_at_old_date(moving: Vote, votes: Sequence[Vote]) -> bool:
    """Whether a postponement is dated as the event was before it."""
    return moving.event.status == "postponed" and any(
        vote is not moving
        and vote.published < moving.published
        and vote.event.status != "postponed"
        and agrees(vote.span, moving.span)
        for vote in votes
    )


def _tells_the_same(span: Span, lead: Span) -> bool:
    """Whether a date is the leading one, or the same less exactly."""
    return span == lead or agrees(span, lead) or (lead.begin == span.begin and span.moment)


def _add(found: dict[tuple[str, str, str], OtherDate], other: OtherDate) -> None:
    key = (str(other.begin), str(other.until), other.edtf)
    known = found.get(key)
    if known is None:
        found[key] = other
        return
    evidence = tuple({_place(one): one for one in (*known.evidence, *other.evidence)}.values())
    reason = "postponed" if "postponed" in (known.reason, other.reason) else "disagreement"
    found[key] = other.model_copy(update={"evidence": evidence, "reason": reason})


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.article, evidence.start_char, evidence.end_char)
