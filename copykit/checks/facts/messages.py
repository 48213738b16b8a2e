"""Facts of the checks of messages, law and the brand's own lines."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["MESSAGES"]

MESSAGES = Family(
    title="Messages, law, lines of our own",
    checks=(
        CheckFacts(
            id="messages.required",
            title="Message missing",
            sees=(
                "a message that does not come across: neither one of its texts nor two thirds of its content "
                "words in two sentences side by side"
            ),
            why="A piece that does not say what it was written for is a piece too many.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="ours: two thirds, set on the golden cases",
            setting="a message's `required_in`; the brief's `messages`",
        ),
        CheckFacts(
            id="legal.missing",
            title="Legal line missing",
            sees="a line that must stand word for word",
            why="The law, or a partner, wants it there.",
            severity="error in own copy, warning in brought; not scored",
            area=Area.FORMAT,
            setting="`legal` with `channels` and `regions`",
            any_language=True,
        ),
        CheckFacts(
            id="wordplay.misplaced",
            title="Wordplay out of place",
            sees="a playful line in a situation or a channel that it is not for",
            why="A pun in an apology makes it worse.",
            severity="error in a situation, warning on a channel",
            area=Area.CONSISTENCY,
            setting="`not_in`, `channels` of `wordplay`",
            any_language=True,
        ),
        CheckFacts(
            id="tagline.misquoted",
            title="Tagline misquoted",
            sees="a line that is nearly the tagline (80 % of its letters in order)",
            why="A tagline works by being the same everywhere.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="ours: 80 % tells a slip from another sentence",
            setting="`tagline`",
            fix="writes the tagline",
            any_language=True,
        ),
    ),
)
