"""An article's events: each date expression becomes an event's, or is told with the reason why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain

from schemas import GRANULARITIES, Article, Event, Expression, UnusedExpression, trusted
from timeline.events import gate, sequels
from timeline.events.dated_items import dated_items
from timeline.events.dated_lines import DatedLine, dated_line
from timeline.events.dating import fits, hardly_begun, is_dated, of_another_date, spanning, time_for
from timeline.events.documents import RESCUED, headed_line, headline_event, is_news_of_its_day, signed_document
from timeline.events.doubts import title_doubts
from timeline.events.drafts import Draft, drafted, finished
from timeline.events.fields.completed import completed
from timeline.events.fields.contests import with_contest
from timeline.events.fields.gatherings import with_cause
from timeline.events.fields.headlines import headline_for, preferred
from timeline.events.fields.recurrences import activity_title
from timeline.events.fields.times import as_term
from timeline.events.fields.title_words import stands_alone
from timeline.events.fields.titles import title_of
from timeline.events.identity import event_id
from timeline.events.named_days import named_day, workday
from timeline.events.occasions import at_occasion, happened_on_occasion, is_backdrop, made_there
from timeline.events.opinions import opinion
from timeline.events.own_day import as_told
from timeline.events.period_figures import period_figures
from timeline.events.repeated import within_occasions
from timeline.events.rows import is_row, row_event
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of
from timeline.events.text.clauses import clauses_of
from timeline.events.text.contexts import superfluous
from timeline.events.text.names import subject_of
from timeline.events.text.outcomes import Clause, Refusal, segments_of
from timeline.events.text.refusals import TELLS_THE_DAY
from timeline.events.text.regions import BARE, regions, without
from timeline.events.text.script import simplified
from timeline.events.text.sentences import sentences_of
from timeline.events.text.statements import GOES_ON, carried_out, later_clauses, with_announced, without_speech
from timeline.events.text.trips import as_trip
from timeline.events.told_whole import told_whole
from timeline.events.usable import general_term, is_personal, unusable
from timeline.events.weeks import with_weeks
from timeline.events.words import Words, default_words
from timeline.events.worth import supposed, unworthy, without_context


@dataclass(slots=True)
class Extraction:
    """What an article gave.

    Attributes:
        events: its events, in the order of their words.
        unused: the date expressions that made no event, each with the reason.
    """

    events: list[Event] = field(default_factory=list)
    unused: list[UnusedExpression] = field(default_factory=list)


def examine(article: Article, words: Words | None = None) -> Extraction:
    """The events of an article, and the date expressions that made none.

    Tellings of one event in several sentences are several events here; `merge` joins them. Pure: no clock, no locale,
    and the same result in any process.

    Args:
        article: the article.
        words: the word lists; the program's own where none are given.
    """
    from timeline.expressions import find_expressions

    article = as_told(article)
    expressions = find_expressions(article.text, article.published, title=article.title)
    return examine_with(article, expressions, words)


def extract(article: Article) -> list[Event]:
    """The events of an article, with the program's own words."""
    return examine(article).events


def examine_with(article: Article, expressions: Sequence[Expression], words: Words | None = None) -> Extraction:
    """As `examine`, for expressions that were found before."""
    plain = simplified(article.text)
    known = words or default_words()
    story = Story(
        article.text,
        plain,
        simplified(article.title),
        sentences_of(plain, [e.start_char for e in expressions]),
        known,
        dates=expressions,
        original_title=article.title,
    )
    work = _Work(article, story, _local(article))
    for index, group in _by_sentence(story, expressions, work):
        work.sentence(index, group)
    for index, clause, expression in chain(dated_items(story, expressions), period_figures(story, expressions)):
        work.item(index, clause, expression)
    work.complete(expressions)
    seen: dict[str, Event] = {}
    for draft in sorted(work.drafts, key=_order):
        event = finished(draft, article, story)
        if draft.expression and _is_again(event, seen.get(event.id, event)):
            event = event.model_copy(update={"id": event_id(article.id, draft.expression.start_char, draft.span[1])})
        seen.setdefault(event.id, event)
    work.unused.sort(key=lambda item: item.expression.start_char)
    return Extraction(list(seen.values()), work.unused)


def _is_again(event: Event, first: Event) -> bool:
    """Whether words with two dates tell the same thing of each: 2014年、2019年两次夺冠."""
    return event.title == first.title and event.granularity == first.granularity and event.edtf != first.edtf


def _order(draft: Draft) -> tuple[object, ...]:
    """By place; of two of one place, the one whose length is told and then the one with the finer date first."""
    return draft.span, draft.title.text, not sequels.expression_is_long(draft), -_FINENESS[draft.time.granularity]


_FINENESS = {name: place for place, name in enumerate(GRANULARITIES)}


def _by_sentence(
    story: Story, expressions: Iterable[Expression], work: "_Work"
) -> Iterable[tuple[int, list[Expression]]]:
    groups: dict[int, list[Expression]] = {}
    for expression in expressions:
        index = story.index_at(expression.start_char)
        if index is None or expression.end_char > story.sentences[index].end:
            work.refuse(expression, Refusal("furniture", "dateline, mark or line break"))
        else:
            groups.setdefault(index, []).append(expression)
    return sorted(groups.items())


@dataclass(slots=True)
class _Work:
    """The state of one article's extraction; ``published`` is in the place of the article."""

    article: Article
    story: Story
    published: datetime
    drafts: list[Draft] = field(default_factory=list)
    unused: list[UnusedExpression] = field(default_factory=list)

    def complete(self, expressions: Sequence[Expression]) -> None:
        """Add what sentences without a date of their own tell of the events."""
        story = self.story
        self.drafts.sort(key=lambda draft: draft.span)
        used = sequels.with_lengths(self.drafts, expressions, story, self.published.date())
        self.drafts += happened_on_occasion(self.drafts, story, self.article.published)
        self.drafts.sort(key=lambda draft: draft.span)
        sequels.with_shows(self.drafts)
        self.drafts, moved = sequels.moved(self.drafts, story, self.published)
        self.unused = [item for item in self.unused if item.expression.start_char not in used | moved]
        within_occasions(self.drafts, story, self.published)
        sequels.seated(self.drafts, story)
        sequels.more_told(self.drafts, story)
        sequels.with_parts(self.drafts, story)
        sequels.with_aliases(self.drafts, story)

    def item(self, index: int, clause: Clause, expression: Expression) -> None:
        """The event of a sentence that the date of one before it dates; a sentence that tells none is passed over."""
        draft = self._event(index, [], clause, expression)
        if isinstance(draft, Draft):
            self._keep(draft)
            self.unused = [item for item in self.unused if item.expression is not expression]

    def refuse(self, expression: Expression, refusal: Refusal) -> None:
        told = {
            "article": self.article.id,
            "expression": expression,
            "reason": refusal.reason,
            "detail": refusal.detail,
        }
        self.unused.append(trusted(UnusedExpression, told))

    def sentence(self, index: int, expressions: list[Expression]) -> None:
        """The events of one sentence."""
        sentence = self.story.sentences[index]
        usable: list[Expression] = []
        personal: bool | None = None
        for expression in expressions:
            refusal = unusable(expression, self.story.plain) or general_term(expression, self.story)
            if refusal and is_dated(expression, self.story, index):
                refusal = None
            if sentence.kind == "furniture":
                refusal = Refusal("furniture", "a line of the page and not of the report")
            if refusal:
                self.refuse(expression, refusal)
                continue
            if personal is None:
                personal = is_personal(self.story.plain[sentence.start : sentence.end])
            if personal:
                self.refuse(expression, Refusal("speech", "told in the first or second person"))
            else:
                usable.append(expression)
        usable, taken = with_weeks(usable, self.story)
        for expression in taken:
            self.refuse(expression, Refusal("duplicate", "a week told with its day"))
        if usable and sentence.kind != "furniture" and sentence.end - sentence.start <= 60:
            line = dated_line(self.story, index, usable, self.published)
            if line:
                self._line(index, line, usable)
                return
            row = row_event(self.story, index, usable, self.published) if is_row(self.story, sentence) else None
            if row:
                self.drafts.append(row)
                return
        repeated = [e for e in expressions if e.type == "SET"]
        for start, end, inside in regions(self.story.plain, sentence.start, sentence.end, usable):
            self._region(index, start, end, inside, repeated)

    def _line(self, index: int, line: DatedLine, expressions: list[Expression]) -> None:
        """A line that holds nothing but dates."""
        draft: Draft | Refusal = Refusal("furniture", f"a line with nothing but a date ({line.use})")
        if line.use == "signature":
            draft = signed_document(self.story, index, expressions[0], self.published) or draft
        elif line.target is not None:
            draft = headed_line(self.story, line.target, expressions[0], self.published) or draft
        for expression in expressions[1:] if isinstance(draft, Draft) else expressions:
            self.refuse(expression, Refusal("furniture", f"a line with nothing but a date ({line.use})"))
        if isinstance(draft, Draft):
            self.drafts.append(draft)

    def _region(
        self, index: int, start: int, end: int, expressions: list[Expression], repeated: list[Expression]
    ) -> None:
        inside = start != self.story.sentences[index].start
        if inside and len(expressions) == 1 and BARE.fullmatch(without(self.story.plain, start, end, expressions[0])):
            self.refuse(expressions[0], Refusal("duplicate", "told again in brackets"))
            return
        atoms = atoms_of(self.story.plain, start, end, [*expressions, *repeated])
        segments = segments_of(atoms, blanks=inside or self.story.sentences[index].kind == "heading")
        placed = {id(a.expression) for segment in segments for a in segment if a.tag == "date"}
        for expression in expressions:
            if id(expression) not in placed:
                self.refuse(expression, Refusal("name", "inside the name of a work"))
        superfluous_dates = superfluous(segments) if len(expressions) + len(repeated) > 1 else {}
        dating = {id(expression) for expression in expressions}
        for s, segment in enumerate(segments):
            for i, atom in enumerate(segment):
                if atom.expression is None or id(atom.expression) not in dating:
                    continue
                if atom.start in superfluous_dates:
                    self.refuse(atom.expression, superfluous_dates[atom.start])
                else:
                    self._date(index, segments, s, i, atom.expression)

    def _date(self, index: int, segments: list[list[Atom]], s: int, i: int, expression: Expression) -> None:
        worked = workday(self.story, index, expression, self.published)
        if worked is not None:
            self.drafts.append(worked)
            return
        found = clauses_of(segments, s, i, self.story.words)
        if isinstance(found, Refusal):
            self._refused(index, expression, found)
            return
        refusal: Refusal | None = None
        made = 0
        occasion = None
        for clause in found:
            result = self._event(index, segments[:s], clause, expression)
            ended = clause.verb is not None and clause.verb.text[:2] in ("闭幕", "落幕")
            if isinstance(result, Draft) and clause.form == "scene" and ended:
                made += 1
                self._keep(result)
                break
            if isinstance(result, Draft) and len(found) > 1 and is_backdrop(result):
                occasion = result.title.name
                continue
            if isinstance(result, Refusal) and result.detail in GOES_ON and expression.relation == "on":
                result = self._later(index, segments[:s], clause, expression) or result
            if isinstance(result, Refusal):
                refusal = refusal or result
            else:
                made += 1
                self.drafts = made_there(at_occasion(result, occasion), occasion, self.drafts)
                occasion = result.title.name if clause.form == "scene" else None
                self._keep(result)
        if not made and refusal:
            self._refused(index, expression, refusal)

    def _later(self, index: int, before: list[list[Atom]], clause: Clause, expression: Expression) -> Draft | None:
        """The event of a later clause under the same date, where the first one tells none: a plan's figures."""
        own = "".join(a.text for a in subject_of(clause.atoms, self.story.words))
        for later, passed in later_clauses(clause):
            found = self._event(index, [*before, *passed], later, expression)
            if not isinstance(found, Draft) or found.type not in _TOLD_LATER:
                continue
            plain = simplified(found.title.text)
            sure = not found.title.doubts or (own and plain.startswith(own))
            if sure and stands_alone(plain, self.story.words):
                return found
        return None

    def _refused(self, index: int, expression: Expression, refusal: Refusal) -> None:
        """Report a date that dates nothing, unless the headline says what its sentence tells."""
        draft = named_day(self.story, index, expression, self.published) if refusal.detail == TELLS_THE_DAY else None
        alone = refusal.detail != "dates the reporting" or is_news_of_its_day(self.story, index, expression)
        announced = refusal.detail == _ANNOUNCED and any("宣布" in headline for headline in self.story.headlines)
        if (
            draft is None
            and (refusal.detail in RESCUED or announced)
            and alone
            and not any(d.sentence == index for d in self.drafts)
        ):
            draft = headline_event(self.story, index, expression, self.published)
            draft = draft and (None if gate.refused(draft, self.story) or opinion(draft, (), self.story) else draft)
        if draft is None:
            self.refuse(expression, refusal)
        elif not any(d.title.text == draft.title.text for d in self.drafts):
            self.drafts.append(draft)
        else:
            self.refuse(expression, Refusal("duplicate", "the headline names one event"))

    def _event(
        self, index: int, before: Sequence[Sequence[Atom]], clause: Clause, expression: Expression
    ) -> Draft | Refusal:
        story, local = self.story, self.published
        expression = spanning(expression, clause)
        time = time_for(expression, clause, before, story, local)
        if isinstance(time, Refusal):
            return time
        expression = as_term(expression, story.plain[expression.end_char : expression.end_char + 12])
        clause = without_speech(with_announced(clause, story.words), story.words)
        clause = as_trip(carried_out(clause, story.words))
        early = unworthy(clause, None, time, story.words) or supposed(before)
        if early:
            return early
        title = title_of(clause, story, index, before) or headline_for(clause, story, index)
        if time.recurrence and (title is None or "subject not told" in title.doubts):
            title = activity_title(clause.atoms, story.text)
        if title is None:
            return Refusal("no clause", "no whole phrase names what happens")
        if "shortened" in title.doubts:
            title = headline_for(clause, story, index) or title
        editors = preferred(title, clause, story, index)
        if editors is not title and not any(draft.title.text == editors.text for draft in self.drafts):
            title = editors
        mended = gate.mended(completed(title, clause, story), clause, story, index, before)
        elsewhere = of_another_date(mended, expression, story, index)
        if elsewhere:
            return elsewhere
        lead = "".join(a.text for part in before[-1:] for a in part)
        draft = drafted(mended, time, clause, story, index, expression, local, lead)
        draft = with_contest(draft, story, local)
        if hardly_begun(expression, draft.type, draft.status, local):
            return Refusal("background", "a quarter of a firm's books")
        if not fits(expression, draft.type):
            return Refusal("vague", expression.value)
        poor = unworthy(clause, draft, time, story.words)
        if poor:
            return poor
        told = told_whole(draft, expression, clause, lead, story, index)
        if isinstance(told, Refusal):
            return told
        if story.occasion and draft.type in _ON_OCCASIONS and story.occasion not in draft.title.text:
            draft.part_of = story.occasion
        refusal = without_context(draft, story) or gate.refused(draft, story) or opinion(draft, before, story)
        if refusal is None:
            draft.doubts += title_doubts(mended, story, index, before, len(clause.following))
            draft.title = with_cause(draft.title, clause, story)
            return draft
        headline = headline_for(clause, story, index) if refusal.reason == "no clause" else None
        if headline is None or of_another_date(headline, expression, story, index):
            return refusal
        draft = drafted(headline, time, clause, story, index, expression, local, lead)
        return unworthy(clause, draft, time, story.words) or gate.refused(draft, story) or draft

    def _keep(self, draft: Draft) -> None:
        """Add a draft, unless the same sentence gave it before."""
        for other in self.drafts[-4:]:
            if other.sentence == draft.sentence and other.title.text == draft.title.text:
                if other.time != draft.time and draft.expression and other.time.granularity != draft.time.granularity:
                    break
                if draft.expression and other.time == draft.time:
                    self.refuse(draft.expression, Refusal("background", "told twice in one sentence"))
                    return
        self.drafts.append(draft)


_ANNOUNCED = "somebody says something (宣布)"
_ON_OCCASIONS = frozenset(["competition", "ceremony", "performance"])
"""What a report in the column of an event tells of that event."""
_TOLD_LATER = frozenset(["statistic", "market", "target", "anniversary", "award", "competition"])
"""What a later clause with its own subject tells as surely as the first one: figures and results."""


def _local(article: Article) -> datetime:
    """The publication moment in the place of the article; UTC means Asia/Shanghai."""
    published = article.published
    return published if published.utcoffset() else published + timedelta(hours=8)
