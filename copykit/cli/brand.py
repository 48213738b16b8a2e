"""`copykit brand`: check a brand's guide by its own rules, or begin a new one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from copykit.cli.check import Tally, fail_on_option, output_option, tell
from copykit.cli.settings import brand_folder, day_for, formats_for, today_option

__all__ = ["command"]


@click.group("brand")
def command() -> None:
    """Check a brand's guide, or begin a new one."""


@command.command("check")
@click.argument("folder", metavar="DIR")
@today_option()
@output_option
@fail_on_option
def check(folder: str, today: date | None, output: str, fail_on: str) -> None:
    """Load the brand in DIR, then check its own texts by its own rules and look for loose ends."""
    from copykit.brand_check import check_brand
    from copykit.guide import load_guide

    place = brand_folder(folder)
    guide, clock = day_for(load_guide(place), today)
    tally = Tally()
    found = check_brand(guide, formats=formats_for(place), today=clock)
    shown = found if output != "text" else [one for one in found if one.report.findings]
    tell(tally.watch(shown), guide.brand.name, output)
    if output == "text":
        from copykit.exports import counts_text

        gap = "\n" if shown else ""
        click.echo(f"{gap}{guide.brand.name} (version {guide.version}): {counts_text(tally.found)}")
    raise click.exceptions.Exit(tally.exit_code(fail_on))


@command.command("new")
@click.argument("name", metavar="NAME")
@click.option("--in", "parent", metavar="DIR", default="brand", show_default=True, help="Where to put it.")
def new(name: str, parent: str) -> None:
    """Make a brand folder NAME with comments to fill in; what is there already is never overwritten."""
    from copykit.guide.starter import make_starter

    folder = make_starter(name, parent=Path(parent))
    click.echo(f"Made {folder.as_posix()}. Replace its texts by your own, then try:")
    click.echo(f"  copykit brand check {folder.as_posix()}")
    click.echo(f"  copykit write google-rsa --brand {folder.as_posix()}")
