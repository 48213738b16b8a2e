"""What both pages show: brand, scores, findings with their references and fixes, and how things stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from copykit.draft import Fact
from copykit.errors import CopykitError
from copykit.findings import Area, Finding, Fix, Reference, Report, Severity, points_lost
from copykit.formats import Format
from copykit.guide import Guide
from copykit.ui import state
from copykit.ui.accepting import Overruling, accept_form, is_open, open_form, show_accepted
from copykit.ui.edge import note, problem_box, safely, state_box
from copykit.ui.titles import AREAS, title_of

__all__ = [
    "SOURCE", "in_short", "pick_brand", "plain", "show_facts", "show_findings", "show_scores",
]  # fmt: skip

SHOWN_FIRST = 6  # findings shown before "more"
MOST_SHOWN = 60  # and in all: what is mended makes room for the rest
LONGEST_QUOTE = 220
SOURCE = " Source: "  # where an advice about a limit goes on to say who sets it
_SCORED = (Area.READABILITY, Area.KEYWORDS, Area.CONSISTENCY)
_NOT_JUDGED = {
    Area.READABILITY: "too short",
    Area.KEYWORDS: "none asked for",
    Area.CONSISTENCY: "no text",
}
# Each at least 4.5:1 on white.
_COLOURS = {Severity.ERROR: "#b3321f", Severity.WARNING: "#8f5c00", Severity.SUGGESTION: "#2f5f9e"}


# ── words on the page ───────────────────────────────────────────────────────────────────────────────


def plain(text: str) -> str:
    """A text for a widget's label, which Streamlit reads as Markdown: none of it is markup."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def in_short(text: str, most: int = 60) -> str:
    """A text cut to a length, with an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"


# ── the brand ───────────────────────────────────────────────────────────────────────────────────────


def pick_brand() -> tuple[str, Path, Guide, dict[str, Format]] | None:
    """The brand's choice in the sidebar: its name, folder, guide and formats; None with the reason shown."""
    brands = state.brands()
    if not brands:
        state_box("blocked", "There is no brand yet.", ["Make one with: copykit brand new NAME"])
        return None
    with st.sidebar:
        st.html('<div class="ck-brand">copykit</div>')
        state.kept("brand", next(iter(brands)), brands)
        brand = st.selectbox(
            "Brand", list(brands), format_func=_title, key="brand", on_change=state.keep, args=("brand",)
        )
    folder = brands[brand]
    try:
        guide, formats = state.guide(folder), state.formats(folder)
    except CopykitError as error:
        problem_box(error, f"{_title(brand)} can’t be used yet. Mend this, then reload the page:")
        return None
    with st.sidebar:
        said = ["A sample brand: its customers and figures are made up."] if guide.brand.made_up else []
        if day := guide.brand.as_of:
            said.append(f"Judged as of {day:%B} {day.day}, {day.year}.")
        if said:
            note(" ".join(said))
    return brand, folder, guide, formats


def _title(folder: str) -> str:
    return folder.replace("-", " ").capitalize()


# ── scores ──────────────────────────────────────────────────────────────────────────────────────────


def show_scores(report: Report) -> None:
    """The overall score and the three it is made of; an area that can't be judged says why."""
    scores = report.scores
    cells = [_score("Overall", scores.overall, "nothing to judge", kind="all")]
    cells += [_score(AREAS[area], scores.of(area), _NOT_JUDGED[area]) for area in _SCORED]
    st.html(f'<div class="ck-scores">{"".join(cells)}</div>')


def _score(title: str, value: float | None, empty: str, kind: str = "") -> str:
    if value is None:
        told = f"<b>–</b><span>{title}</span><em>{empty}</em>"
        return f'<div class="ck-score none {kind}">{told}</div>'
    # Rounded down: 100 is for a text in which nothing was found.
    colour = "#2e8b6f" if value >= 80 else "#c98411" if value >= 60 else "#c8402f"
    colour = "#f2b544" if kind == "all" else colour
    bar = f'<i style="--w:{value:.0f}%;--c:{colour}"></i>'
    return f'<div class="ck-score {kind}"><b>{int(value)}</b><span>{title}</span>{bar}</div>'


# ── findings ────────────────────────────────────────────────────────────────────────────────────────


def show_findings(
    report: Report,
    *,
    key: str,
    apply: Callable[[Finding, Fix], None],
    show: Callable[[str], None],
    place: Callable[[Finding], str],
    active: str = "",
    overruling: Overruling,
) -> None:
    """The findings, gravest first, the rest on demand, with the points that each one costs.

    Args:
        report: whose findings.
        key: a prefix for the widgets' keys.
        apply: what a fix's button does.
        show: what "Show" does with a finding's number.
        place: where a finding is, in words.
        active: the number of the finding to bring to the top.
        overruling: how a finding is accepted, and what was.
    """
    if report.findings:
        _cards(report, _Card(
            report=report, key=key, apply=apply, show=show, place=place, active=active, overruling=overruling,
        ))  # fmt: skip
    else:
        state_box("ready", "Nothing found.", small="Every check that could judge this text is content.")
    show_accepted(report, overruling, key=key, place=place)


def _cards(report: Report, card: _Card) -> None:
    findings, key, active = report.findings, card.key, card.active
    chosen = _area_filter(report, key=key)
    shown = [
        (str(number), one)
        for number, one in enumerate(findings)
        if chosen is None or one.area is chosen or str(number) == active
    ]
    shown.sort(key=lambda one: one[0] != active)
    for number, finding in shown[:SHOWN_FIRST]:
        card.draw(number, finding)
    rest = shown[SHOWN_FIRST:]
    if rest:
        with st.expander(f"{len(rest)} more"):
            for number, finding in rest[:MOST_SHOWN]:
                card.draw(number, finding)
            if len(rest) > MOST_SHOWN:
                left = len(rest) - MOST_SHOWN
                note(f"And {left} more, which show as you mend these; the report has them all.")


def _area_filter(report: Report, *, key: str) -> Area | None:
    """Pills with the points that each area lost; every lost point leads to its findings."""
    findings = report.findings
    # What an area's findings cost sums up to what its score lacks to 100.
    lost = {area: 100 - (score if (score := report.scores.of(area)) is not None else 100) for area in Area}
    numbers = Counter(one.area for one in findings)
    options = [area for area in (*_SCORED, Area.FORMAT) if numbers[area]]
    if len(options) < 2:
        return None
    names = {
        area: f"{AREAS[area]} {numbers[area]}" + (f" · −{lost[area]:.0f}" if lost[area] >= 0.5 else "")
        for area in options
    }
    return st.pills(
        "Show only",
        options,
        format_func=lambda area: names[area],
        key=f"{key}:area",
        label_visibility="collapsed",
    )


class _Card:
    """Draws one finding after the other."""

    def __init__(
        self,
        *,
        report: Report,
        key: str,
        apply: Callable[[Finding, Fix], None],
        show: Callable[[str], None],
        place: Callable[[Finding], str],
        active: str,
        overruling: Overruling,
    ) -> None:
        self.report, self.key, self.active, self.overruling = report, key, active, overruling
        self.apply, self.show, self.place = safely(apply), safely(show), place

    def draw(self, number: str, finding: Finding) -> None:
        active = number == self.active
        key = f"{self.key}:{number}"
        with st.container(border=True, key=f"card{'-active' if active else ''}:{key}"):
            st.html(self._text(finding))
            with st.container(horizontal=True, gap="small"):
                for at, fix in enumerate(finding.fixes[:3]):
                    st.button(
                        plain(in_short(fix.title)),
                        key=f"{key}:fix{at}",
                        on_click=self.apply,
                        args=(finding, fix),
                    )
                if finding.quote or finding.location.field:
                    st.button("Show", key=f"{key}:show", type="tertiary", on_click=self.show, args=(number,))
                opened = is_open(self.key, finding)
                if not opened and self.overruling.places(finding):
                    st.button(
                        "Accept …",
                        key=f"{key}:open",
                        type="tertiary",
                        on_click=open_form,
                        args=(self.key, finding),
                        help="Overrule this finding, with your name and the reason.",
                    )
            if opened:
                accept_form(self.overruling, finding, key=key)

    def _text(self, finding: Finding) -> str:
        points = points_lost(finding, self.report.findings, self.report.words)
        where = self.place(finding)
        advice, _, source = finding.advice.partition(SOURCE)
        parts = [
            '<div class="top">',
            f'<b title="{escape(finding.check)}">{escape(title_of(finding.check))}</b>',
            f"<span>{finding.severity.value}{f' · {escape(where)}' if where else ''}</span>",
            f'<span class="lost">−{points:.1f} points</span>' if points >= 0.05 else "",
            f"</div><p>{escape(advice)}</p>",
        ]
        if finding.quote.strip() and f"“{finding.quote}”" not in finding.advice:
            parts.append(f"<q>{escape(in_short(finding.quote, LONGEST_QUOTE))}</q>")
        if finding.reference:
            parts.append(f'<div class="ref">{_reference(finding.reference, told=finding.advice)}</div>')
        if source:
            parts.append(f'<div class="ref">Source: {escape(source)}</div>')
        return f'<div class="ck-find" style="--c:{_COLOURS[finding.severity]}">{"".join(parts)}</div>'


def _reference(reference: Reference, told: str = "") -> str:
    place = f"{reference.path}:{reference.line}" if reference.path and reference.line else reference.url
    parts = [escape(reference.label)]
    if reference.quote and reference.quote not in told:
        parts.append(f"<em>“{escape(reference.quote)}”</em>")
    if place:
        parts.append(escape(place + (f", read {reference.date}" if reference.date else "")))
    return " · ".join(parts)


def show_facts(facts: Sequence[Fact], where: Callable[[str | None], str] = lambda path: "") -> None:
    """The checkable statements in a text and the line of guide or brief that allows each."""
    distinct = {(fact.quote, fact.reference): fact for fact in facts}
    if not distinct:
        return
    number = len(distinct)
    with st.expander("1 fact with its source" if number == 1 else f"{number} facts, each with its source"):
        items = []
        for fact in distinct.values():
            place = where(fact.field)
            said = f"<b>“{escape(fact.quote)}”</b>{f' · {escape(place)}' if place else ''}"
            items.append(f"<li>{said}<span>{_reference(fact.reference)}</span></li>")
        st.html(f'<ul class="ck-facts">{"".join(items)}</ul>')
