"""A list, the sample brand that it goes to, and a writer of which a test decides what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from copykit.brief import Brief
from copykit.draft import Usage
from copykit.errors import WriterError
from copykit.formats import Format, load_formats
from copykit.guide import Guide, load_guide
from copykit.house import brands_dir, prompts_dir
from copykit.improve import Budget
from copykit.outreach.attempts import Bench, write_attempt
from copykit.outreach.batch import Outcome, Progress, Seeds, run_batch
from copykit.outreach.crews import alone
from copykit.outreach.journal import Journal
from copykit.outreach.mapping import map_columns
from copykit.outreach.prospects import List, read_list
from copykit.sources.tables import read_table
from copykit.writers import Chunk, Part, Task

TODAY = date(2026, 9, 30)
HEADERS = "First Name,Last Name,Title,Company,Industry,Email,Observation"


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(brands_dir() / "dewclaw")


@pytest.fixture(scope="session")
def format() -> Format:
    return load_formats([prompts_dir()])["sales-email"]


def people(
    *rows: str, headers: str = HEADERS, guide: Guide, base: Brief | None = None, **settings: str
) -> List:
    """Rows of CSV as a list."""
    table = read_table("list.csv", data="\n".join([headers, *rows]).encode())
    base = base or Brief()
    return read_list(table, map_columns(table), base=base, guide=guide, settings=settings, mails=True)


def colleagues(count: int, *, company: str = "Maple Hill Animal Clinic") -> list[str]:
    return [
        f"Jo{chr(97 + number)},Ash,Practice Manager,{company},Veterinary,jo{number}@maple.example,"
        f"The note on your door of day {number} thanks the night crew."
        for number in range(count)
    ]


def word(number: int) -> str:
    """A number in letters: figures in copy want proof."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


@dataclass
class Says:
    """A writer whose subjects, openings and faults a test decides; it counts what it was asked for.

    Attributes:
        subject: the subject for a seed.
        faults: the error that is raised for the nth request, from 0.
    """

    subject: Callable[[Task], str] = lambda task: f"Subject {word(task.seed)}"
    opening: Callable[[Task], str] = lambda task: f"Opening {word(task.seed)} it is."
    faults: dict[int, WriterError] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    name: str = "test:model"
    lock: threading.Lock = field(default_factory=threading.Lock)

    def write(self, task: Task) -> Iterator[Part]:
        with self.lock:
            number = len(self.asked)
            self.asked.append(task.seed)
        if number in self.faults:
            raise self.faults[number]
        yield Chunk(path="subject", text=self.subject(task))
        greeting = f"Hi {task.brief.recipient.first_name},"
        yield Chunk(path="body", text=f"{greeting}\n\n{self.opening(task)} You may like it.\n\nBest,\nHal")
        yield Usage(input_tokens=100, output_tokens=50, requests=1, cost=0.01)


@dataclass
class Desk:
    """Writes lists into a folder, again and again if need be."""

    folder: Path
    guide: Guide
    format: Format
    told: list[Progress] = field(default_factory=list)

    def run(
        self,
        found: List,
        writer: Says,
        *,
        tries: int = 3,
        stop: Callable[[], bool] = lambda: False,
        **settings: str,
    ) -> Outcome:
        bench = Bench(
            format=self.format, guide=self.guide, writer=writer, today=TODAY, budget=Budget(rounds=0),
            columns=found.table.columns,
        )  # fmt: skip
        with (
            Journal(self.folder, {"seed": "0", **settings}, paid=True) as journal,
            alone(lambda order: write_attempt(order, bench)) as crew,
        ):
            return run_batch(
                found.prospects, format=self.format, journal=journal, crew=crew, seeds=Seeds(first=0, step=1),
                tries=tries, free=False, tell=self.told.append, stop=stop,
            )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, guide: Guide, format: Format) -> Desk:
    return Desk(tmp_path / "out", guide, format)


def subjects(outcome: Outcome) -> Sequence[str]:
    return [str(piece.attempt["fields"]["subject"]) for piece in outcome.pieces]
