"""A calendar read as a strict client reads it: first the bytes, then the components by ``icalendar``."""

import re
from datetime import datetime

from icalendar import Calendar


def faults(data: bytes) -> list[str]:
    """What RFC 5545 forbids in the bytes and properties of a calendar."""
    found = []
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
        found.append("line ends")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            found.append(f"line {number} has {len(line)} octets")
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            found.append(f"line {number} has a control character")
        try:
            text = line.decode()
        except UnicodeDecodeError:
            found.append(f"line {number} ends inside a character")
            continue
        if re.search("[\u0085\u2028\u2029]", text):
            found.append(f"line {number} has a line separator")
        if text and not re.match(r"[ \t]|[A-Z0-9-]+[;:]", text):
            found.append(f"line {number} is no content line")
    return found + _component_faults(Calendar.from_ical(data))


def _component_faults(calendar: Calendar) -> list[str]:
    found = [f"{name} is missing" for name in ("VERSION", "PRODID") if name not in calendar]
    found += [f"{part.name}: {error}" for part in calendar.walk() for error in getattr(part, "errors", [])]
    if "METHOD" in calendar:
        found.append("METHOD")
    if missing := calendar.get_missing_tzids():
        found.append(f"no VTIMEZONE for {missing}")
    uids = [str(event["UID"]) for event in calendar.events]
    if len(set(uids)) < len(uids):
        found.append("a UID stands twice")
    for event in calendar.events:
        begin, until = event["DTSTART"].dt, event["DTEND"].dt
        if type(begin) is not type(until) or until <= begin:
            found.append(f"DTEND {until} does not follow DTSTART {begin}")
        if isinstance(begin, datetime) and (begin.second or until.second):
            found.append("seconds in DTSTART or DTEND")
        if event["DTSTAMP"].dt.tzinfo is None or not str(event["SUMMARY"]).strip():
            found.append("DTSTAMP or SUMMARY")
    if Calendar.from_ical(calendar.to_ical()) != calendar:
        found.append("not the same after a round trip")
    return found
