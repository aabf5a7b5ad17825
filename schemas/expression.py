"""A date expression: TIMEX3's fields, with bounds."""

from datetime import datetime
from typing import Literal, get_args

from pydantic import Field

from schemas.base import Model

ExpressionType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3's types (ISO 24617-1)."""

Modifier = Literal[
    "START",
    "MID",
    "END",
    "APPROX",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
    "BEFORE",
    "AFTER",
]
"""TIMEX3's ``mod``."""

Granularity = Literal[
    "era",
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "ten_days",
    "week",
    "day",
    "part_of_day",
    "hour",
    "minute",
    "second",
]
"""The size of the unit in which a date is told, coarsest first. ``ten_days`` is 上旬, 中旬 and 下旬."""

GRANULARITIES: tuple[Granularity, ...] = get_args(Granularity)
"""All granularities, coarsest first."""

Relation = Literal["on", "by", "since", "until", "as_of", "within", "before", "after"]
"""How what is said stands to the date: 到 by, 从…起 since, 截至 as_of, 内 within."""


class Expression(Model):
    """A date expression that was found in a text, and what it means."""

    text: str = Field(examples=["9月1日~3日"])
    """The words as they stand."""
    start_char: int = Field(ge=0, examples=[0])
    """The offset of the first code point."""
    end_char: int = Field(ge=0, examples=[7])
    """The offset after the last code point."""
    type: ExpressionType = Field(examples=["DATE"])
    """TIMEX3's type."""
    value: str = Field(examples=["2022-09-01/2022-09-03", "2022-06", "P3D", "PAST_REF", "FREQ=WEEKLY;BYDAY=WE"])
    """TIMEX3's value; both ends of a range are inside it; an RFC 5545 rule where the type is SET."""
    mod: Modifier | None = Field(default=None, examples=["END"])
    """TIMEX3's modifier."""
    begin: datetime | None = Field(default=None, examples=["2022-09-01T00:00:00"])
    """The first local moment inside; null where that side is open or there is no date."""
    until: datetime | None = Field(default=None, examples=["2022-09-04T00:00:00"])
    """The first local moment after it; null where that side is open or there is no date."""
    granularity: Granularity | None = Field(default=None, examples=["day"])
    """The size of the unit in which it is told; null where there is no date."""
    relation: Relation = Field(default="on", examples=["on"])
    """How what is said stands to the date."""
    timezone: str | None = Field(default=None, examples=["local", "America/New_York", "Asia/Shanghai"])
    """The zone that the words name: an IANA name, ``local`` for 当地时间; null where they name none."""
    anchor: str | None = Field(default=None, examples=["published 2022-08-26", "text 120-124 2022-09-01"])
    """What it was resolved against; null where it says everything itself."""
    inherited: tuple[str, ...] = Field(default=(), examples=[["year"], ["year", "month"]])
    """The fields that the words do not say and the anchor gave."""
    rule: str = Field(examples=["month_day"])
    """The name of the row that found it."""
