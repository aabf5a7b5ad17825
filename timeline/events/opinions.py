"""What is somebody's view of how things are or will be, or a scene of crowds, and no event."""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from timeline.events.drafts import Draft
from timeline.events.fields.briefings import BRIEFINGS
from timeline.events.fields.passages import line_before
from timeline.events.fields.title_words import MARKED, PERIODS, gate_words
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import in_class
from timeline.events.text.outcomes import Refusal
from timeline.events.text.script import simplified
from timeline.events.text.statements import NO_FIGURE

_COARSE = frozenset(["quarter", "season", "half", "year", "decade"])
_PALE = frozenset(["other", "statistic", "market", "publication", "construction"])
"""The types of what is told of a period as well as of a deed: 政策反复加码, 市场继续调整."""
_FIGURE = re.compile(r"\d|[一二两三四五六七八九十几数][倍成番]|[百千万亿]|位数|零增长|翻番|过半|半数|多半")
_RECORD = re.compile(r"指数|纪录|新[高低]|首次|首超|转正|转负|由[正负]转|第[一二三]|之[首最]")
_MANY = re.compile(r"^(?:全国)?(?:各地|多地|各部门|各省份?|各市|各级|各大)(?!.{0,10}(?:累计|共))")
_EVERYBODY = re.compile(
    r"[^\d]{0,6}\d+亿多?(?:名|位)?(?:中国|中华|各族)?(?:人民|人(?![口次])|儿女|同胞|群众|农民)[^\d]*$"
)
_DONE = frozenset(["happened", "ongoing"])


def opinion(draft: Draft, before: Sequence[Sequence[Atom]], story: Story) -> Refusal | None:
    """Why a draft tells a view or a scene; None where it may be an event.

    Args:
        draft: the draft.
        before: the clauses of its sentence in front of its own.
        story: its article.
    """
    if _is_scene_of_words(draft):
        return Refusal("speech", "the occasion of what somebody says")
    if draft.title.name is not None:
        return None
    plain = simplified(draft.title.text)
    bare = MARKED.sub("《》", plain)
    figure = _FIGURE.search(PERIODS.sub("", bare)) is not None
    counts = draft.type == "statistic" and draft.status in _DONE
    checks = (
        (counts and not figure and not _RECORD.search(bare), NO_FIGURE),
        (_EVERYBODY.match(bare) is not None, "what everybody in a country does"),
        (_is_crowd(draft, bare), "what a crowd does"),
        (not figure and _is_yearly(draft, bare), "what was done in several years"),
        (not figure and _is_summed_up(draft, bare), "what was done several times in a period"),
        (_is_everywhere(draft, bare) and not figure, "what is done in many places"),
        (not figure and _is_assessed(draft, before, story), "somebody's view of a period"),
        (_is_warned_of(draft, story), "somebody's view of what comes"),
        (not figure and _is_expected(draft, before, story), "what somebody who observes expects"),
    )
    return next((Refusal("background", detail) for holds, detail in checks if holds), None)


def _is_scene_of_words(draft: Draft) -> bool:
    """Whether a press conference is told only as where somebody said something: 负责人在周四的发布会上表示."""
    clause = draft.clause
    told = clause.form == "scene" and _BRIEFING.search(simplified(draft.title.text)) is not None
    behind = "".join(a.text for a in clause.following[0]) if clause.following else ""
    return told and (any(a.nominal for a in clause.head) or _SPEAKS.search(behind) is not None)


_SPEAKS = re.compile(r"(?:表示|指出|说|称|强调|认为|提问|回应|介绍说)$")
_BRIEFING = re.compile(rf"^[^“《（]*{BRIEFINGS}$")


def _is_crowd(draft: Draft, bare: str) -> bool:
    """Whether nobody in particular strolls, tastes or visits: 不少游客来到古镇参观."""
    return draft.type not in ("incident", "statistic") and _crowds().match(bare) is not None


@cache
def _crowds() -> re.Pattern[str]:
    many, who = (rf"(?:{'|'.join(gate_words(name))})" for name in ("quantities", "crowds"))
    return re.compile(
        rf"(?:一大早|清晨|当天|当日|新年)?(?:(?:{many}|来自[^，]{{2,12}}的)(?:的|来自[^，]*的)?[^，]{{0,4}}{who}|{who}们)"
    )


def _is_yearly(draft: Draft, bare: str) -> bool:
    """Whether a deed of several years is dated within one: 连续两年开年召开专题会议."""
    time = draft.time
    short = time.until is not None and time.until - time.begin <= _PART_OF_YEAR
    return short and draft.type != "statistic" and _YEARS_ON_END.search(bare) is not None


_PART_OF_YEAR = timedelta(days=200)
_YEARS_ON_END = re.compile(r"连续(?:[一二两三四五六七八九十多数几]|\d+)年")


def _is_summed_up(draft: Draft, bare: str) -> bool:
    """Whether meetings of a long period are told together: 两国元首两度会晤."""
    return draft.time.granularity in _COARSE and draft.type == "meeting" and _TIMES.search(bare) is not None


_TIMES = re.compile(r"[两三四五六七八九十多数几](?:度|次)[^，]{0,4}(?:会晤|会见|会谈|通话|互访|访问)")


def _is_everywhere(draft: Draft, bare: str) -> bool:
    """Whether something goes on in all places and has no name: 各地开展志愿服务活动."""
    return draft.status in _DONE and "《》" not in bare and _MANY.match(bare) is not None


def _is_assessed(draft: Draft, before: Sequence[Sequence[Atom]], story: Story) -> bool:
    """Whether somebody says how a period was: 他说，今年市场继续调整."""
    told = draft.time.granularity in _COARSE and draft.type in _PALE and draft.status in _DONE
    return told and _sayer(before, story) is not None


def _is_warned_of(draft: Draft, story: Story) -> bool:
    """Whether somebody warned on the date of what would come: 他2021年曾警告，央行继续购债将推高通胀."""
    expression = draft.expression
    if expression is None or draft.type not in _PALE or draft.status not in _DONE:
        return False
    told = draft.clause.atoms
    front = story.plain[expression.end_char : max(expression.end_char, told[0].start)]
    return _WARNS.search(front) is not None and any(a.text in ("将", "将会", "会", "可能") for a in told)


_WARNS = re.compile(r"(?:警告|认为|预言|断言|坚信)[称说]?[，：]")


def _is_expected(draft: Draft, before: Sequence[Sequence[Atom]], story: Story) -> bool:
    """Whether one who only observes says what comes: 分析师指出，央行将不再降息."""
    if draft.status not in ("scheduled", "postponed"):
        return False
    said = (part for part in before if part and _tells_view(part, story))
    return any(_observes(part, story) for part in said) or goes_on_expecting(draft, story)


def _tells_view(part: Sequence[Atom], story: Story) -> bool:
    return in_class(part[-1], "speech", story.words) or any(a.text == "预计" for a in part)


def goes_on_expecting(draft: Draft, story: Story) -> bool:
    """Whether a sentence only goes on with what the one in front, in its line, tells that somebody expects.

    Args:
        draft: what the sentence tells.
        story: its article.
    """
    if draft.status != "scheduled" or draft.type not in ("market", "statistic") or not draft.sentence:
        return False
    sentence, earlier = story.sentences[draft.sentence], story.sentences[draft.sentence - 1]
    if earlier.line != sentence.line:
        return False
    front, own = line_before(story, draft.sentence), story.plain[sentence.start : sentence.end]
    quoted = front.count("“") > front.count("”") and _EXPECTS.search(front[front.rfind("“") :]) is not None
    said = _SAYS.search(story.plain, earlier.start, earlier.end)
    observer = said is not None and any(word in said[0] for word in gate_words("observers"))
    return quoted or (observer and not _SAYS.search(own))


_EXPECTS = re.compile(r"^“(?:但|因此|所以)?(?:我们|我)?(?:预计|认为|相信|预期|判断)")
_SAYS = re.compile(r"[^，。；]{2,40}?(?:表示|指出|认为|预计|说|称)[，：]")


def _sayer(before: Sequence[Sequence[Atom]], story: Story) -> Sequence[Atom] | None:
    """The clause right in front, where somebody says something in it."""
    front = before[-1] if before else ()
    return front if front and in_class(front[-1], "speech", story.words) else None


def _observes(sayer: Sequence[Atom], story: Story) -> bool:
    """Whether the words for who says it, or those at his name's first mention, are those for an observer."""
    observers = gate_words("observers")
    said = "".join(a.text for a in sayer)
    if any(word in said for word in observers):
        return True
    person = next((a.text for a in sayer if a.tag in ("nr", "nrt")), None)
    first = story.plain.find(person) if person else -1
    return first >= 0 and any(word in story.plain[max(0, first - _REACH) : first] for word in observers)


_REACH = 24
"""How many characters in front of a name hold what its bearer is."""
