"""``timeline build``: articles in; the calendar, the feeds and the timeline out."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exports import ExportOptions, SplitBy, write_exports
from exports.writing import write_files
from schemas import ReadError
from timeline.commands.options import by_option, check_parts, export_options, formats_option
from timeline.commands.reading import built_from, exit_code, reading_options
from timeline.commands.saved import load_timeline
from timeline.commands.sections import Sectioned

if TYPE_CHECKING:
    from timeline.pipeline import Built, Settings


@click.command(cls=Sectioned, short_help="Read articles and write the calendar, the feed and the timeline.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="Folder to write into.")
@click.option(
    "--previous",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The timeline.json of the last build: its events keep their ids, and what moved is told.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File for the date expressions that made no event or an unsure one, and why (JSON lines).",
)
@click.option("--quiet", "-q", is_flag=True, help="Do not say what was written.")
@formats_option
@by_option
@export_options
@reading_options
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    output: Path,
    formats: Sequence[str],
    previous: Path | None,
    report: Path | None,
    quiet: bool,
    by: SplitBy | None,
    options: ExportOptions,
    settings: "Settings",
) -> None:
    """Read articles and write the calendar, the feed and the timeline.

    PATH is a file, a folder, or - for standard input. Exit code: 0 done, 1 some articles could not be read (the rest
    are done), 2 wrong use.
    """
    check_parts(by, formats)
    earlier = load_timeline(previous) if previous else None
    built = built_from(paths, settings, options.selection.min_confidence)
    timeline = built.timeline
    if not timeline.articles:
        raise ReadError("no article could be read", mend="nothing was written, and what was there stays")
    if earlier is not None:
        from timeline.events import revise

        timeline = revise(timeline, earlier)
    summaries = write_exports(timeline, output, formats, options, by=by)
    if report:
        write_files(report.parent, {report.name: _report(built)})
    if not quiet:
        unsure = f"; left out {built.unsure} not sure enough" if built.unsure else ""
        click.echo(f"{_counted(timeline.articles, 'article')}, {_counted(timeline.events, 'event')}{unsure}")
        for summary in summaries:
            click.echo(str(summary))
    context.exit(exit_code(built))


def _counted(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _report(built: "Built") -> bytes:
    """One JSON line for each date expression that made no event."""
    return "".join(f"{unused.model_dump_json()}\n" for unused in built.unused).encode()
