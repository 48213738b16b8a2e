"""The checking page: any text, its findings marked in it and listed beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import get_args

import streamlit as st

from copykit.brief import Brief, check_brief, with_settings
from copykit.checking import Checked, Desk
from copykit.draft import Fact
from copykit.errors import CopykitError
from copykit.exports import report_payload, report_text, to_json
from copykit.findings import Finding, Fix
from copykit.formats import Format
from copykit.guide import Guide
from copykit.guide.types import Channel
from copykit.sources import SUFFIXES, read_document
from copykit.text import Syntax, parse
from copykit.ui import state
from copykit.ui.accepting import Overruling
from copykit.ui.components import pick_brand, show_facts, show_findings, show_scores
from copykit.ui.edge import guarded, note, problem_box, safely, state_box
from copykit.ui.reading import show_reading
from copykit.ui.sheet import Block, Edits, Row, clean, marks_in, sheet
from copykit.ui.work import CheckWork, Text

__all__ = ["page"]

OWN = "Your own text"
LARGEST = 400_000  # characters that are checked as one types; a longer text belongs to `copykit check`
MENDED_AT_ONCE = 100_000  # characters in which all fixes are tried at once: each needs a check of the whole
_SYNTAXES: Mapping[str, str] = {"markdown": "Markdown", "plain": "Plain text", "html": "HTML"}


@guarded
def page() -> None:
    """Draws the page."""
    picked = pick_brand()
    if picked is None:
        return
    brand, folder, guide, formats = picked
    work = state.check_work(brand)
    _examples(work, folder)
    key = f"check:{brand}"
    with st.sidebar:
        text = _source(work, key=key)
        st.divider()
        desk = _desk(text, guide, formats, key=key)
    st.html(
        '<div class="ck-note ck-phone">Other texts, your own files and what they are held against are '
        "behind » at the top left.</div>"
    )
    if desk is not None:
        _table(text, desk, key=f"{key}:{work.opened}")


def _examples(work: CheckWork, folder: Path) -> None:
    """Puts the brand's broken campaign and a place for one's own text into the work, once."""
    if work.texts:
        return
    for path in sorted((folder / "examples" / "broken").glob("*.md")):
        source = clean(read_document(path).source)
        title = f"Broken: {path.stem.replace('-', ' ')}"
        work.texts[title] = Text(name=path.name, text=source, original=source, sample=True, file=True)
    work.texts[OWN] = Text(name="your text")
    work.opened = next(iter(work.texts))


# ── where the text comes from ───────────────────────────────────────────────────────────────────────


def _source(work: CheckWork, *, key: str) -> Text:
    widget = f"{key}:opened"
    st.session_state[widget] = work.opened
    st.radio(
        "Text", list(work.texts), key=widget, on_change=safely(_open), args=(work, widget),
        format_func=lambda title: title.replace(":", "\\:"),
        help="The broken campaign shows what the checker sees. Every text is kept as you leave it.",
    )  # fmt: skip
    # One box that stays: a new box for each file would lose the second of two quick ones.
    uploads = st.file_uploader(
        "Or a file of your own",
        type=[suffix.lstrip(".") for suffix in SUFFIXES],
        accept_multiple_files=True,
        key=f"{key}:files",
    )
    took = False
    for uploaded in uploads:
        if uploaded.file_id in work.taken:
            continue
        try:
            document = read_document(uploaded.name, data=uploaded.getvalue())
        except CopykitError as error:
            problem_box(error)
        else:
            work.taken.add(uploaded.file_id)
            work.take(uploaded.name, clean(document.source), document.syntax.value)
            took = True
    if took:
        st.rerun()
    return work.open(work.opened)


def _open(work: CheckWork, widget: str) -> None:
    work.open(st.session_state[widget])


# ── what it is held against ─────────────────────────────────────────────────────────────────────────


def _desk(held: Text, guide: Guide, formats: Mapping[str, Format], *, key: str) -> Desk | None:
    def select(name: str, label: str, options: Mapping[str, str]) -> str:
        widget = f"{key}:{name}"
        state.kept(widget, "", options)
        chosen = st.selectbox(
            label, list(options), format_func=lambda one: options.get(one, one), key=widget,
            on_change=state.keep, args=(widget,),
        )  # fmt: skip
        return chosen or ""

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
        held.syntax = st.selectbox(
            "Written in", names, index=names.index(held.syntax), format_func=lambda one: _SYNTAXES[one],
            key=f"{key}:syntax:{held.name}",
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
        guide=guide, formats=formats, today=guide.today(state.clock()), format=formats.get(format),
        brief=brief, channel=channel or None, deep=True,
    )  # fmt: skip


# ── the text and its findings ───────────────────────────────────────────────────────────────────────


def _table(text: Text, desk: Desk, *, key: str) -> None:
    desk = replace(desk, accepted=tuple(text.accepted))
    left, right = st.columns([0.58, 0.42], gap="large")
    with right, st.container(key="aside"):
        checked = _checked(text, desk)
        if checked:
            _results(text, checked, desk, key=key)
    with left, st.container(key="text"):
        st.html(f'<h3 class="ck-name">{escape(text.name)}</h3>')
        if text.sample:
            note(
                "What a tired colleague might have written. Each mark is a finding: point at it, or click it."
            )
        findings = checked.report.findings if checked else ()
        if checked:
            _in_brief(checked)
        row = Row(
            path="text", text=text.text, label="The text to check", style="body", bare=True,
            marks=marks_in(findings, None),
            placeholder="Paste or write a text here; it is checked as you go.",
        )  # fmt: skip
        sheet(
            [Block(kind="box", rows=[row])], key=f"sheet:{key}", revision=text.revision, active=text.active,
            pulse=text.pulse, all_text=text.text,
            edited=safely(lambda edits: _edit(text, edits)), picked=safely(text.show),
        )  # fmt: skip


def _in_brief(checked: Checked) -> None:
    """On a phone the findings stand below the text: say so above it."""
    number, overall = len(checked.report.findings), checked.report.scores.overall
    scored = "" if overall is None else f"Overall {overall:.0f} of 100. "
    found = f"{number} finding{'' if number == 1 else 's'} below the text" if number else "Nothing found"
    st.html(f'<div class="ck-note ck-phone">{scored}{found}.</div>')


def _edit(text: Text, edits: Edits) -> None:
    text.edit(edits.revision, edits.texts.get("text", text.text))


def _checked(text: Text, desk: Desk) -> Checked | None:
    if not text.text.strip():
        state_box(
            "going", "No text yet.", small="Paste one on the left, open a file, or look at a broken example."
        )
        return None
    if len(text.text) > LARGEST:
        state_box(
            "going", "This text is too long to be checked as you type.",
            small=f"It has {len(text.text):,} characters; up to {LARGEST:,} are. It is kept here as it is: "
            "check a part of it, or the whole file with: copykit check",
        )  # fmt: skip
        return None
    try:
        return _check(text.text, text.name, text.syntax, desk)
    except CopykitError as error:
        problem_box(error)
        return None


def _check(source: str, name: str, syntax: str, desk: Desk) -> Checked:
    """Checks a text; the last few answers are kept, so that looking at a finding costs no new check."""
    memory: dict[tuple[object, ...], Checked] = st.session_state.setdefault("checked", {})
    brief = desk.brief.model_dump_json() if desk.brief else ""
    versions = tuple(one.version for one in desk.formats.values())
    held = (desk.guide.version, desk.today, desk.format and desk.format.name, desk.channel, brief, versions)
    key = (source, name, syntax, tuple(map(repr, desk.accepted)), *held)
    if key not in memory:
        while len(memory) >= 4:
            del memory[next(iter(memory))]
        memory[key] = desk.check(parse(source, name=name, syntax=Syntax(syntax)))
    return memory[key]


def _results(text: Text, checked: Checked, desk: Desk, *, key: str) -> None:
    report = checked.report
    show_scores(report)
    counts = ", ".join(
        f"{number} {name}{'s' if number != 1 else ''}"
        for name in ("error", "warning", "suggestion")
        if (number := sum(one.severity.value == name for one in report.findings))
    )
    topics = report.metrics.get("topics")
    about = [str(one["phrase"]) for one in topics[:4]] if isinstance(topics, list | tuple) else []
    note(
        f"{report.words} words · {counts or 'nothing found'}"
        + (f" · about: {', '.join(about)}" if about else "")
    )
    channel = desk.channel or (desk.format.channel if desk.format else None)
    target = desk.guide.brand.reading_for(channel) if channel else None
    show_reading(report, target[1] if target else None)
    _tools(text, checked, desk, key=key)
    show_findings(
        report,
        key=key,
        apply=lambda finding, fix: _apply(text, desk, finding, fix),
        show=text.show,
        place=lambda finding: f"line {checked.document.line_column(finding.location)[0]}",
        active=text.active,
        overruling=Overruling(
            guide=desk.guide,
            what="text",
            today=desk.today,
            here=text.accepted.append,
            undo=text.accepted.remove,
            held=tuple(text.accepted),
            file=text.name if text.file else "",
            said=lambda said: setattr(text, "said", said),
        ),
    )
    show_facts([Fact(field=field, quote=quote, reference=line) for field, quote, line in report.facts])


def _apply(text: Text, desk: Desk, finding: Finding, fix: Fix) -> None:
    text.fix(finding, fix, _check(text.text, text.name, text.syntax, desk).report)


def _fix_all(text: Text, desk: Desk) -> None:
    text.fix_all(lambda source: _check(source, text.name, text.syntax, desk).report)


def _start_over(text: Text) -> None:
    text.put(text.original, "As it was at first.")


def _tools(text: Text, checked: Checked, desk: Desk, *, key: str) -> None:
    with st.container(horizontal=True, gap="small"):
        fixable = any(finding.fixes for finding in checked.report.findings)
        if fixable and len(text.text) <= MENDED_AT_ONCE:
            st.button("Fix all safe", key=f"{key}:fixall", on_click=safely(_fix_all), args=(text, desk))
        if text.undo:
            st.button("Undo", key=f"{key}:undo", on_click=safely(text.take_back))
        if text.original and text.text != text.original:
            st.button("Start over", key=f"{key}:over", on_click=safely(_start_over), args=(text,))
        with st.popover("Download"):
            stem = Path(text.name).stem
            payload = to_json(report_payload(desk.guide.brand.name, [checked]))
            suffix = (
                Path(text.name).suffix
                if Path(text.name).suffix in (".md", ".txt", ".html", ".htm")
                else ".txt"
            )
            for label, content, name, mime in (
                ("The text", text.text, f"{stem}{suffix}", "text/plain"),
                ("The report", report_text([checked]), f"{stem}-report.txt", "text/plain"),
                ("The report as JSON", payload, f"{stem}-report.json", "application/json"),
            ):
                st.download_button(
                    label, content, name, mime, key=f"{key}:{name}", on_click="ignore", width="stretch"
                )
    if text.said:
        note(text.said)
