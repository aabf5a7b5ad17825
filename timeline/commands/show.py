"""``timeline show``: the timeline in the terminal."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import click

from exports import EXPORTERS, ExportOptions, Selection, select
from exports.explanation import explain
from exports.labels import Language
from exports.layout import MIN_WIDTH, Line
from exports.templates import FIELDS, LineTemplate
from exports.text import Page, set_page
from schemas import Event, Timeline, UsageError
from timeline.commands import terminal
from timeline.commands.options import Day, filter_options, language_option
from timeline.commands.reading import built_from, exit_code, reading_options
from timeline.commands.sections import Sectioned

if TYPE_CHECKING:
    from timeline.pipeline import Settings

_FIELDS = "\b\nFields of --format, to be written as {date} or, in 20 columns, {date:20}:\n" + "\n".join(
    f"  {name:<11} {meaning}" for name, (_, meaning) in FIELDS.items()
)


class _Form(NamedTuple):
    """What is asked of the output, and what the terminal is like."""

    width: int
    language: Language
    today: date | None
    colour: bool
    paged: bool


@click.command(cls=Sectioned, short_help="Print the timeline of articles in the terminal.", epilog=_FIELDS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--width", type=click.IntRange(MIN_WIDTH), help="Columns of the page.  [default: those of the terminal]")
@language_option
@click.option("--summaries", is_flag=True, help="Tell each event's summary as well.")
@click.option("--ids", is_flag=True, help="Tell each event's id as well.")
@click.option("--explain", "explained", metavar="ID", help="One event with its reasons; the first figures of an id do.")
@click.option("--json", "as_json", is_flag=True, help="The events as a timeline.json.")
@click.option("--format", "template", metavar="TEMPLATE", help="A line an event, such as '{date}  {type}  {title}'.")
@click.option("--plain", is_flag=True, help="No colours, no pager, no marks for today.")
@click.option("--no-pager", is_flag=True, help="Print straight to the terminal, however long.")
@click.option("--today", type=Day(), help="The day to mark and to count from.  [default: today, on a terminal]")
@filter_options
@reading_options
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    width: int | None,
    lang: Language | None,
    summaries: bool,
    ids: bool,
    explained: str | None,
    as_json: bool,
    template: str | None,
    plain: bool,
    no_pager: bool,
    today: date | None,
    selection: Selection,
    settings: "Settings",
) -> None:
    """Print the timeline of articles in the terminal.

    PATH is a file, a folder, - for standard input, or a timeline.json. Exit code: 0 done, 1 some articles could not
    be read (the rest are shown), 2 wrong use.
    """
    if sum((as_json, template is not None, explained is not None)) > 1:
        raise UsageError("--json, --format and --explain exclude each other", mend="choose one of them")
    line_template = LineTemplate(template) if template is not None else None
    built = built_from(paths, settings, selection.min_confidence)
    form = _form(built.timeline, width, lang, today, plain=plain, paged=not no_pager)
    if explained is not None:
        event = event_named(built.timeline, explained)
        _print(explain(event, built.timeline, form.width, form.language), form)
        context.exit(exit_code(built))
    timeline = _with_articles_cited(select(built.timeline, selection)) if selection else built.timeline
    if as_json:
        for data in EXPORTERS["json"].export(timeline, ExportOptions()).files.values():
            click.echo(data, nl=False)
    elif line_template is not None:
        terminal.print_lines(line_template.lines(timeline, form.language), paged=form.paged)
    else:
        page = Page(form.width, form.language, form.today, ids, summaries)
        _print(set_page(timeline, page), form)
    context.exit(exit_code(built))


def event_named(timeline: Timeline, name: str) -> Event:
    """The event whose id is, or begins with, ``name``.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = [event for event in timeline.events if event.id.startswith(name.strip().lower())] if name.strip() else []
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no event has the id {name!r}", mend="find it with: timeline show PATH --ids")
    raise UsageError(f"{len(found)} events have an id that begins with {name!r}", mend="give more of it")


def _form(
    timeline: Timeline, width: int | None, language: Language | None, today: date | None, *, plain: bool, paged: bool
) -> _Form:
    watched = terminal.stands_on_terminal() and not plain
    if today is None and watched:
        today = datetime.now(ZoneInfo(timeline.timezone)).date()
    return _Form(
        width=width or max(terminal.terminal_width(), MIN_WIDTH),
        language=language or terminal.language_of_locale(),
        today=today,
        colour=not plain,
        paged=paged and watched,
    )


def _print(lines: Iterator[Line], form: _Form) -> None:
    paint = terminal.painter(colour=form.colour)
    terminal.print_lines((paint(line) for line in lines), paged=form.paged)


def _with_articles_cited(timeline: Timeline) -> Timeline:
    """The timeline with those articles alone that its events come from."""
    cited = {evidence.article for event in timeline.events for evidence in event.evidence}
    cited |= {
        evidence.article for event in timeline.events for other in event.other_dates for evidence in other.evidence
    }
    return timeline.model_copy(update={"articles": tuple(row for row in timeline.articles if row.id in cited)})
