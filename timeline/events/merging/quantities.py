"""Numbers with their units in headlines, and when one is the other, rounded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FACTORS = {
    "": 1.0,
    "百": 1e2,
    "千": 1e3,
    "万": 1e4,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "百亿": 1e10,
    "千亿": 1e11,
    "万亿": 1e12,
}
"""What a number is multiplied by."""

ROUNDED = 0.06
"""The share of a number by which it may differ from the round one that is told for it."""

ROUND_FROM = 1000
"""Numbers from which on zeros at the end may be those of a round number."""

UNITS = frozenset(
    "元人个家吨件次户亩台辆列架艘座条项部篇只股倍级度米里时分秒天年届%点种桶瓦公平立美欧港英日岁场颗支份套所笔类"
    "村县省国镇市处枚块金银票斤克升箱宗批班趟航标小钟周月"
)
"""The characters that units begin with; another character behind a number is no unit."""

PERSONS = "名位"
"""Units that mean 人."""

_QUANTITY = re.compile(r"(?<![A-Za-z\d.])(\d{1,15}(?:\.\d{1,6})?)(万亿|千亿|百亿|亿|千万|百万|万|千|百)?([^\W\d_]|%)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a headline.

    Attributes:
        value: the number with 万 and 亿 multiplied out.
        unit: the first character of its unit, or "" where none is told.
        step: the value of its last digit that is told.
    """

    value: float
    unit: str
    step: float


def quantities_in(text: str) -> frozenset[Quantity]:
    """The numbers of a text in half width without commas.

    >>> sorted((q.value, q.unit, q.step) for q in quantities_in("运量超4.5万吨，增长12%"))
    [(12.0, '%', 1.0), (45000.0, '吨', 1000.0)]
    """
    none = [quantity("0", "", "%")] if "零增长" in text else []
    return frozenset([*none, *(quantity(*found) for found in _QUANTITY.findall(text))])


def quantity(number: str, factor: str, unit: str) -> Quantity:
    """A number as written, 万 or 亿 or "" behind it, and its unit."""
    times = FACTORS[factor]
    whole, _, decimals = number.partition(".")
    step = times / 10 ** len(decimals)
    if not decimals and float(whole) * times >= ROUND_FROM and unit != "%":
        step *= 10 ** (len(whole) - len(whole.rstrip("0") or "0"))
    unit = "人" if unit and unit in PERSONS else unit if unit in UNITS else ""
    return Quantity(round(float(number) * times, 6), unit, step)


def metric_quantity(value: float, unit: str) -> Quantity:
    """A figure whose unit may begin with 万 or 亿."""
    factor = next((name for name in sorted(FACTORS, key=len, reverse=True) if name and unit.startswith(name)), "")
    return quantity(f"{value:.6f}".rstrip("0").rstrip("."), factor, unit[len(factor) : len(factor) + 1])


def is_same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are equal, or one is the other cut or rounded to the digits that it tells.

    >>> is_same(quantity("3.4", "万亿", "元"), quantity("34512", "亿", "元"))
    True
    >>> is_same(quantity("10", "", "人"), quantity("12", "", "人"))
    False
    """
    if one.unit != other.unit and one.unit and other.unit:
        return False
    if one.value == other.value:
        return True
    coarse, fine = (one, other) if one.step > other.step else (other, one)
    if coarse.step == fine.step or abs(coarse.value - fine.value) > ROUNDED * fine.value or fine.unit == "%":
        return False
    return coarse.value in (_down(fine.value, coarse.step), _down(fine.value + coarse.step / 2, coarse.step))


def have_all(some: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether each of some quantities is told by the others."""
    others = list(others)
    return all(any(is_same(one, other) for other in others) for one in some)


def share_any(some: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether any of some quantities is told by the others."""
    others = list(others)
    return any(is_same(one, other) for one in some for other in others)


def are_of_other_kinds(some: Iterable[Quantity], others: Iterable[Quantity]) -> bool:
    """Whether no unit of some quantities is one of the others': 43238亿元, and 增长13.3%."""
    mine, theirs = {one.unit for one in some}, {one.unit for one in others}
    return "" not in mine | theirs and not mine & theirs


def _down(value: float, step: float) -> float:
    return round(value // step * step, 6)
