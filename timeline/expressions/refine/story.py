"""What each find is counted from: the publication, the last date told, or an event; and what it inherits."""

from dataclasses import dataclass, replace
from datetime import datetime

from timeline.expressions.meaning import Find, Length, Meaning, Point, Span
from timeline.expressions.refine.joining import ranks
from timeline.expressions.refine.reading import Reading
from timeline.expressions.refine.tense import Tense, looks_ahead, tense_of
from timeline.expressions.resolve import Policy, Resolved, resolve

_MONTH, _PART = 4, 7
_COMPARED = ("比", "较", "同比", "于", "超", "相比", "与")
_PATIENCE = {"month": 3, "day": 10, "week": 3}


@dataclass(slots=True)
class Told:
    """A find with what it came to and why."""

    find: Find
    resolved: Resolved
    anchor: str | None
    inherited: tuple[str, ...]


@dataclass(slots=True)
class _Anchor:
    moment: datetime
    policy: Policy
    reason: str | None
    inherited: tuple[str, ...] = ()


class Story:
    """Goes through the finds in the order of the text and remembers what was told."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._published = _Anchor(reading.published, "current", f"published {reading.published.date().isoformat()}")
        self._day: Told | None = None  # the last day told as happening
        self._month: Told | None = None  # the last month or day told
        self._year: Told | None = None  # the last date told with a year

    def tell(self) -> list[Told]:
        """Every find that comes to something, in the order of the text."""
        told = []
        for find in self._reading.finds:
            anchor = self._anchor(find)
            resolved = resolve(find.meaning, anchor.moment, anchor.policy)
            if resolved is None:
                continue
            one = Told(find, resolved, anchor.reason, anchor.inherited)
            told.append(one)
            self._remember(one)
        return told

    def _remember(self, told: Told) -> None:
        resolved, find = told.resolved, told.find
        if resolved.begin is None or resolved.type in ("DURATION", "SET"):
            return
        meaning = find.meaning
        if resolved.granularity not in ("decade", "century") and not self._compared(find):
            self._year = told
        happening = find.relation not in ("by", "before", "until", "within") and not self._is_stamp(find)
        if not happening:
            return
        if resolved.granularity in ("day", "part_of_day", "hour", "minute", "second"):
            if tense_of(find, self._reading) != "future" or self._day is None or isinstance(meaning, Span):
                self._day = told
            self._month = told
        elif resolved.granularity in ("month", "ten_days"):
            self._month = told

    def _is_stamp(self, find: Find) -> bool:
        """Whether the find is a line of its own, as a date of publication is."""
        text = self._reading.text
        line = text[text.rfind("\n", 0, find.start) + 1 : find.end + 4]
        return (
            len(line.split("\n")[0].strip()) <= find.end - find.start + 2
            and find.start - text.rfind("\n", 0, find.start) <= 3
        )

    def _compared(self, find: Find) -> bool:
        return self._reading.before(find.start, 2).endswith(_COMPARED)

    def _anchor(self, find: Find) -> _Anchor:
        meaning = find.meaning
        if isinstance(meaning, Length):
            return self._for_length(find, meaning)
        if isinstance(meaning, Span):
            point = meaning.first
            if ranks(point)[0] > ranks(meaning.last)[0] and not point.follows and ranks(point)[0] < _PART:
                point = meaning.last
        elif isinstance(meaning, Point):
            point = meaning
        else:
            return _Anchor(self._reading.published, "current", None)
        if point.follows:
            return self._followed(point)
        return self._for_point(point, find)

    def _followed(self, point: Point) -> _Anchor:
        source = self._day
        if point.month_shift is not None:
            source = self._month
        elif point.year_shift is not None:
            source = self._year
        if source is None or source.resolved.begin is None:
            return self._published
        moment = source.resolved.begin
        if isinstance(source.find.meaning, Span) and (point.day_shift or 0) > 0 and source.resolved.until:
            moment = moment if source.resolved.type == "TIME" else source.resolved.begin
        return _Anchor(moment, "current", self._reason(source))

    def _reason(self, told: Told) -> str:
        find = told.find
        return f"text {find.start}-{find.end} {told.resolved.value}"

    def _for_length(self, find: Find, length: Length) -> _Anchor:
        if length.side is None:
            return _Anchor(self._reading.published, "current", None)
        told = self._day
        if length.side == "later" and told is not None and told.resolved.begin is not None:
            tense = tense_of(find, self._reading)
            start, _ = self._reading.sentence(find.start)
            if (
                tense != "future"
                and told.find.start >= start
                and told.resolved.begin.date() < self._reading.published.date()
            ):
                return _Anchor(told.resolved.begin, "current", self._reason(told))
        return self._published

    def _for_point(self, point: Point, find: Find) -> _Anchor:
        coarsest, _ = ranks(point)
        if point.year is not None or point.century is not None:
            return _Anchor(self._reading.published, "current", None)
        if any(getattr(point, name) is not None for name in _RELATIVE):
            return self._published
        if point.decade is not None:
            return self._published
        if coarsest >= _PART:
            return self._for_clock(find)
        if point.weekday is not None and point.day is None and point.week is None or point.weekend:
            return self._sought(find, ("day",), "week")
        if coarsest <= _MONTH:
            return self._inheriting_year(find, point)
        return self._inheriting_month(find, point)

    def _for_clock(self, find: Find) -> _Anchor:
        told = self._day
        if told is None or told.resolved.begin is None:
            return replace(self._published, inherited=("day",))
        if not self._reading.same_paragraph(told.find.end, find.start):
            return replace(self._published, inherited=("day",))
        return _Anchor(told.resolved.begin, "current", self._reason(told), ("day",))

    def _inheriting_year(self, find: Find, point: Point) -> _Anchor:
        tense = tense_of(find, self._reading)
        if find.relation == "by":
            tense = "future"
        told = self._year
        if told is not None and told.resolved.begin is not None and self._near(told, find):
            moment = told.resolved.begin
            then = resolve(point, moment, "current")
            if then is not None and then.begin is not None and then.until is not None:
                if tense == "future":
                    allowed = then.until > self._reading.published
                else:
                    allowed = then.begin <= self._reading.published or self._looks_ahead(told)
                if allowed and (self._same_sentence(told, find) or not self._is_news(find, told)):
                    return _Anchor(moment, "current", self._reason(told), ("year",))
        return self._sought(find, ("year",), "month", tense)

    def _looks_ahead(self, told: Told) -> bool:
        """Whether what was told lies ahead, or its sentence looks ahead."""
        begin = told.resolved.begin
        return begin is not None and begin > self._reading.published or tense_of(told.find, self._reading) == "future"

    def _same_sentence(self, told: Told, find: Find) -> bool:
        return told.find.start >= self._reading.sentence(find.start)[0]

    def _is_news(self, find: Find, told: Told) -> bool:
        """Whether a day or month lies so shortly before the publication that it is rather that year's."""
        if told.find.relation == "since":
            return True
        then = resolve(find.meaning, self._reading.published, "past")
        return then is not None and then.begin is not None and (self._reading.published - then.begin).days <= 10

    def _near(self, told: Told, find: Find) -> bool:
        if self._same_sentence(told, find):
            return True
        fine = told.resolved.granularity not in ("year", "half")
        return fine and self._reading.same_paragraph(told.find.end, find.start) and find.start - told.find.end < 300

    def _inheriting_month(self, find: Find, point: Point) -> _Anchor:
        tense = tense_of(find, self._reading)
        told = self._month
        if told is None or told.resolved.begin is None or not self._reading.same_paragraph(told.find.end, find.start):
            return self._sought(find, ("year", "month"), "day", tense)
        moment = told.resolved.begin
        if point.day is None or told.resolved.granularity == "month":
            return _Anchor(moment, "current", self._reason(told), ("year", "month"))
        best: tuple[int, datetime] | None = None
        for policy in _BOTH_WAYS:
            then = resolve(Point(day=point.day), moment, policy)
            if then is None or then.begin is None:
                continue
            if then.begin > self._reading.published and tense != "future" and moment <= self._reading.published:
                continue
            away = abs((then.begin - moment).days)
            if best is None or away < best[0]:
                best = away, then.begin
        if best is None:
            return self._sought(find, ("year", "month"), "day", tense)
        return _Anchor(best[1], "current", self._reason(told), ("year", "month"))

    def _sought(self, find: Find, inherited: tuple[str, ...], unit: str, tense: Tense | None = None) -> _Anchor:
        """The publication, and the way in which the tense and the distance send what is missing."""
        tense = tense or tense_of(find, self._reading)
        published = self._reading.published
        policy: Policy
        if self._reading.prefer is not None and (tense is None or self._reading.prefer == "current" and unit != "week"):
            policy = self._reading.prefer
        elif unit == "week" and looks_ahead(find, self._reading):
            policy = "future"
        else:
            policy = self._nearer(find.meaning, tense, _PATIENCE[unit])
        return _Anchor(published, policy, f"published {published.date().isoformat()}", inherited)

    def _nearer(self, meaning: Meaning, tense: Tense | None, patience: int) -> Policy:
        if tense == "past":
            return "past"
        published = self._reading.published
        past, future = resolve(meaning, published, "past"), resolve(meaning, published, "future")
        if past is None or past.until is None:
            return "future"
        if future is None or future.begin is None:
            return "past"
        back = max((published - past.until).days + 1, 0)
        ahead = max((future.begin - published).days, 0)
        return "future" if ahead < back * patience and tense == "future" or ahead * 4 < back else "past"


_BOTH_WAYS: tuple[Policy, ...] = ("current", "past", "future")
_RELATIVE = (
    "century_shift",
    "year_shift",
    "half_shift",
    "quarter_shift",
    "month_shift",
    "week_shift",
    "day_shift",
)
