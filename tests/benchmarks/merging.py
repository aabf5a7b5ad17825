"""Measure merging: events a second and its growth, near-duplicate articles, peak memory.

    .venv/bin/python -m tests.benchmarks.merging                     20,000 events and twice as many
    .venv/bin/python -m tests.benchmarks.merging --events 100000     so many, once

The events are made of few words, so that titles are far more alike than in real news. Times are CPU times of one
process.
"""

import argparse
import random
import resource
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "events"))

from mentions import article, mention

from schemas import ArticleMetadata, Event
from timeline.events import group_voices, merge, signature

PLACES = (
    *("临江", "滨江", "海港", "南湾", "云岭", "北原", "东湖", "西山", "青川", "白河"),
    *("石城", "金沙", "龙口", "凤城", "安平", "永宁", "长乐", "太和", "新安", "古田"),
)
WORDS = (
    *("国际", "全国", "首届", "智慧", "绿色", "城市", "青年"),
    *("科技", "创新", "高新区", "港区", "老城", "大学城", "经开区"),
)
THINGS = (
    *("氢能", "低空经济", "数据", "生物医药", "半导体", "旅游", "农业", "航运", "教育"),
    *("养老", "体育", "文创", "环保", "金融", "物流", "食品", "纺织", "机器人"),
)
ENDS = (
    *("产业联盟成立", "高峰论坛举行", "博览会开幕", "行动方案发布", "示范基地投产"),
    *("研究院揭牌", "项目签约", "音乐节举行", "招聘会举办"),
)
TYPES = ("conference", "launch", "publication", "founding")
ZONE = timezone(timedelta(hours=8))


def make_events(count: int, seed: int = 1) -> tuple[list[Event], list[ArticleMetadata]]:
    """Events of one year, five an article; a fifth are known by their month alone."""
    chance = random.Random(seed)
    articles = [article(f"{place}", f"2022-{place % 12 + 1:02d}-{place % 28 + 1:02d}") for place in range(count // 5)]
    events = []
    for place in range(count):
        day = f"2022-{chance.randrange(12) + 1:02d}-{chance.randrange(28) + 1:02d}"
        title = "".join(map(chance.choice, (PLACES, WORDS, THINGS, WORDS, ENDS)))
        when = day if chance.random() < 0.8 else day[:7]
        name = f"{chance.randrange(len(articles))}"
        events.append(mention(title, when, article=name, at=place, type=chance.choice(TYPES)))
    return events, articles


def measure_merging(count: int) -> None:
    """Print how fast so many events are merged."""
    events, articles = make_events(count)
    begun = time.process_time()
    merged = merge(events, articles)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} events to {len(merged):,}: {count / seconds:,.0f} a second, peak {peak:,.0f} MB with the events")


def measure_voices(count: int) -> None:
    """Print what a signature and the grouping of so many articles cost."""
    chance = random.Random(1)
    letters = [chr(0x4E00 + chance.randrange(3000)) for _ in range(1200)]
    texts = ["".join(chance.sample(letters, 1200)) for _ in range(200)]
    begun = time.process_time()
    made = [signature(text) for text in texts]
    each = (time.process_time() - begun) / len(texts)
    signatures = {f"{place:016x}": chance.randbytes(len(made[0])) for place in range(count)}
    published = dict.fromkeys(signatures, datetime(2022, 9, 3, tzinfo=ZONE))
    begun = time.process_time()
    group_voices(signatures, published)
    grouping = (time.process_time() - begun) / count
    print(
        f"near-duplicates: {each * 1e6:,.0f} µs a signature of 1,200 characters, {grouping * 1e6:,.0f} µs to group it"
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, help="so many events, once")
    options = parser.parse_args()
    for count in [options.events] if options.events else [20_000, 40_000]:
        measure_merging(count)
    measure_voices(20_000)


if __name__ == "__main__":
    main()
