"""When a clause happens: the time that its date expression and the words around it give."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta

from schemas import Expression
from timeline.events.data import word_set
from timeline.events.fields.counted import at_the_end, counted_from
from timeline.events.fields.feasts import before_feast, days_off
from timeline.events.fields.foretold import foretold
from timeline.events.fields.named import Title
from timeline.events.fields.reach import is_counted_so_far, reach_of
from timeline.events.fields.recurrences import is_activity, recurring_time
from timeline.events.fields.seasons import season_of
from timeline.events.fields.times import Time, as_term, eve_of, lately, on_publication, soon, time_of
from timeline.events.story import Story
from timeline.events.text.atoms import Atom
from timeline.events.text.contents import holds_until
from timeline.events.text.grammar import event_name_type
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.text.script import simplified
from timeline.events.told_past import as_past, is_over

_LATELY = frozenset(["近日", "日前"])
"""Words by which the news of a report's first sentence is dated: some day of the week before it."""
_NEWS = frozenset(
    (
        *("publication", "founding", "signing", "launch", "construction", "award", "appointment", "legal"),
        *("exhibition", "conference", "ceremony", "performance", "competition"),
    )
)
"""What 近日 dates as news: something done once, and no figure or state."""
_COUNTED = frozenset(["statistic", "market", "award"])
"""What 截至目前 dates: a figure."""
_BEHIND = 60
"""How many characters behind a date tell how far it reaches."""
_AS_OF = ("截至", "截止", "截止到", "截至到")


def is_dated(expression: Expression, story: Story, index: int) -> bool:
    """Whether a vague expression dates something nevertheless: 近日 in the lead of a report, 截至目前.

    Args:
        expression: an expression without bounds.
        story: its article.
        index: the number of its sentence.
    """
    lead = index == next(iter(story.opening), None) or bool(story.headings_above(index))
    return (lead and expression.text in _LATELY) or _as_of_now(expression, story.plain)


def _as_of_now(expression: Expression, plain: str) -> bool:
    """Whether a figure is told as of the day of publication: 截至目前."""
    front = plain[max(0, expression.start_char - 3) : expression.start_char]
    return expression.value == "PRESENT_REF" and (expression.text.startswith(_AS_OF) or front.endswith(_AS_OF))


def fits(expression: Expression, kind: str) -> bool:
    """Whether an event of a type can be dated by a vague expression; every other expression can date any."""
    if expression.text in _LATELY:
        return kind in _NEWS
    return expression.value != "PRESENT_REF" or kind in _COUNTED


def hardly_begun(expression: Expression | None, kind: str, status: str, published: datetime) -> bool:
    """Whether a figure is told as reached in 本季度 in its first half: the quarter of a firm's books is meant.

    Args:
        expression: the date; None where the date is that of an occasion.
        kind: the type of the event.
        status: its status.
        published: the publication moment in the article's zone.
    """
    if expression is None or expression.begin is None or kind not in ("statistic", "market") or status != "happened":
        return False
    this = expression.granularity == "quarter" and expression.text.startswith(("本", "这", "该", "当前"))
    return this and published.replace(tzinfo=None) - expression.begin < _HALF_A_QUARTER


_HALF_A_QUARTER = timedelta(days=45)


def _is_soon(clause: Clause) -> bool:
    """Whether 近日 is of the days to come: 计划近日发射, 将于近日开幕, 近日将开幕."""
    told = [a.text for a in clause.frame if a.tag not in ("x", "date")] + [a.text for a in clause.atoms[:1]]
    return any(word.startswith(("将", "即将")) or word in _SOON for word in told)


_SOON = frozenset(["计划", "计划于", "预计", "预计于", "拟于", "有望", "择机", "准备", "定于", "即将"])


def _told_up_to(expression: Expression, before: Sequence[Sequence[Atom]], published: datetime) -> datetime:
    """The day up to which what began at a date is counted.

    That of 截至11月5日 or 7日发表声明称 in front, or else of the publication.
    """
    for atom in (a for part in reversed(before) for a in reversed(part)):
        date = atom.expression
        if date is not None and date.relation == "as_of" and date.until is not None and expression.begin is not None:
            last = date.until - timedelta(microseconds=1)
            inside = expression.begin < last < published.replace(tzinfo=None)
            return last.replace(tzinfo=published.tzinfo) if inside else published
        if date is not None and _tells_days_before(date, published):
            return published.replace(year=date.begin.year, month=date.begin.month, day=date.begin.day)  # type: ignore[union-attr]
    return published


_REPORTING = timedelta(days=14)
"""How long after somebody told a figure a report of it may appear."""


def _tells_days_before(date: Expression, published: datetime) -> bool:
    """Whether a date is a day not long before a report, on which a source told what it tells: 7日发表声明称，…以来."""
    day = date.begin if date.granularity == "day" and date.relation == "on" else None
    return day is not None and timedelta(0) <= published.replace(tzinfo=None) - day < _REPORTING


def _is_long_before(expression: Expression, following: str, published: datetime) -> bool:
    """Whether something was so before a year that is over (2015年前还是贫困村), and is no term of it."""
    if expression.relation != "before" or expression.granularity != "year" or expression.mod is not None:
        return False
    over = expression.until is not None and expression.until <= published.replace(tzinfo=None)
    return over and _WAS.match(following) is not None


_WAS = re.compile(r"(?:之前|以前|前)[，,]?[^，。；\d]{0,8}?(?:还[是在未没]|仍|曾|一直|都是|尚未|本是|原是)")


def _is_of_whole_year(expression: Expression, clause: Clause, published: datetime) -> bool:
    """Whether a figure is that of a year that is over, though it is told with 以来: 2024年以来，全年进出口…."""
    over = expression.begin is not None and expression.begin.year < published.year
    return over and expression.granularity == "year" and any(a.text == "全年" for a in clause.atoms)


def _ended_above(expression: Expression, story: Story) -> Expression:
    """A year as far as the line above it tells, where that ends with 截至 and a day of it."""
    if expression.granularity != "year" or expression.begin is None or expression.until is None:
        return expression
    place = bisect_left(story.dates, expression.start_char, key=lambda date: date.start_char)
    above = story.dates[place - 1] if place else None
    if above is None or above.relation != "as_of" or above.until is None or above.granularity == "year":
        return expression
    between = story.plain[above.end_char : expression.start_char].lstrip("，,：: \u3000")
    within = expression.begin < above.until < expression.until
    if not within or not between.startswith("\n") or "\n" in between.strip() or "。" in between:
        return expression
    value = f"{expression.value}/{above.value}"
    return expression.model_copy(update={"until": above.until, "value": value})


_PARTS_OF_YEAR = frozenset(["half", "quarter", "month"])


def spanning(expression: Expression, clause: Clause) -> Expression:
    """The expression, with the beginning of the span that it ends."""
    first = clause.since.expression if clause.since else None
    if first is None or first.begin is None or expression.begin is None or first.begin > expression.begin:
        return expression
    value = f"{first.value.split('/')[0]}/{expression.value.split('/')[-1]}"
    return expression.model_copy(update={"begin": first.begin, "value": value, "relation": "on"})


def of_another_date(title: Title, expression: Expression, story: Story, index: int) -> Refusal | None:
    """Why an editor's headline is not dated by an expression: its own words tell another date of the same sentence.

    今天公布，11月制造业指数回升 under the headline 11月制造业指数回升 is of November, and not of the day of release.
    """
    if "headline" not in title.doubts or expression.relation == "as_of":
        return None
    plain, end = simplified(title.text), story.sentences[index].end
    for other in story.dates:
        if expression.end_char <= other.start_char < end and other.begin and other.begin != expression.begin:
            words = story.plain[other.start_char : other.end_char].rstrip("份")
            exact = other.granularity == "day" and "月" in words and words in plain
            figure = other.granularity == "year" and any(c.isdigit() for c in plain[len(words) :])
            figure = figure and (words[:1].isdigit() or words in ("今年", "去年", "全年"))
            plan = other.granularity == "year" and "/" in other.value
            period = plan and plain.lstrip("“‘").startswith(words.rstrip("”’"))
            if exact or period or (plain.startswith(words) and (figure or other.granularity in _PARTS_OF_YEAR)):
                return Refusal("background", "the headline tells another date")
    return None


def of_an_edition(expression: Expression, clause: Clause, story: Story, published: datetime) -> Refusal | None:
    """Why a year right in front of the name of a gala or a fair is no date: 2026年云州灯会点亮 tells not when.

    What is held in a year that is over, and what is still to come, has the year for its date.
    """
    begin = expression.begin
    if begin is None or begin.year < published.year or expression.relation != "on":
        return None
    if not _YEAR.fullmatch(expression.text):
        return None
    front = story.plain[: expression.start_char].rstrip()
    if front and front[-1] not in "，。；：！？、\n”":
        return None
    verb = next((k for k, a in enumerate(clause.atoms) if a.text.rstrip("了") in _HELD), None)
    named = verb and any(
        a.tag in ("quote", "work") or event_name_type(a.text, story.words) for a in clause.atoms[:verb]
    )
    beside = clause.atoms[:1] and clause.atoms[0].start - expression.end_char <= 1
    if not named or not beside or foretold((*clause.frame, *clause.atoms)):
        return None
    return Refusal("name", "the year of an edition, and no day of it")


_HELD = word_set("held_as_news")
_YEAR = re.compile(r"\d{4}\s*年?")


def time_for(
    expression: Expression, clause: Clause, before: Sequence[Sequence[Atom]], story: Story, published: datetime
) -> Time | Refusal:
    """The time of what a clause tells.

    Args:
        expression: the expression that dates it.
        clause: the clause.
        before: the clauses of its sentence in front of it.
        story: its article.
        published: the publication moment in the article's zone.
    """
    edition = of_an_edition(expression, clause, story, published)
    if edition:
        return edition
    past = as_past(expression, clause, story, published)
    if isinstance(past, Refusal):
        return past
    expression = past
    following = story.plain[expression.end_char : expression.end_char + _BEHIND].partition("。")[0]
    expression = _of_dateline(as_term(expression, following), following)
    if holds_until(expression, clause.atoms):
        return Refusal("background", "how long something holds")
    expression = at_the_end(expression, clause, published)
    expression = counted_from(expression, clause, before)
    expression = _of_results(expression, clause, published)
    time: Time | None
    if expression.type == "SET":
        if not is_activity(clause.atoms) or story.document:
            return Refusal("recurring", "a repetition of no activity")
        dates = [a.expression for part in (*before, clause.head) for a in part if a.expression]
        time = recurring_time(expression, dates, following[:12], published)
    elif expression.text in _LATELY:
        time = soon(published) if _is_soon(clause) else lately(published)
    elif expression.value == "PRESENT_REF":
        time = on_publication(published)
    elif _is_long_before(expression, following, published):
        return Refusal("vague", "some time before the date")
    elif following.lstrip("”’").startswith("前夕") or before_feast(expression, published):
        time = eve_of(expression, published)
    else:
        expression = _ended_above(expression, story)
        reach = reach_of(expression, following, clause)
        front = story.plain[max(0, expression.start_char - 8) : expression.start_char]
        if is_counted_so_far(expression, front, clause, published):
            reach = "through"
        if reach == "open" and expression.relation == "since" and is_over(expression, clause.atoms, published):
            reach = "deed"
        if reach == "through" and _is_of_whole_year(expression, clause, published):
            expression, reach = expression.model_copy(update={"relation": "on"}), "open"
        told = _told_up_to(expression, before, published) if reach == "through" else published
        time = (
            days_off(expression, front, following)
            or season_of(expression, following, published)
            or time_of(expression, told, reach=reach)
        )
    if time is not None and time.begin.year - published.year > _FORESEEN:
        return Refusal("vague", "further ahead than anything is foreseen")
    return time or Refusal("no clause", "the date has no bounds")


def _of_dateline(expression: Expression, following: str) -> Expression:
    """The day alone where its part is when the news came in, and not when the thing was done: 1月24日下午消息，…."""
    begin = expression.begin
    if expression.granularity != "part_of_day" or begin is None or not following.startswith("消息"):
        return expression
    day = begin.replace(hour=0, minute=0, second=0)
    fields = {"begin": day, "until": day + timedelta(days=1), "value": day.date().isoformat(), "granularity": "day"}
    return expression.model_copy(update=fields)


def _of_results(expression: Expression, clause: Clause, published: datetime) -> Expression:
    """The year before for 全年 where a firm tells its results in the first months of a year: 预计全年净利润14亿元."""
    begin, until = expression.begin, expression.until
    told = expression.text == "全年" and published.month <= _RESULTS_TOLD and begin is not None and until is not None
    if not told or begin.year != published.year or not _RESULTS.search("".join(a.text for a in clause.atoms)):  # type: ignore[union-attr]
        return expression
    year = published.year - 1
    span = {"begin": begin.replace(year=year), "until": until.replace(year=year + 1), "value": str(year)}  # type: ignore[union-attr]
    return expression.model_copy(update=span)


_RESULTS_TOLD = 4
"""Up to this month the results of the year before are told."""
_RESULTS = re.compile(r"净利润?|营业?收入?|归母|扣非")
_FORESEEN = 100
"""How many years ahead a report of news tells of: 20个世纪后 is counted from something else."""
