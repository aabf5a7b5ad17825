"""The articles that a page cites: numbered once, named shortly where they are cited and in full at its end."""

from collections.abc import Iterable
from dataclasses import dataclass

from exports.characters import one_line
from exports.citations import Citations, Source
from exports.date_words import Known
from exports.dates import day_of
from exports.labels import Language
from exports.layout import NO_BREAK
from schemas import Evidence, Timeline

NAMED = 4
"""So many articles of an event are named; of more, the first ones are, and the others told by their numbers."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An article that is cited.

    Attributes:
        number: its number on the page, from 1, in the order of the timeline's articles.
        source: what is known of it.
        file: where it was read.
    """

    number: int
    source: Source
    file: str


class References:
    """The articles that the events of a timeline come from."""

    def __init__(self, timeline: Timeline) -> None:
        cited: dict[str, Evidence] = {}
        for event in timeline.events:
            for evidence in (*event.evidence, *(row for other in event.other_dates for row in other.evidence)):
                cited.setdefault(evidence.article, evidence)
        citations = Citations(timeline)
        articles = [article for article in timeline.articles if article.id in cited]
        self._numbered = {
            article.id: Reference(number, citations.source(cited[article.id]), one_line(article.source))
            for number, article in enumerate(articles, 1)
        }

    def all(self) -> list[Reference]:
        """Every article cited, by number."""
        return list(self._numbered.values())

    def of(self, evidence: Iterable[Evidence]) -> tuple[Reference, ...]:
        """The articles that words come from, each once, in their order; those that the timeline lacks are not there."""
        names = dict.fromkeys([row.article for row in evidence])
        return tuple([self._numbered[name] for name in names if name in self._numbered])


def full_citation(source: Source, language: Language = "zh") -> str:
    """Publisher, day and title of an article: ``江城晚报 2024年9月5日《书展明日开幕》``."""
    lead = _lead(source, language, None)
    if language == "en":
        return f"{lead}: {source.title}" if lead and source.title else lead or source.title
    inner = source.title.replace("《", "〈").replace("》", "〉")
    return lead + (f"《{inner}》" if inner else "")


def short_citation(reference: Reference, language: Language = "zh", year: int | None = None) -> str:
    """Publisher, day and number of an article: ``[2] 江城晚报 9月5日``; the reader knows the ``year`` already."""
    return f"[{reference.number}]{NO_BREAK}{_lead(reference.source, language, year)}".strip()


def short_citations(references: tuple[Reference, ...], language: Language, year: int) -> list[str]:
    """The articles of an event, a piece each; where they are many, the last piece tells how many, and their numbers."""
    named = references if len(references) <= NAMED else references[: NAMED - 1]
    told = [short_citation(reference, language, year) for reference in named]
    if len(named) == len(references):
        return told
    numbers = "".join([f"[{reference.number}]" for reference in references[len(named) :]])
    return [*told, more_articles(len(references) - len(named), language) + NO_BREAK + numbers]


def more_articles(count: int, language: Language) -> str:
    """The words for the articles that are told by their numbers alone."""
    return f"另有{count}篇" if language == "zh" else f"and {count} more"


def _lead(source: Source, language: Language, year: int | None) -> str:
    day = day_of(source.published, language, Known(year)) if source.published else ""
    return (" " if language == "zh" else ", ").join([part for part in (source.publisher, day) if part])
