"""Files, pages and feeds in, articles out."""
