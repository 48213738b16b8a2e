"""`copykit check`: files, folders or standard input against a brand's guide."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from copykit.cli.settings import (
    FormatsOnDemand,
    brand_folder,
    brand_option,
    brief_from,
    day_for,
    pick_format,
    today_option,
    wants_colour,
)
from copykit.errors import CopykitError, SourceError
from copykit.findings import Severity

if TYPE_CHECKING:
    from copykit.baseline import Baseline
    from copykit.checking import Checked, Desk

__all__ = ["Tally", "command", "fail_on_option", "full_option", "output_option", "tell"]

FOUND, BROKEN = 1, 2
CHANNELS = ("ad", "blog", "call", "cta", "email", "page", "social")
fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "suggestion", "never"]),
    default="error",
    show_default=True,
    help="End with exit code 1 at findings of this severity or graver.",
)
output_option = click.option(
    "--output",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="github prints annotations for a workflow's log.",
)
full_option = click.option("--full", is_flag=True, help="In text, show every finding, floods too.")


@dataclass
class Tally:
    """What a run has met so far."""

    documents: int = 0
    found: Counter[Severity] = field(default_factory=Counter)
    broken: bool = False

    def exit_code(self, fail_on: str) -> int:
        """0 clean, 1 findings at or above a severity, 2 something could not be read."""
        if self.broken:
            return BROKEN
        if fail_on == "never":
            return 0
        rank = Severity(fail_on).rank
        return FOUND if any(severity.rank <= rank for severity in self.found) else 0

    def watch(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """Passes documents on and counts what was found in them."""
        for one in checked:
            self.documents += 1
            self.found.update(finding.severity for finding in one.report.findings)
            yield one


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@brand_option()
@click.option("--as", "format_name", metavar="FORMAT", help="Read the files as drafts of this format.")
@click.option("--brief", "brief_file", metavar="FILE", help="What was asked for; wins over front matter.")
@click.option("--channel", type=click.Choice(CHANNELS), help="Where the copy will stand; wins over all.")
@click.option(
    "--columns", "table", metavar="FILE", help="Tell merge tags that no column of this table fills."
)
@click.option("--deep", is_flag=True, help="Also tell what each text is about (slower).")
@today_option()
@click.option("--baseline", metavar="FILE", help="Tell only what this file does not know already.")
@click.option("--write-baseline", metavar="FILE", help="Make such a file of all that is found now.")
@click.option("--accepted", is_flag=True, help="In text, list what has been accepted, too.")
@full_option
@output_option
@fail_on_option
def command(
    paths: tuple[str, ...],
    brand: str,
    format_name: str | None,
    brief_file: str | None,
    channel: str | None,
    table: str | None,
    deep: bool,
    today: date | None,
    baseline: str | None,
    write_baseline: str | None,
    accepted: bool,
    full: bool,
    output: str,
    fail_on: str,
) -> None:
    """Check copy: Markdown, text, HTML and Word files; folders are walked; - reads standard input.

    Front matter may say what a file is: format, audience, goal, ask, keywords, region, situation, channel.
    """
    from copykit.brief import check_brief
    from copykit.checking import Desk
    from copykit.checks.competing import Pages
    from copykit.checks.control import verify_control
    from copykit.guide import load_guide

    folder = brand_folder(brand)
    guide, clock = day_for(load_guide(folder), today)
    verify_control(guide)
    formats = FormatsOnDemand(folder)
    brief = brief_from(brief_file) if brief_file else None
    if brief:
        check_brief(brief, guide)
    desk = Desk(
        guide=guide,
        formats=formats,
        today=clock,
        format=pick_format(formats, format_name) if format_name else None,
        brief=brief,
        channel=channel,
        columns=_columns(table),
        deep=deep,
        pages=Pages(),
    )
    tally = Tally()
    checked = _documents(paths, desk, tally)
    if write_baseline:
        _keep(Path(write_baseline), checked, tally)
    known = _baseline(baseline)
    if known:
        checked = known.cover(checked)
    tell(tally.watch(checked), guide.brand.name, output, full=full, accepted=accepted)
    if known:
        said = (
            f"Of the findings that {baseline} knows, {known.covered} are still there, {known.gone} are gone."
        )
        click.echo(f"\n{said}" if output == "text" else said, err=output != "text")
    if output == "text" and tally.documents > 1:
        from copykit.exports import counts_text

        click.echo(f"\n{tally.documents} files: {counts_text(tally.found)}")
    if not tally.documents and not tally.broken:
        click.echo(f"{', '.join(paths)}: no file here that can be checked", err=True)
    raise click.exceptions.Exit(tally.exit_code(fail_on))


def _columns(named: str | None) -> tuple[str, ...]:
    if not named:
        return ()
    from copykit.sources.tables import read_table

    return read_table(named).columns


def _baseline(named: str | None) -> Baseline | None:
    if not named:
        return None
    from copykit.baseline import load_baseline

    return load_baseline(Path(named))


def _keep(file: Path, checked: Iterable[Checked], tally: Tally) -> NoReturn:
    """Writes a baseline and ends; not of a run in which something could not be read.

    Raises:
        click.exceptions.Exit: always.
    """
    from copykit.baseline import write_baseline

    found = list(checked)
    if tally.broken:
        click.echo(f"{file.as_posix()} was not written", err=True)
        raise click.exceptions.Exit(BROKEN)
    total = write_baseline(file, found)
    click.echo(f"Wrote {total} findings of {len(found)} files into {file.as_posix()}")
    raise click.exceptions.Exit(0)


def _documents(paths: Iterable[str], desk: Desk, tally: Tally) -> Iterator[Checked]:
    """Each readable document with its report; what can't be read is one line, and the others go on."""
    from copykit.sources import read_document

    for path in _files(paths, tally):
        try:
            data = sys.stdin.buffer.read() if str(path) == "-" else None
            document = read_document(path, data=data)
            for problem in document.problems:
                click.echo(f"{document.name}: {problem}", err=True)
            checked = desk.check(document)
        except CopykitError as error:
            click.echo(str(error), err=True)
            tally.broken = True
            continue
        yield checked


def _files(paths: Iterable[str], tally: Tally) -> Iterator[Path]:
    from copykit.sources import walk

    seen: set[Path] = set()
    for named in paths:
        try:
            for path in walk([named]):
                if path not in seen:
                    seen.add(path)
                    yield path
        except SourceError as error:
            click.echo(str(error), err=True)
            tally.broken = True


def tell(
    checked: Iterable[Checked], brand: str, output: str, *, full: bool = False, accepted: bool = False
) -> None:
    """Prints reports in the form that was asked for."""
    from copykit import __version__
    from copykit.exports import github_text, report_payload, report_text, sarif_log, to_json

    if output == "json":
        click.echo(to_json(report_payload(brand, checked)))
    elif output == "sarif":
        click.echo(to_json(sarif_log(checked, version=__version__)))
    elif output == "github":
        for one in checked:
            click.echo(github_text([one]), nl=False)
    else:
        colour = wants_colour()
        for number, one in enumerate(checked):
            said = report_text([one], colour=colour, full=full, accepted=accepted)
            click.echo(("\n" if number else "") + said, nl=False)
