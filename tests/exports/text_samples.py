"""A small timeline with every form that a date, status or source can take, about a town that does not exist."""

from datetime import date, datetime
from typing import Any

from schemas import ArticleMetadata, Event, Evidence, Explanation, Expression, OtherDate, PartOf, Place, Timeline


def article(number: int, title: str, published: str, publisher: str | None = "江城日报") -> ArticleMetadata:
    return ArticleMetadata(
        id=f"{number:016x}",
        source=f"{number}.md",
        url=f"https://jiangcheng.example/{number}.html",
        title=title,
        publisher=publisher,
        published=datetime.fromisoformat(published),
    )


ARTICLES = (
    article(1, "江城将办秋季书展", "2024-08-20T09:00:00+08:00"),
    article(2, "书展明日开幕，《江城记》首发", "2024-09-05T18:30:00+08:00", "江城晚报"),
    article(3, "本市公布“十四五”轨道交通规划", "2024-09-10T10:00:00+08:00", "江城发布"),
    article(4, "三号线何时通车？", "2024-09-12T08:00:00+08:00", None),
)


def when(text: str) -> Any:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def evidence(number: int, quote: str, expression: Expression | None = None, **around: str) -> Evidence:
    return Evidence(
        article=f"{number:016x}", quote=quote, start_char=10, end_char=10 + len(quote), expression=expression, **around
    )


def event(number: int, kind: str, title: str, begin: str, until: str | None, edtf: str, **more: Any) -> Event:
    cited = more.pop("cited", (1,))
    fields: dict[str, Any] = {
        "id": f"{number:016x}",
        "type": kind,
        "title": title,
        "begin": when(begin),
        "until": when(until) if until else None,
        "edtf": edtf,
        "granularity": "day",
        "all_day": len(begin) == 10,
        "status": "happened",
        "confidence": 0.9,
        "evidence": tuple(evidence(name, title[:40]) for name in cited),
    }
    return Event(**(fields | more))


def other(edtf: str, begin: str, until: str, number: int, reason: Any = "disagreement") -> OtherDate:
    return OtherDate(begin=when(begin), until=when(until), edtf=edtf, reason=reason, evidence=(evidence(number, edtf),))


OPENING = Expression(
    text="明天上午9点半",
    start_char=19,
    end_char=26,
    type="TIME",
    value="2024-09-06T09:30",
    begin=datetime(2024, 9, 6, 9, 30),
    until=datetime(2024, 9, 6, 9, 31),
    granularity="minute",
    anchor="published 2024-09-05",
    inherited=("year", "month"),
    rule="relative_day_clock",
)

EVENTS = (
    event(
        1,
        "publication",
        "“十四五”轨道交通规划",
        "2021-01-01",
        "2026-01-01",
        "2021/2025",
        granularity="year",
        cited=(3,),
    ),
    event(
        2,
        "statistic",
        "上半年接待游客1200万人次",
        "2024-01-01",
        "2024-07-01",
        "2024-40",
        granularity="half",
        cited=(3,),
    ),
    event(
        3,
        "construction",
        "轨道交通三号线一期工程通车试运营",
        "2024-06-01",
        "2024-07-01",
        "2024-06~",
        granularity="month",
        approximate=True,
        cited=(3, 4),
        places=(Place(name="江城南站"), Place(name="江城")),
        other_dates=(other("2024-07", "2024-07-01", "2024-08-01", 4),),
    ),
    event(
        4,
        "exhibition",
        "2024江城秋季书展",
        "2024-09-06",
        "2024-09-09",
        "2024-09-06/2024-09-08",
        status="scheduled",
        cited=(1, 2, 3, 4),
        places=(Place(name="江城会展中心3号馆"),),
        summary="9月6日—8日，秋季书展在江城会展中心3号馆举行，约三百家出版社参加。",
    ),
    event(
        5,
        "ceremony",
        "秋季书展开幕式",
        "2024-09-06T09:30:00",
        "2024-09-06T09:30:00",
        "2024-09-06T09:30",
        granularity="minute",
        status="scheduled",
        cited=(2,),
        part_of=PartOf(name="2024江城秋季书展", id=f"{4:016x}"),
        places=(Place(name="江城会展中心序厅"),),
        doubts=("year inherited",),
        explanations=(
            Explanation(field="title", reason="the name before 开幕式"),
            Explanation(field="type", reason="开幕式 tells ceremony"),
            Explanation(field="merge", reason="same day, same name as in 江城将办秋季书展"),
        ),
    ).model_copy(
        update={
            "evidence": (evidence(2, "秋季书展开幕式将于明天上午9点半举行", OPENING, prefix="记者获悉，", suffix="。"),)
        }
    ),
    event(
        6,
        "performance",
        "音乐剧《渡口》首演",
        "2024-09-06T19:30:00",
        "2024-09-06T21:45:00",
        "2024-09-06T19:30/2024-09-06T21:45",
        granularity="minute",
        status="cancelled",
        cited=(2,),
    ),
    event(
        7,
        "launch",
        "《江城记》新书首发，作者、译者与读者共话三百年间的渡口、码头、街巷和桥（附全部场次与报名办法）",
        "2024-09-07T12:00:00",
        "2024-09-07T18:00:00",
        "2024-09-07",
        granularity="part_of_day",
        cited=(2,),
    ),
    event(
        8,
        "competition",
        "江城马拉松",
        "2024-09-29",
        "2024-09-30",
        "2024-09-29",
        status="postponed",
        cited=(4,),
        other_dates=(other("2024-09-15", "2024-09-15", "2024-09-16", 1, "postponed"),),
    ),
    event(
        9,
        "holiday",
        "夜游航线加班",
        "2024-09-30",
        "2024-10-08",
        "2024-09-30/2024-10-07",
        recurrence="FREQ=DAILY;BYHOUR=19",
    ),
    event(
        10,
        "meeting",
        "江城代表团访问北方港",
        "2024-10-12T15:00:00",
        "2024-10-12T16:00:00",
        "2024-10-12T15",
        granularity="hour",
        timezone=None,
    ),
    event(
        11, "legal", "客运新规施行", "2025-01-01", None, "2025-01-01/..", open_end=True, status="scheduled", cited=(3,)
    ),
    event(
        12,
        "target",
        "到2025年轨道交通里程达到120公里",
        "2025-01-01",
        "2026-01-01",
        "2025",
        granularity="year",
        status="target",
        cited=(3,),
    ),
    event(
        13,
        "market",
        "江城港三季度吞吐量公布",
        "2024-10-11",
        "2024-10-21",
        "2024-10-11/2024-10-20",
        granularity="ten_days",
        cited=(4,),
    ),
)

TIMELINE = Timeline(
    title="江城大事", articles=ARTICLES, events=tuple(sorted(EVENTS, key=lambda row: (str(row.begin), row.id)))
)
EMPTY = Timeline(title="江城大事")
