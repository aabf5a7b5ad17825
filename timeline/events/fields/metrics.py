"""The figures that an event tells: what is counted, how many, of what, and whether that is a bound."""

import re

from schemas import Bound, Metric

_FIGURE = re.compile(
    r"(?P<lead>超过|超|突破|逾|不低于|不少于|至少|不超过|最多|不到|不足|低于|约|近|大约|高达|达到|达|为|增至|降至|共|累计|至)?(?:了|成)?\s*"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)\s*(?P<scale>[十百千万亿]{0,3})(?P<many>多|余)?"
    r"(?P<unit>%|％|个百分点|元|美元|欧元|港元|吨|标箱|人次|人|家|个|名|头|种|公里|平方米|平方公里|千瓦时|千瓦|辆|架|艘|件|项|亩|公顷|点|基点|倍|次|场|届|部|台|列|例|千克|克|桶|条|级|户|所|座|吉瓦|兆瓦|票|枚|股|万箱|只|篇|米)?"
    r"(?P<after>以上|以内|左右|以下)?"
)
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_LEADS: dict[str, Bound] = {
    "超过": "more_than", "超": "more_than", "突破": "more_than", "逾": "more_than", "不低于": "at_least", "不少于": "at_least",
    "至少": "at_least", "不超过": "at_most", "最多": "at_most", "不到": "less_than", "不足": "less_than", "低于": "less_than",
    "约": "about", "近": "about", "大约": "about",
}  # fmt: skip
_AFTER: dict[str, Bound] = {"以上": "at_least", "以内": "at_most", "左右": "about", "以下": "at_most"}
_NAME = re.compile(
    r"(?P<name>[^，。；：、\s\d]{2,24}?)(?:已|将|共|合计|总计|累计|同比|环比|再|仍|一度|预计)?(?:达到|达|增长到?|增加|增至|升至|下降|上涨|下跌|突破|超过|超|为|共有|完成|实现|恢复到|跌破|监测到|降至|提升|约|近|逾)?(?:了|至|到)?$"
)
_MOST = 6


def metrics_of(words: str) -> tuple[Metric, ...]:
    """The figures of a clause with their names; figures without a unit are left out.

    The unit is as written with its scale (3500 亿元), and the number the one that stands before it.
    """
    found: list[Metric] = []
    for match in _FIGURE.finditer(words):
        if not match["unit"] and not match["scale"]:
            continue
        name = _name_before(words[max(0, match.start() - 30) : match.start()])
        if not name:
            continue
        unit = f"{match['scale']}{match['unit'] or ''}"
        found.append(Metric(name=name, value=float(match["number"].replace(",", "")), unit=unit, bound=_bound(match)))
        if len(found) == _MOST:
            break
    return tuple(found)


def _bound(match: re.Match[str]) -> Bound:
    if match["after"] in _AFTER:
        return _AFTER[match["after"]]
    if match["many"]:
        return "more_than"
    return _LEADS.get(match["lead"] or "", "exact")


def _name_before(front: str) -> str:
    part = re.split(r"[，。；：、]", front)[-1]
    match = _NAME.search(part)
    return match["name"].strip("“”《》（）的") if match and len(match["name"].strip("“”《》（）的")) >= 2 else ""
