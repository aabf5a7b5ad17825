"""What only looks like a date goes: numbers in names, links and counts, words in titles."""

import re
from bisect import bisect_left
from collections.abc import Callable

from timeline.expressions.meaning import Find, Length, Point, Repetition, Span, Vague
from timeline.expressions.refine.reading import Reading

_MASK = re.compile(
    r"(?=[!-~])(?:(?:https?|ftp)://[^\s一-鿿，。；、）)》”\"<>]{1,2000}|www\.[^\s一-鿿，。；、）)》”\"<>]{1,2000}"
    r"|!?\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)"
    r"|[A-Za-z0-9_\-./\\%]{2,200}\.(?:jpe?g|png|gif|webp|svg|html?|pdf|docx?|xlsx?|zip|mp4|mp3|py|js|json|xml|shtml|php)\b"
    r"|[A-Za-z]:\\[^\s，。；]{1,300}|`[^`\n]{1,200}`|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]{1,64})"
)
_MASKABLE = re.compile(
    rb"://|www\.|\]\(|:\\|`|@|\.(?:jpe?g|png|gif|webp|svg|html?|pdf|docx?|xlsx?|zip|mp4|mp3|py|js|json|xml|shtml|php)"
)
_ORDINAL = re.compile(r"(?:第|№|No\.?) ?$")
_CLOSING = re.compile("[》〉\n]")
_LAST_OF_ORDINAL = frozenset("第№o. ")
_ORDINAL_RULES = frozenset({"quarter", "occasion_first_day", "occasion_nth_day"})
_AFTER_CLOCK = re.compile(
    r" ?(?:[多来]钟|多(?=[，。；、,;!！?？]|$|的时候|才|就)"
    r"|[左许整前后以起开]|之(?!间)|[结到至,，。;；、!！?？)~\-]|$|[的在举正我上出过发集档场播入进打抵关])"
)
_OCCASION = re.compile(
    "(?:全国)?(?:电视)?(?:联欢|团拜|招待|文艺)?(?:晚会|团拜会|招待会|茶话会|音乐会|庙会|灯会|游园会)|档(?!口)"
)
_QUOTES = frozenset('“‘「『"')
_CLOSING_SOON = re.compile('[一-鿿]{1,6}[”’」』"]')
_AGED = re.compile(
    "[古老孤名变]|大[计党变业]|未有|[耻屈]辱|沧桑|风云|企业|[店校树木梦]|好合|品牌|奥运|历史|传承|文化|古|等一回|修得|寿|(?:奋斗)?目标"
)
_ACQUIRED = re.compile("的?(?:处境|效验|环境|教育|条件|优势|禀赋|不足|修炼|失调|训练|习得|学习|经验|因素)")
_IN_PLACE = re.compile(r"(?:[在向朝往绕](?:[^，。；]{0,12}的[^，。；]{1,6})?|环[顾视]|[张眺]望|围绕)$")
_ROUND = re.compile("[环的]?(?:绕|山|水|墙|林|群山|环境|景)|[种布围栽摆挂]|都是|漆黑|无人|一片")
"""What stands before and behind 四周 where it means all around."""

_SCORE = re.compile(r"(?:比分|以|比|比例[为是]?|战胜|赔率)[^，。]{0,2}$")
_TIMETABLE = re.compile(r"(?:首末?[班车]|末[班车]|首班|末班|(?:营业|开放|运营|服务|办公|发车)时间)[^。]{0,14}$")
_CLAUSE_END = re.compile(r"[，,。；;、！!？?\s）)”\"]|$|以来|期间|之后|之前|[前后起至到在]")


def drop_lookalikes(reading: Reading) -> None:
    """Keeps what is no look-alike."""
    if _MASKABLE.search(reading.text.encode("ascii", "ignore")):
        reading.finds = _outside(reading.finds, [m.span() for m in _MASK.finditer(reading.text)])
    reading.finds = [find for find in reading.finds if not _looks_alike(find, reading)]


def _outside(finds: list[Find], masks: list[tuple[int, int]]) -> list[Find]:
    """The finds that touch no mask."""
    starts = [start for start, _ in masks]
    kept = []
    for find in finds:
        at = bisect_left(starts, find.end)
        if not at or masks[at - 1][1] <= find.start:
            kept.append(find)
    return kept


def _looks_alike(find: Find, reading: Reading) -> bool:
    led = reading.text[find.start - 1 : find.start] in _LAST_OF_ORDINAL and find.rule not in _ORDINAL_RULES
    if led and _ORDINAL.search(reading.before(find.start, 4)):
        return True
    test = _TESTS.get(find.rule)
    return (test is not None and test(find, reading)) or (reading.titles and _in_title(find, reading))


def _is_yearly_output(find: Find, reading: Reading) -> bool:
    """后年 in 达产后年产能: what is done in a year after something, and no year."""
    return reading.text[find.start : find.end] == "后年" and _YEARLY.match(reading.behind(find.end, 2)) is not None


_YEARLY = re.compile("产|均|收[入益]|销|利润|发电|可[以达实]|处理|供|减|节|新增")


def _is_bare_clock(find: Find, reading: Reading) -> bool:
    """三点 in 三点要求: an hour in words that no date, no part of the day and nothing behind it makes a clock."""
    if not isinstance(find.meaning, Point) or find.meaning.minute is not None:
        return False
    words = reading.text[find.start : find.end]
    if words == reading.text.strip():
        return False
    if (
        reading.before(find.start, 2)
        .rstrip("了约近")
        .endswith(("涨", "跌", "升", "降", "高", "低", "破", "提出", "强调"))
    ):
        return True
    if words[0] in "一两二四" and len(words) == 2:
        return words != "两点" or not _AFTER_CLOCK.match(reading.behind(find.end))
    return not _AFTER_CLOCK.match(reading.behind(find.end)) and not words[0].isdigit()


def _is_score(find: Find, reading: Reading) -> bool:
    """21:15 and 3:02 after 比 or 以 are scores; 首末班车时间为6:30 is a time of no day."""
    return bool(_SCORE.search(reading.before(find.start, 6)) or _TIMETABLE.search(reading.before(find.start, 16)))


def _is_generic_season(find: Find, reading: Reading) -> bool:
    """春天 and 冬季 date something only with a year, or where they open or close a clause."""
    opens = not reading.before(find.start, 1).strip('，,。；;！!？?“"(（ ')
    return not (opens and _CLAUSE_END.match(reading.behind(find.end, 2)))


def _is_generic_part(find: Find, reading: Reading) -> bool:
    """夜间 in 夜间消费: a part of the day before a noun, with no date beside it."""
    before, behind = reading.before(find.start, 1), reading.behind(find.end, 2)
    if reading.text[find.start : find.end] == "一早" or reading.before(find.start, 3)[:2] == "白天":
        return True
    if behind.startswith(("的", "、", "》")) or before in ("的", "、", "和", "与", "寒", "每", "《", "一", "个"):
        return True
    if before in _QUOTES and _CLOSING_SOON.match(reading.behind(find.end)):
        return True
    return (
        isinstance(find.meaning, Point)
        and find.meaning.part in ("NI", "EV")
        and bool(behind)
        and not _CLAUSE_END.match(behind)
        and "一" <= behind[0] <= "鿿"
        and "一" <= (before or "x") <= "鿿"
    )


def _is_acquired(find: Find, reading: Reading) -> bool:
    """后天 beside 先天: what is acquired, and no day."""
    if reading.text[find.start : find.end] != "后天":
        return False
    return "先天" in reading.before(find.start, 16) or _ACQUIRED.match(reading.behind(find.end)) is not None


def _is_idiom(find: Find, reading: Reading) -> bool:
    """百年 and 千年 in 百年老店 and 千年古镇: an age told in a name; 一天 that opens a tale; 四周 all around."""
    words = reading.text[find.start : find.end]
    if words == "一天":
        before = reading.before(find.start, 1)
        return before == "有" or (not before.strip("。！？“") and reading.behind(find.end, 1) in ("，", ","))
    if words == "四周":
        around = _IN_PLACE.search(reading.before(find.start, 20)) or _ROUND.match(reading.behind(find.end))
        return around is not None
    if words not in ("百年", "千年"):
        return False
    return _AGED.match(reading.behind(find.end)) is not None


def _is_named_after(find: Find, reading: Reading) -> bool:
    """春节 in 春节联欢晚会 and 春节档: an occasion that bears the name of a festival."""
    return _OCCASION.match(reading.behind(find.end, 8)) is not None


def _is_of_a_series(_find: Find, _reading: Reading) -> bool:
    """第三季 without a year: of a programme rather than of a year."""
    return True


_TERM = re.compile(r"[（(]\s?(?:\d{1,4}|[一二三四五六七八九十]{1,3})个?小时[）)](?:以|之)?内")


def _is_single_word(find: Find, reading: Reading) -> bool:
    """一日 and 一月 in words with nothing that makes them dates; 1日 in 1日（24小时）内, which is a term."""
    words = reading.text[find.start : find.end]
    if find.rule == "day" and _TERM.match(reading.behind(find.end)):
        return True
    if words not in ("一日", "一月", "二月", "四月"):
        return False
    before = reading.before(find.start, 1).strip('，,。；;！!？?“"(（在到从自至于和与、 今去明年')
    return bool(before) or (not _CLAUSE_END.match(reading.behind(find.end, 2)) and words in ("一日", "一月"))


def _in_title(find: Find, reading: Reading) -> bool:
    """今天 and 三天 in 《…》 are words of a title; a year or a date there is kept."""
    near = find.start - 60 if find.start > 60 else 0
    opened = max(reading.text.rfind("《", near, find.start), reading.text.rfind("〈", near, find.start))
    if opened < 0 or _CLOSING.search(reading.text, opened, find.start):
        return False
    if isinstance(find.meaning, Point) and (find.meaning.year is not None):
        return False
    if isinstance(find.meaning, Span) and find.meaning.first.year is not None:
        return False
    if isinstance(find.meaning, Vague):
        return False
    return isinstance(find.meaning, Length | Point | Span | Repetition) and not getattr(find.meaning, "period", None)


_TESTS: dict[str, Callable[[Find, Reading], bool]] = {
    "clock": _is_bare_clock,
    "clock_hour": _is_bare_clock,
    "clock_figures": _is_score,
    "season": _is_generic_season,
    "part": _is_generic_part,
    "quarter_short": _is_of_a_series,
    "festival": _is_named_after,
    "festival_loose": _is_named_after,
    "day_relative": _is_acquired,
    "year_relative": _is_yearly_output,
    "length": _is_idiom,
    "day": _is_single_word,
    "month": _is_single_word,
}
"""What finds of a row may be instead."""
