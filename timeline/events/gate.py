"""The last test of an event in the making: a title that is cut, belongs to nobody, is too long or tells an opinion."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.events.data import word_set, words_of
from timeline.events.drafts import Draft
from timeline.events.fields.headlines import tells_progress
from timeline.events.fields.lacking import lacks, supplied
from timeline.events.fields.measures import measured
from timeline.events.fields.named import Title
from timeline.events.fields.nations import of_nation
from timeline.events.fields.owners import with_owner
from timeline.events.fields.pointing import pointed_out, points_elsewhere
from timeline.events.fields.reporters import of_firm
from timeline.events.fields.shorten import shorter
from timeline.events.fields.subjects import NO_SUBJECT, has_front_subject
from timeline.events.fields.title_words import (
    MARKED,
    PERIODS,
    Tagged,
    begins_with_modifier,
    gate_set,
    gate_words,
    has_name,
    is_ownerless,
    stands_alone,
    tagged_title,
)
from timeline.events.fields.whole_names import with_front
from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import event_name_type, known_verbs
from timeline.events.text.names import visible
from timeline.events.text.outcomes import Clause, Refusal
from timeline.events.text.phrases import PREPOSITION, stops_in_phrase
from timeline.events.text.script import simplified
from timeline.events.text.segmenter import PERSONS, tagged
from timeline.events.text.statements import STANDS
from timeline.events.text.unnamed import tells_document, unnamed

FULL = 28
"""A title with more characters is told without its inner lists, names in 《》 and “” not counted."""
LONG = 34
"""More characters than this are too many."""
LONG_NAMED = 40
"""The same for a title that begins with a name."""
SHORT = 6
"""A title with no more characters has to hold a name."""


_LATIN = re.compile(r"[A-Za-z][A-Za-z .\-]*|\d[\d.,]*")
_THIS = re.compile(
    r"[本这此][次届]|[这该此](?:艘|架|辆|名|位|项|家|座|条|款|个|场|起|只|部|份|批|种|些|类|一[^致行体])"
)
_NARRATED = re.compile(
    r"值得关注$|能否|毅然|年化测算|反而|竟然?|居然|忽然|突然间|原来|果然|^近[一二两三四五六七八九十几\d]+[年月天日周]"
)
_PERSON = re.compile(r"(?<!其)他|[她你您咱]|我(?![国省市县校军院区方党队局司部州镇们])|我们(?!党|国)|^\d[\d.]*%的")
_LATEST = re.compile(r"^最新(?:一期|一批|一轮)?的?(?=[一-鿿《“]{4})")
_LEFT_AT = re.compile(r"(?<![位处在基由鉴关终趋])于(?=(?:开始|启动|上线|截止|结束|生效|实施)$)")
_BY_MEANS = re.compile(r"(?:通过|凭借|以)[^，]{2,20}(?:措施|方式|成绩|机制|排查|形式|手段)$")
_BROKEN = re.compile(
    r"(?:来到|走进|到访|前往|抵达|深入)(?:村里|这里|那里|现场|当地|[家店厂园馆校][里中]|车间|一线)(?:考察|调研|慰问)?$"
    r"|(?<!小)说$|上的讲话$|临近[^，]{1,6}$|公司承诺$|联合公布$|联合发布$|原则上(?:完成|实施|执行)$|会议修订通过$|宣布、|^目标(?:全球|全国|实现|新增|净)|持有(?:公司)?[\d.,]+[万亿]?股$"
    r"|^(?:全球|全国|我国|中国|世界)[仅约已达近超共到过为有]*\d[\d.,]*[万亿]*(?:美元|欧元|元|人民币|[一-鿿]{0,2}元?$)"
    r"|(?:宣布取消|正在推出|力争推出|抢先推出)$|不(?:但|仅)(?!.*(?:而且|还|也|更|又))"
    r"|^(?:面向[^，的]*$|[访赴抵到][一-鿿]{1,4}(?:之后|后|时))|^[^《]{0,12}之日起(?:实施|施行|生效|执行)$|(?:交付|卖出|售出|生产)(?:了|约|超|近)?\d[\d.,]*[万千]?[辆台架艘套枚]$"
    r"|^[一-鿿·]{2,6}(?:接任|继任|卸任|上任|离任)$|^[^，]{0,8}继续$|通知予以[^，]{2}$|前几天$|能否[^，]*值得关注$|(?:时间节点|关键时刻)$"
    r"|^\d+[只家名个件条位款][一-鿿]{2,4}(?:上市|申购|发行|发布)$|(?:硕士|博士|本科|大学)毕业$"
    r"|^[^在于]*[会坛展]上(?:正式)?(?:发布|公布|亮相|展出|首发|宣布|推出|揭晓)$"
)
_TREND = re.compile(
    r"(?:进入|迈入|步入)[^，\d]{1,8}(?:时代|快车道|新阶段|深水区)$|"
    r"(?:设立|树立)[^，]{0,12}标杆$|(?:项目|工程|产品)全(?:都)?是|成为[^，\d]*(?:引擎|亮点|热点|趋势|时尚|首选|主流|风景线?|标配|常态|新宠|热词|焦点|主旋律|新选择|新潮流)$"
)
_GOES_ON = re.compile(
    r"(?:交火|冲突|战事|局势|战斗)(?:仍在|仍|还在)?(?:持续|继续)$|(?:关系|秩序)(?:逐步|逐渐)恢复$"
    r"|局势(?:进一步|不断|持续)?(?:加剧|升温|恶化|升级)$|趋于(?:结束|平稳|缓和)$"
    r"|逐[渐步](?:减弱|停歇|缓解|消退|结束)[^，]{0,4}$"
    r"|^(?:传达|学习)|(?:高温|强?降[雨雪]|阴雨|雾霾)(?:天气|过程)?持续$|即可(?!.*日)"
    r"|正在?考虑|[一-鿿]或(?:将|会|降至|升至|达到?|超过?|成为|迎来?|突破|面临|导致|下降|增长|推迟)(?!.*(?:称|预计))"
    r"|(?:车流|客流|人流)量?(?:持续|明显|逐渐|大幅)*(?:增加|增多|回升|攀升|增大)$|形势总体平稳"
)
"""What goes on or passes by degrees, which began on no day that is told: 两地交火仍在持续, 外交关系逐步恢复."""
_REACTION = re.compile(
    r"(?:媒体|网友|舆论|各界|外界)[^，]{0,6}(?:关注|热议|聚焦|点赞|评价|盛赞|称赞)|接受[^，]{0,16}(?:采访|专访)|报道[^，]{2,}的?新闻$"
)
_WITHOUT_OBJECT = re.compile(
    r"(?:公司|集团|银行|政府|局|部|委|厅|院|大学)(?:成功|率先|首次|正式)?(?:试行|推行|采用|引进|收购|购买)$"
)
_LESSONS = ("讲解", "讲课", "授课", "主讲")
_FIGURES_IN_A_ROW = re.compile(r"\d[\d.]*[^、，]{0,4}[、和]\d")
_VAGUE = frozenset(["other", "statistic", "market", "construction"])
_COUNTED = frozenset(["statistic", "market", "other"])


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, gate_words(name))))


def mended(title: Title, clause: Clause, story: Story, index: int, before: Sequence[Sequence[Atom]]) -> Title:
    """A title with its owner in front where it tells a bare figure or deed, and without lists where it is too long.

    Args:
        title: the title.
        clause: the clause that tells it.
        story: its article.
        index: the number of the clause's sentence.
        before: the clauses of the sentence in front of it.
    """
    if title.name is not None:
        return with_front(_whole_name(title, clause, story), story, index)
    if "headline" in title.doubts:
        return title
    title = replace(title, text=_LATEST.sub("", title.text)) if title.text.startswith("最新") else title
    if "于" in title.text and _LEFT_AT.search(title.text):
        title = replace(title, text=_LEFT_AT.sub("", title.text))
    title = pointed_out(title, story, index)
    plain = simplified(title.text)
    if len(plain) > FULL and _size(plain) > FULL and not _FIGURES_IN_A_ROW.search(plain):
        short = shorter(title.text, plain, story.words, FULL)
        return replace(title, text=short, doubts=(*title.doubts, "shortened")) if short else title
    title = of_firm(measured(title, story, index), story, index)
    words = tagged_title(simplified(title.text))
    verb_first = clause.form == "clause" and bool(words) and _verb_first(words, clause, story)
    title = with_owner(title, verb_first, story, index, before, LONG, _deciding(clause))
    return of_nation(supplied(title, story, index), story, index)


def _deciding(clause: Clause) -> Sequence[Atom]:
    """Who decides what a clause tells: its subject in front of 决定 and the date."""
    size = len(clause.agent)
    told = clause.form == "clause" and clause.head[:size] == clause.agent and size < len(clause.head)
    return clause.agent if told and clause.head[size].text in _DECISIONS else ()


_DECISIONS = word_set("decisions")


def _whole_name(title: Title, clause: Clause, story: Story) -> Title:
    """A name with the rest of it: 世界杯 of 举行世界杯前方报道团出征仪式."""
    atoms = [a for a in clause.atoms if a.tag != "paren"]
    if clause.form != "clause" or title.text != title.name or not event_name_type(atoms[-1].text, story.words):
        return title
    for k, atom in enumerate(atoms[:-1]):
        front = rendered(story.text, atoms[: k + 1])
        if front.endswith(title.text) and atoms[k + 1].tag in ("n", "nz", "vn", "f", "b"):
            whole = title.text + rendered(story.text, atoms[k + 1 :])
            plain = not any(a.text in ("的", "、", "和") or a.tag in ("date", "p", "stop") for a in atoms[k + 1 :])
            return replace(title, text=whole, name=whole) if plain and visible(whole) <= LONG else title
        if atom.tag == "stop":
            break
    return title


def refused(draft: Draft, story: Story) -> Refusal | None:
    """Why a draft is no entry of a calendar as its title reads; None where it may be one."""
    title = draft.title
    plain = simplified(title.text)
    if title.name is None and (_TREND.search(plain) or _REACTION.search(plain) or _GOES_ON.search(plain)):
        return Refusal("background", "tells an opinion or a scene")
    if "headline" in title.doubts:
        scene = title.name is None and _any_of("opinion").search(MARKED.sub("《》", plain))
        if title.name is None and _is_general(draft, plain):
            return Refusal("background", STANDS)
        return Refusal("background", "tells an opinion or a scene") if scene else None
    if unnamed(plain):
        return Refusal("no clause", "a document without a name")
    if _is_programme(plain, story):
        return Refusal("no clause", "a programme, and not what it shows")
    if title.name is not None:
        return Refusal("no clause", "its title stops in the middle") if plain.endswith("前夕") else None
    bare = MARKED.sub("《》", plain)
    if _any_of("opinion").search(bare) or _PERSON.search(bare) or _THIS.search(bare) or _NARRATED.search(bare):
        return Refusal("background", "tells an opinion or a scene")
    passage = story.plain[slice(*draft.story_sentence(story))]
    if draft.type == "other" and _any_of("scenes").search(passage):
        return Refusal("background", "tells an opinion or a scene")
    words = tagged_title(plain)
    if not words:
        return None
    if len(plain) > LONG and _too_long(words, plain, story):
        return Refusal("no clause", "no title of a headline's length")
    if draft.clause.form == "noun" and words[-1][0] in gate_set("ends"):
        return Refusal("no clause", "its title stops in the middle")
    if draft.clause.form == "noun" and not _is_plain_alone(draft, plain, story):
        return Refusal("no clause", "nothing tells whose it is")
    if draft.clause.form != "clause":
        return None
    short = len(plain) <= SHORT and _pale(draft, plain)
    feast = _feast(draft, plain)
    named = (short or feast) and has_name(words, bare, story.words)
    checks = (
        (words[0][0] in gate_set("starts"), "its title begins in the middle"),
        (_is_anonymous(words, story) or words[0][0] in gate_set("whole_areas"), "nothing tells whose it is"),
        (_is_cut(words) or _stops(bare) or _ends_in_phrase(plain), "its title stops in the middle"),
        (_is_general(draft, plain), STANDS),
        ("有望" in bare and draft.status in ("happened", "ongoing"), "a prospect on the day of its report"),
        (draft.type in _COUNTED and is_ownerless(words), "nothing tells whose figure it is"),
        (_PILOTS.match(bare) is not None, "nothing tells what is tried there"),
        (draft.type in _COUNTED and _ROW_OF_ONE.match(bare) is not None, "nothing tells which figure is whose"),
        (_is_name(plain), "a noun and no statement"),
        (_begins_with_phrase(words, story), "its subject is not told"),
        (_points(words) or points_elsewhere(bare) or lacks(plain), "its subject is told elsewhere"),
        (_verb_first(words, draft.clause, story), "its subject is not told"),
        (not _is_plain_alone(draft, plain, story), "nothing tells whose it is"),
        (_only_noun(words), "a noun and no statement"),
        (_is_nobody(draft, words, story), "the deed of somebody whom only the article knows"),
        (short and not named, "a short title, no name"),
        (feast and not named, "what is done on any feast"),
    )
    return next((Refusal("no clause", detail) for holds, detail in checks if holds), None)


_GENERAL = re.compile(
    r"(?:平稳|有序|旺盛|良好|活跃|充足|火热|向好|态势|稳定恢复|持续改善|合理增长|形势稳定|总体稳定|可观[涨跌]幅"
    r"|表现[^，]{0,3}[弱强好佳平淡疲软低迷眼])$"
)


def _is_general(draft: Draft, plain: str) -> bool:
    """Whether a title tells by now how things stand (运行态势平稳) or come on (取得积极成效), without a figure."""
    if draft.status not in ("happened", "ongoing"):
        return False
    plain = PERIODS.sub("", MARKED.sub("《》", plain))
    told = not any(c.isdigit() for c in plain)
    return told and (tells_progress(plain) or (draft.type in _COUNTED and _GENERAL.search(plain) is not None))


_ON_AIR = re.compile(r"(《[^《》]+》)(?:播出|开播)")


_COLUMN_SHOWS = re.compile(r"《[^《》]{2,12}》[^，《》]{0,60}(?:进行解读|带[您你]|聚焦|盘点|走进|为[您你]|整理)")
"""What a programme or column has on: 《访谈》就统一大市场进行解读."""


def _is_programme(plain: str, story: Story) -> bool:
    """Whether a title tells only that a regular programme is on, and not what it shows."""
    shown = _ON_AIR.fullmatch(plain)
    return (shown is not None and f"{shown[1]}栏目" in story.plain) or _COLUMN_SHOWS.match(plain) is not None


def _points(words: Tagged) -> bool:
    """Whether a title begins with a common noun that its predicate follows at once: 公司宣布…."""
    return len(words) > 1 and words[0][0] in gate_set("pointing") and words[1][1][:1] in ("v", "d", "p", "a", "t")


_LOCATORS = frozenset(["中", "下", "上", "内", "里", "间", "之中", "之下", "后", "前", "期间", "时", "之际", "方面"])


def _is_cut(words: Tagged) -> bool:
    """Whether a title ends with a word that leads on, or with the end of a phrase such as 在…中."""
    last, tag = words[-1]
    inside = last in _LOCATORS and tag in ("f", "t", "n", "zg", "ns")
    return last in gate_set("ends") or (inside and not any(word.endswith("死于") for word, _ in words))


def _is_anonymous(words: Tagged, story: Story) -> bool:
    return words[0][0] in gate_set("anonymous") and not has_name(words[1:], "", story.words)


_OF_THE_COUNTRY = frozenset(["statistic", "market", "publication", "target", "holiday", "anniversary"])


def _is_plain_alone(draft: Draft, plain: str, story: Story) -> bool:
    """Whether a title names whom it tells of; a figure may be the whole country's, where the words before tell that."""
    if (
        story.document
        and draft.type in ("statistic", "target")
        and not has_name(tagged_title(plain), plain, story.words)
    ):
        return any(word in plain for word in gate_set("areas"))
    if draft.part_of or stands_alone(plain, story.words) or tells_document(plain):
        return True
    if draft.type not in _OF_THE_COUNTRY:
        return False
    sentence, earlier = story.sentences[draft.sentence], story.sentences[max(0, draft.sentence - 1)]
    start = earlier.start if earlier.line == sentence.line else sentence.start
    frame = story.title + "".join(story.headings_above(draft.sentence)) + story.plain[start : sentence.end]
    return any(word in frame for word in gate_words("nation"))


def _too_long(words: Tagged, plain: str, story: Story) -> bool:
    """Whether a title is longer than a headline; one that begins with a name may have more characters."""
    leading = words[0][0] in gate_set("areas") or words[0][0].isdigit() or has_name(words[:6], plain[:12], story.words)
    return _size(plain) > (LONG_NAMED if leading else LONG)


def _stops(bare: str) -> bool:
    """Whether a title ends before its predicate (宁夏通过“探访行动”等措施) or its object."""
    if _BROKEN.search(bare) or _WITHOUT_OBJECT.search(bare):
        return True
    means = _BY_MEANS.search(bare)
    return means is not None and not any(tag == "v" for _, tag in tagged(bare[: means.start()]))


def _begins_with_phrase(words: Tagged, story: Story) -> bool:
    """Whether a title begins with whom something is done to, and names no event by it: 向社会公布库点216个."""
    toward = words[0][0] in ("对", "向") or (words[0][0] == "集中" and words[0][1] in ("d", "ad"))
    return toward and not any(event_name_type(word, story.words) for word, _ in words if len(word) > 1)


def _ends_in_phrase(plain: str) -> bool:
    """Whether a title stops behind a preposition and its noun phrase."""
    return PREPOSITION.search(plain) is not None and stops_in_phrase(atoms_of(plain, 0, len(plain), ()))


_PILOTS = re.compile(r"(?:我国|中国|全国)?(?:各|首批|第[一二三]批)?试点(?:地区|城市|单位|企业|省份|区域)(?!名单)")
_ROW_OF_ONE = re.compile(
    r"[^、和与及跟\d]*\d[\d.,]*(?P<unit>[万亿]*(?:[元人件家个吨亩]|人次|%|亿|万)[一-鿿]{0,1})(?:[、和]\d[\d.,]*(?P=unit))+$"
)
"""Figures in a row of one thing, of which each is another's: 进出口5.5万亿元、4.6万亿元."""


def _is_name(plain: str) -> bool:
    """Whether a title is a common noun and its name in quotation marks, with no verb but one inside the noun."""
    if not plain.endswith(_QUOTED_ENDS):
        return False
    atoms = atoms_of(plain, 0, len(plain), ())
    if len(atoms) < 2 or atoms[-1].tag != "quote" or not atoms[-2].nominal:
        return False
    plain_words = all(a.nominal or a.verbal for a in atoms)
    verbs = [k for k, a in enumerate(atoms) if a.verbal]
    return plain_words and all(0 < k < len(atoms) - 2 and atoms[k - 1].nominal for k in verbs)


_QUOTED_ENDS = ("”", "」", '"')


def _size(plain: str) -> int:
    """How many characters a title has, marked names not counted."""
    return len(_LATIN.sub("A", MARKED.sub("", plain)))


def _verb_first(words: Tagged, clause: Clause, story: Story) -> bool:
    """Whether a statement begins with its verb, so that nothing tells who does it."""
    word, tag = words[0]
    if tag not in ("v", "vd") or len(words) < 2 or word in NO_SUBJECT or has_front_subject(clause.atoms, story.words):
        return False
    if begins_with_modifier(words):
        return False
    known = word in known_verbs(story.words)
    if not known or (word == clause.atoms[0].text and not clause.atoms[0].verbal):
        return False
    return not any(tag in ("v", "vn") and k > 1 for k, (_, tag) in enumerate(words))


def _only_noun(words: Tagged) -> bool:
    """Whether the only verb belongs to the modifier right in front of 的: 九华村打造的融合项目."""
    told = any(tag[0] in "vpazild" or word[0].isdigit() or tag in ("ad", "f") for word, tag in words)
    last = max((k for k, (word, _) in enumerate(words) if word == "的"), default=-1)
    if last > 0 and not told:
        return True
    if last < 1 or not words[last - 1][1].startswith("v") or words[last - 1][1] == "vn":
        return False
    rest = [k for k, (_, tag) in enumerate(words) if (tag[:1] in "vzda" and tag != "ad") or tag in ("i", "l", "f")]
    return all(k == last - 1 for k in rest) and not any(word[0].isdigit() for word, _ in words[last:])


def _pale(draft: Draft, plain: str) -> bool:
    """Whether neither the type nor a number in a row (第一学期开学) tells what a short title means."""
    return draft.type in _VAGUE and not plain.startswith("第")


def _feast(draft: Draft, plain: str) -> bool:
    """Whether the day is a feast's and no date, or something is done everywhere on days off."""
    rule = draft.expression.rule if draft.expression and draft.type in ("other", "launch") else ""
    return rule == "festival" or (rule == "break" and plain.startswith("各"))


def _is_nobody(draft: Draft, words: Tagged, story: Story) -> bool:
    """Whether a title tells some deed of a person of whom neither the headline nor the article tells an office."""
    name, tag = words[0]
    lesson = draft.type == "conference" and any(word in _LESSONS for word, _ in words[1:3])
    if len(words) < 2 or not (draft.type in ("other", "meeting") or lesson):
        return False
    if (name == "小" and words[1][1] in PERSONS) or (tag in PERSONS and len(name) == 2 and name[0] in "小老"):
        return True
    if draft.type == "meeting":
        return False
    person = tag in PERSONS and 2 <= len(name) <= 3 and words[1][1][:1] in "vdpa" and name[-1] not in "方军队党"
    letters = tag == "eng" and name.isalpha() and words[1][0] == "的" and draft.type == "other"
    if not (person or letters) or name in story.title:
        return False
    place = story.plain.find(name)
    while place >= 0:
        if story.plain.endswith(_OFFICES, 0, place) or story.plain.startswith(_OFFICES, place + len(name)):
            return False
        place = story.plain.find(name, place + 1)
    return True


_OFFICES = (*words_of("posts.txt"), "演员", "导演", "歌手", "作家", "院士")
