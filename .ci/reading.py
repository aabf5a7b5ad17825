"""Read the real files of the shared folder and hold titles and days against its index.

    python .ci/reading.py SHARED

Prints the share of files read, and of titles and days of publication in Shanghai that are the index's (digests, which
hold many articles, by their days alone).
"""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def plain(title: str) -> str:
    """A title without spaces."""
    return "".join(title.split())


def day(moment: str) -> str:
    """The day in Shanghai."""
    when = datetime.fromisoformat(moment)
    return str((when if when.tzinfo else when.replace(tzinfo=SHANGHAI)).astimezone(SHANGHAI).date())


def main() -> None:
    """Print the three shares in per cent."""
    shared = Path(sys.argv[1])
    done = subprocess.run(  # noqa: S603
        [Path(sys.executable).parent / "timeline", "articles", shared / "news", "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    read: dict[str, list[dict[str, str]]] = {}
    for row in map(json.loads, done.stdout.splitlines()):
        read.setdefault(row["source"].split("#")[0], []).append(row)
    told = {line.split(":")[0].split("#")[0] for line in done.stderr.splitlines() if "read once" in line}
    index = [json.loads(line) for line in (shared / "news-index.jsonl").read_text("utf-8").splitlines()]
    known = [row for row in index if row["path"] in read or row["path"] in told]
    single = [row for row in known if len(read.get(row["path"], [])) == 1 and row.get("title")]
    dated = [row for row in known if row["path"] in read and row.get("published")]
    titles = [row for row in single if plain(read[row["path"]][0]["title"]) in plain(row["title"])]
    days = [row for row in dated if day(read[row["path"]][0]["published"]) == day(row["published"])]
    print(f"files read {len(known)} of {len(index)} ({100 * len(known) / len(index):.1f}%)")
    print(f"titles right {len(titles)} of {len(single)} ({100 * len(titles) / len(single):.1f}%)")
    print(f"days right {len(days)} of {len(dated)} ({100 * len(days) / len(dated):.1f}%)")


if __name__ == "__main__":
    main()
