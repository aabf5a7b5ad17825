"""What merging asks of the articles: when they came out, with whose voice they speak, where they stand."""

from collections.abc import Iterable
from datetime import UTC, datetime

from schemas import ArticleMetadata

UNKNOWN = datetime.max.replace(tzinfo=UTC)
"""The publication of an article that is not among those given: after all others."""


class Sources:
    """The articles by id; one that is not given is its own voice and was published last."""

    __slots__ = ("_articles",)

    def __init__(self, articles: Iterable[ArticleMetadata]) -> None:
        self._articles = {article.id: article for article in articles}

    def published(self, article: str) -> datetime:
        """When it came out."""
        known = self._articles.get(article)
        return known.published if known else UNKNOWN

    def voice(self, article: str) -> str:
        """The id that stands for all articles of nearly its text."""
        known = self._articles.get(article)
        return (known.voice if known else None) or article

    def name(self, article: str) -> str:
        """Its place among the files that were read."""
        known = self._articles.get(article)
        return known.source if known else article
