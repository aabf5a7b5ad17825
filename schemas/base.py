"""The ground that every model stands on."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model that refuses fields it does not know.

    Instances are plain values: hashable where their fields are, picklable, and equal when their fields are equal.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, ser_json_inf_nan="null")
