"""What stands near a sentence, where a name that its title lacks is looked for."""

from collections.abc import Iterator

from timeline.events.story import Story
from timeline.events.text.sentences import Sentence


def near(story: Story, index: int) -> Iterator[str]:
    """What stands near a sentence, the nearest first: itself, those before it in its line, heading, headline.

    Args:
        story: its article.
        index: the number of the sentence.
    """
    sentence = story.sentences[index]
    yield story.plain[sentence.start : sentence.end]
    first = index
    while first and story.sentences[first - 1].line == sentence.line:
        first -= 1
        yield story.plain[story.sentences[first].start : story.sentences[first].end]
    if first and story.sentences[first - 1].kind == "heading":
        heading = story.sentences[first - 1]
        yield story.plain[heading.start : heading.end]
    elif index < _SHORT_WAY:
        yield story.title
        if first and story.sentences[first - 1].kind == "text":
            before = story.sentences[first - 1]
            line = [s for s in story.sentences[:first] if s.line == before.line]
            yield story.plain[line[0].start : before.end]


_SHORT_WAY = 6
"""So many sentences down an article still speaks of what its headline names."""


def line_before(story: Story, index: int) -> str:
    """What stands in front of a sentence in its line, in simplified characters."""
    sentence = story.sentences[index]
    start = next(s.start for s in story.sentences if s.line == sentence.line)
    return story.plain[start : sentence.start]


def back_from(story: Story, index: int) -> Iterator[Sentence]:
    """A sentence and those before it, the nearest first, as far as the line above and eight in all."""
    line = story.sentences[index].line
    for k in range(index, max(-1, index - _BACK), -1):
        if story.sentences[k].line < line - 1:
            return
        yield story.sentences[k]


_BACK = 8
