"""The terminal at the edge of the program: its width, language and colours, and the pager."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import click

from exports.labels import Language
from exports.layout import Line, plain

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.style import Style

HUES = {
    "blue": 27,
    "violet": 98,
    "magenta": 162,
    "red": 196,
    "orange": 130,
    "green": 28,
    "teal": 30,
    "grey": 243,
}
"""Colours of the 256 of xterm that stand out from white and from black alike (WCAG 2.2, contrast at least 4)."""

TYPE_HUES = {
    "conference": "blue",
    "meeting": "blue",
    "ceremony": "violet",
    "exhibition": "violet",
    "performance": "magenta",
    "competition": "magenta",
    "award": "magenta",
    "publication": "teal",
    "statistic": "teal",
    "market": "teal",
    "launch": "green",
    "founding": "green",
    "signing": "green",
    "construction": "orange",
    "target": "orange",
    "appointment": "orange",
    "incident": "red",
    "legal": "red",
    "anniversary": "violet",
    "holiday": "magenta",
    "other": "grey",
}
"""The hue of each event type: gatherings, shows, papers and figures, beginnings, works, troubles."""

_STYLES = {
    "timeline": "bold",
    "heading": "bold underline",
    "date": "bold",
    "title": "bold",
    "title:cancelled": "strike",
    "status:scheduled": "blue",
    "status:ongoing": "green",
    "status:postponed": "orange",
    "status:cancelled": "red",
    "doubt": "orange",
    "distance": "green",
    "today": "reverse",
    "clock": "bold",
    "detail": "grey",
    "source": "grey",
    "part": "grey",
    "id": "grey",
    "context": "grey",
    "expression": "bold underline",
    "name": "grey",
}
"""How each role of a line looks: rich's words, or a hue by its name."""


def stands_on_terminal() -> bool:
    """Whether someone watches standard output."""
    return sys.stdout.isatty()


def terminal_width() -> int:
    """The columns of the terminal, or 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def language_of_locale() -> Language:
    """Chinese or English by the locale of messages (POSIX: ``LC_ALL``, ``LC_MESSAGES``, ``LANG``).

    Chinese where the locale says nothing, since the articles are Chinese.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith(("zh", "c.", "posix")) or value == "C" else "en"
    return "zh"


def painter(*, colour: bool) -> Callable[[Line], str]:
    """What turns a line into a string: with ANSI codes where ``colour`` is set and the terminal has them."""
    if not colour:
        return plain
    from rich.console import COLOR_SYSTEMS, Console

    console = Console()
    if console.color_system is None:
        return plain
    system, without_colour = COLOR_SYSTEMS[console.color_system], console.no_color
    return lambda line: _painted(line, system, without_colour)


def print_lines(lines: Iterable[str], *, paged: bool) -> None:
    """Print lines, through the user's pager where they are more than the terminal shows at once."""
    if not paged:
        for line in lines:
            click.echo(line, color=True)
        return
    height = shutil.get_terminal_size((80, 24)).lines
    source = iter(lines)
    first = [line for line, _ in zip(source, range(height - 1), strict=False)]
    more = next(source, None)
    if more is None:
        print_lines(first, paged=False)
    else:
        click.echo_via_pager((f"{line}\n" for line in chain(first, [more], source)), color=True)


def _painted(line: Line, system: "ColorSystem", without_colour: bool) -> str:
    text = ""
    for span in line:
        style = _style(span.role, without_colour) if span.role and span.text.strip() else None
        text += style.render(span.text, color_system=system) if style else span.text
    return text.rstrip()


@lru_cache(maxsize=256)
def _style(role: str, without_colour: bool) -> "Style | None":
    from rich.style import Style

    kind, _, name = role.partition(":")
    words = TYPE_HUES.get(name, "grey") if kind == "type" else _STYLES.get(role, "")
    if not words:
        return None
    style = Style.parse(f"color({HUES[words]})" if words in HUES else words)
    return style.without_color if without_colour else style
