"""The words that a timeline is labelled with, in Chinese and English; the language always comes as an argument."""

from typing import Literal, get_args

from schemas import EVENT_TYPES

Language = Literal["zh", "en"]
"""The languages of labels, dates and notes."""

LANGUAGES: tuple[Language, ...] = get_args(Language)

_STATUSES = {
    "scheduled": ("计划", "Planned"),
    "ongoing": ("进行中", "Ongoing"),
    "happened": ("已发生", "Happened"),
    "target": ("目标", "Target"),
    "postponed": ("已改期", "Rescheduled"),
    "cancelled": ("已取消", "Cancelled"),
}

_ROLES = {
    "host": ("主办", "Host"),
    "organiser": ("承办", "Organiser"),
    "co-organiser": ("协办", "Co-organiser"),
    "guide": ("指导", "Under the guidance of"),
    "supporter": ("支持", "Supporter"),
    "speaker": ("发言", "Speaker"),
    "signatory": ("签约方", "Signatory"),
    "member": ("成员", "Member"),
    "publisher": ("发布方", "Publisher"),
    "performer": ("演出", "Performer"),
    "winner": ("获奖", "Winner"),
    "participant": ("参与", "Participant"),
}

_GRANULARITIES = {
    "era": ("时期", "era"),
    "century": ("世纪", "century"),
    "decade": ("年代", "decade"),
    "year": ("年", "year"),
    "half": ("半年", "half-year"),
    "quarter": ("季度", "quarter"),
    "season": ("季节", "season"),
    "month": ("月", "month"),
    "ten_days": ("旬", "ten-day period"),
    "week": ("周", "week"),
    "day": ("日", "day"),
    "part_of_day": ("时段", "part of the day"),
    "hour": ("时", "hour"),
    "minute": ("分", "minute"),
    "second": ("秒", "second"),
}

_FIELDS = {
    "title": ("标题", "Title"),
    "type": ("类型", "Type"),
    "date": ("时间", "Date"),
    "place": ("地点", "Place"),
    "places": ("地点", "Place"),
    "status": ("状态", "Status"),
    "merge": ("合并", "Merged"),
    "part_of": ("所属", "Part of"),
    "participants": ("参与方", "Participants"),
    "works": ("作品", "Works"),
    "aliases": ("别名", "Aliases"),
    "metrics": ("数据", "Figures"),
    "confidence": ("可信度", "Confidence"),
    "summary": ("摘要", "Summary"),
}

_ZONES = {
    "Asia/Shanghai": ("北京时间", "Beijing time"),
    "Asia/Hong_Kong": ("香港时间", "Hong Kong time"),
    "Asia/Macau": ("澳门时间", "Macau time"),
    "Asia/Taipei": ("台北时间", "Taipei time"),
    "Asia/Tokyo": ("东京时间", "Tokyo time"),
    "Asia/Seoul": ("首尔时间", "Seoul time"),
    "America/New_York": ("美东时间", "US Eastern time"),
    "America/Los_Angeles": ("美西时间", "US Pacific time"),
    "Europe/London": ("伦敦时间", "London time"),
    "Europe/Paris": ("巴黎时间", "Paris time"),
    "Europe/Moscow": ("莫斯科时间", "Moscow time"),
    "UTC": ("协调世界时", "UTC"),
}


def type_label(name: str, language: Language = "zh") -> str:
    """The label of an event type; the name itself where the type is unknown."""
    row = EVENT_TYPES.get(name)
    return getattr(row, language) if row else name


def status_label(name: str, language: Language = "zh") -> str:
    """The word for a status, as in 已取消."""
    return _chosen(_STATUSES, name, language)


def role_label(name: str, language: Language = "zh") -> str:
    """The word for a participant's role, as in 主办."""
    return _chosen(_ROLES, name, language)


def granularity_label(name: str, language: Language = "zh") -> str:
    """The word for the size of a unit of time, as in 季度."""
    return _chosen(_GRANULARITIES, name, language)


def field_label(name: str, language: Language = "zh") -> str:
    """The word for a field of an event, as in 地点."""
    return _chosen(_FIELDS, name, language)


def zone_label(name: str | None, language: Language = "zh") -> str:
    """The words for an IANA zone; None is 当地时间 of a place unknown."""
    if name is None:
        return "当地时间" if language == "zh" else "local time"
    return _chosen(_ZONES, name, language)


def _chosen(table: dict[str, tuple[str, str]], name: str, language: Language) -> str:
    return table[name][LANGUAGES.index(language)] if name in table else name
