"""The checking page: any text, its findings marked in it and listed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import streamlit as st

from copykit.brief import Brief, check_brief, with_settings
from copykit.checking import Desk
from copykit.errors import CopykitError
from copykit.exports import Checked, report_payload, report_text, to_json
from copykit.findings import Finding, Fix
from copykit.formats import Format
from copykit.guide import Guide
from copykit.guide.types import Channel
from copykit.improve import StaleFinding, apply_fix, fix_all_safe
from copykit.sources import SUFFIXES, read_document
from copykit.text import Syntax, parse
from copykit.ui import state
from copykit.ui.components import pick_brand, problem_box, show_findings, show_scores, state_box, style
from copykit.ui.marked import Mark, marked_text
from copykit.ui.state import CheckWork

__all__ = ["page"]

OWN = "Your own text"
_SYNTAXES: Mapping[str, str] = {"markdown": "Markdown", "plain": "Plain text", "html": "HTML"}


def page() -> None:
    """Draws the page."""
    style()
    picked = pick_brand()
    if picked is None:
        return
    brand, folder, guide, formats = picked
    work = state.check_work(brand)
    examples = _examples(folder)
    if not work.opened:
        _open(work, next(iter(examples), OWN), examples)
    with st.sidebar:
        _source(work, examples, key=f"check:{brand}")
        st.divider()
        desk = _desk(work, guide, formats, key=f"check:{brand}")
    if desk is None:
        return
    _desk_top(work, desk, key=f"check:{brand}")


def _examples(folder: Path) -> dict[str, Path]:
    """The brand's broken campaign, by a name to show."""
    broken = folder / "examples" / "broken"
    return {f"Broken: {path.stem.replace('-', ' ')}": path for path in sorted(broken.glob("*.md"))}


# ── where the text comes from ───────────────────────────────────────────────────────────────────────


def _open(work: CheckWork, name: str, examples: Mapping[str, Path]) -> None:
    if work.text and work.opened == OWN:
        work.own = work.text
    work.opened = name
    if name in examples:
        work.text = read_document(examples[name]).source
        work.name, work.syntax = examples[name].name, "markdown"
    else:
        work.text, work.name = work.own, "your text"
    work.revision += 1
    work.undo.clear()
    work.said, work.active = "", ""


def _source(work: CheckWork, examples: Mapping[str, Path], *, key: str) -> None:
    names = [*examples, OWN]
    widget = f"{key}:opened"
    if st.session_state.get(widget) != work.opened:
        st.session_state[widget] = work.opened if work.opened in names else OWN
    st.radio(
        "Text", names, key=widget, on_change=lambda: _open(work, st.session_state[widget], examples),
        help="The broken campaign shows what the checker sees. Your own text is kept while you look at it.",
    )  # fmt: skip
    uploaded = st.file_uploader(
        "Or a file of your own",
        type=[suffix.lstrip(".") for suffix in SUFFIXES],
        key=f"{key}:file:{work.uploads}",
    )
    if uploaded is not None:
        try:
            document = read_document(uploaded.name, data=uploaded.getvalue())
        except CopykitError as error:
            problem_box(error)
            return
        _open(work, OWN, examples)
        # A browser's text box has \n for every line end.
        work.text = document.source.replace("\r\n", "\n").replace("\r", "\n")
        work.name, work.syntax = uploaded.name, document.syntax.value
        work.uploads += 1
        st.rerun()


# ── what it is held against ─────────────────────────────────────────────────────────────────────────


def _desk(work: CheckWork, guide: Guide, formats: Mapping[str, Format], *, key: str) -> Desk | None:
    def select(name: str, label: str, options: dict[str, str]) -> str:
        widget = f"{key}:{name}"
        state.kept(widget, "")
        if st.session_state[widget] not in options:
            st.session_state[widget] = ""
        st.selectbox(
            label,
            list(options),
            format_func=lambda one: options[one],
            key=widget,
            on_change=state.keep,
            args=(widget,),
        )
        return str(st.session_state[widget] or "")

    def text(name: str, label: str, help: str) -> str:
        widget = f"{key}:{name}"
        state.kept(widget, "")
        return st.text_input(label, key=widget, help=help, on_change=state.keep, args=(widget,)) or ""

    said = "As the text says"
    format = select("as", "Format", {"": said} | {name: one.title for name, one in sorted(formats.items())})
    channel = select("channel", "Channel", {"": said} | {one: one.capitalize() for one in get_args(Channel)})
    audience = select("audience", "Audience", {"": said} | {one.id: one.name for one in guide.audiences})
    keywords = text("keywords", "Keywords", "Search phrases, the main one first, divided by commas.")
    with st.expander("More"):
        region = text("region", "Region", f"Where it will be used; {guide.brand.region} when empty.")
        situation = text("situation", "Situation", "Such as launch, outage or apology.")
        names = list(_SYNTAXES)
        work.syntax = st.selectbox(
            "Written in", names, index=names.index(work.syntax), format_func=lambda one: _SYNTAXES[one],
            key=f"{key}:syntax:{work.revision}",
        )  # fmt: skip
    settings = {"audience": audience, "keywords": keywords, "region": region, "situation": situation}
    given = {name: value for name, value in settings.items() if value.strip()}
    try:
        brief = with_settings(Brief(), given) if given else None
        if brief:
            check_brief(brief, guide)
    except CopykitError as error:
        problem_box(error)
        return None
    return Desk(
        guide=guide, formats=formats, today=guide.today(state.clock()), format=formats.get(format), brief=brief,
        channel=channel or None, deep=True,
    )  # fmt: skip


# ── the text and its findings ───────────────────────────────────────────────────────────────────────


def _desk_top(work: CheckWork, desk: Desk, *, key: str) -> None:
    left, right = st.columns([0.58, 0.42], gap="large")
    checked = _checked(work, desk)
    with left:
        st.subheader(work.name, anchor=False)
        marks = _marks(checked) if checked else []
        typed, picked = marked_text(
            work.text, marks, key=f"{key}:box", revision=work.revision, label="The text to check", height=420,
            active=work.active, placeholder="Paste or write a text here; it is checked as you go.",
        )  # fmt: skip
        _downloads(work, checked, desk, key=key)
    # The box answers with what the person typed, unless Python has just put another text into it.
    if typed != work.text and st.session_state.get(f"{key}:seen") == work.revision:
        work.undo.append(work.text)
        del work.undo[:-50]
        work.text, work.said, work.active = typed, "", ""
        if work.opened != OWN:
            work.own, work.opened = typed, OWN
        st.rerun()
    st.session_state[f"{key}:seen"] = work.revision
    if picked and picked != work.active:
        work.active = picked
        st.rerun()
    with right:
        if checked:
            _results(work, checked, desk, key=key)


def _checked(work: CheckWork, desk: Desk) -> Checked | None:
    if not work.text.strip():
        return None
    try:
        return desk.check(parse(work.text, name=work.name, syntax=Syntax(work.syntax)))
    except CopykitError as error:
        problem_box(error)
        return None


def _marks(checked: Checked) -> list[Mark]:
    return [
        Mark(
            id=str(number),
            start=one.location.start,
            end=one.location.end,
            severity=one.severity,
            advice=one.advice,
        )
        for number, one in enumerate(checked.report.findings)
    ]


def _results(work: CheckWork, checked: Checked, desk: Desk, *, key: str) -> None:
    report = checked.report
    show_scores(report)
    counts = ", ".join(
        f"{number} {name}{'s' if number != 1 else ''}"
        for name in ("error", "warning", "suggestion")
        if (number := sum(one.severity.value == name for one in report.findings))
    )
    st.caption(f"{report.words} words · {counts or 'nothing found'}")
    fixable = sum(1 for finding in report.findings if finding.fixes)
    with st.container(horizontal=True, gap="small"):
        if fixable:
            st.button(f"Fix all safe ({fixable})", key=f"{key}:fixall", on_click=_fix_all, args=(work, desk))
        if work.undo:
            st.button("Undo", key=f"{key}:undo", on_click=_undo, args=(work,))
    if work.said:
        st.caption(work.said)
    _about(report.metrics)
    show_findings(
        report,
        key=f"{key}:finding",
        apply=lambda finding, fix: _apply(work, finding, fix),
        place=lambda finding: f"line {checked.document.line_column(finding.location)[0]}",
        pick=lambda finding: _pick(work, report.findings.index(finding)),
        active=work.active,
    )


def _about(metrics: Mapping[str, object]) -> None:
    topics = metrics.get("topics")
    if isinstance(topics, list | tuple) and topics:
        words = [str(one[0]) if isinstance(one, list | tuple) else str(one) for one in topics[:5]]
        st.caption(f"What it is about, by YAKE: {', '.join(words)}")


def _pick(work: CheckWork, number: int) -> None:
    work.active = str(number)


def _apply(work: CheckWork, finding: Finding, fix: Fix) -> None:
    try:
        changed = apply_fix(work.text, finding, fix)
    except StaleFinding as error:
        work.said = str(error)
        return
    _put(work, changed, f"Done: {fix.title}.")


def _fix_all(work: CheckWork, desk: Desk) -> None:
    syntax = Syntax(work.syntax)
    done = fix_all_safe(
        work.text, recheck=lambda text: desk.check(parse(text, name=work.name, syntax=syntax)).report
    )
    kept_back = f" {len(done.refused)} left alone: each would break something else." if done.refused else ""
    said = f"{len(done.applied)} safe fixes applied.{kept_back}"
    if done.applied:
        _put(work, done.text, said)
    work.said = said


def _put(work: CheckWork, text: str, said: str) -> None:
    work.undo.append(work.text)
    del work.undo[:-50]
    work.text, work.said, work.active = text, said, ""
    work.revision += 1


def _undo(work: CheckWork) -> None:
    work.text = work.undo.pop()
    work.said, work.active = "Taken back.", ""
    work.revision += 1


def _downloads(work: CheckWork, checked: Checked | None, desk: Desk, *, key: str) -> None:
    if checked is None:
        state_box("going", "Paste a text, or pick one on the left.")
        return
    with st.container(horizontal=True, gap="small"):
        st.download_button("Text", work.text, work.name, "text/plain", key=f"{key}:text", on_click="ignore")
        st.download_button(
            "Report", report_text([checked]), f"{work.name}.report.txt", "text/plain", key=f"{key}:report",
            on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Report as JSON", to_json(report_payload(desk.guide.brand.name, [checked])), f"{work.name}.report.json",
            "application/json", key=f"{key}:json", on_click="ignore",
        )  # fmt: skip
