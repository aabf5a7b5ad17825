"""Measure the speed of the exporters: events a second and bytes for 10,000 events.

    .venv/bin/python -m tests.benchmarks.exporters              every format
    .venv/bin/python -m tests.benchmarks.exporters --check      exit code 1 where a promise is not kept

Times are CPU times of one process; each figure is the best of three runs.
"""

import argparse
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "exports"))

from export_samples import article, event, evidence, timeline

from exports import EXPORTERS, export
from schemas import Place, Timeline

EVENTS, ARTICLES = 10_000, 500
PROMISES = {"ical": 4_000, "json": 20_000}
"""The least events a second."""


def sample(count: int) -> Timeline:
    """Events as news has them: a title, a summary, a place and two quotes each."""
    quote = "3月18日至20日，滨江灯会在老码头举行，观众超过12万人次。"
    events = [
        event(
            number + 1,
            summary=quote,
            begin=date(2022, 1, 1) + timedelta(days=number % 700),
            until=date(2022, 1, 2) + timedelta(days=number % 700),
            places=(Place(name="滨江老码头"),),
            evidence=(evidence(number % ARTICLES + 1, quote), evidence((number + 7) % ARTICLES + 1, quote)),
        )
        for number in range(count)
    ]
    return timeline(*events, articles=tuple(article(number + 1) for number in range(ARTICLES)))


def main() -> int:
    """Print a row a format; the exit code tells whether the promises are kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--events", type=int, default=EVENTS)
    options = parser.parse_args()
    whole, kept = sample(options.events), True
    for name in EXPORTERS:
        times, size = [], 0
        for _ in range(3):
            start = time.process_time()
            size = sum(map(len, export(whole, name).files.values()))
            times.append(time.process_time() - start)
        rate = options.events / min(times)
        kept = kept and rate >= PROMISES.get(name, 0)
        print(f"{name:<9} {rate:>9,.0f} events a second {size:>12,} bytes")
    return 1 if options.check and not kept else 0


if __name__ == "__main__":
    sys.exit(main())
