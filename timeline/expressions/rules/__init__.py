"""The rows that find date expressions, by subject."""
