"""How good a writer is, in numbers: many briefs written, checked, counted, and held against last time."""

from copykit.evaluation.figures import Figures, figures_of, sameness_of
from copykit.evaluation.journal import Journal
from copykit.evaluation.pieces import Job, Piece, jobs_in, write_piece
from copykit.evaluation.results import (
    changes_text,
    read_results,
    results_payload,
    results_text,
)

__all__ = [
    "Figures",
    "Job",
    "Journal",
    "Piece",
    "changes_text",
    "figures_of",
    "jobs_in",
    "read_results",
    "results_payload",
    "results_text",
    "sameness_of",
    "write_piece",
]
