"""The bytes of every exporter: ``GOLDEN=write pytest tests/exports`` writes the files anew."""

import os
from pathlib import Path

import pytest
from export_samples import sample

from exports import EXPORTERS, ExportOptions, export

FOLDER = Path(__file__).resolve().parent.parent / "data/exports"
WHOLE = ExportOptions(
    base_url="https://dates.example/t", precision="year", figures=True, times="zone", recurrence="rule", page_size=6
)
CASES = [
    *((name, "default", ExportOptions()) for name in EXPORTERS),
    *((name, "published", WHOLE) for name in ("ical", "jcal", "feed", "atom")),
    ("ical", "english", ExportOptions(language="en")),
]


@pytest.mark.parametrize(("name", "folder", "options"), CASES, ids=[f"{name}-{folder}" for name, folder, _ in CASES])
def test_the_bytes(name: str, folder: str, options: ExportOptions) -> None:
    for file_name, data in export(sample(), name, options).files.items():
        path = FOLDER / folder / file_name
        if os.environ.get("GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert data.splitlines() == path.read_bytes().splitlines(), "read the difference, then GOLDEN=write"
