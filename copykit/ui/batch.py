"""A person's batch in the app: the list, what its columns fill, and the run behind the page."""

from __future__ import annotations

import io
import logging
import threading
import time
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from copykit.errors import CopykitError
from copykit.outreach.attempts import Order, write_attempt
from copykit.outreach.batch import Outcome, Progress, run_batch
from copykit.outreach.crews import alone, threads
from copykit.outreach.job import THREADS, Job
from copykit.outreach.journal import Journal
from copykit.outreach.plan import Gap
from copykit.outreach.results import write_results
from copykit.writers.choose import Choice

__all__ = ["BatchWork", "Run", "zipped"]

_MISHAP = "That did not work, and the fault is ours. What was written is kept; go on from there."
_log = logging.getLogger(__name__)


class Run:
    """One run of a batch in a thread of its own: a rerun, another page or a closed tab don't end it.

    Attributes:
        job: what is written, by a writer of this run's own.
        folder: where its journal and its results are.
        progress: how far it is; None before the first piece.
        outcome: what came of it; None while it goes on.
        problem: why it could not go on, a sentence; "" otherwise.
        pace: the seconds of this run, and the pieces written in them.
    """

    def __init__(self, job: Job, folder: Path, *, kinds: Sequence[str], choice: Choice | None = None) -> None:
        self._stopping = threading.Event()
        # A wait for a busy server is nothing that is paid for: it ends when the run is stopped.
        writer = choice.for_run(self._stopping.wait) if choice else job.bench.writer
        self.job, self.folder = replace(job, bench=replace(job.bench, writer=writer)), folder
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None
        self.problem = ""
        self.pace = (0.0, 0)
        self._kinds = tuple(kinds)
        self._begun = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="copykit-batch", daemon=True)
        self._thread.start()

    @property
    def going(self) -> bool:
        """Whether it still goes on."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Begins nothing more; what is under way is awaited, since it is paid for, and no wait is."""
        self._stopping.set()

    def wait(self) -> None:
        """Comes back when it has ended."""
        self._thread.join()

    def _tell(self, progress: Progress) -> None:
        self.progress = progress
        self.pace = (time.monotonic() - self._begun, progress.written)

    def _run(self) -> None:
        job = self.job
        try:
            with Journal(self.folder, job.fingerprint, paid=job.paid) as journal:

                def write(order: Order) -> dict[str, Any]:
                    return write_attempt(order, job.bench)

                with threads(write, THREADS) if job.paid else alone(write) as crew:
                    outcome = run_batch(
                        job.found.prospects, format=job.bench.format, journal=journal, crew=crew,
                        seeds=job.seeds, tries=job.tries, free=not job.paid, tell=self._tell,
                        stop=self._stopping.is_set,
                    )  # fmt: skip
                write_results(
                    self.folder, job.found, outcome.pieces, format=job.bench.format, kinds=self._kinds
                )
            self.outcome = outcome
        except CopykitError as error:
            self.problem = str(error)
        except Exception:
            _log.exception("a batch failed")
            self.problem = _MISHAP


@dataclass
class BatchWork:
    """The work on one list with one brand.

    Attributes:
        name: the list's file name; "" when none is open.
        data: its bytes.
        columns: what the person said that columns fill, by header: a setting, or "" to leave it alone.
        settings: settings of the brief for all rows, by the form's names.
        uploads: how many lists were opened: each gets a fresh upload box.
        run: the last run.
        shown: the row whose piece is looked at.
        memo: the job that was made last, with what it lacks, and what it was made from.
    """

    name: str = ""
    data: bytes = b""
    columns: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    uploads: int = 0
    run: Run | None = None
    shown: int = 0
    memo: tuple[object, Job, tuple[Gap, ...]] | None = None

    def open(self, name: str, data: bytes) -> None:
        """Opens a list; a run on another one goes on, and its results stay in its folder."""
        self.name, self.data = name, data
        self.columns, self.run, self.shown = {}, None, 0
        self.uploads += 1

    def named(self) -> tuple[list[str], list[str]]:
        """The person's words on columns, as `map_columns` takes them: named and ignored."""
        chosen = [f"{title}={target}" for title, target in self.columns.items() if target]
        return chosen, [title for title, target in self.columns.items() if not target]


def zipped(files: Mapping[str, Path]) -> bytes:
    """Some files as one archive, by their names in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files.items():
            archive.write(path, name)
    return held.getvalue()
