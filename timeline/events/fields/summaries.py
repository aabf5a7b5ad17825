"""The sentence that tells an event, cleaned and no longer than 200 characters."""

import re

LONGEST = 200

_MARKUP = re.compile(r"!?\[([^\[\]\n]{0,80})\]\([^()\n]{0,300}\)|\*{1,3}|_{2,}|`+|^#+\s*|<[^<>\n]{1,80}>")
_MARKS = frozenset("[*_`#<")
"""What all markup has one of."""
_REPORTING = re.compile(r"^(?:据悉|据了解|据介绍|据报道|记者(?:从.{1,20})?(?:获悉|了解到)|本报讯|日前|近日)[，,：:]?")


def summary_of(sentence: str) -> str:
    """A sentence without markup, line breaks and 据悉; a longer one ends at a clause."""
    marked = not _MARKS.isdisjoint(sentence)
    bare = _MARKUP.sub(lambda match: match[1] or "", sentence) if marked else sentence
    bare = " ".join(bare.split())
    bare = _REPORTING.sub("", bare).lstrip("，,、：:；;。 ”’」』）)")
    if len(bare) <= LONGEST:
        return _balanced(bare)
    cut = max(bare.rfind(mark, 0, LONGEST - 1) for mark in "，；、,;")
    return _balanced(bare[: cut if cut > LONGEST // 2 else LONGEST - 1].rstrip("，；、,; ") + "…")


def _balanced(text: str) -> str:
    """The text without a quotation mark that opens or closes nothing."""
    for opening, closing in ("“”", "「」", "‘’"):
        surplus = text.count(opening) - text.count(closing)
        if surplus > 0:
            place = text.rfind(opening) if text.rfind(opening) > 0 and text.count(closing) else text.find(opening)
            text = text[:place] + text[place + 1 :]
        elif surplus < 0:
            place = text.find(closing) if not text.count(opening) else text.rfind(closing)
            text = text[:place] + text[place + 1 :]
    return text
