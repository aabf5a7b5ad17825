"""Repetitions that hold for the time of an event told elsewhere in the article: 灯会期间，每晚…."""

import re
from datetime import date, datetime, time

from timeline.events.drafts import Draft
from timeline.events.fields.recurrences import recurring_time
from timeline.events.sequels import LASTING
from timeline.events.story import Story
from timeline.events.text.script import simplified

_DURING = re.compile(r"(?P<kind>[一-鿿]{2,8})期间[，,]?[^，。；]{0,12}$")


def within_occasions(drafts: list[Draft], story: Story, published: datetime) -> None:
    """Give a repetition that has no period of its own the days of the event during which it holds."""
    for draft in drafts:
        expression = draft.expression
        if draft.time.recurrence is None or expression is None or "UNTIL" in draft.time.recurrence:
            continue
        start = story.sentences[draft.sentence].start
        match = _DURING.search(story.plain, start, expression.start_char)
        occasion = _occasion(match["kind"], draft, drafts) if match else None
        if occasion is None or occasion.time.until is None:
            continue
        period = expression.model_copy(
            update={"begin": _moment(occasion.time.begin), "until": _moment(occasion.time.until)}
        )
        following = story.plain[expression.end_char : expression.end_char + 12]
        found = recurring_time(expression, [period], following, published)
        if found:
            draft.time = found
            draft.status = "scheduled" if _moment(found.begin).date() > published.date() else "ongoing"
            draft.part_of = draft.part_of or occasion.title.name


def _occasion(kind: str, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The event of several days whose title holds the word: 灯会 of 港湾灯会."""
    for other in drafts:
        named = other is not draft and other.type in LASTING and kind in _plain_title(other)
        if named and other.time.recurrence is None and _days(other) > 1:
            return other
    return None


def _days(draft: Draft) -> int:
    begin, until = _moment(draft.time.begin), draft.time.until
    return (_moment(until) - begin).days if until else 0


def _plain_title(draft: Draft) -> str:
    """A draft's title in simplified characters."""
    return simplified(draft.title.name or draft.title.text)


def _moment(when: date | datetime) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time())
