"""`copykit write-batch`: one piece for each row of a list."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from copykit.cli.settings import (
    brand_folder,
    brand_option,
    brief_from,
    day_for,
    formats_for,
    improving_options,
    model_options,
    pairs_from,
    pick_format,
    today_option,
    writer_from,
)
from copykit.cli.under_way import STOPPED, ProgressLine, Stopper
from copykit.errors import BriefError

if TYPE_CHECKING:
    from copykit.brief import Brief
    from copykit.formats import Format
    from copykit.guide import Guide
    from copykit.outreach.attempts import Bench, Order, Write
    from copykit.outreach.batch import Outcome
    from copykit.outreach.crews import Crew
    from copykit.outreach.plan import Gap

__all__ = ["command"]

NOT_READY, BROKEN = 1, 2
SAMPLED = 3  # rows that the time is foretold by
WORKERS_START = 2.0  # seconds that processes take to be ready
ALONE = 40  # rows that one process has written before others have started


@click.command("write-batch")
@click.argument("format_name", metavar="FORMAT")
@brand_option()
@click.option(
    "--rows",
    "rows",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The list: .csv, .xlsx or .jsonl, headers in its first row.",
)
@click.option(
    "--out",
    "out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the results go; made if need be.",
)
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook that has several.")
@click.option(
    "--map",
    "named",
    metavar="COLUMN=SETTING",
    multiple=True,
    help="Fill a setting of the brief from a column: “Cell=recipient.phone”.",
)
@click.option("--ignore", "ignored", metavar="COLUMN", multiple=True, help="Leave a column alone.")
@click.option(
    "--brief",
    "brief_file",
    metavar="FILE",
    help="What all rows start from; - reads standard input. Its texts may name columns: {{Opened}}.",
)
@click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    help="Set or replace one of the brief's settings for all rows.",
)
@click.option(
    "--writer",
    metavar="offline|PROVIDER:MODEL",
    help="Who writes; without it, the model that COPYKIT_MODEL names, or offline.",
)
@click.option("--plan", is_flag=True, help="Show what would be done, and do nothing.")
@click.option(
    "--first", type=click.IntRange(1), metavar="N", help="Only the first N rows that can be written."
)
@click.option(
    "--concurrency",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many are written at once. [4; offline, the cores]",
)
@click.option(
    "--as",
    "kinds",
    type=click.Choice(["csv", "jsonl", "md", "eml"]),
    multiple=True,
    help="The results: a table, JSON Lines, a Markdown file or a mail draft for each. [csv]",
)
@improving_options()
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed gives other copy.")
@click.option("--anyway", is_flag=True, help="Pay for pieces, too, that hold an open slot.")
@click.option("--restart", is_flag=True, help="Write all anew; what is there is put aside.")
@model_options()
@today_option()
def command(format_name: str, brand: str, rows: Path, out: Path | None, **options: Any) -> None:
    """Write one piece in a FORMAT for each row of a list, and check it.

    Columns fill the settings of the brief by their headers; each row's audience is found by title, industry
    and size. Bad rows are set aside with the reason. A batch that was stopped, by Ctrl-C or a power cut, goes
    on with the same command, and nothing is written or paid for twice. Exit code 1 means that not every row
    is ready.
    """
    if out is None and not options["plan"]:
        raise click.UsageError("say where the results go with --out DIR, or look first with --plan")
    job = _Job(format_name, brand, rows, options)
    if options["plan"]:
        job.show_plan()
        return
    assert out is not None
    job.announce()
    job.leave_out()
    raise click.exceptions.Exit(job.write(out))


class _Job:
    """One run of the command: what was asked for, and what follows from it."""

    def __init__(self, format_name: str, brand: str, rows: Path, options: Mapping[str, Any]) -> None:
        from copykit.guide import load_guide
        from copykit.outreach.attempts import Bench
        from copykit.outreach.job import Job
        from copykit.outreach.mails import is_mail
        from copykit.outreach.mapping import map_columns
        from copykit.outreach.plan import find_gaps
        from copykit.outreach.prospects import read_list
        from copykit.sources.tables import read_table

        self.options = options
        self.folder = brand_folder(brand)
        guide, clock = day_for(load_guide(self.folder), options["today"])
        self.format = pick_format(formats_for(self.folder), format_name)
        if "eml" in options["kinds"] and not is_mail(self.format):
            raise BriefError(
                f'"{format_name}" is no email, so there are no mail drafts of it',
                advice="Leave --as eml out.",
            )
        self.table = read_table(rows, sheet=options["sheet"])
        columns = map_columns(self.table, named=options["named"], ignored=options["ignored"])
        base, self.remarks = _base(guide, self.format, options["brief_file"])
        settings = {**pairs_from(options["settings"]), "format": self.format.name}
        self.found = read_list(
            self.table, columns, base=base, guide=guide, settings=settings,
            mails=self.format.channel == "email",
        )  # fmt: skip
        self.choice = writer_from(options["writer"], options["models"])
        self.paid = self.choice.name != "offline"
        self.bench: Bench = Bench(
            format=self.format, guide=guide, writer=self.choice.writer, today=clock,
            budget=options["budget"],
            best_of=options["best_of"], columns=self.table.columns,
        )  # fmt: skip
        self.job = Job(
            found=self.found, bench=self.bench, settings=settings, seed=options["seed"], day=options["today"]
        )  # fmt: skip
        self.gaps: Sequence[Gap] = find_gaps(self.found, self.bench)

    def show_plan(self) -> None:
        from copykit.outreach.plan import estimate_tokens
        from copykit.outreach.telling import plan_text

        estimate = estimate_tokens(self.found.prospects, self.bench) if self.paid else None
        cost = self._cost(estimate.input_tokens, estimate.output_tokens) if estimate else ""
        for remark in self.remarks:
            click.echo(remark)
        seconds = 0.0 if self.paid else self._seconds()
        told = plan_text(
            self.found, self.gaps, guide=self.bench.guide, estimate=estimate, cost=cost, seconds=seconds
        )
        click.echo(told, nl=False)

    def _seconds(self) -> float:
        """About how long the list takes without a model, by what its first rows take."""
        from copykit.outreach.attempts import Order, write_attempt

        sample = self.found.prospects[:SAMPLED]
        began = monotonic()
        for one in sample:
            order = Order(row=one.number, key=one.key, number=0, seed=0, brief=one.brief)
            write_attempt(order, self.bench)
        rows = len(self.found.prospects)
        each = (monotonic() - began) / len(sample) if sample else 0.0
        return each * rows if rows <= ALONE else WORKERS_START + each * rows / self._processes(rows)

    def _processes(self, rows: int) -> int:
        return min(self.options["concurrency"] or _cores(), rows)

    def _cost(self, read: int, written: int) -> str:
        """What so many tokens cost with the chosen model, in words."""
        from copykit.writers.models import ModelWriter

        writer = self.choice.writer
        price = writer.profile.price if isinstance(writer, ModelWriter) else None
        if price is None:
            return "of unknown price"
        return f"about ${price.of(input_tokens=read, output_tokens=written):.2f}"

    def announce(self) -> None:
        """Tells what matters before anything is spent; the whole of it is behind --plan."""
        from copykit.outreach.telling import counted, gap_lines

        say = _say
        for remark in (*self.remarks, *self.table.remarks):
            say(remark)
        aside = len(self.found.aside)
        say(f"{self.table.name}: {counted(len(self.found.prospects), 'row')} to write, {aside:,} set aside")
        for column in self.found.columns:
            if column.use == "unknown":
                say(f'column "{column.title}": {column.reason}')
        for line in gap_lines(self.gaps, self.found):
            say(line)
        if self.paid:
            say(f"writer: {self.choice.reason}")

    def leave_out(self) -> None:
        """Leaves out the rows that a model would be paid for in vain.

        Raises:
            BriefError: when no row is left that can be written to.
        """
        from copykit.outreach.plan import without_gaps

        if self.paid and self.gaps and not self.options["anyway"]:
            before = len(self.found.prospects)
            self.found = without_gaps(self.found, self.gaps)
            if left := before - len(self.found.prospects):
                told = f"{left:,} of them will not be ready, so no model is paid for them"
                _say(f"{told}; --anyway writes them, too")
        if not self.found.prospects:
            reasons = "; ".join(dict.fromkeys(one.reason for one in self.found.aside[:3]))
            raise BriefError(
                f"no row can be written to: {reasons}", path=self.table.name, advice="--plan shows all of it."
            )

    def write(self, out: Path) -> int:
        """Writes the batch into a folder; gives back the exit code."""
        from copykit.outreach.batch import run_batch
        from copykit.outreach.journal import Journal

        prospects = self.found.prospects[: self.options["first"]]
        kinds = tuple(dict.fromkeys(self.options["kinds"])) or ("csv",)
        job = self.job
        with Journal(out, job.fingerprint, paid=self.paid, restart=self.options["restart"]) as journal:
            if journal.put_aside:
                _say(f"the old journal is now {journal.put_aside.as_posix()}")
            with (
                Stopper() as stopper,
                ProgressLine() as progress,
                self._crew(len(prospects), stopper) as crew,
            ):
                outcome = run_batch(
                    prospects, format=self.format, journal=journal, crew=crew, seeds=job.seeds,
                    tries=job.tries, free=not job.paid, tell=progress.tell, stop=stopper,
                )  # fmt: skip
            return self._finish(out, outcome, kinds)

    def _crew(self, rows: int, stopper: Stopper) -> AbstractContextManager[Crew]:
        from copykit.outreach.attempts import write_attempt
        from copykit.outreach.crews import alone, processes, threads
        from copykit.outreach.job import THREADS

        # A wait for a busy server is nothing that is paid for: Ctrl-C ends it.
        bench = replace(self.bench, writer=self.choice.for_run(stopper.wait)) if self.paid else self.bench
        if self.paid:
            return threads(lambda order: write_attempt(order, bench), self.options["concurrency"] or THREADS)
        size = self._processes(rows)
        if size < 2 or rows <= ALONE:
            return alone(lambda order: write_attempt(order, bench))
        given = (
            str(self.folder), self.format.name, self.options["today"], bench.today, bench.budget.rounds,
            bench.best_of, tuple(bench.columns),
        )  # fmt: skip
        return processes(offline_write, given, size)

    def _finish(self, out: Path, outcome: Outcome, kinds: Sequence[str]) -> int:
        from copykit.outreach.alike import measure_sameness
        from copykit.outreach.results import write_results
        from copykit.outreach.telling import summary_text

        files = write_results(out, self.found, outcome.pieces, format=self.format, kinds=kinds)
        written = [(one.attempt["fields"], one.prospect.brief) for one in outcome.pieces if not one.failed]
        same = measure_sameness(self.format, written)
        named = [f"{path.as_posix()}{'/' if path.is_dir() else ''}" for path in files]
        click.echo(summary_text(self.found, outcome, same=same, files=named), nl=False)
        if outcome.stopped:
            kept = f"what is written is kept in {out.as_posix()}"
            _say(f"{outcome.stopped} The same command goes on from here; {kept}.")
            if outcome.cause:
                _say(outcome.cause)
            return BROKEN if outcome.cause else STOPPED
        ready = len(outcome.pieces) == len(self.found.prospects) and all(one.ready for one in outcome.pieces)
        return 0 if ready and not self.found.aside else NOT_READY


def offline_write(
    folder: str,
    format_name: str,
    given: date | None,
    today: date,
    rounds: int,
    best_of: int,
    columns: Sequence[str],
) -> Write:
    """Makes what writes in a process of its own: it reads the guide and the format anew."""
    from copykit.guide import load_guide
    from copykit.improve import Budget
    from copykit.outreach.attempts import Bench, write_attempt
    from copykit.writers.offline import OfflineWriter

    guide, _ = day_for(load_guide(Path(folder)), given)
    bench = Bench(
        format=pick_format(formats_for(Path(folder)), format_name), guide=guide, writer=OfflineWriter(),
        today=today, budget=Budget(rounds=rounds), best_of=best_of, columns=columns,
    )  # fmt: skip

    def write(order: Order) -> dict[str, Any]:
        return write_attempt(order, bench)

    return write


def _base(guide: Guide, format: Format, named: str | None) -> tuple[Brief, list[str]]:
    """The brief that all rows start from, and what of it was left out.

    The brand's example was written for one reader: only its sender and its region are taken.
    """
    from copykit.brief import Brief, Person, load_brief
    from copykit.outreach.prospects import tags_in

    if named:
        brief = brief_from(named)
        left: list[str] = []
        if any(value for key, value in brief.recipient if key != "place"):
            left.append("recipient")
        changes: dict[str, Any] = {"recipient": Person()}
        if brief.observation and not tags_in(brief.observation):
            left.append("observation")
            changes["observation"] = ""
        said = f"{named}: left out {' and '.join(left)}, which each row has its own of" if left else ""
        return brief.model_copy(update=changes), [said] if said else []
    examples = [folder / "examples" / f"{format.name}.yaml" for folder in guide.folders]
    example = next((path for path in examples if path.is_file()), None)
    if example is None:
        return Brief(), []
    brief = load_brief(example)
    signed = (
        f"signed by {brief.sender.name} as in {example.as_posix()}; --set sender.first_name=… changes that"
    )
    return Brief(sender=brief.sender, region=brief.region), [signed] if brief.sender.name else []


def _cores() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def _say(text: str) -> None:
    click.echo(text, err=True)
