"""The README says what the program does."""

import re

import pytest

from exports import DEFAULT_FORMATS, EXPORTERS
from exports.json_feed import TIMELINE_FIELDS
from tests.readme import COMMANDS, README, ROOT, block, output
from timeline import cli

TEXT = README.read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_are_what_the_commands_print(name: str) -> None:
    assert block(name, output(COMMANDS[name])) in TEXT, "python -m tests.readme writes the examples anew"


def test_every_command_is_told() -> None:
    assert [name for name in cli.COMMANDS if f"timeline {name}" not in TEXT] == []


def test_every_export_is_told_with_its_file_and_what_it_omits() -> None:
    rows = set(re.findall(r"^\| `([a-z-]+)` \| `([^`]+)` \| [^|]+ \| ([^|]+) \|$", TEXT, re.M))
    assert rows == {(one.name, one.file_name, ", ".join(one.omits) or "–") for one in EXPORTERS.values()}
    assert len(DEFAULT_FORMATS) == 5


def test_every_field_of_the_feeds_own_object_is_told() -> None:
    told = set(re.findall(r"`(\w+)`", TEXT[TEXT.index("**Feeds.**") : TEXT.index("**Characters.**")]))
    assert TIMELINE_FIELDS | {"id", "evidence", "other_dates"} <= told


def test_linked_files_are_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_readme_has_no_gaps() -> None:
    assert re.findall(r"<!-- (?!/?(?:show|explain|build) -->).*?-->", TEXT) == []
