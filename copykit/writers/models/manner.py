"""How a piece has to sound and be built, as lines of a prompt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from copykit.formats import Rule, WordRange
from copykit.guide.switches import manners, switches
from copykit.guide.types import Brand, Pain, Reading, Sample, Term, Trait, Wordplay
from copykit.wording import listed
from copykit.writers.models.bullets import bullets, in_brackets, listed_quotes

__all__ = [
    "angle",
    "never",
    "reading_level",
    "rules",
    "samples",
    "style",
    "terms",
    "traits",
    "word_range",
    "wordplay",
]

_LANGUAGES = {"en-US": "American English", "en-GB": "British English"}


def traits(voice: Iterable[Trait]) -> str:
    """The traits of the voice, each with a line that has it and one that does not."""
    return "\n".join(
        f"- {trait.name}: {trait.do} {trait.dont}\n"
        f'  Like this: "{trait.example}"\n'
        f'  Not like this: "{trait.counterexample}"'
        for trait in voice
    )


def style(brand: Brand, channel: str) -> str:
    """The house style as rules."""
    told = [
        f"Write {_LANGUAGES[brand.language]}: its spelling, its idiom.",
        *switches(brand.style),
        *manners(brand.manner, brand.inclusive, brand.wording),
        f"Money is in {brand.currency}.",
    ]
    if channel == "email":
        greeting, signoff = brand.email.greeting, brand.email.signoff
        told.append(f'The greeting is "{greeting}" and the reader\'s first name, then a comma.')
        told.append(f'The sign-off is "{signoff}" and, on the next line, the sender\'s first name.')
    return bullets(told)


def reading_level(reading: Reading) -> str:
    """A reading target in words."""
    grade = f"{reading.grade:g}"
    return (
        f"A reader with {grade} years of school understands it at first sight (US grade {grade} or below). "
        f"No sentence has more than {reading.sentence_words} words; most have about "
        f"{max(8, round(reading.sentence_words * 0.55))}. "
        f"At most {reading.passive_percent:g} % of the sentences are in the passive voice."
    )


# How a term's gravity is told, the hard ones first.
_STRENGTHS = {"error": "Never", "warning": "Don't write", "suggestion": "Rather not"}


def terms(all_terms: Sequence[Term], today: date) -> str:
    """The words to avoid, by how grave each is, and the spellings to keep.

    Their reasons are for people: they stand in the findings.
    """
    told = []
    for severity, title in _STRENGTHS.items():
        avoided = [_avoided(term) for term in all_terms if term.avoid and term.severity == severity]
        if avoided:
            told.append(f"{title}, in any form (→ what to write instead):\n{bullets(avoided)}")
    spelled = [
        _spelled(term, today) for term in all_terms if term.use and (term.was or term.mark or not term.avoid)
    ]
    if spelled:
        told.append(f"Exactly so: {'; '.join(spelled)}.")
    return "\n\n".join(told)


def never(all_terms: Iterable[Term]) -> str:
    """The words that break a hard rule."""
    return bullets(_avoided(term) for term in all_terms if term.avoid and term.severity == "error")


def _avoided(term: Term) -> str:
    said = ", ".join(term.avoid)
    exact = [
        *(["in this form only"] if not term.inflect else []),
        *(["in these capitals"] if term.case else []),
    ]
    if term.unless:
        exact.append(f"fine: {', '.join(term.unless)}")
    if term.near:
        exact.append(f"fine beside {', '.join(term.near)}")
    instead = f" → {term.use}" if term.use else ""
    return f"{said}{instead}{in_brackets(exact)}"


def _spelled(term: Term, today: date) -> str:
    told = [
        f'{"was" if old.until < today else "is"} "{old.name}" until {old.until.isoformat()}'
        for old in term.was
    ]
    if term.mark:
        told.append(f'"{term.use}{term.mark}" where it first stands')
    if term.unless and not term.avoid:
        told.append(f"but {', '.join(term.unless)}")
    return f"{term.use}{in_brackets(told)}"


def wordplay(plays: Iterable[Wordplay]) -> str:
    """Playful lines of the brand's own."""
    return listed_quotes(play.text for play in plays)


def samples(several: Iterable[Sample]) -> str:
    """Approved copy, each piece with what is good about it."""
    return "\n\n".join(
        f"Sample {number} ({_kind(sample)}). Good about it: {sample.why}\n<sample>\n{sample.text}\n</sample>"
        for number, sample in enumerate(several, 1)
    )


def _kind(sample: Sample) -> str:
    return ", ".join(filter(None, [sample.format, sample.channel, sample.situation]))


# What the mark after a move means; see Field.structures.
_MOVES = {"?": "{} (if it helps)", "*": "{} (one part for each point of the source)"}


def angle(pain: Pain | None, structure: tuple[str, Sequence[str]] | None) -> str:
    """What sets this version apart from others of the same brief."""
    told = []
    if pain:
        told.append(f"Start from this pain: {pain.noun}. {pain.you}")
    if structure:
        name, moves = structure
        way = ", ".join(_MOVES.get(move[-1:], "{}").format(move.rstrip("?*")) for move in moves)
        told.append(f"Build it as {name}: {way}.")
    return bullets(told)


def word_range(words: WordRange) -> str:
    """A format's number of words."""
    where = f" in {listed([f'`{name}`' for name in words.fields])}" if words.fields else " in all"
    return f"{words.min} to {words.max} words{where}" if words.min else f"at most {words.max} words{where}"


def rules(several: Iterable[Rule]) -> str:
    """Rules over several fields, in words."""
    told = {
        "needs": "`{rule.field}` may only be given when `{rule.other}` is.",
        "one_short": "At least one of `{rule.field}` has {rule.number} characters or less.",
        "differ": "No two of `{rule.field}` say the same thing or begin the same way.",
    }
    return bullets(told[rule.kind].format(rule=rule) for rule in several)
