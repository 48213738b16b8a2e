"""The set-up behind make: it takes up what broke off, does nothing twice, and says what is missing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import prepare
import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A set-up in an empty folder that runs no pip; gives the pip commands that it would have run."""
    commands: list[list[str]] = []

    def pretend(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    folder = tmp_path / ".venv"
    monkeypatch.setattr(prepare, "VENV", folder)
    monkeypatch.setattr(prepare, "STAMP", folder / "installed.json")
    monkeypatch.setattr(prepare, "UNFINISHED", folder / "unfinished")
    monkeypatch.setattr(
        prepare, "create", lambda: (shutil.rmtree(folder, ignore_errors=True), folder.mkdir())
    )
    monkeypatch.setattr(prepare, "pip", lambda: ["pip"])
    monkeypatch.setattr(
        prepare,
        "ask",
        lambda _: f"{folder}\n{sys.version_info[0]} {sys.version_info[1]}" if folder.exists() else None,
    )
    monkeypatch.setattr(prepare.subprocess, "run", pretend)
    return commands


@pytest.mark.usefixtures("nothing_installed")
def test_the_first_install_takes_only_what_has_its_hash(nothing_installed: list[list[str]]) -> None:
    prepare.install(prepare.APP_LOCK)
    packages, ourselves = nothing_installed
    assert packages[-2:] == ["-r", str(prepare.APP_LOCK)]
    assert "--require-hashes" in packages
    assert {"--no-deps", "--no-build-isolation", "-e"} <= set(ourselves)


def test_a_second_install_does_nothing(nothing_installed: list[list[str]]) -> None:
    prepare.install(prepare.DEV_LOCK)
    nothing_installed.clear()
    prepare.install(prepare.DEV_LOCK)
    prepare.install(prepare.APP_LOCK)  # which the other one holds
    assert nothing_installed == []


def test_a_new_lock_is_installed(
    nothing_installed: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("click==1\n", encoding="utf-8")
    monkeypatch.setattr(prepare, "APP_LOCK", lock)
    prepare.install(lock)
    nothing_installed.clear()
    lock.write_text("click==2\n", encoding="utf-8")
    prepare.install(lock)
    assert len(nothing_installed) == 2


def test_an_install_that_broke_off_begins_anew(
    nothing_installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> None:
        (prepare.VENV / "half a package").touch()
        raise KeyboardInterrupt

    pretend = prepare.subprocess.run
    monkeypatch.setattr(prepare.subprocess, "run", break_off)
    with pytest.raises(KeyboardInterrupt):
        prepare.install(prepare.APP_LOCK)
    monkeypatch.setattr(prepare.subprocess, "run", pretend)
    prepare.install(prepare.APP_LOCK)
    assert not (prepare.VENV / "half a package").exists()
    assert len(nothing_installed) == 2
    assert prepare.usable()


def test_a_failed_install_shows_what_pip_says(
    nothing_installed: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = subprocess.CompletedProcess([], 1, "", "ERROR: no such package\n")
    monkeypatch.setattr(prepare.subprocess, "run", lambda *_, **__: failed)
    monkeypatch.setitem(prepare.COMMANDS, "test", lambda _: prepare.install(prepare.APP_LOCK))
    assert prepare.main(["test"]) == 2
    told = capsys.readouterr().err
    assert "ERROR: no such package" in told
    assert "Then run the same command again." in told
    assert nothing_installed == []


def test_without_a_pip_of_its_own_the_environment_gets_one_from_outside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {prepare.host(): "pip 23.0.1 from somewhere"}
    monkeypatch.setattr(prepare, "PYTHON", "inside")
    monkeypatch.setattr(prepare, "ask", lambda command: told.get(command[0]))
    assert prepare.pip() == [prepare.host(), "-m", "pip", "--python", "inside"]


@pytest.mark.parametrize(
    ("version", "said"), [(None, "has no pip"), ("pip 20.3.4 from x", "pip 20.3.4 is older")]
)
def test_no_pip_that_can_be_used_is_said(
    version: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "PYTHON", "inside")
    monkeypatch.setattr(prepare, "ask", lambda command: version if command[0] == prepare.host() else None)
    with pytest.raises(prepare.Stop, match=said):
        prepare.pip()


@pytest.mark.loopback
def test_a_taken_port_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(prepare, "install", lambda _: None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert prepare.main(["app"]) == 2
    assert f"Port {port} is taken." in capsys.readouterr().err


@pytest.mark.parametrize("port", ["nix", "0", "70000", "-1"])
def test_a_port_that_is_none_is_said(
    port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare, "install", lambda _: None)
    monkeypatch.setenv("PORT", port)
    assert prepare.main(["app"]) == 2
    assert f'PORT is "{port}"' in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="make and sh are not Windows' own")
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "needs Python 3.11, 3.12 or 3.13"),
        ({"COPYKIT_PYTHON": "/nowhere"}, 'COPYKIT_PYTHON is "/nowhere"'),
    ],
)
def test_no_python_that_fits_is_said(settings: dict[str, str], said: str, tmp_path: Path) -> None:
    finder = ["/bin/sh", str(ROOT / ".ci" / "python"), "-c", "print('ran')"]
    done = subprocess.run(finder, env={"PATH": str(tmp_path)} | settings, capture_output=True, text=True)
    assert done.returncode == 2
    assert said in done.stderr
