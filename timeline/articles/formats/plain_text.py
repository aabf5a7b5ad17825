"""Plain text with title, publisher and date in its first lines, as a page copied out of a browser has them."""

import re
from collections.abc import Iterator

from timeline.articles.draft import Content, Draft
from timeline.articles.formats.text_digest import split_text
from timeline.articles.furniture import original_title
from timeline.articles.html_text import clean_line, text_lines
from timeline.articles.limits import MAX_ITEMS
from timeline.articles.markdown_text import markdown_lines
from timeline.articles.text_head import read_file_name, read_head, without_body_label
from timeline.articles.too_large import refuse_large_page

NAME = "text"
_MARKDOWN = re.compile(r"^#{1,6}[ \t]+\S|!\[|\]\(|\*\*\S", re.M)
_TITLE_LABEL = re.compile(r"^[ \t]*(?:标题|標題|题目|【标题】|【標題】|【题目】|Title)\s?[：:】 ]", re.M | re.I)
_FEWEST = 2


def accept(content: Content) -> bool:
    """Any text: this is the last resort."""
    return bool(content.text.strip())


def read(content: Content) -> Iterator[Draft]:
    """The one article of the file, or each of those that begin with a labelled title or stand in a digest."""
    refuse_large_page(content.data)
    labels = [label.start() for label in _TITLE_LABEL.finditer(content.text)]
    if _FEWEST <= len(labels) <= MAX_ITEMS and not content.text[: labels[0]].strip():
        for number, (start, end) in enumerate(zip(labels, [*labels[1:], None], strict=True), 1):
            draft = _draft(content.text[start:end], "")
            draft.number = number
            yield draft
        return
    yield from split_text(text_lines(content.text)) or [_draft(content.text, content.name)]


def _draft(text: str, name: str) -> Draft:
    """The article of a text.

    Args:
        text: its title, its particulars and its body.
        name: the name of its file, which tells what the text does not.
    """
    draft = Draft()
    raw = [line for line in text.split("\n") if line.strip()]
    used, kept = read_head([clean_line(line.replace("\t", " ")) for line in raw], draft)
    rest = without_body_label(_after(text, used))
    draft.lines = kept + (markdown_lines(rest) if _MARKDOWN.search(text) else text_lines(rest))
    draft.title = draft.title or original_title(draft.lines) or ""
    if name:
        read_file_name(name, draft)
    return draft


def _after(text: str, used: int) -> str:
    """The text behind its first lines; empty ones do not count."""
    position = 0
    while used:
        line, _, _ = text[position:].partition("\n")
        used -= bool(line.strip())
        position += len(line) + 1
    return text[position:]
