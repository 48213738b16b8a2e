"""Reads offers' figures (trial, guarantee, discount, prices) and tells which of them a number speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from copykit.checks.quantities import Quantity, tokens_of
from copykit.checks.remember import remembered
from copykit.guide import Guide
from copykit.guide.types import Offer, Price

__all__ = ["Figure", "figures_of", "topic_of"]

DAY = 86400
_TRIAL = frozenset("trial trials".split())
_LASTS = frozenset("for of lasts last runs run is has have gives full whole trial : -".split())
_GUARANTEE = frozenset("guarantee guarantees guaranteed refund refunds refunded money-back".split())
_OFF = frozenset("off discount discounted".split())
_TAKES = frozenset(
    "allow allows take takes taking took arrive arrives process processed reach reaches".split()
)
_GAINED = frozenset(
    "save saves saved saving recover recovers recovered earn earns worth lose loses lost back win wins raise"
    " raised".split()
)
_LESS = ["discount", "of"]
_NEAR = 6  # words between a number and the word that says what it is


class Figure(NamedTuple):
    """One figure of an offer.

    Attributes:
        key: the setting: `trial_days`, `guarantee_days`, `discount_percent` or `prices`.
        unit: as in `Quantity`.
        value: in that unit.
        price: the price that it belongs to, for `prices`.
    """

    offer: Offer
    key: str
    unit: str
    value: float
    price: Price | None = None


class Figures(NamedTuple):
    """All figures of a guide, and the names by which its plans go in copy, the longest first."""

    all: tuple[Figure, ...]
    plans: tuple[tuple[tuple[str, ...], str], ...]


@remembered
def figures_of(guide: Guide) -> Figures:
    """The figures of a guide's offers; read once for each guide."""
    found: list[Figure] = []
    for offer in guide.offers:
        if offer.trial_days:
            found.append(Figure(offer, "trial_days", "time", offer.trial_days * DAY))
        if offer.guarantee_days:
            found.append(Figure(offer, "guarantee_days", "time", offer.guarantee_days * DAY))
        if offer.discount_percent:
            found.append(Figure(offer, "discount_percent", "percent", offer.discount_percent))
        found += [Figure(offer, "prices", f"money:{one.currency}", one.amount, one) for one in offer.prices]
    plans = [
        (tuple(token.text for token in tokens_of(product.name)), product.id) for product in guide.products
    ]
    return Figures(tuple(found), tuple(sorted(plans, key=lambda plan: -len(plan[0]))))


def _clause(words: Sequence[str]) -> Sequence[str]:
    """The words up to the next comma or semicolon."""
    end = next((at for at, word in enumerate(words) if word in (",", ";", "—", "–")), len(words))
    return words[:end]


def topic_of(one: Quantity, words: Sequence[str]) -> str | None:
    """Which setting of an offer a number speaks of, by the words close to it; None when none."""
    before = _clause(words[max(0, one.first - _NEAR) : one.first][::-1])[::-1]
    after = _clause(words[one.last : one.last + 4])
    near = {*before, *after}
    if one.unit.startswith("money:"):
        return None if not _GAINED.isdisjoint(near) else "prices"
    if one.unit == "percent":
        off = (
            not _OFF.isdisjoint(after[:3])
            or list(before[-2:]) == _LESS
            or (after[:1] == ["cheaper"] and {"than", "to"}.isdisjoint(after))
        )
        return "discount_percent" if off else None
    if one.unit not in ("time", "months") or (one.unit == "time" and one.value < DAY):
        return None
    if not _GUARANTEE.isdisjoint(near) or {"money", "back"} <= near:
        # "Refunds take five days" tells how long the bank needs.
        return "guarantee_days" if _TAKES.isdisjoint(near) else None
    if "free" in words[one.first : one.last]:
        return "trial_days"
    lasts = not _LASTS.isdisjoint(before[-3:])
    if not _TRIAL.isdisjoint(after) or (lasts and not _TRIAL.isdisjoint(before)):
        return "trial_days"
    # "Are you free for two days?" asks for the reader's time.
    free = "free" in before[-2:] or list(before[-4:]) == ["free", "of", "charge", "for"]
    if "for" in before[-3:] and (free or "try" in before) and "are" not in before[-5:]:
        return "trial_days"
    return None


def plan_at(one: Quantity, words: Sequence[str], figures: Figures) -> str | None:
    """The plan or product that a price stands beside: the nearest name before it, else after it."""
    best: tuple[int, str] | None = None
    for name, id in figures.plans:
        for at in _places(name, words):
            before = at < one.first
            away = one.first - at if before else 1000 + at - one.last
            if best is None or away < best[0]:
                best = (away, id)
    return best[1] if best else None


def _places(name: tuple[str, ...], words: Sequence[str]) -> Iterator[int]:
    """Where a name begins among some words."""
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(name[0], at + 1)
            if tuple(words[at : at + len(name)]) == name:
                yield at


_PRICED = frozenset(
    "cost costs costing price priced prices pay from only just for at starts start starting per a".split()
)


def price_is_told(one: Quantity, words: Sequence[str], figure: Figure) -> bool:
    """Whether a sum is told as a price of the same kind: "a month" or "per pot" stands beside it."""
    price = figure.price
    if price is None:
        return False
    per = [token.text for token in tokens_of(price.per)]
    after = words[one.last : one.last + 5]
    kind = any(word in after for word in per if len(word) > 2)
    told = any(word in _PRICED for word in words[max(0, one.first - 3) : one.first])
    return kind and (told or after[:1] in (["a"], ["per"], ["/"]))
