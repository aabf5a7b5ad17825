"""The options that every command shares which exports: which events, and in what form."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, get_args

import click

from exports import DEFAULT_FORMATS, EXPORTERS, ExportOptions, Precision, Selection, SplitBy
from exports.exporter import RecurrenceForm, Times
from exports.labels import LANGUAGES
from schemas import EVENT_TYPES, UsageError
from schemas.event import Status
from timeline.commands.wrapping import Command, stand_for

FORMATS = click.Choice(list(EXPORTERS))
"""The names that ``--format`` takes."""


formats_option = click.option(
    "--format",
    "formats",
    type=FORMATS,
    multiple=True,
    default=DEFAULT_FORMATS,
    show_default=True,
    help="What to write; may be given again.",
)
"""``formats``: what a command that writes a folder writes into it."""

by_option = click.option(
    "--by", type=click.Choice(get_args(SplitBy)), help="Also a calendar for each type, place or article."
)
"""``by``: the parts that calendars are written in as well."""


language_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of labels.  [default: that of the locale]"
)
"""``lang``: for a command that prints to a person."""


class Day(click.ParamType[date]):
    """A day, month or year: ``2022-09-03``, ``2022-09``, ``2022``.

    Args:
        last: whether a month or year means the day after its end, and a day the day after it.
    """

    name = "date"

    def __init__(self, *, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The first day, or the day after the last, of what the words mean."""
        if isinstance(value, date):
            return value
        found = re.fullmatch(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?", value.strip())
        try:
            if not found:
                raise ValueError
            year, month, day = (int(part) if part else 0 for part in found.groups())
            first = date(year, month or 1, day or 1)
            return _after(first, month, day) if self.last else first
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no date; write 2022-09-03, 2022-09 or 2022", param, ctx)


class Names(click.ParamType[tuple[str, ...]]):
    """Names parted by commas, out of a closed list."""

    name = "names"

    def __init__(self, known: tuple[str, ...]) -> None:
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names, each of which must be known."""
        names = tuple(name for name in str(value).split(",") if name)
        for name in names:
            if name not in self.known:
                self.fail(f"{name!r} is none of {', '.join(self.known)}", param, ctx)
        return names


def filter_options(command: Command) -> Command:
    """Add the options that say which events; they arrive as one ``selection`` argument."""

    @click.option("--from", "begin", type=Day(), help="Only what reaches into this day, month or year, or is later.")
    @click.option("--to", "until", type=Day(last=True), help="Only what begins in this day, month or year, or earlier.")
    @click.option(
        "--type",
        "types",
        type=Names(tuple(EVENT_TYPES)),
        multiple=True,
        help=f"Only these types, parted by commas: {', '.join(EVENT_TYPES)}.",
    )
    @click.option("--place", "places", multiple=True, help="Only places with this in their name; may be given again.")
    @click.option(
        "--status",
        "statuses",
        type=Names(get_args(Status)),
        multiple=True,
        help=f"Only these statuses, parted by commas: {', '.join(get_args(Status))}.",
    )
    @click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        help="Only what is at least so sure.  [default: 0.45 when articles are read]",
    )
    @click.option("--search", default="", help="Only what has all these words in its title, summary, names or quotes.")
    def wrapped(
        *args: Any,
        begin: date | None,
        until: date | None,
        types: tuple[tuple[str, ...], ...],
        places: tuple[str, ...],
        statuses: tuple[tuple[str, ...], ...],
        min_confidence: float | None,
        search: str,
        **rest: Any,
    ) -> Any:
        if begin is not None and until is not None and begin >= until:
            raise UsageError("--from lies behind --to", mend="give the earlier day to --from")
        selection = Selection(sum(types, ()), places, sum(statuses, ()), begin, until, min_confidence, search)
        return command(*args, selection=selection, **rest)

    return stand_for(command, wrapped)


def export_options(command: Command) -> Command:
    """Add the filters and the choices of form; they arrive as one ``options`` argument."""

    @filter_options
    @click.option("--lang", type=click.Choice(LANGUAGES), default="zh", show_default=True, help="Language of labels.")
    @click.option(
        "--base-url",
        metavar="URL",
        help="Address of the folder where the files will be published; ids and links become URLs.",
    )
    @click.option(
        "--precision",
        type=click.Choice(get_args(Precision)),
        default="day",
        show_default=True,
        help="How exactly a date must be told to enter a calendar; months and years show as bars.",
    )
    @click.option("--figures", is_flag=True, help="Let targets and statistics into calendars as well.")
    @click.option(
        "--times",
        type=click.Choice(get_args(Times)),
        default="utc",
        show_default=True,
        help="Times in calendars: in UTC, or in their zone.",
    )
    @click.option(
        "--moment",
        type=click.IntRange(1, 1440),
        default=30,
        show_default=True,
        help="Minutes that a moment without an end lasts in calendars.",
    )
    @click.option(
        "--until",
        "repeat_until",
        type=Day(last=True),
        help="Last day of recurrences in calendars.  [default: a year after the latest article]",
    )
    @click.option(
        "--recurrence",
        type=click.Choice(get_args(RecurrenceForm)),
        default="instances",
        show_default=True,
        help="Recurrences in calendars: one event each, or a rule.",
    )
    @click.option(
        "--page-size",
        type=click.IntRange(1),
        default=500,
        show_default=True,
        help="Items on a page of a feed, where --base-url is given.",
    )
    def wrapped(
        *args: Any, selection: Selection, lang: Any, base_url: str | None, repeat_until: date | None, **rest: Any
    ) -> Any:
        form = {name: rest.pop(name) for name in ("precision", "figures", "times", "moment", "recurrence", "page_size")}
        options = ExportOptions(selection, lang, _address(base_url), until=repeat_until, **form)
        return command(*args, options=options, **rest)

    return stand_for(command, wrapped)


def check_parts(by: SplitBy | None, formats: Sequence[str]) -> None:
    """Refuse parts where none of the formats is written in them.

    Raises:
        UsageError: so it is.
    """
    if by and not any(EXPORTERS[name].splits for name in formats):
        able = " or ".join(row.name for row in EXPORTERS.values() if row.splits)
        raise UsageError(f"{', '.join(formats)}: not written in parts", mend=f"leave --by out, or write {able}")


def _address(base_url: str | None) -> str | None:
    if base_url is None:
        return None
    if not re.match(r"https?://[^\s/]+", base_url):
        raise click.BadParameter(f"{base_url!r} is no http or https address", param_hint="--base-url")
    return base_url.rstrip("/")


def _after(first: date, month: int, day: int) -> date:
    """The day after a year, month or day that begins so."""
    if day:
        return first + timedelta(days=1)
    return date(first.year + (month in (0, 12)), (month % 12 + 1) if month else 1, 1)
