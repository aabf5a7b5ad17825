"""From a draft to an article: cleaned, dated, named; or the reason why it is none."""

import re
from datetime import datetime

from schemas import Article, ReadError
from timeline.articles.bylines import reporters_of
from timeline.articles.draft import Draft
from timeline.articles.furniture import bare, original_title, strip_furniture
from timeline.articles.html_text import clean_line
from timeline.articles.identity import article_id, tells_apart
from timeline.articles.language import language_of
from timeline.articles.publication import publication
from timeline.articles.publishers import is_outlet, publisher_name, publisher_of_url, publisher_of_words
from timeline.articles.titles import clean_title

_LONGEST_TITLE = 200
_SENTENCE = re.compile(r"[。！？!?\n]")


def finish(draft: Draft, source: str, form: str, timezone: str, published: datetime | None) -> Article:
    """The article that a draft makes.

    Args:
        draft: what the format found.
        source: the article's ``source``; a day in it is the last that is believed.
        form: the registered name of the format.
        timezone: the IANA zone of moments without offset.
        published: the moment for an article that tells none; None leaves such an article out.

    Raises:
        ReadError: neither title nor text, or no moment of publication.
    """
    title = clean_title(draft.title, draft.publisher)
    lines = [line for line in draft.lines if line]
    told = original_title(lines)
    if told and bare(clean_title(told)) == bare(title):
        title = clean_title(told)
    text = "\n".join(strip_furniture(lines, title))
    title = (title or _first_sentence(text))[:_LONGEST_TITLE]
    if not title:
        raise ReadError("neither title nor text", where=source, mend="remove it, or give its text")
    moment, known = publication(draft, title, source, timezone) or (published, "given")
    if moment is None:
        raise ReadError("no date of publication", where=source, mend="add a date to it, or give --published")
    url = clean_line(draft.url or "") or None
    own = url if draft.own_url and tells_apart(url) else None
    return Article(
        id=article_id(own, title, moment.isoformat(), text),
        source=source,
        url=url,
        title=title,
        publisher=clean_line(_publisher(draft, url, lines) or "") or None,
        authors=_names(draft.authors) or reporters_of(lines),
        published=moment,
        published_from=known,
        language=language_of(text),
        tags=_names(draft.tags),
        image=clean_line(draft.image or "") or None,
        format=draft.form or form,
        text=text,
    )


def _names(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(clean_line, names) if name and "://" not in name))


def _publisher(draft: Draft, url: str | None, lines: list[str]) -> str | None:
    """The publisher named; else an author that is plainly a paper or site; else as address or words tell."""
    named = publisher_name(draft.publisher or "")
    if named:
        return named
    outlets = filter(is_outlet, draft.authors)
    return next(outlets, None) or (publisher_of_url(url) if url else None) or publisher_of_words(lines)


def _first_sentence(text: str) -> str:
    sentence = _SENTENCE.split(text, maxsplit=1)[0]
    return sentence if len(sentence) <= 60 else sentence[:59] + "…"
