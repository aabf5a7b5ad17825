"""The one tree of errors: each says what is wrong, where, and what to do about it."""


class TimelineError(Exception):
    """The root of every error that this program raises on purpose.

    Args:
        what: what is wrong, in a few words.
        where: the file, ``file:line`` or URL that it is about; empty where there is none.
        mend: what the reader of the message can do; empty where nothing can be done.
    """

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        """One line: ``where: what; mend``."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        return " ".join((f"{line}; {self.mend}" if self.mend else line).split())

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the keyword arguments when the error crosses a process border."""
        return (_rebuild, (type(self), self.what, self.where, self.mend))


def _rebuild(kind: type[TimelineError], what: str, where: str, mend: str) -> TimelineError:
    return kind(what, where=where, mend=mend)


class ReadError(TimelineError):
    """An input that cannot be read as an article."""


class SkippedError(ReadError):
    """An input left out on purpose: an article that was read before, or a file that is no article. No failure."""


class UsageError(TimelineError):
    """A request that cannot be met as it was put: a missing path, an unknown name, an impossible date."""


class MissingExtraError(TimelineError):
    """A feature whose optional package is not installed."""


class ExportError(TimelineError):
    """A timeline that cannot be written in the form that was asked for."""
