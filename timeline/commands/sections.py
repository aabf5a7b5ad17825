"""Help that parts many options by what they are about."""

import click

SECTIONS: dict[str, tuple[str, ...]] = {
    "Which events": ("--from", "--to", "--type", "--place", "--status", "--min-confidence", "--search"),
    "Articles": ("--timezone", "--published", "--words", "--jobs"),
    "Calendars": ("--by", "--precision", "--figures", "--times", "--moment", "--until", "--recurrence"),
    "Published files": ("--base-url", "--page-size"),
}
"""The options of each section, which follow those of the command itself."""


class Sectioned(click.Command):
    """A command whose help has a list of options a section."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own options, then each section of which it has any."""
        homes = {name: title for title, names in SECTIONS.items() for name in names}
        rows: dict[str, list[tuple[str, str]]] = {"Options": [], **{title: [] for title in SECTIONS}}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx)):
                rows[homes.get(param.opts[0], "Options")].append(record)
        for title, records in rows.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
