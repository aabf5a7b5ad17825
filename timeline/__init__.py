"""Event timelines and calendars out of news articles.

Each step can be used alone:

    >>> import timeline
    >>> articles = list(timeline.read(["articles/"]))
    >>> timeline.find_expressions("9月1日~3日举行", published)[0].value
    '2022-09-01/2022-09-03'
    >>> built = timeline.build(["articles/"])
    >>> calendar = timeline.export(built.timeline, "ical")

Bounds are half open; times are local to the article's zone (Asia/Shanghai unless it says otherwise). Every error that
is raised on purpose is a `TimelineError`. Nothing is loaded until it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports import EXPORTERS, ExportOptions, Selection, export, write_exports
    from schemas import Article, ArticleMetadata, Event, Evidence, Expression, Timeline, TimelineError
    from timeline.articles import read
    from timeline.events import examine, extract, merge
    from timeline.expressions import find_expressions
    from timeline.pipeline import Built, Settings, build, build_from_articles

_HOMES = {
    "read": "timeline.articles",
    "find_expressions": "timeline.expressions",
    "examine": "timeline.events",
    "extract": "timeline.events",
    "merge": "timeline.events",
    "Built": "timeline.pipeline",
    "Settings": "timeline.pipeline",
    "build": "timeline.pipeline",
    "build_from_articles": "timeline.pipeline",
    "EXPORTERS": "exports",
    "ExportOptions": "exports",
    "Selection": "exports",
    "export": "exports",
    "write_exports": "exports",
    "Article": "schemas",
    "ArticleMetadata": "schemas",
    "Event": "schemas",
    "Evidence": "schemas",
    "Expression": "schemas",
    "Timeline": "schemas",
    "TimelineError": "schemas",
}

__all__ = [
    "EXPORTERS",
    "Article",
    "ArticleMetadata",
    "Built",
    "Event",
    "Evidence",
    "ExportOptions",
    "Expression",
    "Selection",
    "Settings",
    "Timeline",
    "TimelineError",
    "build",
    "build_from_articles",
    "examine",
    "export",
    "extract",
    "find_expressions",
    "merge",
    "read",
    "write_exports",
]


def __getattr__(name: str) -> object:
    """Load the room that holds a public name when the name is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)
