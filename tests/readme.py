"""The README's examples of output, made by the commands that they quote.

python -m tests.readme     # write them anew
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SAMPLES = "tests/data/articles"
COMMANDS = {
    "show": [
        *("show", SAMPLES, "--from", "2024-05-18", "--to", "2024-11-30", "--width", "80", "--lang", "zh"),
        *("--type", "conference,founding,exhibition,performance,competition"),
    ],
    "explain": ["explain", "9月1日~3日", "--published", "2022-08-26"],
    "build": ["build", SAMPLES, "--output", "{folder}"],
}
"""The command behind each marked block, without the program's name."""


def output(arguments: list[str]) -> str:
    """What the command prints, in this environment."""
    with tempfile.TemporaryDirectory() as folder:
        command = [Path(sys.executable).parent / "timeline", *(a.replace("{folder}", folder) for a in arguments)]
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def block(name: str, text: str) -> str:
    """A marked block with its text."""
    return f"<!-- {name} -->\n```text\n{text.rstrip()}\n```\n<!-- /{name} -->"


def written(readme: str) -> str:
    """The README with every marked block made anew."""
    for name, arguments in COMMANDS.items():
        pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- /{name} -->", re.S)
        readme = pattern.sub(lambda _, n=name, a=arguments: block(n, output(a)), readme)
    return readme


if __name__ == "__main__":
    README.write_text(written(README.read_text("utf-8")), encoding="utf-8")
