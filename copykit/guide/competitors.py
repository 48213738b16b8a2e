"""Whether a text names a competitor, and which approved texts may not be used because they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from copykit.guide.types import Claim, Competitor, Offer
from copykit.guide.whole import Guide

__all__ = ["allowing", "names", "naming", "unspoken"]


def names(competitor: Competitor) -> Sequence[str]:
    """What a competitor is called, its name first."""
    return (competitor.name, *competitor.aliases)


def naming(competitor: Competitor, texts: Iterable[str]) -> bool:
    """Whether one of some texts names a competitor, in the capitals that its name has."""
    spelled = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names(competitor)))
    return any(spelled.search(text) for text in texts)


def allowing(guide: Guide, competitor: Competitor) -> tuple[Claim, ...]:
    """The claims that name a competitor: with the policy "claim", copy names it in their words."""
    return tuple(claim for claim in guide.claims if naming(competitor, _texts(claim)))


def unspoken(guide: Guide) -> frozenset[str]:
    """The ids of claims and offers that name a competitor whom copy never names: they are not used."""
    never = [one for one in guide.competitors if one.policy == "never"]
    if not never:
        return frozenset()
    entries: list[Claim | Offer] = [*guide.claims, *guide.offers]
    return frozenset(entry.id for entry in entries if any(naming(one, _texts(entry)) for one in never))


def _texts(entry: Claim | Offer) -> tuple[str, ...]:
    return (entry.text, *entry.wordings, entry.short or "")
