"""Golden files of the exports that people read: ``GOLDEN=write pytest tests/exports`` writes them anew."""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data/exports_text"


def holds(name: str, made: str) -> bool:
    """Whether the golden file of that name holds this text, line for line."""
    path = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")
    assert made.splitlines() == expected.splitlines(), f"{name} differs: read the difference, then GOLDEN=write"
    return made == expected
