"""The id of an event, made from the place of its words."""

from hashlib import sha256


def event_id(article_id: str, start_char: int, end_char: int) -> str:
    """The id of the event whose earliest published evidence stands at this place.

    Args:
        article_id: the article's id.
        start_char: the offset of the evidence's first code point in the article's text.
        end_char: the offset after its last code point.

    Returns:
        16 hexadecimal digits, the same on any machine and in any process.

    >>> event_id("2fa58cecda42d64d", 0, 24)
    '63cd4f168cd2ced7'
    """
    return sha256(f"{article_id}\x00{start_char}\x00{end_char}".encode()).hexdigest()[:16]
