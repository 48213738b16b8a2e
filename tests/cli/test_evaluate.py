"""`copykit eval`: the table, the file, the journal, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def briefs(brand: Path) -> Path:
    folder = Path("briefs") / "dewclaw"
    folder.mkdir(parents=True)
    (folder / "cta-set-01.yaml").write_text("format: cta-set\naudience: practice-managers\ngoal: demo\n")
    (folder / "meta-ad-01.yaml").write_text("format: meta-ad\naudience: practice-owners\nproduct: stock\n")
    return folder.parent


def test_the_outcome_is_printed_and_kept(briefs: Path, run: Callable[..., Any]) -> None:
    asked = ("eval", "--briefs", str(briefs), "--brand", "dewclaw", "--out", "out/a.json")
    told = run(*asked)
    assert told.code == 0
    assert "2 briefs, 1 seed" in told.out
    results = json.loads(Path("out/a.json").read_text())
    assert results["version"] == 1
    assert results["writers"][0]["ready"] == 1.0
    assert [path.name for path in Path("out").iterdir()] == ["a.json"]  # the journal has done its work
    again = run(*asked, "--compare", "out/a.json", "--output", "md")
    assert "Since out/a.json:" in again.out
    assert "| ready | 100% |" in again.out


def test_a_run_that_was_stopped_goes_on(
    briefs: Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from copykit import evaluation
    from copykit.evaluation import pieces

    written: list[str] = []
    real = pieces.write_piece

    def once(job: Any, **settings: Any) -> Any:
        if len(written) == 1:
            raise KeyboardInterrupt
        written.append(job.name)
        return real(job, **settings)

    monkeypatch.setattr(evaluation, "write_piece", once)
    asked = ("eval", "--briefs", str(briefs), "--brand", "dewclaw", "--out", "a.json")
    told = run(*asked)
    assert told.code == 130
    assert "stopped: 1 of 2 pieces are written; run the same again to go on" in told.err
    assert not Path("a.json").exists()
    monkeypatch.setattr(
        evaluation, "write_piece", lambda job, **settings: written.append(job.name) or real(job, **settings)
    )
    assert run(*asked).code == 0
    assert written == ["dewclaw/cta-set-01", "dewclaw/meta-ad-01"]


def test_only_some_briefs(briefs: Path, run: Callable[..., Any]) -> None:
    told = run("eval", "--briefs", str(briefs), "--brand", "dewclaw", "--only", "cta", "--output", "json")
    assert [piece["name"] for piece in json.loads(told.out)["pieces"]] == ["dewclaw/cta-set-01"]
