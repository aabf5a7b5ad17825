"""An event told in full: its facts and the words it comes from, as plain text and as HTML."""

from collections.abc import Iterator
from html import escape

from exports.characters import lines_of, one_line
from exports.citations import Citations, Source
from exports.dates import clock_text, day_text, event_date, is_imprecise, other_date
from exports.labels import Language, field_label, role_label, status_label, type_label, zone_label
from exports.recurrences import recurrence_of
from schemas import Event, Evidence, Metric, Timeline

_BOUNDS = {
    "exact": ("{}", "{}"),
    "at_least": ("{}以上", "at least {}"),
    "more_than": ("超过{}", "more than {}"),
    "at_most": ("不超过{}", "at most {}"),
    "less_than": ("不到{}", "less than {}"),
    "about": ("约{}", "about {}"),
}
_OTHER_DATE = {"disagreement": ("日期不一", "Dates disagree"), "postponed": ("原定时间", "Moved from")}
_MARKS = {"cancelled": ("【已取消】", "[Cancelled] "), "postponed": ("【已改期】", "[Rescheduled] ")}


def timeline_title(timeline: Timeline) -> str:
    """What the timeline is called, in one line; 时间线 where nothing readable is left of it."""
    return one_line(timeline.title) or "时间线"


def title(event: Event, language: Language = "zh") -> str:
    """The title in one line; the label of the type where nothing readable is left of it."""
    return one_line(event.title) or type_label(event.type, language)


def summary(event: Event) -> str:
    """The summary in one line, without a comma or semicolon left hanging at its end."""
    return one_line(event.summary).rstrip("；;，,、：: ")


def dated_summary(event: Event, language: Language = "zh") -> str:
    """The date in words, then the summary."""
    return f"{_date(event, language)} {summary(event)}".strip()


def marked_title(event: Event, language: Language = "zh", *, clock: bool = False) -> str:
    """The title, led by 【已取消】 or 【已改期】, and followed by its date where a calendar would show it too exact.

    As in ``某规划发布（2022年6月）``, ``某办法施行（2022年9月1日起）``; with ``clock``, for those who show but the
    days of an event, ``某展览开幕（下午）``.
    """
    zh = language == "zh"
    mark = _MARKS.get(event.status, ("", ""))[not zh]
    date = _inexact_date(event, language, clock)
    if not date:
        return mark + title(event, language)
    return mark + title(event, language) + (f"（{date}）" if zh else f" ({date})")


def facts(event: Event, citations: Citations, language: Language = "zh") -> Iterator[tuple[str, str]]:
    """What is known of an event beside title, summary and sources: a label and one line each."""
    comma = "、" if language == "zh" else ", "
    yield field_label("date", language), _date(event, language)
    if places := lines_of(place.name for place in event.places):
        yield field_label("place", language), comma.join(places)
    if event.status != "happened":
        yield field_label("status", language), status_label(event.status, language)
    if event.part_of:
        yield field_label("part_of", language), one_line(event.part_of.name)
    roles: dict[str, list[str]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, []).append(one_line(participant.name))
    for role, names in roles.items():
        yield role_label(role, language), comma.join(names)
    if works := lines_of(event.works):
        yield field_label("works", language), comma.join([f"《{work}》" for work in works])
    if event.metrics:
        yield field_label("metrics", language), comma.join([figure(metric, language) for metric in event.metrics])
    if aliases := lines_of(event.aliases):
        yield field_label("aliases", language), comma.join(aliases)
    for other in event.other_dates:
        date = other_date(other, language)
        words = comma.join([_briefly(evidence, citations, language) for evidence in other.evidence])
        yield (
            _OTHER_DATE[other.reason][language != "zh"],
            f"{date}（{words}）" if language == "zh" else f"{date} ({words})",
        )


def as_text(event: Event, citations: Citations, language: Language = "zh") -> str:
    """Summary, facts, then each quote with its article's publisher, day, title and address."""
    colon = "：" if language == "zh" else ": "
    blocks = [
        summary(event),
        "\n".join([f"{label}{colon}{told}" for label, told in facts(event, citations, language)]),
    ]
    for evidence in quotes(event):
        source = citations.source(evidence)
        lines = (quoted(evidence, language), cited(source, language), source.url)
        blocks.append("\n".join(filter(None, lines)))
    return "\n\n".join(filter(None, blocks))


def as_html(event: Event, citations: Citations, language: Language = "zh") -> str:
    """The same as HTML; every word of an article is escaped."""
    parts = []
    if told := summary(event):
        parts.append(f"<p>{escape(told)}</p>")
    rows = [f"<dt>{escape(label)}</dt><dd>{escape(told)}</dd>" for label, told in facts(event, citations, language)]
    parts.append(f"<dl>{''.join(rows)}</dl>")
    for evidence in quotes(event):
        source = citations.source(evidence)
        told = escape(cited(source, language))
        if source.url and told:
            told = f'<a href="{escape(source.url)}">{told}</a>'
        attribute = f' cite="{escape(source.url)}"' if source.url else ""
        footer = f"<footer>{told}</footer>" if told else ""
        parts.append(f"<blockquote{attribute}><p>{escape(one_line(evidence.quote))}</p>{footer}</blockquote>")
    return "".join(parts)


def quotes(event: Event) -> list[Evidence]:
    """The words that an event comes from, the same words of an article once."""
    return list({(row.article, row.quote): row for row in event.evidence}.values())


def quoted(evidence: Evidence, language: Language = "zh") -> str:
    """The words in quotation marks."""
    words = one_line(evidence.quote)
    return f"「{words}」" if language == "zh" else f"“{words}”"


def cited(source: Source, language: Language = "zh") -> str:
    """An article in a line: ``新民晚报 2022-09-03：2022世界人工智能大会开幕``; empty where nothing is known of it."""
    lead = " ".join(filter(None, (source.publisher, source.day)))
    colon = ("：" if language == "zh" else ": ") if lead and source.title else ""
    return f"{lead}{colon}{source.title}"


def figure(metric: Metric, language: Language = "zh") -> str:
    """A figure in words: ``元宇宙相关产业规模 3500亿元以上``."""
    value = f"{metric.value:,.6f}".rstrip("0").rstrip(".") if abs(metric.value) < 1e15 else f"{metric.value:g}"
    bound = _BOUNDS[metric.bound][language != "zh"]
    return f"{one_line(metric.name)} {bound.format(value + one_line(metric.unit))}".strip()


def _date(event: Event, language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(
        filter(None, (event_date(event, language), recurrence_of(event, language)))
    )


def _inexact_date(event: Event, language: Language, clock: bool) -> str:
    if is_imprecise(event):
        return day_text(event, language)
    hours = clock_text(event, language, event.timezone)
    if hours and (clock or event.approximate or event.open_end):
        zone = "" if event.timezone else zone_label(None, language) + ("" if language == "zh" else " ")
        return zone + hours
    return day_text(event, language) if event.approximate or event.open_end else ""


def _briefly(evidence: Evidence, citations: Citations, language: Language) -> str:
    source = citations.source(evidence)
    return " ".join(filter(None, (source.publisher, source.day, quoted(evidence, language))))
