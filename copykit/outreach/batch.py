"""Writes a whole list: orders attempts, keeps each in the journal, and settles on one piece for each row.

Attempts may come back in any order; which one a row ends with is decided in the order of the rows, from the
journal's attempts alone. So a batch that was killed and resumed ends with the same pieces, and an attempt
that was paid for is never asked for again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any

from copykit.draft import Usage
from copykit.errors import CopykitError
from copykit.formats import Format
from copykit.outreach.alike import Face, face_of
from copykit.outreach.attempts import Order, usage_of
from copykit.outreach.crews import Crew
from copykit.outreach.journal import Attempt, Journal
from copykit.outreach.prospects import Prospect

__all__ = ["Outcome", "Piece", "Progress", "Seeds", "run_batch"]

MOST_FAULTS = 3  # of the writer in a row, with no piece between: then nothing more is asked of it
NEXT_TRY = 1_000_003  # a prime, so that another try also takes another turn of whatever a seed turns
LOOK_UP = 0.2  # seconds after which Ctrl-C is heard at the latest


@dataclass(frozen=True, kw_only=True)
class Seeds:
    """The seed of each try at each row.

    Attributes:
        first: the batch's own.
        step: how far two rows' seeds are apart.
    """

    first: int
    step: int

    def at(self, row: int, number: int) -> int:
        """The seed of a try at a row, both counted as in `Order`."""
        return self.first + (row + number * NEXT_TRY) * self.step


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What a row ended with.

    Attributes:
        attempt: the attempt that was taken; one with `error` when the writer gave up.
        tries: how many there were.
        alike: what it has in common with another piece for the same company, in words; mostly empty.
    """

    prospect: Prospect
    attempt: Attempt
    tries: int
    alike: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether nothing was written."""
        return "error" in self.attempt

    @property
    def ready(self) -> bool:
        """Whether nothing hinders its use."""
        return bool(self.attempt.get("ready"))


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a batch is.

    Attributes:
        done: rows with a first piece; `resumed` of them from before this run.
        written: attempts of this run.
        usage: what this run has used; `before` what earlier runs had.
    """

    total: int
    done: int
    resumed: int
    written: int
    failed: int
    usage: Usage
    before: Usage


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a batch.

    Attributes:
        pieces: one for each row that is settled, in the rows' order.
        progress: how far it came.
        stopped: why it ended early, in words; "" when it did not.
        cause: the error behind that, if there is one.
    """

    pieces: tuple[Piece, ...]
    progress: Progress
    stopped: str = ""
    cause: str = ""


def run_batch(
    prospects: Sequence[Prospect],
    *,
    format: Format,
    journal: Journal,
    crew: Crew,
    seeds: Seeds,
    tries: int,
    free: bool,
    tell: Callable[[Progress], None],
    stop: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Writes what is not written yet.

    Args:
        prospects: the rows.
        format: the format that is written.
        journal: what was written before, and where the rest goes.
        crew: who writes.
        seeds: the seed of each try.
        tries: attempts at a row whose subject or opening another of the same company has.
        free: whether a try costs nothing; then a piece that another seed may make ready is tried again, too.
        tell: is told how far it is, after each attempt.
        stop: is asked now and then; once it says yes nothing new is begun, and what is under way is awaited.

    Raises:
        LibraryError: when the journal can't be written.
        CopykitError: when guide, format or brief can't be used at all.
    """
    return _Batch(prospects, format, journal, crew, seeds, tries, free, tell, stop).run()


@dataclass
class _Firm:
    """The rows of one company, in order, and how far they are settled."""

    rows: list[Prospect] = field(default_factory=list)
    at: int = 0
    faces: list[tuple[int, Face]] = field(default_factory=list)


class _Batch:
    def __init__(
        self,
        prospects: Sequence[Prospect],
        format: Format,
        journal: Journal,
        crew: Crew,
        seeds: Seeds,
        tries: int,
        free: bool,
        tell: Callable[[Progress], None],
        stop: Callable[[], bool],
    ) -> None:
        self._prospects, self._format, self._journal, self._crew = prospects, format, journal, crew
        self._seeds, self._tries, self._free = seeds, tries, free
        self._tell, self._stop = tell, stop
        self._attempts: dict[str, list[Attempt]] = {one.key: [] for one in prospects}
        self._failed: dict[str, Attempt] = {}
        self._before = self._usage = Usage()
        self._written, self._faults = 0, 0
        self._pieces: dict[int, Piece] = {}
        self._queue: deque[Order] = deque()
        self._running: dict[Future[dict[str, Any]], Order] = {}
        self._firms = self._grouped(prospects)
        for attempt in journal.attempts:
            self._before += usage_of(attempt)
            # What failed is tried again; a row that has changed since has another key.
            if "error" not in attempt and attempt["key"] in self._attempts:
                self._keep(attempt)
        self._resumed = self._done = sum(bool(kept) for kept in self._attempts.values())

    @staticmethod
    def _grouped(prospects: Iterable[Prospect]) -> dict[str, _Firm]:
        """The company of each row, by the row's key."""
        firms: dict[object, _Firm] = {}
        found: dict[str, _Firm] = {}
        for one in prospects:
            firm = firms.setdefault(one.firm if one.firm >= 0 else one.key, _Firm())
            firm.rows.append(one)
            found[one.key] = firm
        return found

    def _keep(self, attempt: Attempt) -> None:
        kept = self._attempts[attempt["key"]]
        # Two records of one try can be there only if somebody put journals together: the first one counts.
        if len(kept) == attempt["try"]:
            kept.append(attempt)

    def run(self) -> Outcome:
        self._queue.extend(self._order(one, 0) for one in self._prospects if not self._attempts[one.key])
        for firm in {id(firm): firm for firm in self._firms.values()}.values():
            self._settle(firm)
        stopped = cause = ""
        try:
            self._tell(self._progress())
            while (self._queue or self._running) and not stopped:
                stopped, cause = self._turn()
        except BrokenProcessPool:
            stopped = "A process that was writing ended by itself; is the machine out of memory?"
        if stopped:
            self._finish_running()
        pieces = tuple(self._pieces[one.number] for one in self._prospects if one.number in self._pieces)
        return Outcome(pieces=pieces, progress=self._progress(), stopped=stopped, cause=cause)

    def _order(self, one: Prospect, number: int) -> Order:
        return Order(
            row=one.number,
            key=one.key,
            number=number,
            seed=self._seeds.at(one.number, number),
            brief=one.brief,
        )

    def _turn(self) -> tuple[str, str]:
        """Hands out orders, takes in what is done; gives back why no more should be asked for, if so."""
        if self._stop():
            return "You stopped it.", ""
        while self._queue and len(self._running) < 2 * self._crew.size:
            order = self._queue.popleft()
            self._running[self._crew.submit(order)] = order
        done, _ = wait(self._running, timeout=LOOK_UP, return_when=FIRST_COMPLETED)
        for future in done:
            attempt = self._take(future)
            if attempt.get("fault") == "all":
                return "No further piece can be written.", attempt["error"]
            if self._faults >= MOST_FAULTS:
                return f"The writer gave up {MOST_FAULTS} times in a row.", attempt["error"]
        return "", ""

    def _take(self, future: Future[dict[str, Any]]) -> Attempt:
        order = self._running.pop(future)
        attempt = future.result()
        self._journal.add(attempt)
        self._written += 1
        self._usage += usage_of(attempt)
        self._done += not attempt["try"]
        if "error" in attempt:
            self._failed[order.key] = attempt
            self._faults += attempt["fault"] == "writer"
        else:
            self._faults = 0
            self._keep(attempt)
        self._settle(self._firms[order.key])
        self._tell(self._progress())
        return attempt

    def _finish_running(self) -> None:
        """Waits for what is under way, since it is paid for, and drops what has not begun."""
        self._crew.stop()
        for future in list(self._running):
            try:
                self._take(future)
            except (CancelledError, BrokenProcessPool, CopykitError):
                continue

    def _settle(self, firm: _Firm) -> None:
        """Decides on the rows of a company, as far as their attempts are there."""
        while firm.at < len(firm.rows):
            one = firm.rows[firm.at]
            kept, failed = self._attempts[one.key], self._failed.get(one.key)
            if failed and not kept:
                self._pieces[one.number] = Piece(prospect=one, attempt=failed, tries=1)
                firm.at += 1
                continue
            if not kept:
                return
            faces = [face_of(self._format, attempt["fields"], one.brief) for attempt in kept]
            clashes = [self._clashes(face, firm) for face in faces]
            again = any(mend for _, mend in clashes[-1])
            again = again or (self._free and bool(kept[-1]["mendable"]))
            if again and len(kept) < self._tries and not failed:
                if not any(order.key == one.key for order in (*self._queue, *self._running.values())):
                    self._queue.appendleft(self._order(one, len(kept)))
                return
            best = min(range(len(kept)), key=lambda at: (not kept[at]["ready"], len(clashes[at]), at))
            self._pieces[one.number] = Piece(
                prospect=one,
                attempt=kept[best],
                tries=len(kept),
                alike=tuple(said for said, _ in clashes[best]),
            )
            firm.faces.append((one.line, faces[best]))
            firm.at += 1

    @staticmethod
    def _clashes(face: Face, firm: _Firm) -> list[tuple[str, bool]]:
        """What a piece has in common with an earlier one of its company, and whether a seed may help."""
        found: list[tuple[str, bool]] = []
        for line, other in firm.faces:
            if face.subject and face.subject == other.subject:
                found.append((f"the same subject as line {line}", True))
                break
        for line, other in firm.faces:
            if face.opening and face.opening == other.opening:
                why = ", since both rows have the same observation" if face.own else ""
                found.append((f"the same opening as line {line}{why}", not face.own))
                break
        return found

    def _progress(self) -> Progress:
        return Progress(
            total=len(self._prospects),
            done=self._done,
            resumed=self._resumed,
            written=self._written,
            failed=len(self._failed),
            usage=self._usage,
            before=self._before,
        )
