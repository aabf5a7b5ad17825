"""A timeline: the events of a set of articles, in order of time."""

from pydantic import Field

from schemas.article import ArticleMetadata
from schemas.base import Model
from schemas.event import Event

VERSION = "1.0.0"
"""The version of the JSON that these models make, by semantic versioning."""


class Timeline(Model):
    """Events in order of time, and the articles that tell of them."""

    version: str = Field(default=VERSION, pattern=r"^1\.\d+\.\d+$", examples=["1.0.0"])
    """The version of this form (semantic versioning): another major version is another form."""
    title: str = Field(examples=["时间线"])
    """What the timeline is called."""
    timezone: str = Field(default="Asia/Shanghai", examples=["Asia/Shanghai"])
    """The IANA zone in which it was built."""
    articles: tuple[ArticleMetadata, ...] = Field(default=())
    """The articles that were read, by publication, then id."""
    events: tuple[Event, ...] = Field(default=())
    """By begin, until, granularity (coarser first), type, title, id."""
