"""What the rows build: from the values of their slots to a meaning."""

from collections.abc import Callable, Mapping
from typing import Any

from timeline.expressions.meaning import Length, Meaning, Point, Reference, Span, Vague

_LENGTH_FIELDS = frozenset({"years", "months", "weeks", "days", "workdays", "hours", "minutes", "seconds"})
_VAGUE_UNITS = {
    "centuries": "Y",
    "years": "Y",
    "quarters": "M",
    "months": "M",
    "weeks": "W",
    "days": "D",
    "workdays": "D",
    "hours": "TH",
    "minutes": "TM",
    "seconds": "TS",
}


def point(said: Mapping[str, Any]) -> Point:
    """The point whose fields are what the slots say."""
    return Point(**said)


def pointing(**more: Any) -> Callable[[Mapping[str, Any]], Point]:
    """Builds the point whose fields are what the slots say, and more that the row itself says."""
    return lambda said: Point(**said, **more)


def span(said: Mapping[str, Any]) -> Span:
    """From the point of the ``first_`` slots to that of the others; what stands once before both holds for both."""
    first = {name.removeprefix("first_"): value for name, value in said.items() if name.startswith("first_")}
    last = {name: value for name, value in said.items() if not name.startswith("first_")}
    shared = {name: value for name, value in last.items() if name not in first and _coarser(name, first)}
    return Span(Point(**shared, **first), Point(**last))


def _coarser(name: str, first: Mapping[str, Any]) -> bool:
    order = ("year", "year_shift", "month", "month_shift", "day", "part", "hour", "minute")
    return order.index(name) < min(order.index(other) for other in first)


def meaning(what: Meaning) -> Callable[[Mapping[str, Any]], Meaning]:
    """Builds the same meaning every time."""
    return lambda _: what


def vague(reference: Reference) -> Callable[[Mapping[str, Any]], Meaning]:
    """Builds a reference to past, present or future."""
    return meaning(Vague(reference))


_FINER = {
    "years": ("months", 12),
    "months": ("days", 30),
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
}


def length_of(unit: str, count: float, **more: Any) -> Length:
    """A length of so many units; a half of a unit is told in the next finer one, a tenth of a month is not."""
    if unit == "centuries":
        unit, count = "years", count * 100
    elif unit == "quarters":
        unit, count = "months", count * 3
    if unit not in _LENGTH_FIELDS:
        raise ValueError(f"unknown unit {unit!r}")
    whole, rest = int(count), count - int(count)
    fields: dict[str, Any] = {unit: whole}
    if rest:
        finer, factor = _FINER.get(unit, (unit, 0)) if unit != "months" or rest == 0.5 else (unit, 0)
        if factor and abs(rest * factor - round(rest * factor)) < 1e-9:
            fields[finer] = round(rest * factor)
        else:
            fields[unit] = count
    return Length(**fields, **more)


def length(said: Mapping[str, Any]) -> Length:
    """So many units: ``n`` and ``unit``."""
    return length_of(said["unit"], said["n"])


def lasting(extra: float = 0, **more: Any) -> Callable[[Mapping[str, Any]], Length]:
    """Builds so many units and a part of one more."""
    return lambda said: length_of(said["unit"], said.get("n", 0) + extra, **more)


def vague_length(unit: str, **more: Any) -> Length:
    """A length of an untold number of units."""
    return Length(vague=_VAGUE_UNITS[unit], **more)
