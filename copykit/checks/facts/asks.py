"""Facts of the checks of asks."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["ASKS"]

ASKS = Family(
    title="Asks",
    about="""\
Counted in emails, pages and ads. An ask is a line of the guide's asks, a link to one of their
addresses, or an imperative or question of the same kind ("Book a call", "Do you have 15 minutes?").
"Just reply" and a word of interest before the ask are not counted.""",
    checks=(
        CheckFacts(
            id="asks.more-than-one",
            title="More than one ask",
            sees="a second ask of another kind",
            why="Who is asked for two things does neither.",
            severity="error in an email, warning else",
            area=Area.CONSISTENCY,
            setting="`asks`; the brief's `goal` or `ask` says which one stays",
            hit="Book a demo. Or start your free trial today.",
            miss="Worth a look? Book a demo.",
        ),
        CheckFacts(
            id="asks.other-goal",
            title="Asks for something else",
            sees="an ask that serves another goal than the brief's",
            why="It leads readers away from what the piece is for.",
            severity="warning; error in a model's drafts",
            area=Area.CONSISTENCY,
            setting="the brief's `goal` or `ask`",
        ),
        CheckFacts(
            id="asks.unapproved",
            title="Not one of your asks",
            sees=(
                "in a draft that a model wrote: a button that the guide does not have, or a request for what"
                " is private, such as a password"
            ),
            why="What readers are asked to do is yours to decide, and nobody else's.",
            severity="error, in a model's drafts only",
            area=Area.CONSISTENCY,
            setting="`asks`",
            hit="Send us your password.",
        ),
        CheckFacts(
            id="asks.missing",
            title="No call to action",
            sees="no ask for the brief's goal, in an email, a page or calls to action",
            why="Readers who are convinced must know what to do next.",
            severity="warning",
            area=Area.CONSISTENCY,
            setting="the brief's `goal` or `ask`",
        ),
    ),
)
