"""Which games a contest, a match or a team's arrival belongs to, where its title does not tell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.data import word_tuple
from timeline.events.drafts import Draft
from timeline.events.fields.pointing import near
from timeline.events.fields.title_words import tagged_title
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.names import name_start, visible
from timeline.events.text.script import simplified

_MOST = 40
_LONGEST = 18
"""The most characters of the name of games in front of a title."""
_GAMES = re.compile("|".join(sorted(word_tuple("games"), key=len, reverse=True)))
_OF_GAMES = re.compile(
    r"(?:队|选手|名将|小将)[^，]{0,8}?(?:击败|战胜|取得|夺|摘|包揽|获得|收获|晋级|卫冕|不敌|战平)"
    r"|(?:决赛|预赛|半决赛|小组赛|资格赛|淘汰赛)|赛场|的?比赛(?:开赛|结束|举行|展开|开始)?$|代表团(?:启程|抵达|入住|亮相)"
)
_TYPES = frozenset(["competition", "other", "meeting", "award"])


def with_games(drafts: Sequence[Draft], story: Story) -> None:
    """Put the games that a report tells of in front of its contests: 某届运动会女子重剑团体决赛.

    Args:
        drafts: the events so far.
        story: their article.
    """
    for draft in drafts:
        plain = simplified(draft.title.text)
        if draft.type not in _TYPES or _GAMES.search(plain) or not _OF_GAMES.search(plain):
            continue
        games = _told_near(story, draft.sentence)
        told = re.sub(r"的(?=比赛)", "", draft.title.text)
        part = draft.part_of if draft.part_of and draft.part_of.endswith("赛") and draft.part_of not in plain else ""
        text = f"{games}{part}{told}"
        if games and part and visible(text) > _MOST:
            text = games + told
        if games and visible(text) <= _MOST:
            name = text if draft.title.name else None
            draft.title = replace(draft.title, text=text, name=name)
            draft.part_of = games


def _told_near(story: Story, index: int) -> str:
    """The name of the games told nearest to a sentence, or by the headline of a report on them."""
    for passage in (*near(story, index), story.title):
        for match in reversed(list(_GAMES.finditer(passage))):
            atoms = atoms_of(passage, max(0, match.start() - 24), match.end(), ())
            if not atoms:
                continue
            name = "".join(a.text for a in atoms[name_start(atoms, len(atoms) - 1, story.words) :]).strip("“”【】")
            first = tagged_title(name)[0][1][:1] if name else "v"
            if len(match[0]) < len(name) <= _LONGEST and "、" not in name and first not in "vdpcr":
                return name
    return ""
