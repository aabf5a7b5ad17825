"""The models that pass between the rooms of the program."""

from schemas.article import Article, ArticleMetadata, PublishedFrom
from schemas.base import trusted
from schemas.errors import ExportError, MissingExtraError, ReadError, SkippedError, TimelineError, UsageError
from schemas.event import (
    Bound,
    Event,
    EventTypeName,
    Evidence,
    Explanation,
    Metric,
    OtherDate,
    Participant,
    PartOf,
    Place,
    Role,
    Status,
    UnusedExpression,
    UnusedReason,
    When,
    order_of,
)
from schemas.event_types import EVENT_TYPES, EventType
from schemas.expression import GRANULARITIES, Expression, ExpressionType, Granularity, Modifier, Relation
from schemas.timeline import VERSION, Timeline

__all__ = [
    "EVENT_TYPES",
    "GRANULARITIES",
    "VERSION",
    "Article",
    "ArticleMetadata",
    "Bound",
    "Event",
    "EventType",
    "EventTypeName",
    "Evidence",
    "Explanation",
    "ExportError",
    "Expression",
    "ExpressionType",
    "Granularity",
    "Metric",
    "MissingExtraError",
    "Modifier",
    "OtherDate",
    "PartOf",
    "Participant",
    "Place",
    "PublishedFrom",
    "ReadError",
    "Relation",
    "Role",
    "SkippedError",
    "Status",
    "Timeline",
    "TimelineError",
    "UnusedExpression",
    "UnusedReason",
    "UsageError",
    "When",
    "order_of",
    "trusted",
]
