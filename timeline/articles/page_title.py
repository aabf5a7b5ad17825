"""The headline of a page, out of its <title>, its headings and its head; and the site's name beside it."""

import re

from timeline.articles.furniture import bare
from timeline.articles.titles import clean_title

_PARTING = re.compile(r"\s?[-–—_|｜>·]{1,2}\s?")
_HAN = re.compile("[一-鿿]")
_FURTHEST = 120
_ENOUGH = 6
_LONGEST_SITE = 40


def title_of_page(told: str, publisher: str | None, named: str, headings: list[str], lines: list[str]) -> str:
    """The headline, or "" where nothing tells it.

    The heading with which the <title> begins; else what the head of the page tells; else the part of the <title> that a
    line of the page says as well; else the first heading. A heading that the <title> ends with is the site's name. A
    <title> that the page does not show, and that has no heading beside it, is the site's as well.

    Args:
        told: what the head of the page tells.
        publisher: the site's name, where it is known.
        named: the <title>.
        headings: the headings of the first level.
        lines: the page's lines.
    """
    named = _shown_part(named, headings, lines)
    whole = bare(named)
    for heading in headings:
        if whole.startswith(bare(heading)):
            return heading
    others = [heading for heading in headings if not whole.endswith(bare(heading))]
    title = clean_title(named, publisher)
    is_shown = bool(headings) or any(bare(title) in bare(line) for line in lines[:_FURTHEST])
    return next(filter(bare, (told, title if is_shown else "", *others)), "")


def _shown_part(named: str, headings: list[str], lines: list[str]) -> str:
    """The part of the <title> that a line of the page, or the end of a heading, says as well; else all of it."""
    shown = {bare(line) for line in lines[:_FURTHEST]}
    for parting in reversed(list(_PARTING.finditer(named))):
        before, after = named[: parting.start()].strip(), named[parting.end() :].strip()
        words = bare(before)
        if words in shown or (len(words) >= _ENOUGH and any(bare(heading).endswith(words) for heading in headings)):
            return before
        if len(bare(after)) >= _ENOUGH and bare(after) in shown:
            return after
    return named


def place_of(title: str, lines: list[str]) -> int:
    """The number of the line that is the headline; 0 where none is."""
    wanted = bare(title)
    places = (number for number, line in enumerate(lines) if bare(line) == wanted and not line.endswith("。"))
    return next(places, 0) if wanted else 0


def site_of(named: str, title: str) -> str | None:
    """The site's name that a <title> ends with; the last of several names that is in Chinese."""
    rest = named.removeprefix(title if named.startswith(title) else clean_title(named))
    parts = [part for part in map(str.strip, _PARTING.split(rest)) if part]
    chinese = [part for part in parts if _HAN.search(part)]
    return (chinese or parts or [""])[-1][:_LONGEST_SITE] or None
