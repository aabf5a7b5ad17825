"""The bounds that keep time and memory in hand whatever the input is."""

MAX_DOCUMENT_BYTES = 32 * 2**20
"""The largest file, archive member, record or line that is read as one piece."""

MAX_PAGE_BYTES = 4 * 2**20
"""The largest HTML page, Markdown or plain text: they need many times their size while they are taken apart."""

CHUNK_BYTES = 2 * 2**20
"""How much of a file of lines makes one document."""

MAX_FRONT_MATTER_BYTES = 64 * 2**10
"""The largest front matter; a longer one is no front matter."""

MAX_ALIASES = 16
"""The most YAML aliases a front matter may use; a bomb needs many."""

MAX_DEPTH = 40
"""The deepest nesting of front matter and of JSON around the articles."""

MAX_EXPANSION = 300
"""The largest ratio of unpacked to packed bytes; text reaches about 30, a bomb 1,000 and more."""

ALWAYS_UNPACKED_BYTES = 64 * 2**20
"""What any archive may unpack to, however small it is."""

MAX_MEMBERS = 1_000_000
"""The most members that are listed of one archive."""

MAX_ITEMS = 10_000
"""The most articles that one digest is taken for; a text with more headings is one article."""

MAX_RECORDS = 100_000
"""The most records that are read out of one piece; more are to be saved as lines, which are read in stretches."""


def unpacks_to(packed: int) -> int:
    """The most bytes that an archive of so many bytes may unpack to."""
    return ALWAYS_UNPACKED_BYTES + packed * MAX_EXPANSION
