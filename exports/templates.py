"""A line an event, by a template with named fields: ``{date}  {type}  {title}``.

Only the fields below can be named: a template reaches no attribute, no index and no code.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import Formatter

from exports.characters import lines_of, one_line
from exports.citations import Citations, Source
from exports.dates import clock_text, event_date, weekday_text
from exports.labels import Language, status_label, type_label
from exports.layout import columns
from exports.story import summary
from schemas import Event, Timeline, UsageError

_SPEC = re.compile(r"([<>^]?)(\d{0,3})")
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\\": "\\"}


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what its line needs to know beside it."""

    event: Event
    citations: Citations
    language: Language
    timezone: str

    @property
    def sources(self) -> list[Source]:
        """The articles that tell of it."""
        return self.citations.sources(self.event)

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "、" if self.language == "zh" else ", "


Field = Callable[[Told], str]

FIELDS: dict[str, tuple[Field, str]] = {
    "date": (lambda it: event_date(it.event, it.language, timezone=it.timezone), "the date in words: 2022年9月1日—3日"),
    "edtf": (lambda it: it.event.edtf, "the date in EDTF: 2022-09-01/2022-09-03"),
    "begin": (lambda it: it.event.begin.isoformat(), "the first day or moment: 2022-09-01"),
    "until": (lambda it: it.event.until.isoformat() if it.event.until else "", "the day or moment after the last"),
    "time": (lambda it: clock_text(it.event, it.language, it.timezone), "the clock or part of the day: 19:30—21:00"),
    "weekday": (lambda it: weekday_text(it.event, it.language), "the weekday or weekdays: 周四—周六"),
    "type": (lambda it: type_label(it.event.type, it.language), "the label of the type: 会议论坛"),
    "kind": (lambda it: it.event.type, "the type: conference"),
    "title": (lambda it: one_line(it.event.title), "the title"),
    "summary": (lambda it: summary(it.event), "the summary"),
    "place": (lambda it: it.comma.join(lines_of(place.name for place in it.event.places)), "the places"),
    "status": (lambda it: status_label(it.event.status, it.language), "the word for the status: 计划"),
    "state": (lambda it: it.event.status, "the status: scheduled"),
    "part_of": (lambda it: one_line(it.event.part_of.name) if it.event.part_of else "", "the event it belongs to"),
    "publishers": (
        lambda it: it.comma.join(dict.fromkeys(row.publisher for row in it.sources if row.publisher)),
        "who published the articles",
    ),
    "articles": (lambda it: str(len({row.article for row in it.event.evidence})), "how many articles tell of it"),
    "url": (lambda it: next((row.url for row in it.sources if row.url), ""), "the first article's address"),
    "quote": (lambda it: one_line(it.event.evidence[0].quote), "the words it comes from"),
    "confidence": (lambda it: f"{it.event.confidence:.2f}", "how sure it is, 0 to 1"),
    "id": (lambda it: it.event.id, "the id"),
}
"""Each field and what it says."""


class LineTemplate:
    """A template that was checked once and then makes a line an event.

    A field may be padded to a number of terminal columns: ``{type:10}``, ``{confidence:>6}``. ``\\t`` and ``\\n``
    stand for a tab and a line end; ``{{`` and ``}}`` for the brackets themselves.

    Raises:
        UsageError: no field at all, a field that is not known, a padding that cannot be read, or brackets that do
            not match.
    """

    def __init__(self, template: str) -> None:
        spelled = re.sub(r"\\[tn\\]", lambda found: _ESCAPES[found[0]], template)
        try:
            parts = list(Formatter().parse(spelled))
        except ValueError as error:
            raise UsageError(f"the template {template!r} cannot be read: {error}", mend="match its brackets") from error
        self._parts = [_part(text, name, spec or "", conversion) for text, name, spec, conversion in parts]
        if not any(name for _, name, _, _ in self._parts):
            raise UsageError(
                f"the template {template!r} names no field", mend="write fields in brackets, as in {title}"
            )

    def lines(self, timeline: Timeline, language: Language = "zh") -> Iterator[str]:
        """The line of each event, in their order."""
        citations = Citations(timeline)
        for event in timeline.events:
            told = Told(event, citations, language, timeline.timezone)
            yield "".join(
                text + (_padded(FIELDS[name][0](told), align, width) if name else "")
                for text, name, align, width in self._parts
            )


def _part(text: str, name: str | None, spec: str, conversion: str | None) -> tuple[str, str, str, int]:
    if name is None:
        return text, "", "", 0
    padding = _SPEC.fullmatch(spec)
    if name not in FIELDS or conversion:
        asked = name + (f"!{conversion}" if conversion else "")
        raise UsageError(f"no such field in the template: {{{asked}}}", mend=f"choose from {', '.join(FIELDS)}")
    if not padding:
        raise UsageError(f"{{{name}:{spec}}} in the template asks for what it cannot do", mend=f"write {{{name}:20}}")
    return text, name, padding[1] or "<", int(padding[2] or 0)


def _padded(text: str, align: str, width: int) -> str:
    missing = max(width - columns(text), 0)
    left = {"<": 0, ">": missing, "^": missing // 2}[align]
    return " " * left + text + " " * (missing - left)
