"""Who or what a pronoun or a determiner means: 其, 他们, 本届书博会, 这一数字."""

import re
from collections.abc import Sequence

from timeline.events.story import Story
from timeline.events.text.atoms import Atom, atoms_of, rendered
from timeline.events.text.grammar import is_organisation
from timeline.events.text.names import name_start, visible
from timeline.events.text.script import simplified

NAMES = frozenset(["nr", "nrt", "nt", "nz", "ns", "eng", "quote", "work", "j"])
"""Parts of speech of names, marked ones among them."""
_LONGEST_OWNER = 12
_FIGURE_NAME = re.compile(
    r"[一-鿿A-Za-z]{2,20}?(?:率|量|额|值|数|比例|规模|占比|增速|指数|价格|收入|利润|均价)(?=约?[为达超是]|[降升增跌涨]|\d)"
)


def possessor(atoms: Sequence[Atom], story: Story) -> str:
    """Whose 其 means: the whole of a short name, or the name that a longer noun phrase begins with (小米手机出货量)."""
    end = next((k for k, a in enumerate(atoms) if a.tag not in NAMES), len(atoms))
    if end < len(atoms) and is_organisation("".join(a.text for a in atoms[: end + 1]), story.words):
        end += 1
    whole = rendered(story.text, atoms)
    return whole if visible(whole) <= _LONGEST_OWNER and not end else rendered(story.text, atoms[:end])


def edition(meant: str, atoms: list[Atom]) -> tuple[str, list[Atom], tuple[str, ...]]:
    """What 本届书博会 or 此次补水 is: the name of which the noun is the short form, and else the noun itself."""
    for end in (4, 3, 2):
        short, rest = "".join(a.text for a in atoms[1:end]), iter(simplified(meant))
        if end < len(atoms) and len(short) > 1 and all(character in rest for character in short):
            return meant, atoms[end:], ("pronoun",)
    return "" if atoms[1].nominal else meant, atoms[1:], ("pronoun",)


def body_of(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """Whose staff is meant: the body told last in the sentence, 某国总领馆 of 收回某国总领馆的许可."""
    for segment in reversed(before):
        for place in range(len(segment) - 1, -1, -1):
            atom = segment[place]
            if atom.tag not in ("v", "vn") and is_organisation(atom.text, story.words):
                start = name_start(segment, place, story.words)
                if start > 1 and segment[start - 1].text == "驻" and segment[start - 2].tag == "ns":
                    start -= 2
                return rendered(story.text, segment[start : place + 1])
    return ""


def people_before(before: Sequence[Sequence[Atom]], story: Story) -> str:
    """The people that 他们 means, told earlier in the sentence: 58名外交人员."""
    for segment in reversed(before):
        for place, atom in enumerate(segment):
            if atom.text.endswith(("人员", "者", "员", "学生", "居民", "乘客", "民众", "工人")) and atom.nominal:
                start = place
                while start and (segment[start - 1].nominal or segment[start - 1].text in "、驻"):
                    start -= 1
                name = rendered(story.text, segment[start : place + 1])
                if 3 <= visible(name) <= 20:
                    return name
    return ""


def figure_before(story: Story, place: int) -> str:
    """The name of the figure told last before an offset, for 这一数字: 年衰减率 of 统计到年衰减率为2.3%."""
    start = max(0, place - 120)
    found = list(_FIGURE_NAME.finditer(story.plain, start, place))
    if not found:
        return ""
    atoms = atoms_of(story.plain, found[-1].start(), found[-1].end(), ())
    first = max((k + 1 for k, a in enumerate(atoms) if a.verbal or a.tag in ("p", "r", "d", "c", "ul")), default=0)
    name = rendered(story.text, atoms[first:])
    return name if 2 <= visible(name) <= 16 else ""
