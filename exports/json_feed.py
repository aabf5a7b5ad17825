"""``feed.json``: JSON Feed 1.1."""

import json

from exports.exporter import Exported, Exporter, ExportOptions
from schemas import Timeline


def export(timeline: Timeline, options: ExportOptions) -> Exported:  # noqa: ARG001
    """The timeline as a feed, an item an event."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": timeline.title, "items": []}
    return Exported({"feed.json": json.dumps(feed, ensure_ascii=False, indent=1).encode()})


EXPORTER = Exporter(
    name="feed",
    file_name="feed.json",
    media_type="application/feed+json",
    description="JSON Feed 1.1, for feed readers.",
    export=export,
)
