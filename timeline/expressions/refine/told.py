"""A find that came to something."""

from dataclasses import dataclass

from timeline.expressions.meaning import Find
from timeline.expressions.resolve import Resolved


@dataclass(slots=True)
class Told:
    """A find with what it came to and why.

    Attributes:
        find: where it stands and what its words say.
        resolved: what it came to.
        anchor: what it was resolved against; None where it says everything itself.
        inherited: the fields that the anchor gave.
    """

    find: Find
    resolved: Resolved
    anchor: str | None
    inherited: tuple[str, ...]
