"""The house stands as drawn: a room imports only from below, and only some rooms touch the world outside."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import copykit

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "copykit"

# From the top. A room imports from the floors below its own; rooms of one floor don't know each other.
FLOORS = (
    {"__main__"},
    {"cli", "ui"},
    {"audit", "brand_check", "evaluation", "outreach", "results"},
    {"library", "exports"},
    {"baseline"},
    {"comparing"},
    {"writing", "checking"},
    {"improve"},
    {"readiness"},
    {"writers", "checks"},
    {"draft_file"},
    {"likeness"},
    {"draft"},
    {"labels"},
    {"brief"},
    {"formats"},
    {"blanks"},
    {"guide"},
    {"sources"},
    {"text"},
    {"templates"},
    {"grammar"},
    {"findings", "errors", "house", "orders", "platforms", "wording"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

TOP = {"__main__", "cli", "ui"}
FACE = {f"copykit.{name}" for name in ("__version__", *getattr(copykit, "__all__", ()))}

MOST_LINES = 500

MODELS = {"langchain", "langchain_core", "langchain_openai", "langgraph", "langsmith", "openai"}
NETWORK = {
    "aiohttp", "ftplib", "http.client", "http.server", "httpx", "imaplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
CLOCK = {
    "datetime.date.today", "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow",
    "time.ctime", "time.gmtime", "time.localtime", "time.time", "time.time_ns",
}  # fmt: skip
SURROUNDINGS = {
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getlogin",
    "getpass.getuser",
    "locale.getlocale",
}
CHANCE = {"os.urandom", "random.SystemRandom", "secrets", "uuid.uuid1", "uuid.uuid4"}


def python_files(folder: Path = PACKAGE) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room that a file belongs to: its folder in copykit/, or its own name."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(tree: ast.Module, path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that a file imports, anywhere in it."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1]] if node.level else []
            base += node.module.split(".") if node.module else []
            for name in node.names:
                yield node.lineno, ".".join([*base, name.name])


def uses(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported that the code then reads (`dt.date.today`)."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                top = name.name.split(".")[0]
                known[name.asname or top] = name.name if name.asname else top
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for name in node.names:
                known[name.asname or name.name] = f"{node.module}.{name.name}"
    for node in ast.walk(tree):
        if dotted := dotted_name(node, known):
            yield getattr(node, "lineno", 0), dotted


def dotted_name(node: ast.AST, known: dict[str, str]) -> str | None:
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute) and (start := dotted_name(node.value, known)):
        return f"{start}.{node.attr}"
    return None


def within(name: str, modules: set[str]) -> bool:
    """Whether a dotted name is one of these, or something inside one of them."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def at(path: Path, line: int, text: str) -> str:
    return f"{path.relative_to(ROOT)}:{line}: {text}"


def parsed() -> Iterator[tuple[Path, ast.Module]]:
    for path in python_files():
        yield path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room_of(path) for path in python_files()} - {"__init__"}
    assert rooms <= FLOOR.keys(), f"add to FLOORS, and to the drawing: {sorted(rooms - FLOOR.keys())}"


def test_a_room_imports_only_from_below() -> None:
    wrong = []
    for path, tree in parsed():
        room = room_of(path)
        for line, name in imports(tree, path):
            parts = name.split(".")
            if parts[0] != "copykit" or room == "__init__" or (room in TOP and name in FACE):
                continue
            other = parts[1] if len(parts) > 1 else ""
            if not other or (not (PACKAGE / other).exists() and not (PACKAGE / f"{other}.py").exists()):
                wrong.append(at(path, line, f"{room} imports {name}; name the room it lives in"))
            elif room in FLOOR and other in FLOOR and other != room and FLOOR[other] <= FLOOR[room]:
                wrong.append(at(path, line, f"{room} imports {other}, which is not below it"))
    assert wrong == []


@pytest.mark.parametrize(
    ("modules", "rooms"),
    [
        pytest.param({"streamlit"}, ("ui",), id="streamlit"),
        pytest.param(MODELS, ("writers/models",), id="models"),
        pytest.param(NETWORK, ("sources", "writers/models"), id="network"),
    ],
)
def test_only_some_rooms_touch_the_outside(modules: set[str], rooms: tuple[str, ...]) -> None:
    wrong = [
        at(path, line, f"imports {name}, which only {' and '.join(rooms)} may")
        for path, tree in parsed()
        if not any(path.is_relative_to(PACKAGE / room) for room in rooms)
        for line, name in imports(tree, path)
        if within(name, modules)
    ]
    assert wrong == []


def test_nothing_below_the_top_reads_clock_environment_or_chance() -> None:
    wrong = []
    for path, tree in parsed():
        if room_of(path) in TOP:
            continue
        for line, name in uses(tree):
            if within(name, CLOCK | SURROUNDINGS | CHANCE):
                wrong.append(at(path, line, f"reads {name}; take it as an argument"))
            elif name.startswith("random.") and name != "random.Random":
                wrong.append(at(path, line, f"reads {name}; draw from a random.Random(seed)"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Random") and not call.args:
                wrong.append(at(path, call.lineno, "random.Random() without a seed differs every time"))
    assert wrong == []


def test_app_py_only_sets_up_the_page() -> None:
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 40


def test_importing_copykit_loads_nothing_heavy() -> None:
    heavy = {*MODELS, "bs4", "docx", "jinja2", "nltk", "numpy", "pandas", "streamlit", "textstat", "yake"}
    code = "import copykit, sys; print(*sys.modules, sep='\\n')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert heavy.isdisjoint(told.stdout.split())


def test_the_public_face_is_sorted_and_true() -> None:
    names = list(copykit.__all__)
    assert names == sorted(set(names))
    assert [name for name in names if not hasattr(copykit, name)] == []
    public = {name for name in dir(copykit) if not name.startswith("_")}
    rooms = FLOOR.keys() | {"annotations", "TYPE_CHECKING"}
    assert public - rooms <= set(names), "in the face, but not in __all__"


def test_files_stay_rooms_of_one_purpose() -> None:
    """A first line that says what a file is for, and no file that outgrew its purpose (about 400 lines)."""
    wrong = []
    for path, tree in parsed():
        if not ast.get_docstring(tree):
            wrong.append(at(path, 1, "does not say what it is for"))
        lines = len(path.read_text(encoding="utf-8").splitlines())
        # A list of words is data: it has one purpose however long it grows.
        if lines > MOST_LINES and not path.stem.endswith("_words"):
            wrong.append(at(path, lines, "is long; look for its second purpose"))
    assert wrong == []


def test_the_rules_above_can_fail() -> None:
    source = (
        "import datetime as dt, os\n"
        "from random import choice\n"
        "import urllib.request\n"
        "from . import sibling\n"
        "print(dt.date.today(), os.environ['A'], choice([1]))\n"
    )
    tree = ast.parse(source)
    place = PACKAGE / "guide" / "made_up.py"
    assert (4, "copykit.guide.sibling") in set(imports(tree, place))
    assert any(within(name, NETWORK) for _, name in imports(tree, place))
    read = {name for _, name in uses(tree)}
    assert {"datetime.date.today", "os.environ", "random.choice"} <= read
