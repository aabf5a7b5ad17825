"""The JSON Schema (2020-12) of the models; ``python -m schemas`` writes it to ``schemas/json/``."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from schemas.article import Article, ArticleMetadata
from schemas.event import Event, UnusedExpression
from schemas.expression import Expression
from schemas.timeline import VERSION, Timeline

MODELS: dict[str, type[BaseModel]] = {
    "timeline": Timeline,
    "event": Event,
    "article": Article,
    "article-metadata": ArticleMetadata,
    "expression": Expression,
    "unused-expression": UnusedExpression,
}
"""Each model that has a schema of its own, by the name of its file."""

LOCAL_TIME = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?$"
"""A date-time without offset, which the format ``date-time`` of JSON Schema does not allow."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a model, with a description and examples on every field.

    Raises:
        KeyError: there is no model of that name.
    """
    made = MODELS[name].model_json_schema(schema_generator=_Generator)
    definitions = made.get("$defs", {})
    for body in (*definitions.values(), made):
        for field in body["properties"].values():
            field.setdefault("examples", [_example(field, definitions)])
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:article-timeline:schema:{name}:{VERSION}",
        "version": VERSION,
    }
    return head | made


def file_name(name: str) -> str:
    """The name of a model's file in ``schemas/json/``."""
    return f"{name}.schema.json"


def text(name: str) -> str:
    """The JSON Schema of a model as it stands in its file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's own, but local times are told from those with an offset."""

    def datetime_schema(self, schema: core_schema.DatetimeSchema) -> JsonSchemaValue:
        """A pattern for a time without offset; the format ``date-time`` for one with it."""
        if schema.get("tz_constraint") == "aware":
            return super().datetime_schema(schema)
        return {"type": "string", "pattern": LOCAL_TIME}


def _example(field: dict[str, Any], definitions: dict[str, Any]) -> Any:
    """An example of a field that holds models, made of the first examples of their own fields."""
    if "examples" in field:
        return field["examples"][0]
    if "$ref" in field:
        body = definitions[field["$ref"].rpartition("/")[2]]
        return {name: _example(inner, definitions) for name, inner in body["properties"].items()}
    if field.get("type") == "array":
        return [_example(field["items"], definitions)]
    return _example(field["anyOf"][0], definitions)
