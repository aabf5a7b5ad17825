"""What an article is, with and without its text."""

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.base import Model

PublishedFrom = Literal[
    "front matter", "feed", "record", "meta tag", "json-ld", "page text", "url", "file name", "given"
]
"""How the moment of publication came to be known, the surest first."""


class ArticleMetadata(Model):
    """All that is known of an article except its text."""

    id: str = Field(pattern=r"^[0-9a-f]{16}$", examples=["2fa58cecda42d64d"])
    """A hash of the URL, or of title, publication and text where there is no URL."""
    source: str = Field(examples=["2022/waic.md", "digest.md#3", "https://example.org/a.html"])
    """The path relative to the argument given, with ``/``, and ``#n`` for the n-th article of a file; or the URL."""
    url: str | None = Field(default=None, examples=["https://example.org/news/1.html"])
    """The article's own address, where it is known."""
    title: str = Field(examples=["2022世界人工智能大会开幕"])
    """The headline, without what the site adds to it."""
    publisher: str | None = Field(default=None, examples=["新民晚报"])
    """The paper, site or agency."""
    authors: tuple[str, ...] = Field(default=(), examples=[["宋宁华"]])
    """The people or desks named as authors, in the order given."""
    published: AwareDatetime = Field(examples=["2022-09-03T18:37:44+08:00"])
    """The moment of publication, with the zone of the place where the article came out."""
    published_from: PublishedFrom = Field(default="front matter", examples=["front matter"])
    """How the moment of publication came to be known."""
    language: str = Field(default="zh", examples=["zh", "zh-Hant", "en"])
    """A BCP 47 language tag."""
    tags: tuple[str, ...] = Field(default=(), examples=[["元宇宙"]])
    """Keywords and categories, in the order given."""
    image: str | None = Field(default=None, examples=["https://example.org/cover.jpg"])
    """The address of the picture that stands for the article."""
    format: str = Field(default="text", examples=["front-matter", "html", "json-feed"])
    """The registered name of the format that it was read from."""
    voice: str | None = Field(default=None, examples=["2fa58cecda42d64d"])
    """The id of the earliest article with nearly the same text; null where there is no other."""


class Article(ArticleMetadata):
    """An article with its text."""

    text: str = Field(examples=["9月1日~3日，2022世界人工智能大会举行。"])
    """The body, paragraphs parted by ``\\n``. All offsets are code points in it."""

    def metadata(self) -> ArticleMetadata:
        """The same article without its text."""
        return ArticleMetadata.model_construct(**{name: getattr(self, name) for name in ArticleMetadata.model_fields})
