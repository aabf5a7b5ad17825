"""Words in a title that point at a name told elsewhere (两国, 灾区, 该国), and the names that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.events.data import rows_of, table_of
from timeline.events.fields.named import Title
from timeline.events.fields.passages import near
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import PROPER, gate_set, gate_words, tagged_title
from timeline.events.story import Story
from timeline.events.text.atoms import atoms_of
from timeline.events.text.names import name_start, visible
from timeline.events.text.script import simplified


def pointed_out(title: Title, story: Story, index: int) -> Title:
    """A title with the names that its pointing words stand for, where the article tells them near it.

    Args:
        title: the title.
        story: its article.
        index: the number of the clause's sentence.
    """
    text = title.text
    for rule in (
        _with_pair,
        _with_body,
        _with_site,
        _with_land,
        _with_tour,
        _with_state,
        _with_chinese_name,
        _with_quoted,
        _with_whole,
        _with_sector,
        _with_pilot,
    ):
        text = rule(text, story, index)
    if text == title.text or visible(text) > LONGEST:
        return title
    name = text if title.name == title.text else title.name
    return replace(title, text=text, name=name, doubts=(*title.doubts, "what points is told in full"))


def points_elsewhere(plain: str) -> bool:
    """Whether a title in simplified characters holds a pointing word without the name that it stands for."""
    pair = _PAIR_WORD.match(plain)
    if pair and not _is_body_of_two(plain[pair.end() :]):
        return True
    site = _site(plain)
    if site and not _is_placed(plain[: site.start()]) and not _names_place(plain[site.end() :]):
        return True
    return _THAT.search(plain) is not None or _INVOLVED.match(plain) is not None


_PAIR_WORD = re.compile(r"^(?:两国|双方|两军|两党|两地)")


def _is_body_of_two(rest: str) -> bool:
    return rest.startswith("协议") or not rest


@cache
def _countries() -> str:
    return "|".join(sorted(table_of("places.tsv")["country"].split(), key=len, reverse=True))


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<one>{_countries()})(?:和|与|同|及|以及)(?P<two>{_countries()})"
        r"|(?<![一-鿿])(?P<short>[中美俄英法德日韩朝越老柬泰缅印巴伊以乌欧沙叙土埃南澳加墨阿]{2})(?=[两双][国方]|签|达成|建交|将|就|举行|宣布|恢复)"
    )


def _with_pair(text: str, story: Story, index: int) -> str:
    """美国和乌克兰 for 两国 at the front, where a sentence near it or the heading names a pair of countries."""
    found = _PAIR_WORD.match(simplified(text))
    if not found or found[0] in ("两党", "两地"):
        return text
    rest = text[found.end() :]
    for number, passage in enumerate(near(story, index)):
        pairs = list(_pair().finditer(passage))
        if pairs:
            names = pairs[-1]["short"] or f"{pairs[-1]['one']}和{pairs[-1]['two']}"
            acts = tagged_title(simplified(rest))[0][1][:1] in "vdp" if rest else False
            return names + (rest if acts and not pairs[-1]["short"] else text)
        lands = list(dict.fromkeys(re.findall(_countries(), passage)))
        if number and len(lands) == _TWO and found[0] == "两国":
            return f"{lands[0]}和{lands[1]}{text}"
    return text


_TWO = 2


def _with_body(text: str, story: Story, index: int) -> str:
    """云州救援队 for 救援队 at the front: a team or works by the name that the sentences before tell it by."""
    words = tagged_title(simplified(text))
    body = words[0][0] if words else ""
    if body not in gate_set("bodies") or len(words) < 2 or words[1][1][:1] not in "vdp":
        return text
    for passage in near(story, index):
        for match in reversed(list(re.finditer(body, passage))):
            atoms = atoms_of(passage, max(0, match.start() - 24), match.end(), ())
            last = len(atoms) - 1
            if not atoms or atoms[last].text not in (body, match[0]):
                continue
            name = "".join(a.text for a in atoms[name_start(atoms, last, story.words) :]).lstrip("“”")
            named = any(tag in PROPER for _, tag in tagged_title(name))
            if named and len(body) < len(name) <= _LONGEST_BODY and not re.search("[、的和“”]", name):
                return name + text[len(body) :]
    return text


_LONGEST_BODY = 16
_SITE = re.compile(r"(?:地震)?(?:重|受)?灾区|受灾(?:较?严重|较重)?的?地区|震区|疫区|事发地(?:点|区)?|事故现场")


def _site(plain: str) -> re.Match[str] | None:
    """The first pointing word for where something befell people."""
    return _SITE.search(plain) if any(character in plain for character in "灾震疫事") else None


_AREA_TAGS = frozenset(["ns", "nt", "nz"])
_KINDS = "地震|强震|余震|洪灾|洪水|洪涝|山火|林火|火灾|台风|泥石流|山体滑坡|滑坡|飓风|海啸|水灾|旱灾|火山喷发|爆炸|海啸"
_BEFALLEN = re.compile(
    rf"(?P<place>[一-鿿·]{{2,12}}?)(?:发生|突发|遭遇|遭受|遭)?(?:的|了)?(?:\d+(?:\.\d+)?级)?(?:特大|强烈|强|大)?(?P<kind>{_KINDS})"
)
_CRIMES = re.compile(
    r"(?P<place>[一-鿿·]{2,12}?)(?:发生|突发)(?:了|一起|多起)?(?P<kind>枪击|袭击|爆炸|纵火|刺伤|绑架|抢劫)"
)
_SIDE = re.compile(r"(?:^|[。；\n])[^，。；]{0,3}?(?P<place>[一-鿿]{2,8})方面[，,]")


def _is_placed(front: str) -> bool:
    """Whether the words right in front of a pointing word name the place: 西藏定日(地震灾区)."""
    if front.endswith(("地震", "的", "等", "、")):
        front = re.sub(rf"(?:\d+(?:\.\d+)?级)?(?:{_KINDS})$|[的等、]$", "", front)
    words = tagged_title(front) if front else ()
    return bool(words) and (words[-1][1] in _AREA_TAGS or words[-1][0].endswith(tuple("省市县区州镇乡村")))


def _names_place(behind: str) -> bool:
    """Whether the name of the place follows a pointing word: 重灾区(云溪县)."""
    return bool(behind) and any(_in_place(word) for word in tagged_title(behind)[:1])


def _place_in(told: str) -> str:
    """The names of places that a passage ends with, a half of them among them: 缅甸中部 of 据报道缅甸中部."""
    words = tagged_title(told) if told else ()
    first = len(words)
    while first and (_in_place(words[first - 1]) or words[first - 1][0] in _PARTS_OF_LAND):
        first -= 1
    while first < len(words) and words[first][1] != "ns":
        first += 1
    name = "".join(word for word, _ in words[first:])
    return name if first < len(words) and words[first][1] == "ns" else ""


def _in_place(word: tuple[str, str]) -> bool:
    """Whether a word may be a part of the name of a place that a country or the like begins."""
    return word[1] in ("ns", "f", "nr", "nrt", "nz") or (word[1] == "n" and len(word[0]) > _FOREIGN)


_FOREIGN = 2
"""A common noun with more characters is hardly one, but a foreign name that the segmenter does not know."""
_PARTS_OF_LAND = frozenset(["中部", "南部", "北部", "东部", "西部", "西南部", "东南部", "西北部", "东北部", "沿海"])


def _with_site(text: str, story: Story, index: int) -> str:
    """缅甸地震灾区 for 灾区, where a passage near it tells what befell which place."""
    plain = simplified(text)
    site = _site(plain)
    if not site or site[0].startswith("事"):
        return text
    if _is_placed(plain[: site.start()]) or _names_place(plain[site.end() :]):
        return text
    place, kind = befallen(story, index)
    return f"{text[: site.start()]}{place}{kind}灾区{text[site.end() :]}" if place else text


def befallen(story: Story, index: int, *, crimes: bool = False) -> tuple[str, str]:
    """Which place the passages near a sentence tell to be stricken, and by what: 缅甸 and 地震; "" where none is told.

    Args:
        story: the article.
        index: the number of the sentence.
        crimes: whether a crime is looked for and no disaster.
    """
    side = next((m["place"] for m in _SIDE.finditer(next(near(story, index)))), "")
    for passage in near(story, index):
        for match in (_CRIMES if crimes else _BEFALLEN).finditer(passage):
            place = _place_in(side) or _place_in(match["place"])
            if place:
                return place, "地震" if match["kind"].endswith("震") else match["kind"]
    return "", ""


_INVOLVED = re.compile(
    r"^(?:事故|涉事|肇事|失事|遇难)[一-鿿]{0,4}?(?:列车|客机|飞机|车辆|船|轮|航班|司机|公司|企业|人员)"
)
_THAT = re.compile(r"(?<![应活])该[一-鿿]")
_THAT_AREA = re.compile(r"该(?P<kind>国|州|省|市|县|区|镇|乡|村)(?!家|际|场|民|长)")


def _with_land(text: str, story: Story, index: int) -> str:
    """墨西哥 for 该国 inside a title: the country that is told last before; a town by its own kind of name."""
    plain = simplified(text)
    found = _THAT_AREA.search(plain)
    if not found:
        return text
    for passage in near(story, index):
        before = passage.split(found[0])[0]
        if found["kind"] == "国":
            names = re.findall(_countries(), before)
        else:
            names = re.findall(rf"[^\W\d，。；、在到赴的]{{2,4}}{found['kind']}(?=[^\W\d]|[，。])", before)
            names = [name for name in names if any(tag in PROPER for _, tag in tagged_title(name))]
        if names:
            told = plain[: found.start()]
            return text[: found.start()] + ("" if names[-1] in told else names[-1]) + text[found.end() :]
    return text


_LEADER = re.compile(r"(?<=[同与和见])(?P<who>[一-鿿·]{2,8})(?P<office>总统|总理|首相|国王)")


def _with_state(text: str, story: Story, _index: int) -> str:
    """同某国某某总统 for 同某某总统: the country that the article tells with him elsewhere."""
    leader = _LEADER.search(simplified(text))
    if leader is None or re.match(_countries(), leader["who"]):
        return text
    told = re.search(rf"({_countries()})[^，。；]{{0,16}}{leader['office']}{leader['who']}", story.plain)
    lands = {told[1]} if told else set(re.findall(_countries(), story.title)) - {"中国"}
    return f"{text[: leader.start()]}{lands.pop()}{text[leader.start() :]}" if len(lands) == 1 else text


_STOP = re.compile(r"^[一-鿿]{2,4}站(?![长点台内外前后])")
_TOUR = re.compile(r"“[^“”]{2,16}”[一-鿿]{0,6}(?:巡回演唱会|巡回演出|巡演|巡回赛|大奖赛|联赛|公开赛|挑战赛|巡展)")


def _with_tour(text: str, story: Story, index: int) -> str:
    """某巡回演唱会南京站 for 南京站: the tour or series that a passage near it tells of."""
    if not _STOP.match(simplified(text)):
        return text
    for passage in near(story, index):
        tours = [found[0] for found in _TOUR.finditer(passage) if found[0] not in text]
        if tours:
            return max(tours, key=len) + text
    return text


_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&\- ]+")


def _with_chinese_name(text: str, story: Story, _index: int) -> str:
    """迪港陶瓷城 for D.P.C.，which the article gives as its Chinese short name in brackets."""
    for short, full in story.aliases.items():
        if full in text and _LATIN.fullmatch(full) and not short.isascii():
            return text.replace(full, short, 1)
    return text


def _with_quoted(text: str, story: Story, _index: int) -> str:
    """共建“一带一路”国家 for 共建国家: the two words of a name, told before with a quoted one between them."""
    plain = simplified(text)
    for front, behind in _GAPS:
        place = plain.find(front + behind)
        if place < 0 or plain[:place].endswith("”"):
            continue
        told = re.search(rf"{front}(“[^“”\n]{{2,12}}”){behind}", story.plain)
        if told:
            place += len(front)
            return text[:place] + told[1] + text[place:]
    return text


_GAPS = tuple(tuple(word.split("_")) for word in gate_words("gaps"))
"""Names that are told in full with a quoted name at the place of the mark."""


def _with_whole(text: str, story: Story, index: int) -> str:
    """某国家公园河源园区 for 河源园区: a part by the name that it has in the sentences before it."""
    plain = simplified(text)
    words = tagged_title(plain)
    end = next((k for k, (word, tag) in enumerate(words) if tag[:1] in "vdp"), len(words))
    part = "".join(word for word, _ in words[:end])
    if not 3 <= len(part) <= 8 or not part.endswith(gate_words("parts")):
        return text
    start = story.sentences[index].start
    for match in re.finditer(rf"(?P<front>[一-鿿]{{3,10}}?(?:{_WHOLES})){re.escape(part)}", story.plain[:start]):
        front = _named_whole(tagged_title(match["front"]))
        if front:
            return front + text
    return text


_WHOLES = "|".join(gate_words("wholes"))


def _named_whole(words: Sequence[tuple[str, str]]) -> str:
    """The nouns that a run of words ends with, from the first name on."""
    first = len(words)
    while first and words[first - 1][1][:1] in "nj":
        first -= 1
    named = next((k for k in range(first, len(words)) if words[k][1] in PROPER), None)
    return "".join(word for word, _ in words[named:]) if named is not None else ""


_FIGURES_OF_SECTORS = tuple(
    {front + word for row in rows_of("sectors.tsv") for word in row[0].split() for front in ("", "日均")}
)
_SECTORS = tuple((row[0].split(), row[1].split()) for row in rows_of("sectors.tsv"))


def _with_sector(text: str, story: Story, index: int) -> str:
    """制造业生产指数 for 生产指数: the trade or market that a sentence near it tells the same figures of."""
    plain = simplified(text)
    if not plain.startswith(_FIGURES_OF_SECTORS):
        return text
    for figures, sectors in _SECTORS:
        figure = next((word for word in figures if plain.startswith((word, f"日均{word}"))), "")
        for passage in near(story, index) if figure else ():
            told = passage.partition(figure)[0]
            found = max(((told.rfind(sector), sector) for sector in sectors), key=lambda one: (one[0], len(one[1])))
            if found[0] >= 0:
                return found[1] + text
    return text


_PILOT = re.compile(r"(?:^|(?<=[对在])|(?<=开展|进行|组织|推进|启动|扩大|推广))试点(?:工作|地区|城市|单位|项目)")
_PILOT_NAME = re.compile(r"(?:[《于展行发]|\d年)(?P<name>[一-鿿]{2,14}?)试点(?=工作|方案|实施|的|改革|地区|城市|》)")


def _with_pilot(text: str, story: Story, _index: int) -> str:
    """政府网站集约化试点工作 for 试点工作: the pilot that the headline names."""
    pilot = _PILOT.search(simplified(text))
    named = _PILOT_NAME.search(story.title) if pilot else None
    return text[: pilot.start()] + named["name"] + text[pilot.start() :] if pilot and named else text
