"""Event timelines and calendars out of news articles."""
