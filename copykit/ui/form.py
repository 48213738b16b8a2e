"""The brief's form, built from a format: what its patterns and prompts ask for is asked of the person."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from copykit.brief import Brief, with_settings
from copykit.formats import Format
from copykit.guide import Guide
from copykit.ui.state import WriteWork, keep, kept

__all__ = ["brief_form", "example_settings"]

# A setting of the brief, the blank that shows a format wants it, its label and help.
_TEXTS: Sequence[tuple[str, str, str, str, int]] = (
    ("topic", "topic", "Topic", "A phrase that fits a title.", 0),
    ("keywords", "keyword", "Keywords", "Search phrases, the main one first, divided by commas.", 0),
    ("observation", "observation", "What did you notice about the reader?", "One or two sentences; the email opens with it.", 90),
    ("recipient.first_name", "recipient", "Reader's first name", "", 0),
    ("recipient.company", "recipient", "Reader's company", "", 0),
    ("sender.first_name", "sender", "Your first name", "", 0),
    ("sender.last_name", "sender", "Your last name", "", 0),
    ("sender.title", "sender", "Your title", "", 0),
    ("source", "note", "Your notes", "Bullets, paragraphs under ## headings, or an interview with Q: and A: lines.", 220),
    ("facts", "fact", "Facts you vouch for", "A sentence each, one a line. Their numbers may then be used.", 68),
)  # fmt: skip
_LISTS = ("keywords", "facts", "messages")


def example_settings(brief: Brief) -> dict[str, str]:
    """A brief as the form's texts: groups by dotted names, lists by lines or commas."""
    found: dict[str, str] = {}
    for name, value in brief.model_dump().items():
        if isinstance(value, dict):
            found |= {f"{name}.{key}": str(text) for key, text in value.items() if text}
        elif isinstance(value, list):
            found[name] = ("\n" if name == "facts" else ", ").join(value)
        elif value:
            found[name] = str(value)
    return {name: text for name, text in found.items() if text}


def brief_form(work: WriteWork, format: Format, guide: Guide, *, key: str) -> Brief:
    """Draws the form and gives back the brief as it stands.

    Raises:
        BriefError: when a setting has a value that a brief can't hold.
    """
    names = _wanted(format)
    settings = work.brief

    def select(name: str, label: str, options: dict[str, str], help: str = "") -> None:
        widget = f"{key}:{name}"
        current = settings.get(name, "")
        kept(widget, current if current in options else "")
        if st.session_state[widget] not in options:
            st.session_state[widget] = ""
        chosen = st.selectbox(
            label, list(options), format_func=lambda id: options[id], key=widget, help=help or None,
            on_change=keep, args=(widget,),
        )  # fmt: skip
        settings[name] = chosen or ""

    def text(name: str, label: str, help: str, height: int) -> None:
        widget = f"{key}:{name}"
        kept(widget, settings.get(name, ""))
        draw = {"label": label, "key": widget, "help": help or None, "on_change": keep, "args": (widget,)}
        typed = st.text_area(**draw, height=height) if height else st.text_input(**draw)  # type: ignore[arg-type]
        settings[name] = typed or ""

    select(
        "audience", "Audience", {"": "The first in the guide"} | {one.id: one.name for one in guide.audiences}
    )
    sold = [product for product in guide.products if product.kind != "plan"]
    if len(sold) > 1:
        select("product", "Product", {"": "Any that fits"} | {one.id: one.name for one in guide.products})
    goals = {"": "As the guide says"} | {
        goal: goal.capitalize() for goal in sorted({ask.goal for ask in guide.asks})
    }
    select("goal", "Goal", goals, "What the reader should do in the end.")
    for name, blank, label, help, height in _TEXTS:
        if blank in names and name != "facts":
            text(name, label, help, height)
    with st.expander("More"):
        asks = {"": "Any for the goal"} | {ask.id: f"{ask.text} ({ask.goal})" for ask in guide.asks}
        select("ask", "Call to action", asks)
        select("offer", "Offer", {"": "Any that is current"} | {one.id: one.short for one in guide.offers})
        widget = f"{key}:messages"
        ids = [message.id for message in guide.messages]
        kept(widget, [id for id in settings.get("messages", "").split(", ") if id in ids])
        said = {message.id: message.text for message in guide.messages}
        chosen = st.multiselect(
            "Messages that must come across", ids, format_func=lambda id: said[id], key=widget,
            on_change=keep, args=(widget,),
        )  # fmt: skip
        settings["messages"] = ", ".join(chosen)
        text("region", "Region", f"Where it will be used; {guide.brand.region} when empty.", 0)
        text("situation", "Situation", "Such as launch, outage or apology; empty for an ordinary day.", 0)
        text(
            "facts", "Facts you vouch for", "A sentence each, one a line. Their numbers may then be used.", 68
        )
        text("notes", "Anything else a model should know", "", 68)
    return with_settings(Brief(), {name: value for name, value in settings.items() if value})


def _wanted(format: Format) -> set[str]:
    """The blanks that a format's patterns use."""
    return {
        name
        for block in format.blocks
        for one in block.alternatives
        for made in one.values()
        for name in made.names
    }
