"""Write the JSON Schema of every model: ``python -m schemas``."""

from pathlib import Path

from schemas.json_schema import MODELS, file_name, text

FOLDER = Path(__file__).parent / "json"


def main() -> None:
    """Replace the files in ``schemas/json/``."""
    FOLDER.mkdir(exist_ok=True)
    for name in MODELS:
        (FOLDER / file_name(name)).write_text(text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
