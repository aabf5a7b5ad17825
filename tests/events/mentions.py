"""Events and articles for tests of merging, written short."""

import json
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from schemas import ArticleMetadata, Event, Evidence, Metric, OtherDate, Participant, PartOf, Place
from timeline.events.identity import event_id

CORPUS = Path(__file__).parents[1] / "corpus"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a corpus file, one a line."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def article_id(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:16]


def article(name: str, published: str = "2022-09-03", voice: str | None = None) -> ArticleMetadata:
    moment = published if "T" in published else f"{published}T08:00:00+08:00"
    return ArticleMetadata(
        id=article_id(name),
        source=f"{name}.md",
        title=f"Article {name}",
        published=datetime.fromisoformat(moment),
        voice=article_id(voice) if voice else None,
    )


def mention(
    title: str,
    when: str,
    *,
    article: str = "a",
    type: str = "conference",
    at: int = 0,
    status: str = "happened",
    places: tuple[str, ...] | list[str] = (),
    hosts: tuple[str, ...] | list[str] = (),
    metrics: tuple[tuple[str, float, str], ...] | list[list[Any]] = (),
    aliases: tuple[str, ...] | list[str] = (),
    part_of: str | None = None,
    postponed_from: str | None = None,
    quote: str | None = None,
    confidence: float = 0.9,
    summary: str | None = None,
    suffix: str = "",
    doubts: tuple[str, ...] | list[str] = (),
) -> Event:
    """An event with one piece of evidence, as extraction gives it; ``when`` is an EDTF date, month, year or range."""
    evidence = _evidence(article, at, quote or f"{title}。", suffix)
    begin, until, granularity = span(when)
    other = ()
    if postponed_from:
        old = span(postponed_from)
        other = (OtherDate(begin=old[0], until=old[1], edtf=postponed_from, reason="postponed", evidence=(evidence,)),)
    return Event(
        id=event_id(evidence.article, at, at + len(title)),
        type=type,  # type: ignore[arg-type]
        title=title,
        summary=summary if summary is not None else f"{title}。",
        begin=begin,
        until=until,
        edtf=when,
        granularity=granularity,  # type: ignore[arg-type]
        all_day=not isinstance(begin, datetime),
        status=status,  # type: ignore[arg-type]
        places=tuple(Place(name=name) for name in places),
        participants=tuple(Participant(name=name, role="host") for name in hosts),
        metrics=tuple(Metric(name=name, value=value, unit=unit) for name, value, unit in metrics),
        aliases=tuple(aliases),
        part_of=PartOf(name=part_of) if part_of else None,
        confidence=confidence,
        doubts=tuple(doubts),
        evidence=(evidence,),
        other_dates=other,
    )


def span(when: str) -> tuple[date | datetime, date | datetime, str]:
    """Begin, until and granularity of a year, a month, a day, a moment (``2022-09-03T14:00``) or a range of days."""
    if "/" in when:
        first, last = (date.fromisoformat(day) for day in when.split("/"))
        return first, last + timedelta(days=1), "day"
    if "T" in when:
        moment = datetime.fromisoformat(when)
        return moment, moment, "minute"
    year, *rest = (int(part) for part in when.split("-"))
    if not rest:
        return date(year, 1, 1), date(year + 1, 1, 1), "year"
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year + rest[0] // 12, rest[0] % 12 + 1, 1), "month"
    return date(year, *rest), date(year, *rest) + timedelta(days=1), "day"


def _evidence(name: str, at: int, quote: str, suffix: str = "") -> Evidence:
    return Evidence(article=article_id(name), quote=quote, start_char=at, end_char=at + len(quote), suffix=suffix)
