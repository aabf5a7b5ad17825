"""Articles in, one timeline out: the rooms joined, in one process or in many, with the same result."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from schemas import Article, ArticleMetadata, Event, ReadError, Timeline, TimelineError, UnusedExpression
from timeline.articles import Deduplicator, Document, list_documents, read_document, text_key
from timeline.events import Signature, Words, examine, group_voices, load_words, merge, parted, signature

LEAST_CONFIDENCE = 0.45
"""Less sure events are right less often than not, and stand in the report instead of the timeline."""

CHUNK = 16
"""Documents handed to a process at a time: enough to hide the cost of the hand-over, few enough to share evenly."""

Progress = Callable[[int, int], None]
"""Called with the bytes that are done and the bytes there are."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles become a timeline.

    Attributes:
        timezone: the IANA zone of articles that name none.
        published: the publication moment of articles that tell none; such articles are left out where it is None.
        title: the timeline's title.
        words: a file with words, types and aliases of the user's own.
        least_confidence: events that are less sure are left out and told among what was not used.
        jobs: processes to share the work over; 0 takes as many as there are processors.
    """

    timezone: str = "Asia/Shanghai"
    published: datetime | None = None
    title: str = "时间线"
    words: Path | None = None
    jobs: int = 1
    least_confidence: float = LEAST_CONFIDENCE


@dataclass(slots=True)
class Built:
    """A timeline, and what did not come into it.

    Attributes:
        timeline: the events in order of time.
        unused: the date expressions that made no event, by article and place.
        problems: what could not be read, in the order of the documents.
        notices: what was left out on purpose, such as an article that was read twice.
        unsure: how many events were not sure enough to come into it; their date expressions are among the unused.
    """

    timeline: Timeline
    unused: list[UnusedExpression] = field(default_factory=list)
    problems: list[TimelineError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unsure: int = 0


@dataclass(slots=True)
class _ArticleResult:
    metadata: ArticleMetadata
    text_key: int
    signature: Signature
    events: list[Event]
    unused: list[UnusedExpression]


@dataclass(slots=True)
class _DocumentResult:
    size: int
    articles: list[_ArticleResult]
    problems: list[TimelineError]


def build(
    paths: Iterable[str | Path], settings: Settings | None = None, *, on_progress: Progress | None = None
) -> Built:
    """Read articles, find their events and merge them.

    Args:
        paths: files and folders; ``-`` is standard input.
        settings: see `Settings`.
        on_progress: called after each document.

    Returns:
        The timeline, the same for any number of processes, and what did not come into it.

    Raises:
        UsageError: a path that does not exist, or a words file that cannot be read.
    """
    settings = settings or Settings()
    words = load_words(settings.words) if settings.words else None
    documents = list(list_documents(paths))
    total = sum(document.size for document in documents)
    built = Built(Timeline(title=settings.title, timezone=settings.timezone))
    seen = Deduplicator()
    kept: list[_ArticleResult] = []
    done = 0
    for result in _results(documents, settings, words):
        built.problems.extend(result.problems)
        for article in result.articles:
            earlier = seen.add(article.metadata, article.text_key)
            if earlier is None:
                kept.append(article)
            else:
                built.notices.append(f"{article.metadata.source}: the same article as {earlier}; read once")
        done += result.size
        if on_progress:
            on_progress(done, total)
    _assemble(built, kept, settings.least_confidence)
    return built


def build_from_articles(articles: Iterable[Article], settings: Settings | None = None) -> Built:
    """The timeline of articles that are in memory already; `build` without the reading.

    Raises:
        UsageError: a words file that cannot be read.
    """
    settings = settings or Settings()
    words = load_words(settings.words) if settings.words else None
    built = Built(Timeline(title=settings.title, timezone=settings.timezone))
    kept = []
    for article in articles:
        result, problem = _examine(article, words)
        kept.append(result)
        if problem:
            built.problems.append(problem)
    _assemble(built, kept, settings.least_confidence)
    return built


def _assemble(built: Built, kept: list[_ArticleResult], least_confidence: float) -> None:
    voices = group_voices(
        {result.metadata.id: result.signature for result in kept},
        {result.metadata.id: result.metadata.published for result in kept},
    )
    articles = sorted(
        (result.metadata.model_copy(update={"voice": voices.get(result.metadata.id)}) for result in kept),
        key=lambda metadata: (metadata.published, metadata.id),
    )
    merged = merge((event for result in kept for event in result.events), articles)
    events, unsure = parted(merged, least_confidence)
    built.unsure = len(merged) - len(events)
    built.timeline = built.timeline.model_copy(update={"articles": tuple(articles), "events": tuple(events)})
    built.unused = sorted(
        (*(unused for result in kept for unused in result.unused), *unsure),
        key=lambda unused: (unused.article, unused.expression.start_char),
    )


def _results(documents: list[Document], settings: Settings, words: Words | None) -> Iterator[_DocumentResult]:
    """One result a document, in the order of the documents."""
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs == 1 or len(documents) <= 1:
        yield from (_work(document, settings, words) for document in documents)
        return
    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        try:
            yield from _in_order(pool, documents, settings, words, ahead=jobs * 4)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that the user sees, so that it ends with one message."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_order(
    pool: ProcessPoolExecutor, documents: list[Document], settings: Settings, words: Words | None, ahead: int
) -> Iterator[_DocumentResult]:
    """Results in the documents' order, with a bounded number of chunks under way, so that memory stays bounded."""
    chunks = iter([documents[at : at + CHUNK] for at in range(0, len(documents), CHUNK)])
    waiting = [pool.submit(_work_chunk, chunk, settings, words) for chunk in islice(chunks, ahead)]
    while waiting:
        yield from waiting.pop(0).result()
        waiting.extend(pool.submit(_work_chunk, chunk, settings, words) for chunk in islice(chunks, 1))


def _work_chunk(documents: list[Document], settings: Settings, words: Words | None) -> list[_DocumentResult]:
    return [_work(document, settings, words) for document in documents]


def _work(document: Document, settings: Settings, words: Words | None) -> _DocumentResult:
    reading = read_document(document, timezone=settings.timezone, published=settings.published)
    problems = list(reading.problems)
    articles = []
    for article in reading.articles:
        result, problem = _examine(article, words)
        articles.append(result)
        if problem:
            problems.append(problem)
    return _DocumentResult(document.size, articles, problems)


def _examine(article: Article, words: Words | None) -> tuple[_ArticleResult, TimelineError | None]:
    """An article's events; an error of the program's own costs that article's events and is named."""
    known = article.metadata(), text_key(article.text), signature(article.text)
    try:
        found = examine(article, words)
    except Exception as error:
        problem = ReadError(
            f"no events, for an error in the program ({type(error).__name__}: {error})",
            where=article.source,
            mend="please report it with the file",
        )
        return _ArticleResult(*known, [], []), problem
    return _ArticleResult(*known, found.events, found.unused), None
