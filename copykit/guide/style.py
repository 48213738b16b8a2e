"""The switches of house style: each one undecided until the brand decides it, and then checked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from copykit.guide.parts import Part, Text

__all__ = ["Style"]

Case = Literal["sentence", "title"]
Dashes = Literal["em", "spaced em", "en", "spaced en", "none"]
Marks = Literal["straight", "curly"]
Percent = Literal["sign", "percent", "per cent"]
Numbers = Literal["words to nine", "words to ten", "figures"]
Forms = Literal["words", "figures"]
Ranges = Literal["en dash", "hyphen", "to"]
Thousands = Literal["comma", "space", "none"]
Dates = Literal["September 30, 2026", "Sept. 30, 2026", "30 September 2026", "30 Sept 2026"]
Times = Literal["9 a.m.", "9 am", "9am", "9 AM", "9AM", "09:00"]
Money = Literal["symbol", "code"]
Ellipses = Literal["character", "dots", "none"]
Contractions = Literal["prefer", "avoid"]
Stops = Literal["none", "sentences", "all"]
Verbs = Literal["ise", "ize"]
Count = Annotated[int, Field(ge=0)]


class Style(Part):
    """Switches of house style. One that is left out is not decided, and nothing is said about it."""

    headline_case: Case | None = None  # "sentence": Like this; "title": Like This
    heading_stops: bool | None = None  # false: no full stop or colon at the end of a heading
    serial_comma: bool | None = None  # true: a, b, and c; false: a, b and c
    exclamation_marks: Count | None = None  # how many one piece may have
    repeated_marks: bool | None = None  # false: no "!!", "??" or "?!"
    dashes: Dashes | None = None  # how a phrase is set off: "em" a—b, "spaced em" a — b, and so on
    quotes: Marks | None = None  # quotation marks: "curly" or "straight"
    apostrophes: Marks | None = None  # apostrophes: "curly" or "straight"
    percent: Percent | None = None  # "sign" 12%, "percent" 12 percent, "per cent" 12 per cent
    numbers: Numbers | None = None  # whole numbers in running text; "figures" is from 2 on
    number_starts: bool | None = None  # false: no sentence begins with a figure
    ordinals: Forms | None = None  # first to ninth: "words" third, "figures" 3rd
    ranges: Ranges | None = None  # between figures: "en dash" 10–15, "hyphen" 10-15, "to" 10 to 15
    thousands: Thousands | None = None  # "comma" 12,000, "space" 12 000, "none" 12000
    dates: Dates | None = None  # order, comma and months, by example; all-figure dates are told, too
    date_ordinals: bool | None = None  # false: "30 September", not "30th September"
    times: Times | None = None  # times of day, by example
    zero_minutes: bool | None = None  # false: "9 a.m.", not "9:00 a.m."; true: the other way round
    time_zones: list[Text] = []  # the names of time zones that may follow a time: [ET, PT]; empty: any
    money: Money | None = None  # "symbol" $5, "code" USD 5
    money_zeros: bool | None = None  # false: "$5", not "$5.00"; true: the other way round
    phones: list[Text] = []  # telephone numbers as we write them, by example: ["555-010-0199"]; empty: any
    ampersands: bool | None = None  # false: "and", not "&" or "+", but in names
    slashes: bool | None = None  # false: no "and/or", "his/her", "state/local"
    ellipses: Ellipses | None = None  # "character" …, "dots" ..., "none"
    all_caps: bool | None = None  # false: no words in capitals, but acronyms
    acronyms: list[Text] = []  # words in capitals that are no shouting: [VAT, NASA]
    emoji: Count | None = None  # how many one piece may have; 0 for none
    emoji_allowed: list[Text] = []  # the only emoji that may stand; empty: any
    contractions: Contractions | None = None  # "prefer" don't, "avoid" do not
    list_stops: Stops | None = None  # a full stop after list items: "none", "sentences" (not phrases), "all"
    double_spaces: bool | None = None  # false: one space between sentences and words
    vague_links: bool | None = None  # false: no "click here", "read more" or bare address as a link's text
    latin: bool | None = None  # false: "for example", "that is", "and so on", not "e.g.", "i.e.", "etc."
    verbs: Verbs | None = None  # in British English: "ise" organise, "ize" organize; undecided: either
    hyphenation: list[Text] = []  # compounds as we write them: [sign-up, homepage, Wi-Fi]
