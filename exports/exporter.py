"""What an exporter is: the contract that every format keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from urllib.parse import quote

from exports.labels import Language
from exports.selection import Selection
from schemas import Timeline

Precision = Literal["day", "month", "year"]
"""The coarsest granularity that enters a calendar: ``month`` lets weeks and months in, ``year`` everything."""

Times = Literal["utc", "zone"]
"""How calendars write times: in UTC, or with TZID and its VTIMEZONE."""

RecurrenceForm = Literal["instances", "rule"]
"""How calendars write recurrences: as one event an instance, or as an RFC 5545 RRULE."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """All choices that a user has about an export; every field has a sound default.

    Attributes:
        selection: which events are exported at all; ``timeline.json`` of a build is never thinned out by it.
        language: the language of labels and notes.
        base_url: the address under which the output folder will be published, without a closing slash.
        precision: how exact a date must be told for its event to enter a calendar.
        figures: whether targets and statistics enter a calendar.
        times: how calendars write times.
        moment: the minutes that a moment of unknown length is given where a calendar needs an end.
        until: the first day on which recurrences are no longer written out; a year after the latest publication
            where it is None.
        recurrence: how calendars write recurrences.
        page_size: the number of items in a page of a feed (only with ``base_url``, since pages link absolutely).
        width: the columns of plain text.
        part: the key of the part that the timeline is, where ``--by`` splits it; file names carry it.
    """

    selection: Selection = field(default_factory=Selection)
    language: Language = "zh"
    base_url: str | None = None
    precision: Precision = "day"
    figures: bool = False
    times: Times = "utc"
    moment: int = 30
    until: date | None = None
    recurrence: RecurrenceForm = "instances"
    page_size: int = 500
    width: int = 80
    part: str = ""

    def named(self, file_name: str) -> str:
        """The file's name with the part's key in it: ``timeline-conference.ics``."""
        stem, dot, suffix = file_name.rpartition(".")
        return f"{stem}-{self.part}{dot}{suffix}" if self.part else file_name

    def address(self, file_name: str) -> str | None:
        """Where the file will be published; None without ``base_url``."""
        return f"{self.base_url}/{quote(file_name)}" if self.base_url else None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many events that an export does not hold, and why, as in ``12 before 1900``."""

    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What an exporter made.

    Attributes:
        files: the bytes of each file by its name; the first is the one that leads.
        left_out: the events that are not in them, and why.
        notes: what else is not as in the timeline, as in ``2 recurrences written out until 2023-09-03``.
    """

    files: dict[str, bytes]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format, registered in ``exports.EXPORTERS``.

    Attributes:
        name: what ``--format`` calls it.
        file_name: the file that it writes (further files of the same export are named after it).
        media_type: the IANA media type.
        description: one line for ``--help``.
        export: a timeline in, bytes out; pure, and the same bytes for the same arguments on any day and machine.
        lossless: whether reading it back gives an equal timeline; filters never thin out what a build writes so.
        splits: whether ``--by`` makes one file each of it.
        omits: what the format has no place for in any event, told in the summary line and in the README.
    """

    name: str
    file_name: str
    media_type: str
    description: str
    export: Callable[[Timeline, ExportOptions], Exported]
    lossless: bool = False
    splits: bool = False
    omits: tuple[str, ...] = ()
