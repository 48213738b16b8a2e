"""`copykit brand`: check a brand's guide by its own rules, or begin a new one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from copykit.cli.check import Tally, fail_on_option, full_option, output_option, tell
from copykit.cli.settings import brand_folder, day_for, formats_for, today_option

__all__ = ["command"]


@click.group("brand")
def command() -> None:
    """Check a brand's guide, or begin a new one."""


@command.command("check")
@click.argument("folder", metavar="DIR")
@today_option()
@full_option
@output_option
@fail_on_option
def check(folder: str, today: date | None, full: bool, output: str, fail_on: str) -> None:
    """Load the brand in DIR, then check its own texts by its own rules and look for loose ends."""
    from copykit.brand_check import check_brand
    from copykit.guide import load_guide

    place = brand_folder(folder)
    guide, clock = day_for(load_guide(place), today)
    tally = Tally()
    found = check_brand(guide, formats=formats_for(place), today=clock)
    shown = found if output != "text" else [one for one in found if one.report.findings]
    tell(tally.watch(shown), guide.brand.name, output, full=full)
    if output == "text":
        from copykit.exports import counts_text

        gap = "\n" if shown else ""
        click.echo(f"{gap}{guide.brand.name} (version {guide.version}): {counts_text(tally.found)}")
        if guide.brand.made_up:
            click.echo(
                "It is a sample: its customers and figures are made up, and none of it may be published."
            )
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


@command.command("schema")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--out", metavar="DIR", help="Write all schemas into this folder instead.")
def schema(file: str | None, out: str | None) -> None:
    """Print the JSON Schema of a brand file (terms.yaml, …), of a brief or of an output, for an editor.

    In YAML, this first line makes editors complete and check: # yaml-language-server: $schema=PATH
    """
    from copykit.errors import GuideError
    from copykit.exports import to_json
    from copykit.exports.schema import all_schemas
    from copykit.wording import did_you_mean

    schemas = all_schemas()
    if out:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        for name, made in schemas.items():
            (folder / name).write_text(to_json(made) + "\n", encoding="utf-8", newline="\n")
        click.echo(f"Wrote {len(schemas)} schemas into {folder.as_posix()}")
        return
    names = {name.removesuffix(".schema.json"): name for name in schemas}
    wanted = (file or "").removesuffix(".yaml").removesuffix(".md")
    if wanted not in names:
        raise GuideError(f'there is no schema of "{file or ""}"{did_you_mean(wanted, names, tell=True)}')
    click.echo(to_json(schemas[names[wanted]]))
