"""Text put into what every calendar program reads, beyond what RFC 5545 asks for."""

import re

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


def fitted_text(words: str) -> str:
    r"""Words with ``＼`` for ``\``, and none that looks like the edge of a component.

    Three programs read the escaped backslash before an n as a line end, and one drops ``BEGIN:VEVENT`` from a title.
    """
    fitted = words.replace("\\", "＼")
    return fitted.replace("BEGIN:", "BEGIN：").replace("END:", "END：") if "N:" in fitted or "D:" in fitted else fitted


def fitted_line(words: str) -> str:
    """Words of one line, with ``，`` and ``；`` for the ASCII signs: one program shows the escapes of those.

    Commas between thousands go: ``12,000`` becomes ``12000``.
    """
    fitted = fitted_text(words)
    if "," in fitted:
        fitted = _THOUSANDS.sub("", fitted).replace(",", "，")
    return fitted.replace(";", "；")


def language_of(tag: str) -> tuple[tuple[str, str], ...]:
    """The LANGUAGE parameter of a BCP 47 tag; none where it is no tag."""
    return (("LANGUAGE", tag),) if tag.replace("-", "").isalnum() and tag.isascii() else ()
