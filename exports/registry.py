"""The formats that a timeline can be written in. A new one is a module with an ``EXPORTER`` and a row here."""

from exports import ical, json_feed, json_timeline, markdown, text
from exports.exporter import Exporter

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        ical.EXPORTER,
        json_timeline.EXPORTER,
        json_feed.EXPORTER,
        text.EXPORTER,
        markdown.EXPORTER,
    )
}
"""Each exporter by the name that ``--format`` takes."""

DEFAULT_FORMATS: tuple[str, ...] = tuple(name for name in ("ical", "json", "feed", "atom", "text") if name in EXPORTERS)
"""What ``timeline build`` writes when no ``--format`` is given."""
