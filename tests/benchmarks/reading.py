"""Measure the reading of front matter, fragments and full pages: articles a second in one process.

    .venv/bin/python -m tests.benchmarks.reading                          on files written here
    .venv/bin/python -m tests.benchmarks.reading --folder FOLDER          on the files of a folder, by format
    .venv/bin/python -m tests.benchmarks.reading --trafilatura PYTHON     pages beside trafilatura, elsewhere

Times are CPU times; each figure is the best of three runs. With --check the exit code is 1 where front matter or
fragments are read more slowly than promised, or pages than trafilatura extracts them.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.expressions import cpu_seconds, write_text
from timeline.articles import Document, list_documents, read_document

COUNT, LENGTH = 200, 2_400
"""Files of each kind, and characters of text in each."""

ARTICLES_A_SECOND = 500
PROMISED = ("front-matter", "html-fragment")

TRAFILATURA = """
import json, sys, time
from trafilatura import extract
pages = json.load(sys.stdin)
extract(pages[0])
best = float("inf")
for _ in range(3):
    start = time.process_time()
    for page in pages:
        extract(page, include_comments=False)
    best = min(best, time.process_time() - start)
sys.stdout.write(str(best))
"""


def paragraphs(seed: int) -> list[str]:
    """The paragraphs of an article."""
    return [line for line in write_text(LENGTH, seed).split("\n") if line]


def front_matter(seed: int) -> str:
    """A post of a site generator."""
    body = "\n\n".join(paragraphs(seed))
    return (
        f"---\ntitle: 第{seed}次会议\ndate: 2024-05-18 10:23:45\ntags: [要闻, 会议]\nauthor: 江城日报\n---\n\n{body}\n"
    )


def fragment(seed: int) -> str:
    """A document of an office, with its particulars and the styles of a word processor."""
    style = 'style="text-indent: 2em; font-family: 宋体; line-height: 2"'
    body = "".join(f'<p {style}><span style="font-size: 16px">{line}</span></p>' for line in paragraphs(seed))
    head = f"<table><tr><td>索引号：</td><td>2024-{seed}</td><td>发布日期：</td><td>2024年05月18日</td></tr>"
    return f"{head}<tr><td>标题：</td><td>第{seed}次会议</td><td>发文机关：</td><td>江城市政府</td></tr></table>{body}"


def page(seed: int) -> str:
    """A page of a portal, with a menu, related headlines and a foot."""
    links = "".join(f'<li><a href="/{n}">另一篇报道的标题第{n}条</a></li>' for n in range(30))
    body = "".join(f"<p>　　{line}</p>" for line in paragraphs(seed))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>第{seed}次会议_江城网</title></head><body>"
        f"<div class='nav'><ul>{links}</ul></div><h1>第{seed}次会议</h1>"
        f"<div class='info'>2024-05-18 10:23 来源：江城日报"
        f"</div><div class='con'>{body}</div><div class='right'><h3>热点</h3><ul>{links}</ul></div><div class='foot'>"
        "版权所有 江城网</div></body></html>"
    )


def read_all(documents: Iterable[Document]) -> int:
    """Read documents; how many articles they give."""
    return sum(len(read_document(document).articles) for document in documents)


def by_format(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """Documents by the format of their first article."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        articles = read_document(document).articles
        if articles:
            found.setdefault(articles[0].format, []).append(document)
    return found


def trafilatura_seconds(python: str, pages: list[str]) -> float:
    """CPU seconds of trafilatura on the pages, in another interpreter."""
    done = subprocess.run(
        [python, "-c", TRAFILATURA],
        input=json.dumps(pages),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return float(done.stdout)


def main() -> int:
    """Run the measurements; 1 where --check finds a broken promise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="files that are read instead of those written here")
    parser.add_argument("--trafilatura", metavar="PYTHON", help="an interpreter that has trafilatura")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a promise is not kept")
    options = parser.parse_args()
    pages = [page(seed) for seed in range(COUNT)]
    written = [make(seed) for make in (front_matter, fragment) for seed in range(COUNT)] + pages
    documents = [Document("", f"{number}.txt", content=text.encode()) for number, text in enumerate(written)]
    kept = True
    for form, group in by_format(list_documents([options.folder]) if options.folder else documents).items():
        seconds = cpu_seconds(lambda group=group: read_all(group))
        count, size = read_all(group), sum(document.size or len(document.content or b"") for document in group)
        print(f"{form:<14} {count / seconds:>7,.0f} articles/s, {size / seconds / 1e6:.1f} MB/s in {len(group)} files")
        kept = kept and (form not in PROMISED or count / seconds >= ARTICLES_A_SECOND)
        if form == "html" and options.trafilatura and not options.folder:
            factor = trafilatura_seconds(options.trafilatura, pages) / seconds
            print(f"{form:<14} {factor:.1f} times as fast as trafilatura.extract")
            kept = kept and factor >= 1
    return 0 if kept or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
