"""From bytes to text: the byte order mark, UTF-8, what the text declares, then what the letters look like."""

import codecs
import re

from schemas import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark begins the same."""

_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
}
"""The encoding that is really used under each declared name (WHATWG Encoding Standard)."""

_CANDIDATES = ("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949")
"""The encodings that are tried where nothing is declared, the commonest first."""

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "這個國為時來們對會發動說產種後過現實體當點從業學還經濟與關電開間樣變條問題見東車長門馬區總報務員場記聞週後點號"
    "のはをにがでとてしたいるまれさすもなか，。、“”《》：；「」（）"
)
"""Signs that make up most of any Chinese or Japanese text."""

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_\-]{2,24})""", re.I)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PK\x03\x04", "an archive or office file inside another, or on standard input"),
    (b"\x1f\x8b", "a compressed file inside an archive, or on standard input"),
    (b"wOF", "a font"),
    (b"OTTO", "a font"),
    (b"ID3", "a media file"),
)
"""What files begin with that are often found beside articles and are no text."""

_FEWEST_ZEROS = 2
_LEAST_SHARE = 0.3
_PLAUSIBLE, _LIKELY = 0.08, 0.2
"""Shares of common signs: a text in the right encoding has more than the first, a text in Chinese the second."""

_MEND = "give text, HTML, Markdown, JSON or a feed"


def decode(data: bytes) -> str:
    """The text of ``data`` with ``\\n`` line ends and without a byte order mark.

    Good bytes are never lost: a replacement character stands only for a byte that no encoding gives a letter.

    Raises:
        ReadError: empty, or not text.
    """
    if not data.strip():
        raise ReadError("the file is empty", mend="remove it or fill it")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"{what}, not text", mend=_MEND)
    text = _decode(data)
    sample = text[:4000]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise ReadError("not text but binary data", mend=_MEND)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _by_declaration(data) or _cut_utf8(data) or _guessed(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: no other text has bytes of 0, and one order of the bytes gives common signs."""
    sample = data[:4000]
    zeros = sample.count(0)
    if zeros < _FEWEST_ZEROS:
        return None
    scores = {name: _share_of_common(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] > _LEAST_SHARE:
        return best
    if zeros * 100 < len(sample):
        return None
    raise ReadError("not text but binary data", mend=_MEND)


def _share_of_common(text: str) -> float:
    return sum(sign in _COMMON or " " <= sign <= "~" for sign in text) / (len(text) or 1)


def _by_declaration(data: bytes) -> str | None:
    """The text by its declaration, unless its letters speak for another encoding."""
    declared = _DECLARED.search(data[:4096])
    if not declared:
        return None
    name = declared[1].decode("ascii").lower()
    name = _WIDER.get(name, name)
    if name.startswith("utf"):
        return None
    try:
        text = _nearly(data, codecs.lookup(name).name)
    except LookupError:
        return None
    if text is None or _share_of_wide(text) >= _PLAUSIBLE:
        return text
    share, other = _by_letters(data)
    return other if share >= _LIKELY else text


def _nearly(data: bytes, name: str) -> str | None:
    """The text if at most one character in a thousand is bad, as in a file that was cut."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text if text.count("\ufffd") <= 2 + len(text) // 1000 else None


def _cut_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bad bytes, known by its many good characters outside ASCII."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(sign > "\x7f" for sign in text[:50000]) - bad
    return text if good > 20 * bad else None


def _share_of_wide(text: str) -> float:
    """The share of common signs among those outside ASCII."""
    wide = [sign for sign in text[:20000] if sign > "\x7f"]
    return sum(sign in _COMMON for sign in wide) / (len(wide) or 1)


def _by_letters(data: bytes) -> tuple[float, str]:
    """The share of common signs, and the text, in the candidate that gives the most of them."""
    texts = (text for text in (_nearly(data, name) for name in _CANDIDATES) if text is not None)
    return max(((_share_of_wide(text), text) for text in texts), key=lambda found: found[0], default=(0.0, ""))


def _guessed(data: bytes) -> str:
    """The text in the encoding that its letters speak for.

    Raises:
        ReadError: none does.
    """
    share, text = _by_letters(data)
    if share >= _PLAUSIBLE:
        return text
    from charset_normalizer import from_bytes

    guess = from_bytes(data[: 2**16]).best()
    if guess is None:
        raise ReadError("not text but binary data", mend=_MEND)
    return data.decode(guess.encoding, "replace")
