"""`copykit write`: from a brief to copy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from copykit.cli.settings import (
    brand_folder,
    brand_option,
    brief_for,
    day_for,
    formats_for,
    improving_options,
    model_options,
    pick_format,
    today_option,
    wants_colour,
    writer_from,
)
from copykit.errors import WriterError

if TYPE_CHECKING:
    from copykit.draft import Draft
    from copykit.improve import Budget
    from copykit.writers.choose import ModelOptions

__all__ = ["command"]

NOT_READY = 1


@click.command("write")
@click.argument("format_name", metavar="FORMAT")
@brand_option()
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
    help="Who writes; without it, the model that COPYKIT_MODEL names, or offline.",
)
@improving_options()
@model_options()
@click.option("--history", is_flag=True, help="Show how the draft came to be, round by round.")
@click.option(
    "--without-guide", is_flag=True, help="Write from the brief alone, to see what the guide does for it."
)
@click.option("--variants", type=click.IntRange(1, 100), default=1, show_default=True, help="How many.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed gives other copy.")
@today_option()
@click.option("--output", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
def command(
    format_name: str,
    brand: str,
    brief_file: str | None,
    settings: tuple[str, ...],
    writer: str | None,
    budget: Budget,
    best_of: int,
    models: ModelOptions,
    history: bool,
    without_guide: bool,
    variants: int,
    seed: int,
    today: date | None,
    output: str,
) -> None:
    """Write copy in a FORMAT (see copykit formats) and check it.

    Without --brief, the brand's example brief for the format is used. Exit code 1 means that a draft is not
    ready; it says why.
    """
    from copykit import writing
    from copykit.guide import load_guide
    from copykit.readiness import judge
    from copykit.writers import Note

    folder = brand_folder(brand)
    guide, clock = day_for(load_guide(folder), today)
    format = pick_format(formats_for(folder), format_name)
    brief = brief_for(guide.folders, format.name, brief_file, settings)
    chosen = writer_from(writer, models)
    if chosen.name != "offline" and not writer:
        click.echo(f"writer: {chosen.reason}", err=True)
    if without_guide:
        from copykit.comparing import without_guide as written

        drafts = [
            written(format, brief, guide=guide, writer=chosen.writer, today=clock, seed=seed + number)
            for number in range(variants)
        ]
        _tell(drafts, output, history=history)
        if not all(draft.ready for draft in drafts):
            raise click.exceptions.Exit(NOT_READY)
        return
    growing: list[Draft] = []
    coming = writing.variants(
        format, brief, guide=guide, writer=chosen.writer, today=clock, count=variants, seed=seed,
        budget=budget, best_of=best_of,
        seen=lambda draft: growing.__setitem__(slice(None), [draft]),
    )  # fmt: skip
    drafts = []
    try:
        for draft in coming:
            drafts.append(draft)
            growing.clear()
    except WriterError as error:
        # What was paid for is shown before the error is, a draft that was not finished too.
        note = Note(problem=f"the writer gave up: {error}")
        drafts += [
            judge(one, guide=guide, today=clock, notes=[note]) for one in growing if one.fields
        ]  # fmt: skip
        if drafts:
            _tell(drafts, output, history=history)
        raise
    _tell(drafts, output, history=history)
    if len(drafts) < variants:
        from copykit.exports.text import fewer_text

        click.echo(fewer_text(len(drafts), variants), err=output != "text")
    if not all(draft.ready for draft in drafts):
        raise click.exceptions.Exit(NOT_READY)


def _tell(drafts: list[Draft], output: str, *, history: bool) -> None:
    from copykit.draft_file import render
    from copykit.exports import draft_text, to_json, write_payload
    from copykit.exports.text import spread_text
    from copykit.likeness import spread_of

    if output == "json":
        click.echo(to_json(write_payload(drafts)))
        return
    for number, draft in enumerate(drafts):
        if output == "text":
            if number:
                click.echo("─" * 72 + "\n")
            click.echo(draft_text(draft, colour=wants_colour(), history=history), nl=False)
            continue
        if number:
            click.echo(f"\n<!-- draft {number + 1} of {len(drafts)} -->\n")
        click.echo(render(draft), nl=False)
        for reason in draft.blocked:
            where = f" ({reason.field})" if reason.field else ""
            click.echo(f"not ready: {reason.reason}{where}", err=True)
    if spread := spread_of(drafts):
        click.echo(spread_text(spread), err=output != "text")
