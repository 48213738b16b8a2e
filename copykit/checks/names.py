"""Holds the brand's own names: words that are nearly one of them, and trademark signs where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_lowercase
from typing import NamedTuple

from copykit.checks.context import Check, Context
from copykit.checks.dictionary import is_word
from copykit.checks.finding import found, replacement
from copykit.checks.remember import remembered
from copykit.findings import Finding, Severity
from copykit.guide import Guide
from copykit.guide.types import Term
from copykit.text import Document
from copykit.text.easy import easy_words
from copykit.text.inflect import forms
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["NAMES"]

# Shorter words have too many true neighbours (our own choice): "Acme" is one letter from "acne" and "acre".
LEAST_LETTERS = 5
LEAST_PART = 3  # letters in each half of a name that is written in two
_SIGNS = ("®", "™", "℠", "(R)", "(TM)", "(SM)")


class _Near(NamedTuple):
    """What is nearly a name of ours.

    Attributes:
        slips: a word one letter from a word of a name → that word as the name has it.
        words: those that are one letter off.
        breaks: names in two words or run together, by what they should be.
    """

    slips: Mapping[str, str]
    words: frozenset[str]
    breaks: Phrasebook


@remembered
def _near(guide: Guide) -> _Near:
    names = [guide.brand.name, *(product.name for product in guide.products)]
    fine = {word.casefold() for text in _known(guide) for word in text.split()}
    slips: dict[str, str] = {}
    breaks: dict[str, str] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            breaks.setdefault("".join(words), name)
            breaks.setdefault("-".join(words), name)
        for word in words:
            lower = word.casefold()
            if (
                len(word) < LEAST_LETTERS
                or not lower.isascii()
                or not lower.isalpha()
                or not word[0].isupper()
            ):
                continue
            if lower in easy_words():
                continue
            own = {*forms(lower), *fine}
            slips |= {near: word for near in _one_letter_off(lower) if near not in own}
            for at in range(LEAST_PART, len(word) - LEAST_PART + 1):
                for joint in (" ", "-"):
                    parts = word[:at] + joint + word[at:].capitalize()
                    if parts.casefold() not in fine:
                        breaks.setdefault(parts, word)
    # A name that holds an inner capital is no slip of itself.
    phrases = [
        Phrase(right, text, inflect=False, case=True) for text, right in breaks.items() if text not in names
    ]
    return _Near(slips, frozenset(slips), Phrasebook(phrases))


def _known(guide: Guide) -> Iterator[str]:
    """Words that the guide itself has beside its names."""
    for term in guide.terms:
        yield from (*term.avoid, *term.unless, *(old.name for old in term.was), term.use or "")
    for story in guide.stories:
        yield from (story.customer, story.person or "")
    yield from (product.name for product in guide.products)


def _one_letter_off(word: str) -> set[str]:
    """Every word that differs by one letter left out, put in, changed, or swapped with the next."""
    made: set[str] = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        made |= {head + letter + tail for letter in ascii_lowercase}
        if tail:
            made.add(head + tail[1:])
            made |= {head + letter + tail[1:] for letter in ascii_lowercase}
        if len(tail) > 1:
            made.add(head + tail[1] + tail[0] + tail[2:])
    return made - {word}


def check_near_names(document: Document, context: Context) -> Iterator[Finding]:
    """`terms.near-name`: a word that is one letter from a name of ours, or a name in two or run together."""
    near = _near(context.guide)
    slips = [word for word in document.vocabulary & near.words if not is_word(word)]
    hits = [(hit.start, hit.end, str(hit.key), True) for hit in near.breaks.find(document)]
    if slips:
        book = Phrasebook([Phrase(near.slips[word], word, inflect=False) for word in sorted(slips)])
        hits += [(hit.start, hit.end, str(hit.key), False) for hit in book.find(document)]
    for start, end, name, sure in sorted(hits):
        if start and document.text[start - 1] in "#@":
            continue
        said = document.text[start:end]
        block = document.block_at(start)
        if said.isupper() and not document.text[block.start : block.end].isupper():
            continue  # an acronym of its own, such as FISMA beside Figma
        quoted = document.is_quoted(start, end)
        where = f"the name “{name}”" if name in _names(context.guide) else f"“{name}” of our names"
        yield found(
            document, start, end, check="terms.near-name",
            severity=Severity.SUGGESTION if quoted else Severity.WARNING,
            advice=f"“{said}” is nearly {where}: a name is written in one way only.",
            fixes=[replacement(document, name.upper() if said.isupper() else name, safe=sure and not quoted)],
            reference=context.guide.brand.reference(f'name "{name}"', key="name", quote=name),
        )  # fmt: skip


def _names(guide: Guide) -> list[str]:
    return [guide.brand.name, *(product.name for product in guide.products)]


# ── trademark signs ─────────────────────────────────────────────────────────────────────────────────


class _Marked(NamedTuple):
    """The terms with a sign, and the book that finds them; longer names shadow the shorter in them."""

    terms: tuple[Term, ...]
    book: Phrasebook | None


@remembered
def _marked(guide: Guide) -> _Marked:
    terms = tuple(term for term in guide.terms if term.mark and term.use)
    if not terms:
        return _Marked((), None)
    own = [Phrase(at, term.use or "", inflect=False) for at, term in enumerate(terms)]
    others = [Phrase(-1, name, inflect=False) for name in _names(guide)]
    fixed = [Phrase(-1, term.use, inflect=False) for term in guide.terms if term.use and not term.avoid]
    taken = {phrase.text.casefold() for phrase in own}
    return _Marked(
        terms, Phrasebook([*own, *(one for one in (*others, *fixed) if one.text.casefold() not in taken)])
    )


def check_trademarks(document: Document, context: Context) -> Iterator[Finding]:
    """`terms.trademark`: the first mention of a name without its sign, and signs after the first."""
    terms, book = _marked(context.guide)
    if book is None:
        return
    mentions: dict[int, list[tuple[int, int, str]]] = {}
    for hit in book.find(document):
        if isinstance(hit.key, int) and hit.key >= 0 and not document.is_quoted(hit.start, hit.end):
            sign = next((one for one in _SIGNS if document.text.startswith(one, hit.end)), "")
            mentions.setdefault(hit.key, []).append((hit.start, hit.end, sign))
    for key, places in sorted(mentions.items()):
        term = terms[key]
        wanted, use = term.mark or "", term.use or ""
        reference = term.reference(f'term "{use}"', key="mark", quote=f"mark: {wanted}")
        start, end, sign = places[0]
        if sign != wanted:
            said = document.text[start:end]
            yield found(
                document, start, end + len(sign), check="terms.trademark", severity=Severity.WARNING,
                advice=f"Write “{said}{wanted}” where the name first stands.",
                fixes=[replacement(document, said + wanted, safe=True)], reference=reference,
            )  # fmt: skip
        for start, end, sign in places[1:]:
            if sign:
                said = document.text[start:end]
                yield found(
                    document, start, end + len(sign), check="terms.trademark", severity=Severity.SUGGESTION,
                    advice=f"“{said}” has its sign where it first stands, and needs it only there.",
                    fixes=[replacement(document, said, safe=True)], reference=reference,
                )  # fmt: skip


NAMES: tuple[Check, ...] = (check_near_names, check_trademarks)
