"""From Markdown to lines of text, by way of HTML. What site generators add to Markdown is taken off first."""

import re
from functools import cache
from typing import Any

from timeline.articles.html_text import WRAP, html_lines, text_lines

_ADDED = tuple(
    (re.compile(pattern, re.M), replacement)
    for pattern, replacement in (
        (r"\{\{[<%][^\n]{0,400}?[%>]\}\}", ""),  # Hugo: {{< figure src="a.jpg" >}}
        (r"\{%-?[^\n%]{0,400}%\}", ""),  # Jekyll, Hexo: {% asset_img a.jpg %}
        (r"^:::.{0,100}$", ""),  # VuePress, VitePress: ::: tip
        (r"^\s{0,3}\[\[?toc\]\]?\s*$", ""),  # [TOC], [[toc]]
        (r"<!--.{0,20000}?-->", ""),  # <!-- more -->
        (r"[ \t]{0,3}\{[.#][^{}\n]{1,80}\}[ \t]*$", ""),  # Kramdown, Wiki.js: ## 标题 {.tabset}
        (r"^\{:[^{}\n]{1,80}\}[ \t]*$", ""),  # Kramdown: {: .note }
        (r"\[\^[^\]\s]{1,20}\](?!:)", ""),  # footnote marks: [^1]
        (r"(?<!\\)\*\*", ""),  # emphasis that CommonMark leaves beside Chinese punctuation
        (r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)", ""),  # images, also with paths that CommonMark refuses
        (r"!\[\[[^\[\]\n]{1,200}\]\]", ""),  # Obsidian images: ![[a.png]]
        (r"\[\[(?:[^\[\]|\n]{1,100}\|)?([^\[\]|\n]{1,100})\]\]", r"\1"),  # wiki links: [[page|words]]
        (r"==(?=\S)([^=\n]{1,200})(?<=\S)==", r"\1"),  # marked words
        (r"~~([^~\n]{1,200})~~", ""),  # words struck out
    )
)
"""(pattern, replacement), in order, with an example each."""

_STRUCTURE = re.compile(
    r"^[ \t]*(?:#|>|[-+][ \t]|\d{1,9}[.)][ \t]|```|~~~|\||=+[ \t]*$|-{2,}[ \t]*$)|[<&`\\\[_*]", re.M
)
"""Anything that is more than paragraphs."""

_PARTING = re.compile(r"\n[ \t]*\n|[ \t]{2}\n")
_BLANK = re.compile(r"\n[ \t]*\n")
_ENDS = tuple("。！？!?；;：:…”」』）)")
_GOES_ON = tuple("，、,（(—的和与及在")
_SHORT = 0.75
_HEADING = re.compile(r"^(#{1,6})[ \t].{0,300}$", re.M)
_ELEMENT = re.compile(r"<[^<>]{1,2000}>")
_STRAY = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])")
_TAG = re.compile(r"<(?:p|div|section|span|table|br|h[1-6]|article)\b", re.I)
_MARKS = re.compile(r"^(?:#{1,6}\s|[-*+]\s|-{3,}\s*$|>\s|\d{1,3}\.\s|```)|\]\(|^\|.*\|\s*$", re.M)


@cache
def _renderer() -> Any:
    from markdown_it import MarkdownIt

    renderer = MarkdownIt("commonmark", {"html": True}).disable("code").enable("table")
    renderer.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    renderer.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return renderer


def is_html(text: str) -> bool:
    """Whether a body is HTML and no Markdown."""
    return text.lstrip()[:1] == "<" and bool(_TAG.search(text[:2000])) and not _MARKS.search(text)


def _rendered(text: str) -> str:
    rendered: str = _renderer().render(_without_empty_sections(text))
    return rendered


def _without_additions(text: str) -> str:
    for pattern, replacement in _ADDED:
        text = pattern.sub(replacement, text)
    return text


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
    full = _SHORT * max(len(line) for line in lines)
    kept = [lines[0]]
    for line in lines[1:]:
        before = kept[-1].rstrip()
        apart = before.endswith(_ENDS) or (len(before) < full and not before.endswith(_GOES_ON))
        if before and apart and not before.startswith("<"):
            kept[-1] = before + "  "
        kept.append(line)
    return "\n".join(kept)


def _unwrapped(block: str) -> str:
    """The lines of a paragraph as one."""
    return WRAP.sub("", block.strip()).replace("\n", " ")


def _without_empty_sections(text: str) -> str:
    """Without headings that have no words below them, as above an embedded video."""
    found = list(_HEADING.finditer(text))
    end, level = len(text), 0
    for heading in reversed(found):
        below = _ELEMENT.sub("", text[heading.end() : end])
        if not below.strip() and len(heading[1]) >= level:
            text = text[: heading.start()] + text[heading.end() :]
            end = heading.start()
        else:
            end, level = heading.start(), len(heading[1])
    return text


def markdown_lines(text: str) -> list[str]:
    """The lines of a Markdown body, which may hold HTML, or be HTML altogether."""
    if is_html(text):
        return html_lines(text)
    text = _with_breaks(_without_additions(text))
    if not _STRUCTURE.search(text):
        return [line for block in _PARTING.split(text) for line in text_lines(_unwrapped(block))]
    return [line for line in (_STRAY.sub("", line).strip() for line in html_lines(_rendered(text))) if line]
