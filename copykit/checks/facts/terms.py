"""Facts of the checks of terms."""

from __future__ import annotations

from copykit.checks.facts.types import CheckFacts, Family
from copykit.findings import Area

__all__ = ["TERMS"]

TERMS = Family(
    title="Terms",
    about=(
        "Words are found in every inflected form, in American and British spelling and with a hyphen for a "
        "space; the longest match counts. Phrases under `unless` are left alone, and so is a word in one "
        "sentence with those under `near` (“deploy” beside “software”). Where a term is about the spelling "
        "itself (`avoid: [colour]`, `use: color`), only that spelling is meant. Code, addresses "
        "and merge tags are passed over. In quoted speech every severity falls to a suggestion, except in a "
        "call script, where the quotation marks hold your own words."
    ),
    checks=(
        CheckFacts(
            id="terms.avoid",
            title="Word to avoid",
            sees="a word to avoid that has a replacement",
            why="One word per idea: readers take a second word for a second thing.",
            severity="the term's",
            area=Area.CONSISTENCY,
            setting="`avoid`, `use`, `unless`, `near`, `inflect`, `case`, `severity` of a term",
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
            id="terms.near-name",
            title="Nearly our name",
            sees="a word one letter from the brand's or a product's name, or such a name in two words or run "
            "together",
            why="Who can't spell its own name is not believed in anything else.",
            severity="warning; suggestion in quoted speech",
            area=Area.CONSISTENCY,
            source="ours: names of five letters and more; words of CMU's dictionary are no slips",
            setting="`name` of the brand and of products",
            fix="writes the name; not safe for a slip of one letter, which may be another's name",
            hit="Ask Dewclw for help. (with `name: Dewclaw`)",
            miss="Ask Dewclaw for help.",
            any_language=True,
        ),
        CheckFacts(
            id="terms.trademark",
            title="Trademark sign",
            sees="a name without its sign where it first stands in a piece, or with it again later",
            why="The sign keeps the right to a name; once is enough, and more is noise.",
            severity="warning; suggestion for later signs",
            area=Area.CONSISTENCY,
            setting="`mark` of a term",
            fix="writes the sign, or takes it out",
            hit="Ask Tarn for help. (with `use: Tarn`, `mark: ®`)",
            miss="Ask Tarn® for help. Tarn knows.",
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
