"""The ground that every model stands on."""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model that refuses fields it does not know.

    Instances are plain values: hashable where their fields are, picklable, and equal when their fields are equal.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, ser_json_inf_nan="null")


M = TypeVar("M", bound=Model)

# The slots of every model, to be filled without a search for each by its name.
_SET_DICT, _SET_FIELDS, _SET_EXTRA, _SET_PRIVATE = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _names_of(model: type[BaseModel]) -> set[str]:
    """The names of a model's fields, one set for all its trusted instances, which nobody changes."""
    return set(model.model_fields)


def trusted(model: type[M], fields: dict[str, Any]) -> M:
    """An instance of fields that are known to be right, for what the program itself makes by the thousand.

    It is ``model_construct`` without its search for defaults, and validates nothing.

    Args:
        model: the model, without private attributes.
        fields: every field by its name, of the types that the model tells; kept and not copied.
    """
    one = model.__new__(model)
    _SET_DICT(one, fields)
    _SET_FIELDS(one, _names_of(model))
    _SET_EXTRA(one, None)
    _SET_PRIVATE(one, None)
    return one
