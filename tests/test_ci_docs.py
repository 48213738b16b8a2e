"""The docs of CI and control, and the pre-commit hooks, name only commands and options that there are."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from ruamel.yaml import YAML

from copykit.cli import cli

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("ci.md", "control.md", "cli.md", "brands.md")
HOOKS = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8").partition("\n## Commands\n")[0]
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Every copykit command line in the docs' blocks, continued lines joined."""
    found = []
    for page in PAGES:
        for block in re.findall(r"^```\w*\n(.*?)^```", "".join(blocks_of(page)), re.DOTALL | re.MULTILINE):
            joined = block.replace("\\\n", " ")
            found += re.findall(r"^(?:\s*- run: )?(copykit (?!\S*:)[^\n>]+)", joined, re.MULTILINE)
    return found


def blocks_of(page: str) -> list[str]:
    return [(ROOT / "docs" / page).read_text(encoding="utf-8").partition("\n## Commands\n")[0]]


def parse(words: list[str]) -> None:
    """Reads a command line as click would, without running it.

    Raises:
        click.UsageError: for a command or an option that there is none of.
    """
    command: click.Command = cli
    context = click.Context(cli, info_name="copykit", **cli.context_settings)
    while isinstance(command, click.Group):
        name = words.pop(0)
        inner = command.get_command(context, name)
        if inner is None:
            raise click.UsageError(f"no command {name}")
        command = inner
        context = click.Context(command, info_name=name, parent=context, **command.context_settings)
    command.parse_args(context, words)


@pytest.mark.parametrize("line", commands())
def test_every_command_in_the_docs_is_one(line: str) -> None:
    words = shlex.split(line, comments=True)
    if "…" not in words:
        parse(words[1:])


def test_a_wrong_command_is_seen() -> None:
    assert len(commands()) > 8
    with pytest.raises(click.UsageError):
        parse(["check", "a.md", "--brand", "b", "--baselin", "c"])


@pytest.mark.parametrize("page", ["ci.md", "control.md", "brands.md"])
def test_the_yaml_of_the_docs_is_yaml(page: str) -> None:
    found = blocks(page, "yaml")
    assert found
    for block in found:
        assert YAML(typ="safe").load(block)


def test_the_hooks_of_the_docs_are_there() -> None:
    [config] = [block for block in blocks("ci.md", "yaml") if block.startswith("repos:")]
    used = [hook["id"] for hook in YAML(typ="safe").load(config)["repos"][0]["hooks"]]
    assert used == [hook["id"] for hook in HOOKS]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs(hook: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "data" / "brand-tiny", tmp_path / "acme")
    shutil.copytree(ROOT / "tests" / "data" / "formats-tiny", tmp_path / "acme" / "formats")
    (tmp_path / "page.md").write_text("A velocipede.\n", encoding="utf-8")
    assert re.search(hook["files"], "page.md" if hook["id"] == "copykit" else "acme/brand.yaml")
    more = ["--brand", "acme", "--fail-on", "warning", "page.md"] if hook["id"] == "copykit" else ["acme"]
    entry = hook["entry"].split()
    assert entry[0] == "copykit"
    told = subprocess.run(
        [sys.executable, "-m", *entry, *more], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert told.returncode == (1 if hook["id"] == "copykit" else 0), told.stderr
