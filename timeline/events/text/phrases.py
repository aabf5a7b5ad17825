"""Phrases that a preposition opens and no verb follows: a clause that stops inside one has yet to say something."""

import re
from collections.abc import Sequence
from functools import cache

from timeline.events.data import table_of, word_set
from timeline.events.text.atoms import Atom, has_figure

_OPENING = word_set("opening_phrases")
_WITH_AUXILIARY = word_set("auxiliary_at")
_PREPOSITIONS = _OPENING | _WITH_AUXILIARY
PREPOSITION = re.compile("|".join(sorted(_PREPOSITIONS)))
"""What a text holds that has such a phrase in it."""
_WITHIN = frozenset(["x", "c", "u", "uj", "f", "s", "t", "r", "d", "ud", "uz"])
"""Parts of speech beside nouns that stand in the noun phrase behind a preposition."""
_BEHIND_VERBS = frozenset(["了", "着", "过", "自", "来自", "不", "都", "均"])
_ABOUT = frozenset(["针对", "围绕", "对", "根据", "按照"])
_SEATS = frozenset(["渠道", "平台", "窗口", "网点", "场所", "柜台", "系统"])
"""What something is done at, though a verb may stand in front: 需在业务申请渠道."""
_HOLDING = frozenset(table_of("verbs.tsv")["holding"].split())
_WORD = 2
"""The characters of a common verb; a longer word that ends with one holds an adverb as well: 盛大举行."""
_PURPOSES = frozenset(["防止", "预防", "避免", "保障", "确保", "庆祝", "纪念", "推动", "促进", "应对", "满足", "支持"])
"""Verbs that tell with 为 in front what a deed behind them is for: 为预防事故."""


def stops_in_phrase(atoms: Sequence[Atom]) -> bool:
    """Whether a clause stops behind a preposition and its noun phrase: 搜救队在灾区的废墟下, 某项目以惊人的速度.

    A preposition right behind a verb goes with it: 位于, 坐落在.
    """
    last = range(len(atoms) - 1, -1, -1)
    place = next((k for k in last if atoms[k].text in _PREPOSITIONS and _opens(atoms, k)), None)
    if place is None:
        return False
    if atoms[place].text == "为":
        return not any(a.verbal for a in atoms[:place])
    rest = atoms[place + 1 :]
    if not rest or _is_measure(rest) or (atoms[place].text in _ABOUT and _modifies(atoms, place)):
        return False
    if atoms[place].text in _WITH_AUXILIARY and rest[-1].text in _SEATS:
        return all(a.nominal or rest[k + 1].nominal for k, a in enumerate(rest[:-1]))
    return all(_within(rest, k) for k in range(len(rest)))


def _is_measure(rest: Sequence[Atom]) -> bool:
    """Whether a figure stands right behind a preposition or ends the clause: 在4000户左右, 对某国出口6万元."""
    ends = (rest[0], *[a for a in rest if a.tag in ("m", "mq", "q")][-1:])
    tail = rest[-3:]
    return has_figure(rest[:1]) or (ends[-1] in tail and ends[-1].tag != "n" and has_figure(tail))


def _modifies(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a phrase belongs to the object of a verb in front of it: 宣布一系列针对某国的措施."""
    behind = any(a.text == "的" for a in atoms[place + 1 : -1])
    return behind and any(a.verbal for a in atoms[:place])


def _opens(atoms: Sequence[Atom], place: int) -> bool:
    """Whether a preposition that stands behind no verb opens a phrase here."""
    text = atoms[place].text
    if text in _WITH_AUXILIARY:
        return True
    if place == 0 or text not in _OPENING:
        return False
    before = atoms[place - 1]
    if text == "为":
        return place + 1 < len(atoms) and atoms[place + 1].text in _PURPOSES and not before.verbal
    return not before.verbal and before.text not in _BEHIND_VERBS


def _within(rest: Sequence[Atom], place: int) -> bool:
    """Whether a word may belong to the noun phrase behind a preposition."""
    atom = rest[place]
    if atom.tag != "quote" and atom.text[-2:] in _HOLDING and len(atom.text) > _WORD:
        return False
    if atom.tag == "date" or atom.nominal or (atom.tag in _WITHIN and not atom.verbal):
        return True
    if not atom.verbal:
        return False
    before = rest[place - 1].text if place else ""
    behind = rest[place + 1] if place + 1 < len(rest) else None
    if behind is not None and place and behind.tag == "vn" and rest[place - 1].nominal and atom.text not in _known():
        return True
    return before == "、" or (behind is not None and behind.text in ("的", "、"))


@cache
def _known() -> frozenset[str]:
    """The verbs of all classes, which are no part of a name between two nouns as 执法 is in 警务执法合作机制."""
    return frozenset(word for words in table_of("verbs.tsv").values() for word in words.split())
