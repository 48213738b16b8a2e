"""The facts that a model may place, each with its label and its approved wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from copykit.brief import Brief
from copykit.guide import Guide
from copykit.guide.types import Story
from copykit.labels import Label, money, named_prices
from copykit.orders import order_in
from copykit.writers.models.selection import Selection

__all__ = ["Fact", "Facts", "keeps_capital"]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A fact with its approved wordings.

    Attributes:
        kind: one of `copykit.labels.KINDS`.
        id: the id of the guide's part, of a price (see `named_prices`), or the number of the brief's fact.
        wordings: sentences, or for a price the sum with what it is for.
        short: the form for headlines and buttons; "" when there is none.
        forms: further texts by their form (`quote`, `person`).
    """

    kind: str
    id: str
    wordings: tuple[str, ...]
    short: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)

    def texts(self, form: str) -> tuple[str, ...]:
        """The wordings of a form, or those that there are."""
        if form in self.forms:
            return (self.forms[form],)
        if form == "short" and self.short:
            return (self.short,)
        return self.wordings


class Facts:
    """What a task's labels stand for: the facts that may be said today, here, to this reader."""

    def __init__(self, selection: Selection, guide: Guide, brief: Brief) -> None:
        self._facts: dict[tuple[str, str], Fact] = {}
        for fact in _facts(selection, guide, brief):
            self._facts[fact.kind, fact.id] = fact

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts.values())

    def of_kind(self, kind: str) -> tuple[Fact, ...]:
        """The facts of a kind, in the guide's order."""
        return tuple(fact for fact in self if fact.kind == kind)

    def find(self, label: Label) -> Fact | None:
        """The fact of a label; without a kind, or with another's, the only one of that id."""
        exact = self._facts.get((label.kind, label.id))
        if exact is not None:
            return exact
        same = [fact for fact in self if fact.id == label.id and fact.kind != "fact"]
        return same[0] if len(same) == 1 else None


def _facts(selection: Selection, guide: Guide, brief: Brief) -> Iterator[Fact]:
    for claim in selection.claims:
        yield Fact(kind="claim", id=claim.id, wordings=(claim.text, *claim.wordings), short=claim.short or "")
    for offer in selection.offers:
        yield Fact(kind="offer", id=offer.id, wordings=(offer.text, *offer.wordings), short=offer.short)
    allowed = {offer.id for offer in selection.offers}
    sold = {product.id for product in selection.products} | {None}
    for id, offer, price in named_prices(guide):
        here = offer.id in allowed and price.region in (None, selection.region) and price.plan in sold
        if here and price.amount:  # what costs nothing is told in the offer's own words
            yield Fact(kind="price", id=id, wordings=(f"{money(price)} per {price.per}",), short=money(price))
    for story in selection.stories:
        yield Fact(kind="story", id=story.id, wordings=(story.result,), forms=dict(_forms(story)))
    for number, sentence in enumerate(filter(None, brief.facts), 1):
        if order_in(sentence):
            continue  # it came from somebody who wants something, and is no fact
        yield Fact(kind="fact", id=str(number), wordings=(sentence,))


def _forms(story: Story) -> Iterator[tuple[str, str]]:
    yield "customer", story.customer
    yield "result", story.result
    for form, text in (("quote", story.quote), ("person", story.person), ("role", story.role)):
        if text:
            yield form, text


# Within a sentence, a word keeps its capital that has one there in the guide itself.
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]*")
_SMALL = re.compile(r"(?<= )[a-z][\w'’-]*")
_CALENDAR = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December"
).split()


def keeps_capital(guide: Guide) -> tuple[str, ...]:
    """The names and words of a guide that keep their capital within a sentence."""
    sentences = [
        *(text for claim in guide.claims for text in (claim.text, *claim.wordings)),
        *(text for offer in guide.offers for text in (offer.text, *offer.wordings)),
        *(text for story in guide.stories for text in (story.before, story.change, story.result)),
        *(product.text for product in guide.products),
    ]
    inside = {word.rstrip("'’-") for text in sentences for word in _INSIDE.findall(text)}
    small = {word.rstrip("'’-") for text in sentences for word in _SMALL.findall(text)}
    inside = {word for word in inside if word.lower() not in small}
    return tuple(dict.fromkeys([*_names(guide), *_CALENDAR, *sorted(inside)]))


def _names(guide: Guide) -> Iterable[str]:
    yield guide.brand.name
    yield from (product.name for product in guide.products)
    yield from (feature.name for _, feature in guide.features() if feature.name[:1].isupper())
    for story in guide.stories:
        yield story.customer
        yield from filter(None, [story.person])
