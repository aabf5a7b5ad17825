"""Files, pages and feeds in, articles out.

`read` is all that most callers need; `list_documents` and `read_document` are its two halves, for sharing the work.
"""

from timeline.articles.documents import Document, list_documents
from timeline.articles.identity import Deduplicator, text_key
from timeline.articles.reading import Reading, read, read_document, read_documents, zone_named

__all__ = [
    "Deduplicator",
    "Document",
    "Reading",
    "list_documents",
    "read",
    "read_document",
    "read_documents",
    "text_key",
    "zone_named",
]
