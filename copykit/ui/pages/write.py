"""The drafting page: a brief on the left, the copy on its sheet, what the checks say on the right."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

import streamlit as st

from copykit.brief import Brief, check_brief
from copykit.draft import Blocked, Draft, Values, set_leaf
from copykit.draft_file import render
from copykit.errors import CopykitError, MissingKey, WriterError
from copykit.exports import to_json, write_payload
from copykit.exports.text import fewer_text
from copykit.formats import Format
from copykit.guide import Guide
from copykit.readiness import judge
from copykit.ui import state
from copykit.ui.accepting import Overruling
from copykit.ui.components import (
    SOURCE,
    in_short,
    pick_brand,
    plain,
    show_facts,
    show_findings,
    show_scores,
)
from copykit.ui.edge import guarded, note, problem_box, safely, state_box
from copykit.ui.form import brief_form, example_settings, in_words
from copykit.ui.guide_effect import show_effect
from copykit.ui.layout import blocks_of, label_of, plain_text
from copykit.ui.reading import show_reading
from copykit.ui.rounds import show_rounds, standing
from copykit.ui.sheet import Edits, clean, sheet
from copykit.ui.work import WriteWork
from copykit.ui.writer import budget, first_versions, pick_writer
from copykit.writers import Writer
from copykit.writers.choose import Choice
from copykit.writing import stream, variants

__all__ = ["page"]

FIRST = "google-rsa"  # the format that the page opens on
MOST_VARIANTS = 5
OFFLINE = "offline"
TICK = 0.25  # seconds between two looks at whether a press has stopped a wait
_FAMILIES = {"cta": "CTA", "page": "Pages"}  # the others go by the name of their folder
_EFFECT = (
    "Writes the same brief without the guide, and shows what the guide keeps out. A model is paid for that."
)
_UNFINISHED = "Stopped before it was done; what was written is kept below. Write again starts anew."


@guarded
def page() -> None:
    """Draws the page."""
    picked = pick_brand()
    if picked is not None:
        _drafting(*picked)


def _drafting(brand: str, folder: Path, guide: Guide, formats: dict[str, Format]) -> None:
    name = _pick_format(formats)
    format = formats[name]
    work = state.write_work(brand, format.name)
    if not work.brief:
        try:
            work.brief = example_settings(state.example(folder, format.name))
        except CopykitError as error:
            work.brief_problem = f"The example brief can’t be filled in. {error}"
    with st.sidebar:
        note(format.settings.description, lead=f"{format.title}.")
        if work.brief_problem:
            state_box("blocked", work.brief_problem)
        try:
            brief = brief_form(work.brief, format, guide, key=f"brief:{brand}:{format.name}")
            check_brief(brief, guide)
        except CopykitError as error:
            brief = None
            problem_box(error, "The brief needs mending:")
    st.html(
        f'<div class="ck-note ck-phone"><b>Brief:</b> {escape(in_words(brief or Brief(), guide))}. '
        "Change it behind » at the top left; the checking page is there, too.</div>"
    )
    choice: Choice | None = None
    if brief is not None:
        choice = _actions(work, brief, format, guide)
    if work.stopped:
        # A switch of the page may have cut the run at any point.
        work.recover()
        state_box("blocked", work.stopped)
    if work.drafts:
        _draft(work, brief, guide, format, choice, key=f"{brand}:{format.name}")
    elif not work.stopped:
        st.html(
            '<div class="ck-empty"><h3>Nothing written yet</h3>The brief is filled in with the brand’s '
            "example. Press <b>Write</b> and see what comes of it; then make the brief your own. Every text "
            "can be edited here, and is checked as you type.</div>"
        )


def _pick_format(formats: dict[str, Format]) -> str:
    """The format to write: its family first, then one of its formats as a pill."""
    families: dict[str, list[str]] = {}
    for name in sorted(formats, key=lambda name: (formats[name].settings.family, formats[name].title)):
        families.setdefault(formats[name].settings.family, []).append(name)
    first = formats[FIRST].settings.family if FIRST in formats else next(iter(families))
    state.kept("family", first, families)
    with st.container(key="formats", gap="small"):
        family = st.segmented_control(
            "Family", families, format_func=_family_name, key="family", required=True,
            label_visibility="collapsed", on_change=state.keep, args=("family",),
        )  # fmt: skip
        names = families[family or first]
        state.kept("format", FIRST if FIRST in names else names[0], names)
        picked = st.pills(
            "Format", names, format_func=lambda one: plain(formats[one].title), key="format", required=True,
            label_visibility="collapsed", on_change=state.keep, args=("format",),
        )  # fmt: skip
    state.keep("format")  # a family chosen is a format chosen
    return picked or names[0]


def _family_name(family: str) -> str:
    return plain(_FAMILIES.get(family, family[:1].upper() + family[1:]))


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────


def _actions(work: WriteWork, brief: Brief, format: Format, guide: Guide) -> Choice | None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        pressed = st.button("Write again" if work.drafts else "Write", type="primary", key="write")
        state.kept("variants", 1)
        count = st.selectbox(
            "Versions", range(1, MOST_VARIANTS + 1), key="variants", width=140, label_visibility="collapsed",
            format_func=lambda number: "1 version" if number == 1 else f"{number} versions",
            on_change=state.keep, args=("variants",),
        )  # fmt: skip
        choice = pick_writer()
        if work.undo:
            st.button("Undo", key="undo", on_click=safely(work.take_back), help="Takes back the last change.")
    if pressed and choice:
        _run(work, brief, format, guide, choice, int(count or 1))
    return choice


def _run(work: WriteWork, brief: Brief, format: Format, guide: Guide, choice: Choice, count: int) -> None:
    """Writes the variants. Each is kept as it grows: a switch of the page ends this function at any point."""
    work.begin()
    work.stopped = _UNFINISHED
    place = st.empty()
    try:
        if choice.name == OFFLINE:
            for draft in variants(
                format, brief, guide=guide, writer=choice.writer, today=state.clock(), count=count,
                seed=work.seed,
            ):  # fmt: skip
                work.drafts.append(draft)
            if len(work.drafts) < count:
                work.said = fewer_text(len(work.drafts), count)
        else:
            with place.container():
                note(f"{choice.name} is writing. Whatever you press stops it; what it wrote so far is kept.")
                st.button("Stop", key="stop")
                live = _Live()
            writer = choice.for_run(live.wait)
            for number in range(count):
                _stream(work, brief, format, guide, writer, number, live)
        work.seed = max((draft.seed for draft in work.drafts), default=work.seed) + 1
        work.stopped, work.judged_by = "", guide.version + format.version
    except MissingKey as error:
        work.stopped = f"{error} The brief is as you left it; the offline writer needs no key."
    except WriterError as error:
        raw = str(getattr(error, "raw", "")).strip()
        said = (
            f" It said: “{in_short(raw, 400)}”" if raw and not any(one.fields for one in work.drafts) else ""
        )
        work.stopped = f"{error} The brief is as you left it.{said}"
    except CopykitError as error:
        work.stopped = str(error)
    work.drafts = [_tidy(draft, guide) for draft in work.drafts]
    work.recover()
    st.rerun()


def _tidy(draft: Draft, guide: Guide) -> Draft:
    """A draft whose texts a browser can show as they are: `\\n` for line ends."""
    texts = {leaf.path: clean(leaf.text) for leaf in draft.leaves() if clean(leaf.text) != leaf.text}
    if not texts:
        return draft
    values: Values = draft.fields
    for path, text in texts.items():
        values = set_leaf(values, path, text)
    changed = draft.with_fields(values)
    return judge(changed, guide=guide, today=state.clock()) if draft.ready or draft.blocked else changed


def _stream(
    work: WriteWork,
    brief: Brief,
    format: Format,
    guide: Guide,
    writer: Writer,
    number: int,
    live: _Live,
) -> None:
    best_of = first_versions()
    for draft in stream(
        format, brief, guide=guide, writer=writer, today=state.clock(),
        seed=work.seed + number * best_of, budget=budget(),
        best_of=best_of,
    ):  # fmt: skip
        work.drafts[number:] = [draft]
        live.show(draft)


class _Live:
    """A draft while it grows, how it stands between its rounds, and how long a busy server is waited for."""

    def __init__(self) -> None:
        self._how, self._text = st.empty(), st.empty()
        self._said = ""

    def wait(self, seconds: float) -> None:
        """Waits, and says for how long; to show that is where Streamlit ends a run that was stopped."""
        until = time.monotonic() + seconds
        while (rest := until - time.monotonic()) > 0:
            self._say(f"The server is busy. It is asked again in {math.ceil(rest)} s.", live="off")
            time.sleep(min(TICK, rest))
        self._say("It is asked again.")

    def show(self, draft: Draft) -> None:
        text = "\n\n".join(leaf.text for leaf in draft.leaves())
        if text:
            self._text.html(f'<div class="ck-live" aria-live="off">{escape(text)}</div>')
        said = standing(draft)
        if said != self._said:
            self._say(said)

    def _say(self, said: str, *, live: str = "polite") -> None:
        self._said = said
        self._how.html(f'<div class="ck-note" aria-live="{live}">{escape(said)}</div>')


# ── the draft ───────────────────────────────────────────────────────────────────────────────────────


def _draft(
    work: WriteWork, brief: Brief | None, guide: Guide, format: Format, choice: Choice | None, *, key: str
) -> None:
    if work.judged_by != guide.version + format.version:
        work.rejudge(guide=guide, format=format, today=state.clock())
    _variants(work, key=key)
    draft = work.draft
    left, right = st.columns([0.6, 0.4], gap="large")
    with left:
        _state(draft)
        if brief is not None and brief != draft.brief.model_copy(update={"place": brief.place}):
            _changed_brief(work, brief, guide)
        sheet(
            blocks_of(draft), key=f"sheet:{key}:{work.shown}", revision=work.revision, active=work.active,
            pulse=work.pulse, all_text=plain_text(draft),
            edited=safely(lambda edits: _edit(work, guide, edits)), picked=safely(work.show),
        )  # fmt: skip
    with right, st.container(key="aside"):
        show_scores(draft.report)
        found = guide.brand.reading_for(draft.format.channel)
        show_reading(draft.report, found[1] if found else None)
        _tools(work, guide, draft, choice, key=key)
        if draft.ready or draft.blocked:
            show_findings(
                draft.report,
                key=f"{key}:{work.shown}",
                apply=lambda finding, fix: work.fix(finding, fix, guide=guide, today=state.clock()),
                show=work.show,
                place=lambda finding: label_of(draft.format, finding.location.field),
                active=work.active,
                overruling=_overruling(work, guide),
            )
        show_facts(draft.facts, lambda path: label_of(draft.format, path))
        show_rounds(draft)


def _overruling(work: WriteWork, guide: Guide) -> Overruling:
    today = state.clock()
    return Overruling(
        guide=guide, what="draft", today=guide.today(today), held=work.draft.accepted,
        here=lambda one: work.accept(one, guide=guide, today=today),
        undo=lambda one: work.unaccept(one, guide=guide, today=today),
        said=lambda said: setattr(work, "said", said),
    )  # fmt: skip


def _edit(work: WriteWork, guide: Guide, edits: Edits) -> None:
    work.edit(edits.revision, edits.texts, guide=guide, today=state.clock())


def _variants(work: WriteWork, *, key: str) -> None:
    if len(work.drafts) < 2:
        return
    widget = f"{key}:shown:{work.revision}"
    work.shown = min(work.shown, len(work.drafts) - 1)
    shown = st.segmented_control(
        "Version", range(len(work.drafts)), default=work.shown, key=widget, label_visibility="collapsed",
        required=True, format_func=lambda number: _variant_name(work.drafts[number], number),
    )  # fmt: skip
    if shown is not None and shown != work.shown:
        work.shown, work.active = shown, ""


def _variant_name(draft: Draft, number: int) -> str:
    structure = f" · {in_short(draft.structure, 24)}" if draft.structure else ""
    return plain(f"Version {number + 1}{structure}{'' if draft.ready else ' · not ready'}")


def _state(draft: Draft) -> None:
    how = (
        f"{draft.report.words} words, by {'the offline writer' if draft.writer == OFFLINE else draft.writer}"
    )
    if draft.structure:
        how += f", built as {draft.structure}"
    if draft.usage.requests or draft.usage.cached:
        how += f", {draft.usage.tokens:,} tokens"
    if draft.usage.cost:
        how += f", ${draft.usage.cost:.3f}"
    if draft.ready:
        state_box("ready", "Ready to use.", small=f"{how}.")
    elif draft.blocked:
        reasons = [_reason(draft, blocked) for blocked in draft.blocked]
        more = [f"and {len(reasons) - 6} more"] if len(reasons) > 6 else []
        state_box("blocked", "Not ready yet.", [*reasons[:6], *more], small=f"{how}.")
    else:
        state_box("going", "Unfinished.", small="It is checked once you edit it, or write again.")
    for remark in draft.remarks:
        note(remark)


def _reason(draft: Draft, blocked: Blocked) -> str:
    said = blocked.reason.partition(SOURCE)[0]
    if not blocked.field:
        return said
    field = draft.format.field(blocked.field)
    bare = said.removeprefix(f"{field.label}: ") if field else said
    return f"{label_of(draft.format, blocked.field)}: {bare}"


def _changed_brief(work: WriteWork, brief: Brief, guide: Guide) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        note(
            "The brief has changed since. Write again for new copy, or hold this copy against the new brief."
        )
        st.button("Check again", key="recheck", on_click=safely(_recheck), args=(work, brief, guide))


def _recheck(work: WriteWork, brief: Brief, guide: Guide) -> None:
    work.remember()
    work.rejudge(guide=guide, format=work.draft.format, today=state.clock(), brief=brief)
    work.said = "Checked against the brief as it is now."


def _tools(work: WriteWork, guide: Guide, draft: Draft, choice: Choice | None, *, key: str) -> None:
    with st.container(horizontal=True, gap="small"):
        if any(finding.fixes for finding in draft.report.findings):
            st.button("Fix all safe", key=f"{key}:fixall", on_click=safely(_fix_all), args=(work, guide))
        whole = choice is not None and (draft.ready or bool(draft.blocked))
        asked = whole and st.button("What the guide does", key=f"{key}:effect", help=_EFFECT)
        with st.popover("Download"):
            for label, suffix, mime, text in _files(draft):
                st.download_button(
                    label, text, f"{draft.format.name}-{draft.seed}{suffix}", mime, width="stretch",
                    key=f"{key}:download{suffix}", on_click="ignore",
                )  # fmt: skip
    if work.said:
        note(work.said)
    if asked and choice is not None:
        show_effect(draft, guide, choice)


def _fix_all(work: WriteWork, guide: Guide) -> None:
    work.fix_all(guide=guide, today=state.clock())


def _files(draft: Draft) -> Iterator[tuple[str, str, str, str]]:
    yield "Markdown", ".md", "text/markdown", render(draft)
    yield "Text", ".txt", "text/plain", plain_text(draft)
    yield "JSON", ".json", "application/json", to_json(write_payload([draft]))
