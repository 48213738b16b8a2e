"""A brand's decisions as one thing: the loaded guide, with look-ups by id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from copykit.errors import Problem
from copykit.guide.control import Acceptance, Checks
from copykit.guide.types import (
    Ask,
    Audience,
    Brand,
    Claim,
    Cluster,
    Competitor,
    Feature,
    Message,
    Offer,
    Product,
    Sample,
    Step,
    Story,
    Term,
    Wordplay,
)
from copykit.guide.vale import ValeRule

__all__ = ["Guide"]

_Named = TypeVar("_Named", Audience, Product, Claim, Offer, Message, Ask)


@dataclass(frozen=True, kw_only=True)
class Guide:
    """All of a brand's decisions, loaded.

    Attributes:
        folder: the brand's folder.
        version: the first 12 hex digits of the SHA-256 over the files' contents, those of the guides that it
            extends included.
        competitors: rivals, and whether copy may name them.
        checks: which checks run how gravely, and where.
        accepted: findings that somebody has overruled.
        styles: the rules of the folder `styles/`, in Vale's language, with those of what it extends.
        style_problems: what of these is not honoured, and why.
        parents: the folders of the guides that it extends, the nearest first.
    """

    folder: Path
    version: str
    brand: Brand
    terms: tuple[Term, ...]
    products: tuple[Product, ...]
    offers: tuple[Offer, ...]
    steps: tuple[Step, ...]
    messages: tuple[Message, ...]
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    asks: tuple[Ask, ...]
    wordplay: tuple[Wordplay, ...]
    audiences: tuple[Audience, ...]
    clusters: tuple[Cluster, ...]
    samples: tuple[Sample, ...]
    competitors: tuple[Competitor, ...] = ()
    checks: Checks = field(default_factory=Checks)
    accepted: tuple[Acceptance, ...] = ()
    styles: tuple[ValeRule, ...] = ()
    style_problems: tuple[Problem, ...] = ()
    parents: tuple[Path, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The brand's folder and those of the guides that it extends, the nearest first."""
        return (self.folder, *self.parents)

    def file(self, name: str) -> Path:
        """The brand's file of that name, or else the nearest one among the guides that it extends."""
        found = (folder / name for folder in self.folders if (folder / name).exists())
        return next(found, self.folder / name)

    def today(self, clock: date) -> date:
        """The day that everything is judged by: the brand's `as_of` if it pins one, else the clock's."""
        return self.brand.as_of or clock

    def audience(self, id: str) -> Audience | None:
        """The audience of that id."""
        return _by_id(self.audiences, id)

    def product(self, id: str) -> Product | None:
        """The product of that id."""
        return _by_id(self.products, id)

    def claim(self, id: str) -> Claim | None:
        """The claim of that id."""
        return _by_id(self.claims, id)

    def offer(self, id: str) -> Offer | None:
        """The offer of that id."""
        return _by_id(self.offers, id)

    def message(self, id: str) -> Message | None:
        """The message of that id."""
        return _by_id(self.messages, id)

    def ask(self, id: str) -> Ask | None:
        """The ask of that id."""
        return _by_id(self.asks, id)

    def features(self) -> tuple[tuple[Product, Feature], ...]:
        """Every feature with its product, in the guide's order."""
        return tuple((product, feature) for product in self.products for feature in product.features)


def _by_id(parts: Iterable[_Named], id: str) -> _Named | None:
    return next((part for part in parts if part.id == id), None)
