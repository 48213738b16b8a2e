"""A brand of one's own in a folder of one's own, and the command run as a user would."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Told:
    """What a run of the command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Told]


@pytest.fixture
def brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`hubgear/`, with two formats of its own, in an empty folder that the command runs in."""
    shutil.copytree(DATA / "brand-tiny", tmp_path / "hubgear")
    shutil.copytree(DATA / "formats-tiny", tmp_path / "hubgear" / "formats")
    monkeypatch.chdir(tmp_path)
    for name in ("COPYKIT_BRAND", "COPYKIT_MODEL", "COPYKIT_DEBUG", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    return Path("hubgear")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `copykit` with arguments and, if given, bytes on standard input."""
    from copykit.cli import main

    def run(*arguments: str, stdin: bytes = b"") -> Told:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        told = capsys.readouterr()
        return Told(code=int(ended.value.code or 0), out=told.out, err=told.err)

    return run
