"""``timeline export``: any format from a ``timeline.json``."""

import sys
from pathlib import Path

import click

from exports import EXPORTERS, ExportOptions, SplitBy, export, summarise, write_files
from schemas import UsageError
from timeline.commands.options import FORMATS, by_option, check_parts, export_options
from timeline.commands.saved import load_timeline
from timeline.commands.sections import Sectioned

FORMATS_HELP = "\n".join(f"  {row.name:<9} {row.file_name:<16} {row.description}" for row in EXPORTERS.values())


@click.command(
    cls=Sectioned,
    short_help="Write another format from a timeline.json.",
    epilog=f"\b\nFormats:\n{FORMATS_HELP}",
    no_args_is_help=True,
)
@click.argument("timeline_json", type=click.Path(path_type=Path), metavar="TIMELINE.JSON")
@click.option("--format", "name", type=FORMATS, required=True, help="What to write; listed below.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="File or folder to write; - or none: standard output."
)
@by_option
@export_options
def command(timeline_json: Path, name: str, output: Path | None, by: SplitBy | None, options: ExportOptions) -> None:
    """Write another format from a timeline.json.

    OUTPUT is a folder where one is there or several files are to be written, and a file otherwise.
    """
    check_parts(by, [name])
    timeline = load_timeline(timeline_json)
    exported = export(timeline, name, options, by=by)
    folder, files = _placed(exported.files, output)
    if folder is None:
        sys.stdout.buffer.write(next(iter(files.values())))
        sys.stdout.buffer.flush()
    else:
        write_files(folder, files)
    click.echo(str(summarise(name, timeline, exported)), err=True)


def _placed(files: dict[str, bytes], output: Path | None) -> tuple[Path | None, dict[str, bytes]]:
    """The folder and the files in it; no folder for standard output.

    Raises:
        UsageError: several files and no folder to write them into.
    """
    if output is None or str(output) == "-":
        if len(files) > 1:
            raise UsageError(f"{len(files)} files do not go to standard output", mend="name a folder with --output")
        return None, files
    if len(files) > 1 or output.is_dir():
        if output.is_file():
            raise UsageError(f"{len(files)} files do not go into one", where=str(output), mend="name a folder")
        return output, files
    return output.parent, {output.name: next(iter(files.values()))}
