"""What later sentences add to events: hosts, members, a length, an end, and what happened 会上."""

from schemas import Article
from timeline.events.drafts import Draft
from timeline.events.story import Story


def follow_up(drafts: list[Draft], story: Story, article: Article) -> None:
    """Complete the drafts of an article with what its other sentences tell of them."""
