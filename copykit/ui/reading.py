"""How hard a text is to read and how long it takes: one grade, with the formulas behind it folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

import streamlit as st

from copykit.findings import Report
from copykit.guide.types import Reading
from copykit.ui.edge import note

__all__ = ["show_reading"]

# By the names that a report has for them; the last two are no grades.
_FORMULAS: Mapping[str, str] = {
    "flesch_kincaid": "Flesch–Kincaid grade",
    "gunning_fog": "Gunning fog",
    "smog": "SMOG",
    "coleman_liau": "Coleman–Liau",
    "ari": "Automated readability index",
    "dale_chall": "Dale–Chall (4 to 10)",
    "flesch_reading_ease": "Flesch reading ease (100 is easy)",
}
_TOO_SHORT = "needs a longer text"
_EXPLAINED = (
    "The grade is the median of the first six, as far as the text is long enough, in US school years; "
    "Dale–Chall's figure becomes a grade by its table. They differ by a year or so: read it "
    "as a hint."
)


def show_reading(report: Report, target: Reading | None = None) -> None:
    """The grade beside its target and the time to read; on demand what each formula says.

    Args:
        report: whose metrics.
        target: the guide's target for this channel; None where the channel is not known.
    """
    if not report.words:
        return
    note(" · ".join(_parts(report, target)))
    if isinstance(report.metrics.get("grade"), int | float):
        with st.expander("The formulas behind the grade"):
            rows = "".join(
                f"<tr><td>{escape(name)}</td><td>{_figure(report.metrics.get(key))}</td></tr>"
                for key, name in _FORMULAS.items()
            )
            st.html(f'<table class="ck-formulas">{rows}</table>')
            note(_EXPLAINED)


def _parts(report: Report, target: Reading | None) -> Iterator[str]:
    grade, seconds = report.metrics.get("grade"), report.metrics.get("reading_seconds")
    if isinstance(grade, int | float):
        yield f"Grade {grade:g}{f' (target {target.grade:g})' if target else ''}"
    else:
        yield "Too short for a reading grade: it takes 30 words in 3 sentences"
    if isinstance(seconds, int | float) and seconds >= 1:
        yield f"{seconds:.0f} seconds to read" if seconds < 90 else f"{seconds / 60:.0f} minutes to read"


def _figure(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, int | float) else f"<em>{_TOO_SHORT}</em>"
