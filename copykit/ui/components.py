"""What several pages show: scores, findings with their references and fixes, counts, errors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from copykit.errors import CopykitError
from copykit.findings import Area, Finding, Fix, Report, Severity, points_lost
from copykit.formats import Field, Format
from copykit.guide import Guide
from copykit.text import count
from copykit.ui import state

__all__ = ["count_badge", "pick_brand", "problem_box", "show_findings", "show_scores", "state_box", "style"]

SHOWN_FIRST = 6  # findings shown before "more"
AREAS = (Area.READABILITY, Area.KEYWORDS, Area.CONSISTENCY)
_TITLES = {
    Area.READABILITY: "Readability",
    Area.KEYWORDS: "Keywords",
    Area.CONSISTENCY: "Consistency",
    Area.FORMAT: "Format",
}
_NOT_JUDGED = {
    Area.READABILITY: "too short",
    Area.KEYWORDS: "none asked for",
    Area.CONSISTENCY: "no text",
}
_CSS = """
<style>
.stMainBlockContainer { padding-top: 4.6rem; padding-bottom: 4rem; max-width: 1500px; }
.ck-scores { display: grid; grid-template-columns: repeat(4, 1fr); gap: 10px; margin: 2px 0 6px; }
.ck-score { padding: 10px 12px 11px; border: 1px solid #ddd7ca; border-radius: 10px; background: #fff; }
.ck-score b { display: block; font: 650 25px/1.1 "Bricolage Grotesque", sans-serif; letter-spacing: -.01em;
  font-variant-numeric: tabular-nums; }
.ck-score span { font-size: 12.5px; color: #69645a; }
.ck-score i { display: block; height: 4px; margin-top: 7px; border-radius: 2px; background: #ece7dc; overflow: hidden; }
.ck-score i::after { content: ""; display: block; height: 100%; width: var(--w); background: var(--c); }
.ck-score.none b { color: #a39c8e; } .ck-score em { display: block; font: italic 11.5px/1.2 Figtree, sans-serif;
  color: #857e70; margin-top: 3px; }
.ck-score.all { background: #1f5c4d; border-color: #1f5c4d; color: #fcfbf8; }
.ck-score.all span { color: #cfe0d9; } .ck-score.all i { background: #ffffff33; }
.ck-find { padding-left: 11px; border-left: 3px solid var(--c); margin: 0 0 3px; }
.ck-find .top { font-size: 12px; color: #69645a; display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; }
.ck-find .top b { color: var(--c); font-weight: 650; }
.ck-find p { margin: 3px 0 5px; font-size: 14.5px; line-height: 1.45; }
.ck-find q { quotes: none; background: #f3f0e9; border-radius: 4px; padding: 1px 6px; font-size: 13.5px;
  overflow-wrap: anywhere; }
.ck-find .ref { margin-top: 6px; font-size: 12.5px; color: #69645a; line-height: 1.4; overflow-wrap: anywhere; }
.ck-find .ref em { color: #3d3a34; }
.ck-count { text-align: right; font-size: 12.5px; color: #69645a; font-variant-numeric: tabular-nums;
  padding-top: 9px; white-space: nowrap; }
.ck-count.over { color: #b3321f; font-weight: 650; } .ck-count.cut { color: #9a6206; font-weight: 600; }
.ck-state { border-radius: 10px; padding: 10px 14px; font-size: 14.5px; line-height: 1.45; margin-bottom: 4px; }
.ck-state.ready { background: #e5f0ea; color: #17473b; } .ck-state.blocked { background: #fbeae6; color: #7d2212; }
.ck-state.going { background: #f3f0e9; color: #3d3a34; } .ck-state ul { margin: 4px 0 0; padding-left: 18px; }
.stMain input, .stMain [data-baseweb="input"], .stMain [data-baseweb="base-input"] { background: #fff; }
[class*="st-key-row"] [data-testid="stHorizontalBlock"] { flex-wrap: nowrap; align-items: start; }
[class*="st-key-row"] [data-testid="stColumn"] { min-width: 0 !important; }
[class*="st-key-row"] [data-testid="stColumn"]:last-child { flex: 0 0 62px; }
[class*="st-key-row"] [data-testid="stColumn"]:first-child { flex: 1 1 auto; }
.ck-empty { border: 1.5px dashed #cfc7b6; border-radius: 14px; padding: 34px 30px; color: #4d483f; max-width: 640px; }
.ck-empty h3 { margin: 0 0 6px; padding: 0; font-size: 21px; }
@media (max-width: 640px) { .ck-scores { grid-template-columns: repeat(2, 1fr); } }
</style>
"""
_COLOURS = {Severity.ERROR: "#c8402f", Severity.WARNING: "#b3760f", Severity.SUGGESTION: "#3767a8"}


def pick_brand() -> tuple[str, Path, Guide, dict[str, Format]] | None:
    """The brand's choice in the sidebar; its name, folder, guide and formats, or None with the reason shown."""
    brands = state.brands()
    if not brands:
        state_box("blocked", "There is no brand yet. Make one: copykit brand new NAME")
        return None
    with st.sidebar:
        state.kept("brand", next(iter(brands)))
        if st.session_state["brand"] not in brands:
            st.session_state["brand"] = next(iter(brands))
        brand = st.selectbox(
            "Brand", list(brands), format_func=_title, key="brand", on_change=state.keep, args=("brand",)
        )
    folder = brands[brand]
    try:
        guide, formats = state.guide(folder), state.formats(folder)
    except CopykitError as error:
        st.subheader(f"{_title(brand)} can't be used yet", anchor=False)
        problem_box(error)
        return None
    with st.sidebar:
        said = ["A sample brand: its customers and figures are made up."] if guide.brand.made_up else []
        said += [f"Judged as of {guide.brand.as_of:%d %B %Y}."] if guide.brand.as_of else []
        if said:
            st.caption(" ".join(said))
    return brand, folder, guide, formats


def _title(folder: str) -> str:
    return folder.replace("-", " ").capitalize()


def style() -> None:
    """The page's own style sheet; no user's text is in it."""
    st.html(_CSS)


def show_scores(report: Report) -> None:
    """The overall score and the three it is made of; an area that can't be judged says why."""
    scores = report.scores
    cells = [_score("Overall", scores.overall, "nothing to judge", kind="all")]
    cells += [_score(_TITLES[area], scores.of(area), _NOT_JUDGED[area]) for area in AREAS]
    st.html(f'<div class="ck-scores">{"".join(cells)}</div>')


def _score(title: str, value: float | None, empty: str, kind: str = "") -> str:
    if value is None:
        return f'<div class="ck-score none {kind}" title="{empty}"><b>–</b><span>{title}</span><em>{empty}</em></div>'
    colour = "#2e8b6f" if value >= 80 else "#c98411" if value >= 60 else "#c8402f"
    colour = "#f2b544" if kind == "all" else colour
    bar = f'<i style="--w:{value:.0f}%;--c:{colour}"></i>'
    return f'<div class="ck-score {kind}"><b>{value:.0f}</b><span>{title}</span>{bar}</div>'


def show_findings(
    report: Report,
    *,
    key: str,
    apply: Callable[[Finding, Fix], None] | None = None,
    place: Callable[[Finding], str] | None = None,
    pick: Callable[[Finding], None] | None = None,
    active: str = "",
) -> None:
    """The findings, gravest first, the rest on demand, with the points that each one costs.

    Args:
        report: whose findings.
        key: a prefix for the widgets' keys.
        apply: what a fix's button does.
        place: where a finding is, in words.
        pick: what "Show" does.
        active: the id of the finding to bring to the top.
    """
    findings = list(report.findings)
    if not findings:
        st.html('<div class="ck-state ready">Nothing found. Every check that ran is content.</div>')
        return
    lost = {
        area: sum(points_lost(one, findings, report.words) for one in findings if one.area is area)
        for area in Area
    }
    options = [area for area in (*AREAS, Area.FORMAT) if any(one.area is area for one in findings)]
    chosen: Area | None = None
    if len(options) > 1:
        names = {
            area: f"{_TITLES[area]} {f'−{lost[area]:.0f}' if lost[area] >= 0.5 else ''}".strip()
            for area in options
        }
        chosen = st.pills(
            "Area",
            options,
            format_func=lambda area: names[area],
            key=f"{key}:area",
            label_visibility="collapsed",
        )
    shown = [
        (f"{number}", one) for number, one in enumerate(findings) if chosen is None or one.area is chosen
    ]
    shown.sort(key=lambda one: one[0] != active)
    for number, finding in shown[:SHOWN_FIRST]:
        _finding(finding, report, f"{key}:{number}", apply, place, pick, number == active)
    rest = shown[SHOWN_FIRST:]
    if rest:
        with st.expander(f"{len(rest)} more"):
            for number, finding in rest:
                _finding(finding, report, f"{key}:{number}", apply, place, pick, False)


def _finding(
    finding: Finding,
    report: Report,
    key: str,
    apply: Callable[[Finding, Fix], None] | None,
    place: Callable[[Finding], str] | None,
    pick: Callable[[Finding], None] | None,
    active: bool,
) -> None:
    points = points_lost(finding, report.findings, report.words)
    top = [f"<b>{finding.severity.value.capitalize()}</b>", escape(finding.check)]
    if place and (where := place(finding)):
        top.append(escape(where))
    if points >= 0.05:
        top.append(f"−{points:.1f} points")
    parts = [f'<div class="top">{"<span>·</span>".join(f"<span>{one}</span>" for one in top)}</div>']
    parts.append(f"<p>{escape(finding.advice)}</p>")
    if finding.quote:
        quote = finding.quote if len(finding.quote) <= 220 else finding.quote[:200] + " …"
        parts.append(f"<q>{escape(quote)}</q>")
    if reference := finding.reference:
        line = escape(
            f"{reference.path}:{reference.line}" if reference.path and reference.line else reference.url
        )
        said = f": <em>“{escape(reference.quote)}”</em>" if reference.quote else ""
        parts.append(f'<div class="ref">{escape(reference.label)}{said}{f" · {line}" if line else ""}</div>')
    with st.container(border=True, key=f"card:{key}"):
        st.html(f'<div class="ck-find" style="--c:{_COLOURS[finding.severity]}">{"".join(parts)}</div>')
        buttons: list[tuple[str, Callable[..., None], tuple[object, ...]]] = []
        if apply:
            buttons += [(_short(fix.title), apply, (finding, fix)) for fix in finding.fixes[:3]]
        if pick and finding.quote and not active:
            buttons.append(("Show", pick, (finding,)))
        if buttons:
            with st.container(horizontal=True, gap="small"):
                for number, (title, action, args) in enumerate(buttons):
                    st.button(title, key=f"{key}:b{number}", on_click=action, args=args)


def _short(title: str) -> str:
    return title if len(title) <= 60 else title[:57] + " …"


def count_badge(field: Field, text: str) -> None:
    """A text's length against its field's limits."""
    limit, shown = field.limit, field.shown
    nearest = shown or limit
    if nearest is None:
        return
    length = count(text, nearest.counting)
    over = limit is not None and count(text, limit.counting) > limit.max
    kind = "over" if over else "cut" if shown and length > shown.max else ""
    target = limit.max if over and limit else nearest.max
    st.html(f'<div class="ck-count {kind}">{length} / {target}</div>')


def problem_box(error: CopykitError) -> None:
    """An error as what it says, where it stands, and what to do."""
    lines = "".join(f"<li>{escape(str(problem))}</li>" for problem in error.problems[:12])
    more = f"<li>and {len(error.problems) - 12} more</li>" if len(error.problems) > 12 else ""
    st.html(f'<div class="ck-state blocked"><ul>{lines}{more}</ul></div>')


def state_box(kind: str, title: str, reasons: Sequence[str] = ()) -> None:
    """A line that says how a piece stands: `ready`, `blocked` or `going`."""
    listed = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    st.html(f'<div class="ck-state {kind}">{escape(title)}{f"<ul>{listed}</ul>" if listed else ""}</div>')
