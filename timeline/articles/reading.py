"""Reads documents: opens them, chooses the format, and turns drafts into articles and failures into problems."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from schemas import Article, ReadError, SkippedError, TimelineError, UsageError
from timeline.articles.containers import BY_NAME, Member, Part
from timeline.articles.documents import Document, list_documents
from timeline.articles.draft import Content, Draft
from timeline.articles.finish import finish
from timeline.articles.formats import choose
from timeline.articles.identity import Deduplicator
from timeline.articles.limits import MAX_DOCUMENT_BYTES
from timeline.articles.too_large import refuse_large_document

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)
"""What a reader may raise for content that it was not made for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave.

    Attributes:
        articles: in the order of the document.
        problems: what could not be read, or was left out on purpose (`SkippedError`), each naming the file.
    """

    articles: tuple[Article, ...] = ()
    problems: tuple[TimelineError, ...] = ()


def read(
    paths: Iterable[str | Path],
    *,
    timezone: str = "Asia/Shanghai",
    published: datetime | None = None,
    on_problem: Callable[[TimelineError], None] | None = None,
) -> Iterator[Article]:
    """The articles of files and folders, each once, one after the other.

    Args:
        paths: files and folders; ``-`` is standard input.
        timezone: the IANA zone of articles that name none, or UTC.
        published: the moment of publication for articles that tell none, in that zone where it is naive; such articles
            are left out where it is None.
        on_problem: called for each file or record that is no article, and with a `SkippedError` for each that was
            left out on purpose, such as an article met before.

    Raises:
        UsageError: a path does not exist, or the zone is not known. Raised at once.
    """
    zone = zone_named(timezone)
    given = published.replace(tzinfo=zone) if published and published.tzinfo is None else published
    return read_documents(list_documents(paths), timezone, given, on_problem or _pass_over)


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        UsageError: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(f"no such time zone: {name!r}", mend="name an IANA zone, such as Asia/Shanghai") from error


def _pass_over(_: TimelineError) -> None:
    """What becomes of a problem that nobody asked for."""


def read_documents(
    documents: Iterable[Document],
    timezone: str,
    published: datetime | None,
    on_problem: Callable[[TimelineError], object],
    on_document: Callable[[Document], object] | None = None,
) -> Iterator[Article]:
    """The articles of documents, each once, in the documents' order.

    Args:
        documents: as `list_documents` gives them.
        timezone: the IANA zone of articles that name none.
        published: the publication moment of articles that tell none; they are left out where it is None.
        on_problem: called with what could not be read, and with what was left out on purpose.
        on_document: called with each document when its articles are through.
    """
    seen = Deduplicator()
    for document in documents:
        reading = read_document(document, timezone=timezone, published=published)
        for problem in reading.problems:
            on_problem(problem)
        for article in reading.articles:
            earlier = seen.add(article)
            if earlier is None:
                yield article
            else:
                on_problem(SkippedError(f"the same article as {earlier}, read once", where=article.source))
        if on_document:
            on_document(document)


def read_document(document: Document, *, timezone: str = "Asia/Shanghai", published: datetime | None = None) -> Reading:
    """The articles and problems of one document. Never raises for what the document holds."""
    if document.problem:
        return Reading(problems=(document.problem,))
    articles: list[Article] = []
    problems: list[TimelineError] = []
    for member in _members(document):
        if isinstance(member, TimelineError):
            problems.append(_placed(member, document.source))
            continue
        reading = _read_member(member, document.source + member.suffix, timezone, published)
        articles += reading.articles
        problems += reading.problems
    return Reading(tuple(articles), tuple(problems))


def _members(document: Document) -> Iterator[Member | TimelineError]:
    """The files that a document stands for, one or those of a part of an archive."""
    name = PurePath(document.source).name
    if document.content is not None:
        if len(document.content) > MAX_DOCUMENT_BYTES:
            yield ReadError(f"larger than {MAX_DOCUMENT_BYTES >> 20} MB in one piece", mend="split it")
            return
        yield Member("", Content(document.content, name, first=document.line, plural=bool(document.kind)))
        return
    try:
        if document.kind:
            part = Part(document.start, document.stop, document.size, document.line)
            yield from BY_NAME[document.kind].open(document.path, part)
            return
        refuse_large_document(document.size)
        yield Member("", Content(Path(document.path).read_bytes(), name))
    except TimelineError as error:
        yield error
    except OSError as error:
        yield ReadError(f"cannot be opened ({error.strerror})", mend="check that you may read it")


def _read_member(member: Member, source: str, timezone: str, published: datetime | None) -> Reading:
    articles: list[Article] = []
    problems: list[TimelineError] = []
    form, drafts = _drafts(member.content, problems)
    _disown_shared_urls(drafts)
    for draft in drafts:
        where = source if draft.number is None else f"{source}#{draft.number}"
        try:
            article = finish(draft, where, member.form or form, timezone, published)
        except (ReadError, *_BROKEN) as error:
            problems.append(error if isinstance(error, ReadError) else _unexpected(error, where))
            continue
        articles.append(article)
        if not article.text:
            problems.append(ReadError("the article has no text", where=where, mend="give its body, or remove it"))
    return Reading(tuple(articles), tuple(_placed(problem, source) for problem in problems))


def _drafts(content: Content, problems: list[TimelineError]) -> tuple[str, list[Draft]]:
    """The name of the content's format, and its drafts up to where it breaks."""
    form, drafts = "", []
    try:
        chosen = choose(content)
        form = chosen.name
        for draft in chosen.read(content):
            if isinstance(draft, Draft):
                drafts.append(draft)
            else:
                problems.append(draft)
    except TimelineError as error:
        problems.append(error)
    except _BROKEN as error:
        problems.append(_unexpected(error))
    return form, drafts


def _unexpected(error: Exception, where: str = "") -> ReadError:
    """What is told of content that no reader was made for; one line, whatever the error says."""
    what = f"content that cannot be taken apart ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
    return ReadError(what, where=where, mend="report it with the file")


def _disown_shared_urls(drafts: list[Draft]) -> None:
    """An address that several articles of one file share is the page they came from, and tells none apart."""
    titles: dict[str, str] = {}
    shared = set()
    for draft in drafts:
        if draft.url and titles.setdefault(draft.url, draft.title) != draft.title:
            shared.add(draft.url)
    for draft in drafts:
        if draft.url in shared:
            draft.own_url = False


def _placed(error: TimelineError, source: str) -> TimelineError:
    """The error with the file it is about in front."""
    if error.where.startswith(source):
        return error
    return type(error)(error.what, where=f"{source}:{error.where}" if error.where else source, mend=error.mend)
