"""The clause that says something: behind a date that stands alone, behind what sets the scene, behind 宣布."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from schemas import Expression
from timeline.events.data import word_set
from timeline.events.text.atoms import Atom, atoms_of, has_figure
from timeline.events.text.befallen import befell
from timeline.events.text.grammar import has_predicate, in_class, is_condition, mere_connectives, strip_front
from timeline.events.text.outcomes import Clause, segments_of
from timeline.events.words import Words


def statement_in(plain: str, start: int, end: int, dates: Sequence[Expression], words: Words) -> Clause | None:
    """The first clause of a passage that says something, as a clause without a date of its own.

    Args:
        plain: the text in simplified characters.
        start: where the passage begins.
        end: where it ends (exclusive).
        dates: date expressions of the text; those outside the passage are passed over.
        words: the words in use.
    """
    segments = segments_of(atoms_of(plain, start, end, dates))
    main = first_statement(tuple(tuple(segment) for segment in segments), words)
    return Clause("clause", *main) if main else None


def first_statement(
    parts: tuple[tuple[Atom, ...], ...], words: Words, date: Expression | None = None
) -> tuple[tuple[Atom, ...], tuple[tuple[Atom, ...], ...]] | None:
    """The first clause that says something, and what follows it; what only sets the scene is passed over.

    Another date at a clause's front ends the search, unless the date that governs lies inside it, and so does one at
    the end of a clause without a predicate, which dates the next clause.
    """
    held: list[Atom] = []
    actor: list[Atom] = []
    purpose = sourced = False
    for place, part in enumerate(parts[:6]):
        bare = strip_front(part, mere_connectives(words))
        if not bare:
            continue
        front = takewhile(lambda atom: not atom.verbal, bare[:3])
        if any(_another(atom, None if sourced else date) for atom in front):
            return None
        if place + 1 < len(parts) and is_source(bare):
            sourced = True
            continue
        if sets_the_scene(bare, words) and place + 1 < len(parts):
            actor = _actor(bare) or actor
            purpose = bare[0].text in ("为", "为了", "围绕", "通过", "随着")
            continue
        if place + 1 < len(parts) and len(bare) > 1 and _another(bare[-1], date) and not has_predicate(bare[:-1]):
            return None
        if purpose and bare[0].verbal and place + 1 < len(parts):
            continue
        purpose = False
        if held and bare[0].text in LEFT_OVER:
            return None
        if held and part[0].text in GOING_ON:
            bare = list(part)
        elif held and bare[0].nominal and has_predicate(bare) and not is_person(held):
            held = []
        held += bare
        opens = place + 1 < len(parts) and (is_maker(bare, parts[place + 1]) or is_condition(bare))
        if has_predicate(bare) and not opens:
            leads = actor if held[0].verbal or held[0].text in _TOWARD else []
            return (*leads, *held), parts[place + 1 :]
        if len(held) > 24:
            return None
    return None


_TOWARD = frozenset(["对", "就", "向", "同", "与", "为", "再次"])


def _actor(scene: Sequence[Atom]) -> list[Atom]:
    """Who does what stands behind the time of another deed of his: 市长在某县考察时，对防汛作出指示."""
    place = next((k for k, a in enumerate(scene[:8]) if a.text == "在"), 0)
    named = place > 0 and all(a.nominal for a in scene[:place]) and scene[-1].text in ("时", "期间")
    return list(scene[:place]) if named else []


def _another(atom: Atom, date: Expression | None) -> bool:
    """Whether an atom is a date that does not merely hold the one that governs."""
    other = atom.expression
    if other is None or other.type == "SET":
        return False
    if date is None or None in (date.begin, date.until, other.begin, other.until):
        return True
    return not (other.begin <= date.begin and date.until <= other.until)  # type: ignore[operator]


_SHOWING = word_set("showing")


def is_source(atoms: Sequence[Atom]) -> bool:
    """Whether a clause only tells where the next one comes from: 某局数据显示."""
    if not atoms or atoms[-1].text not in _SHOWING:
        return False
    named = len(atoms) > 1 and atoms[-2].text in _SOURCES
    return named or not any(a.verbal and a.tag != "vn" for a in atoms[:-1])


_ENDERS = word_set("enders")


def sets_the_scene(atoms: Sequence[Atom], words: Words) -> bool:
    """Whether a clause only tells the circumstances: 在…下, 随着…, 为…."""
    first, last = atoms[0], atoms[-1]
    if last.tag == "date" and len(atoms) > 2 and (atoms[-2].text == "的" or last.text in ("当天", "当日", "当晚")):
        return True
    if first.text in words.lists["adverbial"] and (last.text in _ENDERS or last.tag == "f"):
        return True
    if first.text == "经":
        return True
    if first.text == "在" and not any(a.verbal for a in atoms):
        return True
    if first.text not in words.lists["adverbial"] or first.text in ("在", "从", "自", "当", "经"):
        return last.text in ("之际", "期间", "背景下", "后", "时", "之后", "以来") and first.text != "在"
    return not any(a.text in words.verbs["holding"] for a in atoms)


def is_person(atoms: Sequence[Atom]) -> bool:
    """Whether a noun phrase ends with a person's name, whose predicate may stand behind a comma."""
    return bool(atoms) and atoms[-1].tag in ("nr", "nrt")


STANDS = "how things stand or come on, without a figure"
NO_FIGURE = "a figure that is not told"


def is_maker(told: Sequence[Atom], behind: Sequence[Atom]) -> bool:
    """Whether a clause only names one of those who make something told behind the comma: 甲发起，乙主办的锦标赛…."""
    made = next((k for k, a in enumerate(behind[:14]) if a.text == "的"), 0)
    return bool(told) and told[-1].text in _MAKING and made > 0 and behind[made - 1].text in _MAKING


_MAKING = word_set("making")


GOES_ON = frozenset(
    [
        "no whole phrase names what happens",
        "tells what goes on through a period",
        "tells a state and no event",
        "a coarse date and no word for an event",
        "no word tells that something happens",
        NO_FIGURE,
    ]
)
"""Refusals of a clause behind which another clause of its sentence may still tell what happens then."""

_RESULTS = word_set("results")
_LATER = 4
"""How many clauses behind a date's own are asked."""


def later_clauses(clause: Clause) -> Iterator[tuple[Clause, list[list[Atom]]]]:
    """The clauses behind one, as far as its date reaches, each with those in front of it in its sentence."""
    passed = [list(clause.atoms)]
    for place, part in enumerate(clause.following[:_LATER]):
        if clause.form != "clause" or any(a.tag == "date" for a in part) or not part or part[0].text in LEFT_OVER:
            return
        if not any(a.tag == "m" or a.text in _RESULTS for a in part):
            passed.append(list(part))
            continue
        yield replace(clause, atoms=part, following=clause.following[place + 1 :]), list(passed)
        passed.append(list(part))


GOING_ON = frozenset(["以及", "及", "和", "与"])
"""Words behind a comma with which the row in front of it goes on."""
_SOURCES = word_set("sources")
LEFT_OVER = word_set("left_over")
"""Words that begin a remark on what was said before."""
_ASKING = word_set("asking")
_SHORTEST_TOPIC = 3
_DOCUMENTS = word_set("documents")
_STATING = word_set("stating")
"""What a notice does behind the clause that gives it out: 发布通知，明确今年将开展…."""
_ANNOUNCING = word_set("announcing")


def with_announced(clause: Clause, words: Words) -> Clause:
    """外交部29日宣布，… with what is announced; 某局发布通报，… with what that tells in its place."""
    if clause.form == "clause" and len(clause.atoms) > 1 and clause.atoms[-1].text in "：:":
        said = clause.atoms[-2].text in _ANNOUNCING
        clause = replace(clause, atoms=clause.atoms[:-1]) if said else clause
    if clause.form != "clause" or not clause.following or not clause.atoms:
        return clause
    if _ends_meeting(clause.atoms) and clause.following[0][0].text in _DECIDED:
        who = clause.atoms[: next(k for k, a in enumerate(clause.atoms) if a.text == "结束")]
        return replace(clause, atoms=(*who, *clause.following[0]), following=clause.following[1:])
    behind = _with_deed(clause.following, words)
    clause = replace(clause, following=behind) if behind is not clause.following else clause
    first = strip_front(clause.following[0], _joining(words))
    if not first or any(a.tag == "work" for a in clause.atoms):
        return clause
    put = clause.following[0][0].text in ("将", "把") and any(a.text in _REVISING for a in first)
    if first[0].text not in _STATING and not put and any(_dates(first, k) for k in range(len(first))):
        return clause
    last = clause.atoms[-1]
    states = first[0].text in _STATING and sum(a.tag != "date" for a in first) > _SHORTEST_TOPIC
    given = _given_out(clause.atoms, words) if last.text in _ANNOUNCING else None
    if given is not None and (clause.atoms[-2].nominal or clause.atoms[-2].text == "的"):
        whole = (*clause.atoms[:given], *first)
        return replace(clause, atoms=whole, following=clause.following[1:]) if first[0].verbal else clause
    if last.text in _ANNOUNCING or (last.text in _DOCUMENTS and states):
        return _joined_on(clause, first)
    bare = strip_front(first, words.lists["adverbial"]) or first
    asks = next((k for k, a in enumerate(clause.atoms) if a.verbal), None)
    if asks is not None and clause.atoms[asks].text in _ASKING and not bare[0].nominal:
        return _joined_on(clause, first)
    sourced = last.text in _SOURCES
    verb = next((k for k, a in enumerate(clause.atoms) if _gives_out(a, words)), None) if sourced else None
    if put and verb is not None:
        return replace(clause, atoms=(*clause.atoms[:verb], *clause.following[0]), following=clause.following[1:])
    told = first_statement(clause.following, words) if verb is not None else None
    if told is None or (last.text in _OF_FIGURES and not has_figure(told[0])):
        return clause
    first = list(told[0])
    first = strip_front(first, frozenset(["称", "说", "表示", "指出", "宣布", "显示"]))
    whole = (
        tuple(first) if first and (first[0].nominal or first[0].tag in ("r", "f")) else (*clause.atoms[:verb], *first)
    )
    return replace(clause, atoms=whole, following=told[1]) if first else clause


_OF_FIGURES = frozenset(["财报", "年报", "季报", "半年报"])
"""What tells figures; what stands behind it without one is only somebody's view of them."""


def _ends_meeting(atoms: Sequence[Atom]) -> bool:
    """Whether a clause tells that somebody ended a meeting, of which the clause behind tells what came out."""
    ended = next((k for k, a in enumerate(atoms) if a.text.rstrip("了") == "结束"), 0)
    return ended > 0 and atoms[-1].text.endswith("会议") and all(a.nominal for a in atoms[:ended])


_DECIDED = frozenset(["宣布", "决定"])


def with_row(clause: Clause) -> Clause:
    """A clause that stops in a row of things told with commas, with the number of all: 产生女子跳高，跳远等9项冠军."""
    if clause.form != "clause" or not clause.atoms:
        return clause
    for place, part in enumerate(clause.following[:4]):
        if len(part) > _MEMBER or not part[0].nominal or any(a.tag in ("d", "p", "ul", "r", "date") for a in part):
            return clause
        end = next((k for k, a in enumerate(part) if a.text == "等"), None)
        if end is not None and end + 2 < len(part) and part[end + 1].tag in ("m", "mq"):
            if not has_predicate(clause.atoms):
                return clause
            return replace(clause, atoms=(*clause.atoms, *part[end:]), following=clause.following[place + 1 :])
    return clause


_MEMBER = 12
"""The most words of a member of a row."""


def _with_deed(parts: tuple[tuple[Atom, ...], ...], words: Words) -> tuple[tuple[Atom, ...], ...]:
    """Clauses of which the first, where it only tells where or how, is joined with the deed behind it."""
    if len(parts) < 2 or parts[0][0].text not in words.lists["adverbial"] or has_predicate(parts[0][1:]):
        return parts
    if any(a.tag == "date" for a in (*parts[0], *parts[1][:3])) or not parts[1][0].verbal:
        return parts
    return ((*parts[0], *parts[1]), *parts[2:])


def _joined_on(clause: Clause, first: list[Atom]) -> Clause:
    """A clause with what it announces; behind a date that this ends with, with what is to be done by then."""
    told, following = first, clause.following[1:]
    dated = next((k for k, a in enumerate(first) if a.tag == "date"), None)
    if dated is not None and following and not has_predicate(first[dated + 1 :]) and len(first) - dated <= _TAIL:
        led = dated - 1 if dated and first[dated - 1].text in ("在", "于", "到") else dated
        told, following = [*first[:led], *following[0]], following[1:]
    return replace(clause, atoms=(*clause.atoms, *told), following=following)


_TAIL = 3
"""The most words from a date to the comma behind it, where its clause goes on behind the comma: 在2025年底前，."""
_VISITING = word_set("visiting")
_AT_THAT_TIME = word_set("at_that_time")
_REVISING = frozenset(["上调", "下调", "调高", "调低", "上修", "下修", "调升", "调降"])
"""What a report does with the forecast of a period: 将今年增速预期上调."""
_DECIDING = word_set("deciding")
_SUPPOSING = word_set("supposing")
_WILL = frozenset(["将", "将会", "拟", "决定", "计划", "已", "已经"])


def without_speech(clause: Clause, words: Words) -> Clause:
    """What happens in a clause that ends with somebody's saying something.

    主席在某村考察时指出 is the visit; 外长表示，某国将驱逐…外交官 is what is decided, where it is somebody's act.
    """
    atoms = clause.atoms
    if clause.form != "clause" or not atoms or not in_class(atoms[-1], "speech", words):
        return clause
    when = next((k for k, a in enumerate(atoms) if a.text in _AT_THAT_TIME and k), None)
    if when is not None and any(a.text in _VISITING for a in atoms[:when]):
        visit = [a for k, a in enumerate(atoms[:when]) if a.text != "在" or atoms[k + 1].text not in _VISITING]
        return replace(clause, atoms=tuple(visit))
    decided = first_statement(clause.following, words)
    supposed = any(part and part[0].text in _SUPPOSING for part in clause.following[:1])
    if decided is None or supposed:
        return clause
    told, rest = decided
    passed = clause.following[: len(clause.following) - len(rest)]
    if befell(told, atoms, passed, words):
        return replace(clause, atoms=told, following=rest)
    will = next((k for k, a in enumerate(told) if a.text in _WILL and k), None)
    acts = will is not None and any(a.text.rstrip("了") in _DECIDING for a in told[will : will + 3])
    named = acts and told[0].tag in ("ns", "nt", "nz", "eng", "j", "nr")
    return replace(clause, atoms=told, following=rest) if named else clause


_PHRASE = 4
_MUSTERING = word_set("mustering")
_UNDERTAKING = word_set("undertaking")


def carried_out(clause: Clause, words: Words) -> Clause:
    """某战区组织兵力，在某海域，开展演习 is the exercise: what is mustered gives way to what it does.

    So does a phrase of four characters (闻令而动) to the deed behind it.
    """
    last = clause.atoms[-1] if clause.atoms else None
    if clause.form == "clause" and last is not None and last.tag in ("i", "l") and len(last.text) == _PHRASE:
        front = clause.atoms[:-1]
        deed = strip_front(clause.following[0], words.lists["connectives"]) if clause.following else []
        if front and deed and deed[0].verbal and not any(a.verbal for a in front):
            return replace(clause, atoms=(*front, *deed), following=clause.following[1:])
    verb = next((k for k, a in enumerate(clause.atoms) if a.verbal and a.text != "继续"), None)
    if clause.form != "clause" or not verb or clause.atoms[verb].text not in _MUSTERING:
        return clause
    if any(a.text in _UNDERTAKING for a in clause.atoms[verb + 1 :]):
        return clause
    for place, part in enumerate(clause.following[:3]):
        bare = strip_front(part, words.lists["connectives"])
        if bare and bare[0].text.rstrip("了") in _UNDERTAKING:
            atoms = (*clause.atoms[:verb], *bare)
            return replace(clause, atoms=atoms, following=clause.following[place + 1 :])
    return clause


_PARTNERS = frozenset(["与", "和", "同", "跟", "及"])
"""Prepositions that only seem to join: 宣布，与某公司签约."""


@lru_cache(maxsize=8)
def _joining(words: Words) -> frozenset[str]:
    """The connectives without those and without what opens a circumstance."""
    return words.lists["connectives"] - _PARTNERS - words.lists["adverbial"]


def _dates(atoms: Sequence[Atom], place: int) -> bool:
    """Whether an atom is a date that may date its clause, and no year of a name (2025年试点计划)."""
    expression = atoms[place].expression
    if expression is None:
        return False
    named = expression.granularity == "year" and place + 1 < len(atoms) and atoms[place + 1].nominal
    return not named


def _given_out(atoms: Sequence[Atom], words: Words) -> int | None:
    """Where something is given out behind a subject and in front of the last verb, and modifies nothing there."""
    given = next((k for k, a in enumerate(atoms[:-2]) if k and _gives_out(a, words)), None)
    return None if given and any(a.text == "的" for a in atoms[given:-2]) else given


def _gives_out(atom: Atom, words: Words) -> bool:
    return in_class(atom, "announce", words) or atom.text in ("发表", "发出", "刊发")
