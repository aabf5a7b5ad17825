"""Names of occasions with what stands right in front of them: 庆祝某会成立, 某届大会."""

import re
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_YEARS = re.compile(r"^[\d一二三四五六七八九十百]+周年")
_FEAST = re.compile(r"(?:庆祝|纪念)[^，。；：、“”《》\n]{2,36}$")
_MEETING = re.compile(
    r"(?:^|[，。；：、\s]|出席|参加|召开|举行|在)(?P<name>(?:第?[一二三四五六七八九十百\d]+届)[^，。；：、的\s]{2,20}(?:会议|大会|运动会|博览会|论坛|全会))$"
)
_QUOTED = re.compile(r"“[^“”\dA-Za-z]{2,14}(?:会谈|大会|会议|对话|仪式|演习|演练)”")
_HOLDS = re.compile(r"(?P<who>[一-鿿]{2,8}?)(?:将会?|拟|已|正在?|在)*(?:举行|召开|举办|展开|进行)了?")
_MOST = 44


def with_front(title: Title, story: Story, index: int) -> Title:
    """76周年招待会 as 庆祝某会成立76周年招待会, a body's meeting with its congress, a quoted phrase with who holds it.

    Args:
        title: the title of a named event.
        story: its article.
        index: the number of its sentence.
    """
    sentence = story.sentences[index]
    passage = story.plain[sentence.start : sentence.end]
    place = passage.find(simplified(title.text))
    written = _written_out(title, passage) if title.name else ""
    if written:
        return replace(title, text=written, name=written)
    if place <= 0 or title.name is None:
        return title
    if _QUOTED.fullmatch(simplified(title.text)):
        front = re.split(r"[，。；：、\s]", story.undated(story.plain, sentence.start, sentence.start + place))[-1]
        holder = _HOLDS.fullmatch(front)
        whole = holder["who"] + title.text if holder else ""
        return replace(title, text=whole, name=whole) if whole else title
    feast = _FEAST.search(passage, 0, place) if _YEARS.match(simplified(title.text)) else None
    meeting = _MEETING.search(passage, 0, place)
    found = feast.start() if feast else meeting.start("name") if meeting else _as_in(story.title, passage, title, place)
    start = sentence.start
    front = story.undated(story.text, start + found, start + place)
    if found == place or len(front) < place - found or visible(front + title.text) > _MOST:
        return title
    return replace(title, text=front + title.text, name=front + title.name)


def _written_out(title: Title, passage: str) -> str:
    """《某书》第一卷出版座谈会 for 《某书》座谈会: the words between a work and the meeting on it."""
    plain = simplified(title.text)
    work = _WORK.match(plain)
    rest = plain[work.end() :] if work else ""
    if not work or not rest.endswith(("会", "展", "论坛", "仪式")) or plain in passage:
        return ""
    told = re.search(rf"{re.escape(work[0])}[^，。；：《》]{{1,16}}?{re.escape(rest)}", passage)
    return told[0] if told and title.text == plain else ""


def _as_in(headline: str, passage: str, title: Title, place: int) -> int:
    """Where a name begins that headline and sentence both tell at their front, with the same words before it."""
    plain = simplified(title.text)
    other, start = headline.find(plain), place
    while other > 0 and start and headline[other - 1] == passage[start - 1] and passage[start - 1] not in _BREAKS:
        other, start = other - 1, start - 1
    run = passage[start:place]
    whole = (
        other >= 0 and (not other or headline[other - 1] in _BREAKS) and (not start or passage[start - 1] in _BREAKS)
    )
    return start if whole and len(run) > 1 and not _DEEDS.search(run) else place


_WORK = re.compile(r"《[^《》]+》")
_BREAKS = "，。；：、 　\n】）"
_DEEDS = re.compile(
    r"出席|主持|召开|举[行办]|参加|会见|[致向在将于的了]|宣布|表示|[开闭]幕|听取|主办|启动|公布|发布|介绍|日"
)
