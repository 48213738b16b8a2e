"""Set up what `make` needs (virtual environment, locked packages, a browser for the tests), then run it.

Plain standard library: it runs before anything is installed. What it does: app, test, check, browser, lock.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
CHROMIUM = [PYTHON, str(ROOT / ".ci" / "chromium.py")]  # starts one, or fails
STAMP = VENV / "copykit-installed.json"  # which locks are installed, whole
UNFINISHED = VENV / "copykit-unfinished"  # there while an install runs; left behind by one that broke off

APP_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # holds all of APP_LOCK, at the same versions

PIP_WITH_TARGET = (22, 3)  # the first pip that can install into another environment (pip --python)
DOWNLOAD_SECONDS = 180
APT_SECONDS = 300

# Settings of the user's that would send an install, or an import, somewhere else than into .venv.
MISLEADING = ("PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_TARGET", "PIP_USER", "PYTHONHOME", "PYTHONPATH")


class Stop(Exception):
    """The work can't go on; the text tells the user why and what to do."""


def say(line: str) -> None:
    """Tell the user one thing, at once, even when the output goes to a file."""
    print(f"copykit: {line}", flush=True)


def environment(**extra: str) -> dict[str, str]:
    """The user's environment without what would mislead pip or Python."""
    return {key: value for key, value in os.environ.items() if key not in MISLEADING} | extra


def run(command: Sequence[str], **extra: str) -> int:
    """Run a command in the repository with its output shown; its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment(**extra)).returncode


def ask(command: Sequence[str], *, seconds: float = 60) -> str | None:
    """What a command prints, or None when it fails, is missing or takes longer than `seconds`."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def in_ci() -> bool:
    """Whether the run is a CI job's, where a skipped test counts as failed."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


# The virtual environment


def fingerprint(lock: Path) -> str:
    """Changes when the lock or the package's metadata changes."""
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def installed() -> dict[str, str]:
    """The fingerprints of the locks that are installed whole, and the place of the repository."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def usable() -> bool:
    """Whether .venv can be built upon: whole, of this place, and of a Python that fits."""
    if UNFINISHED.exists() or installed().get("place", str(ROOT)) != str(ROOT):
        return False  # what pip put into .venv/bin names the place
    told = ask([PYTHON, "-c", "import sys; print(sys.prefix); print(*sys.version_info[:2])"])
    if told is None:
        return False
    prefix, version = told.splitlines()
    if not Path(prefix).samefile(VENV):
        return False
    wanted = f"{sys.version_info[0]} {sys.version_info[1]}"
    return version == wanted if os.environ.get("COPYKIT_PYTHON") else version in ("3 11", "3 12", "3 13")


def host() -> str:
    """The Python to build upon: this one, or the one below it when this one is an activated .venv."""
    if Path(sys.prefix) != VENV:
        return sys.executable
    return str(Path(sys.base_prefix) / BIN.name / f"python{sys.version_info[0]}.{sys.version_info[1]}")


def create() -> None:
    """Make .venv anew; without a pip inside where Python comes without ensurepip, as Debian's does."""
    say(f"Making the virtual environment .venv with Python {sys.version.split()[0]}.")
    shutil.rmtree(VENV, ignore_errors=True)
    if VENV.exists():
        raise Stop("Can't remove the old .venv (does it belong to another user?). Remove it, then try again.")
    whole = [host(), "-m", "venv", str(VENV)]
    if importlib.util.find_spec("ensurepip") and ask(whole, seconds=300) is not None:
        return
    try:
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=False)
    except OSError as error:
        raise Stop(f"Can't make .venv here: {error}") from error


def pip() -> list[str]:
    """The command that runs pip on .venv: its own pip, else one from outside.

    Raises:
        Stop: there is none, or it is too old to install into another environment.
    """
    own = [PYTHON, "-m", "pip"]
    if ask([*own, "--version"]) is not None:
        return own
    too_old = ""
    for outside in ([host(), "-m", "pip"], ["pip3"], ["pip"]):
        told = ask([*outside, "--version"])  # "pip 23.0.1 from ..."
        if told is None:
            continue
        version = told.split()[1]
        if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) >= PIP_WITH_TARGET:
            return [*outside, "--python", PYTHON]
        too_old = f" (pip {version} is older than {'.'.join(map(str, PIP_WITH_TARGET))})"
    raise Stop(
        f"Python {sys.version.split()[0]} ({host()}) has no pip that can be used{too_old}.\n"
        "  Debian, Ubuntu: apt-get install python3-venv python3-pip\n"
        "  Elsewhere: python3 -m ensurepip --upgrade"
    )


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other make installs into this .venv, and keep others out meanwhile."""
    if sys.platform == "win32":
        yield
        return
    with Path(__file__).open("rb") as mine:
        try:
            fcntl.flock(mine, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another make to finish its install.")
            fcntl.flock(mine, fcntl.LOCK_EX)
        yield


def install(lock: Path) -> None:
    """See to it that .venv holds what a lock pins, and copykit itself, editable; nothing to do is quick.

    Raises:
        Stop: pip failed; its own message stands above.
    """
    with alone():
        install_alone(lock)


def install_alone(lock: Path) -> None:
    """The install itself; after one that broke off begin anew, since pip may have left half a package."""
    wanted = fingerprint(lock)
    ready = usable()
    if ready and installed().get(lock.name) == wanted:
        return
    if not ready:
        create()
    command = [*pip(), "install", "-qq", "--no-input", "--disable-pip-version-check"]
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    started = time.monotonic()
    say(f"Installing the packages of {lock.name} (a minute or two, once).")
    # The lock is whole, so there is nothing to resolve.
    steps = (
        [*command, "--no-deps", "--require-hashes", "-r", str(lock)],
        [*command, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    )
    for step in steps:
        done = subprocess.run(step, cwd=ROOT, env=environment(), capture_output=True, text=True)
        if done.returncode == 0:
            continue
        print(done.stdout + done.stderr, end="", file=sys.stderr)
        raise Stop(
            "The install failed; pip says why above. Without a network there is nothing to install from;\n"
            "  behind a mirror or a proxy, tell pip of it (pip config set global.index-url ...).\n"
            "  Then run the same command again."
        )
    whole = {lock.name: wanted, APP_LOCK.name: fingerprint(APP_LOCK), "place": str(ROOT)}
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps(whole), encoding="utf-8")
    fresh.replace(STAMP)
    UNFINISHED.unlink()
    say(f"Installed in {time.monotonic() - started:.0f} s.")


# The app


def answers(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def app(arguments: Sequence[str]) -> NoReturn:
    """Start the page on PORT (8501), for this machine only unless ADDRESS says otherwise.

    Raises:
        Stop: PORT is no port, or taken.
    """
    install(APP_LOCK)
    told = os.environ.get("PORT") or "8501"
    if not told.isdecimal() or not 0 < int(told) < 65536:
        raise Stop(f'PORT is "{told}", which is no port number (1 to 65535).')
    if answers(int(told)):
        raise Stop(
            f"Port {told} is taken. If copykit runs there already, open http://localhost:{told};\n"
            f"  otherwise start it on another port: make app PORT={int(told) + 1}"
        )
    say(f"Starting on http://localhost:{told} (Ctrl+C stops it).")
    screen = sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    opens_browser = screen and sys.stdout.isatty() and not os.environ.get("SSH_CONNECTION")
    settings = {
        "server.port": told,
        "server.address": os.environ.get("ADDRESS") or "localhost",
        "server.headless": "false" if opens_browser else "true",
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        # Named, or Streamlit asks a host on the network for this machine's address.
        "browser.serverAddress": "localhost",
        "logger.hideWelcomeMessage": "true",
        "logger.level": "warning",
    }
    flags = [f"--{key}={value}" for key, value in settings.items()]
    command = [PYTHON, "-m", "streamlit", "run", "app.py", *flags, *arguments]
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(run(command))
    os.execve(command[0], command, environment())


# The tests


def browser() -> bool:
    """Whether the browser tests have a Chromium, after trying to get one for some minutes at most."""
    if ask(CHROMIUM):
        return True
    if os.environ.get("COPYKIT_CHROMIUM"):
        return False
    say(f"No Chromium for the browser tests; trying to get one ({DOWNLOAD_SECONDS // 60} minutes at most).")
    playwright = [PYTHON, "-m", "playwright"]
    fetched = ask([*playwright, "install", "--only-shell", "chromium"], seconds=DOWNLOAD_SECONDS) is not None
    if fetched and ask(CHROMIUM):
        return True
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install:
        return False
    say("Asking apt-get for it.")
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    ask([*apt_get, "update"], seconds=APT_SECONDS)
    if fetched:  # it came, but libraries of the system's are missing
        ask([*playwright, "install-deps", "chromium"], seconds=APT_SECONDS)
    else:
        ask([*apt_get, "install", "-y", "--no-install-recommends", "chromium"], seconds=APT_SECONDS)
    return bool(ask(CHROMIUM))


def pytest(arguments: Sequence[str]) -> int:
    """Run the tests, side by side, with the coverage floor when all of them run; pytest's exit code."""
    whole = [] if arguments else ["--cov", "--cov-report="]  # coverage report tells which lines
    return run([PYTHON, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *whole, *arguments])


def test(arguments: Sequence[str]) -> int:
    """Set all up, then run the tests; arguments go to pytest."""
    install(DEV_LOCK)
    if not browser() and in_ci():
        raise Stop("No Chromium for the browser tests; in CI they must run.")
    return pytest(arguments)


def lint(arguments: Sequence[str]) -> int:
    """Lint, format and types, all three even when one fails; arguments are not used."""
    install(DEV_LOCK)
    ruff = [PYTHON, "-m", "ruff"]
    codes = [
        run([*ruff, "check", "--quiet", "."]),
        run([*ruff, "format", "--check", "--quiet", "."]),
        run([PYTHON, "-m", "mypy"]),
    ]
    if any(codes):
        raise Stop("ruff, its formatter or mypy found something; it stands above.")
    return 0


def check(arguments: Sequence[str]) -> int:
    """Lint, format, types and tests, without setting up a browser; arguments go to pytest."""
    return lint(()) or pytest(arguments)


# The locks


def lock(arguments: Sequence[str]) -> int:
    """Pin all that requirements.txt draws in, for any Python and system, with hashes; arguments reach uv."""
    with tempfile.TemporaryDirectory() as place:
        say("Fetching uv into a throw-away environment; it makes the locks.")
        venv.create(place, with_pip=True, symlinks=os.name != "nt")
        python = str(Path(place) / BIN.name / Path(PYTHON).name)
        if run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "uv"]):
            raise Stop("Can't fetch uv; pip says why above.")
        compile_ = [python, "-m", "uv", "pip", "compile", "--quiet", "requirements.txt", "--group", "build"]
        compile_ += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        compile_ += ["--no-emit-index-url", "--no-emit-find-links", *arguments]
        jobs = (
            [*compile_, "-o", APP_LOCK.name],
            [*compile_, "--group", "dev", "-c", APP_LOCK.name, "-o", DEV_LOCK.name],
        )
        if any(run(job, UV_CUSTOM_COMPILE_COMMAND="make lock") for job in jobs):
            raise Stop("uv could not make the locks; it says why above.")
    say(f"Wrote {APP_LOCK.name} and {DEV_LOCK.name}.")
    return 0


def get_browser(arguments: Sequence[str]) -> int:
    """Set up the tests' environment and a browser; arguments are not used."""
    install(DEV_LOCK)
    if not browser():
        raise Stop("No Chromium could be had. " + (ask(CHROMIUM) or ""))
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "app": app,
    "browser": get_browser,
    "check": check,
    "lint": lint,
    "lock": lock,
    "test": test,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code, 2 for what the user has to mend first, 130 when interrupted."""
    if not arguments or arguments[0] not in COMMANDS:
        say(f"There is {', '.join(COMMANDS)}.")
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        print(f"copykit: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\ncopykit: Interrupted. The same command takes it up again.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
