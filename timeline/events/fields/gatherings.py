"""What people gather, block roads or take to the streets for, which the clause behind tells: 反对…, 要求…."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.data import word_set
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified

_GATHERED = re.compile(
    r"聚集在|走上[^，]*街头|涌上街头|(?:堵塞|封锁)[^，]*道路|设置路障|静坐|集会活动$|集会$|游行$|示威$"
)
_CAUSES = word_set("gathered_for")
_FEASTS = frozenset(["庆祝", "纪念"])


def with_cause(title: Title, clause: Clause, story: Story) -> Title:
    """A title with what the people in it gather for, as far as it fits.

    Args:
        title: the title.
        clause: the clause, with those behind it.
        story: its article.
    """
    if not clause.following or not _GATHERED.search(simplified(title.text)):
        return title
    part = clause.following[0]
    if not part or part[0].text not in _CAUSES:
        return title
    if any(a.tag == "date" for a in part) and part[0].text not in _FEASTS:
        return title
    for end in (len(part), _first_object(part)):
        told = rendered(story.text, part[:end])
        if end > 1 and told not in title.text and visible(title.text) + visible(told) <= LONGEST:
            return replace(title, text=title.text + told, name=None)
    return title


def _first_object(part: Sequence[Atom]) -> int:
    """Where a cause ends in front of what else is told of it: 谴责制裁(给经济造成影响)."""
    return next((k for k, a in enumerate(part) if k > 1 and a.text in _EFFECTS), 0)


_EFFECTS = frozenset(["给", "对", "使", "令", "致", "导致"])
