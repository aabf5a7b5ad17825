"""The formats that a timeline can be written in. A new one is a module with an ``EXPORTER`` and a row here."""

from exports import atom, csv_table, ical, jcal, json_feed, json_ld, json_timeline, markdown, text
from exports.exporter import Exporter

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        ical.EXPORTER,
        json_timeline.EXPORTER,
        json_feed.EXPORTER,
        atom.EXPORTER,
        text.EXPORTER,
        markdown.EXPORTER,
        jcal.EXPORTER,
        json_ld.EXPORTER,
        csv_table.EXPORTER,
    )
}
"""Each exporter by the name that ``--format`` takes."""

DEFAULT_FORMATS: tuple[str, ...] = ("ical", "json", "feed", "atom", "text")
"""What ``timeline build`` writes when no ``--format`` is given."""
