"""``timeline expressions``: the date expressions of a text, or of JSON lines."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

import click

from exports.layout import columns
from schemas import Expression, UsageError
from timeline.expressions import find_expressions
from timeline.expressions.calendar_units import Policy

_COLUMNS = ("text", "value", "mod", "begin", "until", "relation", "rule", "anchor", "inherited")


@click.command(
    name="expressions",
    epilog='With --format jsonl each line in is {"id", "published", "text"}, each line out {"id", "expressions"}.',
)
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="What is read and written.",
)
@click.option(
    "--prefer",
    type=click.Choice(["past", "current", "future"]),
    help="How a date without its year or month is read where the text gives no hint; else as tense and context allow.",
)
@click.option("--published", help="The day or moment of publication (ISO 8601); needed for a plain text.")
def command(file: IO[str], form: str, prefer: Policy | None, published: str | None) -> None:
    """Print the date expressions of FILE, or of standard input (-)."""
    if form == "jsonl":
        for number, line in enumerate(file, 1):
            if line.strip():
                click.echo(_answer(line, number, prefer, published))
        return
    for row in _table(file.read(), moment(published), prefer):
        click.echo(row)


def moment(published: object, where: str = "--published") -> datetime:
    """A day or moment of publication as the user writes it; naive where it names no offset.

    Raises:
        UsageError: there is none, or it cannot be read; `where` says whose it is.
    """
    if not published:
        raise UsageError("no publication date", where=where, mend="give the day, as in --published 2022-08-26")
    try:
        return datetime.fromisoformat(str(published))
    except ValueError as error:
        raise UsageError(f"{published!r} is no date", where=where, mend="write it as 2022-08-26") from error


def as_json(expression: Expression) -> dict[str, Any]:
    """An expression as plain JSON values."""
    return {
        name: value.isoformat() if isinstance(value := getattr(expression, name), datetime) else value
        for name in Expression.model_fields
    }


def _answer(line: str, number: int, prefer: Policy | None, published: str | None) -> str:
    try:
        row = json.loads(line)
        text, when = row["text"], moment(row.get("published") or published, f"line {number}")
        if not isinstance(text, str):
            raise TypeError(f"text is {type(text).__name__}")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(
            f"not a record: {error}", where=f"line {number}", mend='write {"id", "published", "text"}'
        ) from error
    found = find_expressions(text, when, prefer=prefer, title=row.get("title") or "")
    return json.dumps({"id": row.get("id"), "expressions": [as_json(one) for one in found]}, ensure_ascii=False)


def _table(text: str, published: datetime, prefer: Policy | None) -> Iterator[str]:
    found = find_expressions(text, published, prefer=prefer)
    if not found:
        return
    rows = [_COLUMNS, *(tuple(_cell(one, name) for name in _COLUMNS) for one in found)]
    widths = [max(columns(row[n]) for row in rows) for n in range(len(_COLUMNS))]
    for row in rows:
        yield "  ".join(cell + " " * (widths[n] - columns(cell)) for n, cell in enumerate(row)).rstrip()


def _cell(one: Expression, name: str) -> str:
    value = getattr(one, name)
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else value.isoformat() if isinstance(value, datetime) else str(value)
