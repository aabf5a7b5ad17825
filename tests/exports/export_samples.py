"""Timelines for the tests of the exporters: small ones of every kind of event, and hostile ones."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from schemas import (
    ArticleMetadata,
    Event,
    Evidence,
    Expression,
    Metric,
    OtherDate,
    Participant,
    PartOf,
    Place,
    Timeline,
)

BEIJING = timezone(timedelta(hours=8))


def article(number: int = 1, **fields: Any) -> ArticleMetadata:
    defaults: dict[str, Any] = {
        "id": f"{number:016x}",
        "source": f"articles/{number}.md",
        "url": f"https://news.example/{number}.html",
        "title": f"滨江新闻第{number}条",
        "publisher": "滨江晚报",
        "published": datetime(2023, 3, number % 28 + 1, 8, 30, tzinfo=BEIJING),
    }
    return ArticleMetadata(**defaults | fields)


def evidence(number: int = 1, quote: str = "3月18日，滨江灯会开幕。", **fields: Any) -> Evidence:
    return Evidence(article=f"{number:016x}", quote=quote, start_char=0, end_char=len(quote), **fields)


def event(number: int = 1, **fields: Any) -> Event:
    defaults: dict[str, Any] = {
        "id": f"{number:016x}",
        "type": "exhibition",
        "title": f"第{number}届滨江灯会",
        "begin": date(2023, 3, 18),
        "until": date(2023, 3, 19),
        "edtf": "2023-03-18",
        "granularity": "day",
        "all_day": True,
        "status": "happened",
        "confidence": 0.9,
        "evidence": (evidence(),),
    }
    return Event(**defaults | fields)


def timeline(*events: Event, **fields: Any) -> Timeline:
    defaults: dict[str, Any] = {"title": "滨江时间线", "articles": (article(1), article(2)), "events": events}
    return Timeline(**defaults | fields)


def sample() -> Timeline:
    """An event of every kind that exporters treat in a way of its own."""
    articles = (
        article(
            1, title="滨江灯会三月亮灯", tags=("灯会", "文旅"), authors=("林一舟",), image="https://news.example/灯.jpg"
        ),
        article(2, title="灯会延期至四月", publisher="江城日报"),
        article(3, title="大桥年内通车", url=None, publisher=None),
    )
    expression = Expression(
        text="3月18日", start_char=0, end_char=5, type="DATE", value="2023-03-18", rule="month_day", granularity="day"
    )
    events = (
        event(
            1,
            type="construction",
            title="滨江大桥通车",
            begin=date(2023, 1, 1),
            until=date(2024, 1, 1),
            edtf="2023",
            granularity="year",
            status="scheduled",
            evidence=(evidence(3, "滨江大桥将于年内通车。"),),
        ),
        event(
            2,
            title="滨江灯会",
            summary="3月18日至20日，滨江灯会在老码头举行。",
            until=date(2023, 3, 21),
            edtf="2023-03-18/2023-03-20",
            places=(Place(name="老码头"), Place(name="滨江市")),
            participants=(
                Participant(name="滨江市文旅局", role="host"),
                Participant(name="灯彩协会", role="organiser"),
            ),
            works=("万盏灯",),
            metrics=(Metric(name="观众", value=120000, unit="人次", bound="more_than"),),
            evidence=(
                evidence(1, "3月18日至20日，滨江灯会在老码头举行。", expression=expression),
                evidence(2, "灯会如期亮灯。"),
            ),
            other_dates=(
                OtherDate(
                    begin=date(2023, 3, 1),
                    until=date(2023, 4, 1),
                    edtf="2023-03",
                    evidence=(evidence(2, "灯会三月举行。"),),
                ),
            ),
            language="zh",
        ),
        event(
            3,
            type="ceremony",
            title="灯会开幕式",
            begin=datetime(2023, 3, 18, 19, 30),
            until=datetime(2023, 3, 18, 19, 30),
            edtf="2023-03-18T19:30",
            granularity="minute",
            all_day=False,
            part_of=PartOf(name="滨江灯会", id=f"{2:016x}"),
        ),
        event(
            4,
            type="performance",
            title="午后音乐会",
            begin=datetime(2023, 3, 19, 12),
            until=datetime(2023, 3, 19, 18),
            edtf="2023-03-19",
            granularity="part_of_day",
            all_day=False,
        ),
        event(
            5,
            title="花灯手艺课",
            begin=date(2023, 3, 22),
            until=date(2023, 3, 23),
            edtf="2023-03-22",
            recurrence="FREQ=WEEKLY;BYDAY=WE",
            status="scheduled",
        ),
        event(
            6,
            type="conference",
            title="灯彩论坛",
            begin=date(2023, 4, 8),
            until=date(2023, 4, 9),
            edtf="2023-04-08",
            status="postponed",
            sequence=2,
            modified=datetime(2023, 3, 3, 9, tzinfo=BEIJING),
            other_dates=(
                OtherDate(
                    begin=date(2023, 3, 25),
                    until=date(2023, 3, 26),
                    edtf="2023-03-25",
                    reason="postponed",
                    evidence=(evidence(1, "论坛定于3月25日举行。"),),
                ),
            ),
        ),
        event(
            7, title="=烟花秀", begin=date(2023, 4, 9), until=date(2023, 4, 10), edtf="2023-04-09", status="cancelled"
        ),
        event(
            8,
            type="legal",
            title="《灯彩保护办法》施行",
            begin=date(2023, 5, 1),
            until=None,
            edtf="2023-05-01/..",
            open_end=True,
            status="scheduled",
        ),
        event(
            9,
            type="meeting",
            title="友城代表团来访",
            begin=datetime(2023, 5, 4, 9),
            until=datetime(2023, 5, 4, 11),
            edtf="2023-05-04T09:00",
            granularity="minute",
            all_day=False,
            timezone=None,
            status="scheduled",
        ),
        event(
            10,
            type="target",
            title="到2025年灯彩产业规模达10亿元",
            begin=date(2025, 1, 1),
            until=date(2026, 1, 1),
            edtf="2025",
            granularity="year",
            status="target",
        ),
        event(11, title="古灯会首办", begin=date(1840, 3, 1), until=date(1840, 3, 2), edtf="1840-03-01"),
    )
    return Timeline(title="滨江时间线", articles=articles, events=tuple(sorted(events, key=_begin)))


def _begin(one: Event) -> tuple[int, str]:
    return one.begin.toordinal(), one.id
