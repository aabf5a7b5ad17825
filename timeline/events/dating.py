"""Which of several dates leads: the best supported, then the more exact, then the one in the later publication."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas import Event, Evidence, OtherDate
from timeline.events.spans import Span, agrees, refines, span_of, span_of_other


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
    by a later publication is none either.
    """
    former = _former(votes)
    standing = [vote for vote in votes if vote.span not in former] or list(votes)
    exact = [vote for vote in standing if not any(refines(other.span, vote.span) for other in standing)] or standing

    def rank(vote: Vote) -> tuple[object, ...]:
        backing = [other for other in standing if agrees(other.span, vote.span)]
        voices = frozenset().union(*(other.voices for other in backing))
        same = [other.published for other in standing if other.span == vote.span]
        return (-len(voices), -vote.span.fineness, vote.event.approximate, -max(same).timestamp(), _tie(vote))

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
    """The dates that a postponement names as the old ones, as long as no later publication goes back to them."""
    moves = [
        (span, vote.published)
        for vote in votes
        for other in vote.event.other_dates
        if other.reason == "postponed" and (span := span_of_other(other))
    ]
    return {
        vote.span
        for vote in votes
        for span, moved in moves
        if vote.published <= moved and _tells_the_same(vote.span, span)
    }


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


def _tie(vote: Vote) -> tuple[object, ...]:
    first = vote.event.evidence[0]
    return (first.article, first.start_char, first.end_char, vote.event.id)
