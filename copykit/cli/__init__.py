"""The command `copykit`: what it takes, what it prints, and the exit code that others script against.

Exit codes: 0 clean, 1 findings at or above `--fail-on` or a draft that is not ready, 2 broken input.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence

import click

from copykit import __version__
from copykit.errors import CopykitError

__all__ = ["cli", "main"]

# Each command lives in a file of its own, read only when it is asked for.
_COMMANDS: Mapping[str, str] = {
    "accept": "copykit.cli.accept",
    "brand": "copykit.cli.brand",
    "check": "copykit.cli.check",
    "compare": "copykit.cli.compare",
    "eval": "copykit.cli.evaluate",
    "explain": "copykit.cli.explain",
    "formats": "copykit.cli.formats",
    "receipt": "copykit.cli.receipt",
    "write": "copykit.cli.write",
    "write-batch": "copykit.cli.write_batch",
}
BROKEN = 2
# Looking for pydantic plugins among all installed packages costs a twentieth of a second, and we use none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
REPORT = "this is a fault of copykit's own; please report it, with COPYKIT_DEBUG=1 set for the details"


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(_COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from copykit.wording import did_you_mean

            near = did_you_mean(args[0], _COMMANDS, tell=True)
            raise click.UsageError(f'there is no command "{args[0]}"{near}', ctx=ctx) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="copykit %(version)s")
def cli() -> None:
    """Write copy by a brand's guide, and check copy against it."""


# A run makes many small things and few cycles: to look for those less often saves a twentieth.
GARBAGE = (100_000, 20, 100)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command and ends the process with its exit code. No fault of the input shows a traceback."""
    _speak_utf8()
    gc.set_threshold(*GARBAGE)
    # At the end the system takes all memory back: to look for cycles in it cost a sixth of a short run.
    atexit.register(gc.freeze)
    try:
        code = cli.main(arguments and list(arguments), prog_name="copykit", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        code = 130
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f" ({context.command_path} --help shows how)" if context else ""
        click.echo(f"{error.format_message()}{hint}", err=True)
        code = BROKEN
    except CopykitError as error:
        click.echo(str(error), err=True)
        code = BROKEN
    except BrokenPipeError:
        _close_quietly()
        code = 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(f"{place}{error.strerror or error}", err=True)
        code = BROKEN
    except Exception as error:
        if os.environ.get("COPYKIT_DEBUG"):
            raise
        said = " ".join(str(error).split())[:200]
        click.echo(f"{type(error).__name__}: {said}; {REPORT}" if said else REPORT, err=True)
        code = BROKEN
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf8() -> None:
    """Output is UTF-8 with plain line ends wherever we run; a lone surrogate shows as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _close_quietly() -> None:
    """The reader has gone (`| head`): nothing may be written any more, not even at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
