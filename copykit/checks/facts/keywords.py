"""Facts of the checks of keywords."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["KEYWORDS"]

KEYWORDS = Family(
    title="Keywords",
    checks=(
        CheckFacts(
            id="keywords.missing",
            title="Keyword missing",
            sees="a keyword of the brief that stands nowhere, inflections, spellings and synonyms counted",
            why="Nobody finds a page by words that are not on it.",
            severity="warning for the main (first) keyword, else suggestion",
            area=Area.KEYWORDS,
            source="ours",
            setting="the brief's `keywords`; `clusters`",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.placement",
            title="Keyword's place",
            sees="the main keyword missing where readers and search engines look first",
            why="Title, opening and headings tell both what a page is about.",
            severity="suggestion for each place",
            area=Area.KEYWORDS,
            source="the places are those that YoastSEO looks at",
            setting="the brief's `keywords`",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.stuffing",
            title="Keyword too often",
            sees="a keyword too often for the length of the text",
            why="Readers hear the machine, and search engines call it spam.",
            severity="warning",
            area=Area.KEYWORDS,
            source=(
                "YoastSEO: up to 3.5 % where word forms count, from 100 words on; three times in a field of "
                "up to 40 words is ours"
            ),
            setting="the brief's `keywords`",
            any_language=True,
        ),
        CheckFacts(
            id="keywords.topic",
            title="Off topic",
            sees="the main keyword is not among what the text is about, by YAKE; in depth only",
            why="A page about something else does not answer the search.",
            severity="suggestion",
            area=Area.KEYWORDS,
            source=(
                "R. Campos and others, “YAKE!”, Information Sciences 509 (2020); its ten topics, from 200 "
                "words on, are ours"
            ),
            setting="the brief's `keywords`; `--deep`",
        ),
    ),
)
