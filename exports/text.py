"""``timeline.txt``: the timeline as a page to read, for paper and terminal alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from exports.dates import day_of, days_of, is_imprecise, weekday_of
from exports.distances import event_distance, period_distance
from exports.exporter import Exported, Exporter, ExportOptions
from exports.labels import Language
from exports.layout import MIN_WIDTH, Line, Span, beside, columns, indented, plain, room, wrap, wrap_spans
from exports.outline import Period, Row, facts, periods
from exports.references import Reference, References, full_citation, short_citations
from exports.story import summary, timeline_title
from schemas import Timeline

_MARGIN = 2
_GAP = 2
_MOST_DATE = 18
"""The widest date column."""
_LEAST_BODY = 30
"""The narrowest title column; where there is less, date, type and title stand one under the other."""
_MOST_BODY = 80
"""The widest title column."""
_WIDE_BODY = 54
"""The narrowest title column that lets the sources stand beside it."""
_MOST_SOURCES = 40
"""The widest column of sources."""


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


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """The timeline as UTF-8 text of ``options.width`` columns, the same on any day."""
    page = Page(width=options.width, language=options.language)
    text = "".join([f"{plain(line)}\n" for line in set_page(timeline, page)])
    return Exported({"timeline.txt": text.encode()})


def set_page(timeline: Timeline, page: Page) -> Iterator[Line]:
    """The lines of the page, none of them wider than it in any terminal."""
    width = max(page.width, MIN_WIDTH)
    yield from wrap_spans((Span(timeline_title(timeline), "timeline"),), width)
    yield from wrap_spans((Span(facts(timeline, page.language), "detail"),), width)
    outline = list(periods(timeline, page.language, page.today))
    rows = [row for period in outline for row in period.rows]
    setter = _Setter(page, _measure(rows, width, page))
    coming = _coming(outline, page.today) if page.today else None
    for period in outline:
        yield from setter.period(period, coming)
    if page.today and coming is None:
        yield from setter.today(page.today)
    yield from setter.references(References(timeline).all())


def _coming(outline: Iterable[Period], today: date) -> Row | None:
    """The first row that is to come; what is less exact than a day leads its month or year, and is not between days."""
    for period in outline:
        later = (period.year, period.month or today.month) > (today.year, today.month)
        for row in period.rows:
            if later or (not is_imprecise(row.event) and days_of(row.event)[0] >= today):
                return row
    return None


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the columns of a page are; ``body`` and ``sources`` are 0 where they stand under others."""

    page: int
    date: int
    label: int
    body: int
    sources: int


def _measure(rows: Iterable[Row], width: int, page: Page) -> _Columns:
    """The columns that the widest date and label ask for, and what is left for the rest."""
    dates, label, title, sources, slack = 0, 0, _WIDE_BODY, 0, 0
    for row in rows:
        texts = _date_texts(row, page)
        label = max(label, columns(row.label))
        title = max(title, room(row.status) + room(row.title) + 4)
        dates = max(dates, *[room(text) for text in texts])
        for source in short_citations(row.sources, page.language, row.event.begin.year):
            sources = max(sources, room(source))
        slack = max(slack, *[room(text) - columns(text) for text in texts])
    dates = min(dates, _MOST_DATE)
    left = width - _MARGIN - dates - _GAP - label - _GAP - slack
    if left < _LEAST_BODY:
        return _Columns(width, dates, label, 0, 0)
    sources = min(sources, _MOST_SOURCES)
    wide = left - _GAP - sources
    if wide < _WIDE_BODY or not sources:
        return _Columns(width, dates, label, min(left, _MOST_BODY), 0)
    return _Columns(width, dates, label, min(wide, title, _MOST_BODY), sources)


def _date_texts(row: Row, page: Page) -> tuple[str, ...]:
    """The day; the weekday with the clock, or the precision; and the distance from today."""
    detail = " ".join([part for part in (row.weekday or row.precision, row.clock) if part])
    distance = event_distance(row.event, page.today, page.language) if page.today else ""
    if room(detail) > _MOST_DATE:
        return row.day, row.weekday or row.precision, row.clock, distance
    return row.day, detail, distance


class _Setter:
    """Sets periods and events in the columns of a page."""

    def __init__(self, page: Page, measures: _Columns) -> None:
        self._page = page
        self._columns = measures

    def period(self, period: Period, coming: Row | None) -> Iterator[Line]:
        """A heading and its events; today's mark stands before ``coming``, the first event from today on."""
        today = self._page.today
        before_heading = today is not None and (today.year, today.month) != (period.year, period.month)
        if today and before_heading and coming is period.rows[0]:
            yield from self.today(today)
        yield from self._heading(period)
        above: Row | None = None
        for row in period.rows:
            if today and row is coming and (above or not before_heading):
                yield from self.today(today)
            yield ()
            yield from self._event(row, above, period.year)
            above = row

    def today(self, today: date) -> Iterator[Line]:
        """The mark between what was and what is to come."""
        language = self._page.language
        name = "今天" if language == "zh" else "Today"
        yield ()
        yield (Span(f"== {name} {day_of(today, language)} {weekday_of(today, language)} ==", "today"),)

    def references(self, references: list[Reference]) -> Iterator[Line]:
        """The articles cited, in full, each with its address or the file that it was read from."""
        if not references:
            return
        yield ()
        yield (Span("来源" if self._page.language == "zh" else "Sources", "heading"),)
        hang = columns(f"[{len(references)}] ")
        yield ()
        for reference in references:
            mark = f"[{reference.number}]".rjust(hang - 1)
            citation = full_citation(reference.source, self._page.language) or "—"
            width = self._columns.page - _MARGIN - hang
            lines = wrap_spans((Span(citation),), width)
            lines += wrap_spans((Span(reference.source.url or reference.file, "source"),), width)
            yield from indented(beside([(Span(mark, "source"),)], lines, hang), _MARGIN)

    def _heading(self, period: Period) -> Iterator[Line]:
        today, language = self._page.today, self._page.language
        distance = period_distance(period.year, period.month, today, language) if today else ""
        yield ()
        yield (Span(period.heading, "heading"), Span(f"  {distance}" if distance else "", "detail"))

    def _event(self, row: Row, above: Row | None, year: int) -> Iterator[Line]:
        if not self._columns.body:
            return self._stacked(row, above, year)
        measures = self._columns
        block = beside(
            [(Span(row.label, f"type:{row.event.type}"),)], self._beside_label(row, year), measures.label + _GAP
        )
        dates = [line for span in self._dates(row, above) for line in wrap_spans((span,), measures.date)]
        return iter(indented(beside(dates, block, measures.date + _GAP), _MARGIN))

    def _beside_label(self, row: Row, year: int) -> list[Line]:
        """Title and all that follows, with the sources beside it where the page is wide."""
        measures = self._columns
        body, sources = self._body(row, measures.body), short_citations(row.sources, self._page.language, year)
        slack = max(room(plain(line)) - columns(plain(line)) for line in body)
        if measures.sources - slack < measures.sources // 2 or not measures.sources:
            return body + _hanging("", self._in_a_row(sources), "source", measures.body)
        beside_it = [line for source in sources for line in _hanging("", source, "source", measures.sources - slack)]
        return beside(body, beside_it, measures.body + _GAP)

    def _stacked(self, row: Row, above: Row | None, year: int) -> Iterator[Line]:
        """An event on a page too narrow for columns: date, label, then the body, one under the other."""
        same = _same_day(row, above)
        width = self._columns.page
        if not same:
            day, *details = _date_texts(row, self._page)
            roles = [*["detail"] * (len(details) - 1), "distance"]
            told = [Span(f"  {text}", role) for text, role in zip(details, roles, strict=True) if text]
            yield from indented(wrap_spans((Span(day, "date"), *told), width - _MARGIN), _MARGIN)
        clock = f"  {row.clock}" if same and row.clock else ""
        label = (Span(row.label, f"type:{row.event.type}"), Span(clock, "clock"))
        inner = width - 2 * _MARGIN
        yield from indented(wrap_spans(label, inner), 2 * _MARGIN)
        yield from indented(self._body(row, inner), 2 * _MARGIN)
        sources = self._in_a_row(short_citations(row.sources, self._page.language, year))
        yield from indented(_hanging("", sources, "source", inner), 2 * _MARGIN)

    def _dates(self, row: Row, above: Row | None) -> list[Span]:
        """The lines of the date column; a day that stands above is not said again."""
        if above and _same_day(row, above):
            return [Span(row.clock, "clock")] if row.clock and row.clock != above.clock else []
        day, *details, distance = _date_texts(row, self._page)
        spans = [Span(day, "date"), *[Span(detail, "detail") for detail in details], Span(distance, "distance")]
        return [span for span in spans if span.text]

    def _in_a_row(self, sources: list[str]) -> str:
        return ("、" if self._page.language == "zh" else "; ").join(sources)

    def _body(self, row: Row, width: int) -> list[Line]:
        """Title, what goes with it, and what is in doubt."""
        language = self._page.language
        lines = _title(row, language, width)
        lines += _circumstances(row, language, width)
        if self._page.summaries:
            told = summary(row.event)
            lines += wrap_spans((Span(told, "summary"),), width) if told not in ("", row.title) else []
        for doubt in row.doubts:
            lines += _hanging("! ", doubt, "doubt", width)
        return lines + ([(Span(row.event.id, "id"),)] if self._page.ids else [])


def _same_day(row: Row, above: Row | None) -> bool:
    return above is not None and (above.day, above.precision) == (row.day, row.precision)


def _title(row: Row, language: Language, width: int) -> list[Line]:
    role = "title:cancelled" if row.event.status == "cancelled" else "title"
    if not row.status:
        return wrap_spans((Span(row.title, role),), width)
    mark = f"【{row.status}】" if language == "zh" else f"[{row.status}] "
    return wrap_spans((Span(mark, f"status:{row.event.status}"), Span(row.title, role)), width)


def _circumstances(row: Row, language: Language, width: int) -> list[Line]:
    """Place, superior event and recurrence: in one line where they fit, else a line each."""
    part_of = "" if row.part_of in ("", row.title) else row.part_of
    belongs = (f"属于{part_of}" if language == "zh" else f"part of {part_of}") if part_of else ""
    spans = (Span(row.places, "place"), Span(belongs, "part"), Span(row.recurrence, "place"))
    told = [span for span in spans if span.text]
    joined = [piece for span in told for piece in (Span(" · ", "detail"), span)][1:]
    if sum(room(span.text) for span in joined) <= width:
        return [tuple(joined)] if joined else []
    return [line for span in told for line in wrap_spans((span,), width)]


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
    omits=(
        *(
            "ids",
            "EDTF",
            "languages",
            "summaries",
            "participants",
            "works",
            "figures",
            "aliases",
            "revisions",
            "confidence",
        ),
        *("explanations", "quotes"),
    ),
)
