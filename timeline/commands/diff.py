"""``timeline diff``: what changed between two timelines, told to a person or, as JSON lines, to a program."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from exports.characters import one_line
from exports.dates import event_date
from exports.labels import Language, status_label
from exports.layout import MIN_WIDTH, wrap
from exports.story import title
from schemas import Event
from timeline.commands import terminal
from timeline.commands.options import language_option
from timeline.commands.saved import load_timeline
from timeline.events.merging.changes import KINDS, Change, Kind, compare

LABELS: dict[Kind, dict[Language, str]] = {
    "new": {"zh": "新增", "en": "New"},
    "moved": {"zh": "改期", "en": "Moved"},
    "postponed": {"zh": "延期", "en": "Postponed"},
    "cancelled": {"zh": "取消", "en": "Cancelled"},
    "status": {"zh": "状态", "en": "Status"},
    "relocated": {"zh": "换地", "en": "Relocated"},
    "retitled": {"zh": "改题", "en": "Retitled"},
    "vanished": {"zh": "撤下", "en": "Vanished"},
}
"""What a person calls each kind of change."""

HANG = 4
"""Columns by which the further lines of a change are indented."""

SAME: dict[Language, str] = {"zh": "没有变化", "en": "Nothing changed"}
NOWHERE: dict[Language, str] = {"zh": "未说明", "en": "not told"}
PARTS: dict[Language, tuple[str, str]] = {"zh": ("：", "，"), "en": (": ", ", ")}
"""What stands before a list and between its parts."""


@click.command(short_help="Say what changed between two timeline.json files.")
@click.argument("old", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line: kind, id, title, before, after.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when anything changed.")
@click.option("--width", type=click.IntRange(MIN_WIDTH), help="Columns of a line.  [default: those of the terminal]")
@language_option
@click.pass_context
def command(
    context: click.Context,
    old: Path,
    new: Path,
    as_json: bool,
    exit_code: bool,
    width: int | None,
    lang: Language | None,
) -> None:
    """Say what changed between two timeline.json files: new, moved, postponed, cancelled, retitled or vanished events.

    Exit code: 0 done, changed or not (1 when changed, with --exit-code), 2 wrong use.
    """
    changes = compare(load_timeline(old), load_timeline(new))
    language = lang or terminal.language_of_locale()
    if as_json:
        for change in changes:
            click.echo(json.dumps(as_record(change), ensure_ascii=False))
    else:
        for line in told(changes, language, width or max(terminal.terminal_width(), MIN_WIDTH)):
            click.echo(line)
    context.exit(1 if exit_code and changes else 0)


def as_record(change: Change) -> dict[str, str | None]:
    """A change for a program: dates in EDTF, a status, a place's name or a title before and after."""
    tell = {"status": _status, "cancelled": _status, "relocated": _place, "retitled": _title}.get(change.kind, _edtf)
    return {
        "kind": change.kind,
        "id": change.event.id,
        "title": change.event.title,
        "before": tell(change.known) if change.known else None,
        "after": None if change.kind == "vanished" else tell(change.event),
    }


def told(changes: list[Change], language: Language, width: int) -> Iterator[str]:
    """Lines for a person: a change a line, and how many there are of each kind."""
    for change in changes:
        label = LABELS[change.kind][language]
        first, *rest = wrap(f"{label}  {_sentence(change, language)}", width, hang=HANG)
        yield from (first, *(" " * HANG + line for line in rest))
    counts = Counter(change.kind for change in changes)
    _colon, comma = PARTS[language]
    totals = [f"{LABELS[kind][language]} {counts[kind]}" for kind in KINDS if counts[kind]]
    yield from wrap(comma.join(totals) or SAME[language], width)


def _sentence(change: Change, language: Language) -> str:
    event, known, colon = change.event, change.known, PARTS[language][0]
    name, date = title(event, language), event_date(event, language)
    if known is None or change.kind == "vanished":
        return f"{date}  {name}"
    if change.kind == "retitled":
        return f"{date}  {title(known, language)} → {name}"
    if change.kind in ("moved", "postponed"):
        return f"{name}{colon}{event_date(known, language)} → {date}"
    if change.kind == "relocated":
        return f"{date}  {name}{colon}{_place(known) or NOWHERE[language]} → {_place(event) or NOWHERE[language]}"
    before, after = status_label(known.status, language), status_label(event.status, language)
    return f"{date}  {name}{colon}{before} → {after}"


def _edtf(event: Event) -> str:
    return event.edtf


def _status(event: Event) -> str:
    return event.status


def _place(event: Event) -> str:
    return one_line(event.places[0].name) if event.places else ""


def _title(event: Event) -> str:
    return event.title
