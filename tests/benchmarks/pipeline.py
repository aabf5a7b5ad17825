"""Measure what comes after the expressions: events an article, merging, and the exports of 10,000 events.

    .venv/bin/python tests/benchmarks/pipeline.py                       on text written here
    .venv/bin/python tests/benchmarks/pipeline.py --folder ARTICLES     on the bodies of articles

Times are CPU times of one process; each figure is the best of three runs. With --check the exit code is 1 where a
promise is not kept.
"""

import argparse
import resource
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from exports import EXPORTERS, ExportOptions
from schemas import Article, Event, Evidence, Place, Timeline
from tests.benchmarks.expressions import ARTICLE_CHARS, PUBLISHED, articles_of, cpu_seconds
from timeline.events import examine, merge

ARTICLES_A_SECOND, ICAL_A_SECOND, JSON_A_SECOND = 400, 4_000, 20_000
EVENTS = 10_000


def article(text: str, number: int) -> Article:
    """An article around a text."""
    return Article(id=f"{number:016x}", source=f"{number}.md", title="标题", published=PUBLISHED, text=text)


def measure_events(texts: list[str]) -> float:
    """Print how fast expressions and events are made of articles; articles a second."""
    articles = [article(text, number) for number, text in enumerate(texts)]
    events = [event for one in articles for event in examine(one).events]
    seconds = cpu_seconds(lambda: [examine(one) for one in articles])
    rate = len(articles) / seconds
    print(f"{len(articles)} articles of {ARTICLE_CHARS} characters, {len(events)} events: {rate:.0f} articles/s")
    metadata = [one.metadata() for one in articles]
    merged = merge(events, metadata)
    rate_merged = len(events) / cpu_seconds(lambda: merge(events, metadata), runs=1)
    print(f"merging {len(events)} events into {len(merged)}: {rate_merged:.0f} events/s")
    return rate


def timeline_of(count: int) -> Timeline:
    """A timeline of as many events, told by 100 articles."""
    articles = tuple(article("正文", number).metadata() for number in range(100))
    events = tuple(_event(number, articles[number % 100].id) for number in range(count))
    return Timeline(title="时间线", articles=articles, events=events)


def _event(number: int, told_by: str) -> Event:
    begin = date(2015, 1, 1) + timedelta(days=number // 3)
    quote = f"{begin.month}月{begin.day}日，第{number}届港口城市论坛在滨江会议中心举行，来自各地的代表参加。"
    return Event(
        id=f"{number:016x}",
        type="conference",
        title=f"第{number}届港口城市论坛",
        summary=quote,
        begin=begin,
        until=begin + timedelta(days=2),
        edtf=f"{begin}/{begin + timedelta(days=1)}",
        granularity="day",
        all_day=True,
        status="happened",
        places=(Place(name="滨江会议中心"),),
        confidence=0.9,
        evidence=(Evidence(article=told_by, quote=quote, start_char=0, end_char=len(quote)),),
    )


def measure_exports(count: int) -> dict[str, float]:
    """Print how fast each format is written; events a second by format."""
    timeline, options, rates = timeline_of(count), ExportOptions(), {}
    for name, exporter in EXPORTERS.items():
        rates[name] = count / cpu_seconds(lambda e=exporter: e.export(timeline, options))
        print(f"{name}: {count} events, {rates[name]:,.0f} events/s")
    return rates


def main() -> int:
    """Run the measurements; 1 where --check finds a broken promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="articles whose bodies are read instead of the text written here")
    parser.add_argument("--limit", type=int, default=300, help="how many articles at most (default 300)")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a promise is not kept")
    options = parser.parse_args()
    started = datetime.now()
    rate = measure_events(articles_of(options.folder, options.limit))
    rates = measure_exports(EVENTS)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB; all in {(datetime.now() - started).total_seconds():.0f} s")
    kept = rate >= ARTICLES_A_SECOND and rates["ical"] >= ICAL_A_SECOND and rates["json"] >= JSON_A_SECOND
    return 0 if kept or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
