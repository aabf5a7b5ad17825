"""A timeline read back from its JSON."""

from pathlib import Path

from pydantic import ValidationError

from schemas import VERSION, Timeline, UsageError


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
        raise UsageError(
            _told(error), where=str(path), mend="build it anew with: timeline build PATH --output DIR"
        ) from error


def _told(error: ValidationError) -> str:
    """The first fault, and how many there are; another version explains all others."""
    faults = error.errors(include_url=False)
    for fault in faults:
        if fault["loc"] == ("version",):
            return f"a timeline of form {fault['input']}, where this program reads {VERSION}"
    place = "/".join(str(part) for part in faults[0]["loc"]) or "the file"
    more = f" (the first of {len(faults)} faults)" if len(faults) > 1 else ""
    return f"not a timeline: {place}: {faults[0]['msg']}{more}"
