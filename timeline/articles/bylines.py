"""The reporters that an article names in its words."""

import re

_BRACKETS = re.compile(
    r"[(（](?:本报|本報|本网|新华社|中新社|见习|特约|首席|实习|通讯员|通讯員)?\s?(?:记者|記者)\s?[：:]?\s?([^()（）。，,：:]{2,24})[)）]"
)
"""（记者 王五）, （本报记者 王五 本报通讯员 赵六）."""

_BAR = re.compile(r".{0,8}(?:记者|記者)\s?[|｜丨]\s?([^。，,]{2,30})")
"""某某记者 | 王五, as a line."""

_NAME = re.compile(r"[一-鿿·]{2,10}")
_NO_NAME = re.compile(r"记者|記者|通讯员|通訊員|摄影|攝影|报道|報道|实习|见习|本报|本網|本网|编辑")
_FIRST, _LAST = 3, 2


def reporters_of(lines: list[str]) -> tuple[str, ...]:
    """The names in the first or last lines of a body, in order; empty where there is none."""
    for line in [*lines[:_FIRST], *lines[-_LAST:]]:
        found = _BRACKETS.search(line[:160]) or _BRACKETS.search(line[-80:]) or _BAR.fullmatch(line[:60])
        if found:
            return tuple(dict.fromkeys(_NAME.findall(_NO_NAME.sub(" ", found[1]))))
    return ()
