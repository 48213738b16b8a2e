"""Holds every checkable statement against the guide's claims and offers and against the brief's facts.

A statement is *supported* when a usable claim or offer says the same quantity about the same thing (at least
one content word in common), or when the brief vouches for it. Thresholds are ours, set on our golden cases:

- a sentence *states* an approved text when it holds at least three quarters of the text's content words, and
  at least two of them;
- a wrong number is told where a sentence holds at least six tenths of them, and a number of the same unit;
- a claim is *expiring* within 30 days of its last day.

Severity: expired, withdrawn, not yet valid, out-of-region and contradicted statements, ended offers and
customers without permission break a hard rule in any text: error. The wrong channel or audience, and what is
unproven, is an error in copy that we write and a warning in copy that a person brings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from copykit.checks.approved import approved_facts
from copykit.checks.context import Context
from copykit.checks.judging import Judge
from copykit.checks.people import spoken_facts
from copykit.checks.telling import Fact
from copykit.checks.worth_reading import parts_of, telling_words
from copykit.findings import Finding, Reference
from copykit.text import Document

__all__ = ["check_claims", "facts_of"]


class Verdicts(NamedTuple):
    """What was found in a document, and what is supported."""

    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]


# A "sentence" longer than this, in characters, is a table or junk; in pieces its cost stays linear.
LONGEST_SENTENCE = 1000


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def check_claims(document: Document, context: Context) -> Iterable[Finding]:
    """Statements that guide and brief don't allow.

    Of claims: `claims.unproven`, `claims.cited`, `claims.contradicted`, `claims.expired`, `claims.reworded`,
    `claims.expiring`, `claims.not-yet`, `claims.withdrawn`, `claims.region`, `claims.channel`,
    `claims.audience`; of offers:
    `offers.ended`, `offers.not-yet`, `offers.region`, `offers.channel`.
    """
    return verdicts(document, context).findings


def facts_of(document: Document, context: Context) -> tuple[tuple[str | None, str, Reference], ...]:
    """The supported statements as (field, quote, reference), in order; each place once."""
    kept: dict[tuple[int, int], tuple[str | None, str, Reference]] = {}
    for fact in verdicts(document, context).facts:
        place = document.locate(fact.start, fact.end)
        kept.setdefault((fact.start, fact.end), (place.field, document.quote(place), fact.reference))
    return tuple(kept[span] for span in sorted(kept))


_seen: WeakKeyDictionary[Document, tuple[Context, Verdicts]] = WeakKeyDictionary()


def verdicts(document: Document, context: Context) -> Verdicts:
    """Judges a document's statements; the last result for a document is kept."""
    kept = _seen.get(document)
    if kept and kept[0] is context:
        return kept[1]
    judge = Judge(document, context)
    telling = telling_words(document, context.guide, selling=judge.selling)
    runs = document.atoms.said
    for (start, end, block), (first, last) in zip(document.sentences, document.sentence_atoms, strict=True):
        kind = document.blocks[block].kind
        if end - start > LONGEST_SENTENCE:
            for low, high in _pieces(document.text, start, end):
                judge.sentence(low, high, kind, parts_of(document.folded[low:high].split()))
        elif judge.brief.vouched or telling.are_in(runs[first:last]):
            judge.sentence(start, end, kind, parts_of(runs[first:last], telling.coined))
    facts = [*judge.tale.facts, *(Fact(*one) for one in spoken_facts(document, context))]
    facts += approved_facts(document, context, facts)
    made = Verdicts(tuple(judge.tale.findings), tuple(facts))
    _seen[document] = (context, made)
    return made
