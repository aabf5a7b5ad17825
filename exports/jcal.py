"""``timeline.jcal``: jCal (RFC 7265), the same calendar as ``timeline.ics`` in JSON."""

import json
from datetime import date
from typing import Any

from exports.exporter import Exported, Exporter, ExportOptions
from exports.ical import EXPORTER as ICALENDAR
from exports.ical_calendar import calendar_of
from exports.ical_lines import Component, Property, Value, ValueType
from schemas import Timeline

FILE_NAME = "timeline.jcal"
_NUMBERS = ("interval", "count")
_LISTS = ("byday", "bymonth", "bymonthday", "bysetpos", "byhour", "byminute", "bysecond")


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """The events that enter a calendar."""
    name = options.named(FILE_NAME)
    calendar = calendar_of(timeline, options, name)
    written = json.dumps(_component(calendar.component), ensure_ascii=False, separators=(",", ":"))
    return Exported({name: written.encode() + b"\n"}, calendar.left_out, calendar.notes)


def _component(component: Component) -> list[Any]:
    properties = [_property(prop) for prop in component.properties]
    return [component.name.lower(), properties, [_component(inner) for inner in component.components]]


def _property(prop: Property) -> list[Any]:
    parameters = {name.lower(): value for name, value in prop.parameters}
    kind: ValueType = "unknown" if prop.name.startswith("X-") else prop.type
    values = prop.value if isinstance(prop.value, tuple) else (prop.value,)
    return [prop.name.lower(), parameters, kind, *(_value(value, kind) for value in values)]


def _value(value: Value, kind: ValueType) -> Any:
    """A value in the form of RFC 7265, section 3.6."""
    if isinstance(value, date):
        return value.isoformat().replace("+00:00", "Z")
    if kind == "recur":
        return _recurrence(str(value))
    return _offset(str(value)) if kind == "utc-offset" else value


def _recurrence(rule: str) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        name = name.lower()
        if name in _NUMBERS:
            parts[name] = int(value)
        elif name == "until":
            parts[name] = _until(value)
        elif name in _LISTS:
            found = [int(one) if one.lstrip("-").isdigit() else one for one in value.split(",")]
            parts[name] = found if len(found) > 1 else found[0]
        else:
            parts[name] = value
    return parts


def _offset(value: str) -> str:
    """``+08:00``, or with seconds where a zone had them."""
    return ":".join((value[:3], value[3:5], value[5:])).rstrip(":")


def _until(value: str) -> str:
    """``2023-12-31`` or ``2023-12-31T15:59:59Z``."""
    day = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
    return f"{day}T{value[9:11]}:{value[11:13]}:{value[13:]}" if "T" in value else day


EXPORTER = Exporter(
    name="jcal",
    file_name=FILE_NAME,
    media_type="application/calendar+json",
    description="jCal: the calendar in JSON.",
    export=export,
    splits=True,
    omits=ICALENDAR.omits,
)
