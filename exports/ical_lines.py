"""iCalendar's components and the bytes that they become (RFC 5545, section 3.1).

The ``icalendar`` library would write them too, at 3,200 events a second and only after its own parsing of every
value; a calendar of a large timeline needs more. It reads in the tests what is written here.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

ValueType = Literal["text", "uri", "date", "date-time", "integer", "duration", "recur", "utc-offset", "unknown"]
"""The types of RFC 5545, section 3.3, by the names that jCal gives them (RFC 7265, section 3.6)."""

Value = str | int | date | tuple[str, ...]

LINE = 75
"""The octets of a line, its end left out."""


class Property(NamedTuple):
    """A property of a component.

    Attributes:
        name: in capitals.
        value: text unescaped; several texts as a tuple; a date-time with UTC in UTC, and any other as local time.
        type: the type of the value.
        parameters: names in capitals and their values, ``VALUE`` left out.
    """

    name: str
    value: Value
    type: ValueType = "text"
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Component:
    """A calendar, an event, a zone: properties and further components, in order."""

    name: str
    properties: list[Property] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)


def to_bytes(component: Component) -> bytes:
    """The component as UTF-8 with CRLF and folded lines."""
    lines: list[str] = []
    _write(component, lines)
    return b"\r\n".join([fold(line.encode()) for line in lines]) + b"\r\n"


def fold(line: bytes) -> bytes:
    """The line broken so that none is longer than 75 octets, never inside a character or an escape."""
    if len(line) <= LINE:
        return line
    parts, start, size = [], 0, LINE
    while len(line) - start > size:
        end = start + size
        while line[end] & 0xC0 == 0x80:
            end -= 1
        if line[end - 1] == 0x5C and (end - len(line[start:end].rstrip(b"\\")) - start) % 2:
            end -= 1
        parts.append(line[start:end])
        start, size = end, LINE - 1
    parts.append(line[start:])
    return b"\r\n ".join(parts)


def escape(text: str) -> str:
    """TEXT as RFC 5545, section 3.3.11, wants it."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def compact(when: date) -> str:
    """``20220901``, ``20220901T093000`` or ``20220901T013000Z``."""
    day = f"{when.year:04}{when.month:02}{when.day:02}"
    if not isinstance(when, datetime):
        return day
    return f"{day}T{when.hour:02}{when.minute:02}{when.second:02}{'Z' if when.tzinfo else ''}"


def _write(component: Component, lines: list[str]) -> None:
    lines.append(f"BEGIN:{component.name}")
    for name, value, kind, parameters in component.properties:
        written = "".join([f";{key}={_parameter(text)}" for key, text in parameters])
        lines.append(f"{name}{written}{_VALUE.get((name, kind), '')}:{_value(value, kind)}")
    for inner in component.components:
        _write(inner, lines)
    lines.append(f"END:{component.name}")


_VALUE = {
    ("DTSTART", "date"): ";VALUE=DATE",
    ("DTEND", "date"): ";VALUE=DATE",
    ("REFRESH-INTERVAL", "duration"): ";VALUE=DURATION",
    ("SOURCE", "uri"): ";VALUE=URI",
    ("IMAGE", "uri"): ";VALUE=URI",
}
"""What is no property's default type, and where RFC 7986 asks for the type even though there is but one."""


def _value(value: Value, kind: ValueType) -> str:
    if isinstance(value, tuple):
        return ",".join([escape(text) for text in value])
    if isinstance(value, date):
        return compact(value)
    return escape(value) if kind == "text" and isinstance(value, str) else str(value)


def _parameter(text: str) -> str:
    """A parameter's value, in quotes where it needs them; it cannot hold a quotation mark (section 3.2)."""
    return f'"{text}"' if any(mark in text for mark in ":;,") else text
