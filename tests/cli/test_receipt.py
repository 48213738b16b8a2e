"""`copykit receipt` reads what `copykit write` prints, and its exit code tells what is not covered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Run


def written(run: Run, output: str, path: str) -> str:
    told = run(
        "write", "sales-email", "--brand", "dewclaw", "--writer", "offline", "--seed", "3", "--output", output
    )
    Path(path).write_text(told.out, encoding="utf-8")
    return told.out


def test_a_draft_in_markdown_or_json_gets_the_same_sheet(run: Run, brand: Path) -> None:
    written(run, "md", "mail.md")
    written(run, "json", "mail.json")
    sheets = []
    for name in ("mail.md", "mail.json"):
        told = run("receipt", name, "--brand", "dewclaw", "--output", "json")
        assert (told.code, told.err) == (0, "")
        [receipt] = json.loads(told.out)["receipts"]
        sheets.append({**receipt, "document": ""})
    assert sheets[0] == sheets[1]


def test_what_is_not_covered_ends_with_exit_code_1(run: Run, brand: Path) -> None:
    text = written(run, "md", "mail.md")
    Path("mail.md").write_text(f"{text}\nWe save every clinic 47% of its costs.\n", encoding="utf-8")
    told = run("receipt", "mail.md", "--brand", "dewclaw")
    assert told.code == 1
    assert "“47%”" in told.out
    told = run("receipt", "mail.md", "--brand", "dewclaw", "--output", "md")
    assert "## Not covered (1)" in told.out


def test_broken_input_says_what_to_do(run: Run, brand: Path) -> None:
    Path("note.md").write_text("Just a note.\n", encoding="utf-8")
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("empty.json").write_text('{"drafts": []}', encoding="utf-8")
    Path("odd.json").write_text('{"drafts": [{"format": "sales-email", "fields": 3}]}', encoding="utf-8")
    for name, said in (
        ("note.md", "this is no draft of a format"),
        ("broken.json", "this is no JSON"),
        ("empty.json", "there are no drafts in it"),
        ("odd.json", "its fields are no texts"),
        ("gone.json", "can't be read"),
    ):
        told = run("receipt", name, "--brand", "dewclaw")
        assert (told.code, told.out) == (2, "")
        assert said in told.err
