"""docs/cli.md shows the commands' own help. To renew it: python tests/cli/test_docs.py"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from copykit.cli import cli

DOCS = Path(__file__).parent.parent.parent / "docs" / "cli.md"
MARK = "tests/cli/test_docs.py compares them. -->\n"


def helps(command: click.Command, name: str, above: click.Context | None = None) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=name, parent=above, terminal_width=100, max_content_width=100,
        **command.context_settings,
    )  # fmt: skip
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found
            yield from helps(found, inner, context)
    else:
        yield context.command_path, command.get_help(context)


def wanted() -> str:
    head, _, _ = DOCS.read_text(encoding="utf-8").partition(MARK)
    blocks = [f"\n### {path}\n\n```\n{said}\n```\n" for path, said in helps(cli, "copykit")]
    return head + MARK + "".join(blocks)


def test_the_help_in_the_docs_is_the_command_s_own() -> None:
    assert DOCS.read_text(encoding="utf-8") == wanted()


if __name__ == "__main__":
    DOCS.write_text(wanted(), encoding="utf-8")
