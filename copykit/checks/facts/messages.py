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
                "words, with its number if it has one and undenied, in two sentences side by side"
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
            sees=(
                "a line that must stand word for word; a disclaimer only where one of its words stands, or"
                " one of its claims or offers is made"
            ),
            why="The law, or a partner, wants it there.",
            severity="error in own copy, warning in brought; not scored",
            area=Area.FORMAT,
            setting="`legal` with `channels` and `regions`, `words`, `claims`, `offers`",
            any_language=True,
        ),
        CheckFacts(
            id="messages.competitor",
            title="Competitor named",
            sees=(
                "a competitor's name, by a policy of `never`; by `claim`, in a sentence that states no"
                " approved claim which names it"
            ),
            why="Naming a rival advertises it, and a comparison without proof is a case for its lawyers.",
            severity="error in own copy, warning in brought",
            area=Area.CONSISTENCY,
            setting="`competitors` in `messages.yaml`: `name`, `aliases`, `policy`",
            any_language=True,
        ),
        CheckFacts(
            id="messages.untold",
            title="Said of you in words that the guide lacks",
            sees=(
                "in a draft that a model wrote: a word in what it says of you, of what you sell or of what"
                " one gets from you, that neither guide nor brief uses"
            ),
            why="Whether your boxes fit a lunchbox, only you can know.",
            severity="suggestion, in a model's drafts only",
            area=Area.CONSISTENCY,
            source="ours: by the words of guide and brief, so that plain new words are told, too",
            setting="all texts of the guide; the brief's `facts` and `source`",
            hit="It prints wristbands for patients who stay.",
            miss="You find out before Monday does.",
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
        CheckFacts(
            id="boilerplate.misquoted",
            title="Boilerplate misquoted",
            sees="a sentence that is nearly one of the boilerplate's (85 % of its words in order)",
            why="Whoever copies it out changes it a little, until there are ten of them.",
            severity="warning",
            area=Area.CONSISTENCY,
            source="ours: 85 % tells two slips in sixteen words from another sentence",
            setting="`boilerplate`",
            fix="writes the boilerplate's sentence",
            any_language=True,
        ),
    ),
)
