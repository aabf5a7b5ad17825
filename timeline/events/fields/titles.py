"""A headline for what a clause tells: the thing itself, whole, without its date, in 4 to 40 characters."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.data import word_set, word_tuple
from timeline.events.fields.headlines import headline_for, is_whole
from timeline.events.fields.named import Title, as_written, change_of, full_name, held, is_bare_event, of_owner, revised
from timeline.events.fields.shorten import LONGEST, shortened, without_offices
from timeline.events.fields.subjects import NO_SUBJECT, has_front_subject, turned, with_subject
from timeline.events.fields.title_words import begins_with, ends_with, gate_words
from timeline.events.fields.wording import cleaned, joined
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import (
    UNDER,
    event_name_type,
    has_predicate,
    is_organisation,
    noun_phrase,
    strip_front,
)
from timeline.events.text.names import is_generic, visible
from timeline.events.text.outcomes import Clause
from timeline.events.text.script import simplified
from timeline.events.text.segmenter import PERSONS, tagged
from timeline.events.words import Words

_TELLING = 28
"""A title with more characters than this gives way to a headline that tells the same."""


def title_of(clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]] = ()) -> Title | None:
    """The title of what a clause tells; None where no whole phrase names it.

    Args:
        clause: what the date dates.
        story: the article so far.
        index: the number of the clause's sentence.
        before: the clauses of the sentence in front of it, for a subject told there.
    """
    if clause.form == "noun":
        title = _of_noun(clause, story)
    elif clause.form == "label":
        title = _of_label(clause, story)
    elif clause.form == "scene":
        title = _of_scene(clause, story)
    else:
        title = _of_clause(clause, story, index, before)
    title = _with_full_works(title, clause, story) if title else None
    if title and title.name is None and (title.doubts or visible(title.text) > _TELLING):
        title = headline_for(clause, story, index, 0.75 if _has_name(title, clause, story.words) else 0.6) or title
    if title and visible(title.text) <= 5 and not (_is_known(title.text) or _has_name(title, clause, story.words)):
        title = _owned(title, story) or (title if visible(title.text) == 5 else None)
    return title if title and is_whole(title.text) and _says_who(title, clause, story.words) else None


_WORK = re.compile(r"《[^《》]{2,8}》")


def _with_full_works(title: Title, clause: Clause, story: Story) -> Title:
    """A title with the full names of works that it tells by their short ones."""
    place = clause.atoms[0].start
    text = _WORK.sub(lambda match: story.full_work(match[0], place), title.text)
    return replace(title, text=text) if text != title.text and is_whole(text) else title


def _is_known(text: str) -> bool:
    """Whether a short title needs nobody in front: a feast's days off, or what the whole country knows by its name."""
    return text.startswith(gate_words("known_to_all")) or _DAY_OFF.match(text) is not None


def _has_name(title: Title, clause: Clause, words: Words) -> bool:
    """Whether a short title names somebody or something by name."""
    return "《" in title.text or any(a.tag in _PROPER or is_organisation(a.text, words) for a in clause.atoms)


def _owned(title: Title, story: Story) -> Title | None:
    """A short title with what the headline is about in front: 某乐队门票开售."""
    owner = story.owner()
    if not owner or owner in title.text or title.text[:2] in owner or _UNOWNED.search(simplified(title.text)):
        return None
    if title.name and tagged(simplified(owner))[-1][1] in PERSONS:
        return None
    text = of_owner(owner, title.text)
    text = joined(owner, title.text) if text == owner + title.text else text
    return replace(title, text=text, doubts=(*title.doubts, "name taken from the headline"))


_DAY_OFF = re.compile(r"(?:元旦|春节|清明|五一|端午|中秋|国庆)节?放假$")
_UNOWNED = re.compile(r"放假$|^[一两几\d]+[条份项个篇起名场]")
"""What is the whole country's, and what a count without its noun begins."""
_PLANNED = word_set("planned")
_PERSONAL = word_tuple("titles_personal")
_BARE_STARTS = word_tuple("bare_starts")
_POINTING_STARTS = word_tuple("pointing_starts")
_BARE_ENDS = word_tuple("bare_ends")
_SAYS = re.compile(r"(?<![名简职统俗昵尊谦对人号])称$")
_SPOILED = re.compile(
    r"这是|这也|有人[^员事]|^[\dA-Za-z年月日时分:：.\s—-]+$|^[约近超逾]?\d[\d.,]*[万亿千百]*[一-鿿]{1,2}$"
)
_CUT_YEAR = re.compile(r"\d{4}(?!年)[一-鿿]")
_DANGLING_LEAD = re.compile(r"于在|于(?<![位处在基由鉴关终]于)(?:举行|召开|推出|发布|上市|开幕|举办|开售)")
_DANGLING_FIGURE = re.compile(r"[一-鿿](?<![会展赛节坛])\d{1,4}$")


def _says_who(title: Title, clause: Clause, words: Words) -> bool:
    """Whether a title is plain alone: no cut ends, and a person where somebody dies or resigns."""
    plain = simplified(title.text)
    if title.name is None and ends_with(plain, _BARE_ENDS):
        return False
    if title.name is None and _SAYS.search(plain):
        return False
    if plain.startswith(_POINTING_STARTS) or begins_with(plain, _BARE_STARTS):
        return False
    if _CUT_YEAR.match(title.text) and not any(event_name_type(a.text, words) for a in clause.atoms):
        return False
    if title.text.endswith(_PERSONAL) and visible(title.text) <= 8:
        return any(a.tag in ("nr", "nrt", "nrfg", "quote") for a in clause.atoms) or bool(title.doubts)
    if title.text[-1:].isdigit() and _DANGLING_FIGURE.search(title.text):
        return False
    return not (_DANGLING_LEAD.search(title.text) or _SPOILED.search(title.text))


_PROPER = frozenset(["nr", "nrt", "nrfg", "ns", "nt", "nz", "eng", "quote", "work", "j"])


def _of_noun(clause: Clause, story: Story) -> Title | None:
    """6月发布的《方案》 becomes 《方案》发布, 上周发生在某地的事故 becomes 某地事故."""
    verb, words = clause.verb, story.words
    noun = [a for a in clause.atoms if a.tag != "paren"] or list(clause.atoms)
    if verb is None or not noun:
        return None
    stem = verb.text.rstrip("在于了")
    told = as_written(story, verb, stem)
    printed = _printed(clause, story)
    if printed:
        return printed
    noun = _before_body(noun, stem, words)
    work = next((a for a in noun if a.tag == "work"), None)
    if work is not None:
        name = story.full_work(rendered(story.text, [work]), work.start)
        return Title(f"{name}{told}", f"《》 behind {verb.text}的")
    if _COUNTED.fullmatch("".join(a.text for a in noun)):
        return None
    told_of = rendered(story.text, noun)
    told_of = told_of.removesuffix("上") if stem in words.verbs["holding"] else told_of
    text = full_name(told_of, story, noun[0].start)
    kind = event_name_type(noun[-1].text.removesuffix("上"), words)
    if kind and stem in words.verbs["holding"]:
        if is_generic(noun):
            text = _with_host(text, clause, story)
        changed = change_of([a for part in clause.following[:1] for a in part[:4]], story)
        ending = changed or (told if stem in words.verbs["naming"] else "")
        return Title(joined(text, ending), f"{text} behind {verb.text}的", name=text) if text else None
    if stem in ("发生", "爆发"):
        text = _RESULTS.sub("", text)
        place = _place_inside(clause, story)
        return Title(text if place in text else place + text, f"{text} behind {verb.text}的")
    if text in _WORDS_ONLY or visible(text) < 2 or text.endswith(("日报", "晚报", "周刊", "杂志")):
        return None
    return Title(f"{text}{told}", f"{text} behind {verb.text}的")


def _before_body(noun: list[Atom], stem: str, words: Words) -> list[Atom]:
    """What is launched, without a body behind it that another line begins with: 发射的某号飞船某院、某局…."""
    launched = stem in ("发射", "上映", "首飞", "首航", "首映", "播出", "开播")
    body = next((k for k, a in enumerate(noun) if k > 1 and (a.tag == "nt" or is_organisation(a.text, words))), None)
    return noun[:body] if launched and body else noun


_RESULTS = re.compile(r"(?<=..)(?:所?产生|所?造成|所?导致|所?引发)$")
"""The verb of what a mishap results in, whose modifier it is: 脱轨事故产生(的污染)."""
_COUNTED = re.compile(r"[一两几多]?(?:条|份|项|篇|则|个|名|批|组)")
_WORDS_ONLY = word_set("words_only")


def _printed(clause: Clause, story: Story) -> Title | None:
    """明天出版的人民日报将发表社论《…》 becomes 人民日报发表社论《…》; so does the form 发表社论，题目是《…》."""
    if clause.verb is None or clause.verb.text not in ("出版", "发行") or not clause.following:
        return None
    telling = clause.following[0]
    verb = next((k for k, a in enumerate(telling) if a.text in ("发表", "刊发", "刊登")), None)
    if verb is None:
        return None
    told = without_offices(list(telling[verb:]), story.words)
    named = next((a for part in clause.following[:2] for a in part if a.tag == "work"), None)
    end = next((k for k, a in enumerate(told) if a.tag == "work"), len(told))
    if named is None or (end == len(told) and named in telling):
        return None
    text = rendered(story.text, clause.atoms) + rendered(story.text, [*told[:end], named])
    return Title(text, "a work in a paper of that day")


def _place_inside(clause: Clause, story: Story) -> str:
    for place, atom in enumerate(clause.head):
        if atom.text in ("在", "于") or (clause.verb and clause.verb.text[-1] in "在于"):
            start = place + 1 if atom.text in ("在", "于") else place
            end = noun_phrase(clause.head, start, story.words)
            return rendered(story.text, clause.head[start:end])
    return ""


def _of_label(clause: Clause, story: Story) -> Title | None:
    """股权登记日 for 股权登记日为…; a short label is told with whose it is."""
    atoms = strip_front(list(clause.atoms), story.words.lists["connectives"])
    text = re.sub(
        r"^[一二三四五六七八九十\d]+[、.]|(?:的)?(?:具体)?(?:时间|日期)$", "", rendered(story.text, atoms)
    ).strip("、：: ")
    if not text or text in _WORDS_ONLY or visible(text) > LONGEST:
        return None
    kind = event_name_type(text, story.words)
    full = story.resolved(text, clause.atoms[0].start) if kind else None
    owner = story.owner()
    if not full and visible(text) <= 8 and owner and owner not in text and not text.startswith("《"):
        text = f"{owner}{text}"
    return Title(full or text, "the label of the date", name=full or (text if kind else None))


def _of_scene(clause: Clause, story: Story) -> Title | None:
    noun = [a for a in clause.atoms if a.tag != "paren"]
    if not noun:
        return None
    text = full_name(rendered(story.text, noun), story, noun[0].start)
    if is_generic(noun):
        text = _with_host(text, clause, story)
    verb = clause.verb
    stem = verb.text.rstrip("了于在") if verb else ""
    ending = as_written(story, verb, stem) if verb and stem in story.words.verbs["naming"] else ""
    return Title(joined(text, ending), "the occasion that the date belongs to", name=text) if text else None


def _with_host(text: str, clause: Clause, story: Story) -> str:
    """A common name such as 新闻发布会 with who holds it or the full name told before; "" where neither is known."""
    full = story.resolved(text, clause.atoms[0].start)
    if full:
        return full
    host = [a for a in clause.agent if a.tag != "paren"] or [a for a in clause.head if a.nominal]
    name = rendered(story.text, strip_front(host, story.words.lists["connectives"]))
    return f"{name}{text}" if 2 <= len(name) <= 16 and not name.startswith(tuple(story.words.lists["pronouns"])) else ""


def _of_clause(clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]) -> Title | None:
    words = story.words
    atoms = cleaned(_first_line(clause.atoms), words)
    if not atoms:
        return None
    amended = revised(atoms)
    if amended:
        return amended
    name = held(atoms, story, clause)
    if name:
        return name
    if is_bare_event(atoms, story):
        return None
    atoms, place = _without_place(atoms, words)
    if len(atoms) > 2 and atoms[0].text in _STRIVING and atoms[1].nominal:
        atoms = atoms[1:]
    planned = rendered(story.text, atoms[:1]) if atoms and atoms[0].text in _PLANNED else ""
    subject, atoms, doubts = with_subject(atoms[1:] if planned else atoms, clause, story, index, before)
    if not atoms or not has_predicate(atoms) or _lacks_object(atoms, words):
        return None
    core, cut = shortened(atoms, story, LONGEST - visible(subject))
    if not core and any(a.text == "分别" for a in atoms):
        bare_core, lost = shortened([a for a in atoms if a.text != "分别"], story, LONGEST - visible(subject))
        core = "" if lost else bare_core
    if not core and subject:
        core, cut = shortened(atoms, story, LONGEST)
        subject, doubts = "", (*doubts, "subject not told")
    core = core.removeprefix("等地")
    if not core:
        return None
    text = joined(subject, core) if subject else core
    if subject and core in _HELD and event_name_type(simplified(subject), words) and not planned:
        return Title(subject, "the event that is held", (*doubts, *(("shortened",) if cut else ())), name=subject)
    if planned:
        text = joined(subject, planned + core) if subject else _foretold(planned, core, atoms)
    bare = not subject and atoms[0].verbal and not has_front_subject(clause.atoms, words)
    if bare and atoms[0].text not in NO_SUBJECT:
        text, was_turned = turned(atoms, text, story)
        doubts = doubts if was_turned else (*doubts, "subject not told")
    if place and not subject and visible(text) + visible(place) <= 30 and atoms[0].text in ("发生", "突发"):
        text = place + text
    return Title(text, "the clause of the date", (*doubts, *(("shortened",) if cut else ())))


def _first_line(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """A statement as far as a blank behind its predicate, where another one begins without a comma."""
    for place in range(2, len(atoms) - 2):
        if not atoms[place].text.isspace():
            continue
        front, back = atoms[place - 1].text[-1], atoms[place + 1].text[0]
        parts = (front == "%" or not front.isascii()) and not back.isascii()
        if parts and _tells_all(atoms[:place], atoms[place + 1 :]):
            return atoms[:place]
    return atoms


def _tells_all(front: Sequence[Atom], back: Sequence[Atom]) -> bool:
    """Whether both sides of a blank are statements with a subject of their own."""
    return has_predicate(front) and has_predicate(back) and back[0].nominal and not front[-1].verbal


def _foretold(planned: str, core: str, atoms: Sequence[Atom]) -> str:
    """A forecast in front of the figure that it tells of a subject of its own: 预计产量增长3%."""
    figure = any(a.tag == "m" and any(c.isdigit() for c in a.text) for a in atoms)
    return planned + core if figure and planned in _FORECASTS and not atoms[0].verbal else core


_HELD = frozenset(["举行", "举办", "召开"])
_STRIVING = frozenset(["力争", "争取", "力求"])
"""In front of a subject they tell that what it comes to is aimed at: 力争产业规模达600亿元."""
_FORECASTS = ("预计", "有望")


def _without_place(atoms: list[Atom], words: Words) -> tuple[list[Atom], str]:
    """A clause without a place at its front (在北京…), and that place."""
    if atoms and atoms[0].text in ("在", "于"):
        when = next((k for k, a in enumerate(atoms[:16]) if a.text in ("时", "期间", "之际", "过程中")), None)
        if when is not None and any(a.verbal for a in atoms[:when]) and when + 1 < len(atoms):
            return atoms[when + 1 :], ""
        under = next((k for k, a in enumerate(atoms[:16]) if k and a.text == "下" and atoms[k - 1].text in UNDER), None)
        if under is not None and under + 1 < len(atoms):
            return atoms[under + 1 :], ""
        end = noun_phrase(atoms, 1, words)
        if end < len(atoms) and atoms[end].tag == "f":
            end += 1
        rest = atoms[end:]
        if end > 1 and rest and rest[0].text != "的":
            return rest, "".join(a.text for a in atoms[1:end] if a.tag != "f")
    return atoms, ""


def _lacks_object(atoms: Sequence[Atom], words: Words) -> bool:
    """某出版社出版: who publishes is told, and not what."""
    if atoms[-1].text not in words.verbs["document"] or len(atoms) < 2:
        return False
    front = atoms[:-1]
    if any(a.text in ("在", "于") for a in front):
        return False
    return not any(a.tag == "work" for a in front) and is_organisation(front[-1].text, words)
