"""``timeline articles``: what was read, as a table for a person or as JSON lines for a program."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import click

from schemas import Article, SkippedError, TimelineError
from timeline.articles import Document, list_documents, read_documents
from timeline.commands.reading import Moment, ProgressBar, placed

COLUMNS = ("published", "known by", "format", "publisher", "title", "characters", "source")
"""What is told of an article: two to a cell in the table, apart by tabs where output is no terminal."""


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
    elif sys.stdout.isatty():
        _print_table(articles)
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


def _print_table(articles: Iterator[Article]) -> None:
    """A table as wide as the terminal, with nothing cut off."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, leading=1)
    table.add_column("published\nknown by", width=16)
    table.add_column("publisher\nformat", overflow="fold", ratio=2, min_width=12)
    table.add_column("title", overflow="fold", ratio=5)
    table.add_column("source\ncharacters", overflow="fold", ratio=4)
    for article in articles:
        published, known, form, publisher, title, length, source = as_row(article)
        pairs = ((published, known), (publisher or "-", form), (title, ""), (source, length))
        table.add_row(*(Text.assemble(first, "\n" * bool(second), (second, "dim")) for first, second in pairs))
    Console().print(table)
