"""Measure expressions and events together: articles a second.

    .venv/bin/python -m tests.benchmarks.events                       on text written here
    .venv/bin/python -m tests.benchmarks.events --folder ARTICLES     on the bodies of articles

Times are CPU times of one process; each figure is the best of three runs. With --check the exit code is 1 where the
promise is not kept.
"""

import argparse
import resource
import sys
from pathlib import Path

from schemas import Article
from tests.benchmarks.expressions import ARTICLE_CHARS, PUBLISHED, articles_of, cpu_seconds
from timeline.events import examine

ARTICLES_A_SECOND = 400


def article(text: str, number: int) -> Article:
    """An article around a text."""
    return Article(id=f"{number:016x}", source=f"{number}.md", title="标题", published=PUBLISHED, text=text)


def count_events(articles: list[Article]) -> int:
    """Examine all articles; how many events they have."""
    return sum(len(examine(one).events) for one in articles)


def main() -> int:
    """Run the measurement; 1 where --check finds a broken promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="articles whose bodies are read instead of the text written here")
    parser.add_argument("--limit", type=int, default=300, help="how many articles at most (default 300)")
    parser.add_argument("--check", action="store_true", help="exit with 1 where the promise is not kept")
    options = parser.parse_args()
    articles = [article(text, number) for number, text in enumerate(articles_of(options.folder, options.limit))]
    events = count_events(articles)
    rate = len(articles) / cpu_seconds(lambda: count_events(articles))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(articles)} articles of {ARTICLE_CHARS} characters, {events} events: {rate:.0f} articles/s")
    print(f"peak memory: {peak:.0f} MB")
    return 0 if rate >= ARTICLES_A_SECOND or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
