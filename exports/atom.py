"""``feed.atom``: Atom (RFC 4287), since some readers take no JSON."""

from xml.etree import ElementTree

from exports.characters import one_line
from exports.citations import Citations
from exports.exporter import Exported, Exporter, ExportOptions
from exports.feed_items import Page, authors, feed_id, item_id, pages, rfc3339
from exports.labels import type_label
from exports.story import as_html, dated_summary, marked_title, timeline_title
from schemas import Event, Timeline

FILE_NAME = "feed.atom"
ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ElementTree.register_namespace("", ATOM)


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """All events, the latest told first; in pages linked as RFC 5005, section 3, says where there is a base URL."""
    citations = Citations(timeline)
    made = pages(timeline.events, citations, options, FILE_NAME)
    return Exported({page.name: _page(page, timeline, citations, options) for page in made})


def _page(page: Page, timeline: Timeline, citations: Citations, options: ExportOptions) -> bytes:
    title = timeline_title(timeline)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {_LANGUAGE: "zh-CN" if options.language == "zh" else "en"})
    _add(feed, "id", feed_id(timeline, options, FILE_NAME))
    _add(feed, "title", title)
    revised = max([citations.revised(event) for event in timeline.events], default=citations.latest)
    _add(feed, "updated", rfc3339(revised))
    _add(_add(feed, "author"), "name", title)
    for relation, address in (("self", page.address), ("next", page.next_address), ("alternate", options.base_url)):
        if address:
            _add(feed, "link", rel=relation, href=f"{address}/" if relation == "alternate" else address)
    for event in page.events:
        feed.append(_entry(event, citations, options))
    ElementTree.indent(feed, " ")
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(event: Event, citations: Citations, options: ExportOptions) -> ElementTree.Element:
    language = options.language
    sources = citations.sources(event)
    published = citations.published(event)
    entry = ElementTree.Element(f"{{{ATOM}}}entry", {_LANGUAGE: one_line(event.language)} if event.language else {})
    _add(entry, "id", item_id(event.id, options))
    _add(entry, "title", marked_title(event, language))
    _add(entry, "published", rfc3339(published))
    _add(entry, "updated", rfc3339(max(citations.revised(event), published)))
    for name in authors(event, citations):
        _add(_add(entry, "author"), "name", name)
    addresses = list(dict.fromkeys([source.url for source in sources if source.url]))
    for place, address in enumerate(addresses):
        _add(entry, "link", rel="related" if place else "alternate", href=address)
    _add(entry, "category", term=event.type, label=type_label(event.type, language))
    for tag in dict.fromkeys([tag for source in sources for tag in source.tags]):
        _add(entry, "category", term=tag)
    _add(entry, "summary", dated_summary(event, language))
    _add(entry, "content", as_html(event, citations, language), type="html")
    return entry


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text
    return child


EXPORTER = Exporter(
    name="atom",
    file_name=FILE_NAME,
    media_type="application/atom+xml",
    description="Atom, for feed readers that take no JSON.",
    export=export,
    omits=("EDTF", "revision numbers", "confidence", "explanations", "offsets of quotes"),
)
