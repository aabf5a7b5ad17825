"""Events that are not sure enough to stand in a timeline, told as date expressions that made none."""

from collections.abc import Iterable

from schemas import Event, UnusedExpression
from timeline.events.merging.compose import DISAGREE, LESS_FOR_DISAGREEMENT


def parted(events: Iterable[Event], least: float) -> tuple[list[Event], list[UnusedExpression]]:
    """The events that are sure enough, and the date expressions of the others, each with what lowered its confidence.

    Args:
        events: merged events.
        least: the least confidence, 0 to 1; that articles disagree on a date is no reason to leave an event out.
    """
    kept: list[Event] = []
    left: list[Event] = []
    for event in events:
        sure = event.confidence + (LESS_FOR_DISAGREEMENT if DISAGREE in event.doubts else 0)
        (kept if sure >= least else left).append(event)
    gone = {event.id for event in left}
    kept = [_without_whole(event) if event.part_of and event.part_of.id in gone else event for event in kept]
    return kept, [unused for event in left for unused in _unused(event)]


def _without_whole(event: Event) -> Event:
    """An event whose whole is not told: its name stays."""
    return event.model_copy(update={"part_of": event.part_of and event.part_of.model_copy(update={"id": None})})


def _unused(event: Event) -> Iterable[UnusedExpression]:
    detail = f"{event.title} ({event.confidence:.2f}: {', '.join(event.doubts)})"
    for evidence in event.evidence:
        if evidence.expression is not None:
            yield UnusedExpression(
                article=evidence.article, expression=evidence.expression, reason="unsure", detail=detail
            )
