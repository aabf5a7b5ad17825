"""The figures that an event tells: what is counted, how many, of what, and whether that is a bound."""

import re
from functools import cache

from schemas import Bound, Metric
from timeline.events.data import rows_of

FIGURE_TYPES = ("statistic", "target")
"""The types of events that are a figure themselves."""

_MOST = 6
_DIGIT = re.compile(r"\d")


def metrics_of(words: str, sequel: str = "", *, figure: bool = False) -> tuple[Metric, ...]:
    """The figures of a clause with their names; a figure without a unit, or with nothing that is counted, is left out.

    The unit is as written with its scale (亿元 of 3500 亿元), and the number the one that stands before it. A figure of
    growth is named with its verb (产值同比增长), since 12% of growth is no 12% of output; of 从A增至B, B counts.

    Args:
        words: the clause in simplified characters, without its date.
        sequel: the clause behind it, which counts where it tells how the same thing grew (，同比增长5%).
        figure: whether the event is the figure itself, so that its first one needs no verb or measure: 客流996万人次.
    """
    if not _DIGIT.search(words):
        return ()
    words = _ASIDE.sub("", f"{words}，{sequel}" if sequel and _grows().match(sequel) else words)
    found: dict[str, Metric] = {}
    base, rising, since = "", "", 0
    for match in _figure().finditer(words):
        last = _range_of(words, match)
        if not (last["unit"] or last["scale"] or match["scale"]) or _hidden(words, match.start()):
            continue
        front = _MINUS.sub("", words[max(0, match.start() - 60) : match.start("number")])
        if _range_end().search(front):
            continue
        start = _from().search(front)
        if start and _onward().match(words, match.end()):
            rising, since = _cut(front[: start.start()]), match.end()
            continue
        ends = match.end() == len(words) or words[match.end()] in _ENDS
        name, own = _name_of(front, figure and ends and not found)
        if rising and match.start() - since <= _SPAN:
            name = own = rising
        elif not name and base and (grown := _more_growth().search(front)):
            name = f"{base}{grown['base'] or ''}{grown['growth'].removesuffix('了')}"
        rising = ""
        if name and name not in found:
            base = own or base
            found[name] = _metric(name, words, match)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _metric(name: str, words: str, match: re.Match[str]) -> Metric:
    """A figure by its name; of a range, its first figure, as the least."""
    last = _range_of(words, match)
    return Metric(
        name=name,
        value=float(match["number"].replace(",", "")) * (-1 if _MINUS.search(words[: match.start("number")]) else 1),
        unit=f"{match['scale'] or last['scale'] or ''}{last['unit'] or match['unit'] or ''}",
        bound=_bound(match) if last is match else "at_least",
    )


_ASIDE = re.compile(r"（[^（）]{0,30}）|\([^()]{0,30}\)")
_MINUS = re.compile(r"(?<=[至到为是])[-−－]$")
"""The sign of a figure below zero, which stands behind the word that leads to it and not behind another figure."""
_ENDS = "，、。；！？：,;"


@cache
def _range_end() -> re.Pattern[str]:
    """What stands in front of the second figure of a range: 15亿至."""
    return re.compile(rf"\d[万亿]*(?:{_any('unit')})?[-—–~～至到]$")


def _range_of(words: str, match: re.Match[str]) -> re.Match[str]:
    """The second figure of a range (15.03亿至15.73亿元), which tells the unit of both; the first itself without one."""
    joined = words[match.end() : match.end() + 1]
    last = _figure().match(words, match.end() + 1) if joined and joined in "-—–~～至到" else None
    if last is None or (joined in "至到" and match["unit"] not in (None, last["unit"])):
        return match
    return last


_BASES = "同比|环比|比上年|比去年"
"""What a figure of growth is measured by."""

_SPAN = 16
"""The characters between the two figures of 从A增至B."""


@cache
def _from() -> re.Pattern[str]:
    """从 and what may stand between it and the first of two figures."""
    return re.compile(rf"(?:从|由|自)[^，。；\d]{{0,8}}?(?:{_bounds()})?$")


@cache
def _onward() -> re.Pattern[str]:
    """The words that lead to the second of two figures, right behind the first."""
    return re.compile(r"[^，。；\d]{0,8}(?:至|到|为|成)[^，。；\d]{0,8}(?=\d)")


@cache
def _more_growth() -> re.Pattern[str]:
    """同比增长 alone, behind what has grown."""
    return re.compile(
        rf"(?:^|[，、；])(?:{_any('adverb')}|分别)*(?P<base>{_BASES})?(?:比|较)?(?P<growth>{_any('growth')})(?:了)?"
        rf"(?:{'|'.join(_any(kind) for kind in ('more_than', 'about'))})?$"
    )


@cache
def _grows() -> re.Pattern[str]:
    """How a clause begins that tells the growth of what stands before it."""
    return re.compile(rf"(?:{_BASES})?(?:{_any('growth')})(?:了)?[约近超]?\d")


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    """The rows of ``metrics.tsv`` by their kind."""
    return {row[0]: tuple(row[1].split()) for row in rows_of("metrics.tsv")}


def _any(kind: str) -> str:
    """A row as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(_rows()[kind], key=lambda word: (-len(word), word))))


def _bounds() -> str:
    """All words of bounds as alternatives of a pattern: 超过, 至少, 约."""
    return "|".join(map(_any, ("more_than", "at_least", "at_most", "less_than", "about")))


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<lead>{_bounds()})了?)?(?<![\d.A-Za-z第])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,6}})?|\d{{1,12}}(?:\.\d{{1,6}})?)\s?"
        rf"(?P<some>[多余](?=[十百千万亿]))?(?P<scale>(?:十|百|千(?![瓦克米]))?(?:万亿|万|亿)?)(?P<many>多|余)?(?P<unit>{_any('unit')})?(?P<after>以上|以内|左右|以下)?"
    )


def _hidden(words: str, place: int) -> bool:
    """Whether a figure stands inside 《》 or “”, where it belongs to a name."""
    return any(words.count(mark[0], 0, place) > words.count(mark[1], 0, place) for mark in ("《》", "“”", "「」"))


_AFTER: dict[str, Bound] = {"以上": "at_least", "以内": "at_most", "左右": "about", "以下": "at_most"}


def _bound(match: re.Match[str]) -> Bound:
    if match["after"] in _AFTER:
        return _AFTER[match["after"]]
    if match["some"] or match["many"]:
        return "more_than"
    for kind in ("more_than", "at_least", "at_most", "less_than", "about"):
        if match["lead"] in _rows()[kind]:
            return kind
    return "exact"


@cache
def _link() -> re.Pattern[str]:
    """What joins a name with its figure: 达到, 为, 同比增长, and a bound."""
    return re.compile(
        rf"(?P<base>{_BASES})?(?:{_any('adverb')})*(?P<behind>{_BASES})?(?P<growth>(?!跌破)(?:{_any('growth')}))?"
        rf"(?P<action>{_any('action')})?(?P<reach>{_any('reach')})?(?:了|的)?(?:{_any('adverb')})*(?:(?:{_bounds()})了?)?$"
    )


_STOPS = re.compile(r"[，。；：（）()！？]|(?<![A-Za-z])\s|\s(?![A-Za-z])")


def _name_of(front: str, figure: bool) -> tuple[str, str]:
    """What a figure counts, from the words in front of it, and the same without its growth; empty where they tell none.

    Args:
        front: the words in front.
        figure: whether the event is the figure itself.
    """
    part = _STOPS.split(front)[-1]
    listed = part.rpartition("、")
    part = listed[2] if _DIGIT.search(listed[0]) else part
    link = _link().search(part)
    if link is None:
        return "", ""
    name = _cut(part[: link.start()])
    name = name if len(name) <= _LONG_NAME else _cut(name.rpartition("、")[2])
    if not 2 <= len(name) <= _LONG_NAME or _counted().search(name):
        return "", ""
    if link["growth"]:
        base = link["base"] or link["behind"] or ""
        return f"{name}{base}{link['growth'].removesuffix('到').removesuffix('了')}", name
    if link["action"]:
        return f"{name}{link['action'].rstrip('到')}", name
    if figure or name.endswith(_rows()["measure"]) or (link["reach"] and not name.endswith(("等", "的"))):
        return name, name
    done = _done().search(name)
    return (done[0], done[0]) if done else ("", "")


_LONG_NAME = 34


@cache
def _counted() -> re.Pattern[str]:
    """A name that ends with a figure of its own, or with its unit alone: 3万人, 人次."""
    return re.compile(rf"\d$|\d[万亿]|(?:^|[\d一二两三四五六七八九十百千万亿几数])(?:{_any('unit')})$")


@cache
def _done() -> re.Pattern[str]:
    """What is done to what is counted: 建成岸电桩 of 210 个."""
    return re.compile(rf"(?:{_any('action')})(?!总值)[^\d]{{2,10}}$")


@cache
def _front() -> re.Pattern[str]:
    return re.compile(
        rf"^.*(?:{_any('doing')}|将(?![占达超]))(?=.{{2}})|^(?:(?!{_any('whole')})(?:{_any('general')}))+"
    )


def _cut(name: str) -> str:
    """A name without what does not belong to it: 公司实现营业收入 is 营业收入."""
    for opening, closing in ("“”", "《》", "「」"):
        name = name.removeprefix(opening) if name.find(closing) in (-1, len(name) - 1) else name
        name = name.removesuffix(closing) if opening not in name else name
    name = name.strip().replace("已", "")
    for _ in range(2):
        name = _front().sub("", name)
    return _tail().sub("", name)


@cache
def _tail() -> re.Pattern[str]:
    """What leads on from a name to its figure."""
    return re.compile(rf"(?:{_any('adverb')}|从|由|相比?|(?<![占同环])比|较|的|了|共|与|和|有)+$")
