"""``timeline.ics``: iCalendar (RFC 5545, RFC 7986), for any calendar to subscribe to."""

from exports.exporter import Exported, Exporter, ExportOptions
from exports.ical_calendar import calendar_of
from exports.ical_lines import to_bytes
from schemas import Timeline

FILE_NAME = "timeline.ics"


def export(timeline: Timeline, options: ExportOptions) -> Exported:
    """The events that tell the day, or what ``options`` let in besides, as VEVENTs."""
    name = options.named(FILE_NAME)
    calendar = calendar_of(timeline, options, name)
    return Exported({name: to_bytes(calendar.component)}, calendar.left_out, calendar.notes)


EXPORTER = Exporter(
    name="ical",
    file_name=FILE_NAME,
    media_type="text/calendar",
    description="iCalendar, for any calendar to subscribe to.",
    export=export,
    splits=True,
    omits=("confidence", "explanations", "offsets of quotes"),
)
