"""What makes an article the same article: its address, or its words."""

import re
from hashlib import sha256

from schemas import Article, ArticleMetadata

_TRACKING = re.compile(r"(?<=[?&])(?:utm_[a-z]{1,12}|spm|from|share_token|fbclid|gclid)=[^&#]{0,300}&?")
_SHORTEST_TEXT = 40
_HOST_ONLY = re.compile(r"^https?://[^/?#]{1,253}/?$", re.I)


def article_id(url: str | None, title: str, published: str, text: str) -> str:
    """16 hexadecimal digits of the SHA-256 over the address, or over title, publication and text where it has none.

    Args:
        url: the article's own address; None where it has none or shares it.
        title: the clean title.
        published: the moment in ISO 8601 with offset.
        text: the body.
    """
    key = normal_url(url) if url else "\n".join((title, published, text))
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def normal_url(url: str) -> str:
    """The address without tracking parameters and fragment, for comparison; a fragment that is a path is kept."""
    page, sign, fragment = url.partition("#")
    kept = sign + fragment if fragment.startswith(("/", "!")) else ""
    return _TRACKING.sub("", page).rstrip("?&") + kept


def tells_apart(url: str | None) -> bool:
    """Whether an address is more than the site's front page."""
    return bool(url) and not _HOST_ONLY.match(url or "")


class Deduplicator:
    """The articles met so far, so that each is read once. About 300 bytes an article."""

    def __init__(self) -> None:
        self._sources: dict[int, str] = {}

    def add(self, article: ArticleMetadata, words: int | None = None) -> str | None:
        """Remember an article.

        Args:
            article: with or without its text.
            words: ``text_key`` of its text, for an article without its text.

        Returns:
            The ``source`` of the same article met earlier, by address or by text; None where it is new.
        """
        if words is None and isinstance(article, Article):
            words = text_key(article.text)
        found = [key for key in (int(article.id, 16), words) if key]
        for key in found:
            earlier = self._sources.get(key)
            if earlier is not None:
                return earlier
        self._sources.update(dict.fromkeys(found, article.source))
        return None


def text_key(text: str) -> int:
    """64 bits that tell texts apart; spaces do not count. 0 for a text too short to be told by its words alone."""
    if len(text) < _SHORTEST_TEXT:
        return 0
    return int.from_bytes(sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()[:8])
