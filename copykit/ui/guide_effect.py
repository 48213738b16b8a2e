"""What the guide does: the draft beside the same brief written without it, and what the guide kept out."""

from __future__ import annotations

from html import escape

import streamlit as st

from copykit.comparing import WITH, WITHOUT, Comparison, Difference, Side, compare, without_guide
from copykit.draft import Draft
from copykit.errors import CopykitError
from copykit.findings import Severity
from copykit.guide import Guide
from copykit.ui import state
from copykit.ui.edge import note, problem_box
from copykit.ui.layout import label_of
from copykit.ui.titles import title_of
from copykit.writers.choose import Choice

__all__ = ["show_effect"]

OFFLINE = "offline"
MOST_SHOWN = 12
_COLOURS = {Severity.ERROR: "#b3321f", Severity.WARNING: "#8f5c00", Severity.SUGGESTION: "#2f5f9e"}


@st.dialog("What the guide does", width="large")
def show_effect(draft: Draft, guide: Guide, choice: Choice) -> None:
    """Writes the draft's brief without the guide and shows both, judged by the guide."""
    who = "The offline writer" if choice.name == OFFLINE else choice.name
    with st.spinner(f"{who} writes the brief again, without the guide …"):
        try:
            bare = without_guide(
                draft.format, draft.brief, guide=guide, writer=choice.for_run(), today=state.clock(),
                seed=draft.seed,
            )  # fmt: skip
        except CopykitError as error:
            problem_box(error)
            return
    found = compare(Side(label=WITH, draft=draft), Side(label=WITHOUT, draft=bare))
    note(
        "The same brief and the same writer, once with the guide and once with the brief alone. Both are "
        "judged by the guide."
    )
    left, right = st.columns(2, gap="medium")
    for column, side in zip((left, right), found.sides, strict=True):
        with column:
            st.html(_side(side))
    st.html(_prevented(found))


def _side(side: Side) -> str:
    draft = side.draft
    score = draft.report.scores.overall
    errors = len(draft.report.errors)
    told = f"score {score:.0f}" if score is not None else "no score"
    told += f", {errors} that must not ship" if errors else ", nothing that must not ship"
    if draft.usage.requests:
        told += f", {draft.usage.tokens:,} tokens"
    texts = "".join(
        f"<div><span>{escape(label_of(draft.format, leaf.path))}</span>{escape(leaf.text)}</div>"
        for leaf in draft.leaves()
    )
    return (
        f'<h3 class="ck-name">{escape(side.label[:1].upper() + side.label[1:])}</h3>'
        f'<div class="ck-note">{escape(told)}</div><div class="ck-piece">{texts}</div>'
    )


def _prevented(found: Comparison) -> str:
    shown = found.prevented[:MOST_SHOWN]
    if not shown:
        return '<div class="ck-note">No check tells the two apart here: their words do.</div>'
    more = len(found.prevented) - len(shown)
    rest = f'<div class="ck-note">And {more} more.</div>' if more else ""
    return f'<h3 class="ck-name">What it kept out</h3>{"".join(map(_difference, shown))}{rest}'


def _difference(one: Difference) -> str:
    before, after = one.counts
    times = f"{after} without it" + (f", {before} with it" if before else "")
    quotes = "".join(
        f"<q>{escape(text)}</q> " for text in one.quotes[1][:3] if text and text not in one.advice
    )
    rule = f'<div class="ref">{escape(str(one.reference))}</div>' if one.reference else ""
    return (
        f'<div class="ck-find" style="--c:{_COLOURS[one.severity]}"><div class="top">'
        f"<b>{escape(title_of(one.check))}</b><span>{one.severity.value} · {times}</span></div>"
        f"<p>{escape(one.advice)}</p>{quotes}{rule}</div>"
    )
