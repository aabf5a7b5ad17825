from datetime import date, datetime
from typing import Any

import pytest
from export_samples import article, event, evidence, sample, timeline

from exports import Selection, select, split
from schemas import Place


def titles(**asked: Any) -> list[str]:
    return [one.title for one in select(sample(), Selection(**asked)).events]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"types": ("meeting", "legal")}, ["《灯彩保护办法》施行", "友城代表团来访"]),
        ({"statuses": ("cancelled",)}, ["=烟花秀"]),
        ({"places": ("码头",)}, ["滨江灯会"]),
        ({"search": "大桥 通车"}, ["滨江大桥通车"]),
        ({"search": "灯彩 协会"}, ["滨江灯会"]),
        ({"min_confidence": 0.95}, []),
        ({"begin": date(2025, 1, 1)}, ["《灯彩保护办法》施行", "到2025年灯彩产业规模达10亿元"]),
        ({"until": date(1900, 1, 1)}, ["古灯会首办"]),
        ({"begin": date(2023, 3, 20), "until": date(2023, 3, 21)}, ["滨江大桥通车", "滨江灯会"]),
        ({"begin": date(2023, 3, 21), "until": date(2023, 3, 22)}, ["滨江大桥通车"]),
    ],
)
def test_a_filter(asked: dict[str, Any], expected: list[str]) -> None:
    assert titles(**asked) == expected


def test_nothing_asked_is_everything() -> None:
    assert select(sample(), Selection()) is not None
    assert len(titles()) == len(sample().events)


def test_a_day_that_ends_at_midnight_does_not_reach_the_next() -> None:
    evening = event(begin=datetime(2023, 3, 18, 18), until=datetime(2023, 3, 19), all_day=False)
    late = event(begin=datetime(2023, 3, 18, 18), until=datetime(2023, 3, 19, 1), all_day=False)
    assert not Selection(begin=date(2023, 3, 19)).matches(evening)
    assert Selection(begin=date(2023, 3, 19)).matches(late)


def test_a_part_for_each_type() -> None:
    parts = split(timeline(event(1), event(2, type="award"), event(3)), "type")
    assert {key: len(part.events) for key, part in parts.items()} == {"award": 1, "exhibition": 2}
    assert parts["award"].title == "滨江时间线：评选入选"
    assert split(timeline(event(2, type="award")), "type", "en")["award"].title == "滨江时间线: Award"


def test_a_part_for_each_place_under_a_name_that_any_disk_takes() -> None:
    whole = timeline(
        event(1, places=(Place(name="老码头"), Place(name="A/b:C"))), event(2), event(3, places=(Place(name="../.."),))
    )
    parts = split(whole, "place")
    assert list(parts) == sorted(parts)
    assert "nowhere" in parts
    assert all(key.replace("-", "").isalnum() for key in parts)
    assert {part.title for part in parts.values()} >= {"滨江时间线：老码头", "滨江时间线：A/b:C"}
    assert list(split(timeline(event(1, places=(Place(name="老码头"),))), "place")) == [
        key for key in parts if key.startswith("老码头")
    ]


def test_a_part_for_each_article() -> None:
    whole = timeline(event(1, evidence=(evidence(1), evidence(2), evidence(1))), articles=(article(1), article(2)))
    assert {key: part.title for key, part in split(whole, "article").items()} == {
        f"{1:016x}": "滨江时间线：滨江新闻第1条",
        f"{2:016x}": "滨江时间线：滨江新闻第2条",
    }
