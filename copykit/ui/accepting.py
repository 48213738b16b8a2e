"""Overruling a finding in the app: "accept here, because …", by a person's name; listed, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import streamlit as st

from copykit.errors import CopykitError, GuideError
from copykit.findings import Finding, Overruled, Report
from copykit.guide import Guide
from copykit.guide.accepting import FILE, accept, accepted_once, take_back
from copykit.guide.control import Acceptance
from copykit.ui import state
from copykit.ui.edge import safely
from copykit.ui.titles import title_of

__all__ = ["Overruling", "accept_form", "is_open", "open_form", "show_accepted"]

_OPEN = "accepting"  # the finding whose form is open, with the key of its list
_NAME = "accepting:by"  # asked once, and kept over pages and brands
_HERE, _FILE, _EVERYWHERE = "here", "file", "everywhere"


@dataclass(frozen=True, kw_only=True)
class Overruling:
    """How findings of one text can be overruled.

    Attributes:
        guide: the brand, whose `accepted.yaml` is written to.
        what: what the text is called: "draft", "text".
        today: the day that an acceptance is dated with.
        here: overrules a finding in this text alone; it is kept as long as the text is.
        undo: takes such an acceptance back.
        held: what is accepted in this text alone.
        file: the text's file, by whose name `copykit check` knows it again; empty for any other text.
        said: tells what was done.
    """

    guide: Guide
    what: str
    today: date
    here: Callable[[Acceptance], None]
    undo: Callable[[Acceptance], None]
    held: tuple[Acceptance, ...]
    file: str = ""
    said: Callable[[str], None]

    def places(self, finding: Finding) -> dict[str, str]:
        """Where a finding may be accepted, by name; a mark, a figure or a gap is no reason everywhere."""
        where = {_FILE: f"In {Path(self.file).name}"} if self.file else {_HERE: f"In this {self.what} only"}
        if any(letter.isalpha() for letter in finding.quote):
            where[_EVERYWHERE] = "Wherever these words stand"
        return where


def is_open(key: str, finding: Finding) -> bool:
    """Whether the form of a finding is open in the list of a key."""
    return bool(st.session_state.get(_OPEN) == (key, finding))


def open_form(key: str, finding: Finding) -> None:
    """Opens the form of a finding, and closes any other."""
    st.session_state[_OPEN] = (key, finding)


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def accept_form(how: Overruling, finding: Finding, *, key: str) -> None:
    """The form in a finding's card: who accepts it, why, and where that holds.

    Args:
        how: what accepting does.
        finding: what is overruled.
        key: a prefix for the widgets' keys.
    """
    where = how.places(finding)
    state.kept(_NAME, "")
    with st.form(f"{key}:accept", border=False):
        st.text_input("Why it is fine here", key=f"{key}:because", placeholder="She said it in these words")
        st.text_input("Your name", key=_NAME, autocomplete="name")
        st.radio("Where", list(where), format_func=lambda one: where[one], key=f"{key}:where")
        if problem := st.session_state.pop(f"{key}:problem", ""):
            st.html(f'<div class="ck-note ck-wrong" role="alert">{escape(problem)}</div>')
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button(
                "Accept", key=f"{key}:accept:do", on_click=safely(_accept), args=(how, finding, key)
            )
            st.form_submit_button("Cancel", key=f"{key}:accept:no", type="tertiary", on_click=_close)


def _accept(how: Overruling, finding: Finding, key: str) -> None:
    by = str(st.session_state[_NAME]).strip()
    reason = str(st.session_state[f"{key}:because"]).strip()
    where = st.session_state[f"{key}:where"]
    state.keep(_NAME)
    if not by or not reason:
        missing = "Say why it is fine." if by else "Say who accepts it." if reason else "Say who and why."
        st.session_state[f"{key}:problem"] = missing
        return
    try:
        if where == _HERE:
            how.here(accepted_once(finding, by=by, reason=reason, on=how.today))
        else:
            everywhere = where == _EVERYWHERE
            accept(how.guide, finding, by=by, reason=reason, on=how.today, anywhere=everywhere)
            how.said(f"Accepted by {by}: it is noted in {(how.guide.folder / FILE).as_posix()}.")
    except CopykitError as error:
        st.session_state[f"{key}:problem"] = str(error)
        return
    _close()


# ── what was accepted ───────────────────────────────────────────────────────────────────────────────


def show_accepted(report: Report, how: Overruling, *, key: str, place: Callable[[Finding], str]) -> None:
    """The findings that were overruled, each with who said so and why, and a button that takes it back.

    What a comment in the text overrules is listed too; it is taken back in the text.
    """
    number = len(report.accepted)
    if not number:
        return
    with st.expander("1 finding accepted" if number == 1 else f"{number} findings accepted"):
        for at, one in enumerate(report.accepted):
            st.html(_told(one, place(one.finding)))
            acceptance, here = _behind(one, how)
            if acceptance:
                st.button(
                    "Take back", key=f"{key}:back{at}", type="tertiary",
                    on_click=safely(_take_back), args=(how, acceptance, here),
                )  # fmt: skip


def _told(one: Overruled, where: str) -> str:
    who = f"accepted by {one.by}" if one.by else "accepted by a comment in the text"
    until = f" until {one.until.isoformat()}" if one.until else ""
    place = f"{one.reference.path}:{one.reference.line}" if one.by and one.reference.path else ""
    quote = f"<q>{escape(' '.join(one.finding.quote.split()))}</q>" if one.finding.quote.strip() else ""
    said = " · ".join(escape(part) for part in (where, f"{who}{until}", place) if part)
    return (
        f'<div class="ck-find ck-accepted"><div class="top"><b>{escape(title_of(one.finding.check))}</b>'
        f"<span>{said}</span></div><p>{escape(one.reason or 'No reason was given.')}</p>{quote}</div>"
    )


def _behind(one: Overruled, how: Overruling) -> tuple[Acceptance | None, bool]:
    """The acceptance behind an overruled finding, and whether it is of this text alone."""
    if not one.by:
        return None, False
    quote = one.finding.quote.split()

    def same(other: Acceptance) -> bool:
        alike = other.check == one.finding.check and other.quote.split() == quote
        return alike and (other.by, other.reason) == (one.by, one.reason)

    if not one.reference.path:
        return next((other for other in how.held if same(other)), None), True
    standing = (other for other in how.guide.accepted if other.place.path == one.reference.path)
    return next((other for other in standing if other.place.line == one.reference.line), None), False


def _take_back(how: Overruling, one: Acceptance, here: bool) -> None:
    if here:
        how.undo(one)
        return
    try:
        take_back(how.guide, one)
    except GuideError as error:
        how.said(str(error))
        return
    how.said("Taken back: it counts again.")
