"""House style and manner in words: what each setting asks of a writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copykit.guide.manner import Inclusive, Manner, Wording
from copykit.guide.style import Style
from copykit.wording import listed

__all__ = ["manners", "switches"]

# What a writer is told for each value of a switch; a list is put in place of {}.
_TOLD: Mapping[str, Mapping[object, str]] = {
    "headline_case": {
        "sentence": "Headings and headlines are in sentence case.",
        "title": "Headings and headlines are in title case.",
    },
    "heading_stops": {False: "A heading has no full stop and no colon at its end."},
    "serial_comma": {
        True: "A list of three has a comma before its last item.",
        False: "A list of three has no comma before its last item.",
    },
    "repeated_marks": {False: "Never double an exclamation or question mark."},
    "dashes": {
        "em": "A phrase is set off with an em dash without spaces.",
        "spaced em": "A phrase is set off with an em dash with a space on both sides.",
        "en": "A phrase is set off with an en dash without spaces.",
        "spaced en": "A phrase is set off with an en dash with a space on both sides.",
        "none": "Use no dashes to set off a phrase.",
    },
    "quotes": {"straight": "Quotation marks are straight.", "curly": "Quotation marks are curly (“ ”)."},
    "apostrophes": {"straight": "Apostrophes are straight (').", "curly": "Apostrophes are curly (’)."},
    "percent": {
        "sign": "Shares are written with the sign: 12%.",
        "percent": 'Shares in running text are written out: "12 percent".',
        "per cent": 'Shares in running text are written out: "12 per cent".',
    },
    "numbers": {
        "words to nine": "One to nine are words; 10 and more, units, money, ages and steps are figures.",
        "words to ten": "One to ten are words; 11 and more, units, money, ages and steps are figures.",
        "figures": "Numbers from 2 on are figures.",
    },
    "number_starts": {False: "No sentence begins with a figure."},
    "ordinals": {"words": "First to ninth are words.", "figures": 'Ordinals are figures: "3rd".'},
    "ranges": {
        "en dash": 'Ranges have an en dash: 10–15; after "from", they have "to".',
        "hyphen": 'Ranges have a hyphen: 10-15; after "from", they have "to".',
        "to": 'Ranges have "to": 10 to 15.',
    },
    "thousands": {
        "comma": "Thousands have a comma: 12,000.",
        "space": "Thousands have a narrow space: 12\u202f000.",
        "none": "Thousands have no sign between them: 12000.",
    },
    "dates": {
        "September 30, 2026": "Dates are written like September 30, 2026.",
        "Sept. 30, 2026": "Dates are written like Sept. 30, 2026; March to July stand in full.",
        "30 September 2026": "Dates are written like 30 September 2026.",
        "30 Sept 2026": "Dates are written like 30 Sept 2026; March to July stand in full.",
    },
    "date_ordinals": {
        False: "The day of a date has no ending: 30, not 30th.",
        True: "The day of a date has its ending: 30th.",
    },
    "zero_minutes": {False: "A full hour has no minutes.", True: "A full hour has its minutes: 9:00."},
    "money": {"symbol": "Money has its sign: $5.", "code": "Money has its code: USD 5."},
    "money_zeros": {False: "A whole amount has no zeros: $5.", True: "A whole amount has its zeros: $5.00."},
    "ampersands": {False: 'Write "and", not "&" or "+", but in names.'},
    "slashes": {False: 'Write no "and/or" and no two words with a slash between them.'},
    "ellipses": {
        "character": "An ellipsis is one character: …",
        "dots": "An ellipsis is three dots: ...",
        "none": "Use no ellipses.",
    },
    "all_caps": {False: "Write no words in capitals for stress."},
    "contractions": {
        "prefer": "Use contractions: don't, you'll, it's.",
        "avoid": "Use no contractions: do not, you will, it is.",
    },
    "list_stops": {
        "none": "List items have no full stop.",
        "sentences": "List items that are sentences end with a full stop, phrases don't.",
        "all": "List items end with a full stop.",
    },
    "double_spaces": {False: "One space between sentences."},
    "vague_links": {False: 'A link\'s text names where it leads: no "click here", no "read more".'},
    "latin": {False: 'Write "for example", "that is" and "and so on", not "e.g.", "i.e." and "etc."'},
    "verbs": {"ise": "Verbs end in -ise: organise.", "ize": "Verbs end in -ize: organize."},
}
_LISTS: Mapping[str, str] = {
    "time_zones": "Time zones are called {}.",
    "phones": "Telephone numbers are written like {}.",
    "acronyms": "These may stand in capitals: {}.",
    "emoji_allowed": "The only emoji that may stand: {}.",
    "hyphenation": "Spell these compounds so: {}.",
}


def switches(style: Style) -> Iterator[str]:
    """What the decided switches ask of a writer, a sentence each; nothing for those that are undecided."""
    for name in type(style).model_fields:
        value = getattr(style, name)
        if value in (None, []) or name == "place":
            continue
        if name == "exclamation_marks":
            yield _most(value, "exclamation mark", "exclamation marks")
        elif name == "emoji":
            yield _most(value, "emoji", "emoji")
        elif name == "times":
            yield f"Times are written like {value}."
        elif name in _LISTS:
            yield _LISTS[name].format(", ".join(value))
        elif value in _TOLD[name]:
            yield _TOLD[name][value]


def _most(value: int, one: str, many: str) -> str:
    if not value:
        return f"No {many}."
    return f"At most {value} {one if value == 1 else many} in the whole piece."


# What each area of inclusive language asks of a writer.
_AREAS: Mapping[str, str] = {
    "gender": "words that suppose a gender",
    "ability": "disabilities as figures of speech",
    "age": "words that belittle an age",
    "culture": "words taken from a people or a faith as figures of speech",
    "violence": "violence as a figure of speech",
}
_FORMALITY: Mapping[str, str] = {
    "casual": "Write as you would talk to somebody you know.",
    "plain": "Write plainly: no slang, and no heavy words where short ones do.",
    "formal": "Write formally: no slang.",
}


def manners(manner: Manner, inclusive: Inclusive, wording: Wording) -> Iterator[str]:
    """What the settings of voice, inclusive language and wording ask of a writer, a sentence each."""
    if manner.first_person:
        yield f'The brand calls itself "{manner.first_person}".'
    if manner.we_per_you:
        yield f'For each "you" there are at most {manner.we_per_you:g} "we" or "our".'
    if manner.formality:
        yield _FORMALITY[manner.formality]
    yield f'At most {manner.hedges:g} words in a hundred hedge ("perhaps", "somewhat").'
    if manner.cliches != "off":
        yield "No worn or machine-sounding phrases."
    if manner.intensifiers != "off":
        yield 'No "very", "truly" or the like.'
    if manner.swap_test != "off":
        yield "No sentence would be just as true with a rival's name in it."
    if manner.like_samples:
        yield "Sentences are about as long as in the samples."
    shunned = [area for name, area in _AREAS.items() if getattr(inclusive, name) != "off"]
    if shunned:
        yield f"Leave out {listed(shunned)}."
    yield f"A paragraph has at most {wording.paragraph_words} words, a section {wording.section_words}."
    yield f"Never begin {wording.same_openings} sentences in a row with the same word."
    yield f"Never put {wording.stacked_nouns} nouns in a row."
    if wording.acronyms:
        yield f"These acronyms need no explanation: {', '.join(wording.acronyms)}. Explain any other once."
    fine = [*manner.allow, *inclusive.allow, *wording.allow]
    if fine:
        yield f"These words are fine here: {', '.join(fine)}."
