"""Hours in ranges and by estimate: 9-11点, 9~12点半, 七八点."""

from collections.abc import Mapping
from typing import Any

from timeline.expressions.builders import span
from timeline.expressions.meaning import Meaning, Point, Span
from timeline.expressions.tagger import Rule

_START = "(?<![0-9〇零一二三四五六七八九十百千万.:第])"


def _hours(said: Mapping[str, Any]) -> Meaning | None:
    """From one hour to another of the same part of the day."""
    built = span({name: value for name, value in said.items() if name != "quarter_hour"})
    if "quarter_hour" in said and isinstance(built.last, Point):
        built.last.minute = said["quarter_hour"]
    first, last = built.first.hour, built.last.hour
    return built if first is not None and last is not None and (first < last or built.first.part) else None


def _about(said: Mapping[str, Any]) -> Meaning:
    """七八点: from seven to the end of the hour of eight."""
    first: int = said["about_hour"]
    return Span(Point(part=said.get("part"), hour=first), Point(part=said.get("part"), hour=first + 2))


def _lacking(said: Mapping[str, Any]) -> Meaning | None:
    """8点差5分 is 7点55分."""
    hour, minute = said["hour"], 60 - said.get("minute", 15)
    return Point(part=said.get("part"), hour=hour - 1, minute=minute) if hour and 0 < minute < 60 else None


def _past(said: Mapping[str, Any]) -> Meaning:
    """三点过五分 is 3:05."""
    return Point(part=said.get("part"), hour=said["hour"], minute=said.get("quarter_hour", said.get("minute")))


RULES: tuple[Rule, ...] = (
    Rule(
        "hours_half",
        f"{_START}{{first_hour}}{{dash}}{{hour}}[点时]{{quarter_hour}}",
        _hours,
        (("9~12点半", "2022-09-03T09:00/2022-09-03T12:30"),),
    ),
    Rule(
        "hours_of_part",
        "{part}{first_hour}{dash}{hour}(?:点钟?|时)(?:{minute}分|{quarter_hour})?",
        _hours,
        (("晚上9~11点", "2022-09-03T21:00/2022-09-03T23:00"), ("下午2-4时30分", "2022-09-03T14:00/2022-09-03T16:30")),
    ),
    Rule(
        "hour_lacking",
        "{part}?{hour}点差(?:{minute}分|一刻)",
        _lacking,
        (("8点差5分", "2022-09-03T07:55"), ("下午三点差一刻", "2022-09-03T14:45")),
    ),
    Rule(
        "lacking_to_hour",
        "差(?:{minute}分钟?|一刻){part}?{hour}点(?![0-9])",
        _lacking,
        (("差5分8点", "2022-09-03T07:55"), ("差一刻九点", "2022-09-03T08:45")),
    ),
    Rule(
        "hour_past",
        "{part}?{hour}点过(?:{minute}分|{quarter_hour})",
        _past,
        (("三点过五分", "2022-09-03T03:05"), ("上午十一点过一刻", "2022-09-03T11:15")),
    ),
    Rule(
        "hours_about",
        "{part}?{about_hour}点钟?(?![0-9〇零一二三四五六七八九十建要意原体])",
        _about,
        (("明天下午七八点", "2022-09-04T19:00/2022-09-04T21:00"),),
    ),
)
"""The rows."""
