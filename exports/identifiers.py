"""Identifiers that stay the same from build to build: UUIDs made of names (RFC 9562, version 5)."""

from functools import lru_cache
from uuid import NAMESPACE_DNS, UUID, uuid5

_NAMESPACE = uuid5(NAMESPACE_DNS, "article-timeline")


@lru_cache(maxsize=1024)
def uuid_of(kind: str, name: str) -> UUID:
    """The UUID of a thing of some kind; ``name`` must not hold lone surrogates.

    >>> uuid_of("event", "8d1f0a52c9e4b377").urn
    'urn:uuid:684e4fd5-4462-5307-bea1-a1b9c590a294'
    """
    return uuid5(_NAMESPACE, f"{kind}/{name}")
