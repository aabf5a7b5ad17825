"""``timeline articles``: what was read, as a list for a person or as JSON lines for a program."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import click

from exports.characters import lines_of, one_line
from exports.layout import MIN_WIDTH, Line, Span, beside, wrap_spans
from schemas import Article, SkippedError, TimelineError
from timeline.articles import Document, list_documents, read_documents
from timeline.commands import terminal
from timeline.commands.reading import Moment, ProgressBar, placed

COLUMNS = ("published", "known by", "format", "publisher", "title", "characters", "source")
"""What is told of an article, apart by tabs where output is no terminal."""

_DATE = len("2024-05-08 09:00  ")
"""The columns of the moment of publication, on a terminal."""


@click.command(short_help="Print what was read: format, title, publisher, date.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
@click.option("--text", "with_text", is_flag=True, help="With the body (JSON only).")
@click.option("--published", type=Moment(), help="Publication date of articles that tell none.")
@click.option("--timezone", default="Asia/Shanghai", show_default=True, help="Zone of articles that name none.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    as_json: bool,
    with_text: bool,
    published: datetime | None,
    timezone: str,
) -> None:
    """Print what was read: when each article was published and how that is known, its format, publisher and title.

    PATH is a file, a folder, an archive, or - for standard input. What could not be read is told on standard error, a
    line each. Exit code: 0 done, 1 some articles could not be read, 2 wrong use.
    """
    if with_text and not as_json:
        raise click.UsageError("--text needs --json")
    unread: list[bool] = []
    documents = list(list_documents(paths))
    articles = _read(documents, timezone, placed(published, timezone), lambda problem: unread.append(_tell(problem)))
    if as_json:
        for article in articles:
            click.echo(json.dumps(as_record(article, with_text=with_text), ensure_ascii=False))
    elif terminal.stands_on_terminal():
        width, paint = max(terminal.terminal_width(), MIN_WIDTH), terminal.painter(colour=True)
        terminal.print_lines((paint(line) for one in articles for line in _told(one, width)), paged=False)
    else:
        click.echo("\t".join(COLUMNS))
        for article in articles:
            click.echo("\t".join(as_row(article)))
    context.exit(1 if any(unread) else 0)


def as_record(article: Article, *, with_text: bool = False) -> dict[str, Any]:
    """An article for a program: all of its metadata, and its text or the number of its characters."""
    record = article.model_dump(mode="json", exclude={"text", "voice"})
    record["characters"] = len(article.text)
    if with_text:
        record["text"] = article.text
    return record


def as_row(article: Article) -> tuple[str, ...]:
    """An article for a person, by `COLUMNS`."""
    return (
        article.published.strftime("%Y-%m-%d %H:%M"),
        article.published_from,
        article.format,
        article.publisher or "",
        article.title,
        str(len(article.text)),
        article.source,
    )


def _read(
    documents: list[Document], timezone: str, published: datetime | None, tell: Callable[[TimelineError], None]
) -> Iterator[Article]:
    """The articles one after the other, with a progress bar where there is much to read and someone watches."""
    total, done = sum(document.size for document in documents), 0
    with ProgressBar() as bar:

        def advance(document: Document) -> None:
            nonlocal done
            done += document.size
            bar(done, total)

        yield from read_documents(documents, timezone, published, tell, advance)


def _tell(problem: TimelineError) -> bool:
    """Print a problem; whether it is a failure."""
    click.echo(str(problem), err=True)
    return not isinstance(problem, SkippedError)


def _told(article: Article, width: int) -> Iterator[Line]:
    """An article in the columns of a terminal: moment and title, and under it what else is known, nothing cut off."""
    published, known_by, form, publisher, title, length, source = as_row(article)
    facts = (publisher, form, f"dated by {known_by}", f"{length} characters", source)
    body = wrap_spans((Span(one_line(title) or "—", "title"),), width - _DATE)
    body += wrap_spans((Span(" · ".join(lines_of(facts)), "source"),), width - _DATE)
    yield from beside([(Span(published, "date"),)], body, _DATE)
    yield ()
