"""Facts of the checks of inclusive language."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["INCLUSIVE"]

INCLUSIVE = Family(
    title="Inclusive language",
    about=(
        "More than 900 words and phrases of our own list, each with a reason and what to write "
        "instead. Many are fine beside certain words (“ballpark”, “lame duck”, “George Foreman”) and "
        "as names; in quoted speech every severity falls by one, so that a suggestion falls away. How "
        "grave each area is, is the guide's to choose: `off`, `suggestion`, `warning` or `error`."
    ),
    checks=(
        CheckFacts(
            id="inclusive.gender",
            title="Gendered word",
            sees="a word that names one gender where all are meant, “he” for anybody at all, or what hurts",
            why="Whoever is not named reads that somebody else is meant.",
            severity="the guide's to choose; suggestion",
            area=Area.CONSISTENCY,
            source="none: each entry of our list counts",
            setting="`inclusive`: `gender`, `allow`",
            fix="writes the alternative where it is sure to fit",
            hit="The chairman called.",
            miss="The Master's degree hangs there.",
        ),
        CheckFacts(
            id="inclusive.ability",
            title="Ability",
            sees="an illness or a disability as a figure of speech, or people told by what they lack",
            why="A reader who has it reads that it is a fault.",
            severity="the guide's to choose; suggestion",
            area=Area.CONSISTENCY,
            source="none: each entry of our list counts",
            setting="`inclusive`: `ability`, `allow`",
            fix="writes the alternative where it is sure to fit",
            hit="A crazy week.",
            miss="A blind hem.",
        ),
        CheckFacts(
            id="inclusive.age",
            title="Age",
            sees="people put into a group, or made fun of, by their age",
            why="Nobody feels as old as the word.",
            severity="the guide's to choose; suggestion",
            area=Area.CONSISTENCY,
            source="none: each entry of our list counts",
            setting="`inclusive`: `age`, `allow`",
            fix="writes the alternative where it is sure to fit",
            hit="It is built for the elderly.",
            miss="It is built for older dogs.",
        ),
        CheckFacts(
            id="inclusive.culture",
            title="Culture",
            sees=(
                "words that come from slavery, slurs or the borrowing of a people's things, or that put "
                "people below others"
            ),
            why="It hurts those whose history it is, and others notice.",
            severity="the guide's to choose; suggestion",
            area=Area.CONSISTENCY,
            source="none: each entry of our list counts",
            setting="`inclusive`: `culture`, `allow`",
            fix="writes the alternative where it is sure to fit",
            hit="Put it on the blacklist.",
            miss="A black list on white paper.",
        ),
        CheckFacts(
            id="inclusive.violence",
            title="Image of violence",
            sees="war, guns and killing as images of work",
            why="Readers who have seen the thing do not take it as an image.",
            severity="the guide's to choose; suggestion",
            area=Area.CONSISTENCY,
            source="none: each entry of our list counts",
            setting="`inclusive`: `violence`, `allow`",
            fix="writes the alternative where it is sure to fit",
            hit="Let's crush the competition.",
            miss="Crush the garlic.",
        ),
    ),
)
