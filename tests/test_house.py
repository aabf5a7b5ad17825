"""The house stands as it is drawn: arrows run one way, nothing circles, and the core asks nothing of the machine."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "schemas": set(),
    "timeline.articles": {"schemas"},
    "timeline.expressions": {"schemas"},
    "timeline.events": {"schemas", "timeline.expressions"},
    "exports": {"schemas"},
}
"""Each room of the core and the rooms it may know; what lies outside them joins the rooms and may import all."""

LONGEST = 400
"""Lines of a module."""

OUTSIDE = {
    "locale", "tzlocal", "time", "random", "secrets", "socket", "ssl", "urllib.request", "http.client", "requests",
    "subprocess", "multiprocessing", "threading", "platform", "getpass", "webbrowser",
}  # fmt: skip
"""Modules that ask the machine, the network or chance."""

ASKS_THE_MACHINE = {
    "now", "utcnow", "getenv", "getlocale", "setlocale", "localtime", "gettz", "tzlocal", "urlopen", "cwd", "getcwd",
    "expanduser", "gethostname",
}  # fmt: skip
"""Names of calls that give another answer on another day or machine."""

ASKS_WITHOUT_ARGUMENTS = {"today", "astimezone"}
"""Names of calls that do so where nothing is handed to them."""


@cache
def modules() -> dict[str, Path]:
    """Every module of the three packages, by its dotted name."""
    found = {}
    for package in ("schemas", "timeline", "exports"):
        for path in sorted((ROOT / package).rglob("*.py")):
            found[".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


def room(name: str) -> str | None:
    """The room of the core that a module stands in."""
    return next((one for one in MAY_IMPORT if name == one or name.startswith(f"{one}.")), None)


def imported(name: str) -> Iterator[str]:
    """What a module imports anywhere in its code, by dotted names."""
    package = name if modules()[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield inner if inner in modules() else base


def core() -> list[str]:
    return [name for name in modules() if room(name)]


def test_every_room_is_there() -> None:
    assert {room(name) for name in core()} == set(MAY_IMPORT)
    assert len(modules()) > 100


@pytest.mark.parametrize("here", MAY_IMPORT)
def test_arrows_run_one_way(here: str) -> None:
    packages = {"schemas", "timeline", "exports", "tests"}
    wrong = [
        f"{name} imports {other}"
        for name in modules()
        if room(name) == here
        for other in imported(name)
        if other.split(".")[0] in packages and room(other) != here and room(other) not in MAY_IMPORT[here]
    ]
    assert wrong == []


def test_no_module_leads_back_to_itself() -> None:
    graph = {name: {other for other in imported(name) if other in modules() and other != name} for name in modules()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_the_core_asks_nothing_of_machine_or_network() -> None:
    wrong = [f"{name} imports {other}" for name in core() for other in imported(name) if other in OUTSIDE]
    for name in core():
        wrong += [f"{name}:{line}: {what}" for line, what in questions(tree(name))]
    assert wrong == []


def questions(code: ast.AST) -> Iterator[tuple[int, str]]:
    """Calls and names that ask for the clock, the locale, the environment or the system's zone."""
    for node in ast.walk(code):
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "environb"}:
            yield node.lineno, ast.unparse(node)
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = len(node.args) + len(node.keywords)
        if called in ASKS_THE_MACHINE or (called in ASKS_WITHOUT_ARGUMENTS and not given):
            yield node.lineno, ast.unparse(node)
        if called == "fromtimestamp" and given < 2:
            yield node.lineno, ast.unparse(node)


@pytest.mark.parametrize(
    "code",
    ["datetime.now()", "date.today()", "os.environ['TZ']", "moment.astimezone()", "datetime.fromtimestamp(0)"],
)
def test_questions_are_seen(code: str) -> None:
    assert list(questions(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["page.today", "page.set(today)", "moment.astimezone(zone)", "datetime.fromtimestamp(0, zone)"]
)
def test_what_asks_nothing_is_no_question(code: str) -> None:
    assert list(questions(ast.parse(code))) == []


def test_no_module_is_long() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules().items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is() -> None:
    assert [name for name in modules() if not ast.get_docstring(tree(name))] == []


def test_names_say_something() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff", "base_utils"}
    assert [name for name in modules() if name.rpartition(".")[2] in empty] == []


def test_no_two_test_modules_share_a_name() -> None:
    names = [path.name for path in sorted((ROOT / "tests").rglob("*.py")) if path.name != "__init__.py"]
    assert sorted({name for name in names if names.count(name) > 1 and name != "conftest.py"}) == []
