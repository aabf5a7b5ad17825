"""A text taken apart: sentences, their words, and which words a date belongs to."""
