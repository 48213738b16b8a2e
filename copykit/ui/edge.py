"""The outermost edge of the app: faults are told in a sentence, and boxes tell how things stand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import wraps
from html import escape
from typing import ParamSpec

import streamlit as st

from copykit.errors import CopykitError
from copykit.ui import state
from copykit.ui.sheet import asset

__all__ = ["guarded", "note", "problem_box", "safely", "state_box"]

_MISHAP = (
    "That did not work, and the fault is ours. Your brief and your texts are kept: reload the page to go on. "
    "What happened is told in the window where copykit runs."
)

_log = logging.getLogger(__name__)
_P = ParamSpec("_P")


def guarded(draw: Callable[[], None]) -> Callable[[], None]:
    """A page that tells a fault of ours in a sentence instead of a traceback; the details go to the log."""

    @wraps(draw)
    def page() -> None:
        state.begin_run()
        st.html(f"<style>{asset('page.css')}</style>")
        if said := st.session_state.pop("mishap", ""):
            state_box("blocked", said)
        try:
            draw()
        except Exception:
            _log.exception("the page could not be drawn")
            state_box("blocked", _MISHAP)

    return page


def safely(action: Callable[_P, None]) -> Callable[_P, None]:
    """The same for what a button or a box calls."""

    @wraps(action)
    def done(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            action(*args, **kwargs)
        except CopykitError as error:
            st.session_state["mishap"] = str(error)
        except Exception:
            _log.exception("an action failed")
            st.session_state["mishap"] = _MISHAP

    return done


def note(text: str, *, lead: str = "") -> None:
    """A quiet line of text."""
    st.html(f'<div class="ck-note">{f"<b>{escape(lead)}</b> " if lead else ""}{escape(text)}</div>')


def state_box(kind: str, title: str, reasons: Sequence[str] = (), *, small: str = "") -> None:
    """How a piece stands: `ready`, `blocked` or `going`, with the reasons."""
    listed = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    st.html(
        f'<div class="ck-state {kind}" role="status"><b>{escape(title)}</b>'
        f"{f' <small>{escape(small)}</small>' if small else ''}{f'<ul>{listed}</ul>' if listed else ''}</div>"
    )


def problem_box(error: CopykitError, title: str = "") -> None:
    """An error as what it says, where it stands, and what to do."""
    told = [str(problem) for problem in error.problems[:12]]
    more = len(error.problems) - len(told)
    told += [f"and {more} more"] if more > 0 else []
    if len(told) == 1 and not title:
        state_box("blocked", told[0])
    else:
        state_box("blocked", title or "This needs mending:", told)
