"""`copykit compare`: what the guide does for a piece, or how two brands say one thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from copykit.cli.settings import (
    brand_folder,
    brief_for,
    day_for,
    formats_for,
    model_options,
    pick_format,
    today_option,
    wants_colour,
    writer_from,
)

if TYPE_CHECKING:
    from copykit.writers.choose import ModelOptions

__all__ = ["command"]


@click.command("compare")
@click.argument("format_name", metavar="FORMAT")
@click.option(
    "--brand",
    "brands",
    metavar="DIR",
    multiple=True,
    required=True,
    help="The brand's folder, or the name of a sample brand; give a second one to compare two brands.",
)
@click.option("--brief", "brief_file", metavar="FILE", help="A brief in YAML; - reads standard input.")
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    help="Set or replace one of the brief's settings.",
)
@click.option(
    "--writer",
    metavar="offline|PROVIDER:MODEL",
    help="Who writes both; without it, the model that COPYKIT_MODEL names, or offline.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed gives other copy.")
@model_options()
@today_option()
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    format_name: str,
    brands: tuple[str, ...],
    brief_file: str | None,
    settings: tuple[str, ...],
    writer: str | None,
    seed: int,
    models: ModelOptions,
    today: date | None,
    output: str,
) -> None:
    """Write a brief in a FORMAT twice and show what differs, check by check.

    With one brand: with its guide and without it, both judged by the guide. A model is then asked with a
    plain prompt; without a model, the brief's own words are all there is. With two brands: one brief in both,
    each judged by its own guide. Without --brief, the first brand's example brief for the format is used.
    """
    from copykit.comparing import compare_brands, compare_guide
    from copykit.exports import to_json
    from copykit.exports.comparison import compare_payload, comparison_text
    from copykit.guide import load_guide

    if len(brands) > 2:
        raise click.UsageError("give one brand, or two")
    folders = [brand_folder(brand) for brand in brands]
    days = [day_for(load_guide(folder), today) for folder in folders]
    (guide, clock), others = days[0], days[1:]
    format = pick_format(formats_for(folders[0]), format_name)
    brief = brief_for(guide.folders, format.name, brief_file, settings)
    chosen = writer_from(writer, models)
    if chosen.name != "offline" and not writer:
        click.echo(f"writer: {chosen.reason}", err=True)
    if others:
        comparison = compare_brands(
            format, brief, guides=(guide, others[0][0]), writer=chosen.writer, today=clock, seed=seed
        )
    else:
        comparison = compare_guide(format, brief, guide=guide, writer=chosen.writer, today=clock, seed=seed)
    if output == "json":
        click.echo(to_json(compare_payload(comparison)))
    else:
        click.echo(comparison_text(comparison, colour=wants_colour()), nl=False)
