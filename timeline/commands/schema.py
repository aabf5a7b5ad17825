"""``timeline schema``: the JSON Schema of a model."""

import click

from schemas.json_schema import MODELS, text


@click.command(short_help="Print the JSON Schema of a model.", epilog=f"NAME is one of {', '.join(MODELS)}.")
@click.argument("name", type=click.Choice(list(MODELS)), default="timeline", required=False, metavar="[NAME]")
def command(name: str) -> None:
    """Print the JSON Schema (2020-12) of a model; of timeline.json where no NAME is given."""
    click.echo(text(name), nl=False)
