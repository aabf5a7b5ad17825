"""Text in, resolved date expressions out."""
