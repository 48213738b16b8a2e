"""What guide and brief hold to say: their words in order, their figures and their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from copykit.brief import Brief
from copykit.checks.context import Context
from copykit.checks.evidence import content, guide_texts
from copykit.checks.freehand_names import Names, firm_names_in, names_in
from copykit.checks.inventing import Told, told_by
from copykit.checks.quantities import read_quantities, tokens_of
from copykit.guide import Guide
from copykit.guide.types import Standing
from copykit.orders import order_in
from copykit.text import split_sentences

__all__ = ["DIGITS", "LEAST_WORDS_HELD", "Held", "held_of"]

LEAST_WORDS_HELD = 4  # so many in a row are the guide's own words
DIGITS = re.compile(r"\d+(?:[,.]\d+)*")


@dataclass(frozen=True)
class Held:
    """What guide and brief hold: their words in order, their figures and their names."""

    words: str  # " w w w | w w "
    runs: frozenset[tuple[str, ...]]  # each four words in a row
    vocabulary: frozenset[str]
    quantities: frozenset[tuple[str, float, str]]
    digits: frozenset[str]
    names: frozenset[str]
    firm: frozenset[str]  # names that are no words of a headline
    free: tuple[frozenset[str], ...]  # stems of the sentences that say what is free
    told: Told

    def holds(self, words: Iterable[str]) -> bool:
        """Whether words stand like this, in a row, in some text."""
        return f" {' '.join(words)} " in self.words

    @property
    def naming(self) -> Names:
        """What is held, as names are looked for."""
        return Names(capitals=self.names, firm=self.firm, words=self.vocabulary, told=self.holds)


_kept: list[tuple[Guide, Brief, date, str | None, tuple[Held, Held]]] = []


def held_of(context: Context) -> tuple[Held, Held]:
    """What guide and brief hold to say of us, and what with that they hold to say of the reader."""
    for guide, brief, today, channel, known in _kept:
        if (
            guide is context.guide
            and brief is context.brief
            and (today, channel) == (context.today, context.channel)
        ):
            return known
    ours = list(_texts(context))
    made = _read(ours, context), _read([*ours, *_said_of_the_reader(context.brief)], context)
    _kept[:] = [*_kept[-7:], (context.guide, context.brief, context.today, context.channel, made)]
    return made


def _read(texts: Iterable[str], context: Context) -> Held:
    words: list[str] = []
    quantities: set[tuple[str, float, str]] = set()
    digits: set[str] = set()
    names: set[str] = set()
    firm = {name for text in _names_of(context) for name in names_in(text)}
    free: list[frozenset[str]] = []
    sentences: list[list[str]] = []
    currency = context.guide.brand.currency
    for text in texts:
        tokens = tokens_of(text)
        said = [token.text for token in tokens if token.text[0].isalnum()]
        words += [*said, "|"]
        quantities |= {
            (one.unit, one.value, one.noun) for one in read_quantities(text, tokens, currency=currency)
        }
        digits |= {one.replace(",", "") for one in DIGITS.findall(text)}
        names |= names_in(text)
        firm |= firm_names_in(text)
        for start, end in split_sentences(text):
            sentence = [token.text for token in tokens_of(text, start, end)]
            sentences.append(sentence)
            if "free" in sentence:
                free.append(content(sentence) - {"free"})
    line = f" {' '.join(words)} "
    return Held(
        words=line,
        runs=frozenset(zip(*(words[at:] for at in range(LEAST_WORDS_HELD)), strict=False)),
        vocabulary=frozenset(words),
        quantities=frozenset(quantities),
        digits=frozenset(digits),
        names=frozenset(names),
        firm=frozenset(firm),
        free=tuple(free),
        told=told_by(line, sentences, guide=context.guide, brief=context.brief),
    )


def _texts(context: Context) -> Iterator[str]:
    """All that may be said: the guide's texts, its usable claims and offers, and the brief's words."""
    guide, brief = context.guide, context.brief
    yield from (text for _, _, text in guide_texts(guide))
    for claim in guide.claims:
        if _usable(claim.standing(context.today, region=context.region, channel=context.channel)):
            yield from (claim.text, *claim.wordings, *filter(None, [claim.short]))
    for offer in guide.offers:
        if _usable(offer.standing(context.today, region=context.region, channel=context.channel)):
            yield from (offer.text, *offer.wordings, offer.short)
    for line in guide.brand.legal:
        yield line.text
    yield from (phrase for one in guide.clusters for phrase in (one.main, *one.variants, *one.synonyms))
    yield from (word for audience in guide.audiences for word in audience.use)
    for term in guide.terms:
        yield from (*filter(None, [term.use]), *term.unless)
    yield from (fact for fact in brief.facts if not order_in(fact))
    if not order_in(brief.source):
        yield brief.source


def _names_of(context: Context) -> Iterator[str]:
    """What guide and brief hold as names: brand, products, customers, people, spellings."""
    guide, brief = context.guide, context.brief
    yield from (guide.brand.name, guide.brand.legal_name or "")
    yield from (product.name for product in guide.products)
    yield from (name for one in guide.stories for name in (one.customer, one.person) if name)
    yield from (claim.proof.owner for claim in guide.claims)
    yield from (term.use for term in guide.terms if term.use)
    for person in (brief.recipient, brief.sender):
        yield from (person.first_name, person.last_name, person.company)


def _said_of_the_reader(brief: Brief) -> Iterator[str]:
    """What of a brief may be repeated about the reader, and proves nothing about us."""
    told = [brief.observation, brief.notes, brief.topic, *brief.keywords]
    for person in (brief.recipient, brief.sender):
        told += [str(value) for value in person.model_dump(exclude={"place"}).values() if value]
    yield from (text for text in told if text and not order_in(text))


def _usable(standing: Standing) -> bool:
    return standing is Standing.USABLE
