"""Headlines that tell what a clause tells: the heading above it, or a statement of the article's own headline."""

import re
from dataclasses import replace
from datetime import date

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.foretold import foretold
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import begins_with, ends_with, stands_alone, tagged_title
from timeline.events.story import Statement, Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.grammar import known_verbs
from timeline.events.text.headlines import is_called_for, pairs_of
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified
from timeline.events.text.unnamed import counts_bodies, unnamed
from timeline.events.words import Words

SHORTEST = 4
"""The least characters of a title."""

_PAIRS = ("〔〕", "“”", "《》", "（）", "「」", "‘’", "()", "【】", "〈〉")
_MARKS = frozenset("".join(_PAIRS))
_BAD_STARTS = word_tuple("bad_starts")
_BAD_ENDS = word_tuple("bad_ends")


def is_whole(title: str) -> bool:
    """Whether a title has the right length, balanced marks and neither end cut."""
    if "\t" in title or not (len(title) >= SHORTEST and visible(title) <= LONGEST and len(title) <= 90):
        return False
    if visible(title) + title.count("《") * 2 < SHORTEST:
        return False
    plain = simplified(title)
    if begins_with(plain, _BAD_STARTS) or ends_with(plain, _BAD_ENDS):
        return False
    return _MARKS.isdisjoint(title) or all(title.count(pair[0]) == title.count(pair[1]) for pair in _PAIRS)


def headline_for(clause: Clause, story: Story, index: int, least: float = 0.5, *, first: bool = True) -> Title | None:
    """The headline that tells the same as a clause: the heading right above it, or the article's for its beginning.

    Args:
        clause: the clause.
        story: its article.
        index: the number of its sentence.
        least: the share of the headline's pairs of characters that the clause has to hold.
        first: whether only the first of several statements of a headline will do.
    """
    most = 1 if first else None
    headings, headlines = story.headings_above(index)[:most], story.headlines[:most] if index in story.opening else ()
    if not headings and not headlines:
        return None
    parts = (clause.head, clause.agent, clause.atoms, *clause.following)
    told = "".join([atom.text for part in parts for atom in part])
    best: tuple[float, str] = (least, "")
    for statement in map(story.statement, (*headings, *headlines)):
        plain = statement.plain
        shared = sum(pair in told for pair in statement.pairs) / len(statement.pairs)
        fits = (
            shared >= best[0]
            and statement.says
            and is_whole(plain)
            and not _begins_with_deed(plain, story.words)
            and not (tells_progress(plain) or unnamed(plain) or counts_bodies(plain))
            and is_called_for(plain, told)
            and not _tells_its_day(plain, clause)
            and not _foretells_alone(plain, clause)
            and not _names_work(statement, clause)
            and not _says_otherwise(plain, told)
        )
        if fits and stands_alone(plain, story.words):
            best = (shared, statement.original)
    return Title(best[1], "the headline tells the same", ("headline",)) if best[1] else None


def undated(title: Title, begin: date) -> Title:
    """A headline without the day between its subject and its predicate, where its event begins on that day."""
    if "headline" not in title.doubts or _days_in(title.text) != {(begin.month, begin.day)}:
        return title
    return replace(title, text=_ITS_DAY.sub("", title.text))


_ITS_DAY = re.compile(
    r"(?<=[一-鿿》”])(?:将?[于在])?\d{1,2}月\d{1,2}日(?:凌晨|早上?|上午|中午|下午|傍晚|晚[上间]?)?"
    r"(?=[一-鿿])(?![起至前后以为是])"
)
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


def _days_in(text: str) -> set[tuple[int, int]]:
    """The months and days that a headline tells."""
    return {(int(month), int(day)) for month, day in _DAY.findall(text)}


def _tells_its_day(plain: str, clause: Clause) -> bool:
    """Whether a headline tells a day of its own, which is not that of a clause: 电影节6月13日开幕 on the day before."""
    days = _days_in(plain)
    if not days:
        return False
    told = [a.expression for part in (clause.head, clause.frame, clause.atoms) for a in part if a.expression]
    return all((one.begin.month, one.begin.day) not in days for one in told if one.begin)


def _foretells_alone(plain: str, clause: Clause) -> bool:
    """Whether a headline tells as still to come what a clause only tells to be announced: 宣布将驱逐一名外交官."""
    if not any(a.text.rstrip("了") in _ANNOUNCING for a in clause.atoms):
        return False
    told = atoms_of(plain, 0, len(plain), ())
    return foretold(told) is not None and not any(a.text in _ANNOUNCING for a in told)


_ANNOUNCING = word_set("giving_out")


_PROGRESS = re.compile(
    r"取得(?:了)?[^，《“]{0,8}(?:进展|成效|成果|实效|成绩|进步)$|(?:不断|日益|持续|逐步|逐渐|日趋)(?:健全|完善|优化|向好|提升|增强|改善|壮大|成熟|丰富)$"
    r"|(?:不断|日益|持续|逐步)(?:健全|完善|优化|加强|提升|增强|改善)[^，]{2,}$|(?:加紧|抓紧|加快|全力)(?:施工|建设)$"
    r"|(?:初步|基本|总体)(?:建立|形成|完善)$|(?:加快|加速|深入|扎实|稳步|有序|着力|持续|全力)(?:推进|推动|开展|实施|落实)"
)


def tells_progress(plain: str) -> bool:
    """Whether a headline tells how far something has come, which no day is the date of: 制度不断健全."""
    return _PROGRESS.search(plain) is not None


def _begins_with_deed(plain: str, words: Words) -> bool:
    """Whether a statement of a headline begins with its verb, whose subject another one tells: 传达学习会议精神."""
    word, tag = tagged_title(plain)[0] if plain else ("", "")
    return tag in ("v", "vd") and (word in words.cues or word in known_verbs(words))


def _says_otherwise(plain: str, told: str) -> bool:
    """Whether a headline tells what somebody says, of which the clause tells nothing: 总司令称将继续战斗."""
    said = _SAID.match(plain)
    pairs = pairs_of(said["what"]) if said else frozenset()
    return bool(pairs) and sum(pair in told for pair in pairs) / len(pairs) < _OF_SPEECH


_SAID = re.compile(r"^[^，称]{2,14}称(?P<what>[^，]{4,})$")
_OF_SPEECH = 0.25
"""The least share of the pairs of what is said in a headline that a clause of the same tells."""


def _names_work(statement: Statement, clause: Clause) -> bool:
    """Whether a headline is the title of a work that the clause tells of, and not the news that it is out."""
    parts = (clause.atoms, *clause.following)
    works = [a.text for part in parts for a in part if a.tag == "work"]
    return "《" not in statement.plain and any(
        sum(pair in work for pair in statement.pairs) / len(statement.pairs) > _OF_WORK for work in works
    )


_OF_WORK = 0.6


def preferred(title: Title, clause: Clause, story: Story, index: int) -> Title:
    """The headline in place of a title that tells the same in no more figures; a name of an event stays."""
    if title.name is not None or "headline" in title.doubts:
        return title
    fuller = _fuller(title, story, index) if title.doubts else None
    if fuller is not None:
        return fuller
    found = headline_for(clause, story, index, 0.6, first=False)
    if found is None:
        return title
    plain, own = simplified(found.text), pairs_of(simplified(title.text))
    same = sum(pair in plain for pair in own) / len(own) >= _SAME
    figures = set(re.findall(r"\d[\d.]*", title.text)) <= set(re.findall(r"\d[\d.]*", plain))
    return found if same and figures else title


def _fuller(title: Title, story: Story, index: int) -> Title | None:
    """The headline's statement that ends with a title and says more of who it is: 考古学家某某逝世 for 某某逝世."""
    plain = simplified(title.text)
    for statement in map(story.statement, story.headlines[:1] if index in story.opening else ()):
        ends = statement.plain.endswith(plain) and len(statement.plain) > len(plain)
        if ends and is_whole(statement.plain) and stands_alone(statement.plain, story.words):
            return Title(statement.original, "the headline tells the same", ("headline",))
    return None


_SAME = 0.4
"""The share of a title's pairs of characters that a headline of the same thing has."""
