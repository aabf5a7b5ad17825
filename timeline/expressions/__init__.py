"""Text in, resolved date expressions out."""

from timeline.expressions.finder import find_expressions

__all__ = ["find_expressions"]
