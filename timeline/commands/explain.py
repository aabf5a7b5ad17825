"""``timeline explain``: why a date expression means what it does."""

import re
from collections.abc import Iterator
from datetime import datetime

import click

from schemas import Expression
from timeline.commands.expressions import as_json, moment
from timeline.expressions import find_expressions
from timeline.expressions.calendar_units import Policy
from timeline.expressions.rules import all_rules

_FIELDS = ["year", "month", "day", "time"]
_RELATIONS = {
    "by": "by then (到)",
    "since": "from then on (从…起, 以来)",
    "until": "until then",
    "as_of": "as things stood then (截至)",
    "within": "within it (内)",
    "before": "before it (前)",
    "after": "after it (后)",
}


@click.command(name="explain", epilog="Example:  timeline explain '9月1日~3日' --published 2022-08-26")
@click.argument("expression")
@click.option("--published", required=True, help="The day or moment of publication (ISO 8601).")
@click.option(
    "--prefer",
    type=click.Choice(["past", "current", "future"]),
    help="How a date without its year or month is read where the text gives no hint.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(expression: str, published: str, prefer: Policy | None, form: str) -> None:
    """Say why a date EXPRESSION, or every one in a sentence, means what it does."""
    found = find_expressions(expression, moment(published), prefer=prefer)
    if form == "json":
        import json

        click.echo(json.dumps([as_json(one) for one in found], ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("No date expression found.")
    for number, one in enumerate(found):
        if number:
            click.echo()
        for line in lines(one, expression):
            click.echo(line)


def lines(one: Expression, text: str) -> Iterator[str]:
    """What an expression means and why, a fact a line."""
    yield f"{one.text}  →  {one.value}" + (f"  ({one.mod})" if one.mod else "")
    yield from _row("found by", " and ".join(_rows(one.rule)))
    yield from _row("counted from", _anchor(one, text))
    yield from _row("said", _said(one))
    yield from _row("inherited", ", ".join(one.inherited))
    yield from _row("type", f"{one.type}" + (f", {one.granularity}" if one.granularity else ""))
    yield from _row("from", _moment(one.begin))
    yield from _row("until", f"{_moment(one.until)} (not inside)" if one.until else "")
    yield from _row("relation", _RELATIONS.get(one.relation, ""))
    yield from _row("zone", "local, the place is not said" if one.timezone == "local" else one.timezone or "")


def _row(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"  {name:<13} {value}"


def _rows(rule: str) -> Iterator[str]:
    """The rows whose names a find bears, each with its first example."""
    rows = {row.name: row for row in all_rules()}
    for name in re.split(r"[+-]", rule):
        examples = rows[name].examples if name in rows else ()
        yield f"{name}, as in {examples[0][0]}" if examples else name


def _anchor(one: Expression, text: str) -> str:
    if one.anchor is None:
        return "nothing: it says all itself" if one.begin else ""
    if one.anchor.startswith("published "):
        return f"the publication, {one.anchor.removeprefix('published ')}"
    kind, _, place = one.anchor.partition(" ")
    if kind == "title":
        return f"the year in the title, {place}"
    offsets, _, value = place.partition(" ")
    start, end = map(int, offsets.split("-"))
    return f"{text[start:end]} ({value}) in the text"


def _said(one: Expression) -> str:
    """The fields that the words themselves give, where something else was inherited."""
    if not one.inherited or one.begin is None:
        return ""
    if "week" in one.inherited:
        return "the day of the week"
    told = _FIELDS[: {"year": 1, "month": 2, "day": 3}.get(str(one.granularity), 4)]
    last = max(_FIELDS.index(name) for name in one.inherited if name in _FIELDS)
    return ", ".join(told[last + 1 :]) or str(one.granularity)


def _moment(when: datetime | None) -> str:
    if when is None:
        return ""
    return when.date().isoformat() if when == when.replace(hour=0, minute=0, second=0) else when.isoformat(" ")
