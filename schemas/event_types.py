"""The closed list of event types, with their labels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event.

    Attributes:
        name: the identifier used in every export.
        zh: the Chinese label.
        en: the English label.
    """

    name: str
    zh: str
    en: str


EVENT_TYPES: dict[str, EventType] = {
    row.name: row
    for row in (
        EventType("conference", "会议论坛", "Conference"),
        EventType("ceremony", "仪式", "Ceremony"),
        EventType("exhibition", "展览", "Exhibition"),
        EventType("performance", "演出", "Performance"),
        EventType("competition", "赛事", "Competition"),
        EventType("publication", "发布", "Publication"),
        EventType("launch", "启动上线", "Launch"),
        EventType("founding", "成立", "Founding"),
        EventType("signing", "签约", "Signing"),
        EventType("construction", "建设", "Construction"),
        EventType("appointment", "任免", "Appointment"),
        EventType("award", "评选入选", "Award"),
        EventType("meeting", "会见访问", "Meeting"),
        EventType("incident", "事故灾害案件", "Incident"),
        EventType("legal", "司法监管", "Legal"),
        EventType("market", "行情财报", "Market"),
        EventType("statistic", "数据", "Statistic"),
        EventType("target", "目标", "Target"),
        EventType("anniversary", "纪念", "Anniversary"),
        EventType("holiday", "节假日", "Holiday"),
        EventType("other", "其他", "Other"),
    )
}
