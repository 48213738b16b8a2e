"""Finds approved texts that stand word for word in a draft, so that each is told with what allows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copykit.brief import Brief
from copykit.checks.context import Context
from copykit.checks.remember import remembered
from copykit.checks.telling import Fact
from copykit.findings import Reference
from copykit.guide import Guide
from copykit.guide.types import Claim, Offer, Standing, Story
from copykit.labels import money
from copykit.text import Document
from copykit.text.phrasebook import Phrase, Phrasebook

__all__ = ["approved_facts"]

LEAST_LETTERS = 4  # a shorter text ("$5") is found by its number


class _Text(NamedTuple):
    part: Claim | Offer | Story
    key: str


@remembered
def _book(guide: Guide) -> tuple[Phrasebook, tuple[_Text, ...]]:
    """The approved texts of claims, offers and stories; those with stops at their end are found without."""
    texts: list[tuple[_Text, str]] = []
    entries: tuple[Claim | Offer, ...] = (*guide.claims, *guide.offers)
    for entry in entries:
        words = [("text", entry.text), *(("wordings", one) for one in entry.wordings)]
        if entry.short:
            words.append(("short", entry.short))
        if isinstance(entry, Offer):
            words += [("prices", f"{money(price)} per {price.per}") for price in entry.prices]
        texts += [(_Text(entry, key), text) for key, text in words]
    for story in guide.stories:
        told = {"result": story.result, "quote": story.quote, "customer": story.customer}
        texts += [(_Text(story, key), text) for key, text in told.items() if text]
    phrases = [Phrase(number, text.rstrip(".!?"), inflect=False) for number, (_, text) in enumerate(texts)]
    return Phrasebook(one for one in phrases if len(one.text) >= LEAST_LETTERS), tuple(
        one for one, _ in texts
    )


@remembered
def _brief_book(brief: Brief) -> Phrasebook:
    if not brief.facts:
        return Phrasebook(())
    from copykit.orders import order_in

    return Phrasebook(
        Phrase(number, fact.rstrip(".!?"), inflect=False)
        for number, fact in enumerate(brief.facts)
        if not order_in(fact)
    )


def approved_facts(document: Document, context: Context, known: Sequence[Fact]) -> Iterator[Fact]:
    """The approved texts of guide and brief in a draft of ours, where nothing in them was told before.

    Args:
        document: the draft's texts.
        context: what it is held against.
        known: the statements that are supported already.
    """
    if not context.own:
        return
    told = list(known)
    book, texts = _book(context.guide)
    for start, end, key in book.find(document):
        if not isinstance(key, int):
            continue
        part, setting = texts[key]
        if not _may_stand(part, context):
            continue
        one = Fact(start, end, _reference(part, setting))
        if not any(_same(one, other) for other in told):
            told.append(one)
            yield one
    for start, end, key in _brief_book(context.brief).find(document):
        fact = context.brief.facts[key] if isinstance(key, int) else ""
        place = context.brief.place
        reference = Reference(label="brief, facts", quote=fact, path=place.path, line=place.of("facts"))
        one = Fact(start, end, reference)
        if not any(_same(one, other) for other in told):
            told.append(one)
            yield one


def _same(one: Fact, other: Fact) -> bool:
    """Whether two facts are of one source and touch."""
    touch = one.start < other.end and other.start < one.end
    return touch and one.reference.label == other.reference.label


def _may_stand(part: Claim | Offer | Story, context: Context) -> bool:
    if isinstance(part, Story):
        return part.nameable(context.today)
    return (
        part.standing(
            context.today,
            region=context.region,
            channel=context.channel,
            **({"audience": context.audience} if isinstance(part, Claim) else {}),
        )
        is Standing.USABLE
    )


def _reference(part: Claim | Offer | Story, key: str) -> Reference:
    if isinstance(part, Claim):
        quote = f"{part.proof.source} ({part.proof.date.isoformat()})"
        return part.reference(f'claim "{part.id}"', key="proof", quote=quote)
    if isinstance(part, Offer):
        return part.reference(f'offer "{part.id}"', key=key, quote=part.text)
    quote = part.quote or part.result if key == "quote" else part.result
    return part.reference(f'story "{part.id}"', key=key, quote=quote)
