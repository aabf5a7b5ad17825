"""Every format holds all of an event but for what it says that it has no place for."""

from datetime import date, datetime
from typing import Any

import pytest
from export_samples import BEIJING, event, evidence, timeline

from exports import EXPORTERS, export
from schemas import Event, Explanation, Expression, Metric, OtherDate, Participant, PartOf, Place

MOMENT = event(
    begin=datetime(2023, 3, 18, 9, 30),
    until=datetime(2023, 3, 18, 11),
    edtf="2023-03-18T09:30",
    granularity="minute",
    all_day=False,
)
READ = Expression(
    text="3月18日", start_char=0, end_char=5, type="DATE", value="2023-03-18", rule="month_day", granularity="day"
)
OTHER = OtherDate(begin=date(2023, 4, 1), until=date(2023, 4, 2), edtf="2023-04-01", evidence=(evidence(2),))
TOLD: dict[str, list[dict[str, Any]]] = {
    "": [
        {"type": "award"},
        {"title": "江城灯会"},
        {"begin": datetime(2023, 3, 18, 10)},
        {"until": datetime(2023, 3, 18, 12)},
        {"timezone": "America/New_York"},
        {"timezone": None},
        {"granularity": "month", "all_day": True, "begin": date(2023, 3, 1), "until": date(2023, 4, 1)},
        {"approximate": True},
        {"open_end": True, "until": None},
        {"recurrence": "FREQ=WEEKLY"},
        {"status": "postponed"},
        {"status": "cancelled"},
        {"places": (Place(name="老码头"),)},
        {"part_of": PartOf(name="滨江文化节")},
        {"evidence": (evidence(2),)},
        {"other_dates": (OTHER.model_copy(update={"reason": "postponed"}),), "status": "postponed"},
    ],
    "ids": [{"id": "f" * 16}],
    "EDTF": [{"edtf": "2023-03-18T09:30~"}],
    "languages": [{"language": "en"}],
    "summaries": [{"summary": "灯会亮灯。"}],
    "statuses but moved and cancelled": [{"status": "target"}],
    "disagreeing dates": [{"other_dates": (OTHER,)}],
    "participants": [{"participants": (Participant(name="灯彩协会", role="host"),)}],
    "works": [{"works": ("万盏灯",)}],
    "figures": [{"metrics": (Metric(name="观众", value=12, unit="万人次"),)}],
    "aliases": [{"aliases": ("江灯会",)}],
    "revisions": [{"modified": datetime(2023, 5, 1, tzinfo=BEIJING)}],
    "revision numbers": [{"sequence": 2}],
    "confidence": [{"confidence": 0.3}, {"doubts": ("year inherited",)}],
    "explanations": [
        {"explanations": (Explanation(field="title", reason="举行"),)},
        {"evidence": (evidence(1, expression=READ),)},
    ],
    "quotes": [{"evidence": (evidence(1, "灯会亮灯。"),)}],
    "all quotes but the first": [{"evidence": (evidence(1), evidence(1, "灯会亮灯。"))}],
    "offsets of quotes": [
        {"evidence": (evidence(1).model_copy(update={"start_char": 5, "end_char": 17}),)},
        {"evidence": (evidence(1, prefix="今年", suffix="明年"),)},
    ],
}
"""What an exporter may say that it has no place for, and the changes of an event that do not show then."""
WITHIN = {
    "offsets of quotes": {"quotes"},
    "all quotes but the first": {"quotes"},
    "revision numbers": {"revisions"},
}
"""What is said with another word as well."""


def files(one: Event, name: str) -> dict[str, bytes]:
    return export(timeline(one), name).files


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_holds_all_but_what_it_says(name: str) -> None:
    omits = set(EXPORTERS[name].omits)
    assert omits <= TOLD.keys()
    plain = files(MOMENT, name)
    for what, changes in TOLD.items():
        for change in changes:
            changed = files(MOMENT.model_copy(update=change), name)
            said = what in omits or bool(WITHIN.get(what, set()) & omits)
            assert (changed == plain) == said, (what, change)
