"""``timeline.txt``: the timeline as a page to read, for paper and terminal alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from exports.characters import one_line
from exports.dates import day_of, days_of, weekday_of
from exports.distances import event_distance, period_distance
from exports.exporter import Exported, Exporter, ExportOptions
from exports.labels import Language
from exports.layout import MIN_WIDTH, Line, Span, beside, columns, indented, plain, room, wrap, wrap_spans
from exports.outline import MAX_CITED, Period, Row, citation, facts, how_many, periods
from schemas import Timeline

_MARGIN, _GAP, _LEAST_BODY, _MOST_BODY, _MOST_DATE = 2, 2, 30, 88, 18


@dataclass(frozen=True, slots=True)
class Page:
    """How a timeline is set.

    Attributes:
        width: the columns of the page; less than 40 counts as 40.
        language: the language of labels and dates.
        today: the day to mark, and from which distances are told; None marks nothing.
        ids: whether each event tells its id.
        summaries: whether each event tells its summary.
    """

    width: int = 80
    language: Language = "zh"
    today: date | None = None
    ids: bool = False
    summaries: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a wide page stand; ``body`` is 0 where they are stacked."""

    date: int
    label: int
    body: int


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """The timeline as UTF-8 text of ``options.width`` columns, the same on any day."""
    page = Page(width=options.width, language=options.language)
    text = "".join(f"{plain(line)}\n" for line in set_page(timeline, page))
    return Exported({"timeline.txt": text.encode()})


def set_page(timeline: Timeline, page: Page) -> Iterator[Line]:
    """The lines of the page, none of them wider than it in any terminal."""
    width = max(page.width, MIN_WIDTH)
    yield from wrap_spans((Span(one_line(timeline.title), "heading"),), width)
    yield from wrap_spans((Span(facts(timeline, page.language), "detail"),), width)
    outline = list(periods(timeline, page.language))
    measures = _measure((row for period in outline for row in period.rows), width, page)
    unmarked = page.today
    for period in outline:
        coming = [row for row in period.rows if unmarked and days_of(row.event)[0] >= unmarked]
        inside = unmarked is not None and (unmarked.year, unmarked.month) == (period.year, period.month)
        if coming and coming[0] is period.rows[0] and not inside and unmarked:
            yield from _today(unmarked, page.language)
            unmarked = None
        yield from _heading(period, page, width)
        before: Row | None = None
        for row in period.rows:
            if unmarked and coming and row is coming[0]:
                yield from _today(unmarked, page.language)
                unmarked = None
            yield ()
            yield from _event(row, before, measures, page, width, period.year)
            before = row
    if unmarked:
        yield from _today(unmarked, page.language)


def _measure(rows: Iterable[Row], width: int, page: Page) -> _Columns:
    """The columns that the widest date and label ask for, and what is left for the body."""
    date_width, label_width = 0, 0
    for row in rows:
        label_width = max(label_width, columns(row.label))
        date_width = max(date_width, *(room(text) for text in _date_texts(row, page)))
    date_width = min(date_width, _MOST_DATE)
    body = width - _MARGIN - date_width - _GAP - label_width - _GAP
    return _Columns(date_width, label_width, min(body, _MOST_BODY) if body >= _LEAST_BODY else 0)


def _date_texts(row: Row, page: Page) -> tuple[str, str, str]:
    """The day; the weekday with the clock, or the precision; and the distance from today."""
    detail = " ".join(part for part in (row.weekday or row.precision, row.clock) if part)
    distance = event_distance(row.event, page.today, page.language) if page.today else ""
    return row.day, detail, distance


def _heading(period: Period, page: Page, width: int) -> Iterator[Line]:
    distance = period_distance(period.year, period.month, page.today, page.language) if page.today else ""
    spans = (Span(period.heading, "heading"), Span(f"  {distance}" if distance else "", "distance"))
    yield ()
    yield from wrap_spans(spans, width)


def _today(today: date, language: Language) -> Iterator[Line]:
    name = "今天" if language == "zh" else "Today"
    yield ()
    yield (Span(f"▸ {name} {day_of(today, language)} {weekday_of(today, language)}", "today"),)


def _event(row: Row, before: Row | None, measures: _Columns, page: Page, width: int, year: int) -> Iterator[Line]:
    if not measures.body:
        return _stacked(row, before, page, width, year)
    indent = _MARGIN + measures.date + _GAP
    label = (Span(row.label, f"type:{row.event.type}"),)
    title, *rest = _body(row, page, measures.body, year)
    body = beside([label], [title], measures.label + _GAP)
    body += indented(rest, measures.label + _GAP)
    dates = [line for spans in _dates(row, before, page) for line in wrap_spans(spans, measures.date)]
    return iter(indented(beside(dates, body, indent - _MARGIN), _MARGIN))


def _dates(row: Row, before: Row | None, page: Page) -> list[tuple[Span, ...]]:
    """The lines of the date column; a day that stands above is not said again."""
    day, detail, distance = _date_texts(row, page)
    if before and before.day == row.day and before.precision == row.precision:
        return [(Span(row.clock, "clock"),)] if row.clock and row.clock != before.clock else []
    lines = [(Span(day, "date"),), (Span(detail, "detail"),), (Span(distance, "distance"),)]
    return [line for line in lines if line[0].text]


def _stacked(row: Row, before: Row | None, page: Page, width: int, year: int) -> Iterator[Line]:
    """An event on a page too narrow for columns: date, label, then the body, one under the other."""
    day, detail, distance = _date_texts(row, page)
    same = before is not None and before.day == row.day and before.precision == row.precision
    if not same:
        head = [Span(day, "date"), Span(f"  {detail}" if detail else "", "detail")]
        yield from wrap_spans((*head, Span(f"  {distance}" if distance else "", "distance")), width)
    clock = f"  {row.clock}" if same and row.clock else ""
    yield from indented(wrap_spans((Span(row.label, f"type:{row.event.type}"), Span(clock, "clock")), width - 2), 2)
    yield from indented(_body(row, page, width - 2, year), 2)


def _body(row: Row, page: Page, width: int, year: int) -> list[Line]:
    """Title, what goes with it, what is in doubt, and where it is from."""
    lines = _title(row, page, width)
    lines += _setting(row, page, width)
    if page.summaries:
        summary = one_line(row.event.summary)
        lines += wrap_spans((Span(summary, "summary"),), width) if summary and summary != row.title else []
    lines += _hanging("! ", _told(row.moved_from, _MOVED, page), "doubt", width)
    lines += _hanging("! ", _told(row.disagreement, _DIFFER, page), "doubt", width)
    lines += _hanging("↳ ", _sources(row, page.language, year), "source", width)
    return lines + ([(Span(row.event.id, "id"),)] if page.ids else [])


def _title(row: Row, page: Page, width: int) -> list[Line]:
    role = "title:cancelled" if row.event.status == "cancelled" else "title"
    if not row.status:
        return wrap_spans((Span(row.title, role),), width)
    mark = f"【{row.status}】" if page.language == "zh" else f"[{row.status}] "
    return wrap_spans((Span(mark, f"status:{row.event.status}"), Span(row.title, role)), width)


def _part_of(row: Row, language: Language) -> str:
    if not row.part_of or row.part_of == row.title:
        return ""
    return f"属于{row.part_of}" if language == "zh" else f"part of {row.part_of}"


def _setting(row: Row, page: Page, width: int) -> list[Line]:
    """Place, superior event and recurrence: in one line where they fit, else a line each."""
    spans = [Span(row.places, "place"), Span(_part_of(row, page.language), "part"), Span(row.recurrence, "place")]
    told = [span for span in spans if span.text]
    joined = [piece for span in told for piece in (Span(" · ", "detail"), span)][1:]
    if sum(room(span.text) for span in joined) <= width:
        return [tuple(joined)] if joined else []
    return [line for span in told for line in wrap_spans((span,), width)]


_MOVED = {"zh": "原定", "en": "moved from "}
_DIFFER = {"zh": "日期不一，另说", "en": "dates differ, also "}


def _told(what: str, lead: dict[str, str], page: Page) -> str:
    return lead[page.language] + what if what else ""


def _sources(row: Row, language: Language, year: int) -> str:
    shown = row.sources[: MAX_CITED if len(row.sources) <= MAX_CITED else MAX_CITED - 1]
    cited = [citation(article, language, year) for article in shown]
    rest = how_many(len(row.sources), language) if len(shown) < len(row.sources) else ""
    if language == "zh":
        return "、".join(cited) + rest
    return "; ".join([*cited, rest] if rest else cited)


def _hanging(mark: str, text: str, role: str, width: int) -> list[Line]:
    """A paragraph behind a mark, its further lines under its first word; none where there is no text."""
    if not text:
        return []
    lines = wrap(text, width - columns(mark))
    return [(Span(" " * columns(mark) if place else mark, role), Span(line, role)) for place, line in enumerate(lines)]


EXPORTER = Exporter(
    name="text",
    file_name="timeline.txt",
    media_type="text/plain; charset=utf-8",
    description="A page to read or to print.",
    export=export,
    omits="summary, participants, works, metrics, quotes, confidence",
)
