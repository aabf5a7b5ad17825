"""Files on disk: whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from exports.exporter import Exported, Exporter, ExportOptions, LeftOut
from exports.registry import EXPORTERS
from exports.selection import Selection, SplitBy, select, split
from schemas import ExportError, Timeline, UsageError


@dataclass(frozen=True, slots=True)
class Summary:
    """What one export wrote.

    Attributes:
        format: the exporter's name.
        events: how many events were asked for.
        paths: the files written, the leading one first.
        left_out: the events that are not in them, and why.
        notes: what else is not as in the timeline.
        omits: what the format has no place for in any event.
    """

    format: str
    events: int
    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line, as in ``timeline.ics: 45 events; left out 12 before 1900, 30 of month precision``."""
        name = self.paths[0].name if self.paths else self.format
        held = self.events - sum(row.count for row in self.left_out)
        more = f" in {len(self.paths)} files" if len(self.paths) > 1 else ""
        missing = ", ".join(f"{row.count} {row.reason}" for row in self.left_out)
        told = [f"{name}: {held} {'event' if held == 1 else 'events'}{more}", f"left out {missing}" if missing else ""]
        told += [*self.notes, f"no place for {', '.join(self.omits)}" if held and self.omits else ""]
        return "; ".join(filter(None, told))


def export(
    timeline: Timeline, name: str, options: ExportOptions | None = None, *, by: SplitBy | None = None
) -> Exported:
    """The files of one format, after the filters and with the parts that ``by`` asks for, but for empty ones.

    Raises:
        UsageError: no format of that name.
        ExportError: the timeline cannot be written in this form.
    """
    exporter = exporter_named(name)
    options = options or ExportOptions()
    chosen = select(timeline, options.selection)
    exported = exporter.export(chosen, options)
    missing = len(timeline.events) - len(chosen.events)
    left_out = ((LeftOut(missing, "not asked for"),) if missing else ()) + exported.left_out
    files = dict(exported.files)
    if by is not None and exporter.splits:
        for key, part in split(chosen, by, options.language).items():
            made = exporter.export(part, replace(options, part=key))
            if sum(row.count for row in made.left_out) < len(part.events):
                files |= made.files
    return Exported(files, left_out, exported.notes)


def write_exports(
    timeline: Timeline,
    directory: Path | str,
    formats: Iterable[str],
    options: ExportOptions | None = None,
    *,
    by: SplitBy | None = None,
) -> list[Summary]:
    """Write a timeline in several formats into a folder, which is made where it is missing.

    A lossless format holds every event, whatever ``options`` select. Everything is made before anything is written,
    and each file is replaced whole, so that a failure leaves the folder as it was.

    Raises:
        UsageError: an unknown format.
        ExportError: the folder cannot be written, or the timeline not in that form.
    """
    options = options or ExportOptions()
    whole = replace(options, selection=Selection())
    made = {
        name: export(timeline, name, whole if exporter_named(name).lossless else options, by=by)
        for name in dict.fromkeys(formats)
    }
    folder = Path(directory)
    write_files(folder, {name: data for exported in made.values() for name, data in exported.files.items()})
    return [summarise(name, timeline, exported, folder) for name, exported in made.items()]


def summarise(name: str, timeline: Timeline, exported: Exported, folder: Path = Path()) -> Summary:
    """What to tell about files that were made of a timeline."""
    paths = tuple(folder / file_name for file_name in exported.files)
    omits = exporter_named(name).omits
    return Summary(name, len(timeline.events), paths, exported.left_out, exported.notes, omits)


def exporter_named(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in EXPORTERS:
        raise UsageError(f"unknown format {name!r}", mend=f"choose from {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files beside their places, then rename them all into place.

    Raises:
        ExportError: the folder or a file cannot be written; files that were there before stay as they were.
    """
    aside: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            aside[folder / name] = _write_aside(folder / name, data)
        for place, temporary in aside.items():
            os.replace(temporary, place)
    except OSError as error:
        raise ExportError(
            f"cannot be written: {error.strerror or error}",
            where=str(folder),
            mend="choose a folder that can be written with --output",
        ) from error
    finally:
        for temporary in aside.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_aside(place: Path, data: bytes) -> Path:
    if place.is_dir():
        raise IsADirectoryError(21, "a folder of that name is in the way", str(place))
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    mask = os.umask(0)
    os.umask(mask)
    os.chmod(name, 0o666 & ~mask)
    return Path(name)
