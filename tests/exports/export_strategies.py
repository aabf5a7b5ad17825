"""Timelines of every shape that the models allow, for properties that must hold of all exports."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from export_samples import article
from hypothesis import strategies as st

from schemas import (
    EVENT_TYPES,
    ArticleMetadata,
    Event,
    Evidence,
    Metric,
    OtherDate,
    Participant,
    PartOf,
    Place,
    Timeline,
)

ODD = "\x00\x0b\x0c\r\n\t\x1c\x7f\x85\u2028\u2029\u200f\u202e\ufeff\ufffe\\;,:\"'<&>=+-@😀\u3000 nN灯会三月"
texts = st.one_of(st.text(ODD, min_size=1, max_size=40), st.text(min_size=1, max_size=40), st.just("字" * 300))
short = st.text(ODD, min_size=1, max_size=30)
zones = st.sampled_from(["Asia/Shanghai", "Asia/Shanghai", "America/New_York", "Europe/London", None, "No/Where"])
rules = st.sampled_from(
    [None, None, None, "FREQ=WEEKLY;BYDAY=WE", "FREQ=DAILY;COUNT=3", "FREQ=YEARLY;UNTIL=20300101", "FREQ=SECONDLY", "?"]
)
ids = st.integers(0, 2**64 - 1).map("{:016x}".format)


@st.composite
def articles(draw: st.DrawFn, number: int) -> ArticleMetadata:
    zone = timezone(timedelta(minutes=draw(st.sampled_from([0, 480, -300, 345]))))
    return article(
        number,
        title=draw(texts),
        url=draw(st.one_of(st.none(), st.just(f"https://news.example/{number}"), texts)),
        publisher=draw(st.one_of(st.none(), short)),
        authors=tuple(draw(st.lists(short, max_size=2))),
        tags=tuple(draw(st.lists(short, max_size=2))),
        image=draw(st.one_of(st.none(), short, st.just("https://news.example/a b.jpg"))),
        published=draw(st.datetimes(timezones=st.just(zone))),
    )


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    quote = draw(texts)[:120]
    name = f"{draw(st.integers(1, 3)):016x}"
    return Evidence(article=name, quote=quote, start_char=draw(st.integers(0, 9)), end_char=draw(st.integers(0, 9)))


@st.composite
def when(draw: st.DrawFn) -> dict[str, Any]:
    day = draw(st.one_of(st.dates(date(1890, 1, 1), date(2110, 1, 1)), st.dates()))
    length = draw(st.integers(-1, 800))
    if draw(st.booleans()):
        until = date.fromordinal(min(max(day.toordinal() + length, 1), date.max.toordinal()))
        names = ["day", "month", "year", "week", "decade"]
        return {"begin": day, "until": until, "all_day": True, "granularity": draw(st.sampled_from(names))}
    begin = datetime.combine(day, draw(st.times()).replace(tzinfo=None) if draw(st.booleans()) else time(9, 30))
    later = begin + timedelta(minutes=length) if 1 < begin.year < 9999 else begin
    names = ["part_of_day", "hour", "minute", "second"]
    return {"begin": begin, "until": later, "all_day": False, "granularity": draw(st.sampled_from(names))}


@st.composite
def events(draw: st.DrawFn, name: str) -> Event:
    fields = draw(when())
    open_end = draw(st.sampled_from([False, False, True]))
    others = st.builds(
        OtherDate,
        begin=st.dates(),
        until=st.dates(),
        edtf=st.sampled_from(["2022-07", "199X", "?"]),
        reason=st.sampled_from(["disagreement", "postponed"]),
        evidence=st.tuples(evidences()),
    )
    return Event(
        id=name,
        type=draw(st.sampled_from(sorted(EVENT_TYPES))),  # type: ignore[arg-type]
        title=draw(texts),
        summary=draw(texts)[:200],
        timezone=draw(zones),
        edtf=draw(st.sampled_from(["2023-03-18", "2023-03", "2023~", "2023-05-01/..", "odd\n"])),
        approximate=draw(st.booleans()),
        open_end=open_end,
        recurrence=draw(rules),
        status=draw(st.sampled_from(["scheduled", "ongoing", "happened", "target", "postponed", "cancelled"])),
        places=tuple(Place(name=place) for place in draw(st.lists(short, max_size=2))),
        participants=tuple(Participant(name=who, role="host") for who in draw(st.lists(short, max_size=2))),
        works=tuple(draw(st.lists(short, max_size=1))),
        metrics=tuple(
            Metric(name=draw(short), value=value, unit="万元", bound="about")
            for value in draw(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=1))
        ),
        part_of=draw(st.one_of(st.none(), st.builds(PartOf, name=short))),
        confidence=draw(st.floats(0, 1)),
        evidence=tuple(draw(st.lists(evidences(), min_size=1, max_size=3))),
        other_dates=tuple(draw(st.lists(others, max_size=1))),
        sequence=draw(st.integers(0, 9)),
        modified=draw(st.one_of(st.none(), st.datetimes(timezones=st.just(UTC)))),
        language=draw(st.sampled_from(["zh", "zh-Hant", "en", "", "x y"])),
        **fields | ({"until": None} if open_end else {}),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    names = draw(st.lists(ids, unique=True, max_size=4))
    return Timeline(
        title=draw(texts),
        timezone=draw(st.sampled_from(["Asia/Shanghai", "No/Where"])),
        articles=tuple(draw(articles(number)) for number in range(1, draw(st.integers(0, 3)) + 1)),
        events=tuple(draw(events(name)) for name in names),
    )
