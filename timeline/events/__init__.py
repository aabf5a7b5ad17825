"""Sentences and their date expressions in, typed events out; merging across articles."""

from timeline.events.extract import Extraction, examine, extract
from timeline.events.identity import event_id
from timeline.events.merging.merge import merge
from timeline.events.merging.previous import revise
from timeline.events.merging.unsure import parted
from timeline.events.merging.voices import Signature, group_voices, signature
from timeline.events.words import Words, load_words

__all__ = [
    "Extraction",
    "Signature",
    "Words",
    "event_id",
    "examine",
    "extract",
    "group_voices",
    "load_words",
    "merge",
    "parted",
    "revise",
    "signature",
]
