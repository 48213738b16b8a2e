"""Facts of the checks of wording."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["WORDING"]

WORDING = Family(
    title="Wording",
    about=(
        "These count for readability. Phrases of the guide's own (names, search phrases, terms, "
        "`allow`) are left alone, and so is quoted speech."
    ),
    checks=(
        CheckFacts(
            id="readability.wordy",
            title="Wordy phrase",
            sees="a roundabout phrase or a heavy word that has a short form",
            why="Each word that says nothing hides one that does.",
            severity="suggestion",
            area=Area.READABILITY,
            source="none: each entry of our list counts",
            setting="`wording`: `allow`; `manner`: `formality: formal` lets heavy words stand",
            fix="writes the short form where it is sure to fit",
            hit="Call us in order to book.",
            miss="The shelves are in order.",
        ),
        CheckFacts(
            id="readability.nominalisation",
            title="Hidden verb",
            sees="a weak verb with the noun of a strong one: “make a decision”",
            why="The verb is what moves a sentence.",
            severity="suggestion",
            area=Area.READABILITY,
            source="none: each entry of our list counts",
            setting="`wording`: `allow`",
            hit="We make a decision on Friday.",
            miss="We decide on Friday.",
        ),
        CheckFacts(
            id="readability.noun-stack",
            title="Stacked nouns",
            sees="four nouns or more in a row",
            why="The reader has to guess which belongs to which.",
            severity="suggestion",
            area=Area.READABILITY,
            source="four: ours; a name or a search phrase of the guide is none",
            setting="`wording`: `stacked_nouns`",
            hit="The customer data privacy policy team met.",
            miss="The team for data privacy met.",
        ),
        CheckFacts(
            id="readability.acronym",
            title="Unknown acronym",
            sees="an acronym that is not spelled out where it first stands, and is no everyday one",
            why="Who does not know it stops reading there.",
            severity="suggestion",
            area=Area.READABILITY,
            source="none: each counts once",
            setting="`wording`: `acronyms`; names, terms and search phrases of the guide are known",
            hit="Ask your QCP about it.",
            miss="The quality control point (QCP) is new.",
        ),
        CheckFacts(
            id="readability.same-openings",
            title="Same openings",
            sees="sentences of a paragraph in a row that begin with the same word",
            why="It reads like a list that nobody made one.",
            severity="suggestion",
            area=Area.READABILITY,
            source=(
                "3 in a row: the YoastSEO repository, read 2026-11-23; runs of fewer than five words a "
                "sentence are figures of speech (ours)"
            ),
            setting="`wording`: `same_openings`",
        ),
        CheckFacts(
            id="readability.monotone",
            title="Monotone rhythm",
            sees="five sentences of a paragraph in a row within two words of one length",
            why="Even lengths put readers to sleep.",
            severity="suggestion",
            area=Area.READABILITY,
            source="ours",
        ),
        CheckFacts(
            id="readability.long-paragraph",
            title="Long paragraph",
            sees="a paragraph longer than the guide allows",
            why="A wall of text is skipped.",
            severity="suggestion",
            area=Area.READABILITY,
            source="150 words: the YoastSEO repository, read 2026-11-23",
            setting="`wording`: `paragraph_words`",
        ),
        CheckFacts(
            id="readability.long-section",
            title="Section without heading",
            sees="a long stretch without a heading",
            why="Who skims goes by headings.",
            severity="suggestion",
            area=Area.READABILITY,
            source="300 words: the YoastSEO repository, read 2026-11-23",
            setting="`wording`: `section_words`",
        ),
    ),
)
