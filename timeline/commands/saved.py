"""A timeline read back from its JSON."""

from pathlib import Path

from pydantic import ValidationError

from schemas import Timeline, UsageError


def load_timeline(path: Path) -> Timeline:
    """The timeline that a ``timeline.json`` holds.

    Raises:
        UsageError: the file cannot be read, or does not hold a timeline of this form.
    """
    try:
        return Timeline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"cannot be read ({error.strerror})", where=str(path)) from error
    except ValidationError as error:
        first, count = error.errors(include_url=False)[0], error.error_count()
        place = "/".join(str(part) for part in first["loc"]) or "the file"
        raise UsageError(
            f"not a timeline: {place}: {first['msg']}" + (f" (the first of {count} faults)" if count > 1 else ""),
            where=str(path),
            mend="build it anew with: timeline build PATH --output DIR",
        ) from error
