"""The outreach page: a list of people, what its columns mean, and one checked piece for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from copykit.brief import Brief, Person, with_settings
from copykit.errors import CopykitError
from copykit.formats import Format
from copykit.guide import Guide
from copykit.outreach.attempts import Bench
from copykit.outreach.job import Job
from copykit.outreach.journal import short_hash
from copykit.outreach.mails import is_mail
from copykit.outreach.mapping import TARGETS, map_columns
from copykit.outreach.plan import Gap, estimate_tokens, find_gaps
from copykit.outreach.prospects import List, read_list
from copykit.outreach.telling import counted, grouped, progress_text
from copykit.sources.tables import TABLES, read_table
from copykit.ui import state
from copykit.ui.batch import BatchWork, Run
from copykit.ui.batch_results import show_results
from copykit.ui.components import pick_brand, plain
from copykit.ui.edge import guarded, note, problem_box, safely, state_box
from copykit.ui.writer import budget, first_versions, pick_writer
from copykit.writers import Writer
from copykit.writers.choose import Choice

__all__ = ["page"]

FIRST = "sales-email"
FOLDER = Path("outreach")  # under where the app was started
SAMPLE = "prospects.csv"
NOT_USED = "(not used)"
MOST_GAPS = 6
_NAMES: Mapping[str, str] = {
    "recipient.first_name": "First name", "recipient.last_name": "Last name", "recipient.name": "Whole name",
    "recipient.title": "Job title", "recipient.company": "Company", "recipient.email": "Email",
    "recipient.phone": "Phone", "recipient.industry": "Industry", "recipient.size": "Company size",
    "observation": "What you noticed", "opt_out": "Opted out", "country": "Country", "region": "Region",
    "audience": "Audience", "product": "Product", "offer": "Offer", "notes": "Notes",
}  # fmt: skip


@guarded
def page() -> None:
    """Draws the page."""
    picked = pick_brand()
    if picked is None:
        return
    brand, folder, guide, formats = picked
    work = state.batch_work(brand)
    key = f"outreach:{brand}"
    with st.sidebar:
        format = formats[_format(formats, key=key)]
        note(format.settings.description, lead=f"{format.title}.")
        settings = _settings(work, guide, folder, format, key=key)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        choice = pick_writer()
    _source(work, folder, key=key)
    if not work.name:
        st.html(
            '<div class="ck-empty"><h3>No list yet</h3>Bring the list of people to write to, as your CRM '
            "exports it: CSV, Excel or JSON Lines. You see what each column means and who is written to "
            "before anything is written. Nothing is sent to anybody: the results are files.</div>"
        )
        return
    if choice is None:
        return
    try:
        job, gaps = _remembered(work, guide, format, settings, choice.writer)
    except CopykitError as error:
        problem_box(error, "The list can’t be used yet:")
        return
    if work.run is None:
        _told(job)
    if work.run is None or not work.run.going:
        _start(work, job, gaps, brand, choice, key=key)
    if work.run is None:
        _plan(work, job, gaps, guide, key=key)
    else:
        _progress(work)
        if not work.run.going:
            show_results(work, work.run, key=key)


# ── the list and the brief ──────────────────────────────────────────────────────────────────────────


def _format(formats: Mapping[str, Format], *, key: str) -> str:
    names = sorted(formats, key=lambda name: (not is_mail(formats[name]), formats[name].title))
    state.kept(f"{key}:format", FIRST if FIRST in names else names[0], names)
    chosen = st.selectbox(
        "What to write", names, format_func=lambda name: formats[name].title, key=f"{key}:format",
        on_change=state.keep, args=(f"{key}:format",),
    )  # fmt: skip
    return chosen or names[0]


def _settings(work: BatchWork, guide: Guide, folder: Path, format: Format, *, key: str) -> dict[str, str]:
    """Draws what holds for every row, and gives it back as settings of a brief."""
    if not work.settings:
        try:
            sender = state.example(folder, format.name).sender
        except CopykitError:
            sender = Person()  # the drafting page tells what is wrong with the example
        work.settings = {
            "sender.first_name": sender.first_name, "sender.last_name": sender.last_name,
            "sender.title": sender.title,
        }  # fmt: skip

    def text(name: str, label: str) -> None:
        widget = f"{key}:{name}"
        state.kept(widget, work.settings.get(name, ""))
        work.settings[name] = st.text_input(label, key=widget, on_change=state.keep, args=(widget,)) or ""

    def select(name: str, label: str, options: Mapping[str, str], help: str = "") -> None:
        widget = f"{key}:{name}"
        state.kept(widget, work.settings.get(name, ""), options)
        work.settings[name] = st.selectbox(
            label, list(options), format_func=lambda id: options.get(id, id), key=widget,
            help=help or None, on_change=state.keep, args=(widget,),
        ) or ""  # fmt: skip

    text("sender.first_name", "Your first name")
    text("sender.last_name", "Your last name")
    text("sender.title", "Your title")
    by_fit = {"": "By each row’s title, industry and size"}
    select(
        "audience", "Audience", by_fit | {one.id: one.name for one in guide.audiences},
        "Choose one to write to everybody as that audience.",
    )  # fmt: skip
    select("product", "Product", {"": "Any that fits"} | {one.id: one.name for one in guide.products})
    goals = {goal: goal.capitalize() for goal in sorted({ask.goal for ask in guide.asks})}
    select("goal", "Goal", {"": "As the guide says"} | goals, "What the reader should do in the end.")
    return {name: value for name, value in work.settings.items() if value}


def _source(work: BatchWork, folder: Path, *, key: str) -> None:
    if work.name:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<h3 class="ck-name">{escape(work.name)}</h3>')
            st.button("Another list", key=f"{key}:other", on_click=safely(work.open), args=("", b""))
        return
    uploaded = st.file_uploader(
        "Your list", type=[suffix.lstrip(".") for suffix in TABLES], key=f"{key}:file:{work.uploads}"
    )
    sample = folder / "examples" / SAMPLE
    if sample.is_file():
        st.button(
            "Try the sample list", key=f"{key}:sample", on_click=safely(_open_sample), args=(work, sample)
        )
    if uploaded is not None:
        work.open(uploaded.name, uploaded.getvalue())
        st.rerun()


def _open_sample(work: BatchWork, path: Path) -> None:
    work.open(path.name, path.read_bytes())


def _remembered(
    work: BatchWork, guide: Guide, format: Format, settings: Mapping[str, str], writer: Writer
) -> tuple[Job, tuple[Gap, ...]]:
    """The job and its gaps, made anew only when something has changed: pieces are written to see them."""
    mark = (
        work.name, len(work.data), work.uploads, sorted(work.columns.items()), sorted(settings.items()),
        guide.version, format.version, writer.name, budget(), first_versions(), state.clock(),
    )  # fmt: skip
    if work.memo is None or work.memo[0] != mark:
        work.memo = (mark, *_job(work, guide, format, settings, writer))
    return work.memo[1], work.memo[2]


def _job(
    work: BatchWork, guide: Guide, format: Format, settings: Mapping[str, str], writer: Writer
) -> tuple[Job, tuple[Gap, ...]]:
    table = read_table(work.name, data=work.data)
    named, ignored = work.named()
    columns = map_columns(table, named=named, ignored=ignored)
    base = with_settings(Brief(), {"format": format.name})
    found = read_list(
        table, columns, base=base, guide=guide, settings=settings, mails=format.channel == "email"
    )
    bench = Bench(
        format=format, guide=guide, writer=writer, today=guide.today(state.clock()), budget=budget(),
        best_of=first_versions(), columns=table.columns,
    )  # fmt: skip
    return Job(found=found, bench=bench, settings=settings), find_gaps(found, bench)


# ── the plan ────────────────────────────────────────────────────────────────────────────────────────


def _told(job: Job) -> None:
    found = job.found
    aside = f", {len(found.aside):,} set aside" if found.aside else ""
    whole = len(found.prospects) + len(found.aside)
    note(f"{len(found.prospects):,} to write{aside}.", lead=f"{counted(whole, 'row')}:")
    for remark in found.table.remarks:
        note(remark)
    if job.paid and found.prospects:
        estimate = estimate_tokens(found.prospects, job.bench)
        tokens = estimate.input_tokens + estimate.output_tokens
        note(f"It may take about {tokens:,} tokens, and rounds of improvement on top.")


def _plan(work: BatchWork, job: Job, gaps: Sequence[Gap], guide: Guide, *, key: str) -> None:
    left, right = st.columns([0.55, 0.45], gap="large")
    with left:
        _columns(work, job.found, key=key)
    with right:
        st.html(_lists(job, gaps, guide))


def _columns(work: BatchWork, found: List, *, key: str) -> None:
    """What each column fills, to be changed in place."""
    labels = {target: _NAMES.get(target, target.replace("_", " ").replace(".", ": ")) for target in TARGETS}
    rows = [
        {"Column": one.title, "Fills": labels.get(one.target, NOT_USED), "Why": one.reason}
        for one in found.columns
    ]
    edited = st.data_editor(
        rows, key=f"{key}:columns:{work.uploads}:{len(work.columns)}", hide_index=True,
        width="stretch", height=min(640, 35 * len(rows) + 38), disabled=["Column", "Why"],
        column_config={
            "Fills": st.column_config.SelectboxColumn(options=[NOT_USED, *sorted(labels.values())]),
        },
    )  # fmt: skip
    targets = {label: target for target, label in labels.items()} | {NOT_USED: ""}
    changed = {
        row["Column"]: targets[after]
        for row, after in zip(rows, (str(one["Fills"]) for one in edited), strict=True)
        if after in targets and after != row["Fills"]
    }
    if changed:
        # A setting has one column: the newest word on it holds.
        freed = {title for title, target in work.columns.items() if target in changed.values() and target}
        work.columns = {title: to for title, to in work.columns.items() if title not in freed} | changed
        st.rerun()


def _lists(job: Job, gaps: Sequence[Gap], guide: Guide) -> str:
    """Who is written to, who is not, and what is missing."""
    found = job.found
    parts: list[str] = []
    split = Counter(one.brief.audience for one in found.prospects)
    items = []
    for id, number in split.most_common():
        audience = guide.audience(id) if id else None
        name = escape(audience.name if audience else "No audience")
        why = next(one.why for one in found.prospects if one.brief.audience == id)
        items.append(f"<li><b>{name}</b>: {number:,}<span>for one: {escape(why)}</span></li>")
    parts.append(_listed("Who is written to", items or ["<li>nobody</li>"]))
    if gaps:
        items = [_gap(gap) for gap in gaps[:MOST_GAPS]]
        parts.append(_listed("What is missing", items))
    if found.aside:
        told = grouped((one.reason, one.line) for one in found.aside)
        parts.append(_listed("Set aside", [f"<li>{escape(line)}</li>" for line in told]))
    mended = [(remark, one.line) for one in found.prospects for remark in one.remarks]
    if mended:
        items = [f"<li>{escape(line)}</li>" for line in grouped(iter(mended))]
        parts.append(_listed("Mended on the way", items))
    return "".join(parts)


def _gap(gap: Gap) -> str:
    where = "every row" if len(gap.rows) == gap.of else counted(len(gap.rows), "row")
    open_place = "Without it the piece keeps an open place and is not ready."
    asked = f"<span>{escape(gap.question)} {open_place}</span>"
    return f"<li><b>{escape(gap.name.capitalize())}</b>: missing in {where}{asked}</li>"


def _listed(title: str, items: Sequence[str]) -> str:
    return f'<div class="ck-plan"><h4>{title}</h4><ul class="ck-facts">{"".join(items)}</ul></div>'


# ── the run ─────────────────────────────────────────────────────────────────────────────────────────


def _start(work: BatchWork, job: Job, gaps: Sequence[Gap], brand: str, choice: Choice, *, key: str) -> None:
    number = len(job.found.prospects)
    if not number:
        state_box("blocked", "No row can be written to.", small="The reasons are above.")
        return
    if any(len(gap.rows) == gap.of for gap in gaps) and job.paid:
        state_box(
            "blocked", "None of these would be ready.",
            small="A model costs money: bring in what is missing first, or choose the offline writer.",
        )  # fmt: skip
        return
    last = work.run
    same = last is not None and last.job.fingerprint == job.fingerprint
    unfinished = same and last is not None and (last.outcome is None or bool(last.outcome.stopped))
    if last is not None and same and not unfinished:
        return
    label = "Go on" if unfinished else f"Write {counted(number, 'piece')}"
    st.button(
        label, type="primary", key=f"{key}:write", on_click=safely(_begin), args=(work, job, brand, choice)
    )
    if last is not None and not same:
        note("The settings have changed since: writing again begins a new batch beside this one.")


def _begin(work: BatchWork, job: Job, brand: str, choice: Choice) -> None:
    mark = short_hash(repr(sorted(job.fingerprint.items())) + short_hash(work.data.hex()))[:6]
    stem = "".join(letter if letter.isalnum() else "-" for letter in Path(work.name).stem)[:40].strip("-")
    folder = FOLDER / f"{brand}-{job.bench.format.name}-{stem or 'list'}-{mark}"
    kinds = ("csv", "jsonl", "md", "eml") if is_mail(job.bench.format) else ("csv", "jsonl", "md")
    work.run, work.shown = Run(job, folder, kinds=kinds, choice=choice), 0


@st.fragment(run_every=1.0)
def _watch(work: BatchWork) -> None:
    run = work.run
    if run is None:
        return
    if not run.going:
        st.rerun()
    seconds, pieces = run.pace
    if run.progress is not None:
        told = progress_text(run.progress, seconds=seconds, pieces=pieces)
        st.progress(run.progress.done / max(1, run.progress.total), plain(told))
    else:
        st.progress(0.0, "Beginning …")
    st.button("Stop", key="outreach:stop", on_click=safely(run.stop))


def _progress(work: BatchWork) -> None:
    run = work.run
    if run is None:
        return
    if run.going:
        note("It goes on behind this page. Whatever is written is kept, also if you close the page.")
        _watch(work)
    elif run.problem:
        state_box("blocked", run.problem)
    elif run.outcome is not None and run.outcome.stopped:
        state_box(
            "going", run.outcome.stopped, small=f"{run.outcome.cause} “Go on” goes on from here.".strip()
        )
