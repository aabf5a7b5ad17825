"""Figures that count up to their date, with the words that tell so: 春运累计发送旅客, 本轮强降雨平均降雨量."""

import re
from dataclasses import replace

from schemas import Expression
from timeline.events.data import word_tuple
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.times import Time
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_FINE = frozenset(["day", "part_of_day", "hour", "minute", "second"])
_TOLD = re.compile(r"累计|累积|总计|合计|以来|今年|年内|总[数量额]|余额|存量|本轮|此轮|春运|暑运")
_COUNTS = re.compile(rf"(?:一?共|总共|合计)?(?P<verb>{'|'.join(word_tuple('counting_up'))})(?=\D{{0,12}}\d)")
_TOLL = re.compile(r"已?(?P<verb>造成|导致)(?=[约超近逾至少]*\d[^，的]*(?:死|伤|遇难|失踪|丧生))")
_RAIN = re.compile(r"(?:平均)?(?:降[雨雪水]量|雨量)")
_SPELL = re.compile(r"[本此这]轮(?P<kind>强?降[雨雪水]|暴雨|强对流|寒潮)|(?:持续|连续)(?P<more>强?降[雨雪水])")
_SEASON = re.compile(r"春运|暑运")
_SINCE = re.compile(r"(?:^|[，。；])(?P<since>[一-鿿]{2,8}以来)[，,]")


def as_total(title: Title, kind: str, expression: Expression, time: Time, story: Story, index: int) -> Title:
    """A title with what it counts from, where a sentence tells how much it is up to a day (截至昨天).

    Args:
        title: the title.
        kind: the type of the event.
        expression: the date.
        time: the time that is made of it.
        story: its article.
        index: the number of its sentence.
    """
    if expression.relation == "as_of" and "/" in time.edtf and title.text.count("今年") == 1:
        title = replace(title, text=title.text.replace("今年", ""))
    fits = kind == "statistic" and expression.relation == "as_of" and expression.granularity in _FINE
    plain = simplified(title.text)
    if not fits or title.name is not None or _TOLD.search(plain):
        return title
    passage = story.without_dates(index)
    counts = _COUNTS.search(plain) or _TOLL.search(plain)
    since = _SINCE.search(passage)
    season = _SEASON.search(passage)
    rain = _RAIN.search(plain)
    spell = _SPELL.search(story.line_of(index)) if rain else None
    if not counts and not since and not rain:
        return title
    text = title.text
    if rain and not spell:
        text = f"{text[: rain.start()]}累计{text[rain.start() :]}"
    if counts and counts.start():
        text = f"{text[: counts.start()]}累计{text[counts.start('verb') :]}"
    if spell:
        text = f"本轮{spell['kind'] or spell['more']}{text}"
    elif since or season:
        text = (since["since"] if since else season[0] if season else "") + text
    return replace(title, text=text) if visible(text) <= LONGEST else title
