"""`copykit formats`: the kinds of copy and their fields."""

from __future__ import annotations

import click

from copykit.cli.settings import brand_folder, brand_option, formats_for

__all__ = ["command"]


@click.command("formats")
@brand_option(required=False)
@click.option("--output", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(brand: str | None, output: str) -> None:
    """List the formats: what each field takes, and how much of it.

    With --brand, the brand's own formats (its folder formats/) too.
    """
    from copykit.exports import formats_payload, formats_text, to_json

    found = formats_for(brand_folder(brand) if brand else None)
    formats = [found[name] for name in sorted(found, key=lambda name: (found[name].settings.family, name))]
    if output == "json":
        click.echo(to_json(formats_payload(formats)))
    else:
        click.echo(formats_text(formats), nl=False)
