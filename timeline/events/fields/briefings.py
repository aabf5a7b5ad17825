"""What a press conference is about: what is told there, or whose officials speak."""

import re
from dataclasses import replace

from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.story import Story
from timeline.events.text.atoms import rendered
from timeline.events.text.names import event_name, is_generic, visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified

BRIEFINGS = "(?:发布会|吹风会|通气会|记者会)"
"""What the name of a press conference ends with, as a pattern."""
_BRIEFING = re.compile(rf"{BRIEFINGS}$")
_TOLD = re.compile(
    r"^(?:[一-鿿]{2,12}[部局委署办行院])?(?P<act>介绍|解读|通报|公布|发布)了?(?P<what>(?:《[^》]+》|\d{4}年|[^，。；：\d]){4,40})(?<!显示)$"
)
_RELATIVE = re.compile(r"(?:今年|去年)(?=[上下]半年|前?[一二三四]季度)")
_SPEAKER = re.compile(
    r"^(?P<body>[^，。、和\d]{1,15}[部局委署办行院会厅])(?P<more>[、和][^，。]{2,30}?|等)?(?:部门|单位)?"
    r"(?:等)?(?:部门|单位)?(?:相关|有关)?(?:负责人|负责同志|新闻发言人|介绍|表示|发布|公布|副?[部局署]长)"
)


def with_topic(title: Title, clause: Clause, story: Story) -> Title:
    """举行新闻发布会 with 介绍国资央企发展情况 of the clause behind, else with whose officials speak: …（海关总署）.

    Args:
        title: the title of the clause.
        clause: the clause, with those behind it.
        story: its article.
    """
    if not _BRIEFING.search(simplified(title.text).rstrip("”")):
        return title
    if not clause.following:
        return _of_headline(title, clause, story)
    behind = clause.following[0]
    if not behind:
        return title
    told = rendered(story.text, behind)
    topic = _TOLD.match(told)
    if topic:
        what = _RELATIVE.sub("", topic["what"])
        text = f"{title.text}{topic['act']}{what}"
        if visible(text) <= LONGEST:
            return replace(title, text=text)
    named = _event_told(clause, story) if _SPEAKER.match(told) else ""
    text = f"{title.text}介绍{named}有关情况"
    if named and visible(text) <= LONGEST and "系列" not in title.text:
        return replace(title, text=text)
    speaker = _SPEAKER.match(told)
    if speaker is None or speaker["body"] in title.text or "《" in title.text:
        return title
    text = f"{title.text}（{speaker['body']}{'等' if speaker['more'] else ''}）"
    return replace(title, text=text) if visible(text) <= LONGEST else title


def _event_told(clause: Clause, story: Story) -> str:
    """The name of an event with which begins what an official tells; "" where it begins otherwise."""
    part = clause.following[1] if len(clause.following) > 1 else ()
    end = next((k for k, a in enumerate(part) if a.tag in ("d", "p", "date") or a.verbal), len(part))
    span = event_name(part, story.words, 0, end) if part else None
    whole = span is not None and span == (0, end) and not is_generic(part[:end])
    return rendered(story.text, part[:end]) if whole else ""


_HEADLINE = re.compile(r"^(?:【[^】]{1,20}】)?(?P<body>[^：，、【】 ]{2,10}[部局委署办院会])：")


def _of_headline(title: Title, clause: Clause, story: Story) -> Title:
    """The press conference of a series that opens an article with whose officials speak, as the headline tells."""
    index = story.index_at(clause.atoms[0].start)
    speaker = _HEADLINE.match(story.title)
    if speaker is None or index not in story.opening or speaker["body"] in title.text or "系列" not in title.text:
        return title
    return replace(title, text=f"{title.text}（{speaker['body']}）")
