"""The articles behind an event, ready to be cited."""

from dataclasses import dataclass
from datetime import UTC, datetime

from exports.characters import lines_of, one_line
from exports.links import web_address
from schemas import ArticleMetadata, Event, Evidence, Timeline

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment that stands where no article tells one."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited.

    Attributes:
        title: the headline in one line.
        publisher: the paper, site or agency in one line; empty where it is not known.
        published: the moment of publication; None where the article is not in the timeline.
        url: its address, fit to be followed; None where there is none.
        image: the address of its picture.
        authors: the names given as authors.
        tags: its keywords.
    """

    title: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str | None = None
    image: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day of publication where the article came out, in ISO 8601; empty where it is not known."""
        return self.published.date().isoformat() if self.published else ""


UNKNOWN = Source()


class Citations:
    """All articles of a timeline by their ids."""

    def __init__(self, timeline: Timeline) -> None:
        self._sources = {article.id: _source(article) for article in timeline.articles}
        moments = [source.published for source in self._sources.values() if source.published]
        self.latest = max(moments, default=EPOCH)
        """The latest publication in the timeline."""

    def source(self, evidence: Evidence) -> Source:
        """The article that words come from; a blank one where the timeline does not hold it."""
        return self._sources.get(evidence.article, UNKNOWN)

    def sources(self, event: Event) -> list[Source]:
        """The articles that tell of an event, each once, the earliest published first."""
        ids = dict.fromkeys([evidence.article for evidence in event.evidence])
        return [self._sources[name] for name in ids if name in self._sources]

    def published(self, event: Event) -> datetime:
        """The publication that first told of an event."""
        return min([source.published for source in self.sources(event) if source.published], default=self.latest)

    def revised(self, event: Event) -> datetime:
        """When an event last changed: ``modified``, or the latest publication that tells of it; never the clock."""
        if event.modified is not None:
            return event.modified
        return max([source.published for source in self.sources(event) if source.published], default=self.latest)


def in_utc(moment: datetime) -> datetime:
    """The same moment in UTC, to the second; at the ends of the calendar the last one that can be written."""
    try:
        return moment.replace(microsecond=0).astimezone(UTC)
    except OverflowError:
        edge = datetime.min if moment.year == 1 else datetime.max
        return edge.replace(microsecond=0, tzinfo=UTC)


def _source(article: ArticleMetadata) -> Source:
    return Source(
        title=one_line(article.title),
        publisher=one_line(article.publisher or ""),
        published=article.published,
        url=web_address(article.url),
        image=web_address(article.image),
        authors=tuple(lines_of(article.authors)),
        tags=tuple(lines_of(article.tags)),
    )
