"""Whether two mentions that nothing keeps apart tell the same event, and why."""

from dataclasses import dataclass

from timeline.events.merging.conflicts import DOCUMENT_TYPES, conflict_of, of_one_article, tell_one_figure
from timeline.events.merging.passages import told_together, told_twice
from timeline.events.merging.profile import FIGURES, Profile, plain
from timeline.events.merging.quantities import share_any
from timeline.events.merging.short_forms import abbreviates, is_full_name, longest_common, same_work, stands_for
from timeline.events.merging.spans import DAY, LONGEST, far_coarser, gap, relation

SHARED_PAIRS = 0.55
"""The share of the shorter title's pairs of characters that the longer must have."""

SHARED_PAIRS_LOOSE = 0.8
"""The same where the types differ, the titles are short, or one date is far coarser than the other."""

SHARED_PAIRS_WITH_SIGN = 0.5
"""The same where both tell one number or one code, such as SU7."""

SHORT = 5
"""Pairs of characters below which a title is short."""

SHARED_OF_ALL = 0.4
"""The share of all pairs that a short title and another must have in common."""

NEAR_DAYS = {
    "publication": 62,
    "launch": 31,
    "founding": 31,
    "signing": 31,
    "conference": 31,
    "ceremony": 31,
    "construction": 31,
    "award": 31,
    "appointment": 31,
    "incident": 2,
}
"""Days that the dates of one named thing of a type may lie apart, and articles be said to disagree."""

ONCE = frozenset({"founding", "launch", "construction", "signing", "appointment", "award"})
"""The types of things that happen once, so that the same long title tells the same thing."""

POSTPONED_DAYS = 366
"""Days by which an event may be postponed, and keep its name."""

LONG_NAME = 8
"""Characters of a title that is long enough to name one thing."""

SHARED_WORDS = 4
"""Characters in a row that two tellings of one accident share."""

KIN = (
    frozenset({"conference", "ceremony", "exhibition", "performance", "competition", "meeting", "anniversary"}),
    frozenset({"ceremony", "founding", "launch", "signing", "award", "construction", "conference"}),
    frozenset({"publication", "launch", "legal", "award"}),
    frozenset({"statistic", "market", "publication"}),
    frozenset({"incident", "legal"}),
    frozenset({"appointment", "legal", "meeting"}),
)
"""Types of which one article may see one and another article another in the same event."""


@dataclass(frozen=True, slots=True)
class Match:
    """That two mentions are one event.

    Attributes:
        strength: 0 to 2; the strongest are joined first.
        reason: why, in words.
    """

    strength: float
    reason: str


def match(one: Profile, other: Profile, *, stretch: int = 1) -> Match | None:
    """Why two mentions are one event; None where they are not.

    Args:
        one: a mention.
        other: another.
        stretch: how many times further than in articles of one time the dates of one thing may lie apart.
    """
    if not dates_allow(one, other, stretch=stretch):
        return None
    found = _likeness(one, other)
    return None if found is None or conflict_of(one, other) else found


def dates_allow(one: Profile, other: Profile, *, stretch: int = 1) -> bool:
    """Whether two mentions' dates may be those of one event: one inside the other, a date moved away from, or near."""
    how = relation(one.span, other.span)
    if how == "equal" or told_twice(one, other) or (how == "within" and told_together(one, other)):
        return True
    if how == "within":
        return not _is_figure(one, other) or _is_of_one_period(one, other)
    apart = gap(one.span, other.span)
    if apart <= stretch * _near(one, other) * DAY and _may_disagree(one, other):
        return True
    if _left(one, other) or _left(other, one):
        return True
    is_postponed = "postponed" in (one.event.status, other.event.status)
    return is_postponed and apart <= POSTPONED_DAYS * DAY and _contained(one, other) == 1


def _left(one: Profile, other: Profile) -> bool:
    """Whether one mention says that the event was moved away from the date of the other."""
    return any(relation(span, other.span) != "apart" for span in one.former)


def _is_figure(one: Profile, other: Profile) -> bool:
    """Whether a figure is told, which is another for each period; 某公司收购某矿业 is none."""
    kinds = {one.event.type, other.event.type}
    if kinds == {"market"} and not (one.numbers and other.numbers):
        return False
    return bool(kinds & FIGURES)


def _is_of_one_period(one: Profile, other: Profile) -> bool:
    """Whether a figure of a year may be the one that is told of its last day or month; half a year has its own.

    What is counted from one day on, up to the publication or to a day just before it, is one figure too.
    """
    if one.title != other.title and not share_any(one.numbers, other.numbers):
        return False
    if one.span.begin == other.span.begin and abs(one.span.until - other.span.until) <= LONGEST["week"]:
        return True
    return min(one.span.length, other.span.length) <= LONGEST["month"]


def _near(one: Profile, other: Profile) -> int:
    return min(NEAR_DAYS.get(one.event.type, 0), NEAR_DAYS.get(other.event.type, 0))


def _may_disagree(one: Profile, other: Profile) -> bool:
    """Whether both name one thing so well that only the date can be in doubt; an article hardly contradicts itself."""
    if of_one_article(one, other) and (_is_short_document(one, other) or _is_short_document(other, one)):
        return True
    if any(same_work(a, b) and is_full_name(max(a, b, key=len)) for a in one.works for b in other.works):
        return True
    if one.event.type == other.event.type == "publication":
        return _named(one, other) and _contained(one, other) == 1
    if one.core != other.core or of_one_article(one, other):
        return False
    if one.ordinals & other.ordinals or one.years & other.years:
        return True
    told_twice = one.event.type == "incident" and share_any(one.numbers, other.numbers)
    return len(one.core) >= LONG_NAME and (one.event.type in ONCE or told_twice)


def _named(one: Profile, other: Profile) -> bool:
    return any(map(is_full_name, one.works | other.works)) and not _is_short(one, other)


def _likeness(one: Profile, other: Profile) -> Match | None:
    if one.title and one.title == other.title:
        return Match(2, "same title")
    together = told_together(one, other)
    if together:
        return Match(1.6, together)
    if any(is_full_name(work) for work in one.works & other.works) and _kin(one, other):
        return Match(1.9, f"same work 《{min(one.works & other.works)}》")
    if one.core and one.core == other.core:
        return Match(1.8, "same title but for words that may be left out")
    alias = _alias(one, other)
    if alias:
        return Match(1.5, f"{alias} is another name of the same")
    if tell_one_figure(one, other):
        return Match(1.2, f"figures of one thing: {one.counted}")
    share, common = _contained(one, other), _common(one, other)
    if share >= _needed(one, other) and (common >= SHARED_OF_ALL or not _is_short(one, other)):
        return Match(share / 2 + common, f"titles share {share:.0%} of their pairs")
    if abbreviates(one.core, other.core) and _kin(one, other):
        return Match(1, "one title abbreviates the other")
    if of_one_article(one, other):
        return _told_shorter(one, other)
    return None


def _told_shorter(one: Profile, other: Profile) -> Match | None:
    """What a title leaves unsaid once its article has said it: a document's name, the words of an accident."""
    if _is_short_document(one, other) or _is_short_document(other, one):
        return Match(0.8, "a document of the same article, by its kind alone")
    if _is_one_accident(one, other):
        return Match(0.7, "an accident of the same day, place and article")
    return None


def _is_one_accident(one: Profile, other: Profile) -> bool:
    """Whether both titles tell the name of the same place, of which neither is only the subject."""
    if not one.event.type == other.event.type == "incident" or relation(one.span, other.span) != "equal":
        return False
    run = longest_common(one.core, other.core)
    places = (plain(place.name) for event in (one.event, other.event) for place in event.places)
    return len(run) >= SHARED_WORDS and one.core[:2] != other.core[:2] and any(run in place for place in places)


def _is_short_document(short: Profile, full: Profile) -> bool:
    if short.event.type != full.event.type or short.event.type not in DOCUMENT_TYPES:
        return False
    kinds = short.works or {short.core}
    return all(any(stands_for(kind, name) for name in (full.works or {full.core})) for kind in kinds)


def _contained(one: Profile, other: Profile) -> float:
    smaller = min(len(one.pairs), len(other.pairs))
    return len(one.pairs & other.pairs) / smaller if smaller else 0.0


def _common(one: Profile, other: Profile) -> float:
    """The share of pairs that both have among those that either has (Jaccard)."""
    union = len(one.pairs | other.pairs)
    return len(one.pairs & other.pairs) / union if union else 0.0


def _is_short(one: Profile, other: Profile) -> bool:
    return min(len(one.pairs), len(other.pairs)) < SHORT


def _needed(one: Profile, other: Profile) -> float:
    if not _is_short(one, other) and _share_sign(one, other):
        return SHARED_PAIRS_WITH_SIGN
    if not _kin(one, other) or _is_short(one, other) or far_coarser(one.span, other.span):
        return SHARED_PAIRS_LOOSE
    return SHARED_PAIRS


def _share_sign(one: Profile, other: Profile) -> bool:
    none: frozenset[str] = frozenset()
    return share_any(one.numbers, other.numbers) or bool(
        one.entities.get("code", none) & other.entities.get("code", none)
    )


def _kin(one: Profile, other: Profile) -> bool:
    first, second = one.event.type, other.event.type
    if first == second:
        return True
    if "other" in (first, second):
        return not {first, second} & FIGURES or share_any(one.numbers, other.numbers)
    return any(first in kin and second in kin for kin in KIN)


def _alias(one: Profile, other: Profile) -> str:
    """A name that one event is known by and the other's title consists of or the other is known by too."""
    for name in one.names:
        if name == other.core or name == other.title or name in other.names:
            return name
    return next((name for name in other.names if name in (one.core, one.title)), "")
