"""A timeline in, bytes out: one module a format."""
