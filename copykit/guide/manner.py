"""Settings that say how the checks of voice, inclusive language and wording are to judge a brand's copy."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from copykit.guide.parts import Part, Text

__all__ = ["Inclusive", "Level", "Manner", "Wording"]

Level = Literal["off", "suggestion", "warning", "error"]


class Manner(Part):
    """What of the voice can be measured."""

    first_person: Literal["we", "I"] | None = None  # what the brand calls itself outside emails and calls
    we_per_you: Annotated[float, Field(gt=0)] | None = None  # at most so many "we" and "our" for each "you"
    formality: Literal["casual", "plain", "formal"] | None = None  # formal: no slang, heavy words may stand
    hedges: Annotated[float, Field(ge=0)] = 2  # words like "perhaps" in a hundred, at most
    cliches: Level = "suggestion"  # worn and machine-sounding phrases
    intensifiers: Level = "suggestion"  # "very", "truly"
    swap_test: Level = "suggestion"  # sentences that would be just as true of a rival
    like_samples: bool = True  # whether sentence length and vocabulary are held against the samples
    allow: list[Text] = []  # words that are fine here: "unlock" for a maker of locks


class Inclusive(Part):
    """How grave each area of inclusive language is."""

    gender: Level = "suggestion"
    ability: Level = "suggestion"
    age: Level = "suggestion"
    culture: Level = "suggestion"
    violence: Level = "suggestion"
    allow: list[Text] = []  # words that are fine here: "blind" for a maker of blinds


class Wording(Part):
    """Limits of paragraphs, sections and phrases."""

    paragraph_words: Annotated[int, Field(ge=20)] = 150  # the longest paragraph
    section_words: Annotated[int, Field(ge=50)] = 300  # the longest stretch without a heading
    same_openings: Annotated[int, Field(ge=2)] = 3  # so many sentences in a row with one first word are told
    stacked_nouns: Annotated[int, Field(ge=3)] = 4  # so many nouns in a row are told
    acronyms: list[Text] = []  # acronyms that the readers know: "VAT"
    allow: list[Text] = []  # phrases that are fine here though a shorter one exists
