"""Which games and which contest a result belongs to: told in front of it, in the first sentence or in the headline."""

import re
from dataclasses import replace
from datetime import datetime

from timeline.events.data import word_tuple
from timeline.events.drafts import Draft
from timeline.events.fields.named import Title
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.times import day_of
from timeline.events.fields.wording import cleaned
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of, rendered
from timeline.events.text.names import name_start, visible
from timeline.events.text.script import simplified

_GAMES = word_tuple("games")
_RESULTS = "|".join(word_tuple("sport_results"))
_RESULT = re.compile(
    rf"{_RESULTS}|(?:夺得?|获得?|摘得|斩获|摘下|赢得|夺下|摘取|收获|产生|决出|拿下|包揽).{{0,24}}(?:冠军|冠亚军|亚军|季军|[金银铜]牌|奖牌|[1-9]\d?强)"
    r"|[队手将][^，]{0,8}(?:取得|实现|迎来)(?:了)?开门红|全胜|[一二两三四五六七八九十\d]连[胜冠]"
)
_CONTEST = re.compile(
    r"(?:^|[，,在；：])(?:[^，,；：]{0,12}?(?:进行|举行|结束|展开|开赛|打响|上演|开始|出发|收官|落幕)的)?"
    r"(?P<name>[^，,；：的]{2,24}(?:的(?:半?决赛|比赛))?(?<=[赛场]))(?:[中上里]|结束后)?(?=[，,]|$)"
)
_STAGE = re.compile(r"(?:^|，)(?P<sport>[^，的]{2,10}?)(?:比赛)?开始(?P<stage>[^，的]{2,8}赛)的(?:争夺|角逐|较量)")
_VENUES = ("赛场", "比赛场")
_ENDS = re.compile(r"(?:的?比赛|半?决赛|[大小]组赛|赛场)$")
_SEVERAL = re.compile(r"(?P<verb>产生|决出)(?P<first>[^，、等]{2,12})[^。；]*?等(?P<count>\d+[项枚个]?(?:冠军|金牌))")
_FRONT = re.compile(r"^(?:最终|其中|此外|另外|随后|结果|之后)[，,]?")
_BARE = re.compile(r"^(?:本届|本次|此次|该|这|首届|今年|明年|去年)|^(?:省|市|县)?(?:运动会|联赛|锦标赛|大赛)$")
_YEAR = re.compile(r"^\d{4}年?")
_OPENS = re.compile(r"^[^，]{2,20}(?:比赛|决赛|赛事)(?:[也将])?(?:全面)?(?:开赛|开始|结束|展开|举行)$")
"""A contest that begins or ends, which is no result."""
_MEETS = re.compile(rf"对[阵战垒]|迎战|迎来|过招|交锋|出战|亮相|{_OPENS.pattern}|^[^，]{{0,10}}赛场?(?:产生|决出)")
_AWARDING = re.compile(r"^[^，]{0,10}赛场?(?:产生|决出)")
_SHORTEST = 4
_RECENT = 21
"""Up to so many days before its publication a report tells of its own games; older results belong to others."""


def _is_recent(draft: Draft, published: datetime) -> bool:
    return (published.date() - day_of(draft.time.begin)).days <= _RECENT


def with_contest(draft: Draft, story: Story, published: datetime) -> Draft:
    """A result, or a team's arrival, with its games and contest in front: 云州运动会女子佩剑决赛：海东队击败岭南队.

    Args:
        draft: an event in the making; any but a contest or a result stays as it is.
        story: its article.
        published: the publication moment.
    """
    plain = simplified(draft.title.text)
    result = _RESULT.search(plain) is not None
    if _TEAM.search(plain) and not _is_games(plain):
        return _with_games(draft, story)
    if draft.type != "competition" and not result:
        return draft
    named = draft.title.name is not None
    if named and _is_games(plain) and _ROUND.search(plain):
        return _with_outcome(draft, story)
    if _is_games(plain) or "《" in plain or not (result or named or _MEETS.search(plain)):
        return draft
    start = story.sentences[draft.sentence].start
    first = draft.clause.atoms[0].start
    games = _games(draft, story) if _is_recent(draft, published) else _games_in(story, start, first)
    told = story.undated(story.plain, start, first)
    contest = "" if named else _contest_in(told, plain)
    if not games and (not contest or visible(contest) < _SHORTEST):
        return draft
    draft.type = "competition" if draft.type == "other" or (result and games) else draft.type
    outcome = _outcome(draft, story) if named else _whole_outcome(draft, story)
    bare = _YEAR.sub("", games)
    contest = contest.split(bare, 1)[1] if bare and bare in contest else contest
    for front in (games + (draft.title.text if named else contest), games or contest):
        own = _OPENS.search(simplified(outcome)) or _AWARDING.search(simplified(outcome))
        mark = "" if own and not contest else "："
        text = f"{front}{mark}{outcome}" if outcome else front
        if visible(text) <= LONGEST:
            break
    else:
        return draft
    reason = "the games and the contest that the result belongs to"
    draft.title = Title(text, reason, draft.title.doubts, name=text if named and not outcome else None)
    if games:
        draft.part_of = draft.part_of if draft.part_of and _is_games(draft.part_of) else games
    return draft


_TEAM = re.compile(r"代表团(?:启程|抵达|入住|亮相)")


def _with_games(draft: Draft, story: Story) -> Draft:
    """A team's arrival with the games that it comes for."""
    games = _games(draft, story)
    text = games + draft.title.text
    if games and visible(text) <= LONGEST:
        draft.title = replace(draft.title, text=text)
        draft.part_of = games
    return draft


def _is_games(plain: str) -> bool:
    """Whether a text names games, and not only one contest of them."""
    return any(ending in plain for ending in _GAMES)


def _contest_in(told: str, plain: str) -> str:
    """The contest told last in front of a result, unless the result names it: 女子佩剑团体决赛, 举重赛场."""
    stage = _STAGE.search(told)
    if stage:
        return stage["sport"] + stage["stage"]
    found = [match["name"] for match in _CONTEST.finditer(told)]
    name = found[-1].removesuffix("的") if found else ""
    name = re.sub(r"^.*?(?:进行|举行|结束|展开|开赛)的|^[\s在]+", "", name).replace("的", "")
    core = _ENDS.sub("", name)
    return "" if not core or core in plain or name.endswith("赛区") else name


def _games(draft: Draft, story: Story) -> str:
    """The games that a result belongs to, told in its sentence, its item, or the column; "" where none are."""
    start = story.sentences[draft.sentence].start
    found = _games_in(story, start, draft.clause.atoms[0].start)
    if found:
        return found
    head = draft.sentence
    while head and story.sentences[head - 1].kind != "heading":
        head -= 1
    for index in range(head, min(draft.sentence, head + 3)):
        found = _games_in(story, story.sentences[index].start, story.sentences[index].end)
        if found:
            return found
    above = story.sentences[head - 1] if head else None
    found = _games_in(story, above.start, above.end) if above else ""
    if found:
        return found
    if above is None and story.occasion and _is_games(story.occasion):
        return story.occasion
    return ""


def _games_in(story: Story, start: int, end: int) -> str:
    """The first name of games in a passage; "" where it holds none."""
    if not _is_games(story.plain[start:end]):
        return ""
    atoms = atoms_of(story.plain, start, end, story.dates)
    for place, atom in enumerate(atoms):
        if not atom.text.endswith(_GAMES) or atom.tag in ("quote", "work", "paren", "date"):
            continue
        begin = name_start(atoms, place, story.words)
        name = rendered(story.text, atoms[begin : place + 1])
        if _BARE.search(name) or not _SHORTEST <= visible(name) <= 20:
            continue
        return name
    return ""


def _outcome(draft: Draft, story: Story) -> str:
    """The result that the clauses behind a named contest tell."""
    for part in draft.clause.following[:3]:
        text = rendered(story.text, cleaned(part, story.words))
        text = _FRONT.sub("", text)
        if _RESULT.search(simplified(text)) and part[0].tag != "p" and not any(a.tag == "date" for a in part):
            return text
    return ""


_ROUND = re.compile(r"第[一二三四五六七八九十\d]+轮$|(?:半?决赛|[八四]分之一决赛)$")


def _with_outcome(draft: Draft, story: Story) -> Draft:
    """A round of games with the result that the clauses behind tell."""
    outcome = _outcome(draft, story)
    text = f"{draft.title.text}：{outcome}"
    if outcome and visible(text) <= LONGEST:
        draft.part_of = draft.part_of or draft.title.name
        draft.title = Title(text, "the round and its result", draft.title.doubts)
    return draft


def _whole_outcome(draft: Draft, story: Story) -> str:
    """A result, with the first of several prizes and their number where a comma parts them."""
    plain = simplified(draft.title.text)
    sentence = story.sentences[draft.sentence]
    if not re.search(r"产生|决出", plain):
        return re.sub("[也将](?=全面|开赛)", "", draft.title.text)
    several = _SEVERAL.search(story.plain, draft.clause.atoms[0].start, sentence.end)
    if several is None or several["verb"] not in plain:
        return draft.title.text
    return f"{draft.title.text.split(several['verb'])[0]}{several['verb']}{several['first']}等{several['count']}"
