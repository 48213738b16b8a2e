"""One attempt at one row, as plain values for the journal: what was written, is it ready, what it took."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from copykit import writing
from copykit.brief import Brief
from copykit.checks.email import check_columns
from copykit.draft import SLOT, Draft, Usage
from copykit.errors import BadOutput, ContextTooLong, MissingKey, RateLimited, SpendingCap, WriterError
from copykit.formats import Format
from copykit.guide import Guide
from copykit.improve import Budget
from copykit.readiness import document_of
from copykit.writers import Writer

__all__ = ["Bench", "Order", "Write", "usage_of", "write_attempt"]

# Faults of one piece; any other fault of a writer would meet the next piece, too.
OF_ONE_PIECE = (BadOutput, ContextTooLong)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What every piece of a batch is written with.

    Attributes:
        columns: the table's columns, for merge tags that a mail system will fill.
    """

    format: Format
    guide: Guide
    writer: Writer
    today: date
    budget: Budget
    best_of: int = 1
    columns: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Order:
    """One attempt that is asked for: which row, which try at it (from 0), and the seed."""

    row: int
    key: str
    number: int
    seed: int
    brief: Brief


Write = Callable[[Order], dict[str, Any]]


def write_attempt(order: Order, bench: Bench) -> dict[str, Any]:
    """Writes a piece. A writer that gives up is told in the attempt (`error`, `fault`), with what it took.

    Raises:
        CopykitError: when the guide, the format or the brief can't be used at all.
    """
    attempt: dict[str, Any] = {
        "row": order.row, "key": order.key, "try": order.number, "seed": order.seed,
        "day": bench.today.isoformat(),
    }  # fmt: skip
    draft: Draft | None = None
    stream = writing.stream(
        bench.format, order.brief, guide=bench.guide, writer=bench.writer, today=bench.today,
        seed=order.seed, budget=bench.budget, best_of=bench.best_of,
    )  # fmt: skip
    try:
        for version in stream:
            draft = version
    except WriterError as error:
        used = draft.usage if draft else Usage()
        return {**attempt, "error": str(error), "fault": _fault(error), "usage": asdict(used)}
    assert draft is not None
    return {**attempt, **_told(draft, bench)}


def _fault(error: WriterError) -> str:
    """`piece` for a fault of this piece alone, `all` where no other could be written, else `writer`."""
    if isinstance(error, OF_ONE_PIECE):
        return "piece"
    spent = isinstance(error, RateLimited) and not error.passing
    return "all" if spent or isinstance(error, MissingKey | SpendingCap) else "writer"


def _told(draft: Draft, bench: Bench) -> Mapping[str, Any]:
    scores = draft.report.scores
    blocked = [{"reason": one.reason, "field": one.field} for one in draft.blocked]
    if any("{" in leaf.text or "*|" in leaf.text for leaf in draft.leaves()):
        found = check_columns(document_of(draft.format, draft.fields), bench.columns)
        blocked += [{"reason": one.advice, "field": one.location.field} for one in found]
    return {
        "fields": dict(draft.fields),
        "ready": draft.ready and not blocked,
        "blocked": blocked,
        "mendable": not draft.ready and not any(SLOT.search(leaf.text) for leaf in draft.leaves()),
        "scores": {
            "overall": scores.overall,
            "readability": scores.readability,
            "keywords": scores.keywords,
            "consistency": scores.consistency,
        },
        "facts": [
            {"quote": one.quote, "reference": str(one.reference), "field": one.field} for one in draft.facts
        ],
        "structure": draft.structure,
        "remarks": list(draft.remarks),
        "rounds": sum(one.kept for one in draft.history[1:]),
        "writer": draft.writer,
        "usage": asdict(draft.usage),
    }


def usage_of(attempt: Mapping[str, Any]) -> Usage:
    """What an attempt took."""
    return Usage(**attempt.get("usage", {}))
