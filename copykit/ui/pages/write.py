"""The drafting page: a brief on the left, the copy in its fields, what the checks say on the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import streamlit as st

from copykit.brief import Brief, check_brief
from copykit.draft import Draft, Leaf, set_leaf
from copykit.draft_file import render
from copykit.errors import CopykitError, MissingKey, WriterError
from copykit.exports import draft_text, to_json, write_payload
from copykit.findings import Finding, Fix, Location
from copykit.formats import Format
from copykit.guide import Guide
from copykit.improve import StaleFinding, fix_all_safe, fix_draft
from copykit.ui import state
from copykit.ui.components import (
    count_badge,
    pick_brand,
    problem_box,
    show_findings,
    show_scores,
    state_box,
    style,
)
from copykit.ui.form import brief_form, example_settings
from copykit.ui.marked import Mark, marked_text
from copykit.ui.state import WriteWork
from copykit.writers.choose import Choice
from copykit.writing import judge, stream

__all__ = ["page"]

LONG = 110  # characters from which a text gets a box with marks instead of a line
MOST_VARIANTS = 5


def page() -> None:
    """Draws the page."""
    style()
    picked = pick_brand()
    if picked is not None:
        _drafting(*picked)


def _drafting(brand: str, folder: Path, guide: Guide, formats: dict[str, Format]) -> None:
    names = sorted(formats, key=lambda name: (formats[name].settings.family, name))
    state.kept("format", "google-rsa" if "google-rsa" in names else names[0])
    if st.session_state["format"] not in names:
        st.session_state["format"] = names[0]
    name = st.pills(
        "Format", names, format_func=lambda one: formats[one].title, key="format", label_visibility="collapsed",
        required=True, on_change=state.keep, args=("format",),
    )  # fmt: skip
    format = formats[name or names[0]]
    work = state.write_work(brand, format.name)
    if not work.brief:
        work.brief = example_settings(state.example(folder, format.name))
    with st.sidebar:
        st.caption(format.settings.description)
        try:
            brief = brief_form(work, format, guide, key=f"brief:{brand}:{format.name}")
            check_brief(brief, guide)
        except CopykitError as error:
            problem_box(error)
            return
    _actions(work, brief, format, guide)
    if work.stopped:
        state_box("blocked", work.stopped)
    if not work.drafts:
        st.html(
            '<div class="ck-empty"><h3>Nothing written yet</h3>The brief on the left is filled in with the brand’s'
            " example. Press <b>Write</b>, then change the brief to your own.</div>"
        )
        return
    _draft(work, guide, key=f"{brand}:{format.name}")


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────


def _actions(work: WriteWork, brief: Brief, format: Format, guide: Guide) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        again = bool(work.drafts)
        pressed = st.button("Write again" if again else "Write", type="primary", key="write")
        state.kept("variants", 1)
        count = st.selectbox(
            "Variants", range(1, MOST_VARIANTS + 1), key="variants", width=140, label_visibility="collapsed",
            format_func=lambda number: "1 version" if number == 1 else f"{number} versions",
            on_change=state.keep, args=("variants",),
        )  # fmt: skip
        choice = _writer()
    if pressed and choice:
        work.seed += len(work.drafts) if again else 0
        _run(work, brief, format, guide, choice, int(count))


def _writer() -> Choice | None:
    with st.popover("Writer"):
        state.kept("writer", "")
        spec = st.text_input(
            "Model", key="writer", placeholder="offline, or provider:model such as openai:gpt-5-mini",
            help="Empty: what COPYKIT_MODEL names, else the offline writer.", on_change=state.keep, args=("writer",),
        )  # fmt: skip
        try:
            choice = state.choice((spec or "").strip())
        except CopykitError as error:
            problem_box(error)
            choice = None
    if choice is None:
        st.caption("The model's name can't be read: see Writer")
    else:
        st.caption(f"Writes {choice.reason}")
    return choice


def _run(work: WriteWork, brief: Brief, format: Format, guide: Guide, choice: Choice, count: int) -> None:
    """Writes the variants. Each is kept as it grows, so that a stop loses nothing."""
    work.undo += list(enumerate(work.drafts))
    work.drafts, work.shown, work.stopped, work.said, work.active = [], 0, "", "", ""
    work.stopped = "Stopped before it was done. What was written is below."
    work.revision += 1
    place = st.empty()
    try:
        for number in range(count):
            for draft in stream(
                format, brief, guide=guide, writer=choice.writer, today=state.clock(), seed=work.seed + number
            ):
                work.drafts[number:] = [draft]
                if choice.name != "offline":
                    place.markdown(_running(draft))
        work.stopped = ""
    except MissingKey as error:
        work.stopped = f"{error} The brief is as you left it; the offline writer needs no key."
    except WriterError as error:
        work.stopped = f"{error} The brief is as you left it."
        _keep_raw(work, error)
    except CopykitError as error:
        work.stopped = str(error)
    st.rerun()


def _keep_raw(work: WriteWork, error: WriterError) -> None:
    raw = getattr(error, "raw", "")
    if raw and not any(draft.fields for draft in work.drafts):
        work.stopped += f" It said: {raw[:300]}"


def _running(draft: Draft) -> str:
    return "\n\n".join(leaf.text for leaf in draft.leaves()).replace("$", "\\$")


# ── the draft ───────────────────────────────────────────────────────────────────────────────────────


def _draft(work: WriteWork, guide: Guide, *, key: str) -> None:
    work.shown = min(work.shown, len(work.drafts) - 1)
    if len(work.drafts) > 1:
        widget = f"{key}:shown:{work.revision}"
        shown = st.segmented_control(
            "Variant", range(len(work.drafts)), default=work.shown, key=widget, label_visibility="collapsed",
            format_func=lambda number: _variant_name(work.drafts[number], number),
        )  # fmt: skip
        work.shown = shown if shown is not None else work.shown
    draft = work.drafts[work.shown]
    left, right = st.columns([0.58, 0.42], gap="large")
    with left:
        _state(draft, work)
        edited = _fields(draft, work, key=f"{key}:{work.shown}:{work.revision}")
        _downloads(draft, key=key)
    with right:
        show_scores(draft.report)
        _findings_head(draft, work, guide, key)
        show_findings(
            draft.report,
            key=f"{key}:finding:{work.shown}",
            apply=lambda finding, fix: _apply(work, guide, finding, fix),
            place=lambda finding: _place(draft, finding.location),
            active=work.active,
        )
    if edited is not None:
        _change(work, guide, edited)
        st.rerun()


def _variant_name(draft: Draft, number: int) -> str:
    return f"{number + 1} · {draft.structure}" if draft.structure else f"Variant {number + 1}"


def _state(draft: Draft, work: WriteWork) -> None:
    if work.said:
        st.caption(work.said)
    how = f"{draft.report.words} words, written by {draft.writer}"
    if draft.structure:
        how += f", structure: {draft.structure}"
    if draft.usage.requests:
        how += f", {draft.usage.input_tokens + draft.usage.output_tokens:,} tokens"
    if draft.ready:
        state_box("ready", f"Ready. {how}.")
    elif draft.blocked:
        reasons = [
            f"{_label(draft, blocked.field)}: {blocked.reason}" if blocked.field else blocked.reason
            for blocked in draft.blocked
        ]
        state_box("blocked", f"Not ready yet. {how}.", reasons[:6])
    else:
        state_box("going", f"Unfinished. {how}.")


def _label(draft: Draft, path: str | None) -> str:
    if not path:
        return ""
    field = draft.format.field(path)
    number = path.rpartition("[")[2].partition("]")[0] if "[" in path else ""
    return f"{field.label if field else path}{f' {int(number) + 1}' if number.isdigit() else ''}"


def _place(draft: Draft, location: Location) -> str:
    return _label(draft, location.field)


def _fields(draft: Draft, work: WriteWork, *, key: str) -> dict[str, object] | None:
    """Draws every text of the draft in its field; gives back the values if one was edited."""
    values: dict[str, object] = dict(draft.fields)
    changed = False
    for field in draft.format.fields:
        texts = [leaf for leaf in draft.leaves() if leaf.path.split("[")[0].split(".")[0] == field.name]
        if not texts:
            continue
        with st.container(border=True):
            st.markdown(
                f"**{field.label}**" + (f" · {len(draft.fields[field.name])}" if field.kind != "text" else "")
            )
            for leaf in texts:
                typed = _leaf(draft, leaf, work, key=f"{key}:{leaf.path}", inner=field.kind == "groups")
                if typed != leaf.text:
                    values = dict(set_leaf(values, leaf.path, typed))  # type: ignore[arg-type]
                    changed = True
    return values if changed else None


def _leaf(draft: Draft, leaf: Leaf, work: WriteWork, *, key: str, inner: bool) -> str:
    label = _label(draft, leaf.path) if not inner else leaf.field.label
    if leaf.field.role == "url":
        st.caption(leaf.text)
        return leaf.text
    long = len(leaf.text) > LONG or "\n" in leaf.text
    if long:
        marks = [
            Mark(
                id=str(number),
                start=one.location.start,
                end=one.location.end,
                severity=one.severity,
                advice=one.advice,
            )
            for number, one in enumerate(draft.report.findings)
            if one.location.field == leaf.path
        ]
        if inner:
            st.caption(label)
        text, picked = marked_text(
            leaf.text, marks, key=key, revision=work.revision, label=label, height=60, active=work.active
        )
        if picked:
            work.active = picked
        count_badge(leaf.field, text)
        return text
    if not (leaf.field.limit or leaf.field.shown):
        return st.text_input(
            label, value=leaf.text, key=key, label_visibility="visible" if inner else "collapsed"
        )
    if inner:
        st.caption(label)
    with st.container(key=f"row:{key}"):
        wide, narrow = st.columns([0.88, 0.12], gap="small", vertical_alignment="top")
        with wide:
            typed = st.text_input(label, value=leaf.text, key=key, label_visibility="collapsed")
        with narrow:
            count_badge(leaf.field, typed)
    return typed


# ── changes ─────────────────────────────────────────────────────────────────────────────────────────


def _change(work: WriteWork, guide: Guide, fields: dict[str, object], said: str = "") -> None:
    draft = work.drafts[work.shown]
    work.undo.append((work.shown, draft))
    del work.undo[:-50]
    changed = draft.with_fields(fields)  # type: ignore[arg-type]
    work.drafts[work.shown] = judge(changed, guide=guide, today=state.clock())
    work.said, work.active = said, ""


def _apply(work: WriteWork, guide: Guide, finding: Finding, fix: Fix) -> None:
    try:
        fields = fix_draft(work.drafts[work.shown], finding, fix)
    except StaleFinding as error:
        work.said = str(error)
        return
    _change(work, guide, dict(fields), f"Done: {fix.title}.")
    work.revision += 1


def _fix_all(work: WriteWork, guide: Guide) -> None:
    draft = work.drafts[work.shown]
    today = state.clock()
    done = fix_all_safe(
        draft.fields, recheck=lambda fields: judge(draft.with_fields(fields), guide=guide, today=today).report
    )
    kept_back = f" {len(done.refused)} left alone: each would break something else." if done.refused else ""
    said = f"{len(done.applied)} safe fixes applied.{kept_back}"
    if done.applied:
        _change(work, guide, dict(done.text), said)
        work.revision += 1
    work.said = said


def _undo(work: WriteWork) -> None:
    number, draft = work.undo.pop()
    if number < len(work.drafts):
        work.drafts[number] = draft
        work.shown = number
    else:
        work.drafts.append(draft)
    work.revision += 1
    work.said, work.active = "Taken back.", ""


def _findings_head(draft: Draft, work: WriteWork, guide: Guide, key: str) -> None:
    fixable = sum(1 for finding in draft.report.findings if finding.fixes)
    with st.container(horizontal=True, gap="small"):
        if fixable:
            st.button(f"Fix all safe ({fixable})", key=f"{key}:fixall", on_click=_fix_all, args=(work, guide))
        if work.undo:
            st.button("Undo", key=f"{key}:undo", on_click=_undo, args=(work,))


def _downloads(draft: Draft, *, key: str) -> None:
    stem = f"{draft.format.name}-{draft.seed}"
    with st.container(horizontal=True, gap="small"):
        with st.popover("Copy"):
            st.code(_copy(draft), language=None, wrap_lines=True)
        for label, suffix, mime, text in _files(draft):
            st.download_button(
                label, text, f"{stem}{suffix}", mime, key=f"{key}:download{suffix}", on_click="ignore"
            )


def _copy(draft: Draft) -> str:
    return "\n\n".join(leaf.text for leaf in draft.leaves() if leaf.field.role != "url")


def _files(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    yield "Markdown", ".md", "text/markdown", render(draft)
    yield "Text", ".txt", "text/plain", draft_text(draft)
    yield "JSON", ".json", "application/json", to_json(write_payload([draft]))
