"""The country in front of a measure that each country has, where the words before tell whose it is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from timeline.events.fields.named import Title
from timeline.events.fields.passages import line_before
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import gate_words, tagged_title
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified

_OWN = re.compile(r"我国|全国|(?<!美)中国|(?<!国)国家统计局|海关总署|国家发展改革委|商务部|工业和信息化部|中央[^企]")
_DOUBT = "country told elsewhere"


def of_nation(title: Title, story: Story, index: int) -> Title:
    """我国居民消费价格上涨2% for 居民消费价格上涨2%, where the country is the last place that the words before name.

    Args:
        title: the title of a figure.
        story: its article.
        index: the number of its sentence.
    """
    plain = simplified(title.text)
    measure = _measure().match(plain)
    if not measure or not any(c.isdigit() for c in plain) or visible(title.text) > LONGEST - 2 or _is_placed(plain):
        return title
    for passage in _before(story, index, measure["noun"]):
        own = max((match.start() for match in _OWN.finditer(passage)), default=-1)
        other = _other(passage)
        if own > other:
            return replace(title, text=f"我国{title.text}", doubts=(*title.doubts, _DOUBT))
        if other >= 0:
            return title
    return title


@cache
def _measure() -> re.Pattern[str]:
    nouns = gate_words("national")
    return re.compile(rf"(?:预计)?(?P<noun>{'|'.join(sorted(nouns, key=len, reverse=True))})")


def _is_placed(plain: str) -> bool:
    """Whether a title itself tells whose its figures are."""
    return _OWN.search(plain) is not None or _other(plain) >= 0


def _other(passage: str) -> int:
    """Where a passage names another place last; -1 where it names none."""
    last, place = -1, 0
    areas = gate_words("whole_areas")
    for word, tag in tagged_title(passage):
        if (tag == "ns" and word not in ("中国", "我国", "全国", "中华人民共和国")) or word in areas:
            last = place
        place += len(word)
    return last


def _before(story: Story, index: int, noun: str) -> Iterator[str]:
    """What stands in front of a measure, the nearest first: its sentence, its line, the headline and the opening."""
    sentence = story.sentences[index]
    place = story.plain.find(noun, sentence.start, sentence.end)
    yield story.plain[sentence.start : place if place > 0 else sentence.start]
    yield line_before(story, index)
    yield simplified(story.title)
    for k in story.opening[:1]:
        if k != index:
            yield story.plain[story.sentences[k].start : story.sentences[k].end]
