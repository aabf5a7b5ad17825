"""``timeline.csv``: a row an event, for a spreadsheet (RFC 4180; UTF-8 with the mark by which spreadsheets know it)."""

import csv
import io
from collections.abc import Iterator

from exports.characters import one_line
from exports.citations import Citations
from exports.dates import event_date
from exports.exporter import Exported, Exporter, ExportOptions
from exports.labels import role_label, status_label, type_label
from exports.story import figure, summary, title
from schemas import Event, Timeline

FILE_NAME = "timeline.csv"
COLUMNS = (
    "id",
    "date",
    "begin",
    "until",
    "timezone",
    "edtf",
    "granularity",
    "type",
    "title",
    "aliases",
    "status",
    "places",
    "participants",
    "works",
    "figures",
    "part_of",
    "recurrence",
    "other_dates",
    "confidence",
    "doubts",
    "summary",
    "quote",
    "articles",
    "publisher",
    "headline",
    "published",
    "url",
)
"""The head row. ``until`` is half open; ``quote`` to ``url`` are of the article that told of the event first."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """All events; cells that a spreadsheet would take for formulas are led by an apostrophe."""
    citations = Citations(timeline)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([[_cell(value) for value in _row(event, citations, options)] for event in timeline.events])
    return Exported({FILE_NAME: table.getvalue().encode("utf-8-sig")})


def _row(event: Event, citations: Citations, options: ExportOptions) -> Iterator[str]:
    language = options.language
    first = event.evidence[0]
    source = citations.source(first)
    yield event.id
    yield event_date(event, language)
    yield event.begin.isoformat()
    yield event.until.isoformat() if event.until else ""
    yield event.timezone or ""
    yield event.edtf
    yield event.granularity
    yield type_label(event.type, language)
    yield title(event, language)
    yield "；".join(event.aliases)
    yield status_label(event.status, language)
    yield "；".join([place.name for place in event.places])
    yield "；".join([f"{role_label(row.role, language)} {row.name}" for row in event.participants])
    yield "；".join(event.works)
    yield "；".join([figure(metric, language) for metric in event.metrics])
    yield event.part_of.name if event.part_of else ""
    yield event.recurrence or ""
    yield "；".join([other.edtf for other in event.other_dates])
    yield f"{event.confidence:.2f}"
    yield "；".join(event.doubts)
    yield summary(event)
    yield first.quote
    yield str(len(citations.sources(event)))
    yield source.publisher
    yield source.title
    yield source.published.isoformat() if source.published else ""
    yield source.url or ""


def _cell(value: str) -> str:
    """One line that is text in every spreadsheet."""
    cell = one_line(value)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


EXPORTER = Exporter(
    name="csv",
    file_name=FILE_NAME,
    media_type="text/csv",
    description="A row an event, for a spreadsheet.",
    export=export,
    omits=("languages", "revisions", "explanations", "all quotes but the first", "offsets of quotes"),
)
