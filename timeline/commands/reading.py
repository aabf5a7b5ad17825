"""What every command that reads articles shares: its options, its progress bar, its messages and its exit code."""

import re
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from schemas import SkippedError, Timeline
from timeline.commands.wrapping import Command, stand_for

if TYPE_CHECKING:
    from timeline.pipeline import Built, Progress, Settings

MUCH = 2_000_000
"""Bytes of input from which on a progress bar is worth its place."""


SAVED = re.compile(rb'\s*\{\s*"version"\s*:\s*"\d+\.\d+\.\d+"')
"""How a timeline.json begins: a JSON Feed's version is an address."""


class Moment(click.ParamType[datetime]):
    """An ISO 8601 date or date-time; without an offset it is left naive for the command to place in its zone."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment that the words give, or a usage error."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an ISO 8601 date such as 2022-08-26 or 2022-08-26T10:07+08:00", param, ctx)


def reading_options(command: Command) -> Command:
    """Add the options that say how articles are read; they arrive as one ``settings`` argument."""

    @click.option("--timezone", default="Asia/Shanghai", show_default=True, help="Zone of articles that name none.")
    @click.option("--published", type=Moment(), help="Publication date of articles that tell none.")
    @click.option("--title", default="时间线", show_default=True, help="Title of the timeline.")
    @click.option(
        "--words",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="File with words, types and aliases of your own.",
    )
    @click.option("--jobs", default=1, show_default=True, type=click.IntRange(0), help="Processes; 0 for one a core.")
    def wrapped(
        *args: Any,
        timezone: str,
        published: datetime | None,
        title: str,
        words: Path | None,
        jobs: int,
        **rest: Any,
    ) -> Any:
        from timeline.pipeline import Settings

        settings = Settings(timezone, placed(published, timezone), title, words, jobs)
        return command(*args, settings=settings, **rest)

    return stand_for(command, wrapped)


def placed(moment: datetime | None, timezone: str) -> datetime | None:
    """A naive moment with the zone given; an aware one as it is.

    Raises:
        UsageError: the zone is not known.
    """
    from timeline.articles import zone_named

    zone = zone_named(timezone)
    return moment.replace(tzinfo=zone) if moment is not None and moment.tzinfo is None else moment


def built_from(paths: tuple[str, ...], settings: "Settings", least_confidence: float | None) -> "Built":
    """The timeline of the paths, with problems told on standard error.

    One path that ends in ``.json`` and begins as a timeline.json does is read back as it is. Of articles, events
    that are less sure than ``least_confidence`` (None: than the settings say) are left out and told among what was not
    used.

    Raises:
        UsageError: a path that does not exist, or nothing to read in any of them.
    """
    from timeline.pipeline import Built, build

    saved = _saved_timeline(paths)
    if saved is not None:
        return Built(saved)
    if least_confidence is not None:
        settings = replace(settings, least_confidence=least_confidence)
    with ProgressBar() as bar:
        built = build(paths, settings, on_progress=bar)
    for notice in built.notices:
        click.echo(notice, err=True)
    for problem in built.problems:
        click.echo(str(problem), err=True)
    return built


def exit_code(built: "Built") -> int:
    """0 when everything was read, 1 when something was not; what was left out on purpose is no failure."""
    return 1 if any(not isinstance(problem, SkippedError) for problem in built.problems) else 0


def _saved_timeline(paths: tuple[str, ...]) -> Timeline | None:
    if len(paths) != 1 or not paths[0].endswith(".json"):
        return None
    path = Path(paths[0])
    if not path.is_file():
        return None
    with path.open("rb") as file:
        if not SAVED.match(file.read(64)):
            return None
    from timeline.commands.saved import load_timeline

    return load_timeline(path)


class ProgressBar:
    """A progress bar on standard error when someone watches and there is much to read; nothing otherwise."""

    def __init__(self) -> None:
        self._progress: Any = None
        self._task: Any = None

    def __enter__(self) -> "Progress":
        return self._update

    def __exit__(self, *_: object) -> None:
        if self._progress:
            self._progress.stop()

    def _update(self, done: int, total: int) -> None:
        if total < MUCH or not sys.stderr.isatty():
            return
        if self._progress is None:
            self._start(total)
        self._progress.update(self._task, completed=done)

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.start()
        self._task = self._progress.add_task("reading", total=total)
