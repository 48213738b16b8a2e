"""The wheel stands alone: installed somewhere else, it brings its formats and brands and writes a draft."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

import copykit

ROOT = Path(__file__).resolve().parent.parent

Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network by the locked build tool."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a command of an environment that has the wheel, and our dependencies, in an empty folder."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home / "venv", symlinks=os.name != "nt")
    commands = home / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = commands / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(
        subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    )
    # A path in a .pth file adds the folder, but not the .pth files inside it: our editable copykit stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-qq", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    work = home / "work"
    work.mkdir()
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV"))}

    def run(command: str, *arguments: str) -> str:
        done = subprocess.run(
            [commands / command, *arguments],
            cwd=work,
            env=clean,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_wheel_carries_formats_and_brands_and_nothing_of_ours_beside(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"copykit", next(top for top in tops if top.endswith(".dist-info"))}
    for folder in ("prompts", "brand"):
        ours = {str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*") if path.is_file()}
        packed = {name.removeprefix("copykit/_data/") for name in names if name.startswith("copykit/_data/")}
        assert ours, f"{folder}/ is empty"
        assert ours <= packed


def test_the_code_that_runs_is_the_wheels(elsewhere: Run) -> None:
    code = "import copykit.house as h; print(h.__file__, h.prompts_dir(), h.brands_dir(), sep='\\n')"
    package, prompts, brands = (Path(line) for line in elsewhere("python", "-c", code).splitlines())
    assert not package.is_relative_to(ROOT)
    assert prompts == package.parent / "_data" / "prompts"
    assert brands == package.parent / "_data" / "brand"


def test_the_version_is_told(elsewhere: Run) -> None:
    assert elsewhere("copykit", "--version").split() == ["copykit", copykit.__version__]


def test_formats_in_another_folder(elsewhere: Run) -> None:
    told = json.loads(elsewhere("copykit", "formats", "--output", "json"))
    ours = sorted(path.stem for path in (ROOT / "prompts").glob("[!_]*/*.md"))
    assert sorted(form["name"] for form in told["formats"]) == ours


def test_write_in_another_folder(elsewhere: Run) -> None:
    brands = Path(elsewhere("python", "-c", "import copykit.house as h; print(h.brands_dir())").strip())
    for brand in sorted(path for path in brands.iterdir() if path.is_dir()):
        draft = json.loads(
            elsewhere("copykit", "write", "google-rsa", "--brand", str(brand), "--output", "json")
        )
        assert draft["drafts"][0]["ready"]


def test_each_pin_is_a_declared_dependency_that_it_satisfies() -> None:
    """requirements.txt pins what pyproject.toml asks for, no more and no less; the locks hold those pins.

    Models in files are left out: their wheel is large, and few need it.
    """
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {name: lines for name, lines in project["optional-dependencies"].items() if name != "local"}
    extras = [line for lines in wanted.values() for line in lines]
    asked = {canonicalize_name(one.name): one for one in map(Requirement, project["dependencies"] + extras)}
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    assert pinned.keys() == asked.keys()
    assert [name for name, version in pinned.items() if version not in asked[name].specifier] == []
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        held = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", text, flags=re.MULTILINE))
        assert {name: held.get(name) for name in pinned} == pinned, f"{lock} is old; run make lock"


def test_the_dev_lock_holds_the_app_lock() -> None:
    """So that make test and make app can share one environment."""
    app, dev = (
        set(re.findall(r"^[a-z0-9-]+==.+$", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert app <= dev


@pytest.mark.parametrize("name", ["requirements.txt", "requirements.lock", "requirements-dev.lock"])
def test_no_index_is_named(name: str) -> None:
    """Where packages come from is for each machine to say."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|^--?\w.*index|find-links", text, flags=re.MULTILINE) == []
