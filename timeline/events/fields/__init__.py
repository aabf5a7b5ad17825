"""The fields of an event, each found by a module of its own."""
