"""The JSON Schema files: generated, complete, and true."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import schemas
from schemas.json_schema import MODELS, file_name, schema, text

FOLDER = Path(schemas.__file__).parent / "json"


def test_the_files_are_what_the_models_make() -> None:
    made = {file_name(name): text(name) for name in MODELS}
    held = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert held == made, "run: python -m schemas"


def fields(whole: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for body in (whole, *whole.get("$defs", {}).values()):
        for name, field in body["properties"].items():
            yield f"{body['title']}.{name}", field


@pytest.mark.parametrize("name", MODELS)
def test_every_field_has_a_description_and_examples_that_are_valid(name: str) -> None:
    whole = schema(name)
    Draft202012Validator.check_schema(whole)
    for place, field in fields(whole):
        assert field["description"], place
        assert field["examples"], place
        validator = Draft202012Validator(field | {"$defs": whole.get("$defs", {})})
        for example in field["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], place


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_names_its_version(name: str) -> None:
    whole = schema(name)
    assert whole["$id"] == f"urn:article-timeline:schema:{name}:{schemas.VERSION}"
    assert whole["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("field", "value"), [("begin", "2022-09-01T09:30:00+08:00"), ("id", "xyz"), ("type", "party"), ("confidence", 2)]
)
def test_the_schema_refuses_what_the_models_refuse(field: str, value: Any) -> None:
    whole = schema("event")
    example = {name: row["examples"][0] for name, row in whole["properties"].items()}
    validator = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert validator.is_valid(json.loads(json.dumps(example)))
    assert not validator.is_valid(example | {field: value})
