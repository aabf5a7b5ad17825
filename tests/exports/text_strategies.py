"""Events of every shape that the models allow, for properties that must hold of all of them."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from text_samples import event, other

from schemas import EVENT_TYPES, Event, PartOf, Place

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
chinese = st.text(st.sampled_from("江城渡口书展开幕，。、《》“”（）—…·3月2024 abc"), min_size=1, max_size=90)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event of the models: all types, granularities, statuses, texts and lengths."""
    begin = draw(st.dates(date(1850, 1, 1), date(2200, 1, 1)))
    days = draw(st.integers(1, 900))
    timed = draw(st.booleans())
    granularity = draw(
        st.sampled_from(
            ["minute", "hour", "part_of_day"] if timed else ["year", "quarter", "month", "ten_days", "week", "day"]
        )
    )
    first: Any = datetime(begin.year, begin.month, begin.day, draw(st.integers(0, 23))) if timed else begin
    until = first + (timedelta(minutes=draw(st.integers(0, 3000))) if timed else timedelta(days=days))
    iso = [first.isoformat(), until.isoformat()]
    edtf = draw(st.sampled_from([begin.isoformat(), f"{begin:%Y-%m}", f"{begin.isoformat()}/..", "199X", "odd"]))
    return event(
        draw(st.integers(1, 2**40)),
        draw(st.sampled_from(sorted(EVENT_TYPES))),
        draw(st.one_of(texts, chinese)),
        iso[0],
        iso[1],
        edtf,
        granularity=granularity,
        status=draw(st.sampled_from(["scheduled", "happened", "cancelled", "postponed", "ongoing", "target"])),
        approximate=draw(st.booleans()),
        places=tuple(Place(name=name) for name in draw(st.lists(chinese, max_size=3))),
        part_of=PartOf(name=draw(chinese)) if draw(st.booleans()) else None,
        cited=draw(st.lists(st.integers(1, 5), min_size=1, max_size=5)),
        recurrence=draw(st.sampled_from([None, "FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1WE;BYHOUR=9"])),
        other_dates=(other("2024-07", "2024-07-01", "2024-08-01", 4),) if draw(st.booleans()) else (),
    )
