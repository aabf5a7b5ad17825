"""Measure the speed of date expressions: articles a second, MB a second, growth, peak memory.

    .venv/bin/python -m tests.benchmarks.expressions                       on text written here
    .venv/bin/python -m tests.benchmarks.expressions --folder ARTICLES     on the bodies of articles
    .venv/bin/python -m tests.benchmarks.expressions --jionlp PYTHON       beside JioNLP, in the environment of PYTHON

Times are CPU times of one process; each figure is the best of three runs. With --check the exit code is 1 where growth
is worse than the promise, or JioNLP is less than twenty times slower.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

ARTICLE_CHARS = 1_200
PUBLISHED = datetime.fromisoformat("2022-09-03T12:00:00+08:00")
GROWTH_BOUND, RULES_BOUND, JIONLP_FACTOR = 11.0, 1.5, 20.0

WHEN = (
    *("9月1日", "8月28日至31日", "昨天下午", "今年6月", "去年年底", "2025年", "从明年起", "截至8月底", "每周三"),
    *("上午9点半", "近三年来", "“十四五”期间", "国庆假期", "农历八月十五", "本周末", "三天前", "今后两个月内"),
)
WHO = ("市交通委", "港口集团", "滨江区", "东湖大学", "新材料研究所", "县文化馆", "地铁运营公司", "出版社", "气象台")
WHAT = (
    *("发布了新的通行办法，涉及12条线路、25个站点", "启动第5届青年设计周，预计接待3.6万人次"),
    *("与四家企业签约，总投资达1340亿元", "公布抽检结果，合格率为98.7%，比前一批高1/3"),
    *("组织志愿者清理河道，共运走18吨垃圾", "表示将继续扩建，并在网上公开进度", "举行开放日，市民可以凭证件入场参观"),
)
FILLER = (
    *("这项工作由多个部门共同推进，得到了居民的广泛支持。", "有关负责人介绍，材料和工艺都已经过专家论证。"),
    *("沿线的商户认为，客流和口碑会因此明显改善。", "记者在现场看到，工人正在检查设备，秩序井然。"),
)

JIONLP = """
import json, sys, time
from datetime import datetime
sys.stdout, out = sys.stderr, sys.stdout
from jionlp.algorithm.ner import TimeExtractor
extract = TimeExtractor()
texts = json.load(sys.stdin)
base = datetime(2022, 9, 3, 12).timestamp()
extract(texts[0], time_base=base)
start = time.process_time()
for text in texts:
    try:
        extract(text, time_base=base)
    except Exception as error:
        print("failed", type(error).__name__, file=sys.stderr)
out.write(str(time.process_time() - start))
"""


def write_text(chars: int, seed: int = 7) -> str:
    """`chars` characters of plausible news, the same for the same seed."""
    chance = random.Random(seed)
    parts: list[str] = []
    length = 0
    while length < chars:
        sentence = f"{chance.choice(WHEN)}，{chance.choice(WHO)}{chance.choice(WHAT)}。{chance.choice(FILLER)}"
        if chance.random() < 0.25:
            sentence += "\n"
        parts.append(sentence)
        length += len(sentence)
    return "".join(parts)[:chars]


def articles_of(folder: Path | None, limit: int) -> list[str]:
    """At most `limit` texts of about ARTICLE_CHARS characters, from the bodies in `folder` or written here."""
    if folder is None:
        return [write_text(ARTICLE_CHARS, seed) for seed in range(limit)]
    from timeline import articles

    texts = []
    for article in articles.read([folder], on_problem=lambda problem: None):
        whole = range(0, len(article.text) - ARTICLE_CHARS // 2, ARTICLE_CHARS)
        texts += [article.text[at : at + ARTICLE_CHARS] for at in whole]
        if len(texts) >= limit:
            break
    return texts[:limit]


def cpu_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The least CPU time of `runs` runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def find_all(texts: Iterable[str]) -> int:
    """Find the expressions of all texts; how many there are."""
    from timeline.expressions import find_expressions

    return sum(len(find_expressions(text, PUBLISHED)) for text in texts)


def jionlp_seconds(python: str, texts: list[str]) -> float:
    """CPU seconds of JioNLP's extractor on the texts, in another interpreter."""
    done = subprocess.run(
        [python, "-c", JIONLP], input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8", check=True
    )
    return float(done.stdout)


def measure_speed(texts: list[str]) -> float:
    """Print how fast the texts are read; the CPU seconds for all."""
    find_all(texts[:3])
    seconds = cpu_seconds(lambda: find_all(texts))
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(
        f"{len(texts)} articles of {ARTICLE_CHARS} characters, {find_all(texts)} expressions: "
        f"{len(texts) / seconds:.0f} articles/s, {size / seconds:.2f} MB/s"
    )
    return seconds


def measure_growth() -> float:
    """Print how the time grows from 100 kB to 1 MB in one text; the factor."""
    small, large = (write_text(size // 3) for size in (100_000, 1_000_000))
    find_all([small])
    factor = cpu_seconds(lambda: find_all([large])) / cpu_seconds(lambda: find_all([small]))
    print(f"1 MB against 100 kB in one text: {factor:.1f} times the time")
    return factor


def measure_rules(texts: list[str]) -> float:
    """Print how the time of the scanner grows with twice the rules; the factor."""
    from timeline.expressions import lexicon
    from timeline.expressions.names import NAME_SLOTS
    from timeline.expressions.rules import all_rules
    from timeline.expressions.slots import SLOTS
    from timeline.expressions.tagger import Tagger

    once = all_rules()
    twice = (*once, *(replace(row, name=f"{row.name}_again") for row in once))
    seconds = []
    for rows in (once, twice):
        tag = Tagger(rows, SLOTS | NAME_SLOTS, lexicon.DIGITS, lexicon.NUMERALS).tag
        folded = [lexicon.fold(text) for text in texts]
        seconds.append(cpu_seconds(lambda tag=tag, folded=folded: [tag(text) for text in folded]))
    factor = seconds[1] / seconds[0]
    print(f"twice the rules ({len(once)} and {len(twice)}), the scanner alone: {factor:.2f} times the time")
    return factor


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="articles whose bodies are read instead of the text written here")
    parser.add_argument("--limit", type=int, default=300, help="how many articles at most (default 300)")
    parser.add_argument("--jionlp", metavar="PYTHON", help="an interpreter that has JioNLP installed")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a promise is not kept")
    options = parser.parse_args()
    texts = articles_of(options.folder, options.limit)
    seconds = measure_speed(texts)
    kept = [measure_growth() <= GROWTH_BOUND, measure_rules(texts[:100]) <= RULES_BOUND]
    if options.jionlp:
        theirs = jionlp_seconds(options.jionlp, texts)
        factor = theirs / seconds
        print(f"JioNLP: {len(texts) / theirs:.1f} articles/s; {factor:.1f} times slower")
        kept.append(factor >= JIONLP_FACTOR)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if options.check and not all(kept):
        sys.exit(1)


if __name__ == "__main__":
    main()
