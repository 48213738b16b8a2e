"""Facts of what is told of a document as a file: its language, and the comments that overrule findings."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["DOCUMENTS"]

DOCUMENTS = Family(
    title="Language and comments",
    checks=(
        CheckFacts(
            id="document.language",
            title="Not English",
            sees="a text, or a part of one, in another language; what means nothing there is not checked",
            why="A clean report about a text that nobody could check would be a lie.",
            severity="suggestion; not scored",
            area=Area.FORMAT,
            source=(
                "ours: three of its words, a seventh of them all and half as many again as are English are "
                "among the commonest of that language, in a block of six words or more"
            ),
            setting="`checks.yaml` turns it off",
            hit="Wir freuen uns, dass Sie sich für unser neues Produkt entschieden haben.",
            miss="We are glad that you chose our new product.",
            any_language=True,
        ),
        CheckFacts(
            id="document.ignore-reason",
            title="Comment without a reason",
            sees="a comment that overrules findings and does not say why",
            why="Whoever reads it next can't tell whether it still holds.",
            severity="suggestion; not scored",
            area=Area.FORMAT,
            hit="<!-- copykit-ignore terms.avoid --> before “We utilize tea.”",
            miss="<!-- copykit-ignore terms.avoid: quoted from the law --> before it",
            any_language=True,
        ),
        CheckFacts(
            id="document.ignore-unknown",
            title="Comment of no check",
            sees="such a comment that names no check, or one that there is none of",
            why="It does nothing, and looks as if it did.",
            severity="suggestion; not scored",
            area=Area.FORMAT,
            hit="<!-- copykit-ignore terms.avoyd: quoted from the law -->",
            any_language=True,
        ),
        CheckFacts(
            id="document.ignore-unused",
            title="Comment without a finding",
            sees="such a comment that covers no finding any more",
            why="It would hide the next one.",
            severity="suggestion; not scored",
            area=Area.FORMAT,
            any_language=True,
        ),
    ),
)
