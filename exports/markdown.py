"""``timeline.md``: the timeline in CommonMark, with its summaries and with links to the articles."""

import re
from collections.abc import Iterator

from exports.characters import one_line
from exports.exporter import Exported, Exporter, ExportOptions
from exports.labels import Language
from exports.outline import Period, Row, facts, periods
from exports.references import NAMED, Reference, References, full_citation, more_articles, short_citation
from exports.story import summary, timeline_title
from schemas import Timeline

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LEADING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """The timeline as CommonMark 0.31 in UTF-8: a heading a year and month, a list item an event."""
    lines = _document(timeline, options.language)
    return Exported({"timeline.md": "".join(f"{line}\n" for line in lines).encode()})


def escaped(text: str) -> str:
    """Text in one line that CommonMark shows as it stands.

    >>> escaped("1. *新*")
    '1\\\\. \\\\*新\\\\*'
    """
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)


def _document(timeline: Timeline, language: Language) -> Iterator[str]:
    yield f"# {escaped(timeline_title(timeline))}"
    yield ""
    yield escaped(facts(timeline, language))
    year = None
    for period in periods(timeline, language):
        if period.year != year:
            year = period.year
            yield ""
            yield f"## {year}年" if language == "zh" else f"## {year}"
        yield from _period(period, language)
    yield from _references(timeline, language)


def _period(period: Period, language: Language) -> Iterator[str]:
    yield ""
    if period.month is not None:
        yield f"### {period.heading}"
        yield ""
    for row in period.rows:
        yield from _item(row, period.year, language)


def _item(row: Row, year: int, language: Language) -> Iterator[str]:
    """A list item: date and title; type, status, place; the summary; the articles."""
    gone = row.event.status in ("cancelled", "postponed")
    mark = ("【{}】" if language == "zh" else "[{}] ").format(row.status) if gone else ""
    yield f"- {escaped(_when(row, language))}　**{escaped(mark + row.title)}**  "
    part_of = ("属于{}" if language == "zh" else "part of {}").format(row.part_of) if row.part_of else ""
    details = [row.label, "" if gone else row.status, row.places, part_of, row.recurrence, *row.doubts]
    lines = [" · ".join(escaped(part) for part in details if part)]
    told = summary(row.event)
    lines += [escaped(told)] if told not in ("", row.title) else []
    lines += [_sources(row, year, language)] if row.sources else []
    for line in lines[:-1]:
        yield f"  {line}  "
    yield f"  {lines[-1]}"


def _when(row: Row, language: Language) -> str:
    """The day with its weekday or how exact it is, and the clock: ``9月6日（周五）9:30``, ``6 Sep (Fri) 9:30``."""
    note = row.weekday or row.precision
    if language == "en":
        return " ".join([part for part in (row.day, f"({note})" if note else "", row.clock) if part])
    return f"{row.day}（{note}）{row.clock}" if note else f"{row.day} {row.clock}".strip()


def _sources(row: Row, year: int, language: Language) -> str:
    """The articles, each a link where its address is known; where they are many, the rest by number."""
    named = row.sources if len(row.sources) <= NAMED else row.sources[: NAMED - 1]
    told = [_linked(short_citation(reference, language, year), reference) for reference in named]
    if rest := row.sources[len(named) :]:
        numbers = "".join([_linked(f"[{reference.number}]", reference) for reference in rest])
        told.append(f"{more_articles(len(rest), language)} {numbers}")
    return ("、" if language == "zh" else "; ").join(told)


def _linked(text: str, reference: Reference) -> str:
    return f"[{escaped(text)}](<{reference.source.url}>)" if reference.source.url else escaped(text)


def _references(timeline: Timeline, language: Language) -> Iterator[str]:
    references = References(timeline).all()
    if not references:
        return
    yield ""
    yield "## 来源" if language == "zh" else "## Sources"
    yield ""
    for reference in references:
        cited = full_citation(reference.source, language) or reference.file
        yield f"{reference.number}. {_linked(cited, reference)}"


EXPORTER = Exporter(
    name="markdown",
    file_name="timeline.md",
    media_type="text/markdown; charset=utf-8; variant=CommonMark",
    description="A page to publish, with summaries and links.",
    export=export,
    omits=(
        *("ids", "EDTF", "languages", "participants", "works", "figures", "aliases", "revisions", "confidence"),
        *("explanations", "quotes"),
    ),
)
