"""`copykit eval`: how good a writer is over many briefs, in numbers."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from copykit.cli.settings import (
    brand_folder,
    day_for,
    formats_for,
    model_options,
    rounds_option,
    today_option,
    writer_from,
)

if TYPE_CHECKING:
    from copykit.evaluation import Piece
    from copykit.writers.choose import ModelOptions

__all__ = ["command"]

STOPPED = 130
INCOMPLETE = 1


@click.command("eval")
@click.option(
    "--briefs",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of briefs, with a folder for each brand in it.",
)
@click.option(
    "--brand",
    "brands",
    metavar="DIR",
    multiple=True,
    required=True,
    help="A brand's folder, or the name of a sample brand; may be given several times.",
)
@click.option(
    "--writer",
    "writers",
    metavar="offline|PROVIDER:MODEL",
    multiple=True,
    default=("offline",),
    show_default=True,
    help="Who writes; give several to compare them.",
)
@click.option(
    "--seeds", type=click.IntRange(1, 1000), default=1, show_default=True, help="Write each brief so often."
)
@rounds_option()
@click.option("--only", metavar="PART", help="Only briefs whose name holds this: sales-email, dewclaw/blog.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="Write the outcome as JSON.")
@click.option(
    "--journal",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Keep pieces here as they are written, and take up those that are there. [default: beside --out]",
)
@click.option(
    "--compare",
    metavar="OLD.json",
    type=click.Path(path_type=Path),
    help="Show what changed since an outcome that --out wrote.",
)
@model_options()
@today_option()
@click.option("--output", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
def command(
    briefs: Path,
    brands: tuple[str, ...],
    writers: tuple[str, ...],
    seeds: int,
    rounds: int,
    only: str | None,
    out: Path | None,
    journal: Path | None,
    compare: Path | None,
    models: ModelOptions,
    today: date | None,
    output: str,
) -> None:
    """Write many briefs with one or more writers, and count what comes of it.

    The outcome has the share that is ready, rounds, errors by check before and after the improvement, scores,
    sameness, facts placed, tokens, cost and time. A piece that fails is a line with its reason, and not the
    end. A run that was stopped goes on where it was when it is started again with the same --out or
    --journal. Exit code 1 means that some pieces were not written.
    """
    from copykit import __version__
    from copykit.evaluation import (
        Journal,
        changes_text,
        jobs_in,
        read_results,
        results_payload,
        results_text,
        write_piece,
    )
    from copykit.exports import to_json
    from copykit.guide import load_guide
    from copykit.improve import Budget

    old = read_results(compare) if compare else None
    folders = {brand_folder(brand).name: brand_folder(brand) for brand in brands}
    days = {name: day_for(load_guide(folder), today) for name, folder in folders.items()}
    guides = {name: guide for name, (guide, _) in days.items()}
    clock = today or date.today()
    formats = {name: formats_for(folder) for name, folder in folders.items()}
    if models.cache is None:
        models = replace(models, cache=False)  # an answer from disk says nothing of time and cost
    chosen = [writer_from(writer, models).writer for writer in dict.fromkeys(writers)]
    jobs = [
        job
        for job in jobs_in(briefs, guides=guides, formats=formats, writers=chosen, seeds=seeds, today=clock)
        if not only or only in job.name
    ]
    beside = out.with_name(f"{out.name}.journal") if out else None
    path = journal or beside
    kept = Journal(path) if path else None
    pieces: list[Piece] = []

    def follow() -> Iterator[Piece]:
        for number, job in enumerate(jobs, 1):
            piece = kept.pieces.get(job.key) if kept else None
            if piece is None:
                piece = write_piece(job, clock=time.perf_counter, budget=Budget(rounds=rounds))
                if kept:
                    kept.add(piece)
            _progress(number, len(jobs), piece)
            yield piece

    stopped = False
    try:
        pieces.extend(follow())
    except KeyboardInterrupt:
        stopped = True
    results = results_payload(pieces, formats, seeds=seeds, today=clock, asked=len(jobs), version=__version__)
    if out and not stopped:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(to_json(results) + "\n", encoding="utf-8")
        if kept and not journal:
            kept.remove()
    if output == "json":
        click.echo(to_json(results))
    else:
        click.echo(results_text(results, markdown=output == "md"), nl=False)
        if old:
            click.echo(f"\nSince {compare}:\n")
            click.echo(changes_text(old, results, markdown=output == "md"), nl=False)
    if stopped:
        again = "; run the same again to go on" if kept else "; with --out FILE it could have gone on"
        click.echo(f"stopped: {len(pieces)} of {len(jobs)} pieces are written{again}", err=True)
        raise click.exceptions.Exit(STOPPED)
    if any(piece.problem for piece in pieces):
        raise click.exceptions.Exit(INCOMPLETE)


def _progress(number: int, of: int, piece: Piece) -> None:
    """A line on a terminal that is overwritten; nothing where nobody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{number} of {of}  {piece.name} by {piece.writer}", nl=number == of, err=True)
