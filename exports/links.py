"""Addresses that may be written where a reader will follow them."""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

_LONGEST = 2000
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


@lru_cache(maxsize=4096)
def web_address(url: str | None) -> str | None:
    """The address as a URI (RFC 3986); None for what is no ``http`` or ``https`` address, or longer than 2,000.

    Letters outside ASCII are percent-encoded and a host outside ASCII is put in its IDNA form.
    """
    if not url or len(url) > _LONGEST or not re.match(r"https?://", url, re.IGNORECASE):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        if not re.fullmatch(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|[0-9a-f:.]+", host):
            return None
        place = f"[{host}]" if ":" in host else host
        if parts.port is not None:
            place += f":{parts.port}"
        rest = (_quoted(part) for part in (parts.path, parts.query, parts.fragment))
        return urlunsplit((parts.scheme.lower(), place, *rest))
    except ValueError:
        return None


def _quoted(part: str) -> str:
    """Percent-encode what may not stand in a URI, and a percent sign that begins no escape."""
    whole = quote(part.encode("utf-8", "replace"), safe=_SAFE)
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", whole)
    return whole.replace("[", "%5B").replace("]", "%5D")
