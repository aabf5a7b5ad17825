"""The ``timeline`` command: a thin group whose subcommands are loaded when they are called."""

from importlib import import_module

import click

COMMANDS = {
    "build": "Read articles and write the calendar, the feed and the timeline.",
    "show": "Print the timeline of articles in the terminal.",
    "expressions": "Print the date expressions of a text.",
    "explain": "Say why a date expression means what it does.",
    "articles": "Print what was read: format, title, publisher, date.",
    "export": "Write another format from a timeline.json.",
    "diff": "Say what changed between two timeline.json files.",
    "schema": "Print the JSON Schema of a model.",
}
"""Each command and its help line; it lives in the module of that name in ``timeline.commands``."""


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only when it is called."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; an error of ours is one line on standard error and exit code 2 (wrong use) or 1.

        So is an error of the system, such as a full disk behind standard output; a reader who has gone is click's.
        """
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except OSError as error:
            click.echo(f"timeline: {error.filename or 'the output'}: {error.strerror or error}", err=True)
            ctx.exit(1)
        except Exception as error:
            from schemas import TimelineError, UsageError

            if not isinstance(error, TimelineError):
                raise
            click.echo(f"timeline: {error}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"timeline.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="article-timeline")
def main() -> None:
    """Turn news articles into a timeline, a calendar and a feed of events.

    Start with:  timeline build articles/ --output out/
    """
