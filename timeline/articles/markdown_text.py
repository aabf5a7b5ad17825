"""From Markdown to lines of text, by way of HTML. What site generators add to Markdown is taken off first."""

import re
from functools import cache
from typing import Any

from timeline.articles.html_text import html_lines
from timeline.articles.markdown_simple import simple_lines

_ADDED = tuple(
    (sign, re.compile(pattern, re.M), replacement)
    for sign, pattern, replacement in (
        ("{{", r"\{\{[<%][^\n{]{0,400}?[%>]\}\}", ""),  # Hugo: {{< figure src="a.jpg" >}}
        ("{%", r"\{%-?[^\n%]{0,400}%\}", ""),  # Jekyll, Hexo: {% asset_img a.jpg %}
        (":::", r"^:::[ \t]{0,3}[\w\-#]{0,30}[ \t]{0,3}(.{0,100})$", r"\1"),  # VuePress, VitePress: ::: tip 提示
        ("import", r"^import\s(?:[\w{}*,\s]{1,200}\sfrom\s)?['\"][^'\"\n]{1,200}['\"];?[ \t]*$", ""),  # MDX
        ("[^", r"^\[\^[^\]\s]{1,20}\]:[ \t]", ""),  # footnotes: [^1]: words
        ("toc", r"^\s{0,3}\[\[?toc\]\]?\s*$", ""),  # [toc], [[toc]]
        ("TOC", r"^\s{0,3}\[\[?TOC\]\]?\s*$", ""),  # [TOC]
        ("<iframe", r"<iframe\b[^<>]{0,2000}>\s{0,20}</iframe>", ""),  # embedded videos
        ("</", r"<(div|center|span|p)\b[^<>]{0,1000}>\s{0,20}</\1>", ""),  # what was around them
        ("{", r"[ \t]{0,3}\{[.#][^{}\n]{1,80}\}[ \t]*$", ""),  # Kramdown, Wiki.js: ## 标题 {.tabset}
        ("{:", r"^\{:[^{}\n]{1,80}\}[ \t]*$", ""),  # Kramdown: {: .note }
        ("[^", r"\[\^[^\]\s]{1,20}\](?!:)", ""),  # footnote marks: [^1]
        ("**", r"(?<!\\)\*\*", ""),  # emphasis that CommonMark leaves beside Chinese punctuation
        ("![", r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)", ""),  # images, also with paths that CommonMark refuses
        (
            "](",
            r"\[([^\[\]\n]{0,300})\]\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s\"[^\"\n]{0,200}\")?\)",
            r"\1",
        ),  # links
        ("<http", r"<(https?://[^<>\s]{1,1000})>", r"\1"),  # addresses
        ("![[", r"!\[\[[^\[\]\n]{1,200}\]\]", ""),  # Obsidian images: ![[a.png]]
        ("[[", r"\[\[(?:[^\[\]|\n]{1,100}\|)?([^\[\]|\n]{1,100})\]\]", r"\1"),  # wiki links: [[page|words]]
        ("==", r"==(?=\S)([^=\n]{1,200})(?<=\S)==", r"\1"),  # marked words
        ("~~", r"~~([^~\n]{1,200})~~", ""),  # words struck out
    )
)
"""(what a text must hold, pattern, replacement), in order, with an example each."""

_TAGS = tuple(
    (re.compile(pattern, re.I), replacement)
    for pattern, replacement in (
        (r"<br\s?/?>", "  \n"),
        (r"<img\b[^<>]{0,2000}>", ""),
        (r"</?(?:font|span|b|i|u|em|strong|small|big|sup|sub|mark)(?:\s[^<>]{0,500})?>", ""),
        (
            r"</?(?:center|div|p|(?-i:[A-Z][a-z]+[A-Za-z]{0,40})|[a-z]{1,20}-[a-z\-]{1,40})(?:\s[^<>]{0,500})?/?>",
            "\n\n",
        ),
    )
)
"""(tags, what stands for them): those that people write into Markdown, and components of Vue and MDX. Without them no
full parser is needed."""

_BLANK = re.compile(r"\n[ \t]*\n")
_ENDS = tuple("。！？!?；;：:…”」』）)")
_GOES_ON = tuple("，、,（(—的和与及在")
_FIRST_WIDE = "\u2e80"
_FILLED, _LONGEST_ROW = 0.75, 30
"""A line of at least this part of the longest was filled; where no line is longer than a row, none was."""

_HEADING = re.compile(r"^(#{1,6})(?:[ \t].{0,300})?$", re.M)
"""A heading; one without words ends what stands below the last."""

_ELEMENT = re.compile(r"<[^<>]{1,2000}>")
_STRAY = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])")
_TAG = re.compile(r"<(?:p|div|section|span|table|br|h[1-6]|article)\b", re.I)
_MARKS = re.compile(r"^(?:#{1,6}\s|[-*+]\s|-{3,}\s*$|>\s|\d{1,3}\.\s|```)|\]\(|\*\*\S|^\|.*\|\s*$", re.M)


@cache
def _renderer() -> Any:
    from markdown_it import MarkdownIt

    renderer = MarkdownIt("commonmark", {"html": True}).disable("code").enable("table")
    renderer.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - addresses are read, not followed
    renderer.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return renderer


def is_html(text: str) -> bool:
    """Whether a body is HTML and no Markdown."""
    return text.lstrip()[:1] == "<" and bool(_TAG.search(text[:2000])) and not _MARKS.search(text)


def _without_additions(text: str) -> str:
    text = _without_comments(text)
    for sign, pattern, replacement in _ADDED:
        if sign in text:
            text = pattern.sub(replacement, text)
    if "<" in text and "`" not in text:
        for pattern, replacement in _TAGS:
            text = pattern.sub(replacement, text)
    return text


def _without_comments(text: str) -> str:
    """Without ``<!-- … -->``, such as ``<!-- more -->``; one that never ends is left to the parser."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    return "".join(kept) + text[position:]


def _with_breaks(text: str) -> str:
    """Markdown whose single line ends part paragraphs where that is what they are for.

    CommonMark takes a single line end for a space. Texts from editors that write a paragraph a line are not meant so:
    a line end stays one after the end of a sentence, and after a line that was not filled, unless the words go on.
    """
    return "\n\n".join(_block_with_breaks(block) for block in _BLANK.split(text))


def _block_with_breaks(block: str) -> str:
    lines = block.split("\n")
    if len(lines) == 1:
        return block
    longest = max(len(line) for line in lines)
    full = _FILLED * longest if longest > _LONGEST_ROW else longest + 1
    kept = [lines[0]]
    for line in lines[1:]:
        before = kept[-1].rstrip()
        if before and not before.startswith("<") and _parts(before, full):
            kept[-1] = before + "  "
        kept.append(line)
    return "\n".join(kept)


def _parts(before: str, full: float) -> bool:
    """Whether a line end parts: behind a sentence, or behind a line in wide signs that was not filled."""
    if before.endswith(_ENDS):
        return True
    return len(before) < full and before[-1] > _FIRST_WIDE and not before.endswith(_GOES_ON)


def _without_empty_sections(text: str) -> str:
    """Without headings that have no words below them, as above an embedded video."""
    found = list(_HEADING.finditer(text))
    if not found:
        return text
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    kept: list[str] = []
    level = 0
    for heading, end in zip(reversed(found), reversed(ends), strict=True):
        below, depth = text[heading.end() : end], len(heading[1])
        if depth >= level and not _ELEMENT.sub("", below).strip():
            kept.append(below)
        else:
            kept.append(text[heading.start() : end])
            level = depth
    return text[: found[0].start()] + "".join(reversed(kept))


def markdown_lines(text: str) -> list[str]:
    """The lines of a Markdown body, which may hold HTML, or be HTML altogether."""
    if is_html(text):
        return html_lines(text)
    text = _with_breaks(_without_empty_sections(_without_additions(text)))
    lines = simple_lines(text)
    if lines is None:
        lines = html_lines(_renderer().render(text))
    cleaned = (_STRAY.sub("", line).strip() if "*" in line or "_" in line else line for line in lines)
    return [line for line in cleaned if line]
