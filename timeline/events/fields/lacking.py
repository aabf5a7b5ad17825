"""What a title lacks to be plain and the sentences before tell: whom aid is for, whose shares, which city's line."""

import re
from dataclasses import replace

from timeline.events.data import table_of
from timeline.events.fields.areas import area_before
from timeline.events.fields.named import Title
from timeline.events.fields.passages import near
from timeline.events.fields.pointing import befallen
from timeline.events.fields.shorten import LONGEST
from timeline.events.fields.title_words import stands_alone
from timeline.events.story import Story
from timeline.events.text.names import visible
from timeline.events.text.script import simplified
from timeline.events.text.segmenter import tagged

_AID = re.compile(r"(?:紧急)?(?:援助|救援|救灾)物资")
_CASE = re.compile(
    r"^(?:一|两|三|多)[名位个][^，]{0,8}(?:男子|女子|嫌疑人|嫌犯|枪手|凶手|司机|少年)[^，]{0,6}"
    r"(?:自首|被捕|被逮捕|被拘留|被拘|落网|认罪|被起诉|归案)"
)
_REST = re.compile(
    r"(?<=购|售)(?=(?:其余|剩余)(?:全部)?(?:股份|股权))|(?<=认购|持有)(?=(?:其余|剩余)(?:全部)?(?:股份|股权))"
)
_OWNED = re.compile(
    r"(?:成为|入股|增资|收购|持有)[^，。；]{0,12}?公司“?(?P<name>[A-Za-z][A-Za-z0-9. ]{1,20}|[一-鿿]{2,6}?)”?"
    r"的?(?=最大|第一|单一|控股|\d|部分|[，。；]|股份|股权)"
)
_LINE = re.compile(r"^(?:地铁)?\d+号线")
_SHOWN = re.compile(r"(?:播出|直播|转播)(?:实况|录像)$")
_WORK = re.compile(r"《[^《》\n]{2,40}》")


def supplied(title: Title, story: Story, index: int) -> Title:
    """A title with the name that it lacks, where the article tells it near.

    Args:
        title: the title, no name of an event.
        story: its article.
        index: the number of the clause's sentence.
    """
    text = title.text
    for rule in (_aid_for, _case_of, _this_case, _shares_of, _line_in, _work_shown, _economy_of, _alarm_of, _maker_of):
        text = rule(text, story, index)
    if text == title.text or visible(text) > LONGEST:
        return title
    return replace(title, text=text, doubts=(*title.doubts, "what points is told in full"))


def _countries() -> list[str]:
    return table_of("places.tsv")["country"].split()


def _aid_for(text: str, story: Story, index: int) -> str:
    """援助缅甸物资 for 援助物资, where nothing in the title tells whom it is for."""
    plain = simplified(text)
    aid = _AID.search(plain)
    if not aid or any(country in plain for country in _countries() if country != "中国"):
        return text
    place = befallen(story, index)[0].removesuffix("中部")
    if not place or place in plain:
        return text
    return f"{text[: aid.start()]}援助{place}{text[aid.end() - 2 : aid.end()]}{text[aid.end() :]}"


def _case_of(text: str, story: Story, index: int) -> str:
    """某地枪击事件 in front of 一名男子自首: the crime that somebody without a name is held for."""
    if not _CASE.match(simplified(text)):
        return text
    place, kind = befallen(story, index, crimes=True)
    return f"{place}{kind}事件{text}" if place else text


def _this_case(text: str, story: Story, index: int) -> str:
    """某人受贿一案 for 此案: the case that the article has named before."""
    this = _THIS_CASE.search(simplified(text))
    named = list(_CASE_NAME.finditer(story.plain, 0, story.sentences[index].start)) if this else []
    if this is None or not named:
        return text
    crime = named[-1]
    who = tagged(story.plain[max(0, crime.start() - _LONGEST_NAME) : crime.start()])[-1:]
    if not who or who[0][1] not in ("nr", "nrt"):
        return text
    name = story.text[crime.start() - len(who[0][0]) : crime.end()]
    return f"{text[: this.start()]}{name}{text[this.end() :]}"


_LONGEST_NAME = 8
_THIS_CASE = re.compile(r"[此该本]案")
_CASE_NAME = re.compile(
    r"(?:涉嫌)?(?:受贿|行贿|贪污|滥用职权|故意杀人|诈骗|集资诈骗|挪用公款|走私|内幕交易|职务侵占)(?:、[一-鿿]{2,8})*罪?一?案"
)


def _shares_of(text: str, story: Story, index: int) -> str:
    """收购某公司其余股份 for 收购其余股份."""
    plain = simplified(text)
    rest = _REST.search(plain) if "股" in plain else None
    if rest:
        for passage in near(story, index):
            found = _OWNED.search(passage)
            if found and found["name"] not in text:
                return text[: rest.start()] + found["name"].strip() + text[rest.start() :]
    return text


def _line_in(text: str, story: Story, index: int) -> str:
    """北京6号线 for 6号线: the city of a line by its number."""
    if not _LINE.match(simplified(text)):
        return text
    city = area_before("市", story, story.sentences[index].end)
    return city.removesuffix("市") + text if city else text


def _work_shown(text: str, story: Story, index: int) -> str:
    """播出《某晚会》实况 for 播出实况: the work told last in the line."""
    plain = simplified(text)
    shown = _SHOWN.search(plain)
    if not shown or _WORK.search(plain) or "“" in plain or not plain[: shown.start()]:
        return text
    for passage in list(near(story, index))[1:]:
        works = _WORK.findall(passage)
        if works:
            work: str = works[-1]
            return text[: shown.start() + 2] + work + text[shown.start() + 2 :]
    return text


def _economy_of(text: str, story: Story, index: int) -> str:
    """美国失业率 for 失业率: the country whose economy the sentences before tell of."""
    plain = simplified(text)
    if not _ECONOMY.match(plain) or any(country in plain for country in _lands()):
        return text
    for passage in list(near(story, index))[1:]:
        told = [(passage.rfind(land), land) for land in (*_lands(), "我国", "全国") if land in passage]
        if told:
            land = max(told)[1]
            return text if land in ("我国", "全国", "中国") else land + text
    return text


def _alarm_of(text: str, story: Story, index: int) -> str:
    """发布洪水最高级别警报 for 发布最高级别警报: what it warns of, as the nearest passage tells."""
    plain = simplified(text)
    alarm = _ALARM.search(plain)
    if not alarm or _PERIL.search(plain):
        return text
    for passage in near(story, index):
        perils = _PERIL.findall(passage)
        if perils:
            peril: str = _PERILS.get(perils[-1], perils[-1])
            return text[: alarm.start("level")] + peril + text[alarm.start("level") :]
    return text


_ALARM = re.compile(r"(?:发布|启动|拉响|升级为|维持)(?:了)?(?P<level>最高级别|最高等级|[红橙黄蓝]色)(?:警报|预警|警戒)")
_PERIL = re.compile(
    "洪水|洪灾|洪涝|台风|飓风|暴雨|暴雪|大雪|寒潮|高温|热浪|山火|林火|海啸|风暴|龙卷风|雷暴|大雾|沙尘|火山|地震|雾霾|大风|雷电|冰雹|干旱"
)
_PERILS = {"洪灾": "洪水", "洪涝": "洪水"}


def _maker_of(text: str, story: Story, index: int) -> str:
    """The firm that announces a product or tells of a plant, in front of it: 首款折叠屏手机上市, 超级工厂制造完成…."""
    if not _PRODUCT.match(simplified(text)):
        return text
    told = list(_MAKER.finditer(next(near(story, index))))
    who = told[-1]["who"] if told else ""
    own = who and who not in text and stands_alone(who, story.words) and not who.endswith(_REPORTING)
    if not own:
        return text
    turned = _BROUGHT_OUT.search(text)
    return who + turned[0] + text[: turned.start()] if turned else who + text


_BROUGHT_OUT = re.compile("(?:推出|发布)$")
_PRODUCT = re.compile(
    r"(?:首[款台辆部颗]|新款|全新|新一代|第[一二三四五六七八九十]代)|[^，的]{0,10}(?:超级)?(?:工厂|产线)"
)
_MAKER = re.compile(
    r"(?<![^，。：:\s])(?P<who>[一-鿿A-Za-z]{2,10}?)(?:在[^，。]{2,24}?)?(?:正式|今日|今天)?"
    r"(?:宣布|官宣|披露|发布消息|透露)(?:称)?(?=[，：])"
)
_REPORTING = ("媒体", "记者", "人士", "负责人", "消息", "报道", "网友", "官方")


def _lands() -> list[str]:
    return [*_countries(), "欧元区", "欧盟", "香港", "澳门", "台湾"]


_ECONOMY = re.compile(r"(?:失业率|通胀率?|核心通胀|消费者价格|零售销售|非农|国内生产总值|GDP|CPI|PPI|制造业采购经理)")


def lacks(plain: str) -> bool:
    """Whether a title in simplified characters still lacks such a name."""
    if _CASE.match(plain) or _REST.search(plain) or _LINE.match(plain):
        return True
    return _SHOWN.search(plain) is not None and not _WORK.search(plain)
