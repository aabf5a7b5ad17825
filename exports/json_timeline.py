"""``timeline.json``: the models as they are, and the one export that loses nothing."""

from exports.exporter import Exported, Exporter, ExportOptions
from schemas import Timeline


def export(timeline: Timeline, options: ExportOptions) -> Exported:  # noqa: ARG001
    """The timeline in JSON, a field a line; ``schemas.Timeline.model_validate_json`` reads it back."""
    return Exported({"timeline.json": timeline.model_dump_json(indent=1).encode() + b"\n"})


EXPORTER = Exporter(
    name="json",
    file_name="timeline.json",
    media_type="application/json",
    description="Everything, for programs; every other format can be made from it.",
    export=export,
    lossless=True,
)
