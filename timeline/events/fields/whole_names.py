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
_MOST = 44


def with_front(title: Title, story: Story, index: int) -> Title:
    """76周年招待会 as 庆祝某会成立76周年招待会, and a meeting of a body of a congress with that congress.

    Args:
        title: the title of a named event.
        story: its article.
        index: the number of its sentence.
    """
    sentence = story.sentences[index]
    passage = story.plain[sentence.start : sentence.end]
    place = passage.find(simplified(title.text))
    if place <= 0 or title.name is None:
        return title
    feast = _FEAST.search(passage, 0, place) if _YEARS.match(simplified(title.text)) else None
    meeting = _MEETING.search(passage, 0, place)
    found = feast.start() if feast else meeting.start("name") if meeting else place
    start = sentence.start
    front = story.undated(story.text, start + found, start + place)
    if found == place or len(front) < place - found or visible(front + title.text) > _MOST:
        return title
    return replace(title, text=front + title.text, name=front + title.name)
