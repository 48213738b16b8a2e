"""What a batch came to, on the page: the state of each row, its piece, and the files to take away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import streamlit as st

from copykit.brief import Person
from copykit.draft import leaves
from copykit.formats import Format
from copykit.outreach.alike import measure_sameness
from copykit.outreach.results import Entry, entries
from copykit.outreach.telling import counted, money, sameness_text
from copykit.ui.batch import BatchWork, Run, zipped
from copykit.ui.edge import note, state_box
from copykit.ui.layout import label_of

__all__ = ["show_results"]

_STATUS: Mapping[str, str] = {
    "ready": "Ready", "blocked": "Not ready", "failed": "Failed", "set aside": "Set aside",
    "not written": "Not written",
}  # fmt: skip


def show_results(work: BatchWork, run: Run, *, key: str) -> None:
    """The state of each row, the piece that is looked at, and the files."""
    if run.outcome is None:
        return
    job, format = run.job, run.job.bench.format
    made = entries(job.found, run.outcome.pieces)
    count = Counter(one.status for one in made)
    told = [f"{number:,} {_STATUS[status].lower()}" for status, number in count.items()]
    ready = count["ready"]
    state_box(
        "ready" if ready else "blocked", f"{counted(ready, 'piece')} ready to use.",
        small=" ".join(_sentences(run, made, told)),
    )  # fmt: skip
    _downloads(run, key=key)
    left, right = st.columns([0.5, 0.5], gap="large")
    with left:
        rows = [_line(one, format) for one in made]
        picked = st.dataframe(
            rows, key=f"{key}:rows:{work.uploads}", hide_index=True, width="stretch",
            on_select="rerun", selection_mode="single-row", height=min(640, 35 * len(rows) + 38),
        )  # fmt: skip
        chosen = picked.selection.rows if picked else []
        if chosen:
            work.shown = chosen[0]
    with right:
        _piece(made[min(work.shown, len(made) - 1)], format)


def _sentences(run: Run, made: Sequence[Entry], told: Sequence[str]) -> Iterator[str]:
    yield f"{counted(len(made), 'row')}: {', '.join(told)}."
    outcome = run.outcome
    if outcome is None:
        return
    written = [(one.attempt["fields"], one.prospect.brief) for one in outcome.pieces if not one.failed]
    if same := measure_sameness(run.job.bench.format, written):
        observed = any(column.target == "observation" for column in run.job.found.columns)
        yield sameness_text(same, observed=observed)
    used = outcome.progress.usage + outcome.progress.before
    if used.requests or used.cached:
        yield f"It took {used.tokens:,} tokens, {money(used)}."
    yield f"All of it is in {run.folder.as_posix()}/."


def _line(one: Entry, format: Format) -> dict[str, object]:
    reader = one.prospect.brief.recipient if one.prospect else Person()
    attempt = one.piece.attempt if one.piece and not one.piece.failed else None
    text = next((leaf.text for leaf in leaves(format, attempt["fields"])), "") if attempt else ""
    return {
        "Line": one.line,
        "State": _STATUS[one.status],
        "Reader": reader.name or " ".join([cell for cell in one.cells.values() if cell][:2]),
        "Company": reader.company,
        "Begins": text or (one.reasons[0] if one.reasons else ""),
        "Score": attempt["scores"]["overall"] if attempt else None,
    }


def _piece(one: Entry, format: Format) -> None:
    reader = one.prospect.brief.recipient if one.prospect else Person()
    who = ", ".join(part for part in (reader.name, reader.title, reader.company) if part)
    st.html(f'<h3 class="ck-name">{escape(who or f"Line {one.line}")}</h3>')
    if one.prospect:
        note(one.prospect.why, lead="Why this audience:")
    if one.status != "ready":
        state_box("blocked", _STATUS[one.status] + ".", [*one.reasons[:6]])
    if one.piece is None or one.piece.failed:
        return
    fields = one.piece.attempt["fields"]
    parts = [
        f"<div><span>{escape(label_of(format, leaf.path))}</span>{escape(leaf.text)}</div>"
        for leaf in leaves(format, fields)
    ]
    st.html(f'<div class="ck-piece">{"".join(parts)}</div>')
    for said in one.piece.alike:
        note(f"{said[:1].upper()}{said[1:]}.")


def _downloads(run: Run, *, key: str) -> None:
    folder = run.folder
    with st.container(horizontal=True, gap="small"):
        for label, name, mime in (
            ("Table (CSV)", "results.csv", "text/csv"),
            ("JSON Lines", "results.jsonl", "application/jsonl"),
            ("Set aside (CSV)", "set-aside.csv", "text/csv"),
        ):
            path = folder / name
            if path.is_file():
                st.download_button(
                    label, path.read_bytes(), name, mime, key=f"{key}:get:{name}", on_click="ignore"
                )
        for label, inner, suffix in (("Mail drafts (.eml)", "mails", ".eml"), ("Markdown", "pieces", ".md")):
            files = {path.name: path for path in sorted((folder / inner).glob(f"*{suffix}"))}
            if files:
                st.download_button(
                    label, zipped(files), f"{inner}.zip", "application/zip", key=f"{key}:get:{inner}",
                    on_click="ignore",
                )  # fmt: skip
