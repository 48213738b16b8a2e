"""What several commands take: the brand, the formats, a day, a brief; and how they read the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copykit.errors import BriefError, FormatError
from copykit.house import brands_dir, prompts_dir
from copykit.wording import did_you_mean

if TYPE_CHECKING:
    from copykit.brief import Brief
    from copykit.formats import Format
    from copykit.guide import Guide
    from copykit.writers.choose import Choice, ModelOptions

__all__ = [
    "FormatsOnDemand",
    "brand_folder",
    "brand_option",
    "brief_for",
    "brief_from",
    "day",
    "day_for",
    "formats_for",
    "improving_options",
    "model_options",
    "pairs_from",
    "pick_format",
    "rounds_option",
    "today_option",
    "wants_colour",
    "writer_from",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def brand_option(*, required: bool = True) -> Callable[[_Command], _Command]:
    """`--brand DIR`, or the name of a brand that comes with copykit."""
    return click.option(
        "--brand",
        "brand",
        metavar="DIR",
        required=required,
        envvar="COPYKIT_BRAND",
        help="The brand's folder, or the name of a sample brand. [or set COPYKIT_BRAND]",
    )


def today_option() -> Callable[[_Command], _Command]:
    """`--today DATE`."""
    return click.option(
        "--today",
        metavar="DATE",
        callback=day,
        help="Judge dated claims and offers by this day (2026-09-30).",
    )


def rounds_option() -> Callable[[_Command], _Command]:
    """`--rounds N`."""
    return click.option(
        "--rounds",
        type=click.IntRange(0, 20),
        default=3,
        show_default=True,
        help="How often a model may write anew what the checks found wrong.",
    )


_IMPROVING_OPTIONS: Sequence[Callable[[Callable[..., Any]], Callable[..., Any]]] = (
    rounds_option(),
    click.option(
        "--best-of",
        type=click.IntRange(1, 20),
        default=1,
        show_default=True,
        help="Write so many first versions of a piece and improve the best.",
    ),
    click.option(
        "--most-tokens",
        type=click.IntRange(1),
        metavar="N",
        help="No further round once a piece has used so many tokens.",
    ),
    click.option(
        "--most-cost", type=click.FloatRange(0), metavar="USD", help="The same by what the piece has cost."
    ),
)


def improving_options() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a command that writes; it takes them as `budget` and `best_of`."""

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def called(*, rounds: int, most_tokens: int | None, most_cost: float | None, **rest: Any) -> Any:
            from copykit.improve import Budget

            return command(budget=Budget(rounds=rounds, tokens=most_tokens, cost=most_cost), **rest)

        for option in reversed(_IMPROVING_OPTIONS):
            option(called)
        return called

    return decorated


_MODEL_OPTIONS = (
    click.option(
        "--fallback",
        metavar="PROVIDER:MODEL",
        default="",
        help="Another model that stands in when the first one can't write. [or set COPYKIT_FALLBACK]",
    ),
    click.option(
        "--profiles",
        metavar="FILE",
        default="",
        help="What is known of models, prices among it, beyond what comes with copykit. "
        "[or set COPYKIT_PROFILES]",
    ),
    click.option(
        "--most-per-run",
        metavar="AMOUNT",
        default="",
        help='Ask models for no more than "$2" or "100000 tokens" in this run. [or set COPYKIT_MOST_PER_RUN]',
    ),
    click.option(
        "--most-per-day",
        metavar="AMOUNT",
        default="",
        help="The same for a day, all runs together. [or set COPYKIT_MOST_PER_DAY]",
    ),
    click.option(
        "--cache/--no-cache",
        default=None,
        help="Whether the same request to a model may be answered from disk. [or set COPYKIT_CACHE=off]",
    ),
)


def model_options() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a command that may ask models; the command takes them together, as `models`."""

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def called(
            *,
            fallback: str,
            profiles: str,
            most_per_run: str,
            most_per_day: str,
            cache: bool | None,
            **rest: Any,
        ) -> Any:
            from copykit.writers.choose import ModelOptions

            models = ModelOptions(
                fallback=fallback, profiles=profiles, per_run=most_per_run, per_day=most_per_day, cache=cache
            )
            return command(models=models, **rest)

        for option in reversed(_MODEL_OPTIONS):
            option(called)
        return called

    return decorated


def writer_from(named: str | None, models: ModelOptions) -> Choice:
    """The writer that a command's options and the environment name.

    Raises:
        WriterError: when that is no model, or an option can't be read.
    """
    from copykit.readiness import verdict
    from copykit.writers.choose import choose_writer

    # Without it, llama.cpp's threads wait by spinning, which takes a whole core from everybody else. It is
    # read when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    return choose_writer(named, environment=os.environ, options=models, today=date.today, verdict=verdict)


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """A date option's value.

    Raises:
        click.BadParameter: when it is not a date.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a date: write it like 2026-09-30') from None


def day_for(guide: Guide, today: date | None) -> tuple[Guide, date]:
    """The guide and the day to judge by: `--today` wins over the brand's `as_of`, that over the clock."""
    from dataclasses import replace

    if today is None:
        return guide, guide.today(date.today())
    return replace(guide, brand=guide.brand.model_copy(update={"as_of": today})), today


def brand_folder(named: str) -> Path:
    """The folder that a user means: a path, or the name of a brand that comes with copykit."""
    path = Path(named)
    if not path.is_dir() and path.name == named and (brands_dir() / named).is_dir():
        return _from_here(brands_dir() / named)
    return path


def _from_here(path: Path) -> Path:
    """A path as it is shortest from where we run: findings show it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def formats_for(folder: Path | None) -> dict[str, Format]:
    """The formats that come with copykit and a brand's own, those of what it extends included, by name."""
    from copykit.formats import load_formats
    from copykit.guide.inherit import brand_folders

    folders = [_from_here(prompts_dir())]
    for one in reversed(brand_folders(folder)) if folder else ():
        if (one / "formats").is_dir():
            folders.append(one / "formats")
    return load_formats(folders)


class FormatsOnDemand(Mapping[str, "Format"]):
    """The formats of `formats_for`, read when the first one is asked for: most pages need none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._found: dict[str, Format] | None = None

    def _read(self) -> dict[str, Format]:
        if self._found is None:
            self._found = formats_for(self._folder)
        return self._found

    def __getitem__(self, name: str) -> Format:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def pick_format(formats: Mapping[str, Format], name: str) -> Format:
    """The format of a name.

    Raises:
        FormatError: when there is none; with the nearest name.
    """
    if name not in formats:
        raise FormatError(f'there is no format "{name}"{did_you_mean(name, sorted(formats), tell=True)}')
    return formats[name]


def brief_from(named: str) -> Brief:
    """A brief from a file, or from standard input with `-`.

    Raises:
        BriefError: when it can't be read or has problems.
    """
    from copykit.brief import load_brief, read_brief

    if named != "-":
        return load_brief(Path(named))
    try:
        return read_brief(sys.stdin.buffer.read().decode("utf-8-sig"), path="-")
    except UnicodeDecodeError:
        raise BriefError("standard input is not UTF-8 text", path="-") from None


def pairs_from(settings: Sequence[str]) -> dict[str, str]:
    """The names and values of `--set` options.

    Raises:
        BriefError: for one without an equals sign.
    """
    pairs: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise BriefError(
                f'"{setting}" sets nothing', advice="Write --set key=value, such as --set audience=ops."
            )
        pairs[key.strip()] = value
    return pairs


def brief_for(folders: Sequence[Path], format: str, named: str | None, settings: tuple[str, ...]) -> Brief:
    """The brief that a user means: a file or standard input, or the brand's example for a format.

    Args:
        folders: the brand's folder and those that it extends.
        named: `--brief`.
        settings: `--set KEY=VALUE`, put in place of the brief's own.

    Raises:
        BriefError: when there is none, or it has problems.
    """
    from copykit.brief import Brief, load_brief, with_settings

    examples = [folder / "examples" / f"{format}.yaml" for folder in folders]
    example = next((path for path in examples if path.is_file()), None)
    if named:
        brief = brief_from(named)
    elif example:
        brief = load_brief(example)
    elif settings:
        brief = Brief()
    else:
        raise BriefError(
            f'the brand has no example brief for "{format}" ({examples[0].as_posix()})',
            advice="Give one with --brief FILE, or settings with --set audience=… and so on.",
        )
    return with_settings(brief, {**pairs_from(settings), "format": format})


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
