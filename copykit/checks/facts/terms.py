"""Facts of the checks of terms."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["TERMS"]

TERMS = Family(
    title="Terms",
    about=(
        "Words are found in every inflected form, the longest match counts, and phrases under `unless` are "
        "left alone. Code, addresses and merge tags are passed over. In quoted speech every severity falls "
        "to a suggestion, except in a call script, where the quotation marks hold your own words."
    ),
    checks=(
        CheckFacts(
            id="terms.avoid",
            title="Word to avoid",
            sees="a word to avoid that has a replacement",
            why="One word per idea: readers take a second word for a second thing.",
            severity="the term's",
            area=Area.CONSISTENCY,
            setting="`avoid`, `use`, `unless`, `inflect`, `case`, `severity` of a term",
            fix="writes the replacement in the same case and form (logs in → signs in)",
            hit="Log in to see the week. (with `avoid: [log in]`, `use: sign in`)",
            miss="Sign in to see the week.",
            any_language=True,
        ),
        CheckFacts(
            id="terms.banned",
            title="Banned word",
            sees="a word to avoid that has no replacement",
            why="The guide says why; the sentence has to be written another way.",
            severity="the term's",
            area=Area.CONSISTENCY,
            setting="`avoid` without `use`",
            hit="A revolutionary planner. (with `avoid: [revolutionary]`)",
            miss="A planner for the week.",
            any_language=True,
        ),
        CheckFacts(
            id="terms.old-name",
            title="Old name",
            sees="a name that something had until a day; “formerly …” is fine",
            why="An old name sends readers looking for a thing that is called otherwise now.",
            severity="the term's",
            area=Area.CONSISTENCY,
            setting="`was` of a term",
            fix="writes the name of today",
            any_language=True,
        ),
        CheckFacts(
            id="terms.spelling",
            title="Brand spelling",
            sees="a fixed spelling, or the brand's or a product's name, in another case",
            why="A name that is written in two ways looks like two things, and like carelessness.",
            severity="the term's; warning for names",
            area=Area.CONSISTENCY,
            setting="`use` without `avoid`; `name`",
            fix="writes it as the guide does",
            any_language=True,
        ),
        CheckFacts(
            id="terms.audience",
            title="Not this audience's word",
            sees="a word that puts off the audience that the brief names",
            why="The guide has it from these readers themselves.",
            severity="suggestion",
            area=Area.CONSISTENCY,
            setting="an audience's `avoid`",
            any_language=True,
        ),
    ),
)
