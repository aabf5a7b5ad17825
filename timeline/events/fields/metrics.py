"""The figures that an event tells: what is counted, how many, of what, and whether that is a bound."""

import re
from functools import cache

from schemas import Bound, Metric
from timeline.events.data import rows_of

_MOST = 6
_DIGIT = re.compile(r"\d")


def metrics_of(words: str) -> tuple[Metric, ...]:
    """The figures of a clause with their names; a figure without a unit, or with nothing that is counted, is left out.

    The unit is as written with its scale (亿元 of 3500 亿元), and the number the one that stands before it. A figure of
    growth is named with its verb (产值同比增长), since 12% of growth is no 12% of output.

    Args:
        words: the clause in simplified characters, without its date.
    """
    found: list[Metric] = []
    if not _DIGIT.search(words):
        return ()
    for match in _figure().finditer(words):
        if not (match["unit"] or match["scale"]) or _hidden(words, match.start()):
            continue
        name = _name_of(words[max(0, match.start() - 40) : match.start("number")])
        if name and name not in [metric.name for metric in found]:
            unit = f"{match['scale'] or ''}{match['unit'] or ''}"
            value = float(match["number"].replace(",", ""))
            found.append(Metric(name=name, value=value, unit=unit, bound=_bound(match)))
        if len(found) == _MOST:
            break
    return tuple(found)


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    """The rows of ``metrics.tsv`` by their kind."""
    return {row[0]: tuple(row[1].split()) for row in rows_of("metrics.tsv")}


def _any(kind: str) -> str:
    """A row as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(_rows()[kind], key=lambda word: (-len(word), word))))


@cache
def _figure() -> re.Pattern[str]:
    leads = "|".join(_any(kind) for kind in ("more_than", "at_least", "at_most", "less_than", "about"))
    return re.compile(
        rf"(?P<lead>{leads})?(?<![\d.A-Za-z第])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,6}})?|\d{{1,12}}(?:\.\d{{1,6}})?)\s?"
        rf"(?P<scale>(?:十|百|千(?![瓦克米]))?(?:万亿|万|亿)?)(?P<many>多|余)?(?P<unit>{_any('unit')})?(?P<after>以上|以内|左右|以下)?"
    )


def _hidden(words: str, place: int) -> bool:
    """Whether a figure stands inside 《》 or “”, where it belongs to a name."""
    return any(words.count(mark[0], 0, place) > words.count(mark[1], 0, place) for mark in ("《》", "“”", "「」"))


_AFTER: dict[str, Bound] = {"以上": "at_least", "以内": "at_most", "左右": "about", "以下": "at_most"}


def _bound(match: re.Match[str]) -> Bound:
    if match["after"] in _AFTER:
        return _AFTER[match["after"]]
    if match["many"]:
        return "more_than"
    for kind in ("more_than", "at_least", "at_most", "less_than", "about"):
        if match["lead"] in _rows()[kind]:
            return kind
    return "exact"


@cache
def _link() -> re.Pattern[str]:
    """What joins a name with its figure: 达到, 为, 同比增长, and a bound."""
    bounds = "|".join(_any(kind) for kind in ("more_than", "at_least", "at_most", "less_than", "about"))
    return re.compile(
        rf"(?P<adverbs>(?:{_any('adverb')})*)(?P<base>同比|环比|比上年|比去年)?(?P<growth>{_any('growth')})?"
        rf"(?P<action>{_any('action')})?(?P<reach>{_any('reach')})?(?:了|的)?(?:{bounds})?$"
    )


def _name_of(front: str) -> str:
    """What a figure counts, from the words in front of it; empty where they do not tell."""
    part = re.split(r"[，。；：、（）()！？\s]", front)[-1]
    link = _link().search(part)
    if link is None:
        return ""
    name = _cut(part[: link.start()])
    if not 2 <= len(name) <= 24 or name.endswith(_rows()["unit"]) or re.search(r"\d$|\d[万亿]", name):
        return ""
    if link["growth"]:
        return f"{name}{link['base'] or ''}{link['growth'].removesuffix('到')}"
    if link["action"]:
        return f"{name}{link['action'].rstrip('到')}"
    if name.endswith(_rows()["measure"]) or (link["reach"] and not name.endswith(("等", "的"))):
        return name
    done = _done().search(name)
    return done[0] if done else ""


@cache
def _done() -> re.Pattern[str]:
    """What is done to what is counted: 建成岸电桩 of 210 个."""
    return re.compile(rf"(?:{_any('action')})[^\d]{{2,10}}$")


@cache
def _front() -> re.Pattern[str]:
    return re.compile(rf"^.*(?:{_any('doing')})(?=.{{2}})|^(?:{_any('general')})+")


def _cut(name: str) -> str:
    """A name without what does not belong to it: 公司实现营业收入 is 营业收入."""
    name = name.strip("“”《》「」 ")
    for _ in range(2):
        name = _front().sub("", name)
    return re.sub(rf"(?:{_any('adverb')}|从|由|(?<!占)比|较|的|共|与|和)+$", "", name)
