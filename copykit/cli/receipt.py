"""`copykit receipt`: what a finished piece rests on, on one page that somebody can sign."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copykit.cli.settings import (
    brand_folder,
    brand_option,
    brief_from,
    day_for,
    formats_for,
    pick_format,
    today_option,
)
from copykit.errors import SourceError

if TYPE_CHECKING:
    from copykit.checking import Desk
    from copykit.draft import Draft

__all__ = ["command"]

UNCOVERED = 1


@click.command("receipt")
@click.argument("file", metavar="DRAFT")
@brand_option()
@click.option("--as", "format_name", metavar="FORMAT", help="The format, where the file does not say it.")
@click.option(
    "--brief", "brief_file", metavar="FILE", help="The brief that the draft was written from, for its facts."
)
@today_option()
@click.option("--output", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
def command(
    file: str, brand: str, format_name: str | None, brief_file: str | None, today: date | None, output: str
) -> None:
    """Print the substantiation sheet of a DRAFT: each claim with its proof, date, owner and limits.

    DRAFT is a file as `copykit write --output md` or `--output json` prints it (of several drafts in one JSON
    file, each gets a sheet). Exit code 1 means that a statement in it is not covered; it says which.
    """
    from copykit.brief import check_brief
    from copykit.checking import Desk
    from copykit.exports import to_json
    from copykit.exports.receipt import receipt_of
    from copykit.exports.sheet import receipt_markdown, receipt_text, receipts_payload
    from copykit.guide import load_guide

    folder = brand_folder(brand)
    guide, clock = day_for(load_guide(folder), today)
    brief = brief_from(brief_file) if brief_file else None
    if brief:
        check_brief(brief, guide)
    formats = formats_for(folder)
    desk = Desk(
        guide=guide,
        formats=formats,
        today=clock,
        brief=brief,
        format=pick_format(formats, format_name) if format_name else None,
    )
    receipts = [
        receipt_of(draft, guide, document=Path(file).name, today=clock) for draft in _drafts(file, desk)
    ]
    if output == "json":
        click.echo(to_json(receipts_payload(receipts)))
    else:
        told = [receipt_text(one) if output == "text" else receipt_markdown(one) for one in receipts]
        click.echo("\f\n".join(told) if output == "text" else "\n---\n\n".join(told), nl=False)
    if any(receipt.uncovered for receipt in receipts):
        raise click.exceptions.Exit(UNCOVERED)


def _drafts(file: str, desk: Desk) -> list[Draft]:
    """The drafts that a file holds, judged."""
    from copykit.sources import read_document

    if Path(file).suffix.lower() != ".json":
        return [desk.draft(read_document(Path(file)))]
    try:
        told = json.loads(Path(file).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SourceError(f"can't be read: {error.strerror}", path=file) from None
    except ValueError as error:
        raise SourceError(f"this is no JSON: {error}", path=file) from None
    drafts = told.get("drafts") if isinstance(told, dict) else None
    if not isinstance(drafts, list) or not drafts:
        advice = "Give a file that `copykit write --output json` has printed."
        raise SourceError("there are no drafts in it", path=file, advice=advice)
    return [desk.draft_from(one, path=file) for one in drafts]
