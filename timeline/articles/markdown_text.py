"""From Markdown to lines of text, by way of HTML. What site generators add to Markdown is taken off first."""

import re
from functools import cache
from typing import Any

from timeline.articles.html_text import html_lines

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

_HEADING = re.compile(r"^(#{1,6})[ \t].{0,300}$", re.M)
_ELEMENT = re.compile(r"<[^<>]{1,2000}>")
_STRAY = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])")
_TAG = re.compile(r"<(?:p|div|section|span|table|br|h[1-6]|article)\b", re.I)
_MARKS = re.compile(r"^(?:#{1,6}\s|[-*+]\s|>\s|\d{1,3}\.\s|```)|\]\(|^\|.*\|\s*$", re.M)


@cache
def _renderer() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).disable("code").enable("table")


def is_html(text: str) -> bool:
    """Whether a body is HTML and no Markdown."""
    return text.lstrip()[:1] == "<" and bool(_TAG.search(text[:2000])) and not _MARKS.search(text)


def markdown_html(text: str) -> str:
    """The HTML of a Markdown text in any site generator's dialect."""
    for pattern, replacement in _ADDED:
        text = pattern.sub(replacement, text)
    rendered: str = _renderer().render(_without_empty_sections(text))
    return rendered


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
    return [line for line in (_STRAY.sub("", line).strip() for line in html_lines(markdown_html(text))) if line]
