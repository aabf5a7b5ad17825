"""Where an event happens: the place behind 在 or 于 before its verb, behind 落址 or 地点：, or in front of 发生."""

import re
from collections.abc import Sequence

from schemas import Place
from timeline.events.text.atoms import Atom, rendered
from timeline.events.text.grammar import event_name_type, in_class, is_nominal, is_verb
from timeline.events.words import Words

_LABELLED = re.compile(r"(?:地点|会址|举办地|地址)(?:为|在|[：:])\s*(?P<place>[^，。；\s]{2,30})")
_LABELS = frozenset(["地点", "会址", "举办地", "地址"])
_SEATED = frozenset(["落址", "位于", "落户", "设在", "落户于", "坐落于", "选址", "移师", "抵达", "飞抵", "赴", "访问", "来到"])
_PLACE_ENDINGS = ["市", "省", "区", "县", "镇", "乡", "村", "州", "馆", "厅", "中心", "广场", "公园", "大厦", "体育场", "剧院", "剧场", "会堂", "酒店", "大学", "学院", "机场", "港", "码头", "车站", "站", "路", "街", "岛", "湾", "山", "湖", "河", "江", "海", "园", "院", "寺", "宫", "城", "楼", "监狱", "小学", "中学", "学校", "医院", "工厂", "矿", "桥", "隧道", "高速", "国", "会议中心", "博物院", "博物馆", "美术馆", "东侧", "西侧", "南侧", "北侧", "立交", "海域", "流域", "地区", "半岛", "群岛", "基地", "总部", "大厅", "场", "所", "三层", "园区", "新区", "软件园", "产业园", "科技园", "开发区", "发射场", "发射中心", "赛场", "营", "社区", "小区", "白宫", "附近", "境内"]
_ENDINGS = frozenset(_PLACE_ENDINGS)


def places_of(text: str, atoms: Sequence[Atom], words: Words) -> tuple[Place, ...]:
    """The places that a clause names, the closest first; at most three."""
    found: list[str] = []
    for index, atom in enumerate(atoms):
        if (
            atom.text in ("在", "于")
            or atom.text in _SEATED
            or (atom.tag == "v" and atom.text[-1] in "在于" and len(atom.text) == 2)
        ):
            start, end = _span(atoms, index + 1)
            if end > start and _is_place(atoms[start:end], atom, atoms[end] if end < len(atoms) else None, words):
                found.append(rendered(text, atoms[start:end]))
    found += _before_verb(text, atoms, words)
    labelled = _LABELLED.search(rendered(text, atoms)) if any(a.text in _LABELS for a in atoms) else None
    if labelled:
        found.append(labelled["place"])
    unique = list(dict.fromkeys(_once(name.strip("“”")) for name in found if 2 <= len(name) <= 40))
    return tuple(Place(name=name) for name in unique[:3] if name)


def _once(name: str) -> str:
    """A name that a source tells twice in a row, told once."""
    half = len(name) // 2
    return name[:half] if half >= 2 and name[:half] == name[half:] else name


def _span(atoms: Sequence[Atom], start: int) -> tuple[int, int]:
    """The run of nouns that may be a place."""
    end = start
    last = start
    while (
        end < len(atoms)
        and end - start < 14
        and (
            is_nominal(atoms[end])
            or atoms[end].text in "、·-—"
            or atoms[end].tag in ("f", "m")
            or atoms[end].text in _ENDINGS
        )
    ):
        if atoms[end].tag in ("f",) and atoms[end].text in ("上", "中", "下", "后", "前", "时"):
            break
        if atoms[end].tag == "paren" or (end > start and atoms[end].text in _ACTING):
            break
        end += 1
        if atoms[end - 1].tag not in ("a", "x", "vn", "m", "q") or atoms[end - 1].text in _ENDINGS:
            last = end
    return start, last


def _is_place(span: Sequence[Atom], lead: Atom, following: Atom | None, words: Words) -> bool:
    """Whether a run of nouns names a place and not an occasion, a document or an hour."""
    text = "".join(a.text for a in span)
    if event_name_type(text, words) or span[-1].tag in ("work",) or any(a.tag == "date" for a in span):
        return False
    if following is not None and following.text in ("上", "中", "下", "后", "时", "期间", "方面", "内"):
        return False
    if _names_place(span):
        return True
    return (
        following is not None and lead.text in ("在", "于") and in_class(following, "holding", words) and len(text) >= 2
    )


def _names_place(span: Sequence[Atom]) -> bool:
    text = "".join(a.text for a in span)
    return any(a.tag == "ns" for a in span) or any(text[-size:] in _ENDINGS for size in range(min(4, len(text)), 0, -1))


_ACTING = frozenset("会见 会谈 出席 举行 召开 主持 发布 启动 纪念 开幕 闭幕 会晤 考察 调研 签署 成立 宣布 举办 发表 京会见".split())
_HAPPENING = frozenset(["发生", "突发", "爆发", "出现", "遭遇", "举行", "举办", "遭", "发现", "迎来", "启动", "开幕"])


def _before_verb(text: str, atoms: Sequence[Atom], words: Words) -> list[str]:
    """云南漾濞 in 云南漾濞发生地震: place names at the front of the clause."""
    front: list[Atom] = []
    for atom in atoms:
        if is_verb(atom, words) and atom.tag != "ns":
            happening = atom.text in _HAPPENING
            if happening and any(a.tag == "ns" for a in front) and _names_place(front) and all(is_nominal(a) or a.tag in ("m", "f") for a in front):
                return [rendered(text, front)]
            return []
        if atom.tag not in ("date", "x", "stop", "d", "t") and (front or atom.tag != "c"):
            front.append(atom)
        if len(front) > 10:
            break
    return []
