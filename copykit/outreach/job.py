"""A batch as it was asked for: its rows, what writes them, and the settings by which it is known again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from copykit.outreach.attempts import Bench
from copykit.outreach.batch import Seeds
from copykit.outreach.journal import short_hash
from copykit.outreach.mapping import targets_of
from copykit.outreach.prospects import List
from copykit.writers.offline.spread import BLOCK

__all__ = ["THREADS", "Job"]

OFFLINE = "offline"
TRIES, PAID_TRIES = 12, 3  # at a row whose subject or opening a colleague has
THREADS = 4  # requests to a model at once, where nobody says


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is written for whom.

    Attributes:
        found: the rows.
        bench: what writes each piece.
        settings: further settings of the brief for all rows, by name.
        seed: the batch's own.
        day: the day to judge by, where somebody named one.
    """

    found: List
    bench: Bench
    settings: Mapping[str, str]
    seed: int = 0
    day: date | None = None

    @property
    def paid(self) -> bool:
        """Whether each try may cost money."""
        return self.bench.writer.name != OFFLINE

    @property
    def tries(self) -> int:
        """Attempts at a row whose subject or opening another of the same company has."""
        return PAID_TRIES if self.paid else TRIES

    @property
    def seeds(self) -> Seeds:
        """The seeds of its rows.

        The first seed of a block costs the offline writer one piece, later ones all before them, too.
        """
        return Seeds(first=self.seed, step=1 if self.paid else BLOCK)

    @property
    def fingerprint(self) -> dict[str, str]:
        """What the pieces depend on beside the rows, by names that a user reads."""
        guide, format = self.bench.guide, self.bench.format
        settings = (f"{key}={value}" for key, value in sorted(self.settings.items()))
        told = {
            "format": f"{format.name} {format.version}",
            "guide": f"{guide.brand.name} {guide.version}",
            "writer": self.bench.writer.name,
            "brief": short_hash("\n".join([self.found.base.model_dump_json(), *settings])),
            "columns": short_hash(repr(sorted(targets_of(self.found.columns).items()))),
            "seed": str(self.seed),
            "rounds": str(self.bench.budget.rounds),
            "best of": str(self.bench.best_of),
        }
        return told | ({"day": self.day.isoformat()} if self.day else {})
