"""Run the scorers of the shared folder and hold their figures against the floors in ``tests/floors.toml``.

    python .ci/floors.py SHARED [NAME ...]

Prints a line a figure and exits with 1 when one is below (or, for a ceiling, above) what has been reached.
"""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from glob import glob
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def figure(output: str, pattern: str) -> float:
    """The last number that the pattern finds in a scorer's output."""
    found = re.findall(pattern, output)
    if not found:
        raise SystemExit(f"no figure for {pattern!r} in:\n{output[-2000:]}")
    return float(found[-1])


def run(command: str, shared: Path) -> str:
    """A scorer's output; its own exit code says nothing here, since the floors are held below."""
    words = [word.replace("{shared}", str(shared)) for word in shlex.split(command)]
    files = [name for word in words for name in (sorted(glob(word)) if "*" in word else [word])]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, *files], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def main() -> int:
    """Check every scorer, or those that are named."""
    shared, names = Path(sys.argv[1]), set(sys.argv[2:])
    failed = 0
    for name, row in tomllib.loads((ROOT / "tests/floors.toml").read_text("utf-8"))["scorers"].items():
        if names and name not in names:
            continue
        output = run(row["command"], shared)
        for label, check in row["figures"].items():
            value = figure(output, check["pattern"])
            ok = value >= check["at_least"] if "at_least" in check else value <= check["at_most"]
            bound = f"at least {check['at_least']}" if "at_least" in check else f"at most {check['at_most']}"
            print(f"{'ok  ' if ok else 'LOW '} {name}: {label} {value} ({bound})", flush=True)
            failed += not ok
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
