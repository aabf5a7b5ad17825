"""Sentences and their date expressions in, typed events out; merging across articles."""
