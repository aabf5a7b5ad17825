"""One event told with its reasons: where its title, date, place, type and status come from, word for word."""

from collections.abc import Iterator

from exports.characters import lines_of, one_line
from exports.citations import Citations
from exports.dates import event_date, other_date, weekday_text
from exports.labels import Language, field_label, granularity_label, role_label, status_label, type_label
from exports.layout import Line, Span, beside, columns, wrap_spans
from exports.recurrences import recurrence_of
from exports.references import full_citation
from exports.story import figure, summary
from schemas import Event, Evidence, Expression, Timeline

_WORDS = {
    "sources": ("出处", "Sources"),
    "words": ("用词", "Words"),
    "value": ("解读", "Value"),
    "rule": ("规则", "Rule"),
    "anchor": ("参照", "Anchor"),
    "inherited": ("承前", "Inherited"),
    "relation": ("关系", "Relation"),
    "doubts": ("存疑", "Doubts"),
    "file": ("文件", "File"),
}
_OTHER = {"disagreement": ("另一说", "Also dated"), "postponed": ("原定", "Moved from")}


def explain(event: Event, timeline: Timeline, width: int = 80, language: Language = "zh") -> Iterator[Line]:
    """The event, its fields with the words and rules that gave them, and every sentence that it comes from."""
    page = _Page(width, language)
    yield from wrap_spans((Span(one_line(event.title), "title"),), width)
    head = (Span(type_label(event.type, language), f"type:{event.type}"), Span(f"  {event.id}", "id"))
    yield from wrap_spans(head, width)
    yield ()
    yield from _fields(event, timeline, page)
    yield ()
    yield (Span(page.word("sources"), "heading"),)
    citations = Citations(timeline)
    files = {article.id: article.source for article in timeline.articles}
    for evidence in event.evidence:
        yield from _sentence(evidence, citations, files, page)
    for other in event.other_dates:
        lead = _OTHER[other.reason][language == "en"]
        yield ()
        yield from wrap_spans((Span(f"{lead} {other_date(other, language)}  {one_line(other.edtf)}", "doubt"),), width)
        for evidence in other.evidence:
            yield from _sentence(evidence, citations, files, page)


class _Page:
    """The width and the language, and how a labelled line is set in them."""

    def __init__(self, width: int, language: Language) -> None:
        self.width, self.language = width, language
        self.label = 8 if language == "zh" else 14

    def word(self, name: str) -> str:
        """A fixed word of the page, in its language."""
        return _WORDS[name][self.language == "en"]

    def row(self, label: str, *told: Span, indent: int = 2) -> Iterator[Line]:
        """A label, and what it says beside it; nothing where it says nothing."""
        if not any(span.text for span in told):
            return
        wide = max(self.label, columns(label) + 2)
        body = wrap_spans(told, self.width - indent - wide)
        lead = (Span(" " * indent), Span(label, "name"))
        yield from beside([lead], body, indent + wide)


def _fields(event: Event, timeline: Timeline, page: _Page) -> Iterator[Line]:
    language = page.language
    comma = "、" if language == "zh" else ", "

    def label(name: str) -> str:
        return field_label(name, language)

    date = " ".join(
        filter(None, (event_date(event, language, timezone=timeline.timezone), weekday_text(event, language)))
    )
    unit = granularity_label(event.granularity, language)
    exact = f"{one_line(event.edtf)}  {f'精确到{unit}' if language == 'zh' else f'to the {unit}'}"
    yield from page.row(label("date"), Span(date), Span(f"  {exact}", "context"))
    yield from page.row("", Span(recurrence_of(event, language)))
    yield from page.row(label("status"), Span(status_label(event.status, language), f"status:{event.status}"))
    yield from page.row(label("place"), Span(comma.join(lines_of(place.name for place in event.places))))
    if event.part_of:
        yield from page.row(
            label("part_of"), Span(one_line(event.part_of.name)), Span(f"  {event.part_of.id or ''}", "id")
        )
    for who in event.participants:
        yield from page.row(role_label(who.role, language), Span(one_line(who.name)))
    yield from page.row(label("works"), Span(comma.join(f"《{work}》" for work in lines_of(event.works))))
    yield from page.row(label("metrics"), Span(comma.join(figure(metric, language) for metric in event.metrics)))
    yield from page.row(label("aliases"), Span(comma.join(lines_of(event.aliases))))
    yield from page.row(label("summary"), Span(summary(event)))
    yield from page.row(label("confidence"), Span(f"{event.confidence:.0%}"))
    yield from page.row(page.word("doubts"), Span(comma.join(lines_of(event.doubts)), "doubt"))
    if event.explanations:
        yield ()
    for row in event.explanations:
        yield from page.row(label(row.field), Span(one_line(row.reason)))


def _sentence(evidence: Evidence, citations: Citations, files: dict[str, str], page: _Page) -> Iterator[Line]:
    """An article, the words with what stands around them, and how their date was read."""
    yield ()
    source = citations.source(evidence)
    yield from wrap_spans((Span(full_citation(source, page.language) or evidence.article, "source"),), page.width)
    yield from page.row(page.word("file"), Span(one_line(files.get(evidence.article, "")), "id"))
    yield from page.row(page.word("words"), *_in_context(evidence))
    expression = evidence.expression
    if expression is None:
        return
    value = expression.value + (f";mod={expression.mod}" if expression.mod else "")
    yield from page.row(
        page.word("value"), Span(f"{one_line(expression.text)} → "), Span(one_line(value), "expression")
    )
    yield from page.row(page.word("rule"), Span(one_line(expression.rule), "context"))
    yield from page.row(page.word("anchor"), Span(one_line(expression.anchor or ""), "context"))
    yield from page.row(page.word("inherited"), Span(", ".join(expression.inherited), "context"))
    yield from page.row(page.word("relation"), Span(_relation(expression), "context"))


def _relation(expression: Expression) -> str:
    """The relation where it is more than the plain one."""
    return "" if expression.relation == "on" else expression.relation


def _in_context(evidence: Evidence) -> list[Span]:
    """The quote between the words before and after it, its date marked."""
    begin = end = 0
    expression = evidence.expression
    if expression is not None:
        start = expression.start_char - evidence.start_char
        if start >= 0 and evidence.quote[start : start + len(expression.text)] == expression.text:
            begin, end = start, start + len(expression.text)
    quote = evidence.quote
    return [
        Span(f"…{_kept(evidence.prefix)}" if evidence.prefix else "", "context"),
        Span(_kept(quote[:begin])),
        Span(_kept(quote[begin:end]), "expression"),
        Span(_kept(quote[end:])),
        Span(f"{_kept(evidence.suffix)}…" if evidence.suffix else "", "context"),
    ]


def _kept(text: str) -> str:
    """The text in one line, with a space left where it had one at its edges."""
    line = one_line(text)
    return (" " if text[:1].isspace() and line else "") + line + (" " if text[-1:].isspace() and line else "")
