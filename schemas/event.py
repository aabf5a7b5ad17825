"""An event: something that happens at a date or in a period that an article states."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BeforeValidator, Field, NaiveDatetime

from schemas.base import Model
from schemas.expression import GRANULARITIES, Expression, Granularity

EventTypeName = Literal[
    "conference",
    "ceremony",
    "exhibition",
    "performance",
    "competition",
    "publication",
    "launch",
    "founding",
    "signing",
    "construction",
    "appointment",
    "award",
    "meeting",
    "incident",
    "legal",
    "market",
    "statistic",
    "target",
    "anniversary",
    "holiday",
    "other",
]
"""The closed list of event types; their labels stand in ``schemas.event_types``."""

Status = Literal["scheduled", "ongoing", "happened", "target", "postponed", "cancelled"]
"""Where an event stands at the publication of the latest article that tells of it."""

Role = Literal[
    "host",
    "organiser",
    "co-organiser",
    "guide",
    "supporter",
    "speaker",
    "signatory",
    "member",
    "publisher",
    "performer",
    "winner",
    "participant",
]
"""主办 host, 承办 organiser, 协办 co-organiser, 指导 guide, 支持 supporter, and what the words tell otherwise."""

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about"]
"""How a figure is meant: 以上 at_least, 超过 more_than, 不超过 at_most, 不到 less_than, 约 about."""


def _date_or_datetime(value: Any) -> Any:
    """Ten characters are a date, more a date-time: pydantic alone would make midnight a date."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    return value


When = Annotated[NaiveDatetime | date, BeforeValidator(_date_or_datetime)]
"""A local date, or a local date-time without offset."""


class Place(Model):
    """A venue, city or region as the article writes it."""

    name: str = Field(min_length=1, examples=["张江科学会堂"])
    """The place's name."""


class Participant(Model):
    """A person or organisation and its part in the event."""

    name: str = Field(min_length=1, examples=["上海张江（集团）有限公司"])
    """The name as the article writes it."""
    role: Role = Field(examples=["host"])
    """Its part."""


class Metric(Model):
    """A figure that the event tells."""

    name: str = Field(examples=["元宇宙相关产业规模"])
    """What is counted."""
    value: float = Field(examples=[3500.0])
    """The number in the unit given."""
    unit: str = Field(examples=["亿元"])
    """The unit as written."""
    bound: Bound = Field(default="exact", examples=["at_least"])
    """Whether the figure is exact or a bound."""


class PartOf(Model):
    """The event that an event belongs to (schema.org's superEvent)."""

    name: str = Field(min_length=1, examples=["2022世界人工智能大会"])
    """Its name."""
    id: str | None = Field(default=None, examples=["8d1f0a52c9e4b377"])
    """Its id where it stands in the same timeline."""


class Evidence(Model):
    """The words that an event comes from."""

    article: str = Field(examples=["2fa58cecda42d64d"])
    """The article's id."""
    quote: str = Field(min_length=1, max_length=120, examples=["9月1日~3日，2022世界人工智能大会举行。"])
    """The words, exactly ``text[start_char:end_char]``."""
    start_char: int = Field(ge=0, examples=[0])
    """The offset of the quote's first code point in the article's text."""
    end_char: int = Field(ge=0, examples=[24])
    """The offset after the quote's last code point."""
    prefix: str = Field(default="", max_length=32, examples=[""])
    """Up to 32 code points before the quote (W3C TextQuoteSelector)."""
    suffix: str = Field(default="", max_length=32, examples=["今年，世界人工智能大会浦东分会场"])
    """Up to 32 code points after the quote."""
    expression: Expression | None = Field(default=None)
    """The date expression that dates the event here."""


class OtherDate(Model):
    """A date that another article, or another sentence, gives for the same event."""

    begin: When | None = Field(examples=["2022-07-01"])
    """As the event's own ``begin``."""
    until: When | None = Field(examples=["2022-08-01"])
    """As the event's own ``until``."""
    edtf: str = Field(examples=["2022-07"])
    """The date in EDTF (ISO 8601-2)."""
    reason: Literal["disagreement", "postponed"] = Field(default="disagreement", examples=["disagreement"])
    """Why it stands here: articles disagree, or the event was moved away from this date."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The words that give this date."""


class Explanation(Model):
    """Why a field of an event is what it is."""

    field: str = Field(examples=["title", "type", "place", "status", "merge"])
    """The field that is explained."""
    reason: str = Field(examples=["举行 tells conference"])
    """The words or the rule that gave it."""


class Event(Model):
    """Something that happened, happens or is to happen, or a target or figure that holds then."""

    id: str = Field(pattern=r"^[0-9a-f]{16}$", examples=["8d1f0a52c9e4b377"])
    """Made from the earliest published evidence: the article's id and the place of its words."""
    type: EventTypeName = Field(examples=["conference"])
    """What kind of event it is."""
    title: str = Field(min_length=1, examples=["2022世界人工智能大会"])
    """What an editor would write: the thing itself."""
    summary: str = Field(default="", max_length=200, examples=["9月1日~3日，2022世界人工智能大会举行。"])
    """The sentence or two that tell it."""
    begin: When = Field(examples=["2022-09-01", "2022-09-01T09:30:00"])
    """The first day or local moment."""
    until: When | None = Field(examples=["2022-09-04", "2022-09-01T11:00:00"])
    """Half open; equals ``begin`` for a moment of unknown length; null only with ``open_end``."""
    timezone: str | None = Field(default="Asia/Shanghai", examples=["Asia/Shanghai"])
    """An IANA zone; null for 当地时间 of a place unknown."""
    edtf: str = Field(examples=["2022-09-01/2022-09-03", "2022-06", "2022-06~", "2023/.."])
    """The time in EDTF (ISO 8601-2), no more precise than the source."""
    granularity: Granularity = Field(examples=["day"])
    """The size of the unit in which the source tells the time."""
    all_day: bool = Field(examples=[True])
    """Whether ``begin`` and ``until`` are dates."""
    approximate: bool = Field(default=False, examples=[False])
    """Whether the source says 约, 左右, 前后, 初, 底 or the like."""
    open_end: bool = Field(default=False, examples=[False])
    """Whether it holds from ``begin`` on, with no end told."""
    recurrence: str | None = Field(default=None, examples=["FREQ=WEEKLY;BYDAY=WE"])
    """An RFC 5545 rule."""
    status: Status = Field(examples=["happened"])
    """As the latest published evidence tells."""
    places: tuple[Place, ...] = Field(default=())
    """Where it happens, the closest first."""
    participants: tuple[Participant, ...] = Field(default=())
    """Who takes part."""
    works: tuple[str, ...] = Field(default=(), examples=[["上海市培育“元宇宙”新赛道行动方案（2022-2025年）"]])
    """The names between 《 and 》."""
    metrics: tuple[Metric, ...] = Field(default=())
    """The figures it tells."""
    part_of: PartOf | None = Field(default=None)
    """The event it belongs to."""
    aliases: tuple[str, ...] = Field(default=(), examples=[["WAIC2022"]])
    """Other names of the same event."""
    confidence: float = Field(ge=0, le=1, examples=[0.9])
    """How sure title, date and type are."""
    doubts: tuple[str, ...] = Field(default=(), examples=[["year inherited"]])
    """What lowered the confidence."""
    explanations: tuple[Explanation, ...] = Field(default=())
    """Which words and rules gave title, type, place, status, and why mentions were merged."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The words it comes from, the earliest published first."""
    other_dates: tuple[OtherDate, ...] = Field(default=())
    """The dates that stand against ``begin`` and ``until``."""
    sequence: int = Field(default=0, ge=0, examples=[0])
    """RFC 5545's SEQUENCE: rises when date, place or status moved since the timeline given as previous."""
    modified: AwareDatetime | None = Field(default=None, examples=["2022-09-03T18:37:44+08:00"])
    """The publication that last changed it; null where no previous timeline was given."""
    language: str = Field(default="zh", examples=["zh"])
    """The BCP 47 tag of its title."""


UnusedReason = Literal[
    "background",
    "duration",
    "speech",
    "vague",
    "name",
    "furniture",
    "duplicate",
    "no clause",
    "recurring",
    "unbounded",
    "unsure",
]
"""Why a date expression makes no event."""


class UnusedExpression(Model):
    """A date expression that made no event, and why."""

    article: str = Field(examples=["2fa58cecda42d64d"])
    """The article's id."""
    expression: Expression
    """What was found."""
    reason: UnusedReason = Field(examples=["background"])
    """Why no event was made of it."""
    detail: str = Field(default="", examples=["duplicate of 8d1f0a52c9e4b377"])
    """What the reason points at."""


def order_of(event: Event) -> tuple[Any, ...]:
    """The key by which events stand in a timeline: begin, until, coarser first, type, title, id."""
    return (
        _moment(event.begin),
        event.until is None,
        _moment(event.until or event.begin),
        _COARSE[event.granularity],
        event.type,
        event.title,
        event.id,
    )


def _moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)


_COARSE = {name: place for place, name in enumerate(GRANULARITIES)}
