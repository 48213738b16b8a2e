"""The brief's form, built from a format: what its patterns and prompts ask for is asked of the person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from copykit.brief import Brief, with_settings
from copykit.formats import Format
from copykit.guide import Guide
from copykit.ui.components import plain
from copykit.ui.state import keep, kept

__all__ = ["brief_form", "example_settings", "in_words"]


class _Asked(NamedTuple):
    """A setting of the brief, the blank by which a format asks for it, and how it is asked (pixels)."""

    name: str
    blank: str
    label: str
    help: str = ""
    height: int = 0


_TEXTS: Sequence[_Asked] = (
    _Asked("topic", "topic", "Topic", "A phrase that fits a title."),
    _Asked("keywords", "keyword", "Keywords", "Search phrases, the main one first, divided by commas."),
    _Asked(
        "observation", "observation", "What did you notice about the reader?",
        "One or two sentences; the email opens with it.", 90,
    ),
    _Asked("recipient.first_name", "recipient", "Reader’s first name"),
    _Asked("recipient.company", "recipient", "Reader’s company"),
    _Asked("sender.first_name", "sender", "Your first name"),
    _Asked("sender.last_name", "sender", "Your last name"),
    _Asked("sender.title", "sender", "Your title"),
    _Asked(
        "source", "note", "Your notes",
        "What you know: bullets, paragraphs under ## headings, or an interview with Q: and A: lines.", 220,
    ),
)  # fmt: skip
_FACTS = _Asked(
    "facts", "", "Facts you vouch for", "A sentence each, one a line. Their numbers may then be used.", 90
)
_NOTES = _Asked("notes", "", "Anything else a model should know", "", 68)


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


def in_words(brief: Brief, guide: Guide) -> str:
    """A brief in a line: audience, product, goal, main keyword."""
    names = {one.id: one.name for one in guide.audiences} | {one.id: one.name for one in guide.products}
    parts = [names.get(brief.audience, ""), names.get(brief.product, ""), brief.goal, *brief.keywords[:1]]
    return " · ".join(part for part in parts if part) or "nothing filled in"


def brief_form(settings: dict[str, str], format: Format, guide: Guide, *, key: str) -> Brief:
    """Draws the form, keeps what is typed in the settings, and gives back the brief as it stands.

    Raises:
        BriefError: when a setting has a value that a brief can't hold.
    """
    asked = _wanted(format)

    def select(name: str, label: str, options: Mapping[str, str], help: str = "") -> None:
        widget = f"{key}:{name}"
        held = settings.get(name, "")
        kept(widget, held if held in options else "", options)
        chosen = st.selectbox(
            label, list(options), format_func=lambda id: options.get(id, id), key=widget, help=help or None,
            on_change=keep, args=(widget,),
        )  # fmt: skip
        settings[name] = chosen or ""

    def text(one: _Asked) -> None:
        widget = f"{key}:{one.name}"
        kept(widget, settings.get(one.name, ""))
        help = plain(one.help) if one.help else None
        if one.height:
            typed = st.text_area(
                one.label, key=widget, help=help, height=one.height, on_change=keep, args=(widget,)
            )
        else:
            typed = st.text_input(one.label, key=widget, help=help, on_change=keep, args=(widget,))
        settings[one.name] = typed or ""

    audiences = {"": "The first in the guide"} | {one.id: one.name for one in guide.audiences}
    select("audience", "Audience", audiences)
    if len([product for product in guide.products if product.kind != "plan"]) > 1:
        select("product", "Product", {"": "Any that fits"} | {one.id: one.name for one in guide.products})
    goals = {goal: goal.capitalize() for goal in sorted({ask.goal for ask in guide.asks})}
    select("goal", "Goal", {"": "As the guide says"} | goals, "What the reader should do in the end.")
    for one in _TEXTS:
        if one.blank in asked:
            text(one)
    with st.expander("More"):
        asks = {"": "Any for the goal"} | {ask.id: f"{ask.text} ({ask.goal})" for ask in guide.asks}
        select("ask", "Call to action", asks)
        select("offer", "Offer", {"": "Any that is current"} | {one.id: one.short for one in guide.offers})
        _messages(settings, guide, widget=f"{key}:messages")
        text(_Asked("region", "", "Region", f"Where it will be used; {guide.brand.region} when empty."))
        text(
            _Asked(
                "situation", "", "Situation", "Such as launch, outage or apology; empty for an ordinary day."
            )
        )
        text(_FACTS)
        text(_NOTES)
    brief = with_settings(
        Brief(), {name: text for name, text in settings.items() if text and name != "facts"}
    )
    # Facts are sentences, with commas in them: only a new line divides them.
    facts = [line.strip() for line in settings.get("facts", "").splitlines() if line.strip()]
    return brief.model_copy(update={"facts": facts})


def _messages(settings: dict[str, str], guide: Guide, *, widget: str) -> None:
    said = {message.id: message.text for message in guide.messages}
    kept(widget, [id for id in settings.get("messages", "").split(", ") if id in said])
    st.session_state[widget] = [id for id in st.session_state[widget] if id in said]
    chosen = st.multiselect(
        "Messages that must come across", list(said), format_func=lambda id: said.get(id, id), key=widget,
        on_change=keep, args=(widget,),
    )  # fmt: skip
    settings["messages"] = ", ".join(chosen)


def _wanted(format: Format) -> set[str]:
    """The blanks that a format's patterns use."""
    return {
        name
        for block in format.blocks
        for one in block.alternatives
        for made in one.values()
        for name in made.names
    }
