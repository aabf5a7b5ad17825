"""Events that the form of a page tells: a document signed on a day, and a line under the heading of its date."""

import re
from dataclasses import replace
from datetime import datetime

from schemas import Expression
from timeline.events.data import word_tuple
from timeline.events.dated_lines import order_of_publication
from timeline.events.dating import of_another_date
from timeline.events.drafts import Draft, drafted
from timeline.events.fields.feasts import days_off
from timeline.events.fields.headlines import headline_for, is_whole
from timeline.events.fields.named import Title
from timeline.events.fields.times import Time, day_of, time_of
from timeline.events.fields.titles import title_of
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified
from timeline.events.text.statements import statement_in
from timeline.events.weeks import week_from


def signed_document(story: Story, index: int, expression: Expression, published: datetime) -> Draft | None:
    """The publication of the document that an article is, dated by its signature."""
    time = time_of(expression, published)
    name = story.document
    if time is None or name is None:
        return None
    if _FORWARDING.search(name) and not _signs(story, index, name):
        return None
    order = order_of_publication(story)
    text = f"{order}公布{name}" if order else f"{name}印发"
    if not is_whole(text):
        return None
    sentence = story.sentences[index]
    clause = Clause("noun", tuple(atoms_of(story.plain, sentence.start, sentence.end, [expression])))
    title = Title(text, "a document that is signed on this day")
    return drafted(title, time, clause, story, index, expression, published, "公布")


_FORWARDING = re.compile(r"转发|批转|印转")


def _signs(story: Story, index: int, name: str) -> bool:
    """Whether the body that gives a document out stands above a date, and not that of the paper which it encloses."""
    above = story.sentences[index - 1] if index else None
    signer = story.plain[above.start : above.end].strip().partition("&")[0].rstrip() if above else ""
    return bool(signer) and simplified(name).strip("《》").startswith(signer)


def headed_line(story: Story, target: int, expression: Expression, published: datetime) -> Draft | None:
    """What the line under a date alone tells: a headline as it stands, or its first statement."""
    time = time_of(week_from(expression, story, target + 1), published)
    if time is None or story.sentences[target].kind == "furniture":
        return None
    sentence = story.sentences[target]
    text = story.text[sentence.start : sentence.end].strip(" \u3000*#\t")
    clause = statement_in(story.plain, sentence.start, min(sentence.end, sentence.start + 200), (), story.words)
    if clause is None:
        return None
    if sentence.kind == "heading" and is_whole(text):
        title: Title | None = Title(text, "the line under its date", ("dated by its heading",))
    else:
        title = title_of(clause, story, target)
    if title is None:
        return None
    return drafted(title, _whole_day(time), clause, story, target, expression, published, "")


RESCUED = frozenset(
    [
        "no whole phrase names what happens",
        "its subject is not told",
        "no word tells that something happens",
        "tells what goes on through a period",
        "tells a state and no event",
        "no predicate after the date",
        "dates the reporting",
    ]
)
"""Refusals of which the clause's form is the reason, and not what it says."""


def is_news_of_its_day(story: Story, index: int, expression: Expression) -> bool:
    """Whether what a report told on a day was news of that day: no other day and nothing of late in its sentence."""
    sentence = story.sentences[index]
    if any(word in story.plain[expression.end_char : sentence.end] for word in _LATELY):
        return False
    return not any(
        sentence.start <= other.start_char < sentence.end
        and other.begin is not None
        and other.begin != expression.begin
        for other in story.dates
    )


_LATELY = word_tuple("lately")


def headline_event(story: Story, index: int, expression: Expression, published: datetime) -> Draft | None:
    """The event that the headline names, dated by a day that one of the first two sentences tells of the same thing."""
    exact = expression.granularity in ("day", "part_of_day", "hour", "minute", "second") and expression.relation == "on"
    spoken_of = (index in story.opening and bool(story.headlines)) or bool(story.headings_above(index))
    if not exact or not spoken_of:
        return None
    sentence = story.sentences[index]
    front = story.plain[sentence.start : expression.start_char]
    following = story.plain[expression.end_char : sentence.end]
    time = days_off(expression, front, following) or time_of(expression, published)
    if time is None:
        return None
    atoms = tuple(atoms_of(story.plain, sentence.start, sentence.end, [expression]))
    if not atoms or time.granularity == "second":
        return None
    clause = Clause("clause", atoms)
    title = headline_for(clause, story, index)
    if title is None or of_another_date(title, expression, story, index):
        return None
    return drafted(title, time, clause, story, index, expression, published, "")


def _whole_day(time: Time) -> Time:
    """The day of a time stamp, since the stamp tells when the line was published."""
    if time.granularity != "second":
        return time
    day = day_of(time.begin)
    return replace(
        time,
        begin=day,
        until=day.fromordinal(day.toordinal() + 1),
        edtf=day.isoformat(),
        granularity="day",
        all_day=True,
    )
