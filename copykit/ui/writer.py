"""Which writer is active, and a person's choice of another: the same on every page."""

from __future__ import annotations

import streamlit as st

from copykit.errors import CopykitError
from copykit.improve import Budget
from copykit.ui import state
from copykit.ui.components import in_short, plain
from copykit.ui.edge import note
from copykit.writers.choose import Choice

__all__ = ["budget", "first_versions", "pick_writer"]

MOST_ROUNDS = 9
MOST_FIRST_VERSIONS = 5


def budget() -> Budget:
    """What improving a draft may take, as the person set it."""
    return Budget(rounds=int(st.session_state.get("rounds", Budget.rounds)))


def first_versions() -> int:
    """How many first versions the checks choose from, as the person set it."""
    return int(st.session_state.get("best_of", 1))


def pick_writer() -> Choice | None:
    """Which writer is active, and why; a person may choose another."""
    state.kept("writer", "")
    state.kept("rounds", Budget.rounds)
    state.kept("best_of", 1)
    spec = str(st.session_state["writer"]).strip()
    choice: Choice | None = None
    problem: CopykitError | None = None
    try:
        choice = state.choice(spec)
    except CopykitError as error:
        problem = error
    name = choice.name if choice else spec
    with st.popover(plain(f"Writer: {in_short(name, 34)}")):
        st.text_input(
            "Model", key="writer", placeholder="provider:model, such as openai:gpt-5-mini",
            on_change=state.keep, args=("writer",),
        )  # fmt: skip
        note("Name any model, or write “offline”: that writer needs no model, no key and no network.")
        with st.container(horizontal=True, gap="small"):
            st.number_input(
                "Rounds", 0, MOST_ROUNDS, key="rounds", width=110, on_change=state.keep, args=("rounds",),
                help="How often a model may write anew what the checks found wrong.",
            )  # fmt: skip
            st.number_input(
                "First versions", 1, MOST_FIRST_VERSIONS, key="best_of", width=110, on_change=state.keep,
                args=("best_of",), help="How many are written; the checks choose the one to improve.",
            )  # fmt: skip
        note(
            "Left empty, COPYKIT_MODEL decides, and without it the offline writer. OPENAI_BASE_URL and the "
            "keys are read from the environment in which the app was started, and from its secrets.toml."
        )
    if problem:
        note(str(problem))
    elif choice:
        note(f"Active, since {choice.reason.partition(': ')[2]}.")
    return choice
