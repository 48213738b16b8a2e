"""Facts of the checks of readability."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["READABILITY"]

READABILITY = Family(
    title="Readability",
    checks=(
        CheckFacts(
            id="readability.grade",
            title="Hard to read",
            sees="the reading grade, the median of the published formulas, above the channel's target",
            why="Readers who have to work for the sense leave, however good the sense is.",
            severity="warning; suggestion up to one grade over",
            area=Area.READABILITY,
            source="the guide; one grade is ours: the formulas differ by about as much among themselves",
            setting="`reading`: `grade`",
        ),
        CheckFacts(
            id="readability.long-sentence",
            title="Long sentence",
            sees="a sentence longer than the channel's target",
            why="A reader holds a sentence in mind until it ends.",
            severity="warning",
            area=Area.READABILITY,
            source="the guide; its default of 25 words is ours. YoastSEO wants at most 25 % over 20 words",
            setting="`reading`: `sentence_words`",
        ),
        CheckFacts(
            id="readability.passive",
            title="Passive voice",
            sees="a passive sentence",
            why="It hides who does what, and takes more words to do so.",
            severity="suggestion",
            area=Area.READABILITY,
            source="none: each may be right",
            hit="The schedule was changed by the manager.",
            miss="The manager is interested in the schedule.",
        ),
        CheckFacts(
            id="readability.passive-share",
            title="Much passive voice",
            sees="too many of them, from 5 sentences and 2 passives on",
            why="One passive is a choice, many are a habit.",
            severity="warning",
            area=Area.READABILITY,
            source=(
                "the guide; its default of 10 % is YoastSEO's “good” (15 % is its “fair”); 5 and 2 are ours"
            ),
            setting="`reading`: `passive_percent`",
        ),
    ),
)
