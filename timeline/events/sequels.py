"""What other sentences add to an article's events: hosts and members, a length or an end."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from schemas import Expression
from timeline.events.drafts import Draft
from timeline.events.fields.times import Time, day_of, ended, lengthened, time_of, until_day
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.grammar import event_name_type, strip_front
from timeline.events.text.names import event_name, is_generic
from timeline.events.text.script import simplified

LASTING = frozenset(["conference", "exhibition", "performance", "competition", "ceremony"])
STRONG = frozenset(["founding", "launch", "publication", "signing", "award", "appointment"])
"""What is done once, so that a sentence without a date may tell it of an occasion."""
_SEATED = re.compile(r"(?:落址|会场设在|分会场设在|移师|落户)(?P<place>[^，。；]{2,24})")


def seated(drafts: list[Draft], story: Story) -> None:
    """Sentences that tell where a named event has its seat become evidence of it: 大会分会场落址某会堂."""
    named = [d for d in drafts if d.title.name and d.type in LASTING]
    for sentence in story.sentences if named and _SEATED.search(story.plain) else ():
        match = _SEATED.search(story.plain, sentence.start, sentence.end)
        if match is None or sentence.kind == "furniture":
            continue
        for draft in named:
            core = re.sub(r"^(?:\d{4}年?|第[一二三四五六七八九十\d]+届)", "", draft.title.name or "")
            if core in story.plain[sentence.start : match.start()]:
                draft.seat = draft.seat or story.text[match.start("place") : match.end("place")]
                if draft.story_sentence(story) != (sentence.start, sentence.end):
                    draft.extra.append((sentence.start, sentence.end))


_TOLD = re.compile(r"主办|承办|协办|指导|成员|参与方|签约企业|参展企业")
_HOSTED = re.compile(r"由[^。；]{2,160}(?:主办|承办|协办|指导|支持)")
_MEMBERS = re.compile(r"(?:成员|参与方|签约企业|参展企业)(?:单位|企业)?(?:包括|有|为)")
_GENERAL = re.compile(
    r"^(?:据悉|据了解|据介绍)?[，,]?(?:本次|此次|该|本届|这次|这一|今年)?(?P<kind>[一-鿿]{1,6}?)(?:将|是)?由"
)


def more_told(drafts: list[Draft], story: Story) -> None:
    """Sentences without a date that name hosts or members become evidence of the event that they speak of."""
    if not drafts or not _TOLD.search(story.plain):
        return
    dated = {draft.sentence for draft in drafts}
    for index, sentence in enumerate(story.sentences):
        if index in dated or sentence.kind != "text":
            continue
        words = story.plain[sentence.start : sentence.end]
        if "由" in words and _HOSTED.search(words):
            draft = _spoken_of(words, index, drafts)
            if draft:
                draft.extra.append((sentence.start, sentence.end))
        elif _MEMBERS.search(words):
            near = [d for d in drafts if d.sentence < index <= d.sentence + 3]
            if near and near[-1].type in STRONG:
                near[-1].extra.append((sentence.start, sentence.end))


def _spoken_of(words: str, index: int, drafts: Sequence[Draft]) -> Draft | None:
    named = [d for d in drafts if d.title.name and d.sentence < index]
    for draft in reversed(named):
        if draft.title.name and draft.title.name in words:
            return draft
    match = _GENERAL.match(words)
    kind = match["kind"] if match else ""
    for draft in named:
        name = draft.title.name or ""
        if kind and (
            name.rstrip("”").endswith(kind)
            or (kind in ("活动", "大会", "会议", "展览", "赛事", "比赛") and draft.type in LASTING)
        ):
            return draft
    return None


_LENGTH = re.compile(r"(?:为期|连续|持续|历时|为时|展期(?:为|将?持续)?|会期(?:为)?|赛期(?:为)?)(?:将)?(?:约|近)?$")
_UNTIL = re.compile(
    r"(?:持续|延续|展出|展|举行|进行|截止|[，,])(?:将|会)?(?:一直)?(?:至|到)$|(?:展期|会期|展览时间|活动时间)(?:将)?(?:至|到|截至)$"
)
_TOPIC = re.compile(r"展期|会期|赛期|展览|展至|持续|展出|展会|活动将|比赛将|大会将|为期")


_PART_UNIT = re.compile(r"的[^，。；]{0,8}?(单元|环节|阶段|板块|展区|展映|展播|巡展|课程|培训)")
"""A part of an event that lasts so long (为期一个月的展映单元), and not the event."""
_ENDING = re.compile(r"[日号]?(?:结束|为?止|闭幕|落幕|收官|截止|闭展)")


def with_lengths(drafts: list[Draft], expressions: Sequence[Expression], story: Story, published: date) -> set[int]:
    """Stretch events that a length (为期3天) or an end (展期持续至7月31日) makes longer than their first day.

    Returns:
        The places (start_char) of the expressions that were used so.
    """
    used: set[int] = set()
    own = {d.expression.start_char for d in drafts if d.expression}
    for expression in expressions:
        index = story.index_at(expression.start_char)
        ends = expression.start_char in own and _ENDING.match(story.plain, expression.end_char)
        if index is None:
            continue
        front = story.plain[max(story.sentences[index].start, expression.start_char - 14) : expression.start_char]
        opened = _opened(index, expression, front, drafts, story)
        if expression.start_char in own and not (ends or opened):
            continue
        if opened:
            drafts[:] = [d for d in drafts if d is opened or d.expression is not expression]
            opened.time = ended(opened.time, expression)
            if opened.status == "ongoing" and day_of(opened.time.until or published) <= published:
                opened.status = "happened"
            used.add(expression.start_char)
            continue
        stretch = _stretch(expression, front, story.plain[story.sentences[index].start : expression.start_char])
        draft = _stretched(index, expression, drafts, expressions) if stretch else None
        if draft and expression.type == "DURATION" and _lasts_in_part(draft, expression, story):
            continue
        over = _MOMENT.search(simplified(draft.title.text)) or _OVER.search(front) if draft else None
        if over and expression.type == "DURATION":
            continue
        if stretch and draft and draft.expression is not expression:
            draft.time = stretch(draft)
            drafts[:] = [d for d in drafts if not (ends and d.expression is expression)]
            if draft.status == "happened" and day_of(draft.time.until or published) > published:
                draft.status = "ongoing"
            if draft.title.name and draft.title.text == f"{draft.title.name}开幕":
                draft.title = replace(draft.title, text=draft.title.name)
            draft.doubts = tuple(dict.fromkeys((*draft.doubts, "its length is told apart")))
            sentence = story.sentences[index]
            if index != draft.sentence and (sentence.start, sentence.end) not in draft.extra:
                draft.extra.append((sentence.start, sentence.end))
            used.add(expression.start_char)
    return used


_OVER = re.compile(r"结束了?(?:这次|本次|此次)?(?:为期|历时|持续)$")
"""In front of the length of what ends on its day: 结束为期两天的会议."""
_MOMENT = re.compile(r"抵达|到达|飞抵|启程|离开|离任|结束|解除|取消|停止|终止")
"""What is done in a day, however long what it begins or ends lasts: 抵达某地，进行为期四天的访问."""


def _lasts_in_part(draft: Draft, length: Expression, story: Story) -> bool:
    """Whether a length is that of a part which the event is not named after."""
    part = _PART_UNIT.match(story.plain, length.end_char)
    return part is not None and part[1] not in simplified(draft.title.text)


_LASTING_TO = re.compile(r"(?:持续|延续)(?:将|会)?(?:一直)?(?:至|到)$")


_FINISHED_BY = re.compile(r"(?:预计|计划|拟|预定|将|有望)(?:将|会)?(?:持续|进行|延续)?(?:在|于|到|至)?$")
_FINISHING = re.compile(r"[日号]?(?:之?前|左右)?(?:全部|全面|正式|基本|才)?(?:完成|结束|完工|竣工|截止|收尾|告一段落)")


def _opened(index: int, expression: Expression, front: str, drafts: Sequence[Draft], story: Story) -> Draft | None:
    """What began before in the same sentence and is told to go on up to a date: 从4月12日开始，将持续到5月底.

    So does 预计5月底完成 end what began.
    """
    begun = any(draft.sentence == index and draft.time.open_end for draft in drafts)
    if not begun or expression.type not in ("DATE", "TIME") or expression.until is None:
        return None
    finished = _FINISHED_BY.search(front) and _FINISHING.match(story.plain, expression.end_char)
    if not finished and not _LASTING_TO.search(front):
        return None
    for draft in reversed(drafts):
        if draft.sentence == index and draft.time.open_end and day_of(draft.time.begin) < expression.until.date():
            return draft
    return None


_SHOWS = re.compile(r"连[演唱](?P<count>[2-9]|[1-3]\d|[两二三四五六七八九十])场")


def with_shows(drafts: Sequence[Draft]) -> None:
    """Let a run of shows (连演4场), told by its first day, last a day a show."""
    for draft in drafts:
        words = "".join(a.text for part in (draft.clause.atoms, *draft.clause.following[:1]) for a in part)
        match = _SHOWS.search(words) if draft.type == "performance" else None
        if match and (draft.time.open_end or _one_day(draft)) and not expression_is_long(draft):
            count = _COUNTS.get(match["count"]) or int(match["count"])
            draft.time = lengthened(replace(draft.time, open_end=False), count)
            draft.doubts = (*draft.doubts, "a day a show")


_COUNTS = {word: place for place, word in enumerate("二三四五六七八九十", 2)} | {"两": 2}


def _stretch(expression: Expression, front: str, sentence: str) -> Callable[[Draft], Time] | None:
    if expression.type == "DURATION" and _LENGTH.search(front):
        days = _days(expression.value)
        return (lambda draft: lengthened(draft.time, days)) if 1 < days <= 370 else None
    if expression.type == "DATE" and expression.begin and expression.until and expression.granularity == "day":
        last = (expression.until - timedelta(days=1)).date()
        if _UNTIL.search(front) and _TOPIC.search(sentence):
            return lambda draft: until_day(draft.time, last + timedelta(days=1))
    return None


def _days(duration: str) -> int:
    match = re.fullmatch(r"P(\d+)([DWMY])", duration)
    return int(match[1]) * {"D": 1, "W": 7, "M": 30, "Y": 365}[match[2]] if match else 0


_ENDS = frozenset(["by", "before", "as_of"])
"""Relations of dates that end something, so that no length begins with them."""


def _stretched(
    index: int, expression: Expression, drafts: Sequence[Draft], dates: Sequence[Expression]
) -> Draft | None:
    """The event that a length or an end belongs to.

    A length belongs to the date right before it in its sentence, or, where it has none, to an event of the two
    sentences before; a term (前, 截至) has no length. An end belongs to the last lasting event before it.
    """
    if expression.type == "DURATION":
        before = [e for e in dates if e.start_char < expression.start_char and e.type in ("DATE", "TIME") and e.begin]
        own = [d for d in drafts if d.sentence == index and d.expression]
        if own:
            near = [d for d in own if before and d.expression and d.expression.begin == before[-1].begin]
            plain = [d for d in near if d.expression and d.expression.relation not in _ENDS and _one_day(d)]
            return plain[-1] if plain else None
    reach = 2 if expression.type == "DURATION" else 8
    for draft in reversed(drafts):
        near_by = index - reach <= draft.sentence <= index
        lasting = draft.type in LASTING and not draft.time.open_end
        if near_by and lasting and _one_day(draft) and _earlier(draft, expression):
            return draft
    return None


def _one_day(draft: Draft) -> bool:
    begin, until = draft.time.begin, draft.time.until
    if expression_is_long(draft):
        return True
    return (
        draft.time.granularity in ("day", "part_of_day", "hour", "minute")
        and until is not None
        and (day_of(until) - day_of(begin) <= timedelta(days=1))
    )


def expression_is_long(draft: Draft) -> bool:
    """Whether a length that stood before has stretched the event already."""
    return "its length is told apart" in draft.doubts


def first_day(draft: Draft) -> Time:
    """The time of what happens when an event opens: its first day, where a length made it longer."""
    return lengthened(draft.time, 1) if expression_is_long(draft) else draft.time


def _earlier(draft: Draft, expression: Expression) -> bool:
    return expression.type == "DURATION" or (
        expression.begin is not None and day_of(draft.time.begin) < expression.begin.date()
    )


def moved(drafts: list[Draft], story: Story, published: datetime) -> tuple[list[Draft], set[int]]:
    """Drafts where the old date of a postponed event is kept with the new one and is no event of its own.

    The old date is told as such (原定于…) or left for the new one: 从6月1日延至7月9日.

    Returns:
        The drafts, and the places (start_char) of the expressions that gave new dates, or old ones without a draft.
    """
    kept, used = list(drafts), set()
    for draft in drafts:
        if draft.status != "postponed":
            continue
        for other in drafts:
            same = other is not draft and other.sentence == draft.sentence and other.expression is not None
            if same and other in kept and other.expression and _was_planned(story, other.expression):
                draft.other = (other.time, other.expression)
                kept.remove(other)
        old = _left_date(draft, story) if draft.other is None else None
        time = time_of(old, published, reach="deed") if old else None
        if old and time:
            draft.other = (time, old)
            used.add(old.start_char)
        elif draft.other is None and (new := _new_date(draft, story)) and (time := time_of(new, published)):
            draft.other = (draft.time, draft.expression) if draft.expression else None
            draft.time, draft.expression = time, new
            used.add(new.start_char)
    return kept, used


_PLANNED = re.compile(r"(?:原[定计本拟]|此前定|早前定)[^，。]{0,8}$")
_LEFT = re.compile(r"(?:从|由|自|原定于?|原计划于?)[^，。]{0,4}$")
_PUT_OFF = re.compile(r"[^，。\d]{0,12}(?:延期?|推迟|顺延|改期?|推后|调整)(?:到|至|为)?[^，。]{0,4}$")


def _left_date(draft: Draft, story: Story) -> Expression | None:
    """The date in front of a new one that an event was moved away from."""
    new, start = draft.expression, story.sentences[draft.sentence].start
    for old in story.dates:
        if new is not None and start <= old.start_char < new.start_char and old.begin is not None:
            front, between = story.plain[start : old.start_char], story.plain[old.end_char : new.start_char]
            if _LEFT.search(front) and _PUT_OFF.fullmatch(between):
                return old
    return None


def _new_date(draft: Draft, story: Story) -> Expression | None:
    """The date that an event was moved to, behind the one that it was meant for: 原定3月1日举行，现延期至15日."""
    old, end = draft.expression, story.sentences[draft.sentence].end
    if old is None or not _was_planned(story, old):
        return None
    for new in story.dates:
        if old.end_char <= new.start_char < end and new.begin is not None:
            front = story.plain[old.end_char : new.start_char]
            return new if _MOVED.search(front) else None
    return None


_MOVED = re.compile(r"(?:延期?|推迟|顺延|改期?|推后|调整)(?:到|至|为|在|于)$")


def _was_planned(story: Story, expression: Expression) -> bool:
    return bool(_PLANNED.search(story.plain[max(0, expression.start_char - 12) : expression.start_char]))


def with_parts(drafts: Sequence[Draft], story: Story) -> None:
    """Name the event that an opening, a closing, a day or a forum belongs to."""
    for draft in drafts:
        if draft.part_of is None:
            draft.part_of = _whole_of(draft, story) or _around(draft, story)


_PART = re.compile(
    r"(?:.{1,30}?出席)?(?P<whole>(?:(?!出席).){3,40}?(?:会|节|展|赛|坛|杯|运|周|大典))(?:在[^，]{2,12})?的?"
    r"(?:开幕|闭幕|落幕|启幕|开赛|收官|落下帷幕|颁奖典礼|进入开幕后|第[一二三四五六七八九十\d]+个?(?:比赛)?[日天]|倒计时|火炬)"
)


_EDITION = re.compile(r"第[一二三四五六七八九十百\d]+届")


def _whole_of(draft: Draft, story: Story) -> str | None:
    """某届博览会 in 某届博览会闭幕, 某人出席某届博览会开幕式 and 某届运动会进入开幕后的第四个比赛日."""
    for title in filter(None, (draft.title.name, draft.title.text)):
        match = _PART.match(title)
        whole = simplified(match["whole"]) if match else ""
        if match and (event_name_type(whole, story.words) or _EDITION.search(whole)):
            return match["whole"].removeprefix("一年一度的")
    return None


def _around(draft: Draft, story: Story) -> str | None:
    """第四届进博会 in 在第四届进博会上举行的分论坛."""
    head: Sequence[Atom] = strip_front(draft.clause.head, frozenset())
    for place, atom in enumerate(head):
        if atom.text in ("上", "期间", "中") and place and atom.tag == "f":
            span = event_name(head, story.words, 0, place)
            if span and not is_generic(head[span[0] : span[1]]):
                return "".join(a.text for a in head[span[0] : span[1]])
    return None


_LETTERS = re.compile(r"[（(]([A-Za-z][A-Za-z0-9&. -]{1,20})[）)]")


def _in_brackets(name: str, plain: str) -> list[str]:
    """The Latin letters that stand in brackets right behind a name, wherever it is told."""
    found = []
    place = plain.find(name)
    while place >= 0:
        letters = _LETTERS.match(plain, place + len(name))
        found += [letters[1]] if letters else []
        place = plain.find(name, place + 1)
    return found


def with_aliases(drafts: Sequence[Draft], story: Story) -> None:
    """Give named events the short names that stand in brackets behind them, or that 以下简称 gives."""
    for draft in drafts:
        name = draft.title.name
        if name is None:
            continue
        short = [alias for alias, full in story.aliases.items() if full.strip("“”") == name]
        short += _in_brackets(name, story.plain)
        draft.aliases = tuple(dict.fromkeys(short))
